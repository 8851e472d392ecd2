// The interval against values worked out by hand from Wilson's formula.
#include "strategies/share.h"

#include <gtest/gtest.h>

#include <string>

namespace litmine {
namespace {

struct Case {
  std::size_t part, whole;
  double value, low, high;
};
constexpr Case kCases[] = {
    {0, 0, 0, 0, 1},               // nothing known
    {0, 10, 0, 0, 0.2775},         // z^2 / (10 + z^2) above
    {10, 10, 1, 0.7225, 1},        // its mirror
    {5, 10, 0.5, 0.2366, 0.7634},  // even
    {81, 263, 0.3080, 0.2553, 0.3662},
    {1, 1, 1, 0.2065, 1},
};

TEST(Share, IsWilsonsInterval) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::to_string(c.part) + " of " + std::to_string(c.whole));
    const Share share = share_of(c.part, c.whole);
    EXPECT_NEAR(share.value, c.value, 5e-5);
    EXPECT_NEAR(share.low, c.low, 5e-5);
    EXPECT_NEAR(share.high, c.high, 5e-5);
  }
}

TEST(Share, HoldsItsValueAndStaysWithinBounds) {
  for (std::size_t whole = 1; whole < 60; ++whole)
    for (std::size_t part = 0; part <= whole; ++part) {
      const Share share = share_of(part, whole);
      EXPECT_LE(0, share.low);
      EXPECT_LE(share.low, share.value);
      EXPECT_LE(share.value, share.high);
      EXPECT_LE(share.high, 1);
    }
}

}  // namespace
}  // namespace litmine
