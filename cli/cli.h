// The command line: argv to calls. One file a command; the table of them is in commands.cc.
//
// This is the only room that knows the order of the others.
#pragma once

#include <cstddef>
#include <istream>
#include <ostream>

namespace litmine {

/// Exit statuses, a promise to scripts (docs/commands.md).
enum ExitStatus : int {
  kDone = 0,
  kNothingFound = 1,   ///< no hit, or a check failed
  kError = 2,          ///< the call is wrong, or it could not be done at all
  kSomeNotRead = 3,    ///< finished, but some inputs could not be read
  kInterrupted = 130,  ///< Ctrl-C; what was finished before is kept
  kReaderGone = 141,   ///< the program that read the output has ended, as `head` does
};

/// Where a command reads and writes. Results go to `out`, talk goes to `err`.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;  ///< progress is drawn over itself only there
  std::size_t out_width =
      0;  ///< columns of the terminal behind `out`; 0 when it is a file or a pipe
  bool (*reader_gone)() = nullptr;  ///< tells whether nobody reads `out` any more
};

/// Runs one command line; returns the exit status. Never throws.
int run_command_line(int argc, const char* const* argv, Terminal& terminal);

}  // namespace litmine
