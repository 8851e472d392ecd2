// The reference evaluator: distances, counts by clause, and places.
#include "queries/evaluate.h"

#include <gtest/gtest.h>

#include "queries/exact.h"
#include "queries/intervals.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

TEST(Intervals, PairsAreNeverOverlapping) {
  Intervals a = intervals_at({0, 5}), b = intervals_at({2, 5});
  EXPECT_EQ(near(a, b, 1, false), (Intervals{{0, 2}}));
  EXPECT_EQ(near(a, b, 4, false), (Intervals{{0, 2}, {0, 5}, {2, 5}}));
  EXPECT_EQ(near(a, b, 4, true), (Intervals{{0, 2}, {0, 5}}));
  EXPECT_EQ(near(b, b, 2, false), (Intervals{{2, 5}}));
}

TEST(Intervals, TheShortestHoldNoOther) {
  EXPECT_EQ(shortest({{0, 2}, {0, 5}, {2, 5}, {3, 4}}), (Intervals{{0, 2}, {3, 4}}));
  EXPECT_EQ(shortest({}), Intervals{});
}

TEST(Exact, CountsPunctuationButNotCase) {
  std::string_view text = "The Heart-Attack ward; a heart  attack. Gdańsk’s “C++” Straße";
  auto found = [&](std::string_view literal) {
    std::vector<Span> places = find_exact(text, literal);
    return places.empty() ? std::string() : std::string(places.front().in(text));
  };
  EXPECT_EQ(found("heart-attack"), "Heart-Attack");
  EXPECT_EQ(found("heart attack"), "heart  attack");
  EXPECT_EQ(found("gdansk's"), "Gdańsk’s");
  EXPECT_EQ(found("\"c++\""), "“C++”");
  EXPECT_EQ(found("strasse"), "Straße");
  EXPECT_EQ(found("heart att"), "");
  EXPECT_EQ(found("art attack"), "");
}

TEST(Evaluate, EveryNodeIsAskedOnItsOwn) {
  Parsed parsed = read("native", "(digital OR analog) AND (platform NOT firm) AND year:2020");
  Document document = document_of("a digital platform of a firm");
  document.about.year = 2020;
  std::vector<bool> met = matches_by_clause(parsed.query, CutStudy(document));
  std::vector<std::string> labels;
  each_clause(parsed.query.root, [&](const Clause& clause, std::size_t number, std::size_t) {
    labels.push_back(label(clause) + (met[number] ? " yes" : " no"));
  });
  EXPECT_EQ(labels,
            (std::vector<std::string>{"AND no", "OR yes", "digital yes", "analog no", "AND NOT no",
                                      "platform yes", "firm yes", "year:2020 yes"}));
}

TEST(Evaluate, AStudyIsAllItsReports) {
  Document record = document_of("digital"), full = document_of("platform");
  CutStudy study(std::vector<const Document*>{&full, &record});
  EXPECT_TRUE(matches(read("native", "digital AND platform").query, study));
  EXPECT_FALSE(matches(read("native", "\"digital platform\"").query, study));
  EXPECT_FALSE(matches(read("native", "digital NOT platform").query, study));
}

TEST(Evaluate, WithinReplacesTheOuterParts) {
  Document document = document_of({{Part::title, "platform"}, {Part::method, "survey"}});
  EXPECT_TRUE(finds("native", "platform", document));
  EXPECT_FALSE(finds("native", "survey", document));
  EXPECT_TRUE(finds("native", "method:survey", document));
  EXPECT_TRUE(finds("native", "title:(platform AND method:survey)", document));
  EXPECT_FALSE(finds("native", "title:survey", document));
  EXPECT_TRUE(finds("native", "body:survey AND all:platform", document));
}

TEST(Evaluate, PlacesAreThoseOfTheWords) {
  Document document = document_of("A platform for firms. Two platforms near the firm, no gain.");
  Parsed parsed = read("scopus", "((platform W/2 firm) OR \"no gain\") AND NOT loss");
  std::vector<std::string> quotes;
  for (const Match& match : find_matches(parsed.query, CutStudy(document)))
    quotes.emplace_back(match.where.in(document.text));
  EXPECT_EQ(quotes, (std::vector<std::string>{"platform for firms", "firms. Two platforms",
                                              "platforms near the firm", "no gain"}));
}

TEST(Evaluate, FactsHaveNoPlace) {
  Document document = document_of("words");
  document.about.source = "Journal of Platforms";
  std::vector<Match> found =
      find_matches(read("scopus", "SRCTITLE(platform)").query, CutStudy(document));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].where.empty());
  EXPECT_EQ(found[0].part, Part::source);
}

TEST(Evaluate, LanguageAndTypeAreFoundByCodeAndName) {
  Document document = document_of("words");
  document.about.language = "en";
  document.about.type = "article-journal";
  EXPECT_TRUE(finds("scopus", "LANGUAGE(english) AND DOCTYPE(ar)", document));
  EXPECT_TRUE(finds("wos", "LA=English AND DT=(Article)", document));
  EXPECT_FALSE(finds("wos", "LA=German", document));
  EXPECT_FALSE(finds("scopus", "words AND NOT DOCTYPE(ar)", document));
}

}  // namespace
}  // namespace litmine::testing_queries
