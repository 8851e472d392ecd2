// Ctrl-C: the first one asks to stop after what is being written, a second one stops at once.
#pragma once

#include <atomic>

namespace litmine {

/// While one of these lives, SIGINT and SIGTERM set `requested()` instead of ending the program.
/// One at a time.
class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

  static const std::atomic<bool>& flag();
  static bool requested() { return flag().load(); }
};

}  // namespace litmine
