// The stopping estimate: the distribution under it, its ends, and how often it holds.
#include "screening/stopping.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "screening/simulate.h"

namespace litmine {
namespace {

TEST(Hypergeometric, EqualsValuesByHand) {
  // 52 cards, 13 hearts, a hand of 5: C(39,5)/C(52,5) without a heart; and with at most one.
  EXPECT_NEAR(hypergeometric_at_most(0, 52, 13, 5), 575757.0 / 2598960, 1e-10);
  EXPECT_NEAR(hypergeometric_at_most(1, 52, 13, 5), (575757.0 + 13 * 82251) / 2598960, 1e-10);
  EXPECT_EQ(hypergeometric_at_most(5, 52, 13, 5), 1);
  EXPECT_EQ(hypergeometric_at_most(0, 10, 8, 5), 0) << "three at least are drawn";
  EXPECT_EQ(hypergeometric_at_most(0, 10, 0, 5), 1);
}

TEST(Stopping, KnowsTheEnds) {
  const Stopping nothing = stopping_estimate({}, 100);
  EXPECT_EQ(nothing.missed_at_most, 100U);
  EXPECT_EQ(nothing.low, 0);
  const Stopping all = stopping_estimate(std::vector<bool>(100, true), 0);
  EXPECT_EQ(all.missed_at_most, 0U);
  EXPECT_EQ(all.low, 1);
  EXPECT_EQ(all.recall, 1);
  EXPECT_EQ(stopping_estimate({}, 0).low, 1) << "nothing to find, nothing missed";
}

TEST(Stopping, GrowsSurerWithEveryRecordThatIsNot) {
  std::vector<bool> read(50, true);
  double last = 0;
  for (int i = 0; i < 6; ++i) {
    read.insert(read.end(), 100, false);
    const Stopping said = stopping_estimate(read, 1000 - read.size());
    EXPECT_GE(said.low, last);
    EXPECT_LE(said.low, said.recall);
    EXPECT_LE(said.recall, said.high);
    last = said.low;
  }
  EXPECT_GT(last, 0.85);
}

/// A screening of 200 to 2,000 records whose relevant ones come the earlier the better the ranking:
/// of two records, one relevant, the relevant one comes first `better` times as often.
std::vector<bool> made_up_order(std::uint64_t& random, double better) {
  const auto uniform = [&] {
    return (static_cast<double>(random_below(random, 1U << 30)) + 0.5) / (1U << 30);
  };
  const std::size_t records = 200 + random_below(random, 1800);
  const double share = 0.01 + 0.2 * uniform();
  std::vector<std::pair<double, bool>> drawn;
  for (std::size_t i = 0; i < records; ++i) {
    const bool relevant = uniform() < share;
    drawn.emplace_back(-std::log(uniform()) / (relevant ? better : 1), relevant);
  }
  std::sort(drawn.begin(), drawn.end());
  std::vector<bool> order;
  for (const auto& record : drawn) order.push_back(record.second);
  return order;
}

/// How many of 1,000 screenings, stopped somewhere, have their true recall inside the interval.
int held_of_1000(double better) {
  std::uint64_t random = 20;
  int held = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::vector<bool> order = made_up_order(random, better);
    const std::size_t stop = 50 + random_below(random, order.size() - 60);
    const std::vector<bool> read(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(stop));
    const auto all = static_cast<double>(std::count(order.begin(), order.end(), true));
    const Stopping said = stopping_estimate(read, order.size() - stop);
    const double recall = all == 0 ? 1 : static_cast<double>(said.found) / all;
    held += said.low <= recall && recall <= said.high ? 1 : 0;
  }
  return held;
}

TEST(Stopping, IntervalHoldsTheTrueRecall) {
  EXPECT_GE(held_of_1000(1), 930) << "a ranking that is no better than chance";
  EXPECT_GE(held_of_1000(2), 930);
  EXPECT_GE(held_of_1000(10), 930);
}

TEST(Stopping, FailsWhenItsAssumptionDoes) {
  // Records in the opposite of the right order: the estimate stands on this not being so.
  EXPECT_LT(held_of_1000(0.2), 930);
}

}  // namespace
}  // namespace litmine
