#include "queries/intervals.h"

#include <algorithm>
#include <iterator>

namespace litmine {
namespace {

void tidy(Intervals& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Adds the hull of each pair where one of `left` ends before one of `right` begins, near enough.
void add_pairs(const Intervals& left, const Intervals& right, std::uint32_t between,
               Intervals& hulls) {
  for (Interval one : left) {
    std::uint64_t reach = std::uint64_t{one.last} + 1 + between;
    auto other = std::upper_bound(right.begin(), right.end(), one.last,
                                  [](std::uint32_t last, Interval i) { return last < i.first; });
    for (; other != right.end() && other->first <= reach; ++other)
      hulls.push_back({one.first, other->last});
  }
}

}  // namespace

Intervals intervals_at(const std::vector<std::uint32_t>& positions) {
  Intervals list;
  list.reserve(positions.size());
  for (std::uint32_t position : positions) list.push_back({position, position});
  tidy(list);
  return list;
}

Intervals united(const Intervals& a, const Intervals& b) {
  Intervals both;
  both.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

Intervals near(const Intervals& a, const Intervals& b, std::uint32_t between, bool ordered) {
  Intervals hulls;
  add_pairs(a, b, between, hulls);
  if (!ordered) add_pairs(b, a, between, hulls);
  tidy(hulls);
  return hulls;
}

Intervals shortest(const Intervals& all) {
  Intervals kept;
  std::uint32_t least_last = 0;
  for (auto it = all.rbegin(); it != all.rend(); ++it) {  // begins descend, so later ones are inner
    bool same_begin_is_shorter = std::next(it) != all.rend() && std::next(it)->first == it->first;
    if (same_begin_is_shorter) continue;
    if (kept.empty() || it->last < least_last) {
      kept.push_back(*it);
      least_last = it->last;
    }
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

}  // namespace litmine
