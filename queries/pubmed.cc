// PubMed. The one thing to know: operators are read strictly from left to right, and only in
// capitals; and a tag belongs to the one term before it, so words side by side are one term.
//
// Keys like [P1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Use = Field::Use;

// From left to right, upper case only [P0] [P1] [P8]. There are no proximity operators; those of
// other databases are read as what they mean there.
constexpr std::string_view kProximity = "\"a b\"[tiab:~n]";
constexpr Operator kOperators[] = {
    // spelling  kind           binds  numbered  ordered
    {"AND NOT", Kind::except, 1, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 2, true, false, -1, 0, kProximity},
    {"AND", Kind::all_of, 1},
    {"NOT", Kind::except, 1},
    {"PRE", Kind::near, 2, true, true, -1, 0, kProximity},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 2, true, false, -1, 0, kProximity},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
};

constexpr Parts kTextWords = kFront | Parts{Part::index_terms, Part::doctype};
constexpr std::string_view kEntryDate =
    "the day of an entry is not known here; the year of publication is taken in its place";
constexpr std::string_view kSubheading =
    "[sh] is searched in whole headings: which part of one is a subheading is not told apart";
constexpr std::string_view kAnyAuthor = "read as any author";

// The tags of the help's list [P8]; the first with the parts wanted is the one that is written.
const Field kFields[] = {
    {.name = "TIAB", .parts = kFront, .distances = true, .also = "TITLE/ABSTRACT"},
    {.name = "TI", .parts = Part::title, .distances = true, .also = "TITLE|TITL"},
    {.name = "AB", .parts = Part::abstract, .also = "ABSTRACT"},
    {.name = "OT", .parts = Part::keywords, .also = "OTHER TERM|KEYWORD|KEYWORDS"},
    {.name = "TW", .parts = kTextWords, .also = "TEXT WORD|TEXT WORDS|TEXT|WORD"},
    {.name = "ALL", .parts = kRecord, .also = "ALL FIELDS|ALL FIELD"},
    {.name = "MH",
     .parts = kHeadingParts,
     .use = Use::heading,
     .explode = true,
     .also = "MESH|MESH TERMS|MESH TERM|MESH HEADING|MESH HEADINGS|MH:EXP|MESH:EXP"},
    {.name = "MH:NOEXP",
     .parts = kHeadingParts,
     .use = Use::heading,
     .also = "MESH:NOEXP|MESH TERMS:NOEXP|MESH TERM:NOEXP"},
    {.name = "MAJR",
     .parts = kHeadingParts,
     .use = Use::heading,
     .explode = true,
     .focus = true,
     .also = "MESH MAJOR TOPIC|MESH MAJOR TOPICS|MAJOR TOPIC|MAJR:EXP"},
    {.name = "MAJR:NOEXP",
     .parts = kHeadingParts,
     .use = Use::heading,
     .focus = true,
     .also = "MESH MAJOR TOPIC:NOEXP|MAJOR TOPIC:NOEXP"},
    {.name = "SH",
     .parts = Part::index_terms,
     .remark = kSubheading,
     .also = "SUBHEADING|SUBHEADINGS|MESH SUBHEADING|MESH SUBHEADINGS|SUBHEADING:NOEXP|SH:NOEXP"},
    {.name = "NM", .parts = Part::index_terms, .also = "SUPPLEMENTARY CONCEPT|SUBSTANCE NAME"},
    {.name = "PA",
     .parts = Part::index_terms,
     .remark = "what a substance does is not known here; searched among the headings",
     .also = "PHARMACOLOGICAL ACTION"},
    {.name = "RN", .parts = Part::index_terms, .also = "EC/RN NUMBER"},
    {.name = "AU", .parts = Part::authors, .also = "AUTHOR|AUTHORS"},
    {.name = "FAU", .parts = Part::authors, .also = "FULL AUTHOR NAME|AUTHOR - FULL"},
    {.name = "1AU",
     .parts = Part::authors,
     .remark = kAnyAuthor,
     .also = "FIRST AUTHOR NAME|AUTHOR - FIRST"},
    {.name = "LASTAU",
     .parts = Part::authors,
     .remark = kAnyAuthor,
     .also = "LAST AUTHOR NAME|AUTHOR - LAST"},
    {.name = "CN", .parts = Part::authors, .also = "CORPORATE AUTHOR|AUTHOR - CORPORATE"},
    {.name = "AD", .parts = Part::affiliations, .distances = true, .also = "AFFILIATION"},
    {.name = "TA", .parts = Part::source, .also = "JOUR|JOURNAL|JOURNAL TITLE ABBREVIATION|SO"},
    {.name = "PMID", .parts = Part::identifiers, .adjacent_or = true, .also = "UID"},
    {.name = "AID",
     .parts = Part::identifiers,
     .also = "DOI|ARTICLE IDENTIFIER|LID|LOCATION ID|IS|ISSN|ISBN|PMC|PMCID|SI|"
             "SECONDARY SOURCE ID"},
    {.name = "LA", .parts = Part::language, .values = kLanguages, .also = "LANGUAGE|LANG"},
    {.name = "PT",
     .parts = Part::doctype,
     .values = kPublicationTypes,
     .also = "PTYP|PUBLICATION TYPE|PUBLICATION TYPES"},
    {.name = "DP",
     .use = Use::years,
     .also = "PDAT|DATE - PUBLICATION|PUBLICATION DATE|DATE OF PUBLICATION|YEAR"},
    {.name = "PPDAT", .use = Use::years, .also = "PRINT DATE|EPDAT|ELECTRONIC DATE|DEP"},
    {.name = "EDAT",
     .use = Use::years,
     .remark = kEntryDate,
     .also = "CRDT|MHDA|LR|DCOM|ENTRY DATE|DATE - ENTREZ|ENTREZ DATE|EDT|CREATE DATE|"
             "DATE - CREATE|DATE - CREATION|DATE - ENTRY|MESH DATE|DATE - MESH|COMPLETION DATE|"
             "DATE - COMPLETION|MODIFICATION DATE|DATE - MODIFICATION|LAST REVISION DATE"},
    {.name = "GR", .parts = Part::back_matter, .also = "GRANT NUMBER|GRANTS AND FUNDING"},
    {.name = "COIS", .parts = Part::back_matter, .also = "CONFLICT OF INTEREST STATEMENT"},
    {.name = "SB", .use = Use::unknown, .also = "SUBSET|FILTER|TEXT AVAILABILITY"},
    {.name = "TT", .use = Use::unknown, .also = "TRANSLITERATED TITLE"},
    {.name = "AUID", .use = Use::unknown, .also = "AUTHOR IDENTIFIER|AUTHOR - IDENTIFIER"},
    {.name = "VI", .use = Use::unknown, .also = "VOLUME"},
    {.name = "IP", .use = Use::unknown, .also = "ISSUE"},
    {.name = "PG", .use = Use::unknown, .also = "PAGINATION"},
    {.name = "PL", .use = Use::unknown, .also = "PLACE OF PUBLICATION|CY"},
    {.name = "PS", .use = Use::unknown, .also = "PERSONAL NAME AS SUBJECT"},
    {.name = "IR", .use = Use::unknown, .also = "INVESTIGATOR|FIR|FULL INVESTIGATOR NAME"},
    {.name = "ED", .use = Use::unknown, .also = "EDITOR|BOOK|BOOK ACCESSION"},
    {.name = "JID", .use = Use::unknown, .also = "NLM UNIQUE ID|OWN|OWNER|STAT|STATUS"},
    {.name = "PUBN", .use = Use::unknown, .also = "PUBLISHER"},
};

// The help's list [P8]. At the edges of a term without quotes they are not searched.
constexpr std::string_view kStopWords[] = {
    "a",       "about",      "again",   "all",     "almost",    "also",      "although",
    "always",  "among",      "an",      "and",     "another",   "any",       "are",
    "as",      "at",         "be",      "because", "been",      "before",    "being",
    "between", "both",       "but",     "by",      "can",       "could",     "did",
    "do",      "does",       "done",    "due",     "during",    "each",      "either",
    "enough",  "especially", "etc",     "for",     "found",     "from",      "further",
    "had",     "has",        "have",    "having",  "here",      "how",       "however",
    "i",       "if",         "in",      "into",    "is",        "it",        "its",
    "itself",  "just",       "kg",      "km",      "made",      "mainly",    "make",
    "may",     "mg",         "might",   "ml",      "mm",        "most",      "mostly",
    "must",    "nearly",     "neither", "no",      "nor",       "not",       "obtained",
    "of",      "often",      "on",      "or",      "our",       "overall",   "perhaps",
    "pmid",    "quite",      "rather",  "really",  "regarding", "seem",      "seen",
    "several", "should",     "show",    "showed",  "shown",     "shows",     "significantly",
    "since",   "so",         "some",    "such",    "than",      "that",      "the",
    "their",   "theirs",     "them",    "then",    "there",     "therefore", "these",
    "they",    "this",       "those",   "through", "thus",      "to",        "upon",
    "use",     "used",       "using",   "various", "very",      "was",       "we",
    "were",    "what",       "when",    "which",   "while",     "with",      "within",
    "without", "would",
};

// Written without a tag, these ask whether a record has something [P8].
constexpr std::string_view kWithoutData[] = {
    "hasabstract", "hasnonenglishabstract", "hasretractionin", "haserratumin",
    "loprovnone",  "hascommentin",          "hascommenton",
};

constexpr Choice kChoices[] = {
    {"adjacent-words", "phrase", "", "",
     [](Dialect& pubmed) { pubmed.joined_words = JoinedWords::always; }, "[P0] [P4]",
     "words side by side without a tag are a phrase"},
    {"adjacent-words", "and", "", "",
     [](Dialect& pubmed) { pubmed.joined_words = JoinedWords::before_field; }, "[P4]",
     "words side by side without a tag are combined with AND"},
    {"lower-case-operators", "words", "", "", [](Dialect& pubmed) { pubmed.capitals_only = true; },
     "[P0] [P1]", "operators in lower case are words"},
    {"lower-case-operators", "operators", "", "",
     [](Dialect& pubmed) { pubmed.capitals_only = false; }, "what was probably meant",
     "operators in lower case are operators"},
    {"stop-words-in-proximity", "skipped", "", "",
     [](Dialect& pubmed) { pubmed.distance_skips_stop_words = true; }, "an example of [P2]",
     "stop words are not counted in a distance"},
    {"stop-words-in-proximity", "counted", "", "",
     [](Dialect& pubmed) { pubmed.distance_skips_stop_words = false; }, "the text of [P2]",
     "stop words are counted in a distance"},
    {"wildcards", "anywhere", "2024-06-03", "",
     [](Dialect& pubmed) { pubmed.wildcards_at_end = false; }, "[P3]",
     "* may stand inside a word, and several in a term"},
    {"wildcards", "end", "", "2024-06-03", [](Dialect& pubmed) { pubmed.wildcards_at_end = true; },
     "[P5] [P7]", "* works at the end of a term only"},
};

}  // namespace

const Dialect kPubmed = {
    .name = "pubmed",
    .title = "PubMed",
    .default_parts = kRecord,
    .operators = kOperators,
    .capitals_only = true,
    .joined_words = JoinedWords::always,
    .largest_distance = 1000,
    .distance_skips_stop_words = true,
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .stems = {.before = 4,
              .never_first = true,
              .drops = true,
              .of_term = true},  // [P3]; what happens: [P6]
    .stop_words = kStopWords,
    .without_data = kWithoutData,
    .heading_signs = HeadingSigns::slash,
    .field_syntax = FieldSyntax::tag,
    .fields = kFields,
    .lines = {.hash = true},
    .choices = kChoices,
    .remark_curly_quotes = "what PubMed makes of curly quotes is not documented",
    .remark_untagged =
        "PubMed maps terms without a tag to headings, journals and authors and adds other forms; "
        "that cannot be repeated without its tables, so they are searched as typed in all fields "
        "of the record",
    .remark_phrases =
        "PubMed looks phrases up in its phrase index: in quotes and absent there, the quotes are "
        "ignored and the words mapped; with a tag and absent there, the words are combined with "
        "AND; here the words are searched side by side",  // [P4]
};

}  // namespace litmine
