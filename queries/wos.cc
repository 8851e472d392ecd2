// Web of Science. The one thing to know: AND binds tighter than OR, as in most programming
// languages; and quotes switch lemmas off, even around a single word.
//
// Keys like [W1] are listed in docs/dialects.md.
#include "queries/dialects.h"
#include "queries/values.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

// NEAR/x, SAME, NOT, AND, OR [W5] [W8] [W9]; a bare NEAR is NEAR/15 [W3] [W4].
constexpr Operator kOperators[] = {
    // spelling  kind              binds  numbered  ordered  default
    {"AND NOT", Kind::except, 3, false, false, -1, 0, "NOT"},
    {"NEAR", Kind::near, 5, true, false, 15},
    {"SAME", Kind::same_entry, 4},
    {"AND", Kind::all_of, 2},
    {"NOT", Kind::except, 3},
    {"PRE", Kind::near, 5, true, true, -1, 0, "NEAR/n"},
    {"OR", Kind::any_of, 1},
    {"W", Kind::near, 5, true, false, -1, 0, "NEAR/n"},
};

constexpr Quote kQuotes[] = {
    {'"', '"', Quote::Meaning::phrase},  // exact words, no lemmas, no synonyms [W1]
};

constexpr Wildcard kWildcards[] = {
    {'*', 0, Pattern::kAnyRun},
    {'?', 1, 1},
    {'$', 0, 1},
};  // [W6] [W7]

constexpr std::string_view kPlusRemark =
    "this field also searches Keywords Plus; here these are known only for records that brought "
    "them along";

// [W7] [W9]; the first field with the parts wanted is the one that is written.
const Field kFields[] = {
    {"TI", Part::title},
    {"AB", Part::abstract},
    {"AK", Part::keywords},
    {"KP", Part::index_terms},
    {"TS",
     kFront | Part::index_terms,
     Field::Use::words,
     Field::Entry::none,
     false,
     {},
     kPlusRemark},
    {"AU", Part::authors, Field::Use::words, Field::Entry::words},
    {"AF", Part::authors, Field::Use::words, Field::Entry::words},
    {"GP", Part::authors, Field::Use::words, Field::Entry::words},
    {"SO", Part::source},
    {"AD", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"OG", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"OO", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"SG", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"CI", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"CU", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"PS", Part::affiliations, Field::Use::words, Field::Entry::typed},
    {"DO", Part::identifiers, Field::Use::words, Field::Entry::none, true},
    {"IS", Part::identifiers, Field::Use::words, Field::Entry::none, true},
    {"PMID", Part::identifiers, Field::Use::words, Field::Entry::none, true},
    {"UT", Part::identifiers, Field::Use::words, Field::Entry::none, true},
    {"FT", Part::back_matter},
    {"FO", Part::back_matter},
    {"ALL", kAll - Parts{Part::references}},
    {"LA", Part::language, Field::Use::words, Field::Entry::none, false, kLanguages},
    {"DT", Part::doctype, Field::Use::words, Field::Entry::none, false, kDocumentTypes},
    {"PY", {}, Field::Use::years},
    {"DOP",
     {},
     Field::Use::years,
     Field::Entry::none,
     false,
     {},
     "only the years of a date are known here"},
    {"WC", {}, Field::Use::unknown},
    {"SU", {}, Field::Use::unknown},
    {"CF", {}, Field::Use::unknown},
    {"ED", {}, Field::Use::unknown},
    {"AI", {}, Field::Use::unknown},
    {"FG", {}, Field::Use::unknown},
    {"SDG", {}, Field::Use::unknown},
    {"TMSO", {}, Field::Use::unknown},
};

// How the pages of results and of the search history show a search.
constexpr Setting kSettings[] = {
    {"WEB OF SCIENCE CATEGORIES", Setting::Use::field, "WC"},
    {"PUBLICATION NAME", Setting::Use::field, "SO"},
    {"SEARCH LANGUAGE"},
    {"DOCUMENT TYPES", Setting::Use::field, "DT"},
    {"RESEARCH AREAS", Setting::Use::field, "SU"},
    {"YEAR PUBLISHED", Setting::Use::field, "PY"},
    {"DOCUMENT TYPE", Setting::Use::field, "DT"},
    {"PUBLICATION YEARS", Setting::Use::field, "PY"},
    {"LANGUAGES", Setting::Use::field, "LA"},
    {"DATABASES"},
    {"LANGUAGE", Setting::Use::field, "LA"},
    {"TIMESPAN", Setting::Use::years},
    {"STEMMING"},
    {"ADDRESS", Setting::Use::field, "AD"},
    {"INDEXES"},
    {"AUTHOR", Setting::Use::field, "AU"},
    {"TOPIC", Setting::Use::field, "TS"},
    {"TITLE", Setting::Use::field, "TI"},
};

constexpr Choice kChoices[] = {
    {"dollar-in-quotes", "wildcard", "", "", [](Dialect& wos) { wos.punctuation_in_quotes = ""; },
     "published strategies", "$ in quotes is a wildcard", true},
    {"dollar-in-quotes", "punctuation", "", "",
     [](Dialect& wos) { wos.punctuation_in_quotes = "$"; }, "[W6]", "$ in quotes is punctuation",
     true},
};

}  // namespace

const Dialect kWos = {
    .name = "wos",
    .title = "Web of Science advanced search",
    .operators = kOperators,
    .quotes = kQuotes,
    .wildcards = kWildcards,
    .doubtful_in_quotes = "$",  // forbidden in [W6]; used throughout by Bergen's strategies
    .stems = {.before = 3, .after_leading = 3},  // [W6] [W7]
    // Bare words find inflected forms and the other spelling; quotes and wildcards end that [W1]
    // [W10].
    .variants = {{false, true, true, false}, {}},
    .field_syntax = FieldSyntax::equals,
    .fields = kFields,
    .years_need_words = true,  // [W9]
    .settings = kSettings,
    .lines = {.hash = true},
    .choices = kChoices,
    .remark_curly_quotes =
        "what Web of Science makes of curly quotes is not documented; Scopus is "
        "reported to ignore them",
    .remark_adjacency = "how the implied AND ranks in Web of Science is not documented",
};

}  // namespace litmine
