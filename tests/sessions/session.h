// A session: a file that reads like a terminal and is run as a test.
//
//     What the session guards, in words. Every line that is not indented is for people.
//
//       $ litmine parse --dialect scopus --format sexp 'a OR b AND c'
//       (and (or a b) c)
//       $ echo 'two
//       > lines' | litmine parse --dialect scopos -
//       litmine: no dialect is called 'scopos'
//       ...
//       [2]
//
// Two spaces, then `$ ` and a command, `> ` and the rest of it, or what it prints: standard output
// and standard error together, as on a terminal. `[2]` is the exit status, when it is not 0. A line
// `...` stands for any lines, also none; `...` within a line stands for any characters. All
// commands of a session run in one shell, so that `cd` and variables last.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace litmine::house {

/// A command with what it should print, and with what it did print once it has run.
struct Step {
  int line = 0;       ///< of the `$`, from 1
  int last_line = 0;  ///< the last that belongs to it
  std::string command;
  std::vector<std::string> expected;  ///< lines, `...` included
  int expected_status = 0;
  std::vector<std::string> printed;
  int status = 0;

  bool passed() const;
};

struct Session {
  std::vector<Step> steps;
  std::vector<std::string> problems;  ///< what could not be read: "12: no command before this line"
};

/// Reads a .t file.
Session read_session(std::string_view text);

/// Reads the blocks marked ```console of a Markdown page, as if they were one session. The lines of
/// a block are not indented.
Session read_console_blocks(std::string_view markdown);

/// Do the printed lines fit the expected ones?
bool fits(const std::vector<std::string>& expected, const std::vector<std::string>& printed);
bool line_fits(std::string_view expected, std::string_view printed);

/// Runs all steps in `folder` with one /bin/sh and fills in what they printed. False if the shell
/// ended before the last step; `problems` then says where.
bool run_session(Session& session, const std::filesystem::path& folder);

/// What differs, step by step, for a person; empty if all passed.
std::string report(const Session& session, std::string_view name);

/// The file with what was printed in place of what was expected, for steps that failed. `indent` is
/// empty for a page.
std::string with_printed(std::string_view text, const Session& session,
                         std::string_view indent = "  ");

}  // namespace litmine::house
