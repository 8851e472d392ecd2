#include "extractors/paragraphs.h"

#include <gtest/gtest.h>

#include "manuscripts.h"

namespace litmine {
namespace {

std::vector<Line> lines_of(std::initializer_list<std::string_view> texts) {
  std::vector<Line> lines;
  for (std::string_view text : texts) {
    Line line;
    line.text = std::string(text);
    lines.push_back(line);
  }
  return lines;
}

struct Case {
  const char* before;
  const char* after;
  const char* elsewhere;  ///< another line of the same document
  const char* joined;
};

constexpr Case kCases[] = {
    // the printer's hyphen
    {"the inter-", "nationalization of firms", "", "the internationalization of firms"},
    {"the cross\xC2\xAD", "ing", "", "the crossing"},
    {"small busi\xE2\x80\x90", "ness owners", "", "small business owners"},
    {"INTERNA-", "TIONAL", "", "INTERNATIONAL"},
    // the word's own
    {"a cross-", "border sale", "a border", "a cross-border sale"},
    {"by e-", "commerce", "", "by e-commerce"},
    {"their self-", "reported sales", "reported", "their self-reported sales"},
    {"the non-", "European firms", "", "the non-European firms"},
    {"José Da-", "Silva", "", "José Da-Silva"},
    {"in 2019-", "2020", "", "in 2019-2020"},
    {"a 3-", "year panel", "", "a 3-year panel"},
    {"no\xE2\x80\x91", "break", "",
     "no\xE2\x80\x91"
     "break"},
    {"short- and long-", "term aims", "a term", "short- and long-term aims"},
    {"the short-", "and long-term aims", "", "the short- and long-term aims"},
    // the document decides
    {"on-", "line shops", "an online shop and online sales", "online shops"},
    {"on-", "line shops", "an on-line shop", "on-line shops"},
    {"a data-", "driven firm", "data data driven driven", "a data-driven firm"},
    // not hyphens
    {"firms -", "small ones", "", "firms - small ones"},
    {"firms—", "small ones", "", "firms—small ones"},
    {"pages 12–", "19", "", "pages 12–19"},
    // addresses
    {"https://doi.org/10.1057/", "s41267-018-0146-8", "",
     "https://doi.org/10.1057/s41267-018-0146-8"},
    {"https://doi.org/10.1108/IMR-", "10-2023", "", "https://doi.org/10.1108/IMR-10-2023"},
    {"see the site.", "It has", "", "see the site. It has"},
    {"国际", "化", "", "国际化"},
};

TEST(Paragraphs, HyphensAtLineEnds) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.before) + " | " + c.after);
    std::vector<Line> lines = lines_of({c.before, c.after, c.elsewhere});
    Vocabulary words(lines);
    std::vector<Line> two(lines.begin(), lines.begin() + 2);
    EXPECT_EQ(join_lines(two, 0, words).text, c.joined);
  }
}

TEST(Paragraphs, PagesBeginInsideABrokenWord) {
  std::vector<Line> lines = lines_of({"Growth of inter-", "national ﬁrms"});
  lines[0].page = 3;
  lines[1].page = 5;  // page 4 has no text
  Paragraph paragraph = join_lines(lines, 3, Vocabulary(lines));
  EXPECT_EQ(paragraph.text, "Growth of international firms");
  ASSERT_EQ(paragraph.page_starts.size(), 2u);
  for (const Paragraph::PageStart& start : paragraph.page_starts)
    EXPECT_EQ(paragraph.text.substr(start.byte), "national firms");
}

TEST(Paragraphs, PageStartsCountNormalizedBytes) {
  std::vector<Line> lines = lines_of({"ﬁrst e\xCC\x81", "second"});
  lines[0].page = 1;
  lines[1].page = 2;
  Paragraph paragraph = join_lines(lines, 1, Vocabulary(lines));
  EXPECT_EQ(paragraph.text, "first é second");
  ASSERT_EQ(paragraph.page_starts.size(), 1u);
  EXPECT_EQ(paragraph.text.substr(paragraph.page_starts[0].byte), "second");
}

TEST(Paragraphs, GoOnOverAColumn) {
  EXPECT_TRUE(goes_on("firms that sell", "abroad are"));
  EXPECT_TRUE(goes_on("the inter-", "national"));
  EXPECT_TRUE(goes_on("Smith,", "Miller and Jones"));
  EXPECT_FALSE(goes_on("firms that sell abroad.", "The next"));
  EXPECT_FALSE(goes_on("Method", "The sample"));
}

}  // namespace
}  // namespace litmine
