// Workers that misbehave in every way a broken file can make them. Each costs its own file only.
#include "extractors/workers.h"

#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <map>
#include <stdexcept>
#include <thread>

#include "extractors/workers_messages.h"

namespace litmine {
namespace {

using namespace std::chrono_literals;

/// What became of each file, by its index.
struct Outcome {
  std::map<std::size_t, std::vector<std::string>> texts;
  std::map<std::size_t, std::vector<Problem>> problems;
  std::map<std::size_t, bool> done;
  std::size_t finished = 0;

  std::string code(std::size_t file) const {
    auto found = problems.find(file);
    return found == problems.end() ? "" : found->second.front().code;
  }
  std::string reason(std::size_t file) const {
    auto found = problems.find(file);
    return found == problems.end() ? "" : found->second.front().reason;
  }
};

constexpr int kWorkersSocket = 3;  // where a worker keeps its end, see workers_process.cc

Document text_document(std::string text) {
  Document document;
  document.text = std::move(text);
  document.extractor = "test";
  return document;
}

/// Does what the file's name says.
void misbehave(const std::filesystem::path& path, const Intake& intake) {
  std::string what = path.filename().string();
  if (what == "sleeps") std::this_thread::sleep_for(1h);
  if (what == "loops")
    for (volatile bool on = true; on;) {
    }
  if (what == "aborts") std::abort();
  if (what == "segfaults") raise(SIGSEGV);
  if (what == "exits") std::exit(7);
  if (what == "exits-quickly") _exit(0);
  if (what == "throws") throw std::runtime_error("a surprise");
  if (what == "throws-number") throw 7;
  if (what == "allocates") {
    std::vector<std::vector<char>> hoard;
    for (;;) hoard.emplace_back(16U << 20, 'x');
  }
  if (what == "half") {
    intake.document(text_document("the first half"));
    std::abort();
  }
  if (what == "garbage") send_all(kWorkersSocket, "this is not a message at all, is it?");
  if (what == "endless") send_all(kWorkersSocket, std::string("\xff\xff\xff\xff", 4) + "D");
  if (what == "bad-document") send_message(kWorkersSocket, MessageKind::document, "nonsense");
  if (what == "bad-problem") send_message(kWorkersSocket, MessageKind::problem, "nonsense");
  if (what == "calls-out") {
    int s = socket(AF_INET, SOCK_STREAM, 0);
    intake.document(text_document(s < 0 ? std::strerror(errno) : "connected"));
    return;
  }
  if (what == "open-files") {
    int count = 0;
    DIR* all = opendir("/proc/self/fd");
    for (; readdir(all) != nullptr; ++count) {
    }
    closedir(all);
    intake.document(text_document(std::to_string(count - 3)));  // ".", ".." and the folder itself
    return;
  }
  if (what == "interrupted") raise(SIGINT);
  if (what == "large") {
    intake.document(text_document(std::string(30U << 20, 'x')));
    return;
  }
  if (what == "doubts") {
    Problem problem;
    problem.level = Problem::Level::doubtful;
    problem.code = "doubt", problem.reason = "not sure", problem.hint = "look", problem.page = 3;
    problem.line = 4;
    intake.problem(std::move(problem));
  }
  if (what == "process") {
    intake.document(text_document(std::to_string(getpid())));
    return;
  }
  intake.document(text_document("text of " + what));
}

Outcome run(const std::vector<std::filesystem::path>& files, unsigned jobs,
            WorkerLimits limits = {}, const std::atomic<bool>* stop = nullptr) {
  Outcome outcome;
  WorkerEvents events;
  events.document = [&](std::size_t file, Document&& document) {
    outcome.texts[file].push_back(document.text);
  };
  events.problem = [&](std::size_t file, Problem&& problem) {
    outcome.problems[file].push_back(std::move(problem));
  };
  events.done = [&](std::size_t file, bool complete) {
    EXPECT_EQ(outcome.done.count(file), 0U) << "finished twice: " << files[file];
    outcome.done[file] = complete;
  };
  outcome.finished = extract_in_workers(files, jobs, limits, events, stop, misbehave);
  return outcome;
}

int open_files() {
  int count = 0;
  DIR* all = opendir("/proc/self/fd");
  while (readdir(all) != nullptr) ++count;
  closedir(all);
  return count;
}

struct Death {
  const char* file;
  const char* code;
  const char* reason;  // a part of it
};
constexpr Death kDeaths[] = {
    {"sleeps", "timeout", "longer than 1 s"},
    {"loops", "timeout", "longer than 1 s"},
    {"aborts", "crash", "SIGABRT"},
    {"segfaults", "crash", "SIGSEGV"},
    {"exits", "crash", "exit status"},
    {"exits-quickly", "crash", "exit status 0"},
    {"throws", "crash", "a surprise"},
    {"throws-number", "crash", "unknown exception"},
    {"allocates", "memory", "more than 64 MiB"},
    {"half", "crash", "SIGABRT"},
    {"garbage", "crash", "make no sense"},
    {"endless", "crash", "make no sense"},
    {"bad-document", "crash", "make no sense"},
    {"bad-problem", "crash", "make no sense"},
};

TEST(Workers, ADeathCostsItsOwnFileOnly) {
  int before = open_files();
  for (bool slow : {true, false}) {
    // Only those that never end may run into the limit, however busy the machine is.
    WorkerLimits limits{slow ? 1s : 60s, 64ULL << 20};
    std::vector<std::filesystem::path> files;
    std::vector<const Death*> deaths;
    for (const Death& death : kDeaths) {
      if ((death.code == std::string_view("timeout")) != slow) continue;
      deaths.push_back(&death);
      files.emplace_back(death.file);
      files.emplace_back("good");
    }
    for (unsigned jobs : {1U, 3U}) {
      Outcome outcome = run(files, jobs, limits);
      EXPECT_EQ(outcome.finished, files.size());
      for (std::size_t i = 0; i < deaths.size(); ++i) {
        SCOPED_TRACE(deaths[i]->file);
        EXPECT_EQ(outcome.code(2 * i), deaths[i]->code) << outcome.reason(2 * i);
        EXPECT_NE(outcome.reason(2 * i).find(deaths[i]->reason), std::string::npos)
            << outcome.reason(2 * i);
        EXPECT_EQ(outcome.problems[2 * i].front().file, deaths[i]->file);
        EXPECT_FALSE(outcome.done[2 * i] && slow);
        EXPECT_EQ(outcome.texts[2 * i + 1], std::vector<std::string>{"text of good"});
        EXPECT_TRUE(outcome.done[2 * i + 1]);
      }
    }
  }
  EXPECT_EQ(open_files(), before) << "a pipe was left open";
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child was left behind";
  EXPECT_EQ(errno, ECHILD);
}

TEST(Workers, AHalfReadFileIsToldToBeIncomplete) {
  Outcome outcome = run({"half", "good"}, 1);
  EXPECT_EQ(outcome.texts[0], std::vector<std::string>{"the first half"});
  EXPECT_FALSE(outcome.done[0]);
  EXPECT_TRUE(outcome.done[1]);
}

TEST(Workers, ProblemsArriveWhole) {
  Outcome outcome = run({"doubts"}, 1);
  ASSERT_EQ(outcome.problems[0].size(), 1U);
  const Problem& problem = outcome.problems[0].front();
  EXPECT_EQ(problem.level, Problem::Level::doubtful);
  EXPECT_EQ(problem.file, "doubts");
  EXPECT_EQ(problem.code, "doubt");
  EXPECT_EQ(problem.reason, "not sure");
  EXPECT_EQ(problem.hint, "look");
  EXPECT_EQ(problem.page, 3U);
  EXPECT_EQ(problem.line, 4U);
  EXPECT_EQ(outcome.texts[0].size(), 1U);
}

TEST(Workers, CannotReachTheNetwork) {
#if defined(__x86_64__) || defined(__aarch64__)
  EXPECT_EQ(run({"calls-out"}, 1).texts[0], std::vector<std::string>{std::strerror(EPERM)});
#else
  GTEST_SKIP() << "skipped: no filter for this processor";
#endif
}

TEST(Workers, HoldNothingOfTheirParents) {
  int extra = open("/dev/null", O_RDONLY);
  EXPECT_EQ(run({"open-files"}, 1).texts[0], std::vector<std::string>{"4"});
  close(extra);
}

TEST(Workers, IgnoreCtrlC) {
  EXPECT_EQ(run({"interrupted"}, 1).texts[0], std::vector<std::string>{"text of interrupted"});
}

TEST(Workers, SendLargeDocuments) {
  Outcome outcome = run({"large", "good"}, 2);
  ASSERT_EQ(outcome.texts[0].size(), 1U);
  EXPECT_EQ(outcome.texts[0].front().size(), 30U << 20);
}

TEST(Workers, AreReplacedNowAndThen) {
  std::vector<std::filesystem::path> files(450, "process");
  Outcome outcome = run(files, 1);
  EXPECT_EQ(outcome.finished, files.size());
  std::map<std::string, int> processes;
  for (const auto& [file, texts] : outcome.texts) ++processes[texts.front()];
  EXPECT_EQ(processes.size(), 3U);
}

TEST(Workers, StopWhenTold) {
  std::atomic<bool> stop{false};
  std::vector<std::filesystem::path> files{"good", "sleeps", "good", "good"};
  Outcome outcome;
  WorkerEvents events;
  events.done = [&](std::size_t file, bool complete) {
    outcome.done[file] = complete;
    if (file == 0) stop = true;
  };
  EXPECT_EQ(extract_in_workers(files, 1, {}, events, &stop, misbehave), 1U);
  EXPECT_EQ(outcome.done, (std::map<std::size_t, bool>{{0, true}}));
}

TEST(Workers, GiveUpWhenToldByTheEvents) {
  std::map<std::size_t, bool> done;
  WorkerEvents events;
  events.done = [&](std::size_t file, bool complete) { done[file] = complete; };
  events.give_up = [&] { return !done.empty(); };
  EXPECT_EQ(extract_in_workers({"good", "good", "good"}, 1, {}, events, nullptr, misbehave), 1U);
  EXPECT_EQ(done, (std::map<std::size_t, bool>{{0, true}}));
}

TEST(Workers, StopTellsWhatWasUnderWay) {
  std::atomic<bool> stop{false};
  std::map<std::size_t, bool> done;
  WorkerEvents events;
  events.done = [&](std::size_t file, bool complete) {
    done[file] = complete;
    if (complete) stop = true;
  };
  EXPECT_EQ(extract_in_workers({"sleeps", "good", "good"}, 2, {}, events, &stop, misbehave), 1U);
  EXPECT_EQ(done, (std::map<std::size_t, bool>{{0, false}, {1, true}}));
}

TEST(Workers, TimeOfTheCallerDoesNotCount) {
  std::size_t documents = 0;
  WorkerEvents events;
  events.document = [&](std::size_t, Document&&) {
    std::this_thread::sleep_for(150ms);
    ++documents;
  };
  bool complete = false;
  events.done = [&](std::size_t, bool whole) { complete = whole; };
  auto many = [](const std::filesystem::path&, const Intake& intake) {
    for (int i = 0; i < 5; ++i) intake.document(text_document("one"));
  };
  extract_in_workers({"a"}, 1, {400ms, 1ULL << 30}, events, nullptr, many);
  EXPECT_EQ(documents, 5U);
  EXPECT_TRUE(complete);
}

TEST(Workers, NoFilesNoWork) { EXPECT_EQ(run({}, 4).finished, 0U); }

TEST(WorkerMessages, CutShortOrLongAreNotProblems) {
  Problem problem;
  problem.file = "a.pdf", problem.reason = "because";
  std::string bytes = packed_problem(problem);
  EXPECT_EQ(unpacked_problem(bytes), problem);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    EXPECT_FALSE(unpacked_problem(std::string_view(bytes).substr(0, i)));
  EXPECT_FALSE(unpacked_problem(bytes + "x"));
  bytes[0] = '\x7f';
  EXPECT_FALSE(unpacked_problem(bytes)) << "an unknown level";
}

}  // namespace
}  // namespace litmine
