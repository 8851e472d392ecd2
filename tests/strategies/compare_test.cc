#include "strategies/compare.h"

#include <gtest/gtest.h>

#include "strategies/blocks.h"
#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::count;
using strategies_test::Library;
using strategies_test::read;

TEST(Compare, TheSetsOfTwoReadings) {
  const Library library({{"ab", "a b", "", {}, "", {}, {}, {}},
                         {"bc", "b c", "", {}, "", {}, {}, {}},
                         {"a", "a x", "", {}, "", {}, {}, {}},
                         {"c", "c x", "", {}, "", {}, {}, {}}});
  // Scopus reads (a OR b) AND c, Web of Science a OR (b AND c).
  const Query scopus = read("a OR b AND c"), wos = read("a OR b AND c", "wos");
  Result<Comparison> comparison = comparison_of(scopus, wos, library.index());
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->both, std::vector<DocId>{"bc"});
  EXPECT_TRUE(comparison->only_first.empty());
  EXPECT_EQ(comparison->only_second, (std::vector<DocId>{"a", "ab"}));
  EXPECT_EQ(comparison->first, count(library.index(), scopus));
  EXPECT_EQ(comparison->second, count(library.index(), wos));
  EXPECT_EQ(comparison->either, 3u);
  EXPECT_EQ(comparison->total, 4u);
  EXPECT_FALSE(comparison->same_tree);
}

TEST(Compare, WhatMeansTheSameIsSaid) {
  const Library library({{"ab", "a b", "", {}, "", {}, {}, {}}});
  EXPECT_TRUE(
      comparison_of(read("a AND (b AND c)"), read("(c AND b) AND a"), library.index())->same_tree);
  EXPECT_FALSE(comparison_of(read("TITLE(a)"), read("ABS(a)"), library.index())->same_tree);
}

struct Case {
  const char* query;
  const char* blocks;  ///< of each node; '.': none
};
constexpr Case kCases[] = {
    {"a", "0"},
    {"a OR b", "000"},
    {"a AND b", ".01"},
    {"(a OR b) AND (c OR d)", ".000111"},
    {"a AND b AND NOT c", "..01."},
    {"TITLE(a AND (b OR c))", "..0111"},
};

TEST(Blocks, AreTheOperandsOfTheTopmostAnd) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.query);
    std::string blocks;
    for (std::size_t block : blocks_of(read(c.query)))
      blocks += block == kNoBlock ? '.' : static_cast<char>('0' + block);
    EXPECT_EQ(blocks, c.blocks);
  }
}

}  // namespace
}  // namespace litmine
