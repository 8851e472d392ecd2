// Types of publications: what formats and databases call them, and what a search for one finds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// CSL's name for a type in the words of any format or database ("JOUR", "inproceedings", "Journal
/// Article"), case aside; "document" for words that may be anything; empty for others.
std::string_view csl_type_of(std::string_view word);

/// The words of Biblio::genre, cut at ";".
std::vector<std::string_view> genres_in(std::string_view genre);

/// What a search for document types finds, from the database's own words: "Proceedings Paper" is
/// found as "conference paper", "Correction" as an erratum too. No entry holds the word of a type
/// that the document is not of: "Book Chapter" is found as "chapter".
std::vector<std::string> document_types_of(std::string_view genre);

/// Is it a kind of document that databases name, and no subject or medium?
bool is_known_genre(std::string_view word);

}  // namespace litmine
