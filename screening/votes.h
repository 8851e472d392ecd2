// How far the reviewers of a stage agree.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "corpus/agreement.h"
#include "screening/decisions.h"

namespace litmine {

/// Agreement of one stage.
struct StageAgreement {
  std::vector<std::string> reviewers;  ///< the coders, in their order
  std::size_t overlap = 0;             ///< records with two votes or more
  Agreement include;                   ///< include, exclude, undecided as categories
  Coefficient fleiss;  ///< Fleiss' kappa over the records with the greatest number of votes
  Agreement reasons;   ///< the exclusion reasons, over records that two or more excluded
  /// By exclusion reason that anyone gave: whether a reviewer excluded for it, over all records
  /// with a vote. Two categories, so that AC1 allows for chance as it should.
  std::vector<std::pair<std::string, Agreement>> by_reason;
};

/// The panel's reviewers, the third left out; all who voted when the panel names nobody.
StageAgreement agreement_of(const DecisionLog& history, Stage stage, const Panel& panel);

/// Fleiss' kappa (Psychological Bulletin 76, 1971) of units that all have the same number of
/// values; which coder gave which does not matter. Units with another number than the first's are
/// left out. The interval is ± 1.96 standard errors by the jackknife over units. Nothing when it is
/// not defined.
Coefficient fleiss_kappa(const std::vector<std::vector<std::string>>& units);

}  // namespace litmine
