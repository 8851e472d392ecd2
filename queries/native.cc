// litmine's own writing: every tree can be written in it and is read back the same. The one thing
// to know: nothing is implied. Words stand for themselves (`mouse~l` asks for inflected forms), and
// operators of different kinds need brackets.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr Operator kOperators[] = {
    // spelling  kind          binds  numbered  ordered  default
    {"NEAR-ALL-BUT-STOP-WORDS", Kind::near, 5, true, false, -1, 0, {}, true, true},
    {"NEAR-BUT-STOP-WORDS", Kind::near, 5, true, false, -1, 0, {}, false, true},
    {"PRE-BUT-STOP-WORDS", Kind::near, 5, true, true, -1, 0, {}, false, true},
    {"NEAR-ALL", Kind::near, 5, true, false, -1, 0, {}, true, false},
    {"AND NOT", Kind::except, 3},
    {"NEAR", Kind::near, 5, true, false, 15},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 3},
    {"PRE", Kind::near, 5, true, true},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 5, true, false},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},
    {'{', '}', Quote::Meaning::exact},
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'?', 1, 1},
    {'$', 0, 1},
};

// Beside these, every list of part names (corpus/part.h) is a field: `title,abstract:`; and
// `least/3:x` wants x in three places of one part.
const Field kFields[] = {
    {"YEAR", {}, Field::Use::years},
    {"LANGUAGE", Part::language, Field::Use::words, Field::Entry::none, false, kLanguages},
    {"DOCTYPE", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"ENTRY", {}, Field::Use::words, Field::Entry::all},
    {"HEADING", {}, Field::Use::heading},
};

}  // namespace

const Dialect kNative = {
    .name = "native",
    .title = "litmine's own writing",
    .operators = kOperators,
    .adjacency_is_error = true,
    .mixing_is_error = true,
    .largest_distance = 0xffffffff,
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .counted_wildcards = true,
    .any_word = '?',
    .variants = {},
    .variant_suffixes = true,
    .heading_signs = HeadingSigns::own,
    .field_syntax = FieldSyntax::colon,
    .fields = kFields,
    .remark_curly_quotes = "write straight ones",
};

}  // namespace litmine
