// What the language alone proves, and what it must not.
#include "strategies/implication.h"

#include <gtest/gtest.h>

#include "queries/evaluate.h"
#include "strategies/covers.h"
#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::document_of;
using strategies_test::Paper;
using strategies_test::read;

Pattern pattern(const std::string& native) { return read(native, "native").root.pattern; }

struct Covering {
  const char *wide, *narrow;
  bool covers;
};
constexpr Covering kCoverings[] = {
    {"digital*", "digital", true},
    {"digital*", "digitali*", true},
    {"digitali*", "digital*", false},
    {"*al", "digital", true},
    {"*al", "d*al", true},
    {"d*al", "*al", false},
    {"d*l", "d*a*l", true},
    {"d*a*l", "d*l", false},
    {"colo$r", "color", true},
    {"colo$r", "colour", true},
    {"colo?r", "colo$r", false},
    {"colo*r", "colo$r", true},
    {"wom?n", "wom?n", true},
    {"wom*n", "wom?n", true},
    {"wom?n", "wom*n", false},
    {"a{1,3}b", "a{2,3}b", true},
    {"a{2,3}b", "a{1,3}b", false},
    {"a*b*c", "ab*bc", true},
    {"a$$", "a", true},
    {"a", "a$", false},
    {"*a*", "?a?", true},
    {"a{0,900}", "a{0,800}", false},  // not counted out: not proven
    {"gda?sk", "gdask", false},
};

TEST(Covers, ByTheLanguageOfThePatterns) {
  for (const Covering& c : kCoverings)
    EXPECT_EQ(covers(pattern(c.wide), pattern(c.narrow)), c.covers) << c.wide << " ⊇ " << c.narrow;
}

bool implies(const Query& a, const Query& b) {
  Implication implication;
  return implication.implies({&a.root, a.in}, {&b.root, b.in});
}

struct Implied {
  const char *dialect, *a, *b;
  bool implied;
};
constexpr Implied kImplied[] = {
    {"scopus", "\"global value chain\"", "global", true},
    {"scopus", "\"global value chain\"", "\"value chains\"", true},  // plurals are found
    {"wos", "\"global value chain\"", "\"value chains\"", false},
    {"scopus", "\"born global*\"", "global", false},  // globalisation
    {"scopus", "\"digital platform*\"", "digital W/3 platform*", true},
    {"scopus", "digital W/3 platform*", "\"digital platform*\"", false},
    {"scopus", "digital W/2 platform", "platform W/5 digital", true},
    {"scopus", "digital PRE/2 platform", "digital W/2 platform", true},
    {"scopus", "digital W/2 platform", "digital PRE/2 platform", false},
    {"scopus", "\"heart attack\" W/3 risk", "\"attack\" W/3 risk", false},  // farther from it
    {"scopus", "(digital OR online) W/3 platform", "platform*", true},
    {"scopus", "digital AND platform", "digital OR market", true},
    {"scopus", "digital OR market", "digital AND market", false},
    {"scopus", "digital AND NOT market", "digital", true},
    {"scopus", "digital AND NOT market*", "digital AND NOT markets", true},
    {"scopus", "digital AND NOT markets", "digital AND NOT market*", false},
    {"scopus", "TITLE(digital)", "TITLE-ABS(digital)", true},
    {"scopus", "TITLE-ABS(digital)", "TITLE(digital)", false},
    {"scopus", "{heart-attack}", "heart", false},  // not proven
    {"scopus", "PUBYEAR = 2016", "PUBYEAR > 2015", true},
    {"scopus", "PUBYEAR > 2014", "PUBYEAR > 2015", false},
    {"native", "color~s", "colour~s", true},  // both spellings, both ways
    {"wos", "TS=\"color\"", "TS=\"colour\"", false},
};

TEST(Implication, OfPairs) {
  for (const Implied& c : kImplied)
    EXPECT_EQ(implies(read(c.a, c.dialect), read(c.b, c.dialect)), c.implied)
        << c.dialect << ": " << c.a << " ⇒ " << c.b;
}

/// Random clauses on random texts: what is implied must be so for each.
TEST(Implication, HoldsOnEveryText) {
  std::uint64_t state = 4711;
  auto roll = [&](std::size_t sides) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<std::size_t>(state >> 33) % sides;
  };
  const std::vector<std::string> words = {"a", "ab", "abc", "b", "bc", "c"};
  const std::vector<std::string> terms = {"a",
                                          "ab",
                                          "a*",
                                          "*c",
                                          "?b",
                                          "\"a b\"",
                                          "\"a* b\"",
                                          "\"a b c\"",
                                          "a NEAR/1 b",
                                          "b PRE/2 c",
                                          "(a OR bc) NEAR/2 c"};
  std::vector<Document> documents;
  for (int i = 0; i < 150; ++i) {
    std::string text;
    for (std::size_t n = 1 + roll(7); n > 0; --n) text += words[roll(words.size())] + ' ';
    documents.push_back(document_of(Paper{"p", "t", text, {}, "", {}, {}, ""}));
  }
  auto random_query = [&]() {
    std::string text = "(" + terms[roll(terms.size())] + ")";
    for (std::size_t n = roll(3); n > 0; --n) {
      const char* joints[] = {" OR ", " AND ", " NOT "};
      text = "(" + text + joints[roll(3)] + "(" + terms[roll(terms.size())] + "))";
    }
    return read(text, "native");
  };
  std::size_t proven = 0;
  for (int i = 0; i < 4000; ++i) {
    const Query a = random_query(), b = random_query();
    if (!implies(a, b)) continue;
    ++proven;
    for (const Document& document : documents) {
      const CutStudy study(document);
      if (matches(a, study)) {
        ASSERT_TRUE(matches(b, study))
            << to_native(a.root) << " ⇒ " << to_native(b.root) << " in " << document.text;
      }
    }
  }
  EXPECT_GT(proven, 300u);
}

TEST(Implication, GivesUpInBoundedTime) {
  const Query a = read("a OR b OR c OR d"), b = read("e OR f OR g OR h");
  Implication implication(3);
  EXPECT_FALSE(implication.implies({&a.root, a.in}, {&b.root, b.in}));
  EXPECT_TRUE(implication.gave_up());
}

}  // namespace
}  // namespace litmine
