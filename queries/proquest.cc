// ProQuest, today's platform and the one before it. The one thing to know: `*` stands for at most
// five letters, so `econom*` does not find "econometrically"; and the order of the operators is
// documented for the old platform only, where OR bound tightest.
//
// Keys like [Q1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

// PRE, NEAR, AND, OR, NOT: often quoted, but the page was not found. A bare NEAR is said to be
// NEAR/4, likewise.
constexpr Operator kOperators[] = {
    // spelling  kind           binds  numbered  ordered  default
    {"AND NOT", Kind::except, 1},     {"NEAR", Kind::near, 4, true, false, 4},
    {"LNK", Kind::same_entry, 6},     {"AND", Kind::all_of, 3},
    {"NOT", Kind::except, 1},         {"PRE", Kind::near, 5, true, true, 4},
    {"OR", Kind::any_of, 2},          {"N", Kind::near, 4, true, false},
    {"P", Kind::near, 5, true, true}, {"W", Kind::near, 4, true, false, -1, 0, "NEAR"},
};

// One product of the house reads everything from left to right [Q4].
constexpr Operator kLeftToRight[] = {
    {"AND NOT", Kind::except, 1},     {"NEAR", Kind::near, 1, true, false, 4},
    {"LNK", Kind::same_entry, 6},     {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},         {"PRE", Kind::near, 1, true, true, 4},
    {"OR", Kind::any_of, 1},          {"N", Kind::near, 1, true, false},
    {"P", Kind::near, 1, true, true}, {"W", Kind::near, 1, true, false, -1, 0, "NEAR"},
};

// The old platform's order [Q2].
constexpr Operator kOrFirst[] = {
    {"AND NOT", Kind::except, 1},     {"NEAR", Kind::near, 3, true, false, 4},
    {"LNK", Kind::same_entry, 6},     {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 1},         {"PRE", Kind::near, 4, true, true, 4},
    {"OR", Kind::any_of, 5},          {"N", Kind::near, 3, true, false},
    {"P", Kind::near, 4, true, true}, {"W", Kind::near, 3, true, false, -1, 0, "NEAR"},
};

// OR, PRE, W, AND, AND NOT, W/DOC [Q2] [Q3].
constexpr Operator kOldOperators[] = {
    {"AND NOT", Kind::except, 2},
    {"W/DOC", Kind::all_of, 1},
    {"NEAR", Kind::near, 4, true, false, -1, 0, "W"},
    {"AND", Kind::all_of, 3},
    {"NOT", Kind::except, 2, false, false, -1, 0, "AND NOT"},
    {"PRE", Kind::near, 5, true, true},
    {"OR", Kind::any_of, 6},
    {"W", Kind::near, 4, true, false},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},  // exact: no variants, unless braces stand inside [Q1]
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, 5},  // [Q1]; `[*n]` up to n [Q5]
    {'?', 1, 1},  // [Q3]
};
constexpr Wildcard kOldWildcards[] = {
    {'*', 0, Pattern::kAnyRun},  // [Q3]
    {'?', 1, 1},
};

constexpr Parts kHeadings = Parts{Part::index_terms, Part::keywords};
constexpr Parts kNotFullText =
    kFront | Parts{Part::index_terms,  Part::authors,  Part::source, Part::identifiers,
                   Part::affiliations, Part::language, Part::doctype};
constexpr std::string_view kHeadingRemark =
    "subject terms are known only for records that brought them along";
constexpr std::string_view kDateRemark = "only the years of a date are known here";

constexpr Field subject(std::string_view name) {
  return {name, kHeadings, Field::Use::words, Field::Entry::none, false, {}, kHeadingRemark};
}
constexpr Field unknown(std::string_view name) { return {name, {}, Field::Use::unknown}; }

// From usage in published strategies. `.EXACT` and `.EXACT.EXPLODE` may follow each.
const Field kFields[] = {
    {"TI", Part::title},
    {"AB", Part::abstract},
    {"IF", Part::keywords},
    {"DISKW", Part::keywords},
    {"TITLE", Part::title},
    {"ABSTRACT", Part::abstract},
    {"SUMMARY", Part::abstract},
    subject("SU"),
    subject("SUB"),
    subject("SUBJECT"),
    subject("MAINSUBJECT"),
    subject("MESH"),
    subject("MJMESH"),
    subject("EMB"),
    subject("MJEMB"),
    subject("MJSUB"),
    subject("DE"),
    {"NOFT", kNotFullText},
    {"TIAB", Parts{Part::title, Part::abstract}},
    {"ALL", kAll},
    {"FT", kBody},
    {"TX", kBody},
    {"AU", Part::authors, Field::Use::words, Field::Entry::words},
    {"AF", Part::affiliations, Field::Use::words, Field::Entry::words},
    {"PUB", Part::source},
    {"PUBTITLE", Part::source},
    {"SO", Part::source},
    {"ISSN", Part::identifiers},
    {"ISBN", Part::identifiers},
    {"DOI", Part::identifiers},
    {"CIT", Part::references, Field::Use::words, Field::Entry::all},
    {"LA", Part::language, Field::Use::words, Field::Entry::none, false, kLanguages},
    {"DTYPE", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"RTYPE", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"STYPE", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"YR", {}, Field::Use::years},
    {"PY", {}, Field::Use::years},
    {"PD", {}, Field::Use::years, Field::Entry::none, false, {}, kDateRemark},
    unknown("PSTYPE"),
    unknown("PEER"),
    unknown("SCHOL"),
    unknown("LOC"),
    unknown("GEO"),
    unknown("PER"),
    unknown("ORG"),
    unknown("CC"),
    unknown("AN"),
    unknown("ID"),
    unknown("DEG"),
    unknown("SCH"),
    unknown("ADV"),
    unknown("TR"),
    unknown("SEC"),
    unknown("NAICS"),
    unknown("FDB"),
    unknown("UD"),
};

// What the history and exports add.
constexpr Setting kSettings[] = {
    {"ADDITIONAL LIMITS"}, {"NARROWED BY"}, {"SEARCHED FOR"}, {"LIMITS APPLIED"}, {"DATABASES"},
};

constexpr std::string_view kQuotedOrder = "PRE, NEAR, AND, OR, NOT is the order, tightest first";

constexpr Choice kChoices[] = {
    {"order", "near-and-or-not", "", "", [](Dialect& proquest) { proquest.operators = kOperators; },
     "often quoted, page not found", kQuotedOrder},
    {"order", "or-first", "", "", [](Dialect& proquest) { proquest.operators = kOrFirst; },
     "[Q2], the platform before", "OR binds tightest, as on the platform before"},
    {"order", "left-to-right", "", "", [](Dialect& proquest) { proquest.operators = kLeftToRight; },
     "[Q4]", "all operators are read from left to right"},
    {"distance", "between", "", "", [](Dialect& proquest) { proquest.distance_minus = 0; },
     "as most databases count", "NEAR/3 lets three words stand between"},
    {"distance", "apart", "", "", [](Dialect& proquest) { proquest.distance_minus = 1; },
     "[Q3] says \"within\" only", "NEAR/3 lets two words stand between"},
};

}  // namespace

const Dialect kProquest = {
    .name = "proquest",
    .title = "ProQuest",
    .operators = kOperators,
    .quotes = kQuotes,
    .braces_keep_variants = true,
    .wildcards = kWildcards,
    .bracketed_wildcards = true,
    .numbered_wildcards = "$",
    .stems = {.never_first = true},
    .variants = {{.spelling = true, .lemmas = true}, {}},  // [Q1]
    .field_syntax = FieldSyntax::function,
    .field_lists = true,
    .fields = kFields,
    .settings = kSettings,
    .lines = {.hash = true, .letter = true},
    .choices = kChoices,
    .remark_curly_quotes = "what ProQuest makes of curly quotes is not documented",
    .remark_adjacency = "how the implied AND ranks in ProQuest is not documented",
};

const Dialect kProquestOld = {
    .name = "proquest-old",
    .title = "ProQuest before 2011",
    .operators = kOldOperators,
    .quotes = kQuotes,
    .wildcards = kOldWildcards,
    .stems = {.never_first = true},
    .field_syntax = FieldSyntax::function,
    .field_lists = true,
    .fields = kFields,
    .remark_curly_quotes = "what ProQuest makes of curly quotes is not documented",
    .remark_adjacency = "how the implied AND ranks in ProQuest is not documented",
};

}  // namespace litmine
