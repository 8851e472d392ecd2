#include "extractors/layout.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/extractors/make_page.h"

namespace litmine {
namespace {

using testing::print;
using testing::print_lines;
using testing::read;
using testing::Sheet;
using testing::shown;
using testing::Type;

// Columns are 230 points wide here: 46 letters of 10 points.
const std::vector<std::string> kLeft = {
    "left one is a line of some words that are in", "left two is a line of some words that are in",
    "left three is a line of words that are now in", "left four is a line of words that are in it",
    "left five is the last line of the left side"};
const std::vector<std::string> kRight = {
    "right one is a line of some words that are in", "right two is a line of some words that are i",
    "right three is a line of words that are now i", "right four is a line of words that are in it",
    "right five is the last line of this column"};

std::string joined(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::string text;
  for (const auto* lines : {&a, &b})
    for (const std::string& line : *lines) text += line + "\n";
  return text;
}

TEST(ReadingOrder, TwoColumnsWhoseLinesStandLevel) {
  Sheet sheet;
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 310, 100, kRight);
  EXPECT_EQ(shown(read(sheet)), joined(kLeft, kRight));
}

TEST(ReadingOrder, TwoColumnsWhoseLinesDoNot) {
  for (float lower : {3.0F, 5.0F, 7.0F}) {
    SCOPED_TRACE(lower);
    Sheet sheet;
    print_lines(sheet, 50, 100, kLeft);
    print_lines(sheet, 310, 100 + lower, kRight);
    EXPECT_EQ(shown(read(sheet)), joined(kLeft, kRight));
  }
}

TEST(ReadingOrder, ANarrowGutterIsBelievedOnSeveralLines) {
  Sheet sheet;
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 50 + 46 * 4.9F + 8, 100, kRight);
  EXPECT_EQ(shown(read(sheet)), joined(kLeft, kRight));
}

TEST(ReadingOrder, WordsMayComeInAnyOrder) {
  Sheet sheet;
  print_lines(sheet, 310, 100, kRight);
  print_lines(sheet, 50, 100, kLeft);
  std::reverse(sheet.words.begin(), sheet.words.end());
  EXPECT_EQ(shown(read(sheet)), joined(kLeft, kRight));
}

TEST(ReadingOrder, FullWidthLinesAboveBetweenAndBelowColumns) {
  Sheet sheet;
  std::string title =
      "a title over the whole width of the page that is broad enough for both of them";
  std::string middle =
      "a caption that goes from the left edge of the page to the right edge of it all";
  print(sheet, 50, 60, title);
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 310, 100, kRight);
  print(sheet, 50, 180, middle);
  print_lines(sheet, 50, 210, kRight);
  print_lines(sheet, 310, 210, kLeft);
  print(sheet, 50, 300, title);
  EXPECT_EQ(shown(read(sheet)), title + "\n" + joined(kLeft, kRight) + middle + "\n" +
                                    joined(kRight, kLeft) + title + "\n");
}

TEST(ReadingOrder, ACentredLineAboveColumnsIsNotAColumn) {
  Sheet sheet;
  print(sheet, 265, 80, "January 2020");
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 310, 100, kRight);
  EXPECT_EQ(shown(read(sheet)), "January 2020\n" + joined(kLeft, kRight));
}

TEST(ReadingOrder, AHeadingInOneColumnStaysThere) {
  Sheet sheet;
  print(sheet, 310, 100, "2. Method", {10, true});
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 310, 115, kRight);
  EXPECT_EQ(shown(read(sheet)), joined(kLeft, {"2. Method"}) + joined(kRight, {}));
}

TEST(ReadingOrder, AWidelySetLineStaysOneLine) {
  Sheet sheet;
  print(sheet, 50, 100, "a line of ordinary words set with ordinary space between them");
  print(sheet, 50, 112, "a line with far too", {10, false, false, 1.1F});
  print(sheet, 50, 124, "a line of ordinary words set with ordinary space between them");
  EXPECT_EQ(shown(read(sheet)),
            "a line of ordinary words set with ordinary space between them\n"
            "a line with far too\n"
            "a line of ordinary words set with ordinary space between them\n");
}

TEST(ReadingOrder, NumbersStandBeforeTheirReferences) {
  Sheet sheet;
  float down = 100;
  for (int i = 1; i <= 4; ++i) {
    print(sheet, 50, down, "[" + std::to_string(i) + "]");
    print(sheet, 75, down, "Smith J and others a title of an article");
    print(sheet, 75, down + 12, "that goes on in a second line. 2020.");
    down += 24;
  }
  std::string text = shown(read(sheet), true);
  EXPECT_EQ(text.find("¶[1] Smith J and others a title of an article\n"
                      "that goes on in a second line. 2020.\n¶[2] Smith"),
            0U)
      << text;
}

TEST(ReadingOrder, ATableIsReadByRows) {
  Sheet sheet;
  const char* rows[][4] = {{"Variable", "Mean", "SD", "N"},
                           {"Firm age", "3.20", "0.5", "310"},
                           {"Firm size", "4.10", "0.7", "310"},
                           {"Exports", "1.70", "0.2", "298"},
                           {"Platform use", "2.90", "0.9", "305"}};
  float down = 100;
  for (const auto& row : rows) {
    for (int c = 0; c < 4; ++c) print(sheet, 50 + 110.0F * static_cast<float>(c), down, row[c]);
    down += 12;
  }
  EXPECT_EQ(shown(read(sheet)),
            "Variable Mean SD N\nFirm age 3.20 0.5 310\nFirm size 4.10 0.7 310\n"
            "Exports 1.70 0.2 298\nPlatform use 2.90 0.9 305\n");
}

TEST(ReadingOrder, APagePrintedSideways) {
  for (std::uint8_t turned : {std::uint8_t{1}, std::uint8_t{3}}) {
    SCOPED_TRACE(static_cast<int>(turned));
    Sheet sheet;
    print_lines(sheet, 50, 100, kLeft);
    print_lines(sheet, 310, 100, kRight);
    for (PrintedWord& word : sheet.words) {
      Box box = word.box;
      word.turned = turned;
      if (turned == 1)  // reads downwards: what was up is now right
        word.box = {sheet.height - box.bottom, box.left, sheet.height - box.top, box.right};
      else  // reads upwards: what was up is now left
        word.box = {box.top, sheet.width - box.right, box.bottom, sheet.width - box.left};
    }
    std::swap(sheet.width, sheet.height);
    EXPECT_EQ(shown(read(sheet)), joined(kLeft, kRight));
  }
}

TEST(ReadingOrder, WordsUpTheSideComeLast) {
  Sheet sheet;
  PrintedWord stamp;
  stamp.text = "arXiv:2001.01234";
  stamp.box = {20, 300, 30, 420};
  stamp.size = 10, stamp.turned = 3;
  sheet.words.push_back(stamp);
  print_lines(sheet, 50, 100, kLeft);
  EXPECT_EQ(shown(read(sheet)), joined(kLeft, {"*arXiv:2001.01234"}));
}

TEST(Runs, ARaisedNumberIsNotPartOfTheWord) {
  Sheet sheet;
  float right = print(sheet, 50, 100, "among firms");
  print(sheet, right, 96, "12", {6});
  print(sheet, right + 8, 100, "and others");
  EXPECT_EQ(shown(read(sheet)), "among firms¹² and others\n");
}

TEST(Runs, ALoweredNumberIs) {
  Sheet sheet;
  float right = print(sheet, 50, 100, "CO");
  print(sheet, right, 101.5F, "2", {7});
  EXPECT_EQ(shown(read(sheet)), "CO2\n");
}

TEST(Runs, ARaisedLetterStandsApartButAnOrdinalDoesNot) {
  Sheet sheet;
  float right = print(sheet, 50, 100, "Mary Smith");
  print(sheet, right, 96, "a", {6});
  right = print(sheet, 150, 100, "the 19");
  print(sheet, right, 96, "th", {6});
  EXPECT_EQ(shown(read(sheet)), "Mary Smith a the 19th\n");
}

TEST(Runs, LetterSpacedWordsAreClosedUp) {
  Sheet sheet;
  print(sheet, 50, 100, "A B S T R A C T", {10, false, false, 0.6F});
  print(sheet, 50, 130, "Plans A and B");
  EXPECT_EQ(shown(read(sheet)), "ABSTRACT\nPlans A and B\n");
}

TEST(Runs, PiecesWithoutSpaceBetweenThemAreOneWord) {
  Sheet sheet;
  float right = print(sheet, 50, 100, "inter");
  print(sheet, right + 0.4F, 100, "national", {10, false, true});
  EXPECT_EQ(shown(read(sheet)), "international\n");
}

TEST(Columns, AChanceGapInALineAboveTakesNoRowsFromThem) {
  Sheet sheet;
  print(sheet, 223, 80, "Journal of surveys 9");
  print(sheet, 324, 80, "https://x.org/1");
  print(sheet, 50, 100, "Abstract");
  print_lines(sheet, 50, 112, kLeft);
  for (float down : {100.0F, 112.0F}) {  // numbered headings, with a gap below the one above
    print(sheet, 310, down, "2");
    print(sheet, 325, down, "Method");
  }
  print_lines(sheet, 310, 124, kRight);
  std::string text = shown(read(sheet));
  EXPECT_LT(text.find("Abstract"), text.find(kLeft.front()));
  EXPECT_LT(text.find(kLeft.back()), text.find("Method")) << text;
}

TEST(Runs, ADropCapitalGoesToItsWord) {
  Sheet sheet;
  print(sheet, 50, 122, "T", {36});
  print_lines(sheet, 70, 100,
              {"his article is about the firms that sell", "abroad and about those"});
  print_lines(sheet, 50, 124, {"which do not, and it says why that may be"});
  EXPECT_EQ(shown(read(sheet)),
            "This article is about the firms that sell\nabroad and about those\n"
            "which do not, and it says why that may be\n");
}

TEST(Runs, TextPrintedTwiceIsReadOnce) {
  Sheet sheet;
  print(sheet, 50, 100, "a line with a shadow");
  print(sheet, 51, 101, "a line with a shadow");
  EXPECT_EQ(shown(read(sheet)), "a line with a shadow\n");
}

TEST(Paragraphs, ShowByAnIndent) {
  Sheet sheet;
  print(sheet, 62, 100, "First line of a paragraph which is long en");
  print_lines(sheet, 50, 112, {"goes on here and fills the measure to its en", "ends. "});
  print(sheet, 62, 136, "Second paragraph begins here and is also l");
  print_lines(sheet, 50, 148, {"goes on here and fills the measure to its en"});
  EXPECT_EQ(shown(read(sheet), true),
            "¶First line of a paragraph which is long en\n"
            "goes on here and fills the measure to its en\nends.\n"
            "¶Second paragraph begins here and is also l\n"
            "goes on here and fills the measure to its en\n");
}

TEST(Paragraphs, ShowByAHangingIndent) {
  Sheet sheet;
  float down = 100;
  for (int i = 0; i < 3; ++i) {
    print(sheet, 50, down, "Author A. (2020). A title that fills the measure o");
    print(sheet, 65, down + 12, "goes on in a second line that fills it as well ");
    print(sheet, 65, down + 24, "ends in a third.");
    down += 36;
  }
  std::string text = shown(read(sheet), true);
  std::string entry =
      "¶Author A. (2020). A title that fills the measure o\n"
      "goes on in a second line that fills it as well\nends in a third.\n";
  EXPECT_EQ(text, entry + entry + entry);
}

TEST(Paragraphs, ShowByWhiteSpaceAndByTheLook) {
  Sheet sheet;
  print_lines(sheet, 50, 100, {"Heading of it"}, {12, true});
  print_lines(sheet, 50, 125, {"some text that fills the measure of this column", "and ends."});
  print_lines(sheet, 50, 160, {"more text that fills the measure of this column", "and ends."});
  std::vector<Line> lines = read(sheet);
  EXPECT_EQ(shown(lines, true),
            "¶Heading of it\n¶some text that fills the measure of this column\nand ends.\n"
            "¶more text that fills the measure of this column\nand ends.\n");
  EXPECT_TRUE(lines[0].bold);
  EXPECT_EQ(lines[0].size, 12);
  EXPECT_NE(lines[0].block, lines[1].block);
  EXPECT_EQ(lines[1].block, lines[2].block);
  EXPECT_NE(lines[2].block, lines[3].block);
}

TEST(Paragraphs, GoOnInTheNextColumn) {
  Sheet sheet;
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 310, 100, kRight);
  std::vector<Line> lines = read(sheet);
  ASSERT_EQ(lines.size(), 10U);
  EXPECT_TRUE(lines[0].paragraph);
  EXPECT_FALSE(lines[5].paragraph);
}

TEST(Footnotes, ComeAfterTheBodyOfTheirPage) {
  Sheet sheet;
  print_lines(sheet, 50, 600, kLeft);
  print(sheet, 50, 677, "1", {5});
  print_lines(sheet, 54, 680, {"See the report of the year before last."}, {8});
  print_lines(sheet, 310, 600, kRight);
  EXPECT_EQ(shown(read(sheet)),
            joined(kLeft, kRight) + "*¹ See the report of the year before last.\n");
}

TEST(Footnotes, ReferencesInSmallTypeAreNone) {
  Sheet sheet;
  print_lines(sheet, 50, 400, kLeft);
  print(sheet, 50, 480, "References", {10, true});
  print_lines(sheet, 50, 500, {"1 Smith, J. (2020). A title of an article. A journal."}, {8});
  EXPECT_EQ(shown(read(sheet)).find('*'), std::string::npos);
}

TEST(Floats, ACaptionInsideAParagraphComesAfterIt) {
  Sheet sheet;
  print_lines(sheet, 50, 100, kLeft);
  print_lines(sheet, 310, 100, {"Figure 2. What the firms sell and to whom"}, {8});
  print_lines(sheet, 310, 130, kRight);
  EXPECT_EQ(shown(read(sheet)),
            joined(kLeft, kRight) + "*Figure 2. What the firms sell and to whom\n");
}

TEST(BodySize, IsThatOfMostLetters) {
  Sheet sheet;
  print_lines(sheet, 50, 100, kLeft, {9.5F});
  print(sheet, 50, 300, "A large title", {20});
  EXPECT_FLOAT_EQ(body_size({printed_page(1, 600, 800, sheet.words)}), 9.5F);
  EXPECT_EQ(body_size({}), 0);
}

TEST(ReadPage, AnEmptyPageHasNoLines) { EXPECT_TRUE(read(Sheet{}).empty()); }

TEST(ReadPage, OddBoxesDoNoHarm) {
  Sheet sheet;
  PrintedWord word;
  word.text = "x", word.size = 0.01F, word.box = {50, 50, 50, 50};
  sheet.words.assign(300, word);
  word.box = {-1e5F, -1e5F, 1e5F, 1e5F};
  word.size = 1e4F;
  sheet.words.push_back(word);
  word.text.clear();
  sheet.words.push_back(word);
  EXPECT_FALSE(read(sheet).empty());
}

TEST(Layout, TellsPagesWithTwoStatesOfTheirText) {
  const std::vector<std::string> kProof = {
      "Small firms were asked about their first", "customers in other countries, and what they",
      "would do otherwise if they were to begin", "again with the same people and with money",
      "enough for the first three years of trade."};
  const std::vector<std::string> kCorrected = {
      "All small firms were asked how their first", "customers abroad were found, and what else",
      "they would do if they were to begin anew", "with the very same people and with enough",
      "money for three or four years of trading."};
  Sheet sheet;
  print_lines(sheet, 72, 100, kProof);
  EXPECT_FALSE(printed_page(1, sheet.width, sheet.height, sheet.words).two_states);
  print_lines(sheet, 74, 104, kCorrected);
  EXPECT_TRUE(printed_page(1, sheet.width, sheet.height, sheet.words).two_states);
  // Lines set solid touch each other and are one text.
  Sheet solid;
  float down = 100;
  for (const std::string& line : kProof) print(solid, 72, down += 9, line);
  for (const std::string& line : kCorrected) print(solid, 72, down += 9, line);
  EXPECT_FALSE(printed_page(1, solid.width, solid.height, solid.words).two_states);
}

}  // namespace
}  // namespace litmine
