// Files to Documents in worker processes. A file that crashes, hangs or eats memory costs itself:
// it becomes a Problem with the reason, a new worker takes its place and the rest goes on.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "corpus/document.h"
#include "corpus/problem.h"
#include "extractors/extractor.h"

namespace litmine {

struct WorkerLimits {
  /// Wall time for one file. A file of many records, or an archive, may take it anew for each of
  /// them and for each problem; time spent in the caller's own events does not count.
  std::chrono::milliseconds time{50'000};
  std::uint64_t memory =
      1024ull * 1024 * 1024;  ///< bytes of address space the worker may add for one file
};

/// What one file gave, handed over in the calling thread.
struct WorkerEvents {
  std::function<void(std::size_t file, Document&&)> document;
  std::function<void(std::size_t file, Problem&&)> problem;
  /// The file is finished, well or not; it gets no further events. `complete` is false if it was
  /// cut short.
  std::function<void(std::size_t file, bool complete)> done;
  /// Asked again and again; true ends the work as `*stop` does. May be empty.
  std::function<bool()> give_up = {};
};

/// How a worker reads one file; it may do anything a broken file makes a library do.
using ReadFile = std::function<void(const std::filesystem::path&, const Intake&)>;

/// Reads `files` with `jobs` long-lived workers (0: as many as cores). Files are started in the
/// given order but may finish in another; `file` in the events is the index into `files`. Stops
/// early, leaving the rest untouched, when `*stop` becomes true; files then under way get
/// `done(file, false)`. It forks: other threads of this process may live (the index's writers do)
/// as long as they hold no lock that reading a file takes. Returns the number of files that were
/// finished, well or not.
///
/// What can happen to a file besides what its extractor reports, as codes of Problems: "timeout",
/// "memory", "crash" (the signal is named), "no-worker" (no process could be started).
///
/// A worker has no standard input or output, no file of this process but its pipe, cannot reach
/// the network (Linux on x86-64 and ARM64), ignores Ctrl-C and ends with this process.
std::size_t extract_in_workers(const std::vector<std::filesystem::path>& files, unsigned jobs,
                               const WorkerLimits& limits, const WorkerEvents& events,
                               const std::atomic<bool>* stop = nullptr);

/// The same with another way to read a file; the tests use it to misbehave.
std::size_t extract_in_workers(const std::vector<std::filesystem::path>& files, unsigned jobs,
                               const WorkerLimits& limits, const WorkerEvents& events,
                               const std::atomic<bool>* stop, const ReadFile& read);

/// The limits that this process works under when it is a worker, else those by default: for what
/// starts workers of its own.
const WorkerLimits& limits_here();

}  // namespace litmine
