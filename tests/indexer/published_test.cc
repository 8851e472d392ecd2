// Search strings as published, run on an index whose texts are made of their own words: no error,
// and the same studies as the reference evaluator finds.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/index.h"
#include "made_up.h"
#include "queries/dialect.h"

namespace litmine {
namespace {

const std::string kStrings =
    std::string(LITMINE_SOURCE_DIR) + "/../shared/data/dialects/published-strings.jsonl";

struct Published {
  std::string dialect, query;
};
std::vector<Published> published_strings() {
  std::vector<Published> strings;
  std::ifstream in(kStrings);
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    strings.push_back({json.value("dialect", ""), json.value("query", "")});
  }
  return strings;
}

/// The letters of a string; its signs become spaces.
std::string words_of(std::string text) {
  for (char& c : text)
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && static_cast<unsigned char>(c) < 0x80)
      c = ' ';
  return text;
}

TEST(Published, RunOnAnIndexAsInTheEvaluator) {
  if (!std::filesystem::exists(kStrings)) GTEST_SKIP() << "skipped: no " << kStrings;
  const std::vector<Published> strings = published_strings();
  made_up::Folder folder("published");
  std::map<DocId, Document> documents;
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    ASSERT_TRUE(writer.has_value());
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < strings.size(); i += 9) {
      ++number;
      Document document =
          made_up::record("a.ris", number, "Study " + std::to_string(number),
                          words_of(strings[i].query).substr(0, 3000), 1990 + (number % 30));
      auto id = writer->add(document);
      ASSERT_TRUE(id.has_value());
      documents[*id] = std::move(document);
    }
    FileStamp stamp;
    stamp.path = "a.ris";
    ASSERT_TRUE(writer->finish_file(stamp).has_value());
    ASSERT_TRUE(writer->finish().has_value());
  }
  auto index = Index::open(folder.index());
  ASSERT_TRUE(index.has_value());
  std::map<DocId, CutStudy> studies;
  for (const auto& [id, document] : documents) studies.emplace(id, CutStudy(document));

  std::size_t run = 0, hits_in_all = 0;
  for (const Published& published : strings) {
    const Dialect* dialect = dialect_named(published.dialect);
    if (dialect == nullptr) continue;
    SCOPED_TRACE(published.dialect + ": " + published.query.substr(0, 300));
    const Query query = parse_query(published.query, *dialect).query;
    auto hits = index->search(query);
    ASSERT_TRUE(hits.has_value()) << hits.error().what;
    std::vector<DocId> expected;
    for (const auto& [id, study] : studies)
      if (matches(query, study)) expected.push_back(id);
    ASSERT_EQ(hits->studies, expected);
    hits_in_all += hits->studies.size();
    ++run;
  }
  std::cout << run << " strings run, " << hits_in_all << " hits\n";
  EXPECT_GT(run, 100u);
  EXPECT_GT(hits_in_all, run / 20);  // every ninth string has a text of its own words
}

}  // namespace
}  // namespace litmine
