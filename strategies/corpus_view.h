// One query run on an index, with the sets of all its nodes: what another tree of the same nodes
// would find is set algebra, exact and without asking the index again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/doc_set.h"
#include "indexer/index.h"
#include "queries/query.h"
#include "strategies/layout.h"
#include "text/result.h"

namespace litmine {

/// The query and the index must outlive it. Not thread-safe.
class CorpusView {
 public:
  /// Runs the query. Errors: those of Index::search.
  static Result<CorpusView> of(const Query& query, const Layout& layout, const Index& index);

  const Hits& hits() const { return hits_; }
  const Index& index() const { return *index_; }
  const DocSet& set(std::size_t node) const { return hits_.sets[node]; }
  const DocSet& result() const { return hits_.sets.front(); }

  /// Above it stand only OR, AND, NOT and fields, so that its set alone decides what it does.
  bool is_boolean(std::size_t node) const { return boolean_[node]; }
  /// What the query would find if this node found `instead`. The node must be boolean.
  DocSet result_with(std::size_t node, DocSet instead) const;
  /// What it would find without this operand, as strategies/layout.h's `changed` drops it. Nothing
  /// when no query would be left. The node must be boolean.
  std::optional<DocSet> result_without(std::size_t node) const;
  /// What a clause finds by itself in these parts.
  Result<DocSet> find(const Clause& clause, Parts parts) const;
  /// The same with what its patterns and words became.
  Result<Hits> expand(const Clause& clause, Parts parts) const;

  std::vector<DocId> ids(const DocSet& studies) const;
  /// The numbers of these studies; unknown ids are left out.
  DocSet numbers_of(const std::vector<DocId>& ids) const;

 private:
  CorpusView(const Layout& layout, const Index& index, Hits hits);
  DocSet recomputed(std::size_t node, std::size_t operand, const DocSet* instead) const;

  const Layout* layout_;
  const Index* index_;
  Hits hits_;
  std::vector<bool> boolean_;
};

/// Those of `set` that are not in `other`.
DocSet minus(DocSet set, const DocSet& other);

}  // namespace litmine
