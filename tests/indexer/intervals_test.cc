// The algebra of distances against its definition, on every small case: words a and b on a line of
// six places, one line for each way to put them.
#include "queries/intervals.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <set>
#include <utility>
#include <vector>

namespace litmine {
namespace {

constexpr std::uint32_t kPlaces = 6;

std::vector<std::uint32_t> places_in(unsigned bits) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < kPlaces; ++i)
    if ((bits >> i & 1) != 0) places.push_back(i);
  return places;
}

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

/// Straight from the words of query.h: not overlapping, at most `between` words between, and when
/// ordered the second begins after the first ends.
Pairs by_definition(const Pairs& a, const Pairs& b, std::uint32_t between, bool ordered) {
  Pairs hulls;
  for (auto [a_first, a_last] : a)
    for (auto [b_first, b_last] : b) {
      std::uint32_t words_between = 0;
      bool a_stands_first = true, overlap = false;
      for (std::uint32_t place = 0; place < kPlaces; ++place) {
        bool in_a = a_first <= place && place <= a_last;
        bool in_b = b_first <= place && place <= b_last;
        overlap |= in_a && in_b;
        bool after_one = place > std::min(a_last, b_last);
        bool before_other = place < std::max(a_first, b_first);
        words_between += after_one && before_other;
      }
      if (b_first < a_first) a_stands_first = false;
      if (overlap || words_between > between || (ordered && !a_stands_first)) continue;
      hulls.emplace(std::min(a_first, b_first), std::max(a_last, b_last));
    }
  return hulls;
}

Pairs as_pairs(const Intervals& list) {
  Pairs pairs;
  for (Interval i : list) pairs.emplace(i.first, i.last);
  EXPECT_EQ(pairs.size(), list.size()) << "doubles";
  return pairs;
}

TEST(Intervals, FollowTheDefinitionInEverySmallCase) {
  std::size_t cases = 0;
  for (unsigned a = 0; a < 1u << kPlaces; ++a)
    for (unsigned b = 0; b < 1u << kPlaces; ++b)
      for (std::uint32_t between : {0u, 1u, 3u})
        for (bool ordered : {false, true}) {
          Intervals one = intervals_at(places_in(a)), other = intervals_at(places_in(b));
          Intervals both = near(one, other, between, ordered);
          ASSERT_EQ(as_pairs(both), by_definition(as_pairs(one), as_pairs(other), between, ordered))
              << a << " " << b << " " << between;
          // A chain, the second pair ordered the other way.
          Intervals chain = near(both, one, between, !ordered);
          ASSERT_EQ(as_pairs(chain),
                    by_definition(as_pairs(both), as_pairs(one), between, !ordered))
              << a << " " << b << " " << between;
          cases += 2;
        }
  std::printf("%zu cases\n", cases);
}

}  // namespace
}  // namespace litmine
