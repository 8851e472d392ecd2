// The program: streams and the terminal's width to run_command_line().
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "cli/cli.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen as a failed write
  litmine::Terminal terminal{std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1, 0};
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    terminal.out_width = size.ws_col;
  return litmine::run_command_line(argc, argv, terminal);
}
