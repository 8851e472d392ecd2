#include "cli/highlight.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

namespace litmine {
namespace {

/// Colours as letters: [0:...] is a part painted for block 0.
std::string readable(std::string line) {
  const std::pair<std::string, std::string> kCodes[] = {
      {"\x1b[1;33m", "[0:"}, {"\x1b[1;32m", "[1:"}, {"\x1b[0m", "]"}};
  for (const auto& [code, sign] : kCodes)
    for (std::size_t at = line.find(code); at != line.npos; at = line.find(code, at))
      line.replace(at, code.size(), sign);
  return line;
}

TEST(Highlight, PaintsEachPlaceOnce) {
  const std::string text = "Small firms sell\non digital platforms.";
  EXPECT_EQ(readable(painted_line(text, {0, 38}, {{{20, 37}, 1}, {{0, 11}, 0}})),
            "[0:Small firms] sell on [1:digital platforms].");
  // Of two that overlap the first and longer one.
  EXPECT_EQ(readable(painted_line(text, {0, 38}, {{{0, 5}, 1}, {{0, 11}, 0}, {{6, 11}, 1}})),
            "[0:Small firms] sell on digital platforms.");
  // What reaches out of the sentence is not painted.
  EXPECT_EQ(readable(painted_line(text, {6, 16}, {{{0, 11}, 0}, {{12, 16}, 1}})), "firms [1:sell]");
}

TEST(Highlight, TextCannotSteerTheTerminal) {
  EXPECT_EQ(painted_line("a\x1b[2Jb\x7f", {0, 7}, {}), "a[2Jb");
}

TEST(Highlight, OnlyOnATerminalAndUnlessRefused) {
  std::istringstream in;
  std::ostringstream out, err;
  ::unsetenv("NO_COLOR");
  EXPECT_FALSE(wants_colour({in, out, err, false, 0}));
  EXPECT_TRUE(wants_colour({in, out, err, false, 80}));
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(wants_colour({in, out, err, false, 80}));
  ::unsetenv("NO_COLOR");
}

}  // namespace
}  // namespace litmine
