// Two readings of a search on one index: what both find, and what only one of them.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/index.h"
#include "queries/query.h"
#include "text/result.h"

namespace litmine {

struct Comparison {
  std::vector<DocId> both, only_first, only_second;  ///< each sorted
  std::uint64_t first = 0, second = 0;               ///< studies that each finds
  std::uint64_t either = 0, total = 0;
  bool same_tree = false;  ///< the readings plainly mean the same in every corpus (normal form)
  Diagnostics first_notes, second_notes;  ///< of the index, on words that match nothing
};

/// Errors: those of search.
Result<Comparison> comparison_of(const Query& first, const Query& second, const Index& index);

}  // namespace litmine
