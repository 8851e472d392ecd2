// Which clauses of a query lost a study.
#pragma once

#include <cstddef>
#include <vector>

#include "queries/evaluate.h"
#include "queries/query.h"
#include "strategies/layout.h"

namespace litmine {

/// A clause without which, or but for which, the study would be found.
struct LostBy {
  std::size_t clause = 0;  ///< number of the node
  bool excludes = false;   ///< it is met, and stands behind NOT; else it is not met
  friend bool operator==(const LostBy&, const LostBy&) = default;
};

struct Verdict {
  bool found = false;
  std::vector<bool> met;        ///< by number: does the study meet the node on its own?
  std::vector<LostBy> lost_by;  ///< the smallest clauses at fault, in the order of the query; none
                                ///< if the study is found
};

/// Goes down from the top: of an AND its unmet operands are at fault, of an OR that is not met the
/// whole of it, of a NOT what it subtracts from if that is not met, and every subtracted clause
/// that is met.
Verdict verdict_on(const Query& query, const Layout& layout, const CutStudy& study);

}  // namespace litmine
