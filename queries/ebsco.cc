// EBSCOhost. The one thing to know: words side by side are no phrase and no AND but within five
// words of each other, unless the library's profile says otherwise; and stop words are never
// searched, not even in quotes, where each stands for exactly one word, whichever.
//
// Keys like [E1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

// Nn and Wn with n words between at most [E5] [E7]; AND before OR [E4]. NOT like AND: not found.
constexpr Operator kOperators[] = {
    // spelling  kind           binds  numbered  ordered
    {"AND NOT", Kind::except, 2, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 3, true, false, -1, 0, "N"},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 2},
    {"PRE", Kind::near, 3, true, true, -1, 0, "W"},
    {"OR", Kind::any_of, 1},
    {.spelling = "N", .kind = Kind::near, .binds = 3, .numbered = true, .glued = true},
    {.spelling = "W",
     .kind = Kind::near,
     .binds = 3,
     .numbered = true,
     .ordered = true,
     .glued = true},
};

// From left to right [E5]; the proximities still stand closest.
constexpr Operator kLeftToRight[] = {
    {"AND NOT", Kind::except, 1, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 3, true, false, -1, 0, "N"},
    {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},
    {"PRE", Kind::near, 3, true, true, -1, 0, "W"},
    {"OR", Kind::any_of, 1},
    {.spelling = "N", .kind = Kind::near, .binds = 3, .numbered = true, .glued = true},
    {.spelling = "W",
     .kind = Kind::near,
     .binds = 3,
     .numbered = true,
     .ordered = true,
     .glued = true},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},  // no plurals, no possessives [E5] [E8]
};

// A final `?` is removed, and a final `#` behind fewer than three letters [E2].
constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'?', 1, 1, Wildcard::kAlways},
    {'#', 0, 1, 3},
};

// Words, operators in quotes included, that stand for any one word [E1] [E6]; the list of [E9] and
// the examples of [E1]. Each database has further ones of its own.
constexpr std::string_view kStopWords[] = {
    "a",        "after",   "also",  "an",    "and",   "are",  "as",  "at",   "be",
    "because",  "been",    "but",   "by",    "for",   "from", "has", "have", "however",
    "if",       "in",      "is",    "not",   "of",    "on",   "or",  "so",   "than",
    "that",     "the",     "their", "there", "these", "this", "to",  "was",  "were",
    "whatever", "whether", "which", "with",  "would",
};

constexpr Parts kHeadings = Parts{Part::index_terms, Part::keywords};
constexpr std::string_view kHeadingRemark =
    "subject headings are known only for records that brought them along";
constexpr std::string_view kDateRemark = "only the years of a date are known here";

constexpr Field heading(std::string_view name, bool focus = false) {
  Field field{name, kHeadings, Field::Use::heading};
  field.remark = kHeadingRemark;
  field.focus = focus;
  return field;
}
constexpr Field entry(std::string_view name, Part part) {
  return {name, part, Field::Use::words, Field::Entry::words};
}
constexpr Field unknown(std::string_view name) { return {name, {}, Field::Use::unknown}; }

// [E2] [E5] and the databases' own lists; the first field with the parts wanted is the one written.
const Field kFields[] = {
    {"TI", Part::title},
    {"AB", Part::abstract},
    {"KW", Part::keywords},
    {"SU", kHeadings, Field::Use::words, Field::Entry::none, false, {}, kHeadingRemark},
    {"SH", kHeadings, Field::Use::words, Field::Entry::none, false, {}, kHeadingRemark},
    {"MW", kHeadings, Field::Use::words, Field::Entry::none, false, {}, kHeadingRemark},
    {"XB", kFront | kHeadings, Field::Use::words, Field::Entry::none, false, {}, kHeadingRemark},
    heading("MH"),
    heading("MM", true),
    heading("MJ", true),
    heading("DE"),
    heading("DH"),
    heading("ZU"),
    entry("AU", Part::authors),
    entry("AR", Part::authors),
    entry("AF", Part::affiliations),
    entry("AD", Part::affiliations),
    {"SO", Part::source},
    {"JN", Part::source},
    {"JT", Part::source},
    {"TX", kAll},
    {"FT", kBody},
    {"IS", Part::identifiers},
    {"IB", Part::identifiers},
    {"SN", Part::identifiers},
    {"DOI", Part::identifiers},
    {"PM", Part::identifiers},
    {"LA", Part::language, Field::Use::words, Field::Entry::none, false, kLanguages},
    {"PT", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"ZT", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"PY", {}, Field::Use::years},
    {"YR", {}, Field::Use::years},
    {"DT", {}, Field::Use::years, Field::Entry::none, false, {}, kDateRemark},
    {"RF", Part::references, Field::Use::words, Field::Entry::all},
    {"CR", Part::references, Field::Use::words, Field::Entry::all},
    unknown("AN"),
    unknown("UI"),
    unknown("AG"),
    unknown("GE"),
    unknown("GN"),
    unknown("PG"),
    unknown("RV"),
    unknown("RT"),
    unknown("SB"),
    unknown("ZR"),
    unknown("ZX"),
    unknown("ZZ"),
    unknown("VI"),
    unknown("IP"),
    unknown("CC"),
    unknown("DD"),
    unknown("EM"),
};

// The lines below a search in the search history.
constexpr Setting kSettings[] = {
    {"SEARCH MODES"}, {"SEARCH SCREEN"}, {"EXPANDERS"}, {"INTERFACE"},
    {"NARROW BY"},    {"LIMITERS"},      {"DATABASE"},
};

constexpr Choice kChoices[] = {
    {"order", "and-first", "", "", [](Dialect& ebsco) { ebsco.operators = kOperators; }, "[E4]",
     "AND binds tighter than OR"},
    {"order", "left-to-right", "", "", [](Dialect& ebsco) { ebsco.operators = kLeftToRight; },
     "[E5]", "AND, OR and NOT are read from left to right"},
    {"adjacency", "near-5", "", "",
     [](Dialect& ebsco) {
       ebsco.adjacency = {Kind::near, 5, false, 0};
     },
     "[E1]", "words side by side stand within five words of each other"},
    {"adjacency", "phrase", "", "",
     [](Dialect& ebsco) {
       ebsco.adjacency = {Kind::near, 0, true, 0};
     },
     "[E1] [E6]", "words side by side are a phrase"},
    {"adjacency", "and", "", "", [](Dialect& ebsco) { ebsco.adjacency = {}; }, "[E1]",
     "words side by side are joined by AND"},
};

}  // namespace

const Dialect kEbsco = {
    .name = "ebsco",
    .title = "EBSCOhost",
    .operators = kOperators,
    .adjacency = {Kind::near, 5, false, 0},
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .any_word = '*',                 // a midsummer * dream [E2] [E8]
    .stems = {.never_first = true},  // [E2] [E3]
    .variants = {{.plurals = true}, {}},
    .stop_words = kStopWords,
    .stop_words_stand_for_any = true,
    .heading_signs = HeadingSigns::plus,
    .field_syntax = FieldSyntax::prefix,
    .fields = kFields,
    .settings = kSettings,
    .lines = {.hash = true, .letter = true},
    .choices = kChoices,
    .remark_curly_quotes = "what EBSCOhost makes of curly quotes is not documented",
    .remark_adjacency = "how the implied operator ranks in EBSCOhost is not documented",
};

}  // namespace litmine
