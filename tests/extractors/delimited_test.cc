#include "extractors/delimited.h"

#include <gtest/gtest.h>

#include <string>

namespace litmine {
namespace {

/// Rows as "line:cell|cell", one below the other.
std::string shown(const DelimitedText& read) {
  std::string text;
  for (const DelimitedRow& row : read.rows) {
    text += std::to_string(row.line) + ':';
    for (std::size_t i = 0; i < row.cells.size(); ++i) text += (i > 0 ? "|" : "") + row.cells[i];
    text += '\n';
  }
  return text;
}

struct Case {
  const char* text;
  const char* rows;
};
constexpr Case kCases[] = {
    {"", ""},
    {"a,b\n1,2\n", "1:a|b\n2:1|2\n"},
    {"a,b\r\n1,2", "1:a|b\n2:1|2\n"},
    {"\xEF\xBB\xBF"
     "a;b\n\"1;2\";3\n",
     "1:a|b\n2:1;2|3\n"},
    {"a\tb\n\n\n1\t\n", "1:a|b\n4:1|\n"},
    {"a,b\n\"x\ny\",\"say \"\"so\"\"\"\nz,\n", "1:a|b\n2:x\ny|say \"so\"\n4:z|\n"},
    {"a,b\n\"\"\n", "1:a|b\n2:\n"},
    {"a,b\n5\" pipe,c\n", "1:a|b\n2:5\" pipe|c\n"},
};

TEST(Delimited, RowsAndLines) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(shown(read_delimited(c.text)), c.rows);
  }
}

TEST(Delimited, AQuoteThatNothingEndsIsNamed) {
  const DelimitedText read = read_delimited("a,b\n1,2\n\"x,3\n4,5\n");
  EXPECT_EQ(read.unclosed_quote_line, 3u);
  EXPECT_EQ(read_delimited("a\n\"x\"\n").unclosed_quote_line, 0u);
}

}  // namespace
}  // namespace litmine
