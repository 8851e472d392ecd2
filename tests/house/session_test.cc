// The session runner on made-up sessions: what it runs, what fits, and what it says when not.
#include "tests/sessions/session.h"

#include <gtest/gtest.h>

namespace litmine::house {
namespace {

std::string run(std::string_view text) {
  Session session = read_session(text);
  run_session(session, testing::TempDir());
  return report(session, "made-up.t");
}

TEST(Session, PassesWhenAllIsAsWritten) {
  const std::string_view kSession =
      "Words for people.\n"
      "\n"
      "  $ printf 'one\\n\\ntwo\\n'; false\n"
      "  one\n"
      "\n"
      "  two\n"
      "  [1]\n"
      "\n"
      "  $ name=x\n"
      "  $ printf '%s' \\\n"
      "  > \"$name\"\n"
      "  x\n"
      "  $ cat; echo talk >&2\n"
      "  talk\n";
  EXPECT_EQ(run(kSession), "");
}

TEST(Session, SaysWhatDiffers) {
  EXPECT_EQ(run("  $ echo a; exit_with() { return $1; }; exit_with 3\n  b\n"),
            "made-up.t:1: $ echo a; exit_with() { return $1; }; exit_with 3\n"
            "  expected | b\n"
            "  printed  | a\n"
            "  printed  | [3]\n");
  EXPECT_EQ(run("  $ true\n  [1]\n"), "made-up.t:1: $ true\n  expected | [1]\n");
  EXPECT_EQ(run("nothing but words\n"), "made-up.t:1: no command in the whole file\n");
  EXPECT_EQ(run("  output first\n  $ true\n"), "made-up.t:1: no command before this line\n");
  EXPECT_NE(run("  $ exit 0\n  $ true\n").find("the shell ended here"), std::string::npos);
}

TEST(Session, DotsStandForAnything) {
  struct Case {
    std::vector<std::string> expected, printed;
    bool fits;
  };
  const Case kCases[] = {
      {{"..."}, {}, true},
      {{"..."}, {"a", "b"}, true},
      {{"a", "...", "z"}, {"a", "z"}, true},
      {{"a", "...", "z"}, {"a", "b", "z", "z"}, true},
      {{"a", "...", "z"}, {"a", "b"}, false},
      {{"...", "b", "..."}, {"a", "c"}, false},
      {{"a"}, {"a", "b"}, false},
      {{"a ... z"}, {"a b z"}, true},
      {{"a ... z"}, {"a z"}, false},
      {{"a...z...z"}, {"azz"}, true},
      {{"a...z...z"}, {"az"}, false},
      {{"took ... s"}, {"took 1.2 s"}, true},
      {{"a..."}, {"b"}, false},
  };
  for (const Case& c : kCases)
    EXPECT_EQ(fits(c.expected, c.printed), c.fits)
        << testing::PrintToString(c.expected) << " and " << testing::PrintToString(c.printed);
}

TEST(Session, ReadsTheConsoleBlocksOfAPage) {
  const Session session = read_console_blocks(
      "# Page\n```sh\n$ not this\n```\n```console\n$ echo a\n\na\n```\ntext\n```console\n$ "
      "b\n```\n");
  ASSERT_EQ(session.steps.size(), 2u);
  EXPECT_EQ(session.steps[0].command, "echo a");
  EXPECT_EQ(session.steps[0].expected, (std::vector<std::string>{"", "a"}));
  EXPECT_EQ(session.steps[1].line, 12);
}

TEST(Session, WritesAnewOnlyWhatFailed) {
  const std::string_view kBefore =
      "Words.\n\n  $ echo a\n  ...\n  $ echo \\\n  > b\n  c\n\n  c\n  [4]\nMore.\n";
  Session session = read_session(kBefore);
  ASSERT_TRUE(run_session(session, testing::TempDir()));
  const std::string after = with_printed(kBefore, session);
  EXPECT_EQ(after, "Words.\n\n  $ echo a\n  ...\n  $ echo \\\n  > b\n  b\nMore.\n");
  EXPECT_EQ(run(after), "");
}

}  // namespace
}  // namespace litmine::house
