// The commands and options that the documents show are those that there are.
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>
#include <set>

#include "cli/command.h"
#include "tests/house/tree.h"

namespace litmine::house {
namespace {

using std::filesystem::path;

bool is_document(const path& file) {
  return file.extension() == ".md" || file.extension() == ".7" || file.extension() == ".t";
}

std::vector<std::string> words(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> found;
  for (std::string word; in >> word;) found.push_back(word);
  return found;
}

/// Calls of litmine in a document: what follows "`litmine " up to the next backtick, "$ litmine "
/// up to the line's end.
std::vector<std::string> calls_in(std::string_view line) {
  std::vector<std::string> calls;
  for (const auto& [opening, closing] : {std::pair{"`litmine ", '`'}, std::pair{"$ litmine ", '|'}})
    for (std::size_t at = line.find(opening); at != line.npos; at = line.find(opening, at + 1)) {
      const std::size_t begin = at + std::string_view(opening).size();
      calls.emplace_back(line.substr(begin, line.find(closing, begin) - begin));
    }
  return calls;
}

/// What is wrong with a call; empty if nothing is. A word in capitals stands for something else.
std::string wrong_with(const std::string& call) {
  const std::vector<std::string> parts = words(call);
  if (parts.empty() || parts[0][0] == '-' || std::isupper(parts[0][0]) != 0) return {};
  for (const Command& command : commands()) {
    if (command.name != parts[0]) continue;
    CLI::App app{command.summary, command.name};
    command.declare(app);
    for (const std::string& part : parts) {
      const std::string option = part.substr(0, part.find_first_of("=,.;:)]"));
      if (option.starts_with("--") && app.get_option_no_throw(option) == nullptr)
        return "'litmine " + parts[0] + "' has no option " + option;
    }
    return {};
  }
  return "no command is called '" + parts[0] + "'";
}

TEST(Commands, ThatDocumentsShowAreThere) {
  int seen = 0;
  for (const path& page : files_under(kRoot, is_document)) {
    int number = 0;
    for (const std::string& line : lines_of(contents(kRoot / page))) {
      ++number;
      for (const std::string& call : calls_in(line)) {
        ++seen;
        if (page.filename() == "005-usage-errors.t") continue;  // wrong on purpose
        EXPECT_EQ(wrong_with(call), "") << page.string() << ":" << number << ": litmine " << call;
      }
    }
  }
  EXPECT_GT(seen, 20);
}

TEST(Commands, AreAllInTheirDocument) {
  const std::string page = contents(kRoot / "docs/commands.md");
  for (const Command& command : commands())
    EXPECT_NE(page.find(std::string("`") + command.name), std::string::npos)
        << "docs/commands.md does not say what '" << command.name << "' does";
}

TEST(Commands, WrongCallsAreFound) {
  EXPECT_EQ(wrong_with("serach x"), "no command is called 'serach'");
  EXPECT_EQ(wrong_with("search --plases x"), "'litmine search' has no option --plases");
  EXPECT_EQ(wrong_with("search --places x"), "");
  EXPECT_EQ(wrong_with("COMMAND --help"), "");
  EXPECT_EQ(calls_in("`litmine run` and `litmine info`").size(), 2u);
}

}  // namespace
}  // namespace litmine::house
