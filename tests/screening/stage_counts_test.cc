// The numbers of a stage: every record in exactly one of them, whatever was decided on it.
#include "screening/stage_counts.h"

#include <gtest/gtest.h>

#include "screening/criteria.h"

namespace litmine {
namespace {

Decision vote(const std::string& record, const std::string& reviewer, Ruling verdict,
              const std::string& reason = "", Stage stage = Stage::title_abstract) {
  static int minute = 0;
  Decision decision;
  decision.record = record;
  decision.reviewer = reviewer;
  decision.stage = stage;
  decision.verdict = verdict;
  decision.reason = reason;
  ++minute;
  decision.time = "2026-01-01T" + std::to_string(10 + minute / 60) + ":" +
                  std::to_string(10 + minute % 50) + ":00.000Z";
  return decision;
}

TEST(StageCounts, PutEveryRecordInOneNumber) {
  DecisionLog log;
  for (const char* who : {"ana", "ben"}) {
    log.add(vote("a", who, Ruling::include));
    log.add(vote("b", who, Ruling::exclude, "not empirical"));
    log.add(vote("c", who, Ruling::exclude));
    log.add(vote("d", who, Ruling::exclude, kNotRetrieved));
  }
  log.add(vote("e", "ana", Ruling::include));
  log.add(vote("e", "ben", Ruling::exclude, "review"));
  log.add(vote("f", "ana", Ruling::include));
  log.add(vote("elsewhere", "ana", Ruling::include));
  const std::set<std::string> records = {"a", "b", "c", "d", "e", "f", "g"};
  const StageCounts counts = count_stage(log, Stage::title_abstract, {}, records);
  EXPECT_FALSE(counts.open);
  EXPECT_FALSE(counts.settled());
  EXPECT_EQ(counts.included, std::set<std::string>{"a"});
  EXPECT_EQ(counts.by_reason,
            (std::map<std::string, std::size_t>{{"not empirical", 1}, {kNoReason, 1}}));
  EXPECT_EQ(counts.not_retrieved, 1u);
  EXPECT_EQ(counts.conflicts, 1u);
  EXPECT_EQ(counts.pending, 1u);
  EXPECT_EQ(counts.not_voted, 1u);
  EXPECT_EQ(counts.included.size() + counts.excluded + counts.not_retrieved + counts.conflicts +
                counts.pending + counts.not_voted,
            counts.records);

  log.add(vote("e", "carla", Ruling::exclude, "review"));
  Panel panel;
  panel.third = "carla";
  const StageCounts settled =
      count_stage(log, Stage::title_abstract, panel, {"a", "b", "c", "d", "e"});
  EXPECT_TRUE(settled.settled());
  EXPECT_EQ(settled.excluded, 3u);
}

TEST(StageCounts, ARecordKeepsItsDecisionUnderAnotherName) {
  DecisionLog log;
  Decision by_doi = vote("old-name", "ana", Ruling::include);
  by_doi.doi = "10.1/x";
  log.add(by_doi);
  log.add(vote("report", "ana", Ruling::exclude));
  log.add(vote("gone", "ana", Ruling::exclude));
  Decision opened = vote("", "ana", Ruling::opened);
  log.add(opened);
  const ScreeningDone done =
      on_studies(log, {}, {{"study", "study"}, {"report", "study"}}, {{"10.1/x", "new-name"}});
  EXPECT_EQ(done.elsewhere, 1u);
  EXPECT_TRUE(done.decisions.is_open(Stage::title_abstract));
  const auto standing = done.decisions.standing(Stage::title_abstract);
  EXPECT_TRUE(standing.contains("new-name"));
  EXPECT_TRUE(standing.contains("study"));
  EXPECT_EQ(standing.size(), 2u);
}

}  // namespace
}  // namespace litmine
