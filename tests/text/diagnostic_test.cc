// Remarks as a person reads them, compared with whole blocks.
#include "text/diagnostic.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/normalize.h"

namespace litmine {
namespace {

struct Case {
  const char* name;
  std::string source;
  std::string place;  // the first of these words in the source; empty for the whole
  std::string rendered;
};

const Case kCases[] = {
    {"a short line", "a OR AND b", "OR AND",
     "q:1:3: error: message [rule]\n"
     "  a OR AND b\n"
     "    ^~~~~~\n"
     "  hint: do this\n"},
    {"the first character", "(a", "(",
     "q:1:1: error: message [rule]\n"
     "  (a\n"
     "  ^\n"
     "  hint: do this\n"},
    {"it concerns the whole", "a b", "",
     "q: error: message [rule]\n"
     "  hint: do this\n"},
    {"a later line, with Windows line ends", "first\r\nsecond here\r\nthird", "here",
     "q:2:8: error: message [rule]\n"
     "  second here\n"
     "         ^~~~\n"
     "  hint: do this\n"},
    {"over several lines: to the end of the first", "one\ntwo three\nfour", "three\nfour",
     "q:2:5: error: message [rule]\n"
     "  two three\n"
     "      ^~~~~\n"
     "  hint: do this\n"},
    {"tabs", "a\t\tb c", "c",
     "q:1:6: error: message [rule]\n"
     "  a        b c\n"
     "             ^\n"
     "  hint: do this\n"},
    {"wide characters take two cells and one column", "“数字平台” OR x", "字平",
     "q:1:3: error: message [rule]\n"
     "  “数字平台” OR x\n"
     "     ^~~~\n"
     "  hint: do this\n"},
    {"marks take no cell", "cafe\u0301 OR x", "OR",
     "q:1:6: error: message [rule]\n"
     "  cafe\u0301 OR x\n"
     "       ^~\n"
     "  hint: do this\n"},
    {"nothing steers the terminal", "a\x1b[2J OR\u202E b", "OR",
     "q:1:7: error: message [rule]\n"
     "  a\uFFFD[2J OR\uFFFD b\n"
     "        ^~\n"
     "  hint: do this\n"},
    {"a long line, the place in the middle",
     "(“digital platform” OR “online platform” OR “e-business*” OR “global marketplace” OR AND "
     "“INV” OR “international entrepreneurship” OR “born global” OR “international new venture”)",
     "OR AND",
     "q:1:83: error: message [rule]\n"
     "  …iness*” OR “global marketplace” OR AND “INV” OR “international entrepreneu…\n"
     "                                   ^~~~~~\n"
     "  hint: do this\n"},
    {"a long line, the place at the end",
     "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
     "sixteen seventeen end",
     "end",
     "q:1:108: error: message [rule]\n"
     "  …ght nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen end\n"
     "                                                                          ^~~\n"
     "  hint: do this\n"},
};

Diagnostic remark(const Case& c) {
  Diagnostic note;
  note.code = "rule";
  note.message = "message";
  note.hint = "do this";
  const std::size_t at = c.source.find(c.place);
  if (!c.place.empty())
    note.where = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + c.place.size())};
  return note;
}

TEST(Render, AsTheTableSays) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(render(remark(c), "q", c.source), c.rendered);
  }
}

TEST(Render, APointAtTheEnd) {
  Diagnostic note;
  note.level = Diagnostic::Level::warning;
  note.message = "')' is missing";
  note.where = {4, 4};
  EXPECT_EQ(render(note, "-", "(a b"),
            "-:1:5: warning: ')' is missing\n"
            "  (a b\n"
            "      ^\n");
  EXPECT_EQ(render(note, "-", "(ab\n"),
            "-:2:1: warning: ')' is missing\n"
            "  \n"
            "  ^\n");
}

TEST(Render, WordsOfTheMessageAreHarmless) {
  Diagnostic note;
  note.message = "'a\x1b[31m\nb' is odd";
  EXPECT_EQ(render(note, "q", "x"), "q: error: 'a\uFFFD[31m b' is odd\n");
}

TEST(Render, StandsAnyPlaceInAnySource) {
  std::mt19937 random(7);
  static const std::string kBits[] = {
      "a",           " ",
      "\t",          "\n",
      "\r\n",        "字",
      "e\u0301",     "\xFF",
      "👩‍💻", "a long run of words that fills the line to its end "};
  for (int i = 0; i < 5000; ++i) {
    std::string source;
    for (std::size_t n = random() % 12; n > 0; --n) source += kBits[random() % std::size(kBits)];
    Diagnostic note;
    note.message = "m";
    note.where.begin = static_cast<std::uint32_t>(random() % (source.size() + 5));
    note.where.end = note.where.begin + static_cast<std::uint32_t>(random() % 9);
    const std::string block = render(note, "q", source);
    ASSERT_TRUE(block.ends_with('\n'));
    for (std::size_t at = 0; at < block.size();) {
      const std::size_t end = block.find('\n', at);
      ASSERT_LE(cells(block.substr(at, end - at)), 80u) << block;
      at = end + 1;
    }
  }
}

struct Place {
  const char* source;
  std::size_t byte, line, column;
};

constexpr Place kPlaces[] = {
    {"", 0, 1, 1},         {"abc", 0, 1, 1},           {"abc", 2, 1, 3},  {"abc", 3, 1, 4},
    {"abc", 99, 1, 4},     {"a\nb", 1, 1, 2},          {"a\nb", 2, 2, 1}, {"a\n", 2, 2, 1},
    {"a\r\nb", 3, 2, 1},   {"\n\n\n", 2, 3, 1},        {"éa", 2, 1, 2},   {"e\u0301a", 3, 1, 2},
    {"e\u0301a", 1, 1, 1}, {"👩‍💻x", 11, 1, 2}, {"字字", 3, 1, 2},
};

TEST(LineAndColumn, CountFromOne) {
  for (const Place& c : kPlaces) {
    const LineColumn place = line_and_column(c.source, c.byte);
    EXPECT_EQ(place.line, c.line) << c.source << " " << c.byte;
    EXPECT_EQ(place.column, c.column) << c.source << " " << c.byte;
  }
}

TEST(Levels, HaveNames) {
  EXPECT_EQ(level_name(Diagnostic::Level::error), "error");
  EXPECT_EQ(level_name(Diagnostic::Level::warning), "warning");
  EXPECT_EQ(level_name(Diagnostic::Level::note), "note");
  Diagnostics notes(2);
  notes[0].level = Diagnostic::Level::note;
  notes[1].level = Diagnostic::Level::warning;
  EXPECT_FALSE(has_errors(notes));
  notes[1].level = Diagnostic::Level::error;
  EXPECT_TRUE(has_errors(notes));
  EXPECT_FALSE(has_errors({}));
}

}  // namespace
}  // namespace litmine
