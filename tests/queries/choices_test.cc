// Rules that changed or are contested: which reading is taken, and what is said about it.
#include <gtest/gtest.h>

#include <algorithm>

#include "queries/dialects.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

Parsed read_with(std::string_view source, const ReadingOptions& options) {
  return parse_query(source, *dialect_named("scopus"), options);
}

bool says(const Parsed& parsed, std::string_view code) {
  return std::any_of(parsed.notes.begin(), parsed.notes.end(),
                     [&](const Diagnostic& note) { return note.code == code; });
}

TEST(Choices, EveryDayHasOneReadingOfEachRule) {
  for (const Dialect* dialect : all_dialects())
    for (const Choice& choice : dialect->choices)
      for (std::string day : {"1990", "2008-06", "2009-01-01", "2023-12-31", "2026-11-22", ""}) {
        ReadingOptions options;
        options.as_of = day;
        EXPECT_EQ(choice_taken(*dialect, choice.rule, options).rule, choice.rule)
            << dialect->name << ' ' << choice.rule << ' ' << day;
      }
}

TEST(Choices, TheRulesOfADayAreTaken) {
  EXPECT_EQ(to_sexp(read_with("\"vaccin* schedul*\"", {}).query.root), "\"vaccin* schedul*\"");
  ReadingOptions old;
  old.as_of = "2008";
  Parsed parsed = read_with("\"vaccin* schedul*\"", old);
  EXPECT_EQ(to_sexp(parsed.query.root), "\"vaccin schedul\"");
  EXPECT_TRUE(says(parsed, "changed-rule"));
}

TEST(Choices, AChoiceOfTheUserStandsAboveTheDay) {
  ReadingOptions options;
  options.as_of = "2008";
  options.rules = {{"wildcards-in-quotes", "expand"}};
  EXPECT_EQ(to_sexp(read_with("\"vaccin*\"", options).query.root), "vaccin*");
}

TEST(Choices, WhatIsUnknownIsSaid) {
  ReadingOptions options;
  options.rules = {{"wildcards-in-quotes", "sometimes"}, {"tides", "low"}};
  Parsed parsed = read_with("a", options);
  EXPECT_EQ(std::count_if(parsed.notes.begin(), parsed.notes.end(),
                          [](const Diagnostic& note) { return note.code == "unknown-rule"; }),
            2);
}

}  // namespace
}  // namespace litmine::testing_queries
