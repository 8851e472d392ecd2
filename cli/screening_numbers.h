// What the reviewers' decisions add to the report of a run: the numbers of the flow, the studies
// included, and the sentences that say how they were found. Only votes of opened stages are told.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/review.h"
#include "reports/flow.h"

namespace litmine {

/// Adds excluded, sought, not retrieved, assessed, excluded by reason and included, as far as every
/// record of the stage is settled; nothing of a stage that is not.
void add_screening(Flow& flow, const ReviewRun& run);

/// The studies that the last finished stage included; nothing as long as none is finished.
std::optional<std::set<DocId>> studies_included(const ReviewRun& run);

/// How the studies were screened, for the methods.
std::vector<std::string> screening_methods(const ReviewRun& run);
/// What a reader of the flow must know: what is not settled, decisions on records that are gone.
std::vector<std::string> screening_remarks(const ReviewRun& run);

}  // namespace litmine
