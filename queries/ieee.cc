// IEEE Xplore's command search. The one thing to know: fields are names in quotes before a colon,
// "Document Title":x, and NEAR/n takes phrases.
//
// Keys like [I1] are listed in docs/dialects.md.
#include "queries/dialects.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Use = Field::Use;

// `(gasoline NOT diesel) AND hybrid electric AND vehicle` is called the same without its brackets
// [I1], which is so in both orders.
constexpr Operator kAndFirst[] = {
    // spelling  kind           binds  numbered  ordered
    {"AND NOT", Kind::except, 3, false, false, -1, 0, "NOT"},
    {"ONEAR", Kind::near, 5, true, true},
    {"NEAR", Kind::near, 5, true, false},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 3},
    {"PRE", Kind::near, 5, true, true, -1, 0, "ONEAR/n"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 5, true, false, -1, 0, "NEAR/n"},
};
constexpr Operator kLeftToRight[] = {
    {"AND NOT", Kind::except, 1, false, false, -1, 0, "NOT"},
    {"ONEAR", Kind::near, 2, true, true},
    {"NEAR", Kind::near, 2, true, false},
    {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},
    {"PRE", Kind::near, 2, true, true, -1, 0, "ONEAR/n"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 2, true, false, -1, 0, "NEAR/n"},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'?', 1, 1},
};

// The names that command search offers.
const Field kFields[] = {
    {.name = "DOCUMENT TITLE", .parts = Part::title, .also = "TITLE|ARTICLE TITLE"},
    {.name = "ABSTRACT", .parts = Part::abstract},
    {.name = "AUTHOR KEYWORDS", .parts = Part::keywords},
    {.name = "INDEX TERMS",
     .parts = kHeadingParts,
     .remark = "index terms are known here only for records that brought them along",
     .also = "IEEE TERMS|INSPEC CONTROLLED TERMS|INSPEC NON-CONTROLLED TERMS|MESH_TERMS"},
    {.name = "ALL METADATA", .parts = kRecord},
    {.name = "FULL TEXT & METADATA",
     .parts = kAll,
     .also = "FULL TEXT ONLY|FULL TEXT .AND. METADATA"},
    {.name = "AUTHORS", .parts = Part::authors, .entry = Field::Entry::words, .also = "AUTHOR"},
    {.name = "AUTHOR AFFILIATIONS", .parts = Part::affiliations, .also = "AUTHOR AFFILIATION"},
    {.name = "PUBLICATION TITLE", .parts = Part::source},
    {.name = "DOI",
     .parts = Part::identifiers,
     .also = "ISSN|ISBN|ACCESSION NUMBER|ARTICLE NUMBER"},
    {.name = "PUBLICATION YEAR", .use = Use::years},
    {.name = "PUBLISHER",
     .use = Use::unknown,
     .also = "STANDARD NUMBER|STANDARDS DICTIONARY TERMS|STANDARDS ICS TERMS|ISSUE|VOLUME|"
             "FUNDING AGENCY|PARENT PUBLICATION NUMBER|ORCID"},
};

constexpr Choice kChoices[] = {
    {"order", "and-first", "", "", [](Dialect& ieee) { ieee.operators = kAndFirst; }, "assumed",
     "AND binds tighter than OR"},
    {"order", "left-to-right", "", "", [](Dialect& ieee) { ieee.operators = kLeftToRight; },
     "not documented", "AND and OR are read from left to right"},
};

}  // namespace

const Dialect kIeee = {
    .name = "ieee",
    .title = "IEEE Xplore command search",
    .default_parts = kRecord,
    .operators = kAndFirst,
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .field_syntax = FieldSyntax::name_colon,
    .fields = kFields,
    .choices = kChoices,
    .remark_curly_quotes = "what IEEE Xplore makes of curly quotes is not documented",
    .remark_adjacency = "how the implied AND ranks in IEEE Xplore is not documented",
};

}  // namespace litmine
