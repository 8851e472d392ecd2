// Search histories: which rows are lines, what they are called, and what they refer to.
#include "queries/history.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "queries/normal_form.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

History history_of(std::string_view dialect, std::string_view text) {
  return read_history(text, *dialect_named(dialect));
}

std::size_t remarks_of(const History& history, std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(history.notes.begin(), history.notes.end(),
                    [&](const Diagnostic& note) { return note.code == code; }));
}

const Diagnostic* remark_in(const History& history, std::string_view code) {
  for (const Diagnostic& note : history.notes)
    if (note.code == code) return &note;
  return nullptr;
}

/// The numbers of the lines in the order of reading: "1 2 3".
std::string numbers_of(const History& history) {
  std::string numbers;
  for (const HistoryLine& line : history.lines)
    numbers += (numbers.empty() ? "" : " ") + std::to_string(line.number);
  return numbers;
}

struct Case {
  const char* dialect;
  const char* text;
  const char* lines;  ///< their numbers
  const char* means;  ///< the last line, as one query of the dialect
};
constexpr Case kCases[] = {
    // labels of every kind
    {"ovid", "1. a1.ti.\n2. b1.ti.\n3. 1 and 2", "1 2 3", "a1.ti. and b1.ti."},
    {"ovid", "1 a1.ti.\n2 b1.ti.\n3 or/1-2", "1 2 3", "a1.ti. or b1.ti."},
    {"ovid", "1\ta1.ti.\t(12)\n2\tb1.ti.\t7\n3\t1 not 2\t5", "1 2 3", "a1.ti. not b1.ti."},
    {"ovid", "1) a1\n2) b1\n3) c1\n4) and/1,3", "1 2 3 4", "a1 and c1"},
    {"ovid", "#1 a1\n#2 b1\n#3 #1 OR #2", "1 2 3", "a1 or b1"},
    {"wos", "#1 TS=a1\n#2 TS=b1\n#3 #1 AND #2", "1 2 3", "TS=a1 AND TS=b1"},
    {"wos", "# 3  12  #1 NOT #2\n# 2  1,234  TS=b1\n# 1  5  TS=a1", "1 2 3", "TS=a1 NOT TS=b1"},
    {"ebsco", "S1 TI a1\nS2 TI b1\nS3 S1 AND S2", "1 2 3", "TI a1 AND TI b1"},
    {"ebsco",
     "S3\tS1 AND S2\tInterface - EBSCOhost\t12\nS2\tTI b1\tInterface - EBSCOhost\t34\n"
     "S1\tTI a1\tInterface - EBSCOhost\t56",
     "1 2 3", "TI a1 AND TI b1"},
    // no labels
    {"ovid", "a1.ti.\nb1.ti.\nc1.ti.\nor/1-2\n3 and 4", "1 2 3 4 5",
     "c1.ti. and (a1.ti. or b1.ti.)"},
    {"ovid", "a1\nb1\nor/1,2", "1 2 3", "a1 or b1"},
    {"ovid", "a1\nb1\nc1\n1-3/OR", "1 2 3 4", "a1 or b1 or c1"},
    {"ovid", "a1\nb1\nOR 1-2", "1 2 3", "a1 or b1"},
    {"ovid", "a1\nb1\n1 or 2 or ICH.tw.", "1 2 3", "a1 or b1 or ICH.tw."},
    {"ovid", "a1\nlimit 1 to yr=\"1970 -Current\"", "1 2", "a1 and 1970-9999.yr."},
    {"ovid", "a1\nlimit 1 to english language", "1 2", "a1 and english.lg."},
    {"ovid", "a1\nb1\nremove duplicates from 2\n1 and 3", "1 2 3 4", "a1 and b1"},
    {"wos", "TS=a1\nTS=b1\n1 AND 2", "1 2 3", "TS=a1 AND TS=b1"},
    // rows that go on
    {"ovid", "1. (a1 or\n b1).ti.\n2. c1\n  or d1\n3. 1 and 2", "1 2 3",
     "(a1 or b1).ti. and (c1 or d1)"},
    {"ovid", "(a1\nor b1).ti.\nc1\n1 and 2", "1 2 3", "(a1 or b1).ti. and c1"},
    // "17 and 34" combines two lines and is not line 17
    {"ovid", "a1\nb1\n1 and 2\n2 or 3", "1 2 3 4", "b1 or (a1 and b1)"},
    // a last step without a number, and a heading above each search
    {"ovid", "1. a1.ti.\n2. b1.ti.\nSearch combination\n1 and 2", "1 2 3", "a1.ti. and b1.ti."},
    {"pubmed",
     "1. Index test: red flags\n(a1[ti] OR b1[ti])\n2. Target condition\n"
     "(c1[ti] OR d1[ti])\nSearch combination\n1 AND 2",
     "1 2 3", "(a1[ti] OR b1[ti]) AND (c1[ti] OR d1[ti])"},
    {"pubmed", "#3 #1 AND #2\n#2 b1[ti]\n#1 a1[ti]", "1 2 3", "a1[ti] AND b1[ti]"},
    // the second part of a text that begins again with 1
    {"ovid", "1. a1\n2. b1\n3. 1 or 2\n1. c1\n2. d1\n3. 1 or 2", "1 2 3 1 2 3", "c1 or d1"},
};

TEST(History, LinesAreFoundAndCombined) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.dialect) + ":\n" + c.text);
    History history = history_of(c.dialect, c.text);
    EXPECT_TRUE(history.several);
    EXPECT_EQ(numbers_of(history), c.lines);
    EXPECT_EQ(to_sexp(normal_form(history.lines.back().root)),
              to_sexp(normal_form(read(c.dialect, c.means).query.root)));
    // parse_query gives the same.
    EXPECT_TRUE(read(c.dialect, c.text).query.root.same_as(history.lines.back().root));
  }
}

TEST(History, OneQueryOverSeveralRowsStaysOne) {
  for (const char* text : {"a1.ti.\nor b1.ti.", "(a1\nor b1)\nand c1", "5 year survival\nadj3 rate",
                           "a1\nAND\nb1", "a1.ti.\n\n"}) {
    SCOPED_TRACE(text);
    History history = history_of("ovid", text);
    EXPECT_FALSE(history.several);
    EXPECT_EQ(history.lines.size(), 1u);
  }
  EXPECT_EQ(remarks_of(history_of("ovid", "a1.ti.\nor b1.ti."), "history-read"), 1u);
  EXPECT_FALSE(history_of("native", "1. a\n2. b\n3. 1").several);
}

TEST(History, NumbersOfHitsAreReadAndKept) {
  History history = history_of("ovid",
                               "1. a1.ti. (3581)\n2. exp B/ [12345]\n3. c1.ti. 1,234\n"
                               "4. or/1-3 99\n5. trisomy 21\n6. 4 and (5)");
  ASSERT_EQ(history.lines.size(), 6u);
  EXPECT_EQ(history.lines[0].expected, 3581u);
  EXPECT_EQ(history.lines[1].expected, 12345u);
  EXPECT_EQ(history.lines[2].expected, 1234u);
  EXPECT_EQ(history.lines[3].expected, 99u);
  EXPECT_FALSE(history.lines[4].expected);
  EXPECT_FALSE(history.lines[5].expected);
  EXPECT_EQ(remarks_of(history, "expected-count"), 4u);
}

TEST(History, HeadingsAreReported) {
  History history = history_of("ovid",
                               "Database: Ovid MEDLINE(R) <1946 to May 2017>\nSearch Strategy:\n"
                               "--------\n1 a1.ti. (5)\n2 b1.ti. (6)\n3 1 and 2 (1)\n"
                               "Embase <1974 to 2017>");
  EXPECT_EQ(history.lines.size(), 3u);
  EXPECT_EQ(remarks_of(history, "history-comment"), 4u);
}

TEST(History, WrongReferencesNameBothLines) {
  History history =
      history_of("ovid", "1. a1\n2. 2 or 1\n3. 1 and 9\n4. 5 or 1\n5. c1\n5. d1\n6. or/1-4");
  const Diagnostic* self = remark_in(history, "line-itself");
  ASSERT_NE(self, nullptr);
  EXPECT_EQ(self->message, "line 2 refers to itself");
  const Diagnostic* absent = remark_in(history, "line-absent");
  ASSERT_NE(absent, nullptr);
  EXPECT_EQ(absent->message, "line 3 refers to line 9, and there is none of that number");
  EXPECT_EQ(absent->where.in(history.source), "9");
  const Diagnostic* later = remark_in(history, "line-later");
  ASSERT_NE(later, nullptr);
  EXPECT_EQ(later->message, "line 4 refers to line 5, which comes later");
  const Diagnostic* repeated = remark_in(history, "line-repeated");
  ASSERT_NE(repeated, nullptr);
  EXPECT_NE(repeated->message.find("'c1' and 'd1'"), std::string::npos);
  EXPECT_TRUE(repeated->repaired);
}

TEST(History, UnusedLinesAreNamed) {
  History history = history_of("ovid", "a1\nb1\nc1\n1 and 3");
  const Diagnostic* unused = remark_in(history, "line-unused");
  ASSERT_NE(unused, nullptr);
  EXPECT_EQ(unused->where.in(history.source), "b1");
  EXPECT_EQ(remarks_of(history, "line-unused"), 1u);
}

TEST(History, AnotherLineCanBeTheResult) {
  History history = read_history("a1\nb1\n1 and 2", *dialect_named("ovid"), {}, 2);
  EXPECT_EQ(history.result, 1u);
  EXPECT_EQ(to_sexp(history.query(history.result).root), "b1");
}

TEST(History, EveryNodeHasItsPlaceInItsOwnLine) {
  std::string text = "1. alpha\n2. beta or gamma\n3. 1 and 2";
  Parsed parsed = read("ovid", text);
  std::vector<std::string> places;
  each_clause(parsed.query.root, [&](const Clause& clause, std::size_t, std::size_t) {
    places.push_back(std::to_string(clause.line) + ":" + std::string(clause.where.in(text)));
  });
  EXPECT_EQ(places, (std::vector<std::string>{"0:1 and 2", "1:alpha", "2:beta or gamma", "0:beta",
                                              "0:gamma"}));
}

TEST(History, LinesThatDoubleAreStopped) {
  std::string text = "1. a1 or b1\n";
  for (int i = 2; i <= 60; ++i)
    text += std::to_string(i) + ". " + std::to_string(i - 1) + " and (" + std::to_string(i - 1) +
            " or c1)\n";
  History history = history_of("ovid", text);
  EXPECT_GT(remarks_of(history, "history-too-large"), 0u);
  std::size_t clauses = 0;
  for (const HistoryLine& line : history.lines) clauses += clause_count(line.root);
  EXPECT_LT(clauses, 1'200'000u);
}

TEST(History, HostileTextsDoNoHarm) {
  std::string many, deep = "1. a1\n", far = "1. a1\n2. or/1-999999\n";
  for (int i = 1; i <= 20'000; ++i)
    many += "#" + std::to_string(i) + " #" + std::to_string(i) + "\n";
  for (int i = 2; i <= 1'000; ++i)
    deep +=
        std::to_string(i) + (i % 2 == 0 ? ". x and " : ". y or ") + std::to_string(i - 1) + "\n";
  EXPECT_TRUE(has_errors(history_of("ovid", many).notes));
  EXPECT_TRUE(has_errors(history_of("ovid", far).notes));
  History chain = history_of("ovid", deep);
  EXPECT_EQ(remarks_of(chain, "too-deep") > 0, true);
}

}  // namespace
}  // namespace litmine::testing_queries
