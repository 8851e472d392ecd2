#include "screening/stage_counts.h"

#include "screening/criteria.h"

namespace litmine {

StageCounts count_stage(const DecisionLog& decisions, Stage stage, const Panel& panel,
                        const std::set<std::string>& records) {
  StageCounts counts;
  counts.open = decisions.is_open(stage);
  counts.records = records.size();
  const auto standing = outcomes(decisions, stage, panel);
  for (const std::string& record : records) {
    const auto found = standing.find(record);
    if (found == standing.end()) {
      ++counts.not_voted;
      continue;
    }
    const Outcome& outcome = found->second;
    switch (outcome.state) {
      case Outcome::State::pending:
        ++counts.pending;
        break;
      case Outcome::State::conflict:
        ++counts.conflicts;
        break;
      case Outcome::State::include:
        counts.included.insert(record);
        break;
      case Outcome::State::exclude:
        if (outcome.reason == kNotRetrieved) {
          ++counts.not_retrieved;
        } else {
          ++counts.excluded;
          ++counts.by_reason[outcome.reason.empty() ? kNoReason : outcome.reason];
        }
        break;
    }
  }
  return counts;
}

ScreeningDone on_studies(const DecisionLog& decisions, const Panel& panel,
                         const std::map<std::string, std::string>& study_of,
                         const std::map<std::string, std::string>& study_of_doi) {
  ScreeningDone done;
  done.panel = panel;
  std::set<std::string> elsewhere;
  for (Decision decision : decisions.decisions()) {
    if (decision.verdict != Ruling::opened) {
      auto now = study_of.find(decision.record);
      bool known = now != study_of.end();
      if (!known && !decision.doi.empty()) {
        now = study_of_doi.find(decision.doi);
        known = now != study_of_doi.end();
      }
      if (!known) {
        elsewhere.insert(decision.record);
        continue;
      }
      decision.record = now->second;
    }
    done.decisions.add(std::move(decision));
  }
  done.elsewhere = elsewhere.size();
  return done;
}

}  // namespace litmine
