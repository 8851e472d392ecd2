// The algebra of distances against its definition, on every small case: words a and b on a line of
// six places, one line for each way to put them.
#include "queries/intervals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>
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

/// Every way to give each operand a place of its own.
void each_choice(const std::vector<std::vector<std::uint32_t>>& operands,
                 std::vector<std::uint32_t>& chosen,
                 const std::function<void(const std::vector<std::uint32_t>&)>& take) {
  if (chosen.size() == operands.size()) return take(chosen);
  for (std::uint32_t place : operands[chosen.size()]) {
    if (std::find(chosen.begin(), chosen.end(), place) != chosen.end()) continue;
    chosen.push_back(place);
    each_choice(operands, chosen, take);
    chosen.pop_back();
  }
}

/// Straight from the words of query.h: one stretch with a word of its own for each operand and at
/// most `between` words that belong to none, those not counted aside.
Pairs together_by_definition(const std::vector<std::vector<std::uint32_t>>& operands,
                             std::uint32_t between, const std::vector<std::uint32_t>& uncounted) {
  Pairs hulls;
  std::vector<std::uint32_t> chosen;
  each_choice(operands, chosen, [&](const std::vector<std::uint32_t>& places) {
    auto [first, last] = std::minmax_element(places.begin(), places.end());
    std::uint32_t others = 0;
    for (std::uint32_t place = *first; place <= *last; ++place) {
      bool own = std::find(places.begin(), places.end(), place) != places.end();
      bool free = std::find(uncounted.begin(), uncounted.end(), place) != uncounted.end();
      others += !own && !free;
    }
    if (others <= between) hulls.emplace(*first, *last);
  });
  return hulls;
}

TEST(Intervals, TogetherFollowTheDefinition) {
  std::mt19937 dice(20240607);
  std::size_t cases = 0, met = 0;
  for (int i = 0; i < 60'000; ++i) {
    std::vector<std::vector<std::uint32_t>> operands(2 + dice() % 3);
    std::vector<Intervals> lists;
    for (auto& operand : operands) {
      operand = places_in(static_cast<unsigned>(dice() & dice() & 0x3f) | (1u << dice() % kPlaces));
      lists.push_back(intervals_at(operand));
    }
    const std::vector<std::uint32_t> uncounted =
        places_in(dice() % 2 == 0 ? 0 : static_cast<unsigned>(dice() & 0x3f));
    const std::uint32_t between = dice() % 4;
    Pairs expected = together_by_definition(operands, between, uncounted);
    ASSERT_EQ(as_pairs(near_together(lists, between, uncounted)), expected) << i;
    cases += 1;
    met += !expected.empty();
  }
  std::printf("%zu cases, %zu of them met\n", cases, met);
  EXPECT_GT(met, cases / 5);
}

TEST(Intervals, WordsThatAreNotCountedAndWordsThatAreSkipped) {
  const Intervals a = intervals_at({0, 4}), b = intervals_at({2, 5});
  EXPECT_EQ(near(a, b, 0, true), (Intervals{{4, 5}}));
  EXPECT_EQ(near(a, b, 0, true, {1}), (Intervals{{0, 2}, {4, 5}}));
  EXPECT_EQ(near(a, b, 0, false, {1, 3}), (Intervals{{0, 2}, {2, 4}, {4, 5}}));
  EXPECT_EQ(near(a, b, 2, true, {1, 3}), (Intervals{{0, 2}, {0, 5}, {4, 5}}));
  EXPECT_EQ(followed(a, b, 0), (Intervals{{4, 5}}));
  EXPECT_EQ(followed(a, b, 1), (Intervals{{0, 2}}));
  EXPECT_EQ(followed(a, b, 4), (Intervals{{0, 5}}));
  EXPECT_EQ(followed(a, b, 0xffffffffu), Intervals{});
}

}  // namespace
}  // namespace litmine
