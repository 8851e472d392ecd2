// Every code that litmine says about a search string is in the one table, and nothing else is.
#include "queries/diagnostic_codes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWhatToDo =
    "Add a row to queries/diagnostic_codes.cc (the next free number of its subject) and a page "
    "to docs/lint.md with a bad and a good example, which tests/strategies/lint_pages_test.cc "
    "runs.";

/// Where remarks on search strings are made.
constexpr std::string_view kRooms[] = {"queries", "indexer", "strategies"};

std::map<std::string, std::string> sources() {
  std::map<std::string, std::string> all;
  for (std::string_view room : kRooms)
    for (const auto& entry : fs::directory_iterator(fs::path(LITMINE_SOURCE_DIR) / room)) {
      if (entry.path().extension() != ".cc" && entry.path().extension() != ".h") continue;
      if (entry.path().stem() == "diagnostic_codes") continue;
      std::ifstream in(entry.path());
      all[std::string(room) + '/' + entry.path().filename().string()] =
          std::string(std::istreambuf_iterator<char>(in), {});
    }
  return all;
}

/// Codes in the places where a remark is made: behind a level, assigned to `code`, lost by a
/// writer.
std::set<std::string> codes_said_in(const std::string& source) {
  static const std::regex kSaid(
      R"re((?:Level::\w+,|\bcode\s*=|\blose\(\w+,|\blevel,)\s*"([a-z]+(?:-[a-z]+)*)")re");
  std::set<std::string> codes;
  for (std::sregex_iterator it(source.begin(), source.end(), kSaid), end; it != end; ++it)
    codes.insert((*it)[1]);
  return codes;
}

TEST(DiagnosticCodes, NumbersAreInOrderAndOfTheirFamily) {
  std::set<std::string_view> codes, numbers;
  std::string families;
  std::string_view last;
  for (const DiagnosticCode& row : diagnostic_codes()) {
    SCOPED_TRACE(std::string(row.number));
    EXPECT_TRUE(std::regex_match(std::string(row.number), std::regex("[SDLC][1-9][0-9][0-9]")));
    EXPECT_TRUE(std::regex_match(std::string(row.code), std::regex("[a-z]+(-[a-z]+)*")));
    EXPECT_TRUE(codes.insert(row.code).second) << row.code << " stands twice";
    EXPECT_TRUE(numbers.insert(row.number).second) << "the number stands twice";
    EXPECT_FALSE(row.meaning.empty());
    EXPECT_FALSE(family_name(row.family()).empty());
    if (families.empty() || families.back() != row.number[0]) families += row.number[0];
    if (!last.empty() && last[0] == row.number[0]) {
      EXPECT_LT(last, row.number);
    }
    last = row.number;
    EXPECT_EQ(diagnostic_code(row.code), &row);
  }
  EXPECT_EQ(families, "SDLC");
  EXPECT_EQ(diagnostic_code("no-such-code"), nullptr);
}

TEST(DiagnosticCodes, WhatIsSaidIsInTheTable) {
  std::size_t seen = 0;
  for (const auto& [file, source] : sources())
    for (const std::string& code : codes_said_in(source)) {
      ++seen;
      EXPECT_NE(diagnostic_code(code), nullptr)
          << file << " says '" << code << "', which is in no table. " << kWhatToDo;
    }
  EXPECT_GE(seen, 55u);
}

TEST(DiagnosticCodes, TheScanSeesEveryWayToSayOne) {
  const std::set<std::string> expected = {"a-b", "c-d", "e-f", "g-h"};
  EXPECT_EQ(codes_said_in(R"(remark(Level::error, "a-b", x); note.code = "c-d"; lose(word, "e-f",
                             {Diagnostic::Level::note,
                              "g-h", "not-this")"),
            expected);
}

}  // namespace
}  // namespace litmine
