// The shorthand of the codebook: which texts a pattern finds, as whole words.
#include "taggers/pattern.h"

#include <gtest/gtest.h>

#include "taggers/candidates.h"
#include "taggers/expression.h"

namespace litmine {
namespace {

const WordLists kLists = {{"firm", {"SMEs?", "compan(y|ies)"}},
                          {"number", {"re:[0-9]+", "two"}},
                          {"sample", {"<number> {2} <firm>"}}};

struct Case {
  const char* pattern;
  const char* text;
  const char* found;  // empty: nothing
};

constexpr Case kCases[] = {
    {"case stud(y|ies)", "two case-studies here", "case-studies"},
    {"case stud(y|ies)", "a case\nstudy", "case\nstudy"},
    {"case stud(y|ies)", "casestudy", ""},
    {"e-commerce", "by ecommerce.", "ecommerce"},
    {"e-commerce", "E-Commerce", "E-Commerce"},
    {"internali[sz]ation", "internalisation", "internalisation"},
    {"signall?ing", "signaling", "signaling"},
    {"crowdfund*", "(crowdfunding)", "crowdfunding"},
    {"the * model", "the Uppsala model", "the Uppsala model"},
    {"survey of {2} firms", "survey of 20 small firms", "survey of 20 small firms"},
    {"survey of {2} firms", "survey of a b c firms", ""},
    {"survey of {2} firms", "survey of firms", "survey of firms"},
    {"drawing on {3} theory", "drawing on, above all, (new) theory",
     "drawing on, above all, (new) theory"},
    {"<sample>", "of 310 small SMEs", "310 small SMEs"},
    {"<sample>", "two companies", "two companies"},
    {"Mali", "Somalia, Malié", ""},
    {"U.S.", "the U.S. firms", "U.S."},
    {"U.S.", "the UxSx", ""},
    {"re:[A-Z]{2}[0-9]", "see ab1", "ab1"},
};

TEST(Pattern, FindsWholeWords) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.pattern) + " in " + c.text);
    auto re2 = pattern_to_re2(c.pattern, kLists);
    ASSERT_TRUE(re2) << re2.error().what;
    auto expression = Expression::compile({*re2}, false);
    ASSERT_TRUE(expression) << expression.error().what;
    auto found = expression->find(c.text);
    EXPECT_EQ(found ? std::string(found->in(c.text)) : "", c.found);
    // What matches must be among the candidates.
    std::vector<Literal> literals = pattern_literals(c.pattern, kLists);
    if (literals.empty()) continue;
    Candidates candidates({literals});
    std::vector<int> numbers;
    Present present;
    candidates.find(c.text, present, numbers);
    if (found) {
      EXPECT_EQ(numbers, std::vector<int>{0});
      EXPECT_TRUE(present.has(0));
    }
  }
}

TEST(Pattern, FindsOneAfterTheOther) {
  auto expression = Expression::compile({"ab"}, false);
  ASSERT_TRUE(expression);
  EXPECT_EQ(*expression->find("ab ab"), (Span{0, 2}));
  EXPECT_EQ(*expression->find("ab ab", 2), (Span{3, 5}));
  EXPECT_FALSE(expression->find("ab ab", 5));
  EXPECT_FALSE(expression->find("abab", 2));
}

TEST(Pattern, SaysWhatIsWrong) {
  for (const char* pattern : {"(a", "a)", "a <b", "<nolist>", "a {x} b", "a {99} b", "[a", "", "?"})
    EXPECT_FALSE(pattern_to_re2(pattern, kLists)) << pattern;
}

TEST(Pattern, MakesASampleOfItself) {
  EXPECT_EQ(pattern_sample("case stud(y|ies) {3} <firm>", kLists), "case study SMEs");
  EXPECT_EQ(pattern_sample("internali[sz]ation|x", kLists), "internalisation");
}

}  // namespace
}  // namespace litmine
