// Which labels are counted as one. A coding table made by people spells one thing in several ways;
// a count that takes "Crowdfunding" and "Crowdfunding platform" for two is wrong without a warning,
// and so would be one that joins them without saying so.
#include <algorithm>
#include <set>

#include "reports/countries.h"
#include "reports/review_data.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct Family {
  const char* name;
  std::vector<const char*> stems;  ///< a word of the label begins so
};

/// Families of methods; the words of a label decide, brackets left out. Two families in a label are
/// two values: "action research, multiple case study".
const std::vector<Family>& method_families() {
  static const std::vector<Family> kFamilies = {
      {"survey", {"survey", "questionnaire"}},
      {"multiple case study", {"multiple case", "multiple-case", "comparative case", "cases"}},
      {"single case study", {"single case", "single-case", "in-depth case"}},
      {"case study", {"case stud"}},
      {"interviews", {"interview"}},
      {"secondary data", {"secondary", "panel data", "archival"}},
      {"experiment", {"experiment"}},
      {"action research", {"action research"}},
      {"big data analytics", {"big data", "text mining", "web scraping"}},
      {"ethnography", {"ethnograph", "netnograph"}},
      {"content analysis", {"content analysis"}},
      {"qualitative comparative analysis", {"qca", "qualitative comparative"}},
      {"simulation", {"simulation", "agent-based"}},
  };
  return kFamilies;
}

/// Words that add nothing at the end of a label.
constexpr const char* kLastWords[] = {"theory",    "theories",    "platform", "platforms",
                                      "framework", "perspective", "approach", "methods",
                                      "method",    "research"};

constexpr const char* kNone[] = {
    "",          "n.a",      "n.a.",         "n/a",          "na",
    "none",      "-",        "\xe2\x80\x93", "\xe2\x80\x94", "not applicable",
    "not given", "no theory"};
constexpr const char* kMany[] = {"several", "multiple", "various", "many", "multi"};

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : std::string(text) + ' ') {
    if (c == ' ' || c == ',' || c == ';' || c == '/') {
      if (!word.empty()) words.push_back(word);
      word.clear();
    } else {
      word += c == '-' ? ' ' : c;
      if (word.back() == ' ') {
        word.pop_back();
        if (!word.empty()) words.push_back(word);
        word.clear();
      }
    }
  }
  return words;
}

std::string singular(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + 'y';
  if (word.size() > 3 && word.back() == 's' && !word.ends_with("ss") && !word.ends_with("sis") &&
      !word.ends_with("us"))
    word.pop_back();
  return word;
}

/// Labels with the same key are one. Everything that would be left empty by it is kept.
std::string key_of(const std::string& label) {
  std::vector<std::string> words;
  for (std::string& word : words_of(without_brackets(unaccented(folded(label)))))
    words.push_back(singular(std::move(word)));
  while (words.size() > 1 &&
         std::any_of(std::begin(kLastWords), std::end(kLastWords),
                     [&](const char* last) { return singular(last) == words.back(); }))
    words.pop_back();
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return key.empty() ? folded(label) : key;
}

bool begins_a_word(const std::string& text, std::string_view stem) {
  for (std::size_t at = text.find(stem); at != text.npos; at = text.find(stem, at + 1))
    if (at == 0 || text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == '-') return true;
  return false;
}

std::vector<std::string> families_of(const std::string& label) {
  std::vector<std::string> names;
  const std::string text = without_brackets(folded(label));
  for (const Family& family : method_families())
    for (const char* stem : family.stems)
      if (begins_a_word(text, stem)) {
        // A plain "case study" is one that says neither single nor multiple.
        const bool case_known = std::string(family.name) == "case study" &&
                                std::any_of(names.begin(), names.end(), [](const auto& name) {
                                  return name.ends_with("case study");
                                });
        if (!case_known && (names.empty() || names.back() != family.name))
          names.emplace_back(family.name);
      }
  return names;
}

/// "54 countries", "12 European countries": more than one, but not which.
bool counts_many(const std::string& label) {
  const std::string text = folded(label);
  const auto words = words_of(text);
  if (words.empty()) return false;
  if (std::find(std::begin(kMany), std::end(kMany), words.front()) != std::end(kMany) &&
      words.size() <= 2)
    return true;
  return words.size() >= 2 && words.back() == "countries" &&
         words.front().find_first_not_of("0123456789") == std::string::npos;
}

bool is_none(const std::string& label) {
  const std::string text = folded(label);
  return std::any_of(std::begin(kNone), std::end(kNone),
                     [&](const char* none) { return text == none; });
}

/// The most frequent label of each key; of equally frequent ones the shortest, then the first.
std::map<std::string, std::string> names_by_key(const ReviewData& data, const std::string& facet) {
  std::map<std::string, std::map<std::string, std::size_t>> labels;
  for (const ReviewedStudy& study : data.studies)
    if (const auto found = study.facets.find(facet); found != study.facets.end())
      for (const CodedValue& value : found->second) ++labels[key_of(value.label)][value.label];
  std::map<std::string, std::string> names;
  for (const auto& [key, counts] : labels) {
    const auto best =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
          return a.second != b.second ? a.second < b.second : a.first.size() > b.first.size();
        });
    names[key] = best->first;
  }
  return names;
}

void group_facet(ReviewData& data, const std::string& facet) {
  const auto names = names_by_key(data, facet);
  std::map<std::string, std::set<std::string>> labels;  // by group
  for (ReviewedStudy& study : data.studies) {
    std::vector<CodedValue> grouped;
    for (CodedValue& value : study.facets[facet]) {
      if (is_none(value.label)) continue;
      std::vector<std::string> groups;
      if (holds_countries(facet))
        if (const CountryFacts* country = country_named(value.label))
          groups = {std::string(country->name())};
      if (groups.empty() && counts_many(value.label)) groups = {kSeveral};
      if (groups.empty() && facet == "method") groups = families_of(value.label);
      if (groups.empty()) groups = {names.at(key_of(value.label))};
      for (const std::string& group : groups) {
        labels[group].insert(value.label);
        grouped.push_back({value.label, group, value.proofs});
      }
    }
    if (grouped.empty()) grouped.push_back({"", kNoValue, study.proofs});
    study.facets[facet] = std::move(grouped);
  }
  for (const auto& [group, all] : labels)
    if (all.size() > 1)
      data.joined.push_back({facet, group, std::vector<std::string>(all.begin(), all.end())});
}

struct Title {
  const char* facet;
  const char* title;
};
constexpr Title kTitles[] = {{"type", "Type"},
                             {"method", "Method"},
                             {"theory", "Theory"},
                             {"country", "Country studied"},
                             {"authorship", "Country of authorship"},
                             {"platform", "Platform"},
                             {"industry", "Industry"},
                             {"document", "Kind of document"},
                             {"year", "Year"}};

}  // namespace

bool holds_countries(const std::string& facet) {
  return facet == "country" || facet == "authorship";
}

std::string facet_title(const std::string& facet) {
  for (const Title& title : kTitles)
    if (facet == title.facet) return title.title;
  return facet;
}

void group_values(ReviewData& data) {
  data.joined.clear();
  for (const std::string& facet : data.facets) group_facet(data, facet);
}

}  // namespace litmine
