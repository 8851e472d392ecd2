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

struct Reading {
  const char *dialect, *rule, *reading, *query, *tree;
};
constexpr Reading kReadings[] = {
    {"scopus", "implied-and", "like-and", "wind power OR solar", "(and wind (or power solar))"},
    {"scopus", "implied-and", "tightest", "wind power OR solar", "(or (and wind power) solar)"},
    {"scopus", "curly-quotes", "quotes", "“wind power”", "\"wind power\""},
    {"scopus", "curly-quotes", "ignored", "“wind power”", "(and wind power)"},
    {"wos", "dollar-in-quotes", "wildcard", "\"ocean$ water\"", "\"ocean$ water\""},
    {"wos", "dollar-in-quotes", "punctuation", "\"ocean$ water\"", "\"ocean water\""},
    {"ebsco", "order", "and-first", "dog or cat and show", "(or dog (and cat show))"},
    {"ebsco", "order", "left-to-right", "dog or cat and show", "(and (or dog cat) show)"},
    {"ebsco", "adjacency", "near-5", "wind power", "(near/5 wind power)"},
    {"ebsco", "adjacency", "phrase", "wind power", "(pre/0 wind power)"},
    {"ebsco", "adjacency", "and", "wind power", "(and wind power)"},
    {"proquest", "order", "near-and-or-not", "a1 OR b1 AND c1", "(or a1 (and b1 c1))"},
    {"proquest", "order", "or-first", "a1 OR b1 AND c1", "(and (or a1 b1) c1)"},
    {"proquest", "order", "left-to-right", "a1 OR b1 AND c1 OR d1", "(or (and (or a1 b1) c1) d1)"},
    {"proquest", "distance", "between", "a1 NEAR/3 b1", "(near/3 a1 b1)"},
    {"proquest", "distance", "apart", "a1 NEAR/3 b1", "(near/2 a1 b1)"},
};

TEST(Choices, EachReadingHasItsTree) {
  for (const Reading& c : kReadings) {
    SCOPED_TRACE(std::string(c.dialect) + ' ' + c.rule + '=' + c.reading + ": " + c.query);
    ReadingOptions options;
    options.rules = {{c.rule, c.reading}};
    EXPECT_EQ(to_sexp(parse_query(c.query, *dialect_named(c.dialect), options).query.root), c.tree);
  }
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
