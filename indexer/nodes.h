// The tree of a query laid out in a row, by number, with what its ancestors and one shard of the
// index say about each node.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "indexer/leaf.h"
#include "indexer/study_table.h"
#include "queries/query.h"

namespace litmine {

struct Node {
  const Clause* clause = nullptr;
  Parts parts;                       ///< where it is searched
  bool in_entry = false;             ///< below `same_entry`: asked one passage at a time
  std::size_t end = 0;               ///< number of the first node after this one and all below it
  std::shared_ptr<const Leaf> leaf;  ///< of a word
  std::vector<std::shared_ptr<const Leaf>> literal_words;  ///< of an exact string or a heading
  std::shared_ptr<const Leaf> stop_words;                  ///< of a `near` that skips them
};
using Nodes = std::vector<Node>;

/// The query must outlive the nodes.
Nodes nodes_of(const Query& query, Leaves& leaves);

/// Calls `take(number)` for each operand of a node.
template <class Take>
void each_operand(const Nodes& nodes, std::size_t number, Take take) {
  for (std::size_t at = number + 1; at < nodes[number].end; at = nodes[at].end) take(at);
}

inline bool is_in_years(const Clause& years, const Report& report) {
  return report.year && years.from <= *report.year && *report.year <= years.to;
}

}  // namespace litmine
