// Embase on embase.com. The one thing to know: NEAR/5 allows four words between, and operators are
// read from left to right. The same records on Ovid are searched in Ovid's dialect.
//
// Keys like [M1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Use = Field::Use;

// "One Boolean operator does not take precedence over another", left to right [M2]. That proximity
// comes first is assumed: AND may not stand in its operands.
constexpr Operator kOperators[] = {
    // spelling  kind           binds  numbered  ordered  default  n minus
    {"AND NOT", Kind::except, 1, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 2, true, false, -1, 1},
    {"NEXT", Kind::near, 2, true, true, -1, 1},
    {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},
    {"PRE", Kind::near, 2, true, true, -1, 0, "NEXT/n with a number greater by one"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 2, true, false, -1, 0, "NEAR/n with a number greater by one"},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},
    {'\'', '\'', Quote::Meaning::phrase},
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},  // [M1]
    {'?', 1, 1},                 // [M1]
    {'$', 0, 1},                 // a library guide only [M3]
};

constexpr std::string_view kNameOfSubstance = "searched among the index terms";

// The codes of published strategies; no list of the vendor could be read. The first with the parts
// wanted is the one that is written.
const Field kFields[] = {
    {.name = "TI", .parts = Part::title, .also = "TT"},
    {.name = "AB", .parts = Part::abstract},
    {.name = "KW", .parts = Part::keywords},
    {.name = "AU", .parts = Part::authors, .entry = Field::Entry::words, .also = "CA"},
    {.name = "AF", .parts = Part::affiliations, .entry = Field::Entry::words, .also = "FF|AD|CY"},
    {.name = "JT", .parts = Part::source, .also = "TA|JA|SO"},
    {.name = "DO", .parts = Part::identifiers, .also = "DOI|IS|UI|ID|AN|PUI"},
    {.name = "LA", .parts = Part::language, .values = kLanguages},
    {.name = "IT", .parts = Part::doctype, .values = kPublicationTypes, .also = "PT"},
    {.name = "PY", .use = Use::years},
    {.name = "SD",
     .use = Use::years,
     .remark = "the day of an entry is not known here; the year of publication is taken",
     .also = "ED"},
    {.name = "DE", .parts = kHeadingParts, .use = Use::heading},
    {.name = "EXP", .parts = kHeadingParts, .use = Use::heading, .explode = true},
    {.name = "MJ", .parts = kHeadingParts, .use = Use::heading, .focus = true},
    {.name = "EXP/MJ",
     .parts = kHeadingParts,
     .use = Use::heading,
     .explode = true,
     .focus = true,
     .also = "MJ/EXP"},
    {.name = "BR",
     .parts = kHeadingParts,
     .use = Use::heading,
     .remark = "/br also searches the synonyms of a heading, which are not known here",
     .explode = true,
     .also = "SYN"},
    {.name = "LNK",
     .parts = Part::index_terms,
     .remark = "subheadings are searched in whole headings"},
    {.name = "TN", .parts = Part::index_terms, .remark = kNameOfSubstance},
    {.name = "RN", .parts = Part::index_terms, .remark = kNameOfSubstance},
    {.name = "CN", .use = Use::unknown},
    {.name = "DN", .use = Use::unknown, .also = "DF|MN|MS|GN|NC"},
    {.name = "LIM", .use = Use::unknown},  // what it knows is read by embase_limits.cc
};

}  // namespace

const Dialect kEmbase = {
    .name = "embase",
    .title = "Embase",
    .default_parts = kRecord,
    .operators = kOperators,
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .quoted_wildcards = QuotedWildcards::characters,  // 'heart infarction*' yields 0 results [M1]
    .in_a_row = "NEXT/1",
    .heading_signs = HeadingSigns::none,
    .field_syntax = FieldSyntax::colon_behind,
    .slash_behind = true,
    .bracketed_limits = true,
    .fields = kFields,
    .lines = {.hash = true},
    .remark_curly_quotes = "what Embase makes of curly quotes is not documented",
};

}  // namespace litmine
