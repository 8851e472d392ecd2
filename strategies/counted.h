// Exact counts of many changed forms of one query, in few runs of the index.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/index.h"
#include "queries/query.h"
#include "text/result.h"

namespace litmine {

struct Counted {
  std::uint64_t found = 0;  ///< studies
  std::uint64_t more = 0;   ///< of these, not found by the query that it is compared with
  std::uint64_t fewer = 0;  ///< found by that one, and not by this
};

/// Each of `forms` compared with `query`, in their order. All counts are by the same engine that
/// runs a query by itself, so a run of the form gives the same number. Errors: those of search.
Result<std::vector<Counted>> counted(const Query& query, const std::vector<Query>& forms,
                                     const Index& index);

}  // namespace litmine
