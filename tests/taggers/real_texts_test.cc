// The titles of the published review as records. The lexicon was written with them in view, so what
// is measured here is in-sample: it guards against loss, it does not show how good the rules are.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "taggers/tagger.h"
#include "tests/taggers/article.h"

namespace litmine {
namespace {

const std::filesystem::path kReview = LITMINE_SOURCE_DIR "/../shared/data/review";

// One line of CSV with quoted fields.
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> all(1);
  bool quoted = false;
  for (char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      all.emplace_back();
    } else if (c != '\r') {
      all.back() += c;
    }
  }
  return all;
}

std::vector<std::vector<std::string>> rows(const std::string& name) {
  std::ifstream in(kReview / name);
  std::vector<std::vector<std::string>> all;
  for (std::string line; std::getline(in, line);) all.push_back(fields(line));
  return all;
}

TEST(RealTitles, WhatIsSuggestedAtHighIsNearlyAlwaysRight) {
  if (!std::filesystem::exists(kReview / "table2.csv"))
    GTEST_SKIP() << "skipped: the published review's tables are not here";
  auto codebook = Codebook::load(LITMINE_SOURCE_DIR "/taggers/codebook");
  ASSERT_TRUE(codebook);
  std::map<std::string, std::set<std::string>> gold;  // key → facet.code
  for (const auto& row : rows("codes.csv"))
    if (row.size() > 2) gold[row[0]].insert(row[1] + "." + row[2]);
  auto table = rows("table2.csv");
  std::size_t title = 0;
  while (title < table.at(0).size() && table[0][title] != "title") ++title;
  int right = 0, wrong = 0;
  for (std::size_t i = 1; i < table.size(); ++i) {
    Tagging tagging = tag(record(table[i].at(title)), *codebook);
    EXPECT_EQ(tagging.kind.kind, "record") << table[i][title];
    const std::set<std::string> coded = {"type", "method", "theory", "country", "platform"};
    for (const FacetResult& facet : tagging.facets)
      for (const Code& code : facet.codes)
        if (code.band == Band::high && coded.contains(facet.facet))
          (gold[table[i][0]].contains(code.facet + "." + code.code) ? right : wrong) += 1;
  }
  RecordProperty("right", right);
  RecordProperty("wrong", wrong);
  EXPECT_GE(right, 40);
  EXPECT_LE(wrong, 2);
}

}  // namespace
}  // namespace litmine
