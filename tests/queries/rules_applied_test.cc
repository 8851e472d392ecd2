#include "queries/rules_applied.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

std::string rule(const char* dialect, const char* query, const char* about,
                 const ReadingOptions& options = {}) {
  const Dialect& table = *dialect_named(dialect);
  for (const AppliedRule& one :
       rules_applied(parse_query(query, table, options).query, table, options))
    if (one.about == about) {
      EXPECT_FALSE(one.source.empty());
      return one.rule;
    }
  return {};
}

TEST(RulesApplied, OnlyThoseThatTheStringUses) {
  EXPECT_EQ(rule("scopus", "a OR b AND c", "order of operators"),
            "OR before PRE/n, W/n before AND before AND NOT");
  EXPECT_EQ(rule("wos", "a OR b AND c", "order of operators"),
            "NEAR/n before SAME before NOT before AND before OR");
  EXPECT_EQ(rule("scopus", "a OR b", "order of operators"), "");
  EXPECT_EQ(rule("wos", "colo$r", "wildcards"),
            "* is any letters, ? is one letter, $ is 0 to 1 letters");
  EXPECT_EQ(rule("wos", "color", "wildcards"), "");
  EXPECT_EQ(rule("wos", "a NEAR/3 b", "distances"),
            "NEAR/n: n words between at most, in any order");
  EXPECT_EQ(rule("wos", "\"mouse\"", "other forms in quotes"), "no other forms");
}

TEST(RulesApplied, EveryContestedRuleOfADialectWithItsReading) {
  for (std::string_view name : dialect_names()) {
    SCOPED_TRACE(name);
    const Dialect& table = *dialect_named(name);
    for (const RuleReading& reading : rules_of(table)) {
      ReadingOptions options;
      options.rules = {{std::string(reading.rule), std::string(reading.reading)}};
      const std::string begins = std::string(reading.rule) + '=' + std::string(reading.reading);
      bool told = false;
      for (const AppliedRule& one :
           rules_applied(parse_query("a", table, options).query, table, options))
        told |= one.rule.starts_with(begins);
      EXPECT_TRUE(told) << begins;
    }
  }
}

}  // namespace
}  // namespace litmine
