// Counting studies: labels that are one, conditions, crossings; and the published review, counted
// again.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "reports/coding_table.h"
#include "reports/countries.h"
#include "reports/tally.h"
#include "reports/world_outlines.h"

namespace litmine {
namespace {

TableRows table_of(const std::vector<std::string>& heads,
                   const std::vector<std::vector<std::string>>& rows) {
  TableRows table{"made.csv", heads, {}};
  std::uint32_t line = 1;
  for (const auto& row : rows) table.rows.push_back({++line, row});
  return table;
}

/// A plain reader of RFC 4180 for the tests: this room gets its rows from outside.
TableRows csv(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      rows.back().back() += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\n')
      rows.emplace_back(1);
    else if (c != '\r')
      rows.back().back() += c;
  }
  if (rows.back().size() == 1) rows.pop_back();
  const std::vector<std::string> heads = rows.front();
  rows.erase(rows.begin());
  return table_of(heads, rows);
}

std::vector<std::pair<std::string, std::size_t>> counts_of(const ReviewData& data,
                                                           const std::string& facet) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const Count& count : tally(data, facet))
    counts.emplace_back(count.group, count.studies.size());
  return counts;
}

ReviewData made_up() {
  auto table = read_coding_table(
      table_of({"key", "year", "type", "method", "theories", "countries_studied", "platforms"},
               {{"a", "2020", "Quantitative", "survey, online", "Resource-Based View", "U.S.",
                 "Social media"},
                {"b", "2022", "quantitative", "Survey (mail)", "resource-based view; Effectuation",
                 "US;S. Korea", "Crowdfunding"},
                {"c", "2022", "qualitative", "multiple case study", "n.a", "54 countries",
                 "Crowdfunding platforms"},
                {"d", "2022", "qualitative", "interviews, action research", "Effectuation Theory",
                 "n.a.", "Several"}}));
  return std::move(table->data);
}

TEST(Tally, TakesOneThingForOne) {
  const ReviewData data = made_up();
  using Counts = std::vector<std::pair<std::string, std::size_t>>;
  EXPECT_EQ(counts_of(data, "type"), (Counts{{"Quantitative", 2}, {"qualitative", 2}}));
  EXPECT_EQ(
      counts_of(data, "method"),
      (Counts{
          {"survey", 2}, {"action research", 1}, {"interviews", 1}, {"multiple case study", 1}}));
  EXPECT_EQ(counts_of(data, "theory"),
            (Counts{{"Effectuation", 2}, {"Resource-Based View", 2}, {kNoValue, 1}}));
  EXPECT_EQ(counts_of(data, "country"),
            (Counts{{"United States", 2}, {"South Korea", 1}, {kSeveral, 1}, {kNoValue, 1}}));
  EXPECT_EQ(counts_of(data, "platform"),
            (Counts{{"Crowdfunding", 2}, {"Social media", 1}, {kSeveral, 1}}));
  EXPECT_EQ(counts_of(data, "year"), (Counts{{"2020", 1}, {"2021", 0}, {"2022", 3}}));
  // What was joined is told.
  bool told = false;
  for (const ReviewData::Joined& joined : data.joined)
    told = told || (joined.facet == "platform" && joined.labels.size() == 2);
  EXPECT_TRUE(told);
}

struct Condition {
  const char* condition;
  StudySet studies;
};

TEST(Conditions, MeanWhatTheySay) {
  const ReviewData data = made_up();
  const Condition kCases[] = {
      {"*", {0, 1, 2, 3}},
      {"type=quantitative", {0, 1}},
      {"type=QUANTITATIVE & method=survey", {0, 1}},
      {"theory=none", {2}},
      {"theory=effectuation", {1, 3}},
      {"theory=Effectuation Theory", {3}},
      {"year=2021..2022", {1, 2, 3}},
      {"year=2020", {0}},
      {"country=USA", {0, 1}},
      {"country@Asia", {1}},
      {"country@the Americas & year=2022", {1}},
      {"country#>1", {1, 2}},
      {"platform=several", {3}},
  };
  for (const Condition& c : kCases) {
    const auto found = studies_where(data, c.condition);
    ASSERT_TRUE(found) << c.condition << ": " << found.error().what;
    EXPECT_EQ(*found, c.studies) << c.condition;
  }
  for (const char* wrong : {"", "type", "typ=quantitative", "type=quantitive", "country@Asien",
                            "country#3", "year=soon", "type=quantitative &"})
    EXPECT_FALSE(studies_where(data, wrong)) << wrong;
  EXPECT_NE(studies_where(data, "typ=x").error().hint.find("type"), std::string::npos);
}

TEST(Cross, CellsSumToTheStudiesOfARow) {
  const ReviewData data = made_up();
  const Cross crossed = cross(data, "type", "year");
  for (std::size_t row = 0; row < crossed.rows.size(); ++row) {
    std::size_t sum = 0;
    for (const StudySet& cell : crossed.cells[row]) sum += cell.size();
    EXPECT_EQ(sum, crossed.rows[row].studies.size());
  }
  ASSERT_EQ(pairs(data, "theory").size(), 1U);
  EXPECT_EQ(pairs(data, "theory").front().studies, (StudySet{1}));
}

TEST(CodingTable, NamesRowsThatAreNoStudy) {
  const auto read =
      read_coding_table(table_of({"key", "year"}, {{"a", "2020"}, {"", "2021"}, {"a", "MMXX"}}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->data.studies.size(), 2U);
  ASSERT_EQ(read->problems.size(), 3U);
  EXPECT_EQ(read->problems[0].line, 3U);
  EXPECT_FALSE(read_coding_table(table_of({"kee", "yeer"}, {{"a", "b"}})));
  EXPECT_FALSE(read_coding_table(table_of({"key"}, {})));
}

TEST(Countries, AreKnownByTheirSpellings) {
  constexpr std::pair<const char*, const char*> kNames[] = {
      {"U.S.", "US"},         {"the United States", "US"},
      {"UK", "GB"},           {"S. Korea", "KR"},
      {"Türkiye", "TR"},      {"czech republic", "CZ"},
      {"Viet Nam", "VN"},     {"FI", "FI"},
      {"Hong Kong", "HK"},    {"UAE", "AE"},
      {"Cote d'Ivoire", "CI"}};
  for (const auto& [name, code] : kNames) {
    ASSERT_NE(country_named(name), nullptr) << name;
    EXPECT_EQ(country_named(name)->code, code) << name;
  }
  for (const char* none : {"", "Several", "Europe", "54 countries", "Atlantis"})
    EXPECT_EQ(country_named(none), nullptr) << none;
}

TEST(Countries, OfTheMapAreKnownAndTheSmallOnesAreThere) {
  std::size_t small = 0;
  for (std::string_view outline : world_outlines()) {
    const std::string code(outline.substr(0, 2));
    EXPECT_NE(country_named(code), nullptr) << code;
    for (const char* one : {"SG", "MT", "HK", "BH", "MU"}) small += code == one ? 1 : 0;
  }
  EXPECT_EQ(small, 5U);
}

struct Published {
  const char* what;
  const char* condition;
  std::size_t n;
};

TEST(ThePublishedReview, IsCountedAgain) {
  const std::filesystem::path file =
      std::filesystem::path(LITMINE_SOURCE_DIR) / "../shared/data/review/table2.csv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "skipped: " << file << " is not there";
  const auto read = read_coding_table(csv(file));
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_TRUE(read->problems.empty());
  constexpr Published kFigures[] = {
      {"papers", "*", 51},
      {"2016-2019", "year=2016..2019", 8},
      {"from 2020", "year=2020..2023", 43},
      {"2023 (published: 11)", "year=2023", 10},
      {"quantitative", "type=quantitative", 30},
      {"qualitative", "type=qualitative", 18},
      {"mixed", "type=mixed methods", 3},
      {"surveys among the quantitative", "type=quantitative & method=survey", 20},
      {"without a theory", "theory=none", 11},
      {"China", "country=China", 9},
      {"multi-country (published: 11)", "country#>1", 10},
      {"Asia (published: 13)", "country@Asia", 15},
      {"the Americas (published: 5)", "country@the Americas", 4},
      {"Australia or New Zealand", "country@Oceania", 4},
      {"Europe", "country@Europe", 26},
      {"unspecified platform", "platform=Unspecified", 8},
      {"several platforms", "platform=several", 4},
      {"e-commerce", "platform=E-commerce platform", 20},
      {"social media", "platform=Social media", 15},
  };
  for (const Published& figure : kFigures) {
    const auto found = studies_where(read->data, figure.condition);
    ASSERT_TRUE(found) << figure.condition << ": " << found.error().what;
    EXPECT_EQ(found->size(), figure.n) << figure.what;
  }
}

}  // namespace
}  // namespace litmine
