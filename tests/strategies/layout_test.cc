#include "strategies/layout.h"

#include <gtest/gtest.h>

#include "queries/dialect.h"
#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::read;

/// Trees with one node dropped.
struct Case {
  const char* query;
  std::size_t number;
  const char* left;  ///< nullptr: nothing is left
};
constexpr Case kCases[] = {
    {"a AND b AND c", 2, "a AND c"},
    {"a AND b", 1, "b"},
    {"(a OR b) AND c", 1, "c"},
    {"(a OR b) AND c", 2, "b AND c"},
    {"a AND NOT b", 2, "a"},
    {"a AND NOT b", 1, nullptr},  // nothing to take b from
    {"a", 0, nullptr},
    {"TITLE(a)", 1, nullptr},
    {"TITLE(a) AND b", 2, "b"},  // the field goes with what is in it
    {"\"a b\" OR c", 4, "\"a b\""},
};

TEST(Changed, WhatIsLeftOfATree) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.query) + " without " + std::to_string(c.number));
    const std::optional<Clause> left = changed(read(c.query).root, {{c.number, std::nullopt}});
    ASSERT_EQ(left.has_value(), c.left != nullptr);
    if (left) {
      EXPECT_EQ(to_native(*left), to_native(read(c.left).root));
    }
  }
}

TEST(Changed, SeveralAtOnceAndTheUpperCounts) {
  const Query query = read("(a OR b) AND (c OR d)");
  const Clause other = read("x").root;
  EXPECT_EQ(to_sexp(*changed(query.root, {{2, std::nullopt}, {6, other}})), "(and b (or c x))");
  EXPECT_EQ(to_sexp(*changed(query.root, {{1, other}, {2, std::nullopt}})), "(and x (or c d))");
}

TEST(Layout, NumbersAreThoseOfEachClause) {
  const Query query = read("TITLE(a OR \"b c\") AND d AND NOT AUTHKEY(e)");
  const Layout layout = layout_of(query);
  ASSERT_EQ(layout.size(), clause_count(query.root));
  each_clause(query.root, [&](const Clause& clause, std::size_t number, std::size_t) {
    EXPECT_EQ(layout[number].clause, &clause);
    for (std::size_t operand : operands_of(layout, number))
      EXPECT_EQ(layout[operand].parent, number);
  });
  EXPECT_EQ(search_terms(layout, 0).size(), 4u);
  for (std::size_t term : search_terms(layout, 0))
    if (label(*layout[term].clause) == "e") {
      EXPECT_TRUE(layout[term].negated);
      EXPECT_TRUE(layout[term].parts == Parts(Part::keywords));
    } else {
      EXPECT_FALSE(layout[term].negated);
    }
}

}  // namespace
}  // namespace litmine
