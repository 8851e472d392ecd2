#include "extractors/furniture.h"

#include <gtest/gtest.h>

#include "tests/extractors/make_page.h"

namespace litmine {
namespace {

using testing::print;
using testing::print_lines;
using testing::Sheet;

/// Pages of body text, each with its own words, to which a test adds furniture.
std::vector<Sheet> sheets(int count) {
  std::vector<Sheet> all(static_cast<std::size_t>(count));
  const char* const kWords[] = {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf"};
  for (int p = 0; p < count; ++p) {
    std::string word = kWords[p % 7];
    print_lines(all[static_cast<std::size_t>(p)], 70, 100,
                {"the first line of " + word + " with some more words",
                 "the second line of the page about " + word, "the third " + word + " line"});
  }
  return all;
}

struct Cleaned {
  std::vector<std::string> taken;
  std::vector<Line> first_page;
  std::string left;  ///< all that was not taken
};

Cleaned clean(const std::vector<Sheet>& all) {
  std::vector<PrintedPage> pages;
  for (std::size_t p = 0; p < all.size(); ++p)
    pages.push_back(
        printed_page(static_cast<std::uint32_t>(p + 1), all[p].width, all[p].height, all[p].words));
  Cleaned cleaned;
  cleaned.taken = take_furniture(pages, cleaned.first_page);
  for (const PrintedPage& page : pages)
    for (const TextRun& run : page.runs) cleaned.left += run.text + "\n";
  return cleaned;
}

TEST(Furniture, RunningHeadsAndPageNumbersOnOddAndEvenPages) {
  std::vector<Sheet> all = sheets(6);
  for (std::size_t p = 1; p < 6; ++p) {
    std::string number = std::to_string(p + 101);
    print(all[p], 70, 50, p % 2 == 0 ? number + " Smith and Jones" : "Firms abroad " + number);
  }
  Cleaned cleaned = clean(all);
  EXPECT_EQ(cleaned.taken,
            (std::vector<std::string>{"page 2: Firms abroad 102", "page 3: 103 Smith and Jones",
                                      "page 4: Firms abroad 104", "page 5: 105 Smith and Jones",
                                      "page 6: Firms abroad 106"}));
  EXPECT_EQ(cleaned.left, clean(sheets(6)).left);
  EXPECT_TRUE(cleaned.first_page.empty());
}

TEST(Furniture, TwoPagesAreEnoughForALineThatComesAgain) {
  std::vector<Sheet> all = sheets(2);
  print(all[0], 70, 50, "Journal of Small Firms 12 (2020)");
  print(all[1], 70, 50, "Journal of Small Firms 12 (2020)");
  Cleaned cleaned = clean(all);
  EXPECT_EQ(cleaned.taken.size(), 2U);
  ASSERT_EQ(cleaned.first_page.size(), 1U);
  EXPECT_EQ(cleaned.first_page[0].text, "Journal of Small Firms 12 (2020)");
}

TEST(Furniture, PageNumbersAlone) {
  std::vector<Sheet> all = sheets(3);
  for (std::size_t p = 0; p < 3; ++p) print(all[p], 300, 770, std::to_string(p + 7));
  EXPECT_EQ(clean(all).taken, (std::vector<std::string>{"page 1: 7", "page 2: 8", "page 3: 9"}));
}

TEST(Furniture, ADownloadNoticeNeedsNoSecondPage) {
  std::vector<Sheet> all = sheets(1);
  print(all[0], 70, 780, "Downloaded from https://example.org by guest on 3 May 2020");
  EXPECT_EQ(clean(all).taken.size(), 1U);
}

TEST(Furniture, WordsUpTheMargin) {
  std::vector<Sheet> all = sheets(1);
  PrintedWord stamp;
  stamp.text = "arXiv:2001.01234v1";
  stamp.box = {20, 300, 30, 420};
  stamp.size = 10, stamp.turned = 3;
  all[0].words.push_back(stamp);
  EXPECT_EQ(clean(all).taken, std::vector<std::string>{"page 1: arXiv:2001.01234v1"});
}

TEST(Furniture, AWatermarkOnMostPages) {
  std::vector<Sheet> all = sheets(4);
  for (Sheet& sheet : all) print(sheet, 200, 400, "ACCEPTED MANUSCRIPT", {40});
  EXPECT_EQ(clean(all).taken.size(), 4U);
}

TEST(Furniture, NumbersOfLines) {
  Sheet sheet;
  for (int i = 0; i < 20; ++i) {
    float down = 100 + 20.0F * static_cast<float>(i);
    print(sheet, 40, down, std::to_string(i + 1));
    print(sheet, 70, down, "a line of the manuscript that somebody reviews");
  }
  Cleaned cleaned = clean({sheet});
  EXPECT_EQ(cleaned.taken.size(), 20U);
  EXPECT_EQ(cleaned.left.find_first_of("0123456789"), std::string::npos);
}

// What looks like furniture and is not.

TEST(Furniture, TableHeadingsAtTheSameHeightStay) {
  std::vector<Sheet> all = sheets(6);
  print(all[1], 70, 60, "Table 1");
  print(all[4], 70, 60, "Table 2");
  EXPECT_TRUE(clean(all).taken.empty());
}

TEST(Furniture, NumbersInATableStay) {
  std::vector<Sheet> all = sheets(2);
  for (Sheet& sheet : all)
    for (int i = 0; i < 4; ++i)
      print(sheet, 70 + 60.0F * static_cast<float>(i), 60, std::to_string(100 * i));
  std::string left = clean(all).left;
  EXPECT_NE(left.find("300"), std::string::npos);
}

TEST(Furniture, ALineThatComesAgainElsewhereStays) {
  std::vector<Sheet> all = sheets(2);
  print(all[0], 70, 50, "We thank the firms for their time");
  print(all[1], 70, 250, "We thank the firms for their time");
  EXPECT_TRUE(clean(all).taken.empty());
}

TEST(Furniture, ASinglePageKeepsItsHead) {
  std::vector<Sheet> all = sheets(1);
  print(all[0], 70, 50, "Journal of Small Firms 12 (2020) 1-15");
  EXPECT_TRUE(clean(all).taken.empty());
}

TEST(Furniture, NumberedReferencesAreNoLineNumbers) {
  Sheet sheet;
  for (int i = 0; i < 20; ++i) {
    float down = 100 + 20.0F * static_cast<float>(i);
    print(sheet, 70, down, std::to_string(i + 1) + ".");
    print(sheet, 90, down, "Smith J. A title of an article. A journal 2020");
  }
  EXPECT_TRUE(clean({sheet}).taken.empty());
}

TEST(Furniture, PagesThatAreAllAlikeStay) {
  std::vector<Sheet> all(3);
  for (Sheet& sheet : all) print(sheet, 70, 50, "Hello World");
  EXPECT_TRUE(clean(all).taken.empty());
}

TEST(Furniture, NoPagesNoFurniture) { EXPECT_TRUE(clean({}).taken.empty()); }

}  // namespace
}  // namespace litmine
