// From files on disk to an index that is up to date: find the files, see which changed, read those
// in workers, write them in a fixed order. What a page or a daemon would call, too.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/problem.h"
#include "extractors/ocr.h"
#include "text/result.h"

namespace litmine {

struct IndexingOptions {
  std::filesystem::path index;                 ///< folder of the index; made if it is not there
  std::filesystem::path base;                  ///< names of files in the index are relative to this
  std::vector<std::filesystem::path> sources;  ///< files and folders, as reached from here
  std::vector<std::string> exclude;  ///< paths or globs (`*`, `?`, `**`) relative to `base`
  /// The file of decisions about duplicates; need not be there. It is no source.
  std::filesystem::path decisions;
  unsigned jobs = 0;          ///< workers; 0: as many as cores
  OcrOptions ocr;             ///< for pages that are only pictures
  bool only_sources = false;  ///< take files out of the index that are not under `sources`
};

struct IndexingSummary {
  std::size_t files = 0;      ///< found under the sources
  std::size_t unchanged = 0;  ///< not read again
  std::size_t read = 0;       ///< read in this run
  std::size_t moved = 0;      ///< found under another name, and not read again
  std::size_t removed = 0;    ///< gone from disk, or no longer among the sources
  std::size_t documents = 0;  ///< in the index now
  std::size_t not_read = 0;   ///< files that gave nothing, and why is in `problems`
  bool interrupted = false;
  std::vector<Problem>
      problems;  ///< of all files under the sources, unchanged ones included; by file and line
};

/// Called before a file is read and after; for progress.
struct IndexingEvents {
  std::function<void(std::size_t to_read, std::size_t unchanged)> begin;
  std::function<void(const std::string& file)> finished;
};

/// Brings the index up to date. Stops early when `*stop` becomes true: what was finished is kept.
/// Errors: a source that is not there, an index that cannot be opened or written.
Result<IndexingSummary> update_index(const IndexingOptions& options, const IndexingEvents& events,
                                     const std::atomic<bool>* stop);

}  // namespace litmine
