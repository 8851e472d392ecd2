// The Cochrane Library's search manager. The one thing to know: quotes take no wildcards, so
// phrases with one are written with NEXT: lung NEXT cancer*.
//
// Keys like [C1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Use = Field::Use;

// A bare NEAR is NEAR/6, NEXT is ordered and adjacent [C1]. The order of AND and OR was found on no
// page, so it is a choice.
constexpr Operator kAndFirst[] = {
    // spelling  kind           binds  numbered  ordered  default
    {"AND NOT", Kind::except, 3, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 5, true, false, 6},
    {"NEXT", Kind::near, 5, true, true, 0},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 3},
    {"PRE", Kind::near, 5, true, true, -1, 0, "NEXT"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 5, true, false, -1, 0, "NEAR/n"},
};
constexpr Operator kLeftToRight[] = {
    {"AND NOT", Kind::except, 1, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 2, true, false, 6},
    {"NEXT", Kind::near, 2, true, true, 0},
    {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},
    {"PRE", Kind::near, 2, true, true, -1, 0, "NEXT"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 2, true, false, -1, 0, "NEAR/n"},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'?', 0, 1},
};

// [C1]; the first with the parts wanted is the one that is written.
const Field kFields[] = {
    {.name = "TI", .parts = Part::title},
    {.name = "AB", .parts = Part::abstract},
    {.name = "KW",
     .parts = kHeadingParts,
     .remark = "KW also searches headings; here these are known only for records that brought "
               "them along"},
    {.name = "AU", .parts = Part::authors, .entry = Field::Entry::words},
    {.name = "SO", .parts = Part::source},
    {.name = "DOI", .parts = Part::identifiers, .also = "AN|UI"},
    {.name = "PT", .parts = Part::doctype, .values = kPublicationTypes},
    {.name = "LA", .parts = Part::language, .values = kLanguages},
    {.name = "TX", .parts = kText, .also = "ALL"},
    {.name = "YR", .use = Use::years, .also = "PY"},
    {.name = "CC", .use = Use::unknown, .also = "CRG"},
};

constexpr Choice kChoices[] = {
    {"order", "and-first", "", "", [](Dialect& cochrane) { cochrane.operators = kAndFirst; },
     "assumed", "AND binds tighter than OR"},
    {"order", "left-to-right", "", "", [](Dialect& cochrane) { cochrane.operators = kLeftToRight; },
     "not documented", "AND and OR are read from left to right"},
    {"near-number", "words-between", "", "", [](Dialect& cochrane) { cochrane.distance_minus = 0; },
     "[C1], \"within x words\"", "n words may stand between"},
    {"near-number", "one-less", "", "", [](Dialect& cochrane) { cochrane.distance_minus = 1; },
     "as Embase [M1]", "n - 1 words may stand between"},
    {"question-mark", "none-or-one", "", "",
     [](Dialect& cochrane) { cochrane.wildcards = kWildcards; }, "[M3]", "? is no letter or one"},
    {"question-mark", "exactly-one", "", "",
     [](Dialect& cochrane) {
       static constexpr Wildcard kExactly[] = {{'*', 0, Pattern::kAnyRun}, {'?', 1, 1}};
       cochrane.wildcards = kExactly;
     },
     "other guides", "? is one letter"},
};

}  // namespace

const Dialect kCochrane = {
    .name = "cochrane",
    .title = "Cochrane Library search manager",
    .default_parts = kRecord,
    .operators = kAndFirst,
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .quoted_wildcards = QuotedWildcards::characters,
    .in_a_row = "NEXT",
    .heading_signs = HeadingSigns::none,
    .field_syntax = FieldSyntax::colon_behind,
    .mesh_descriptors = true,
    .fields = kFields,
    .lines = {.hash = true},
    .choices = kChoices,
    .remark_curly_quotes = "what the Cochrane Library makes of curly quotes is not documented",
    .remark_adjacency = "how the implied AND ranks there is not documented",
};

}  // namespace litmine
