#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>

namespace litmine {
namespace {

std::atomic<bool> stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set in a signal handler");

extern "C" void on_interrupt(int signal) {
  if (stop_requested.exchange(true)) _exit(128 + signal);
}

struct sigaction old_interrupt, old_terminate;

}  // namespace

InterruptGuard::InterruptGuard() {
  stop_requested = false;
  struct sigaction action = {};
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &old_interrupt);
  sigaction(SIGTERM, &action, &old_terminate);
}

InterruptGuard::~InterruptGuard() {
  sigaction(SIGINT, &old_interrupt, nullptr);
  sigaction(SIGTERM, &old_terminate, nullptr);
}

const std::atomic<bool>& InterruptGuard::flag() { return stop_requested; }

}  // namespace litmine
