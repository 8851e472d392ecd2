// To add a code: a row here, a page in docs/lint.md with a bad and a good example. Numbers are in
// tens of hundreds by subject; take the next free one, whatever the alphabet says.
#include "queries/diagnostic_codes.h"

#include <algorithm>

namespace litmine {
namespace {

constexpr std::string_view kLeftOut = "left out";
constexpr std::string_view kNothing = "a term that matches nothing";

constexpr DiagnosticCode kCodes[] = {
    // S1: operators and brackets
    {"S101", "operator-doubled", "two operators with nothing between them", "the second"},
    {"S102", "operator-missing-operand", "an operator or a bracket with nothing in it or beside it",
     kLeftOut, kNothing},
    {"S103", "not-without-left", "NOT with nothing to take it from", "matches nothing",
     "without NOT"},
    {"S104", "missing-operator", "words side by side where the dialect wants an operator", "AND",
     "OR"},
    {"S105", "unbalanced-bracket", "a bracket without its twin", "closed at the end, or left out",
     "the bracket left out, or its twin at the beginning"},
    {"S106", "too-deep", "brackets, fields or chains nested too deep", kLeftOut},
    {"S107", "operator-in-proximity", "AND, NOT or a field where only words may stand",
     "the distance to each part", "AND, without a distance"},
    {"S108", "proximity-number", "a proximity operator without its number", "the default", "AND"},
    {"S109", "distance-too-large", "a distance greater than the database allows", "the greatest",
     "AND"},
    {"S110", "proximity-chain", "a chain of proximity operators that changes its distance"},
    {"S111", "line-reference", "a reference to another line of a search history", kLeftOut,
     kNothing},
    {"S112", "empty-query", "no word to search for"},
    {"S113", "frequency-operand", "how often is asked of what is no term", "without the number",
     "the number for each term"},
    {"S114", "lower-case-operator", "an operator in lower case where only capitals are one"},
    // S2: quotes and characters
    {"S201", "unbalanced-quote", "a quote without its twin",
     "closed at the next operator or bracket, or left out", "the quote left out"},
    {"S202", "empty-quotes", "quotes with nothing between them", kLeftOut, kNothing},
    {"S203", "curly-quotes", "typographic quotes", "\"", "a space"},
    {"S204", "odd-quotes", "guillemets or primes in the place of quotes", "\"", "a space"},
    {"S205", "single-quotes", "single quotes around a phrase", "as if they were not there", "\""},
    {"S206", "odd-dash", "typographic dashes or hyphens"},
    {"S207", "odd-space", "no-break or typographic spaces"},
    {"S208", "invisible-character", "soft hyphens and other characters that cannot be seen"},
    {"S209", "full-width", "full-width signs"},
    {"S210", "control-character", "control characters", "a space", kLeftOut},
    {"S211", "bad-bytes", "bytes that are not UTF-8", "a space", kLeftOut},
    {"S212", "unknown-character", "a sign that means nothing in this dialect", kLeftOut, kNothing},
    {"S213", "html-entity", "HTML entities in the place of characters", "the character it names",
     "its letters"},
    // S3: fields and limits
    {"S301", "unknown-field", "a field that the database does not have", "the default fields",
     "all fields"},
    {"S302", "field-without-term", "a field with nothing to search in it", kLeftOut, kNothing},
    {"S303", "field-without-brackets", "a field that ends before the next operator"},
    {"S304", "bad-year", "what stands in the place of a year is none", kLeftOut, kNothing},
    {"S305", "bad-limit", "a limit of the interface that cannot be read", kLeftOut, kNothing},
    {"S306", "year-alone", "a year without any word, where the database wants one"},
    {"S307", "interface-setting", "a setting of the database's pages, copied with the string",
     kLeftOut, kNothing},
    {"S308", "tag-behind-bracket", "a tag behind a bracket, where it belongs to one term",
     "said of each term", kLeftOut},
    {"S309", "field-dots", "a field between dots that lacks one or has a space in it",
     "as if it were well written", "words"},
    // S4: terms
    {"S401", "no-letters", "a term without any letter or digit", kLeftOut, kNothing},
    {"S402", "wildcard-alone", "a wildcard without any letter beside it", kLeftOut, kNothing},
    {"S403", "unknown-variant", "a letter after ~ that asks for no variant", kLeftOut,
     "all variants"},
    // S5: search histories
    {"S501", "history-read", "whether a text of several rows is one query or a search history"},
    {"S502", "history-comment", "a row or a column of a search history that is no search", kLeftOut,
     kNothing},
    {"S503", "expected-count", "the number of hits that a line had in the database"},
    {"S504", "line-absent", "a reference to a line that is not there or holds nothing", kLeftOut,
     kNothing},
    {"S505", "line-later", "a reference to a line that comes later", kLeftOut, kNothing},
    {"S506", "line-itself", "a line that refers to itself", kLeftOut, kNothing},
    {"S507", "line-repeated", "two lines of one number", "the nearest one before", "the first"},
    {"S508", "line-unused", "a line that the result does not use"},
    {"S509", "history-too-large", "lines that refer to each other make too large a query", kLeftOut,
     kNothing},
    {"S510", "set-command", "a command that searches nothing", kLeftOut, kNothing},
    {"S511", "comment", "a comment between square brackets"},
    // D1: another database's signs
    {"D101", "foreign-operator", "an operator of another database", "its twin here", "a word"},
    {"D102", "foreign-wildcard", "a wildcard of another database", "punctuation", "any letters"},
    {"D103", "foreign-field", "a field of another database", "the meaning it has there", kLeftOut},
    // D2: what a term finds
    {"D201", "short-stem", "few letters beside a wildcard"},
    {"D202", "several-wildcards", "more wildcards in a word than the vendor allows"},
    {"D203", "wildcard-in-quotes", "a wildcard in quotes, which not every database reads"},
    {"D204", "wildcard-in-braces", "* and ? in braces are the characters themselves"},
    {"D205", "hyphen", "a hyphen is read as a space"},
    {"D206", "acronym-case", "capitals make no difference"},
    {"D207", "stop-word", "a word that the database ignores outside quotes", kLeftOut,
     "a word like others"},
    {"D208", "wildcard-dropped", "a wildcard at the end of a word, where the database removes it",
     "without it", "as a wildcard"},
    {"D209", "leading-wildcard", "a wildcard as the first character, where the database has none"},
    {"D211", "term-mapping", "terms without a field, which the database maps to others"},
    {"D212", "phrase-index", "phrases that the database looks up in an index of its own"},
    {"D213", "wildcard-misplaced", "a wildcard where the database has none", kLeftOut,
     "any letters"},
    // D3: what an operator means
    {"D301", "bare-proximity", "a proximity operator without a number has a default"},
    {"D302", "same-as-and", "SAME outside the fields it is made for"},
    {"D303", "distance-ignored", "a distance that the database does not heed", kLeftOut,
     "the distance"},
    {"D304", "operator-word", "an operator in lower case that may be a word of a phrase"},
    // D4: fields
    {"D401", "field-without-data", "a field that litmine has no data for", kLeftOut, kNothing},
    {"D402", "field-approximated", "a field that can only be searched in part here"},
    {"D403", "default-fields", "words without a field are searched in the default fields"},
    {"D404", "no-limits", "the string sets no limit on year, language or document type"},
    {"D405", "heading-not-exploded", "narrower headings are not known here", "the heading alone"},
    // D5: lost when a tree is written in another dialect
    {"D501", "lost-entry", "one entry cannot be asked for"},
    {"D502", "lost-order", "there is no ordered proximity"},
    {"D503", "lost-distance", "the distance is greater than the dialect allows"},
    {"D504", "lost-field", "there is no such field"},
    {"D505", "lost-exact", "there are no literal strings"},
    {"D506", "lost-wildcard", "there is no such wildcard"},
    {"D507", "lost-variants", "other variants of words are found"},
    {"D508", "lost-heading", "there are no subject headings"},
    {"D509", "lost-frequency", "how often a word occurs cannot be asked"},
    {"D510", "lost-any-word", "there is no sign for any one word in a phrase"},
    {"D511", "lost-stop-word", "stop words are never searched there"},
    {"D512", "lost-meaning", "the translation is read as another query"},
    // D6: rules that are contested or changed
    {"D601", "contested-rule",
     "the string depends on a rule of which the sources tell differently"},
    {"D602", "changed-rule", "the string depends on a rule that was another on that day"},
    {"D603", "unknown-rule", "a choice of a rule that the database does not have", "the default"},
    // L1: precedence
    {"L101", "mixed-without-brackets", "operators mixed without brackets"},
    // L2: what could go
    {"L201", "term-repeated", "the same term twice in one list"},
    {"L202", "term-implied", "an alternative that another alternative covers"},
    {"L203", "operand-implied", "a condition that another condition fulfils"},
    {"L204", "operand-partly-implied", "a condition that some terms of another fulfil"},
    {"L205", "needless-brackets", "brackets around one term, or doubled"},
    {"L206", "not-compared", "too many terms to compare them all"},
    // L3: contradictions
    {"L301", "never-matches", "a clause that no study can match"},
    {"L302", "not-removes-nothing", "NOT of what cannot be there"},
    {"L303", "not-removes-everything", "NOT of all that was found"},
    // C1: words and the vocabulary
    {"C101", "no-match", "a term that no study here matches"},
    {"C102", "stem-words", "what a short stem stands for here"},
    // C2: forms that are missing
    {"C201", "plural-missing", "the plural of a term finds more"},
    {"C202", "hyphen-form-missing", "the term written as one word, or as two, finds more"},
    {"C203", "spelling-missing", "another spelling of a term finds more"},
    {"C204", "phrase-too-tight", "a phrase with words let in between finds more"},
    // C3: what a clause does here
    {"C301", "adds-nothing", "an alternative that finds no study of its own here"},
    {"C302", "operand-implied-here", "a condition that changes nothing here"},
    {"C303", "clause-effect", "what leaving out a condition would change"},
    {"C304", "clause-removes-known", "a condition that alone removes known studies"},
    // C4: what the studies do not say
    {"C401", "field-not-known", "studies whose year, language or type is not known"},
};

}  // namespace

std::span<const DiagnosticCode> diagnostic_codes() { return kCodes; }

const DiagnosticCode* diagnostic_code(std::string_view code) {
  auto it = std::find_if(std::begin(kCodes), std::end(kCodes),
                         [&](const DiagnosticCode& row) { return row.code == code; });
  return it == std::end(kCodes) ? nullptr : it;
}

std::string_view family_name(DiagnosticCode::Family family) {
  switch (family) {
    case DiagnosticCode::Family::syntax:
      return "syntax";
    case DiagnosticCode::Family::dialect:
      return "dialect";
    case DiagnosticCode::Family::logic:
      return "logic";
    case DiagnosticCode::Family::corpus:
      return "corpus";
  }
  return "";
}

}  // namespace litmine
