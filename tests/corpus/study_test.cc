// Studies and their reports: each case is a handful of reports and the groups they should fall
// into.
#include "corpus/study.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace litmine {
namespace {

using Kind = Document::Kind;

struct Case {
  const char* name;
  std::vector<Identity> reports;
  const char* groups;  // "a b|c": reports of a study in their order, studies by id
};

std::string written(const std::vector<Study>& studies) {
  std::string out;
  for (const Study& study : studies) {
    if (!out.empty()) out += "|";
    EXPECT_EQ(study.id, study.reports.front());
    EXPECT_EQ(study.reason.empty(), study.reports.size() == 1);
    for (const DocId& id : study.reports) out += (id == study.id ? "" : " ") + id;
  }
  return out;
}

constexpr auto kFull = Kind::full_text;
constexpr auto kRecord = Kind::record;
const char* const kOnline = "Digitalization, internationalization and scaling of online SMEs";

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"nothing", {}, ""},
      {"one alone", {{"a", kFull, "", "", "", {}}}, "a"},
      {"a PDF and its record, by DOI",
       {{"b-record", kRecord, "10.1/X", kOnline, "Westerlund", 2020},
        {"pdf", kFull, "10.1/x", kOnline, "Westerlund", 2020}},
       "pdf b-record"},
      {"prefixes and case of a DOI do not matter",
       {{"a", kRecord, "https://doi.org/10.1/X.", "", "", {}},
        {"b", kRecord, "doi:10.1/x", "", "", {}},
        {"c", kRecord, "http://dx.doi.org/10.1/x", "", "", {}}},
       "a b c"},
      {"the same DOI, but plainly another title",
       {{"a", kRecord, "10.1/x", kOnline, "Westerlund", 2020},
        {"b", kRecord, "10.1/x", "Bees and their dances in alpine meadows", "Frisch", 1965}},
       "a|b"},
      {"the same DOI, one title without its subtitle",
       {{"a", kRecord, "10.1/x", "Platforms", "Lee", 2020},
        {"b", kRecord, "10.1/x", "Platforms: how small firms grow", "Lee", 2020}},
       "a b"},
      {"the same DOI, one without a title, and a choice between two",
       {{"a", kRecord, "10.1/x", kOnline, "Westerlund", 2020},
        {"b", kRecord, "10.1/x", "Bees and their dances in alpine meadows", "Frisch", 1965},
        {"c", kRecord, "10.1/x", "", "", {}}},
       "a|b|c"},
      {"by title, in another writing",
       {{"a", kRecord, "", "E-Commerce &amp; <i>Small</i> Firms’ Growth", "Müller", 2019},
        {"b", kFull, "", "Ecommerce small firms' growth", "Muller", 2019}},
       "b a"},
      {"years one apart are near enough, two are not",
       {{"a", kRecord, "", kOnline, "Westerlund", 2019},
        {"b", kRecord, "", kOnline, "Westerlund", 2020},
        {"c", kRecord, "", kOnline, "Westerlund", 2022}},
       "a b|c"},
      {"a chain of years does not grow",
       {{"a", kRecord, "", kOnline, "Westerlund", 2019},
        {"b", kRecord, "", kOnline, "Westerlund", 2020},
        {"c", kRecord, "", kOnline, "Westerlund", 2021}},
       "a b|c"},
      {"a missing year or author does not speak against",
       {{"a", kRecord, "", kOnline, "Westerlund", {}},
        {"b", kFull, "10.1/x", kOnline, "", {}},
        {"c", kRecord, "", kOnline, "Westerlund", 2020}},
       "b a c"},
      {"another first author does",
       {{"a", kRecord, "", kOnline, "Westerlund", 2020}, {"b", kRecord, "", kOnline, "Lee", 2020}},
       "a|b"},
      {"a family name with and without its particle",
       {{"a", kRecord, "", kOnline, "van der Berg", 2020},
        {"b", kRecord, "", kOnline, "Berg", 2020}},
       "a b"},
      {"two DOIs are never joined by a title, nor through a third report",
       {{"a", kRecord, "10.1/preprint", kOnline, "Westerlund", 2020},
        {"b", kRecord, "10.1/journal", kOnline, "Westerlund", 2020},
        {"c", kRecord, "", kOnline, "Westerlund", 2020}},
       "a c|b"},
      {"titles that many works share join nothing",
       {{"a", kRecord, "", "Editorial", "Lee", 2020}, {"b", kRecord, "", "Editorial", "Lee", 2020}},
       "a|b"},
      {"titles in other scripts",
       {{"a", kRecord, "", "数字平台与小企业", "王", 2020},
        {"b", kRecord, "", "数字平台与小企业", "王", 2020},
        {"c", kRecord, "", "数字平台与大企业", "王", 2020}},
       "a b|c"},
  };
  return kCases;
}

TEST(Studies, AreGroupedAsTheTableSays) {
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(written(group_into_studies(c.reports)), c.groups);
  }
}

TEST(Studies, DoNotDependOnTheOrderOfReports) {
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.name);
    std::vector<Identity> reports = c.reports;
    const auto by_id = [](const Identity& a, const Identity& b) { return a.id < b.id; };
    std::sort(reports.begin(), reports.end(), by_id);
    do {
      EXPECT_EQ(written(group_into_studies(reports)), c.groups);
    } while (std::next_permutation(reports.begin(), reports.end(), by_id));
  }
}

}  // namespace
}  // namespace litmine
