// What an index keeps: files and their stamps, ids, studies; and what is left when a run is cut off
// or the folder is damaged.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "corpus/duplicate_decisions.h"
#include "indexer/index.h"
#include "made_up.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;
using made_up::Folder;

FileStamp stamp_of(const std::string& path, std::uint32_t documents) {
  FileStamp stamp;
  stamp.path = path;
  stamp.size = 100;
  stamp.modified = 42;
  stamp.hash = "abc";
  stamp.documents = documents;
  return stamp;
}

/// A file of that many records; each has the word "file<n>x" in its title.
void add_file(IndexWriter& writer, int file, int records) {
  std::string path = "file-" + std::to_string(file) + ".ris";
  for (int i = 1; i <= records; ++i) {
    std::string word = "file" + std::to_string(file) + "x";
    auto id = writer.add(made_up::record(path, static_cast<std::uint32_t>(i),
                                         word + " title " + std::to_string(i),
                                         "about digital platforms and trade", 2000 + i));
    ASSERT_TRUE(id.has_value()) << id.error().what;
  }
  ASSERT_TRUE(writer.finish_file(stamp_of(path, static_cast<std::uint32_t>(records))).has_value());
}

Query word_query(const std::string& word, Parts parts = kFront) {
  Query query;
  query.root.kind = Clause::Kind::word;
  query.root.pattern = Pattern(word);
  query.in = parts;
  return query;
}

std::uint64_t studies_with(const Index& index, const std::string& word, Parts parts = kFront) {
  auto hits = index.search(word_query(word, parts));
  EXPECT_TRUE(hits.has_value());
  return hits ? hits->studies.size() : 0;
}

/// Opens the index, hands it decisions, finishes; gives back the number of studies.
std::uint64_t studies_after(const Folder& folder, const std::vector<DuplicateDecision>& decisions) {
  auto writer = IndexWriter::open(folder.index());
  EXPECT_TRUE(writer.has_value());
  EXPECT_TRUE(writer->decide(decisions).has_value());
  // A reader in between joins in memory, by the decisions too.
  const std::uint64_t between = Index::open(folder.index()).value().info().studies;
  EXPECT_TRUE(writer->finish().has_value());
  const std::uint64_t after = Index::open(folder.index()).value().info().studies;
  EXPECT_EQ(between, after);
  return after;
}

TEST(Writer, JoinsStudiesAnewWhenPeopleDecided) {
  Folder folder("decided");
  {
    auto writer = IndexWriter::open(folder.index());
    ASSERT_TRUE(writer.has_value()) << writer.error().what;
    for (std::uint32_t i = 1; i <= 2; ++i)
      ASSERT_TRUE(writer
                      ->add(made_up::record("a.ris", i, "Platforms of trade and of small firms",
                                            i == 1 ? "One abstract" : "Another", 2020))
                      .has_value());
    ASSERT_TRUE(writer->finish_file(stamp_of("a.ris", 2)).has_value());
    ASSERT_TRUE(writer->finish().has_value());
  }
  std::vector<Identity> identities = Index::open(folder.index()).value().identities();
  ASSERT_EQ(identities.size(), 2u);
  ASSERT_NE(record_key(identities[0]), record_key(identities[1]));
  DuplicateDecision apart;
  apart.relation = Relation::different;
  apart.a = record_key(identities[0]);
  apart.b = record_key(identities[1]);
  const std::uint64_t joined = studies_after(folder, {});
  EXPECT_EQ(studies_after(folder, {apart}), 2u);
  EXPECT_EQ(studies_after(folder, {apart}), 2u);  // kept, and no work
  apart.relation = Relation::same;
  EXPECT_EQ(studies_after(folder, {apart}), 1u);
  EXPECT_EQ(studies_after(folder, {}), joined);
}

TEST(Writer, KeepsDocumentsWholeAndStampsAsGiven) {
  Folder folder("keeps");
  Document document = made_up::record("a.ris", 1, "Platforms of trade", "A survey of firms", 2020);
  document.about.doi = "10.1/x";
  FileStamp stamp = stamp_of("a.ris", 1);
  stamp.problems.push_back({Problem::Level::doubtful, "a.ris", 7, 0, "no-title", "has none", "h"});
  DocId id;
  {
    auto writer = IndexWriter::open(folder.index());
    ASSERT_TRUE(writer.has_value()) << writer.error().what;
    id = writer->add(document).value();
    ASSERT_TRUE(writer->finish_file(stamp).has_value());
    ASSERT_TRUE(writer->finish().has_value());
    EXPECT_EQ(writer->files(), std::vector<FileStamp>{stamp});
  }
  auto index = Index::open(folder.index());
  ASSERT_TRUE(index.has_value()) << index.error().what;
  EXPECT_EQ(index->files(), std::vector<FileStamp>{stamp});
  document.id = id;
  EXPECT_EQ(index->document(id).value(), document);
  EXPECT_EQ(index->document("no-such").error().kind, Error::Kind::not_found);
  IndexInfo info = index->info();
  EXPECT_EQ(info.documents, 1u);
  EXPECT_EQ(info.studies, 1u);
  EXPECT_EQ(info.records, 1u);
  EXPECT_EQ(info.full_texts, 0u);
  EXPECT_EQ(info.files, 1u);
  EXPECT_GE(info.words, 7u);
  EXPECT_EQ(index->study(id)->reports, std::vector<DocId>{id});
}

TEST(Writer, ReplacesAFileAndLeavesTheOthersAlone) {
  Folder folder("replaces");
  auto ids_of = [](const Index& index) {
    std::set<DocId> ids;
    for (const Study& study : index.studies())
      ids.insert(study.reports.begin(), study.reports.end());
    return ids;
  };
  std::set<DocId> before;
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    for (int file = 0; file < 5; ++file) add_file(*writer, file, 3);
    ASSERT_TRUE(writer->finish().has_value());
  }
  before = ids_of(*Index::open(folder.index()));
  EXPECT_EQ(before.size(), 15u);
  {
    auto writer = IndexWriter::open(folder.index());
    EXPECT_EQ(writer->files().size(), 5u);
    ASSERT_TRUE(writer->remove_file("file-2.ris").has_value());
    ASSERT_TRUE(writer->remove_file("never-there.ris").has_value());
    EXPECT_EQ(writer->files().size(), 4u);
    add_file(*writer, 2, 3);
    ASSERT_TRUE(writer->finish().has_value());
  }
  auto index = Index::open(folder.index());
  EXPECT_EQ(ids_of(*index), before) << "the same records get the same ids";
  EXPECT_EQ(studies_with(*index, "file2x"), 3u);
  EXPECT_EQ(studies_with(*index, "file3x"), 3u);
  {
    auto writer = IndexWriter::open(folder.index());
    ASSERT_TRUE(writer->remove_file("file-2.ris").has_value());
    ASSERT_TRUE(writer->finish().has_value());
  }
  index = Index::open(folder.index());
  EXPECT_EQ(studies_with(*index, "file2x"), 0u);
  EXPECT_EQ(index->info().documents, 12u);
  EXPECT_EQ(index->info().files, 4u);
}

TEST(Writer, WritesNothingWhenNothingChanged) {
  Folder folder("unchanged");
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    add_file(*writer, 1, 3);
    ASSERT_TRUE(writer->finish().has_value());
  }
  auto contents = [&] {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.index())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      files[entry.path().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return files;
  };
  auto before = contents();
  {
    auto writer = IndexWriter::open(folder.index());
    ASSERT_TRUE(writer->finish().has_value());
  }
  EXPECT_EQ(contents(), before);
}

TEST(Writer, TakesOutFilesThatWereNotFinished) {
  Folder folder("unfinished");
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    add_file(*writer, 1, 3);
    for (std::uint32_t i = 1; i <= 5; ++i)
      ASSERT_TRUE(writer->add(made_up::record("half.ris", i, "half", "written")).has_value());
    ASSERT_TRUE(writer->commit().has_value());
    auto index = Index::open(folder.index());
    EXPECT_EQ(studies_with(*index, "half"), 0u) << "nobody reads half a file";
    EXPECT_EQ(index->info().documents, 3u);
    EXPECT_EQ(index->info().files, 1u);
  }
  auto writer = IndexWriter::open(folder.index());
  EXPECT_EQ(writer->files().size(), 1u);
  ASSERT_TRUE(writer->finish().has_value());
  auto index = Index::open(folder.index());
  EXPECT_EQ(studies_with(*index, "half"), 0u);
  EXPECT_EQ(index->info().documents, 3u);
}

TEST(Writer, SurvivesBeingKilledAtAnyMoment) {
  Folder folder("killed");
  constexpr int kRecords = 7;
  made_up::Dice dice(7);
  int kills = 0;
  std::size_t most = 0;
  for (int round = 0; round < 12; ++round) {
    pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {  // goes on where the last one was killed
      auto writer = IndexWriter::open(folder.index(), {2});
      if (!writer) ::_exit(3);
      int next = static_cast<int>(writer->files().size());
      for (int file = next; file < next + 400; ++file) {
        add_file(*writer, file, kRecords);
        if (file % 10 == 0) (void)writer->commit();
        if (file % 50 == 0) (void)writer->finish();
      }
      ::_exit(0);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + dice.roll(300)));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    kills += WIFSIGNALED(status);
    EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "could not open: " << round;

    auto index = Index::open(folder.index());
    if (!index) {  // killed before there was one
      EXPECT_EQ(index.error().kind, Error::Kind::not_found) << index.error().what;
      continue;
    }
    auto files = index->files();
    EXPECT_GE(files.size(), most) << "what was committed stays";
    most = files.size();
    EXPECT_EQ(index->info().documents, files.size() * kRecords);
    for (const FileStamp& file : files) {
      std::string number = file.path.substr(5, file.path.find('.') - 5);
      ASSERT_EQ(studies_with(*index, "file" + number + "x"), std::uint64_t{kRecords}) << file.path;
    }
  }
  std::printf("killed %d times, %zu files whole\n", kills, most);
  EXPECT_GT(kills, 0);
}

TEST(Writer, LeavesOneWriterAtATime) {
  Folder folder("locked");
  auto writer = IndexWriter::open(folder.index());
  ASSERT_TRUE(writer.has_value());
  auto second = IndexWriter::open(folder.index());
  ASSERT_FALSE(second.has_value());
  EXPECT_EQ(second.error().kind, Error::Kind::limit);
  EXPECT_NE(second.error().what.find("another litmine"), std::string::npos);
}

TEST(Writer, RefusesAFolderOfSomethingElse) {
  Folder folder("else");
  fs::create_directories(folder.index());
  std::ofstream(folder.index() / "thesis.docx") << "words";
  auto writer = IndexWriter::open(folder.index());
  ASSERT_FALSE(writer.has_value());
  EXPECT_EQ(writer.error().kind, Error::Kind::usage);
  EXPECT_NE(writer.error().what.find("thesis.docx"), std::string::npos);
  EXPECT_EQ(Index::open(folder.index()).error().kind, Error::Kind::not_found);
  EXPECT_EQ(Index::open(folder.path() / "nowhere").error().kind, Error::Kind::not_found);
}

TEST(Writer, RefusesAnotherFormat) {
  Folder folder("format");
  { auto writer = IndexWriter::open(folder.index()); }
  std::ofstream(folder.index() / "litmine-index") << "litmine index 999 shards 1\n";
  for (Error error :
       {Index::open(folder.index()).error(), IndexWriter::open(folder.index()).error()}) {
    EXPECT_EQ(error.kind, Error::Kind::unsupported) << error.what;
    EXPECT_NE(error.hint.find("index again"), std::string::npos);
  }
}

TEST(Writer, WordsOverTheLengthOfATermAreStillFound) {
  Folder folder("long");
  const std::string longest(300, 'a'), other = longest + "b";
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    ASSERT_TRUE(writer->add(made_up::record("a.ris", 1, longest + " x", "-", 2001)).has_value());
    ASSERT_TRUE(writer->add(made_up::record("a.ris", 2, other + " x", "-", 2010)).has_value());
    ASSERT_TRUE(writer->add(made_up::record(std::string(400, 'p'), 1, "y", "-")).has_value());
    ASSERT_TRUE(writer->finish_file(stamp_of("a.ris", 2)).has_value());
    ASSERT_TRUE(writer->finish_file(stamp_of(std::string(400, 'p'), 1)).has_value());
    ASSERT_TRUE(writer->finish().has_value());
  }
  auto index = Index::open(folder.index());
  EXPECT_EQ(studies_with(*index, longest), 1u);
  EXPECT_EQ(studies_with(*index, other), 1u);
  Query query = word_query("");
  query.root.pattern.add_letters(std::string(250, 'a'));
  query.root.pattern.add_gap(0, Pattern::kAnyRun);
  EXPECT_EQ(index->search(query)->studies.size(), 2u);
  query.root.pattern.add_letters("b");
  EXPECT_EQ(index->search(query)->studies.size(), 1u);
  EXPECT_EQ(index->files().back().path, std::string(400, 'p'));
}

TEST(Writer, JoinsARecordAndItsFullText) {
  Folder folder("joins");
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    Document record = made_up::record("a.ris", 1, "Platforms of trade", "A survey of firms", 2020);
    record.about.doi = "10.1/x";
    record.about.source = "Journal of Trade";
    Document full = record;
    full.kind = Document::Kind::full_text;
    full.source = "smith.pdf";
    full.record = 0;
    full.about.source.clear();
    full.text += "\nzebra";
    ASSERT_TRUE(writer->add(record).has_value());
    ASSERT_TRUE(writer->finish_file(stamp_of("a.ris", 1)).has_value());
    ASSERT_TRUE(writer->add(full).has_value());
    ASSERT_TRUE(writer->finish_file(stamp_of("smith.pdf", 1)).has_value());
    ASSERT_TRUE(writer->commit().has_value());
    // Before `finish` the table is made in memory: the same studies.
    EXPECT_EQ(Index::open(folder.index())->studies().size(), 1u);
    ASSERT_TRUE(writer->finish().has_value());
  }
  auto index = Index::open(folder.index());
  ASSERT_EQ(index->studies().size(), 1u);
  Study study = index->studies().front();
  ASSERT_EQ(study.reports.size(), 2u);
  EXPECT_EQ(study.id, "smith");
  EXPECT_NE(study.reason.find("10.1/x"), std::string::npos);
  EXPECT_EQ(index->study(study.reports[1])->id, study.id);
  EXPECT_EQ(index->best_report(study)->kind, Document::Kind::full_text);
  EXPECT_EQ(index->about(study)->source, "Journal of Trade");
  Query both;
  both.in = kAll;
  both.root.kind = Clause::Kind::all_of;
  both.root.operands = {word_query("zebra").root, word_query("journal").root};
  EXPECT_EQ(index->search(both)->studies, std::vector<DocId>{"smith"})
      << "AND is over all reports of a study";
}

TEST(Writer, ReadersGoOnWhileAWriterWrites) {
  Folder folder("overtaken");
  auto writer = IndexWriter::open(folder.index(), {2});
  add_file(*writer, 0, 3);
  ASSERT_TRUE(writer->finish().has_value());
  auto index = Index::open(folder.index());
  ASSERT_TRUE(index.has_value());
  for (int file = 1; file < 30; ++file) {
    add_file(*writer, file, 3);
    ASSERT_TRUE(writer->commit().has_value());
    auto hits = index->search(word_query("file0x"));
    ASSERT_TRUE(hits.has_value()) << hits.error().what;
    EXPECT_EQ(hits->studies.size(), 3u);
  }
}

TEST(Writer, DamageIsAnErrorAndNoCrash) {
  Folder folder("damaged");
  {
    auto writer = IndexWriter::open(folder.index(), {2});
    for (int file = 0; file < 60; ++file) add_file(*writer, file, 5);
    ASSERT_TRUE(writer->finish().has_value());
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder.index()))
    if (entry.is_regular_file() && entry.file_size() > 0) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  int errors = 0, tried = 0;
  made_up::Dice dice(3);
  for (const fs::path& path : files)
    for (int way = 0; way < 4; ++way) {
      std::string whole;
      {
        std::ifstream file(path, std::ios::binary);
        whole = {std::istreambuf_iterator<char>(file), {}};
      }
      std::string damaged = whole;
      if (way == 0) damaged.clear();
      if (way == 1) damaged.resize(whole.size() / 2);
      if (way == 2) damaged.resize(whole.size() - 1);
      if (way == 3)
        for (char& c : damaged)
          if (dice.chance(20)) c = static_cast<char>(dice.roll(256));
      std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
      ++tried;
      auto index = Index::open(folder.index());
      bool said = !index.has_value();
      if (index) {
        Query query = word_query("digital");
        auto hits = index->search(query);
        Clause phrase;
        phrase.kind = Clause::Kind::phrase;
        phrase.operands = {query.root, word_query("platforms").root};
        query.root = phrase;
        said |= !hits.has_value() || !index->search(query).has_value();
        for (const Study& study : index->studies()) said |= !index->document(study.id).has_value();
      }
      errors += said;
      auto writer = IndexWriter::open(folder.index());
      EXPECT_TRUE(writer || !writer.error().what.empty());
      { auto gone = std::move(writer); }
      std::ofstream(path, std::ios::binary | std::ios::trunc) << whole;
    }
  std::printf("%d ways to damage it, %d seen\n", tried, errors);
  EXPECT_GT(errors, tried / 2);
}

}  // namespace
}  // namespace litmine
