// The sample review holds together: what its README, gold codes and protocol say is there, is
// there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/protocol.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

const fs::path kSample = fs::path(LITMINE_SOURCE_DIR) / "corpus/sample";
constexpr std::uintmax_t kLargestPdf = 200'000;  // bytes: the sample travels with every clone
constexpr std::size_t kFewestWords = 800;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::istringstream in(contents(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The names without endings of the files in a folder (not below it) that end in one of these.
std::set<std::string> stems(const fs::path& folder, const std::set<std::string>& endings) {
  std::set<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && endings.contains(entry.path().extension().string()))
      found.insert(entry.path().stem().string());
  return found;
}

/// A row of gold.csv, up to its role; the note after it may hold anything.
struct GoldRow {
  std::string key, split, facet, code, role;
};

std::vector<GoldRow> gold_rows() {
  std::vector<GoldRow> rows;
  bool heading = true;
  for (const std::string& line : lines_of(kSample / "gold.csv")) {
    std::istringstream cells(line);
    GoldRow row;
    for (std::string* cell : {&row.key, &row.split, &row.facet, &row.code, &row.role})
      std::getline(cells, *cell, ',');
    if (!heading) rows.push_back(row);
    heading = false;
  }
  return rows;
}

std::size_t lines_that_begin(const fs::path& file, const std::string& with) {
  std::size_t count = 0;
  for (const std::string& line : lines_of(file)) count += line.starts_with(with) ? 1 : 0;
  return count;
}

TEST(Sample, EveryPdfHasItsSource) {
  const auto pdfs = stems(kSample / "articles", {".pdf"});
  EXPECT_EQ(pdfs, stems(kSample / "articles/sources", {".tex", ".ms"}));
  EXPECT_GE(pdfs.size(), 8u);
  for (const std::string& stem : pdfs)
    EXPECT_LT(fs::file_size(kSample / "articles" / (stem + ".pdf")), kLargestPdf) << stem;
}

TEST(Sample, EveryTextIsOfTheLengthOfAnArticle) {
  for (const std::string& stem : stems(kSample / "articles", {".txt"})) {
    std::istringstream words(contents(kSample / "articles" / (stem + ".txt")));
    std::size_t count = 0;
    for (std::string word; words >> word;) ++count;
    EXPECT_GE(count, kFewestWords) << stem;
  }
}

TEST(Sample, GoldCodesAreOfTheArticles) {
  std::map<std::string, std::set<std::string>> splits, documents;
  for (const GoldRow& row : gold_rows()) {
    splits[row.key].insert(row.split);
    if (row.facet == "document") documents[row.key].insert(row.code);
  }
  std::set<std::string> keys;
  std::size_t held_out = 0;
  for (const auto& [key, named] : splits) {
    keys.insert(key);
    ASSERT_EQ(named.size(), 1u) << key;
    held_out += *named.begin() == "held-out";
    EXPECT_EQ(documents[key].size(), 1u) << key;
  }
  EXPECT_EQ(keys, stems(kSample / "articles", {".pdf", ".txt"}));
  EXPECT_EQ(held_out, 5u);
}

TEST(Sample, OnlyEmpiricalArticlesHaveFurtherCodes) {
  std::map<std::string, std::set<std::string>> facets;
  std::set<std::string> empirical;
  for (const GoldRow& row : gold_rows()) {
    facets[row.key].insert(row.facet);
    if (row.facet == "document" && row.code == "empirical") empirical.insert(row.key);
    EXPECT_EQ(row.facet == "country", !row.role.empty()) << row.key << " " << row.code;
  }
  const std::set<std::string> all = {"country", "document", "method", "platform", "theory", "type"};
  for (const auto& [key, coded] : facets)
    EXPECT_EQ(coded, empirical.contains(key) ? all : std::set<std::string>{"document"}) << key;
  EXPECT_GE(empirical.size(), 12u);
  EXPECT_EQ(facets.size() - empirical.size(), 3u);
}

TEST(Sample, RecordsBeginAndEnd) {
  struct {
    const char* file;
    std::size_t records, abstracts;
  } const kExpected[] = {{"published-review.ris", 51, 0}, {"sample-database.ris", 7, 7}};
  for (const auto& expected : kExpected) {
    const fs::path file = kSample / "records" / expected.file;
    EXPECT_EQ(lines_that_begin(file, "TY  - "), expected.records) << expected.file;
    EXPECT_EQ(lines_that_begin(file, "ER  - "), expected.records) << expected.file;
    EXPECT_EQ(lines_that_begin(file, "AB  - "), expected.abstracts) << expected.file;
  }
}

TEST(Sample, TheProtocolIsReadWithItsSearches) {
  const Result<Protocol> protocol = read_protocol(kSample / "review.toml");
  ASSERT_TRUE(protocol) << protocol.error().what;
  for (const fs::path& source : protocol->sources)
    EXPECT_TRUE(fs::is_directory(kSample / source)) << source;
  ASSERT_EQ(protocol->searches.size(), 3u);
  // The first two are one string in two dialects; that is the point of them.
  EXPECT_EQ(protocol->searches[0].query, protocol->searches[1].query);
  EXPECT_NE(protocol->searches[0].dialect, protocol->searches[1].dialect);
  EXPECT_NE(protocol->searches[0].query.find("OR AND"), std::string::npos);
  EXPECT_EQ(protocol->searches[2].query.find("OR AND"), std::string::npos);
  EXPECT_EQ(protocol->first_year, 2016);
  EXPECT_EQ(protocol->last_year, 2023);
}

}  // namespace
}  // namespace litmine
