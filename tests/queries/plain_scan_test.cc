// The plainest queries against a scan that knows nothing of trees: it cuts the words itself and
// compares them one by one. In every dialect that can say them.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "queries/dialects.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

using Words = std::vector<std::string>;

struct Article {
  std::string title, abstract;
};

std::vector<Article> made_up_articles() {
  static constexpr std::string_view kWords[] = {"digital", "platform", "platforms", "a1",
                                                "b1",      "c1",       "d1",        "digitally"};
  std::mt19937 engine(5);
  auto sentence = [&](int most) {
    std::string text;
    for (int n = 1 + static_cast<int>(engine() % static_cast<unsigned>(most)); n > 0; --n)
      text += std::string(text.empty()        ? ""
                          : engine() % 9 == 0 ? ", "
                                              : " ") +
              std::string(kWords[engine() % std::size(kWords)]);
    return text;
  };
  std::vector<Article> articles;
  for (int i = 0; i < 400; ++i) articles.push_back({sentence(4), sentence(14)});
  return articles;
}

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (char c : text + ' ') {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

/// Do words of the two sets stand in one text with at most `between` words between?
bool within(const std::string& text, const std::set<std::string>& some,
            const std::set<std::string>& others, std::size_t between, bool ordered) {
  const Words words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = 0; j < words.size(); ++j) {
      bool apart = i < j ? j - i - 1 <= between : !ordered && i > j && i - j - 1 <= between;
      if (apart && some.contains(words[i]) && others.contains(words[j])) return true;
    }
  return false;
}

bool holds(const Article& article, const std::set<std::string>& some) {
  for (const std::string* text : {&article.title, &article.abstract})
    for (const std::string& word : words_of(*text))
      if (some.contains(word)) return true;
  return false;
}

const std::set<std::string> kDigital = {"digital"}, kPlatform = {"platform"},
                            kPlatforms = {"platform", "platforms"};

bool near_5(const Article& a, const std::set<std::string>& platform) {
  return within(a.title, kDigital, platform, 5, false) ||
         within(a.abstract, kDigital, platform, 5, false);
}
bool phrase(const Article& a, const std::set<std::string>& platform) {
  return within(a.title, kDigital, platform, 0, true) ||
         within(a.abstract, kDigital, platform, 0, true);
}

struct Case {
  const char *dialect, *query;
  bool (*scan)(const Article&);
};
constexpr auto kNearOne = [](const Article& a) { return near_5(a, kPlatform); };
constexpr auto kNearAny = [](const Article& a) { return near_5(a, kPlatforms); };
constexpr auto kPhraseOne = [](const Article& a) { return phrase(a, kPlatform); };
constexpr auto kPhraseAny = [](const Article& a) { return phrase(a, kPlatforms); };
constexpr auto kNotOne = [](const Article& a) {
  return holds(a, kDigital) && !holds(a, kPlatform);
};
constexpr auto kNotAny = [](const Article& a) {
  return holds(a, kDigital) && !holds(a, kPlatforms);
};

// Scopus finds plurals everywhere, Web of Science and ProQuest in bare words, EBSCOhost likewise;
// litmine's own writing nowhere.
const Case kCases[] = {
    {"scopus", "digital W/5 platform", kNearAny},
    {"wos", "digital NEAR/5 platform", kNearAny},
    {"wos", "\"digital\" NEAR/5 \"platform\"", kNearOne},
    {"ebsco", "digital N5 platform", kNearAny},
    {"ebsco", "\"digital\" N5 \"platform\"", kNearOne},
    {"ebsco", "digital platform", kNearAny},
    {"proquest", "digital NEAR/5 platform", kNearAny},
    {"proquest", "\"digital\" N/5 \"platform\"", kNearOne},
    {"proquest-old", "digital W/5 platform", kNearOne},
    {"native", "digital NEAR/5 platform", kNearOne},
    {"scopus", "digital AND NOT platform", kNotAny},
    {"wos", "digital NOT platform", kNotAny},
    {"wos", "digital NOT \"platform\"", kNotOne},
    {"ebsco", "digital NOT platform", kNotAny},
    {"proquest", "digital NOT platform", kNotAny},
    {"proquest-old", "digital AND NOT platform", kNotOne},
    {"native", "digital AND NOT platform", kNotOne},
    {"scopus", "TITLE-ABS-KEY(\"digital platform\")", kPhraseAny},
    {"scopus", "TITLE-ABS-KEY(digital PRE/0 platform)", kPhraseAny},
    {"wos", "TS=(\"digital platform\")", kPhraseOne},
    {"ebsco", "TI \"digital platform\" OR AB \"digital platform\"", kPhraseOne},
    {"ebsco", "digital W0 platform", kPhraseAny},
    {"proquest", "TI,AB(\"digital platform\")", kPhraseOne},
    {"proquest", "noft(\"{digital platform}\")", kPhraseAny},
    {"native", "title,abstract:\"digital platform\"", kPhraseOne},
};

TEST(PlainScan, GivesTheSameStudies) {
  const std::vector<Article> articles = made_up_articles();
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.dialect) + ": " + c.query);
    const Query query = read(c.dialect, c.query).query;
    std::size_t found = 0;
    for (const Article& article : articles) {
      const Document document =
          document_of({{Part::title, article.title}, {Part::abstract, article.abstract}});
      bool scanned = c.scan(article);
      found += scanned;
      ASSERT_EQ(matches(query, CutStudy(document)), scanned)
          << article.title << " | " << article.abstract;
    }
    EXPECT_GT(found, 0u);
    EXPECT_LT(found, articles.size());
  }
}

}  // namespace
}  // namespace litmine::testing_queries
