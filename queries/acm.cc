// The ACM Digital Library. The one thing to know: words side by side are alternatives, so
// `machine learning` finds what holds either.
//
// Keys like [A1] are listed in docs/dialects.md.
#include "queries/dialects.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Use = Field::Use;

// Capitals only [A1]. No page tells the order; the engine behind it is of Lucene's family.
constexpr Operator kAndFirst[] = {
    // spelling  kind           binds
    {"AND NOT", Kind::except, 3, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 5, true, false, -1, 0, "\"a b\"~n"},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 3},
    {"PRE", Kind::near, 5, true, true, -1, 0, "\"a b\"~n"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 5, true, false, -1, 0, "\"a b\"~n"},
};
constexpr Operator kLeftToRight[] = {
    {"AND NOT", Kind::except, 1, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 2, true, false, -1, 0, "\"a b\"~n"},
    {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},
    {"PRE", Kind::near, 2, true, true, -1, 0, "\"a b\"~n"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 2, true, false, -1, 0, "\"a b\"~n"},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'?', 1, 1},
};

// As the interface writes them; no list of the vendor could be read.
const Field kFields[] = {
    {.name = "TITLE", .parts = Part::title},
    {.name = "ABSTRACT", .parts = Part::abstract},
    {.name = "KEYWORD", .parts = Part::keywords, .also = "KEYWORDS|AUTHOR KEYWORD"},
    {.name = "ALLFIELD", .parts = kAll, .also = "ANYWHERE|ANYFIELD"},
    {.name = "FULLTEXT", .parts = kText, .also = "FULL TEXT|FULLTEXTSEARCH"},
    {.name = "CONTRIBAUTHOR", .parts = Part::authors, .also = "AUTHOR|CONTRIB"},
    {.name = "AFFILIATION", .parts = Part::affiliations},
    {.name = "PUBTITLE", .parts = Part::source, .also = "PUBLICATIONTITLE|CONTENTGROUPTITLE"},
    {.name = "DOI", .parts = Part::identifiers, .also = "ISBN|ISSN"},
    {.name = "ACMID", .use = Use::unknown, .also = "CCS|PUBIDSORTFIELD|EARLIEST|OWNERS"},
};

constexpr Choice kChoices[] = {
    {"order", "and-first", "", "", [](Dialect& acm) { acm.operators = kAndFirst; }, "assumed",
     "AND binds tighter than OR"},
    {"order", "left-to-right", "", "", [](Dialect& acm) { acm.operators = kLeftToRight; },
     "not documented", "AND and OR are read from left to right"},
};

}  // namespace

const Dialect kAcm = {
    .name = "acm",
    .title = "ACM Digital Library",
    .default_parts = kRecord,
    .operators = kAndFirst,
    .capitals_only = true,
    .adjacency = {.kind = Kind::any_of},
    .quotes = kQuotes,
    .phrase_distances = true,
    .wildcards = kWildcards,
    .variants = {{true, false, true, false},
                 {}},  // "plurals and stemming" [A1]; in quotes: assumed
    .field_syntax = FieldSyntax::name_colon,
    .fields = kFields,
    .choices = kChoices,
    .remark_curly_quotes = "what the ACM Digital Library makes of curly quotes is not documented",
    .remark_adjacency = "words side by side are alternatives there",
};

}  // namespace litmine
