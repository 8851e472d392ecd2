// kill -9 at random moments of indexing: every time the index must open, hold whole files only, and
// hold every file that was finished before; in the end it must hold what an index made in one go
// holds. LITMINE_KILLS=200 and LITMINE_KILL_RECORDS=6000 in the environment make it the long test
// of bench/README.md.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "cli/indexing.h"
#include "indexer/index.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

int from_environment(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

/// A test that fails leaves no process behind.
void end_with_parent() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  alarm(900);
}

constexpr int kRecordFiles = 4, kTextFiles = 12;

/// Sources whose titles tell every record from every other, and a folder for the index.
class Killed : public testing::Test {
 protected:
  Killed() {
    folder_ = fs::temp_directory_path() / ("litmine-killed-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "sources");
    records_ = from_environment("LITMINE_KILL_RECORDS", 2400) / kRecordFiles;
    for (int file = 0; file < kRecordFiles; ++file) write_records(file);
    for (int file = 0; file < kTextFiles; ++file) write_text(file);
  }
  ~Killed() override { fs::remove_all(folder_); }

  fs::path source(const std::string& name) const { return folder_ / "sources" / name; }

  void write_records(int file) {
    std::ofstream out(source(fmt::format("records-{}.ris", file)));
    const int version = ++versions_[file];
    for (int i = 0; i < records_; ++i)
      out << fmt::format(
          "TY  - JOUR\nTI  - V{}n{}f{} is a study of w{}x and w{}x\nAU  - Author{}, A.\nPY  - "
          "{}\nAB  - {}\nER  - \n\n",
          version, i, file, dice_() % 5000, dice_() % 5000, dice_() % 900, 1990 + i % 30,
          words(50));
  }
  void write_text(int file) {
    std::ofstream(source(fmt::format("text-{}.txt", file))) << words(1200);
  }
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
      text += fmt::format("term{}{}", dice_() % 20000, i % 12 == 11 ? ".\n\n" : " ");
    return text;
  }

  IndexingOptions options(const char* index) const {
    IndexingOptions options;
    options.index = folder_ / index;
    options.base = folder_;
    options.sources = {folder_ / "sources"};
    options.jobs = 2;
    options.only_sources = true;
    return options;
  }

  /// Starts a process that brings the index up to date.
  pid_t start_indexing() const {
    const pid_t child = fork();
    if (child != 0) return child;
    end_with_parent();
    auto summary = update_index(options("index"), {}, nullptr);
    if (!summary) std::fprintf(stderr, "%s\n", summary.error().what.c_str());
    _exit(summary ? 0 : 1);
  }
  /// Starts a process that opens the index and asks it, again and again, until it is killed. Ends
  /// with 1 when that goes wrong.
  pid_t start_reading() const {
    const pid_t child = fork();
    if (child != 0) return child;
    end_with_parent();
    while (true) {
      auto index = Index::open(folder_ / "index");
      if (!index) {
        if (index.error().kind == Error::Kind::not_found) {
          usleep(2000);
          continue;
        }
        std::fprintf(stderr, "a reader: %s\n", index.error().what.c_str());
        _exit(1);
      }
      // Numbers may be of two moments, before and behind a commit; never so again and again.
      std::string wrong;
      for (int tries = 0; tries < 4; ++tries)
        if (wrong = what_is_wrong(*index, {}); wrong.empty()) break;
      usleep(2000);
      if (wrong.empty()) continue;
      std::fprintf(stderr, "a reader: %s\n", wrong.c_str());
      _exit(1);
    }
  }

  /// Whole files only, and those that must be there; empty when all is right.
  static std::string what_is_wrong(const Index& index, const std::set<std::string>& must_be_there) {
    std::size_t documents = 0;
    std::set<std::string> there;
    for (const FileStamp& file : index.files()) {
      documents += file.documents;
      there.insert(file.path);
    }
    const IndexInfo info = index.info();
    if (info.documents != documents)
      return fmt::format("{} documents are seen, and finished files have {}", info.documents,
                         documents);
    std::size_t reports = 0;
    for (const Study& study : index.studies()) reports += study.reports.size();
    if (reports != documents)
      return fmt::format("studies have {} reports of {} documents", reports, documents);
    Query query;
    query.root.kind = Clause::Kind::word;
    query.root.pattern = Pattern("study");
    auto hits = index.search(query);
    if (!hits) return "cannot be searched: " + hits.error().what;
    for (const std::string& path : must_be_there)
      if (!there.contains(path)) return "the finished file " + path + " is gone";
    return {};
  }

  static std::map<DocId, std::string> contents(const fs::path& folder) {
    auto index = Index::open(folder);
    EXPECT_TRUE(index.has_value()) << index.error().what;
    std::map<DocId, std::string> contents;
    if (!index) return contents;
    for (const Study& study : index->studies())
      for (const DocId& id : study.reports) contents[id] = index->document(id).value().text;
    return contents;
  }

  fs::path folder_;
  int records_ = 0;
  std::mt19937 dice_{11};
  std::map<int, int> versions_;
};

TEST_F(Killed, LosesNoFinishedFileAndBreaksNothing) {
  const int kills = from_environment("LITMINE_KILLS", 4);
  const Clock::time_point begin = Clock::now();
  int status = 0;
  waitpid(start_indexing(), &status, 0);
  ASSERT_EQ(status, 0);
  const auto whole_run = Clock::now() - begin;
  fs::remove_all(folder_ / "index");

  std::set<std::string> finished;  // and not changed since
  int hit = 0, came_late = 0;
  for (int round = 0; round < kills; ++round) {
    const pid_t reader = start_reading();
    const pid_t writer = start_indexing();
    std::this_thread::sleep_for(whole_run * (dice_() % 1000) / 1000);
    const bool running = waitpid(writer, &status, WNOHANG) == 0;
    if (running) {
      kill(writer, SIGKILL);
      waitpid(writer, &status, 0);
      ++hit;
    } else {
      ASSERT_EQ(status, 0) << "a writer after a kill cannot finish";
      ++came_late;
    }
    ASSERT_EQ(waitpid(reader, &status, WNOHANG), 0) << "a reader failed, round " << round;
    kill(reader, SIGKILL);
    waitpid(reader, &status, 0);

    auto index = Index::open(folder_ / "index");
    if (!index) {  // killed before there was one
      ASSERT_EQ(index.error().kind, Error::Kind::not_found) << index.error().what;
      ASSERT_TRUE(finished.empty());
      continue;
    }
    ASSERT_EQ(what_is_wrong(*index, finished), "") << "round " << round;
    finished.clear();
    for (const FileStamp& file : index->files()) finished.insert(file.path);
    // So that there is work for every round: a file changes, another goes and comes back.
    if (!running || round % 3 == 2) {
      const int file = static_cast<int>(dice_() % kRecordFiles);
      write_records(file);
      finished.erase(fmt::format("sources/records-{}.ris", file));
      const int text = static_cast<int>(dice_() % kTextFiles);
      write_text(text);
      finished.erase(fmt::format("sources/text-{}.txt", text));
    }
    if (round % 20 == 19) {
      fs::remove_all(folder_ / "index");
      finished.clear();
    }
  }
  waitpid(start_indexing(), &status, 0);
  ASSERT_EQ(status, 0);
  auto fresh = update_index(options("fresh"), {}, nullptr);
  ASSERT_TRUE(fresh.has_value()) << fresh.error().what;
  EXPECT_EQ(contents(folder_ / "index"), contents(folder_ / "fresh"));
  std::printf("%d kills hit a running writer, %d came too late\n", hit, came_late);
}

TEST_F(Killed, TwoWritersAreToldSo) {
  auto first = IndexWriter::open(folder_ / "index");
  ASSERT_TRUE(first.has_value());
  const pid_t second = fork();
  if (second == 0) {
    auto summary = update_index(options("index"), {}, nullptr);
    const bool told =
        !summary && summary.error().kind == Error::Kind::limit &&
        summary.error().what.find("written by another litmine") != std::string::npos &&
        !summary.error().hint.empty();
    _exit(told ? 0 : 1);
  }
  int status = 0;
  waitpid(second, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST_F(Killed, MovedFilesKeepTheirContent) {
  ASSERT_TRUE(update_index(options("index"), {}, nullptr).has_value());
  fs::create_directories(source("below"));
  fs::rename(source("records-0.ris"), source("below/other.ris"));
  fs::rename(source("text-3.txt"), source("text-33.txt"));
  fs::copy_file(source("text-4.txt"), source("text-44.txt"));
  fs::remove(source("text-5.txt"));
  auto summary = update_index(options("index"), {}, nullptr);
  ASSERT_TRUE(summary.has_value()) << summary.error().what;
  EXPECT_EQ(summary->moved, 2u);
  EXPECT_EQ(summary->read, 1u);  // the copy
  EXPECT_EQ(summary->removed, 1u);
  ASSERT_TRUE(update_index(options("fresh"), {}, nullptr).has_value());
  EXPECT_EQ(contents(folder_ / "index"), contents(folder_ / "fresh"));
}

}  // namespace
}  // namespace litmine
