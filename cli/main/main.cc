// The program: streams and the terminal's width to run_command_line().
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "cli/cli.h"

namespace {

bool output_has_no_reader() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen as a failed write
  litmine::Terminal terminal{std::cin, std::cout,           std::cerr, isatty(STDERR_FILENO) == 1,
                             0,        output_has_no_reader};
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    terminal.out_width = size.ws_col;
  return litmine::run_command_line(argc, argv, terminal);
}
