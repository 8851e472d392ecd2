#include "doctor/small_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace litmine {
namespace {

using Words = std::unordered_set<std::string_view>;

const Words kSmall = {
    // English
    "the", "of", "and", "to", "in", "is", "that", "for", "it", "as", "was", "with", "be", "by",
    "on", "not", "are", "or", "from", "at", "this", "have", "which", "an", "were", "been", "has",
    "their", "they", "we", "can", "more", "these", "such", "between", "also", "than", "our",
    // German
    "der", "die", "das", "und", "von", "den", "mit", "für", "fur", "auf", "ist", "im", "dem",
    "nicht", "ein", "eine", "als", "auch", "werden", "zu", "sich", "des", "wird", "sind", "bei",
    "oder", "einer", "durch", "nach", "wie", "zur", "zum",
    // French
    "le", "la", "les", "et", "des", "du", "une", "un", "dans", "que", "qui", "pour", "par", "sur",
    "est", "plus", "au", "pas", "sont", "avec", "ce", "aux", "cette",
    // Spanish, Portuguese, Italian
    "el", "los", "las", "en", "del", "con", "por", "para", "una", "se", "su", "como", "al", "es",
    "os", "da", "do", "que", "uma", "com", "não", "nao", "na", "no", "dos", "em", "ao", "mais",
    "il", "di", "che", "della", "per", "non", "sono", "nel", "alla", "lo", "gli"};

const Words kSmallEnglish = {"the",  "of",   "and",   "to",    "in",    "is",   "for",  "that",
                             "with", "on",   "by",    "are",   "was",   "from", "this", "which",
                             "have", "were", "their", "these", "their", "been", "at",   "as",
                             "be",   "an",   "has",   "not",   "can",   "our",  "its"};

// What is glued most: a preposition and what follows it.
constexpr std::string_view kBefore[] = {"of",   "in",  "to",   "for",  "and", "with",
                                        "on",   "by",  "from", "is",   "at",  "as",
                                        "that", "are", "was",  "than", "as",  "into"};
constexpr std::string_view kBehind[] = {"the", "this", "these", "their", "its",
                                        "our", "an",   "all",   "be"};
// The same in German; "ander", "inder", "beider" and the like are words.
constexpr std::string_view kBeforeGerman[] = {"und",  "von",  "mit",   "auf", "aus",
                                              "dass", "nach", "durch", "ist"};
constexpr std::string_view kBehindGerman[] = {"der", "die", "das",  "den",  "dem",
                                              "des", "ein", "eine", "einer"};
/// Words of which a concatenation makes a real one.
const Words kRealWords = {"tobe",   "inall", "asall",  "atall",  "befall",  "inan",
                          "isan",   "asan",  "atan",   "onan",   "wasp",    "overall",
                          "withal", "andan", "forall", "ausdem", "nachdem", "indem"};

const Words& glued_pairs() {
  static const auto* const kPairs = [] {
    static std::vector<std::string> spelled;
    for (std::string_view a : kBefore)
      for (std::string_view b : kBehind) spelled.push_back(std::string(a) + std::string(b));
    for (std::string_view a : kBeforeGerman)
      for (std::string_view b : kBehindGerman) spelled.push_back(std::string(a) + std::string(b));
    auto* words = new Words;
    for (const std::string& word : spelled)
      if (!kRealWords.contains(word)) words->insert(word);
    return words;
  }();
  return *kPairs;
}

/// Words of `before` are never followed by words of `behind`.
struct Apart {
  Words before, behind;
};
const std::vector<Apart>& never_together() {
  static const auto* const kApart = new std::vector<Apart>{
      {{"the", "an"},
       {"of",   "the",  "and", "to",    "is",   "are",  "was",   "were",   "that", "which", "with",
        "for",  "in",   "on",  "by",    "as",   "at",   "be",    "been",   "has",  "have",  "had",
        "they", "we",   "or",  "but",   "than", "from", "these", "this",   "it",   "can",   "their",
        "an",   "will", "may", "there", "our",  "its",  "how",   "because"}},
      {{"a"}, {"of",   "the",   "and",  "is",    "are",  "was", "were", "that", "which",
               "with", "been",  "have", "had",   "they", "we",  "or",   "but",  "than",
               "from", "these", "this", "their", "an",   "may", "there"}},
      {{"of"},
       {"of", "is", "are", "was", "were", "and", "to", "has", "have", "been", "than", "or", "by",
        "be", "had", "from", "with"}},
      {{"from", "with", "between"}, {"of", "is", "are", "was", "were", "to", "has", "have", "by"}},
      {{"to"}, {"of", "is", "was", "are", "were", "has", "to", "than", "with", "been", "had"}},
      {{"and", "or"}, {"and", "or"}},
      {{"their", "our", "its"},
       {"the", "of", "and", "is", "are", "was", "were", "to", "in", "that", "which", "with", "for",
        "by", "has", "have", "be"}},
      {{"is", "are", "was", "were"}, {"is", "are", "was", "were", "has", "have"}},
      {{"in"}, {"of", "in", "is", "are", "was", "were", "be"}},
      {{"for"}, {"of", "is", "are", "was", "to", "have", "has", "be", "been"}},
      {{"on", "by", "at"}, {"of", "is", "are", "was", "were", "have"}},
      {{"this", "these"}, {"the", "of"}},
      {{"we", "they"}, {"of", "is", "the"}},
      {{"can", "will", "may", "could", "would", "should"}, {"of", "is", "are", "was", "were"}},
      {{"been", "be"}, {"been", "was", "were", "has", "have", "will", "can"}},
      // German
      {{"ein", "eine", "einer", "eines", "einem", "einen"},
       {"und", "der", "die", "das", "den", "dem", "ist", "sind", "wird", "werden", "oder", "von",
        "zu", "eine", "ein"}},
      {{"der", "des", "dem"}, {"und", "oder", "ist", "sind", "werden", "wird"}},
      {{"und"}, {"und", "oder"}},
      {{"von", "für", "durch", "mit", "zur", "zum"},
       {"und", "ist", "sind", "wird", "werden", "oder", "von", "für", "zur", "zum"}},
      // French
      {{"le", "les", "une", "du", "des"},
       {"et", "est", "sont", "de", "dans", "par", "pour", "avec", "le", "la", "les", "du", "des"}},
      {{"de", "dans", "et"}, {"et", "est", "sont", "dans"}},
      // Spanish, Portuguese
      {{"los", "las", "una", "el", "uma", "os"},
       {"y", "es", "son", "el", "la", "los", "las", "e", "são", "con", "com", "para"}},
      {{"de", "en", "con", "para", "com"}, {"y", "es", "son", "de", "e", "são"}},
  };
  return *kApart;
}

const Words kSlips = {
    "tbe", "tlie", "thc", "tlle", "ihe", "llie", "tne", "aud", "aiid", "witb", "wlth", "wbich",
    "wliich", "whicb", "tbat", "tliat", "tbis", "tliis", "bave", "liave", "froin", "fiom", "frora",
    "tbey", "tliey", "tbeir", "tlieir", "tbere", "tliere", "bccn", "becn", "wcre", "wbere",
    "wliere", "wben", "wlien", "whcn", "wbo", "wlio", "otber", "otlier", "sucb", "sucli", "mucb",
    "mucli", "eacb", "eacli", "botb", "botli", "sbould", "sliould", "wbether", "wliether", "tban",
    "tlian", "tbese", "tliese", "througb", "tlirough", "bctween", "betwccn", "0f", "f0r", "fr0m",
    "n0t", "tlius", "tbus", "wbile", "wliile", "tbrough", "tlien", "tben", "wliat", "wbat", "lias",
    "liad", "wliose", "whieh", "wbose", "oftlie", "tiie", "hcre", "thcy", "thcir", "thcse", "whcre",
    "morc", "somc", "samc", "tinie", "somo", "liigh", "liow", "sanie", "soine", "sorne",
    // German
    "nnd", "uud", "dcr", "dcs", "dcn", "niclit", "fiir", "aucli", "wcrden", "sicli", "einc",
    "eincr", "zwisclien", "nacli", "durcli", "wclche", "frorn", "tirne", "rnay", "rnore",
    "cornpany", "nnd", "tlio", "thnt", "nlso", "hnve", "frotn", "thoir", "havc"};

/// Frequent words of research with "fi", "fl", "ff" or "ffi" in them, cut where it stood.
struct Cut {
  std::string_view before, behind;
};
constexpr Cut kCuts[] = {{"signi", "cant"},
                         {"signi", "cantly"},
                         {"signi", "cance"},
                         {"speci", "c"},
                         {"speci", "cally"},
                         {"scienti", "c"},
                         {"bene", "t"},
                         {"bene", "ts"},
                         {"de", "ned"},
                         {"de", "ne"},
                         {"de", "nition"},
                         {"de", "nitions"},
                         {"identi", "ed"},
                         {"identi", "cation"},
                         {"classi", "cation"},
                         {"classi", "ed"},
                         {"di", "erent"},
                         {"di", "erence"},
                         {"di", "erences"},
                         {"di", "cult"},
                         {"e", "ect"},
                         {"e", "ects"},
                         {"e", "ective"},
                         {"e", "ciency"},
                         {"e", "cient"},
                         {"in", "uence"},
                         {"in", "uences"},
                         {"in", "uenced"},
                         {"su", "cient"},
                         {"con", "ict"},
                         {"con", "icts"},
                         {"con", "rm"},
                         {"con", "rmed"},
                         {"con", "dence"},
                         {"speci", "ed"},
                         {"veri", "ed"},
                         {"modi", "ed"},
                         {"arti", "cial"},
                         {"o", "ce"},
                         {"o", "ered"},
                         {"a", "ect"},
                         {"a", "ected"},
                         {"pro", "t"},
                         {"pro", "ts"},
                         {"re", "ect"},
                         {"re", "ected"},
                         {"re", "ects"},
                         {"coe", "cient"},
                         {"coef", "cient"},
                         {"coef", "cients"},
                         {"dif", "cult"},
                         {"ef", "cient"},
                         {"ef", "ciency"},
                         {"suf", "cient"},
                         {"of", "ce"},
                         {"di", "usion"},
                         {"quali", "ed"},
                         {"satis", "ed"},
                         {"justi", "ed"},
                         {"clari", "ed"},
                         // German
                         {"signi", "kant"},
                         {"signi", "kante"},
                         {"signi", "kanten"},
                         {"spezi", "sche"},
                         {"spezi", "schen"},
                         {"spezi", "sch"},
                         {"spezi", "scher"},
                         {"ein", "uss"},
                         {"be", "nden"},
                         {"be", "ndet"},
                         {"de", "niert"},
                         {"de", "nieren"},
                         {"identi", "ziert"},
                         {"quali", "kation"},
                         {"begri", "e"},
                         {"begri", "en"},
                         {"begri", "lich"},
                         {"scha", "en"},
                         {"scha", "t"},
                         {"betri", "t"},
                         {"tre", "en"},
                         {"o", "en"},
                         {"o", "ene"},
                         {"o", "ensichtlich"},
                         {"p", "icht"},
                         {"p", "ege"},
                         {"re", "exion"},
                         {"kon", "ikt"},
                         {"kon", "ikte"},
                         {"pro", "tieren"},
                         {"emp", "ndung"},
                         {"verö", "entlicht"},
                         {"ö", "entlichen"},
                         {"ö", "entliche"},
                         {"ö", "entlichkeit"},
                         {"häu", "g"},
                         {"häu", "ger"},
                         {"di", "erenz"},
                         {"di", "erenzen"},
                         {"betro", "en"},
                         {"gescha", "en"},
                         {"klassi", "kation"},
                         {"identi", "kation"}};

/// The same in one piece, without those that are real words ("dened" is none, "prots" is none).
const Words& cut_words_joined() {
  static const auto* const kJoined = [] {
    static std::vector<std::string> spelled;
    for (const Cut& cut : kCuts)
      if (cut.before.size() + cut.behind.size() >= 6)
        spelled.push_back(std::string(cut.before) + std::string(cut.behind));
    return new Words(spelled.begin(), spelled.end());
  }();
  return *kJoined;
}

}  // namespace

bool is_small_word_of_any(std::string_view folded) { return kSmall.contains(folded); }
bool is_glued_pair(std::string_view folded) { return glued_pairs().contains(folded); }
bool is_small_english(std::string_view folded) { return kSmallEnglish.contains(folded); }
bool is_recognition_slip(std::string_view folded) { return kSlips.contains(folded); }

bool never_neighbours(std::string_view before, std::string_view behind) {
  for (const Apart& apart : never_together())
    if (apart.before.contains(before) && apart.behind.contains(behind)) return true;
  return false;
}

bool adjective_without_noun(std::string_view before, std::string_view behind) {
  constexpr std::string_view kEndings[] = {"ical", "ional", "ocial", "ental", "uous",
                                           "ious", "omic",  "istic", "ific",  "ative"};
  // Nouns with such an ending, and adjectives that stand alone.
  static const Words kOthers = {"professional", "critical",        "identical",   "typical",
                                "essential",    "alternative",     "initiative",  "representative",
                                "narrative",    "derivative",      "fundamental", "conditional",
                                "relative",     "proportional",    "obvious",     "conscious",
                                "specific",     "representatives", "pacific"};
  if (behind != "the" && behind != "a" && behind != "this" && behind != "these") return false;
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) {
                       return before.size() > ending.size() + 1 && before.ends_with(ending);
                     }) &&
         !kOthers.contains(before);
}

bool lost_a_ligature(std::string_view before, std::string_view behind) {
  return std::any_of(std::begin(kCuts), std::end(kCuts),
                     [&](const Cut& cut) { return cut.before == before && cut.behind == behind; });
}

bool is_without_ligature(std::string_view folded) { return cut_words_joined().contains(folded); }

}  // namespace litmine
