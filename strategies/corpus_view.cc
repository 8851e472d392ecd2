#include "strategies/corpus_view.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace litmine {
namespace {

using Kind = Clause::Kind;

bool passes_sets_on(Kind kind) {
  return kind == Kind::any_of || kind == Kind::all_of || kind == Kind::except ||
         kind == Kind::within;
}

}  // namespace

DocSet minus(DocSet set, const DocSet& other) {
  set -= other;
  return set;
}

CorpusView::CorpusView(const Layout& layout, const Index& index, Hits hits)
    : layout_(&layout), index_(&index), hits_(std::move(hits)), boolean_(layout.size(), true) {
  for (std::size_t node = 1; node < layout.size(); ++node) {
    const std::size_t parent = layout[node].parent;
    boolean_[node] = boolean_[parent] && passes_sets_on(layout[parent].clause->kind);
  }
}

Result<CorpusView> CorpusView::of(const Query& query, const Layout& layout, const Index& index) {
  SearchOptions options;
  options.ids_by_clause = false;
  options.sets = true;
  Result<Hits> hits = index.search(query, options);
  if (!hits) return tl::unexpected<Error>(hits.error());
  return CorpusView(layout, index, std::move(*hits));
}

/// The set of a node when its operand finds `instead`, or is not there.
DocSet CorpusView::recomputed(std::size_t node, std::size_t operand, const DocSet* instead) const {
  const Kind kind = (*layout_)[node].clause->kind;
  std::optional<DocSet> whole;
  bool first = true;
  for (std::size_t at : operands_of(*layout_, node)) {
    const DocSet* one = at == operand ? instead : &set(at);
    const bool subtracted = kind == Kind::except && !first;
    first = false;
    if (one == nullptr) continue;
    if (!whole)
      whole = *one;
    else if (subtracted)
      *whole -= *one;
    else if (kind == Kind::any_of)
      *whole |= *one;
    else
      *whole &= *one;
  }
  assert(whole);
  return std::move(*whole);
}

DocSet CorpusView::result_with(std::size_t node, DocSet instead) const {
  assert(is_boolean(node));
  while (node != 0) {
    const std::size_t parent = (*layout_)[node].parent;
    instead = recomputed(parent, node, &instead);
    node = parent;
  }
  return instead;
}

std::optional<DocSet> CorpusView::result_without(std::size_t node) const {
  assert(is_boolean(node));
  while (true) {
    if (node == 0) return std::nullopt;
    const Spot& spot = (*layout_)[node];
    const Clause& parent = *(*layout_)[spot.parent].clause;
    // A NOT without what it subtracts from is nothing; a field without a term neither.
    const bool whole_goes = parent.kind == Kind::except && spot.operand == 0;
    if (!whole_goes && parent.operands.size() > 1)
      return result_with(spot.parent, recomputed(spot.parent, node, nullptr));
    node = spot.parent;
  }
}

Result<Hits> CorpusView::expand(const Clause& clause, Parts parts) const {
  Query query;
  query.root = clause;
  query.in = parts;
  SearchOptions options;
  options.expansions = true;
  options.ids_by_clause = options.remarks = false;
  return index_->search(query, options);
}

Result<DocSet> CorpusView::find(const Clause& clause, Parts parts) const {
  Query query;
  query.root = clause;
  query.in = parts;
  SearchOptions options;
  options.ids_by_clause = options.remarks = false;
  options.sets = true;
  Result<Hits> hits = index_->search(query, options);
  if (!hits) return tl::unexpected<Error>(hits.error());
  return std::move(hits->sets.front());
}

std::vector<DocId> CorpusView::ids(const DocSet& studies) const {
  std::vector<DocId> ids;
  studies.each([&](std::uint32_t number) { ids.push_back(index_->study_at(number)); });
  return ids;
}

DocSet CorpusView::numbers_of(const std::vector<DocId>& ids) const {
  const std::vector<Study> studies = index_->studies();
  DocSet numbers(studies.size());
  for (const DocId& id : ids) {
    auto it =
        std::lower_bound(studies.begin(), studies.end(), id,
                         [](const Study& study, const DocId& wanted) { return study.id < wanted; });
    if (it != studies.end() && it->id == id)
      numbers.add(static_cast<std::uint32_t>(it - studies.begin()));
  }
  return numbers;
}

}  // namespace litmine
