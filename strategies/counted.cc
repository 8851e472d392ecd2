// The forms and their differences become one tree, (or form-1 (not form-1 query) (not query form-1)
// form-2 ...), of which the index counts every node: what they share is looked up once.
#include "strategies/counted.h"

#include <algorithm>

#include "strategies/build.h"

namespace litmine {
namespace {

// A set of studies is kept for every node of a run.
constexpr std::size_t kMostInARun = 32;
constexpr std::size_t kMemoryOfARun = std::size_t{256} * 1024 * 1024;  // bytes

std::size_t forms_in_a_run(const std::vector<Query>& forms, const Clause& query,
                           const Index& index) {
  std::size_t largest = clause_count(query);
  for (const Query& form : forms) largest = std::max(largest, clause_count(form.root));
  const std::size_t bytes = 4 * (largest + 2) * (index.info().studies / 8 + 8);
  return std::clamp<std::size_t>(kMemoryOfARun / bytes, 1, kMostInARun);
}

Clause whole(const Query& query) { return make_within(query.in, query.root); }

Result<void> count_some(const Clause& query, const std::vector<Query>& forms, std::size_t begin,
                        std::size_t end, const Index& index, std::vector<Counted>& into) {
  Query all;
  all.in = kAll;
  all.root = make_clause(Clause::Kind::any_of, {query, query});
  std::vector<std::size_t> numbers;
  std::size_t number = clause_count(all.root);
  auto add = [&](Clause clause) {
    numbers.push_back(number);
    number += clause_count(clause);
    all.root.operands.push_back(std::move(clause));
  };
  for (std::size_t i = begin; i < end; ++i) {
    const Clause form = whole(forms[i]);
    add(make_clause(Clause::Kind::except, {form, query}));
    add(make_clause(Clause::Kind::except, {query, form}));
  }
  SearchOptions options;
  options.ids_by_clause = false;
  options.remarks = false;
  const Result<Hits> hits = index.search(all, options);
  if (!hits) return tl::unexpected(hits.error());
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    Counted one;
    one.found = hits->counts[numbers[i] + 1].studies;  // the form, first operand of the difference
    one.more = hits->counts[numbers[i]].studies;
    one.fewer = hits->counts[numbers[i + 1]].studies;
    into.push_back(one);
  }
  return {};
}

}  // namespace

Result<std::vector<Counted>> counted(const Query& query, const std::vector<Query>& forms,
                                     const Index& index) {
  std::vector<Counted> counts;
  const Clause root = whole(query);
  const std::size_t step = forms_in_a_run(forms, root, index);
  for (std::size_t at = 0; at < forms.size(); at += step) {
    const std::size_t end = std::min(forms.size(), at + step);
    if (auto done = count_some(root, forms, at, end, index, counts); !done)
      return tl::unexpected(done.error());
  }
  return counts;
}

}  // namespace litmine
