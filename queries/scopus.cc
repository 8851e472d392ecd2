// Scopus advanced search. The one thing to know: OR binds tighter than AND, so `a OR b AND c` is
// (a OR b) AND c here and a OR (b AND c) in Web of Science; and double quotes are loose: plurals
// and spelling variants are still found inside them.
//
// Keys like [S1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

// OR, then W/n and PRE/n, then AND, then AND NOT [S1] [S5] [S7] [S8]. Before a bare NOT there is no
// rule; the strings that people print hold it all the same.
constexpr Operator kOperators[] = {
    // spelling  kind           binds  numbered  ordered
    {"AND NOT", Kind::except, 1},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 1, false, false, -1, 0, "AND NOT"},
    {"NEAR", Kind::near, 3, true, false, -1, 0, "W/n"},
    {"PRE", Kind::near, 3, true, true},
    {"OR", Kind::any_of, 4},
    {"W", Kind::near, 3, true, false},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},  // adjacent, punctuation ignored, variants kept [S1]
    {'{', '}', Quote::Meaning::exact},  // with punctuation; wildcards are characters [S1] [S4] [S5]
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},  // anywhere, also first [S1]
    {'?', 1, 1},
};

constexpr Parts kKey = Parts{Part::keywords, Part::index_terms};
constexpr std::string_view kKeyRemark =
    "KEY also searches Scopus' index terms, trade and chemical names; here these are known only "
    "for records that brought them along";

// [S1]; the first field with the parts wanted is the one that is written.
const Field kFields[] = {
    {"TITLE", Part::title},
    {"ABS", Part::abstract},
    {"AUTHKEY", Part::keywords},
    {"INDEXTERMS", Part::index_terms},
    {"KEY", kKey, Field::Use::words, Field::Entry::none, false, {}, kKeyRemark},
    {"TITLE-ABS-KEY", kFront | kKey, Field::Use::words, Field::Entry::none, false, {}, kKeyRemark},
    {"TITLE-ABS", Parts{Part::title, Part::abstract}},
    {"TITLE-ABS-KEY-AUTH",
     kFront | kKey | Part::authors,
     Field::Use::words,
     Field::Entry::none,
     false,
     {},
     kKeyRemark},
    {"AUTH", Part::authors, Field::Use::words, Field::Entry::all},
    {"AUTHOR-NAME", Part::authors, Field::Use::words, Field::Entry::all},
    {"AUTHLASTNAME", Part::authors, Field::Use::words, Field::Entry::all},
    {"AUTHFIRST", Part::authors, Field::Use::words, Field::Entry::all},
    {"FIRSTAUTH",
     Part::authors,
     Field::Use::words,
     Field::Entry::all,
     false,
     {},
     "FIRSTAUTH is read as any author"},
    {"AFFIL", Part::affiliations, Field::Use::words, Field::Entry::all},
    {"AFFILCITY", Part::affiliations, Field::Use::words, Field::Entry::all},
    {"AFFILCOUNTRY", Part::affiliations, Field::Use::words, Field::Entry::all},
    {"AFFILORG", Part::affiliations, Field::Use::words, Field::Entry::all},
    {"REF", Part::references, Field::Use::words, Field::Entry::all},
    {"REFTITLE",
     Part::references,
     Field::Use::words,
     Field::Entry::all,
     false,
     {},
     "REFTITLE is read as the whole reference"},
    {"REFAUTH",
     Part::references,
     Field::Use::words,
     Field::Entry::all,
     false,
     {},
     "REFAUTH is read as the whole reference"},
    {"REFSRCTITLE",
     Part::references,
     Field::Use::words,
     Field::Entry::all,
     false,
     {},
     "REFSRCTITLE is read as the whole reference"},
    {"REFPUBYEAR",
     Part::references,
     Field::Use::words,
     Field::Entry::all,
     false,
     {},
     "REFPUBYEAR is read as the whole reference"},
    {"SRCTITLE", Part::source},
    {"EXACTSRCTITLE",
     Part::source,
     Field::Use::words,
     Field::Entry::none,
     false,
     {},
     "EXACTSRCTITLE is read like SRCTITLE"},
    {"DOI", Part::identifiers},
    {"ISSN", Part::identifiers},
    {"ISBN", Part::identifiers},
    {"PMID", Part::identifiers},
    {"ALL", kAll},
    {"LANGUAGE", Part::language, Field::Use::words, Field::Entry::none, false, kLanguages},
    {"DOCTYPE", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"SRCTYPE", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes,
     "SRCTYPE is read like DOCTYPE: the kind of source is part of the type of a record here"},
    {"PUBYEAR", {}, Field::Use::years},
    {"CHEMNAME", Part::index_terms},
    {"TRADENAME", Part::index_terms},
    {"SUBJAREA", {}, Field::Use::unknown},
    {"SUBJTERMS", {}, Field::Use::unknown},
    {"AU-ID", {}, Field::Use::unknown},
    {"AF-ID", {}, Field::Use::unknown},
    {"EID", {}, Field::Use::unknown},
    {"PUBSTAGE", {}, Field::Use::unknown},
    {"OPENACCESS", {}, Field::Use::unknown},
    {"FUND-ALL", Part::back_matter},
    {"FUND-SPONSOR", Part::back_matter},
    {"CONF", {}, Field::Use::unknown},
    {"CONFNAME", {}, Field::Use::unknown},
    {"EDITOR", {}, Field::Use::unknown},
    {"PUBLISHER", {}, Field::Use::unknown},
    {"CASREGNUMBER", {}, Field::Use::unknown},
    {"VOLUME", {}, Field::Use::unknown},
    {"ISSUE", {}, Field::Use::unknown},
    {"PAGES", {}, Field::Use::unknown},
    {"PREFNAMEAUID", {}, Field::Use::unknown},
    {"EXACTKEYWORD", kKey},
    {"LOAD-DATE", {}, Field::Use::unknown},
    {"ORIG-LOAD-DATE", {}, Field::Use::unknown},
    {"PUBDATETXT", {}, Field::Use::unknown},
};

// "Ignored unless quoted or braced" [S1] [S6]; the list itself is not public, so only the plainest.
constexpr std::string_view kStopWords[] = {
    "a",  "an", "are", "as", "at",  "be", "by",  "for",  "from", "in",
    "is", "it", "of",  "on", "the", "to", "was", "were", "with",
};

// The day of the change is not known: the help of 2008 [S3] says otherwise than today's [S1].
constexpr Choice kChoices[] = {
    {"wildcards-in-quotes", "expand", "2009-01-01", "",
     [](Dialect& scopus) { scopus.quoted_wildcards = QuotedWildcards::expand; }, "[S1]",
     "wildcards in quotes are wildcards"},
    {"wildcards-in-quotes", "punctuation", "", "2009-01-01",
     [](Dialect& scopus) { scopus.quoted_wildcards = QuotedWildcards::punctuation; }, "[S3]",
     "wildcards in quotes are punctuation"},
    {"implied-and", "like-and", "", "", [](Dialect& scopus) { scopus.adjacency.binds = 0; },
     "not documented", "words side by side are joined as by AND"},
    {"implied-and", "tightest", "", "", [](Dialect& scopus) { scopus.adjacency.binds = 5; },
     "not documented", "words side by side are joined closer than by OR"},
    {"curly-quotes", "quotes", "", "", [](Dialect& scopus) { scopus.ignores_curly_quotes = false; },
     "as typed", "curly quotes are quotes", true},
    {"curly-quotes", "ignored", "", "", [](Dialect& scopus) { scopus.ignores_curly_quotes = true; },
     "[S6]", "curly quotes are ignored", true},
};

// Singular finds plural and possessive, US finds UK, Greek letters their names; in quotes too [S1]
// [S4] [S5] [S7]. With a wildcard: assumed off, not documented.
constexpr Variants kVariants{true, true, false, true};

}  // namespace

const Dialect kScopus = {
    .name = "scopus",
    .title = "Scopus advanced search",
    .operators = kOperators,
    .uniform_chains = true,  // [S3] [S9]
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .remark_in_quotes =
        "Scopus expands wildcards in quotes today; in 2008 it read them as punctuation. Web of "
        "Science expands * there too, PubMed since June 2024; Embase and Cochrane never do",  // [S3]
    .wildcards_in_word = 1,  // [S1]; a guide shows *behavio* working [S5]
    .variants = {kVariants, kVariants},
    .stop_words = kStopWords,
    .field_syntax = FieldSyntax::function,
    .fields = kFields,
    .year_comparisons = true,
    .interface_limits = true,
    .lines = {.hash = true},
    .choices = kChoices,
    .remark_curly_quotes =
        "Scopus is reported to ignore curly quotes, so that it would combine the words of each "
        "phrase with AND",  // [S6], a library guide only
    .remark_adjacency = "how the implied AND ranks in Scopus is not documented",
};

}  // namespace litmine
