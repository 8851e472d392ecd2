// The worker's side: a process that reads one file after another, under limits, with nothing of its
// parent's in its hands.
#pragma once

#include <sys/types.h>

#include <cstdint>

#include "extractors/workers.h"

namespace litmine {

inline constexpr std::uint64_t kMebibyte = 1024ULL * 1024;

/// A worker as its parent knows it. `pid` is 0 when none could be started; then `error` says why.
struct WorkerHandle {
  pid_t pid = 0;
  int socket = -1;  ///< both ways, see workers_messages.h
  int talk = -1;    ///< what it writes to standard error, not blocking
  int error = 0;    ///< errno
};

/// Forks a worker that calls `read` for each path it is sent. Must be called from the only thread.
WorkerHandle start_worker(const WorkerLimits& limits, const ReadFile& read);

/// Resident memory of a process in bytes; 0 if it cannot be told.
std::uint64_t resident_memory(pid_t pid);

/// True where the limit on address space cannot be used (AddressSanitizer maps terabytes), so that
/// the parent must watch the resident memory instead.
extern const bool kMemoryMustBeWatched;

}  // namespace litmine
