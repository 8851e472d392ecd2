// From a file to Documents. One extractor a format; which one reads a file is decided by content.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/problem.h"

namespace litmine {

struct OcrOptions;  // ocr.h

/// Where an extractor puts what it finds, one by one, so that memory stays flat for a large file.
struct Intake {
  std::function<void(Document&&)> document;
  std::function<void(Problem&&)> problem;
};

class Extractor {
 public:
  virtual ~Extractor() = default;
  virtual std::string_view name() const = 0;  ///< "pdf", "text", "ris"
  /// Is this its format? `head` is the first 4,096 bytes (or fewer); `path` is asked for its
  /// extension only where content does not tell.
  virtual bool accepts(std::string_view head, const std::filesystem::path& path) const = 0;
  /// Reads the whole file. Everything that was not read or is in doubt becomes a Problem; never
  /// throws.
  virtual void extract(const std::filesystem::path& path, const Intake& intake) const = 0;
};

/// All extractors, the most certain first.
const std::vector<const Extractor*>& extractors();
/// The one that reads this file, or null.
const Extractor* extractor_for(std::string_view head, const std::filesystem::path& path);

/// Reads one file in this process, its pictures of text included if `ocr` wants it (PDF only).
void extract_file(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr);

/// Reads one file in this process, without limits: for tests, and inside a worker.
void extract_file(const std::filesystem::path& path, const Intake& intake);

}  // namespace litmine
