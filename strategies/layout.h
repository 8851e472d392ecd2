// The nodes of a query in a row, by number, with what stands above each: for asking which clause
// lost a study and for changing one of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/part.h"
#include "queries/query.h"

namespace litmine {

struct Spot {
  const Clause* clause = nullptr;
  std::size_t parent = 0;   ///< number of the node above; the root is its own
  std::size_t operand = 0;  ///< which operand of its parent it is, from 0
  std::size_t end = 0;      ///< number of the first node after this one and all below it
  Parts parts;              ///< where it is searched
  bool negated = false;     ///< below an `except`, not in its first operand
};
using Layout = std::vector<Spot>;

/// The query must outlive it.
Layout layout_of(const Query& query);

/// Numbers of a node's operands.
std::vector<std::size_t> operands_of(const Layout& layout, std::size_t number);

/// A word, phrase, literal string, proximity or range of years: what a person calls one term.
bool is_search_term(const Clause& clause);
/// The topmost terms at and below a node.
std::vector<std::size_t> search_terms(const Layout& layout, std::size_t number);

/// The node as it was typed, else in native writing; on one line, cut in the middle when it is
/// longer than `most` bytes (0: never).
std::string typed(const Query& query, const Clause& clause, std::size_t most = 60);

/// A change of one node: another clause in its place, or none (it is dropped).
struct Change {
  std::size_t clause = 0;
  std::optional<Clause> replacement;
};
/// The tree with all changes made. An operator that is left with one operand gives way to it.
/// Nothing, if that would leave no tree, or an `except` without what it subtracts from. Of two
/// changes one below the other, the upper counts.
std::optional<Clause> changed(const Clause& root, const std::vector<Change>& changes);

}  // namespace litmine
