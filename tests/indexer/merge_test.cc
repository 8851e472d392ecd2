// An index merged of several is the index of all their documents.
#include "indexer/merge.h"

#include <gtest/gtest.h>

#include "indexer/index.h"
#include "made_up.h"

namespace litmine {
namespace {

using made_up::Folder;

void write(const std::filesystem::path& folder, std::uint32_t from, std::uint32_t to,
           unsigned shards = 2) {
  auto writer = IndexWriter::open(folder, {shards});
  ASSERT_TRUE(writer.has_value());
  FileStamp stamp;
  stamp.path = "file-" + std::to_string(from) + ".ris";
  for (std::uint32_t number = from; number < to; ++number) {
    const std::string title = "Platform number " + std::to_string(number);
    std::string abstract = number % 3 == 0 ? "Digital trade of small firms" : "Trade of firms";
    if (number % 7 == 0) abstract += " " + std::string(300, 'x');  // too long for a term
    ASSERT_TRUE(
        writer->add(made_up::record(stamp.path, number, title, abstract, 2001)).has_value());
  }
  ASSERT_TRUE(writer->finish_file(stamp).has_value());
  ASSERT_TRUE(writer->finish().has_value());
}

Query query(const std::string& word) {
  Query query;
  query.root.kind = Clause::Kind::word;
  query.root.pattern = Pattern(word);
  return query;
}

TEST(Merge, GivesTheIndexOfAllDocuments) {
  Folder folder("merge");
  write(folder.path() / "a", 0, 25);
  write(folder.path() / "b", 25, 40);
  write(folder.path() / "c", 40, 41);
  auto merged = merge_indexes({folder.path() / "a", folder.path() / "b", folder.path() / "c"},
                              folder.index());
  ASSERT_TRUE(merged.has_value()) << merged.error().what;
  auto index = Index::open(folder.index());
  ASSERT_TRUE(index.has_value()) << index.error().what;
  EXPECT_EQ(index->info().documents, 41u);
  EXPECT_EQ(index->files().size(), 3u);
  EXPECT_EQ(index->search(query("digital"))->studies.size(), 14u);
  EXPECT_EQ(index->search(query(std::string(300, 'x')))->studies.size(), 6u);
  for (const Study& study : index->studies())
    for (const DocId& report : study.reports)
      EXPECT_TRUE(index->document(report).has_value()) << report;

  // It can be written on, and the old ones are as they were.
  auto writer = IndexWriter::open(folder.index());
  ASSERT_TRUE(writer.has_value());
  ASSERT_TRUE(writer->remove_file("file-25.ris").has_value());
  ASSERT_TRUE(writer->finish().has_value());
  EXPECT_EQ(Index::open(folder.index())->info().documents, 26u);
  EXPECT_EQ(Index::open(folder.path() / "b")->info().documents, 15u);
}

TEST(Merge, RefusesWhatDoesNotFit) {
  Folder folder("merge-refused");
  write(folder.path() / "a", 0, 5);
  write(folder.path() / "b", 5, 9, 3);
  auto merged = merge_indexes({folder.path() / "a", folder.path() / "b"}, folder.index());
  ASSERT_FALSE(merged.has_value());
  EXPECT_EQ(merged.error().kind, Error::Kind::usage);
  EXPECT_FALSE(merge_indexes({folder.path() / "nowhere"}, folder.index()).has_value());
  EXPECT_FALSE(merge_indexes({}, folder.index()).has_value());
  merged = merge_indexes({folder.path() / "a"}, folder.path() / "b");
  ASSERT_FALSE(merged.has_value());
  EXPECT_NE(merged.error().what.find("is not empty"), std::string::npos);
}

}  // namespace
}  // namespace litmine
