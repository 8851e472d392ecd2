// The history of decisions: lines, merging, blindness, outcomes.
#include "screening/decisions.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "screening/simulate.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

Decision vote(const std::string& reviewer, const std::string& record, Ruling verdict,
              const std::string& time, const std::string& reason = {}) {
  Decision decision;
  decision.record = record;
  decision.reviewer = reviewer;
  decision.verdict = verdict;
  decision.time = time;
  decision.reason = reason;
  return decision;
}

Decision opening(Stage stage, const std::string& time) {
  Decision decision;
  decision.reviewer = "ana";
  decision.stage = stage;
  decision.verdict = Ruling::opened;
  decision.time = time;
  return decision;
}

/// A folder that is gone after the test.
struct Folder {
  fs::path path =
      fs::temp_directory_path() / ("litmine-decisions-" + std::to_string(::getpid()) + "-" +
                                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
  Folder() { fs::remove_all(path); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

TEST(Decision, ComesBackFromItsLine) {
  Decision decision = vote("Ana María", "smith-2020", Ruling::exclude, "2026-11-22T05:41:39.120Z",
                           "not about \"small\" firms");
  decision.doi = "10.1000/182";
  decision.title = "Línea\nwith a line end";
  decision.note = "maybe: ask Ben \xe2\x80\x94 today";
  decision.shown = "suggestion hidden";
  decision.stage = Stage::full_text;
  const std::string line = to_line(decision);
  EXPECT_EQ(line.find('\n'), line.npos);
  ASSERT_TRUE(from_line(line));
  EXPECT_EQ(*from_line(line), decision);
  EXPECT_TRUE(from_line(to_line(opening(Stage::full_text, "2026-01-01T00:00:00.000Z"))));
}

TEST(Decision, IsNotReadFromSomethingElse) {
  const std::string good = to_line(vote("ana", "r", Ruling::include, "2026-01-01T00:00:00Z"));
  ASSERT_TRUE(from_line(good));
  constexpr const char* kBroken[] = {
      "",
      "<<<<<<< HEAD",
      "{}",
      "[1]",
      "{\"time\":1}",
      R"({"time":"2026-01-01T00:00:00Z","reviewer":"ana","stage":"x","verdict":"include","record":"r"})",
      R"({"time":"2026-01-01T00:00:00Z","reviewer":"ana","stage":"full-text","verdict":"yes","record":"r"})",
      R"({"time":"yesterday","reviewer":"ana","stage":"full-text","verdict":"include","record":"r"})",
      R"({"time":"2026-01-01T00:00:00Z","reviewer":"","stage":"full-text","verdict":"include","record":"r"})",
      R"({"time":"2026-01-01T00:00:00Z","reviewer":"ana","stage":"full-text","verdict":"include"})",
      R"({"time":"2026-01-01T00:00:00Z","reviewer":"ana","stage":"full-text","verdict":"opened","record":"r"})"};
  for (const char* line : kBroken) EXPECT_FALSE(from_line(line)) << line;
  for (std::size_t cut = 0; cut < good.size(); ++cut) EXPECT_FALSE(from_line(good.substr(0, cut)));
}

/// Up to 12 random lines of three reviewers on five records.
DecisionLog random_history(std::uint64_t& random) {
  constexpr const char* kReviewers[] = {"ana", "ben", "carla"};
  constexpr Ruling kVerdicts[] = {Ruling::include, Ruling::exclude, Ruling::undecided,
                                  Ruling::withdrawn};
  DecisionLog history;
  const std::uint64_t lines = random_below(random, 13);
  for (std::uint64_t i = 0; i < lines; ++i) {
    const std::string time =
        "2026-01-01T00:00:0" + std::to_string(random_below(random, 4)) + ".000Z";
    if (random_below(random, 20) == 0) {
      history.add(
          opening(random_below(random, 2) ? Stage::full_text : Stage::title_abstract, time));
      continue;
    }
    Decision one =
        vote(kReviewers[random_below(random, 3)], "r" + std::to_string(random_below(random, 5)),
             kVerdicts[random_below(random, 4)], time);
    if (random_below(random, 3) == 0) one.stage = Stage::full_text;
    if (one.verdict == Ruling::exclude && random_below(random, 2)) one.reason = "not empirical";
    history.add(std::move(one));
  }
  return history;
}

DecisionLog merged(DecisionLog a, const DecisionLog& b) {
  a.merge(b);
  return a;
}

TEST(DecisionLog, MergesInAnyOrderAnyNumberOfTimes) {
  std::uint64_t random = 7;
  for (int i = 0; i < 10'000; ++i) {
    const DecisionLog a = random_history(random), b = random_history(random),
                      c = random_history(random);
    ASSERT_EQ(merged(a, b), merged(b, a)) << i;
    ASSERT_EQ(merged(merged(a, b), c), merged(a, merged(b, c))) << i;
    ASSERT_EQ(merged(a, a), a) << i;
    ASSERT_EQ(merged(merged(a, b), b), merged(a, b)) << i;
    // Nothing gets lost, and nothing is made up.
    for (const DecisionLog* part : {&a, &b})
      for (const Decision& line : part->decisions()) {
        const auto all = merged(a, b).decisions();
        ASSERT_TRUE(std::binary_search(all.begin(), all.end(), line,
                                       [](const Decision& x, const Decision& y) {
                                         return std::tie(x.time, x) < std::tie(y.time, y);
                                       }))
            << i;
      }
    ASSERT_LE(merged(a, b).size(), a.size() + b.size()) << i;
    const Panel panel{{"ana", "ben"}, "carla", 2};
    const auto one = outcomes(merged(merged(a, b), c), Stage::title_abstract, panel);
    const auto other = outcomes(merged(c, merged(b, a)), Stage::title_abstract, panel);
    ASSERT_EQ(one.size(), other.size()) << i;
    for (const auto& [record, outcome] : one) ASSERT_EQ(outcome.state, other.at(record).state) << i;
  }
}

TEST(DecisionLog, HidesTheVotesOfOthersUntilTheStageIsOpened) {
  std::uint64_t random = 11;
  for (int i = 0; i < 2'000; ++i) {
    const DecisionLog all = random_history(random);
    const DecisionLog seen = all.visible_to("ana");
    for (const Decision& line : seen.decisions())
      ASSERT_TRUE(line.reviewer == "ana" || line.verdict == Ruling::opened ||
                  all.is_open(line.stage));
    for (const Decision& line : all.decisions())
      if (line.reviewer == "ana" || all.is_open(line.stage)) {
        ASSERT_NE(seen.of(line.reviewer).size(), 0U);
      }
    // What others vote on a closed stage changes nothing that ana sees.
    DecisionLog changed = all;
    for (Stage stage : {Stage::title_abstract, Stage::full_text}) {
      if (all.is_open(stage)) continue;
      Decision secret = vote("ben", "r1", Ruling::include, "2026-02-01T00:00:00.000Z");
      secret.stage = stage;
      changed.add(secret);
    }
    ASSERT_EQ(changed.visible_to("ana"), seen);
  }
}

TEST(DecisionLog, TheLastLineOfAReviewerStands) {
  DecisionLog history;
  history.add(vote("ana", "r", Ruling::include, "2026-01-01T00:00:02.000Z"));
  history.add(vote("ana", "r", Ruling::exclude, "2026-01-01T00:00:01.000Z", "old"));
  history.add(vote("ben", "r", Ruling::exclude, "2026-01-01T00:00:01.000Z", "x"));
  history.add(vote("ben", "r", Ruling::withdrawn, "2026-01-01T00:00:03.000Z"));
  const auto standing = history.standing(Stage::title_abstract);
  ASSERT_EQ(standing.at("r").size(), 1U);
  EXPECT_EQ(standing.at("r").at("ana").verdict, Ruling::include);
}

struct OutcomeCase {
  const char* ana;
  const char* ben;
  const char* third;
  const char* outcome;
};
constexpr OutcomeCase kOutcomes[] = {
    {"include", "include", "", "include"},
    {"exclude", "exclude", "", "exclude"},
    {"include", "exclude", "", "conflict"},
    {"include", "undecided", "", "conflict"},
    {"undecided", "undecided", "", "conflict"},
    {"include", "", "", "pending"},
    {"include", "exclude", "include", "include"},
    {"include", "exclude", "undecided", "conflict"},
    {"", "", "exclude", "exclude"},
};

TEST(Outcomes, AreOfTwoVotesAndAThird) {
  for (const OutcomeCase& c : kOutcomes) {
    SCOPED_TRACE(std::string(c.ana) + "/" + c.ben + "/" + c.third);
    DecisionLog history;
    for (const auto& [name, verdict] :
         {std::pair{"ana", c.ana}, std::pair{"ben", c.ben}, std::pair{"carla", c.third}})
      if (*verdict) history.add(vote(name, "r", *verdict_named(verdict), "2026-01-01T00:00:00Z"));
    const auto found = outcomes(history, Stage::title_abstract, {{"ana", "ben"}, "carla", 2});
    EXPECT_EQ(state_name(found.at("r").state), c.outcome);
  }
}

TEST(Outcomes, KeepTheReasonAndSayWhenReasonsDiffer) {
  DecisionLog history;
  history.add(vote("ana", "r", Ruling::exclude, "2026-01-01T00:00:00Z", "not empirical"));
  history.add(vote("ben", "r", Ruling::exclude, "2026-01-01T00:00:00Z", "no platform"));
  const auto found = outcomes(history, Stage::title_abstract, {});
  EXPECT_EQ(found.at("r").reason, "not empirical");
  EXPECT_TRUE(found.at("r").reasons_differ);
}

TEST(Files, KeepLinesAndNameWhatIsNone) {
  const Folder folder;
  const Decision one = vote("ana", "r1", Ruling::include, "2026-01-01T00:00:00Z");
  const Decision two = vote("Ben O'Hara", "r1", Ruling::exclude, "2026-01-01T00:00:01Z", "x");
  EXPECT_EQ(append(folder.path, std::vector<Decision>{one, two, one}).value_or(0), 2U);
  EXPECT_EQ(append(folder.path, std::vector<Decision>{one}).value_or(9), 0U) << "there already";
  {
    std::ofstream out(folder.path / file_of_reviewer("ana"), std::ios::app | std::ios::binary);
    out << "<<<<<<< HEAD\n{\"time\":\"2026-";  // a conflict left open, and a cut-off line
  }
  const Decision three = vote("ana", "r2", Ruling::include, "2026-01-01T00:00:02Z");
  ASSERT_TRUE(append(folder.path, three));
  const auto read = read_histories(folder.path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->all.size(), 3U);
  ASSERT_EQ(read->problems.size(), 2U);
  EXPECT_EQ(read->problems[0].line, 2U);
  EXPECT_EQ(read->problems[1].line, 3U);
  EXPECT_TRUE(fs::exists(folder.path / "decisions-ben-o-hara.jsonl"));
}

TEST(Files, AFolderThatIsNotThereHoldsNothing) {
  const auto read = read_histories("/nowhere/at/all");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->all.size(), 0U);
}

TEST(Time, AlwaysGoesOn) {
  EXPECT_GT(time_after("2999-01-01T00:00:00.000Z"), "2999-01-01T00:00:00.000Z");
  EXPECT_EQ(time_after("2999-01-01T00:00:00.999Z"), "2999-01-01T00:00:01.000Z");
  EXPECT_GT(time_after(""), "2024-01-01");
}

}  // namespace
}  // namespace litmine
