#include "queries/pattern.h"

#include <gtest/gtest.h>

#include "queries/variants.h"

namespace litmine {
namespace {

Pattern pattern(std::string_view text) {
  Pattern result;
  for (char c : text) {
    if (c == '*')
      result.add_gap(0, Pattern::kAnyRun);
    else if (c == '?')
      result.add_gap(1, 1);
    else if (c == '$')
      result.add_gap(0, 1);
    else
      result.add_letters(std::string_view(&c, 1));
  }
  return result;
}

struct Case {
  const char *pattern, *word;
  bool fits;
};
constexpr Case kCases[] = {
    {"behavio*r", "behavior", true},
    {"behavio*r", "behaviour", true},
    {"behavio*r", "behaviours", false},
    {"wom?n", "women", true},
    {"wom?n", "womn", false},
    {"colo$r", "color", true},
    {"colo$r", "colour", true},
    {"colo$r", "coloxxr", false},
    {"*cycline*", "doxycycline", true},
    {"*", "", true},
    {"?", "", false},
    {"?", "ñ", true},
    {"??", "ñ", false},
    {"l?chee$", "lychees", true},
    {"a*b*c", "aXbXbXc", true},
    {"a*b*c", "abcd", false},
    {"?*", "", false},
    {"?*", "a", true},
    {"g$nr", "génr", true},
    {"g?nr", "génr", true},
    {"sawt??th", "sawteeth", true},
};

TEST(Pattern, FitsWholeWordsByCharacter) {
  for (const Case& c : kCases)
    EXPECT_EQ(pattern(c.pattern).matches(c.word), c.fits) << c.pattern << " " << c.word;
}

TEST(Pattern, SaysWhatItIs) {
  Pattern p = pattern("be?*h$");
  EXPECT_EQ(p.text(), "be?*h$");
  EXPECT_EQ(p.regex(), "(?s)be..*h.{0,1}");
  EXPECT_EQ(p.literal_prefix(), "be");
  EXPECT_EQ(p.literal_length(), 3u);
  EXPECT_FALSE(p.is_literal());
  EXPECT_TRUE(Pattern("firm").is_literal());
  EXPECT_EQ(pattern("a$$b").text(), "a{0,2}b");
}

TEST(Pattern, ManyGapsTakeNoLongTime) {
  std::string stars, word(2000, 'a');
  for (int i = 0; i < 200; ++i) stars += "a*";
  EXPECT_FALSE(pattern(stars + "b").matches(word));
  EXPECT_TRUE(pattern(stars).matches(word));
}

struct VariantCase {
  const char *word, *form;
  bool found;
};
constexpr Variants kScopus{true, true, false, true}, kWos{false, true, true, false};

TEST(Variants, ScopusFindsPluralsSpellingsAndGreek) {
  constexpr VariantCase kForms[] = {
      {"firm", "firms", true},
      {"firm", "firm's", true},
      {"company", "companies", true},
      {"companies", "company", true},
      {"child", "children", true},
      {"child", "children's", true},
      {"woman", "women", true},
      {"women", "woman", true},
      {"analysis", "analyses", true},
      {"criterion", "criteria", true},
      {"business", "businesses", true},
      {"virus", "viruses", true},
      {"behaviour", "behavior", true},
      {"behavioral", "behavioural", true},
      {"organisation", "organizations", true},
      {"anaesthetise", "anesthetize", true},
      {"centre", "centers", true},
      {"defence", "defense", true},
      {"travelling", "traveling", true},
      {"programme", "program", true},
      {"alpha", "α", true},
      {"β", "beta", true},
      {"salesman", "salesmen", true},
      {"human", "humen", false},
      {"news", "new", false},
      {"new", "news", false},
      {"firm", "firmed", false},
      {"digital", "digitalization", false},
      {"economics", "economic", false},
      {"series", "serie", false},
      {"prize", "prise", false},
  };
  for (const VariantCase& c : kForms) {
    std::vector<std::string> forms = variants_of(c.word, kScopus);
    EXPECT_EQ(std::find(forms.begin(), forms.end(), c.form) != forms.end(), c.found)
        << c.word << " " << c.form;
  }
}

TEST(Variants, WebOfScienceFindsInflectedForms) {
  constexpr VariantCase kForms[] = {
      {"cite", "cited", true},     {"cite", "citing", true},
      {"cite", "cites", true},     {"cite", "citation", true},
      {"cite", "citations", true}, {"cited", "cite", true},
      {"citing", "cited", true},   {"mouse", "mice", true},
      {"mice", "mouse", true},     {"run", "ran", true},
      {"run", "running", true},    {"ran", "run", true},
      {"found", "find", true},     {"study", "studied", true},
      {"studies", "study", true},  {"tooth", "teeth", true},
      {"color", "colour", true},   {"color", "coloured", true},
      {"hoping", "hope", true},    {"hoping", "hop", false},
      {"planned", "plan", true},   {"develop", "developing", true},
      {"lie", "lying", true},      {"organization", "organize", false},
      {"during", "dure", false},   {"sense", "sensation", false},
      {"morning", "morne", false},
  };
  for (const VariantCase& c : kForms) {
    std::vector<std::string> forms = variants_of(c.word, kWos);
    EXPECT_EQ(std::find(forms.begin(), forms.end(), c.form) != forms.end(), c.found)
        << c.word << " " << c.form;
  }
}

TEST(Variants, NoneMeansTheWordAlone) {
  EXPECT_EQ(variants_of("mouse", {}), std::vector<std::string>{"mouse"});
  std::vector<std::string> forms = variants_of("platform", kScopus);
  EXPECT_TRUE(std::is_sorted(forms.begin(), forms.end()));
}

}  // namespace
}  // namespace litmine
