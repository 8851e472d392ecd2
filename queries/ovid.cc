// Ovid (MEDLINE, Embase, PsycInfo and others on its platform). Two things to know: words side by
// side are a phrase, since `adj` stands between them unseen; and adj3 lets two words stand between,
// one less than its number.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr Operator distance(int binds, bool skips) {
  return {.spelling = "ADJ",
          .kind = Kind::near,
          .binds = binds,
          .numbered = true,
          .n_minus = 1,
          .skips_stop_words = skips,
          .glued = true};
}
constexpr Operator adjacent(int binds, bool skips) {
  return {.spelling = "ADJ",
          .kind = Kind::near,
          .binds = binds,
          .ordered = true,
          .skips_stop_words = skips};
}
constexpr Operator foreign(std::string_view spelling, bool ordered, bool skips) {
  return {.spelling = spelling,
          .kind = Kind::near,
          .binds = 4,
          .numbered = true,
          .ordered = ordered,
          .n_minus = 1,
          .foreign = "ADJ",
          .skips_stop_words = skips};
}

/// The order of the operators was not found in the vendor's pages, so `and_binds` is a choice.
template <bool kSkips>
constexpr Operator operators_with(int and_binds, int at) {
  const Operator kRows[] = {
      {"AND NOT", Kind::except, and_binds, false, false, -1, 0, "NOT"},
      distance(4, kSkips),
      adjacent(4, kSkips),
      foreign("NEAR", false, kSkips),
      {"AND", Kind::all_of, and_binds},
      {"NOT", Kind::except, and_binds},
      foreign("PRE", true, kSkips),
      {"OR", Kind::any_of, 2},
      foreign("W", false, kSkips),
  };
  return kRows[at];
}
template <bool kSkips, int kAndBinds>
constexpr Operator kOperators[] = {
    operators_with<kSkips>(kAndBinds, 0), operators_with<kSkips>(kAndBinds, 1),
    operators_with<kSkips>(kAndBinds, 2), operators_with<kSkips>(kAndBinds, 3),
    operators_with<kSkips>(kAndBinds, 4), operators_with<kSkips>(kAndBinds, 5),
    operators_with<kSkips>(kAndBinds, 6), operators_with<kSkips>(kAndBinds, 7),
    operators_with<kSkips>(kAndBinds, 8),
};

/// The rules that two choices speak of, set together: each choice keeps what the other said.
void set_operators(Dialect& ovid, bool and_first, bool skips) {
  ovid.operators = and_first ? (skips ? std::span(kOperators<true, 3>) : kOperators<false, 3>)
                             : (skips ? std::span(kOperators<true, 2>) : kOperators<false, 2>);
  ovid.adjacency = {Kind::near, 0, true, 5, skips};
}
bool is_and_first(const Dialect& ovid) { return ovid.operators.front().binds == 3; }

// What MEDLINE does not search outside quotes; other files have lists of their own.
constexpr std::string_view kStopWords[] = {
    "a",  "an", "and", "are", "as",   "at",  "be",   "by", "for", "from", "in",   "is",
    "it", "of", "on",  "or",  "that", "the", "this", "to", "was", "were", "with",
};

constexpr Choice kChoices[] = {
    {"order", "left-to-right", "", "",
     [](Dialect& ovid) { set_operators(ovid, false, ovid.adjacency.skips_stop_words); },
     "not in the vendor's pages that could be read [O1] [O2]",
     "AND, OR and NOT are taken from left to right"},
    {"order", "and-first", "", "",
     [](Dialect& ovid) { set_operators(ovid, true, ovid.adjacency.skips_stop_words); },
     "as in most databases", "AND and NOT bind tighter than OR"},
    {"stop-words", "not-counted", "", "",
     [](Dialect& ovid) {
       set_operators(ovid, is_and_first(ovid), true);
       ovid.stop_words = kStopWords;
     },
     "[O4]", "stop words between two terms are not counted", false, true},
    {"stop-words", "counted", "", "",
     [](Dialect& ovid) {
       set_operators(ovid, is_and_first(ovid), false);
       ovid.stop_words = {};
     },
     "in some fields [O4]", "stop words are words like others"},
};

constexpr Quote kQuotes[] = {{'"', '"', Quote::Meaning::phrase}};

// $ : * any number of letters at the end; $n at most n; # one; ? one or none [O2] [O3] [O6].
constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'$', 0, Pattern::kAnyRun},
    {':', 0, Pattern::kAnyRun},
    {'#', 1, 1},
    {'?', 0, 1},
};

constexpr Parts kHeadings{Part::keywords, Part::index_terms};
constexpr Parts kMultiPurpose = kFront | Parts{Part::index_terms};
constexpr std::string_view kTermsRemark =
    "index terms are known only for records that brought them along";

constexpr Field unknown(std::string_view name) { return {name, {}, Field::Use::unknown}; }
constexpr Field words(std::string_view name, Parts parts, std::string_view remark = {}) {
  return {.name = name, .parts = parts, .remark = remark};
}
constexpr Field headings(std::string_view name, std::string_view remark = {}) {
  return {.name = name, .parts = kHeadings, .use = Field::Use::heading, .remark = remark};
}

// MEDLINE's and Embase's codes, and PsycInfo's where they differ. Of two for the same parts the
// first is written.
constexpr Field kFields[] = {
    words("MP", kMultiPurpose),
    words("TI", Part::title),
    words("AB", Part::abstract),
    words("TW", {Part::title, Part::abstract}),
    words("KF", Part::keywords),
    words("KW", Part::keywords),
    headings("SH"),
    headings("MH"),
    headings("DE"),
    words("HW", kHeadings),
    words("AF", kAll),
    words("TX", kText),
    words("AU", Part::authors),
    words("FA", Part::authors, "the first author is searched among all authors"),
    words("AI", Part::authors),
    words("IN", Part::affiliations),
    words("AD", Part::affiliations),
    words("IA", Part::affiliations),
    words("JN", Part::source),
    words("JW", Part::source),
    words("JA", Part::source),
    words("SO", Part::source),
    words("RF", Part::references),
    words("RB", Part::references),
    words("UI", Part::identifiers),
    words("PM", Part::identifiers),
    words("AN", Part::identifiers),
    words("DO", Part::identifiers),
    words("IS", Part::identifiers),
    words("IB", Part::identifiers),
    {.name = "LG", .parts = Part::language, .values = kLanguages},
    {.name = "LA", .parts = Part::language, .values = kLanguages},
    words("PT", Part::doctype),
    words("DT", Part::doctype),
    {.name = "YR", .parts = {}, .use = Field::Use::years},
    {.name = "PY", .parts = {}, .use = Field::Use::years},
    {.name = "DP",
     .parts = {},
     .use = Field::Use::years,
     .remark = "only the year of a date is known here"},
    words("OT", Part::title, "the original title is read like the title"),
    words("ID", Part::keywords),
    words("NM", Part::index_terms, kTermsRemark),
    words("NW", Part::index_terms, kTermsRemark),
    words("RN", Part::index_terms, kTermsRemark),
    words("RW", Part::index_terms, kTermsRemark),
    words("PX", Part::index_terms, kTermsRemark),
    words("RX", Part::index_terms, kTermsRemark),
    words("UX", Part::index_terms, kTermsRemark),
    words("OX", Part::index_terms, kTermsRemark),
    words("SY", Part::index_terms, kTermsRemark),
    words("OS", Part::index_terms, kTermsRemark),
    words("RS", Part::index_terms, kTermsRemark),
    words("PS", Part::index_terms, kTermsRemark),
    words("TN", Part::index_terms, kTermsRemark),
    words("DM", Part::index_terms, kTermsRemark),
    words("MF", Part::index_terms, kTermsRemark),
    words("DV", Part::index_terms, kTermsRemark),
    words("DQ", Part::index_terms, kTermsRemark),
    words("DY", Part::index_terms, kTermsRemark),
    words("CT", Part::index_terms, kTermsRemark),
    words("FS", Part::index_terms, "subheadings are searched as words of the index terms"),
    words("XS", Part::index_terms, "subheadings are searched as words of the index terms"),
    words("TC", Part::abstract, "tables of contents are known only as abstracts"),
    words("BT", Part::source),
    words("CF", Part::source),
    words("GR", Part::back_matter),
    words("GI", Part::back_matter),
    words("NT", kText, "notes are searched in the whole text"),
    unknown("ED"),
    unknown("EM"),
    unknown("EP"),
    unknown("EZ"),
    unknown("DA"),
    unknown("DC"),
    unknown("UP"),
    unknown("RD"),
    unknown("YA"),
    unknown("CP"),
    unknown("PL"),
    unknown("PU"),
    unknown("PB"),
    unknown("SB"),
    unknown("ST"),
    unknown("VO"),
    unknown("IP"),
    unknown("PG"),
    unknown("CC"),
    unknown("CL"),
    unknown("GS"),
    unknown("PH"),
    unknown("OG"),
    unknown("CN"),
    unknown("SI"),
    unknown("DB"),
    unknown("AS"),
    unknown("AC"),
    unknown("LM"),
    unknown("PO"),
    unknown("AG"),
    unknown("GO"),
    unknown("MD"),
    unknown("TD"),
    unknown("SU"),
    unknown("VR"),
};

// MeSH qualifiers, and those that Emtree and APA have besides.
constexpr Value kSubheadings[] = {
    {"ab", "abnormalities"},
    {"ad", "administration & dosage"},
    {"ae", "adverse effects"},
    {"ag", "agonists"},
    {"aa", "analogs & derivatives"},
    {"an", "analysis"},
    {"ah", "anatomy & histology"},
    {"ai", "antagonists & inhibitors"},
    {"bi", "biosynthesis"},
    {"bl", "blood"},
    {"bs", "blood supply"},
    {"cf", "cerebrospinal fluid"},
    {"ch", "chemistry"},
    {"ci", "chemically induced"},
    {"cs", "chemical synthesis"},
    {"cl", "classification"},
    {"co", "complications"},
    {"cn", "congenital"},
    {"ct", "contraindications"},
    {"cy", "cytology"},
    {"df", "deficiency"},
    {"di", "diagnosis"},
    {"dg", "diagnostic imaging"},
    {"du", "diagnostic use"},
    {"dh", "diet therapy"},
    {"de", "drug effects"},
    {"dt", "drug therapy"},
    {"ec", "economics"},
    {"ed", "education"},
    {"em", "embryology"},
    {"en", "enzymology"},
    {"ep", "epidemiology"},
    {"es", "ethics"},
    {"eh", "ethnology"},
    {"et", "etiology"},
    {"ge", "genetics"},
    {"gd", "growth & development"},
    {"hi", "history"},
    {"im", "immunology"},
    {"in", "injuries"},
    {"ir", "innervation"},
    {"is", "instrumentation"},
    {"ip", "isolation & purification"},
    {"lj", "legislation & jurisprudence"},
    {"ma", "manpower"},
    {"mt", "methods"},
    {"me", "metabolism"},
    {"mi", "microbiology"},
    {"mo", "mortality"},
    {"nu", "nursing"},
    {"og", "organization & administration"},
    {"ps", "parasitology"},
    {"py", "pathogenicity"},
    {"pa", "pathology"},
    {"pk", "pharmacokinetics"},
    {"pd", "pharmacology"},
    {"pp", "physiopathology"},
    {"ph", "physiology"},
    {"po", "poisoning"},
    {"pc", "prevention & control"},
    {"px", "psychology"},
    {"ra", "radiography"},
    {"ri", "radionuclide imaging"},
    {"rt", "radiotherapy"},
    {"re", "radiation effects"},
    {"rh", "rehabilitation"},
    {"se", "secretion"},
    {"sc", "secondary"},
    {"st", "standards"},
    {"sn", "statistics & numerical data"},
    {"sd", "supply & distribution"},
    {"su", "surgery"},
    {"tu", "therapeutic use"},
    {"th", "therapy"},
    {"to", "toxicity"},
    {"tm", "transmission"},
    {"tr", "transplantation"},
    {"td", "trends"},
    {"us", "ultrasonography"},
    {"ul", "ultrastructure"},
    {"ut", "utilization"},
    {"ur", "urine"},
    {"ve", "veterinary"},
    {"vi", "virology"},
    // Emtree
    {"cb", "drug combination"},
    {"cm", "drug comparison"},
    {"cr", "drug concentration"},
    {"dv", "drug development"},
    {"do", "drug dose"},
    {"dr", "drug resistance"},
    {"it", "drug interaction"},
    {"iv", "intravenous drug administration"},
    {"po", "oral drug administration"},
    {"pr", "pharmaceutics"},
    {"pe", "pharmacoeconomics"},
    {"dm", "disease management"},
    {"si", "side effect"},
};

}  // namespace

const Dialect kOvid = {
    .name = "ovid",
    .title = "Ovid",
    .default_parts = kMultiPurpose,
    .operators = kOperators<true, 2>,
    .adjacency = {Kind::near, 0, true, 5, true},
    .notes_operator_words = true,  // [O4]
    .largest_distance = 99,        // [O5]
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .numbered_wildcards = "$*",
    .ending_wildcards = "*$:",
    .stems = {.never_first = true},  // [O2] [O3]
    .variants = {},
    .stop_words = kStopWords,
    .heading_signs = HeadingSigns::codes,
    .field_syntax = FieldSyntax::dotted,
    .fields = kFields,
    .slash_headings = true,
    .bracket_comments = true,
    .set_commands = true,
    .subheadings = kSubheadings,
    .lines = {.plain = true, .hash = true},
    .choices = kChoices,
    .remark_curly_quotes = "what Ovid makes of curly quotes is not documented",
    .remark_adjacency = "words side by side are adjacent in that order",
};

}  // namespace litmine
