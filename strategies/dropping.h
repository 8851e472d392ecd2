// What each clause of a query does for its count.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/index.h"
#include "strategies/counted.h"
#include "text/result.h"

namespace litmine {

struct Dropped {
  std::size_t clause = 0;  ///< number of the node
  Counted counted;         ///< the query without it, compared with the query
};

/// For every group and term but the root, by number: the query without it. The words inside phrases
/// and proximities are not dropped, nor is what a NOT subtracts from. Errors: those of search.
Result<std::vector<Dropped>> dropping_each(const Query& query, const Index& index);

}  // namespace litmine
