// Codes and names that the fields for document type and language take, in every dialect. The words
// are those that stand in a Biblio: CSL's types and languages as given in the record.
#pragma once

#include "queries/dialects.h"

namespace litmine {

inline constexpr Value kDocumentTypes[] = {
    {"ar", "article"},
    {"re", "review"},
    {"cp", "conference"},
    {"ch", "chapter"},
    {"bk", "book"},
    {"ed", "editorial"},
    {"le", "letter"},
    {"no", "note"},
    {"sh", "survey"},
    {"er", "erratum"},
    {"dp", "dataset"},
    {"cr", "conference"},
    {"j", "journal"},
    {"p", "conference"},
    {"b", "book"},
    {"proceedings paper", "conference"},
    {"book chapter", "chapter"},
    {"editorial material", "editorial"},
    {"review article", "review"},
};

/// Types of publication as MEDLINE and Embase name them, where a Biblio's word is another. All
/// others are searched as they stand.
inline constexpr Value kPublicationTypes[] = {
    {"journal article", "article"},        {"conference paper", "conference"},
    {"conference abstract", "conference"}, {"conference proceeding", "conference"},
    {"conference review", "conference"},   {"congress", "conference"},
    {"article in press", "article"},       {"published erratum", "erratum"},
};

inline constexpr Value kLanguages[] = {
    {"english", "english|en|eng"},       {"german", "german|de|deu|ger"},
    {"french", "french|fr|fra|fre"},     {"spanish", "spanish|es|spa"},
    {"portuguese", "portuguese|pt|por"}, {"italian", "italian|it|ita"},
    {"dutch", "dutch|nl|nld|dut"},       {"chinese", "chinese|zh|zho|chi"},
    {"japanese", "japanese|ja|jpn"},     {"korean", "korean|ko|kor"},
    {"russian", "russian|ru|rus"},       {"polish", "polish|pl|pol"},
    {"turkish", "turkish|tr|tur"},       {"norwegian", "norwegian|no|nor"},
    {"swedish", "swedish|sv|swe"},       {"danish", "danish|da|dan"},
    {"finnish", "finnish|fi|fin"},       {"czech", "czech|cs|ces|cze"},
};

}  // namespace litmine
