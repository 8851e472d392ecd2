// The cheapest edits of a query that bring in items it must find and does not.
//
// Every edit is written out in the query's own dialect and read again; what is counted is the
// string as read again. So what is printed is what a run of the printed string gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index.h"
#include "queries/dialect.h"
#include "queries/query.h"
#include "strategies/candidates.h"
#include "strategies/recall.h"
#include "text/result.h"

namespace litmine {

struct Edit {
  std::vector<EditKind> kinds;      ///< one, or one for each clause that an item failed
  std::vector<std::string> what;    ///< the same, for people
  std::string query;                ///< the whole edited string, in the dialect it was read in
  std::vector<std::size_t> gained;  ///< missed items that it finds, by number in `Recall::items`
  std::uint64_t found = 0;          ///< studies that it finds
  std::uint64_t extra = 0;          ///< of these, neither found before nor gained
  std::uint64_t fewer = 0;          ///< studies found before that it does not find
};

struct Improvement {
  Recall recall;
  std::vector<Edit> edits;  ///< by items gained, then extra studies, then the gentlest first
  /// For each item of the list, the edits that bring it in (numbers in `edits`), the fewest extra
  /// studies first; empty for what is not missed, and for what no edit brings in.
  std::vector<std::vector<std::size_t>> edits_for;
  std::size_t not_tried = 0;        ///< candidates left out because there were too many
  std::size_t not_looked_into = 0;  ///< missed items beyond the first ones: no edits were sought
};

struct ImproveOptions {
  std::size_t most_candidates = 600;  ///< counted on the index
  std::size_t most_items = 500;       ///< missed items that are looked into, the first ones
};

/// `reading`: what the query was read with; the edits are read with it again. Errors: those of
/// search, a damaged index.
Result<Improvement> improvement_of(const Query& query, const Dialect& dialect,
                                   const ReadingOptions& reading,
                                   const std::vector<KnownItem>& known, const Index& index,
                                   const ImproveOptions& options = {});

}  // namespace litmine
