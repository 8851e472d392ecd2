// Where the records of a stage stand: the numbers that the flow diagram wants.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "screening/decisions.h"

namespace litmine {

/// Every record of the stage is in exactly one of the numbers.
struct StageCounts {
  bool open = false;                             ///< the votes may be told
  std::size_t records = 0;                       ///< of the stage
  std::size_t not_voted = 0;                     ///< by anyone
  std::size_t pending = 0;                       ///< fewer votes than needed
  std::size_t conflicts = 0;                     ///< for a third to decide
  std::size_t excluded = 0;                      ///< those not retrieved left out
  std::size_t not_retrieved = 0;                 ///< excluded because there was no full text
  std::set<std::string> included;                ///< records
  std::map<std::string, std::size_t> by_reason;  ///< of `excluded`; "no reason given" is one
  /// Is every record included or excluded?
  bool settled() const { return not_voted + pending + conflicts == 0; }
};

inline constexpr const char* kNoReason = "no reason given";

/// `records` are those that the stage is about; votes on others are passed over.
StageCounts count_stage(const DecisionLog& decisions, Stage stage, const Panel& panel,
                        const std::set<std::string>& records);

/// What the reviewers decided on the studies of a run.
struct ScreeningDone {
  DecisionLog decisions;  ///< by the ids that the studies have now
  Panel panel;
  std::size_t elsewhere = 0;  ///< records decided on that are not in the review (any more)
};

/// The decisions by the ids that studies have now: a record keeps its decision when it was joined
/// to another (`study_of` knows its old id), or was named anew (`study_of_doi` knows its DOI).
/// Votes of one reviewer on two records that are one study now: the later one counts.
ScreeningDone on_studies(const DecisionLog& decisions, const Panel& panel,
                         const std::map<std::string, std::string>& study_of,
                         const std::map<std::string, std::string>& study_of_doi);

}  // namespace litmine
