// Bytes as a file that has a path and is on no disk, and what holds for every file of records.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "bench/fuzz/document_checks.h"
#include "extractors/extractor.h"

namespace litmine::fuzz {

class MemoryFile {
 public:
  MemoryFile(const std::uint8_t* data, std::size_t size) : file_(memfd_create("records", 0)) {
    CHECK_THAT(file_ >= 0 && write(file_, data, size) == static_cast<ssize_t>(size));
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

/// Each record becomes a Document that holds, or a Problem that says why not.
inline void check_records(const Extractor& extractor, const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  std::uint32_t record = 0;
  Intake intake;
  intake.document = [&](Document&& document) {
    check_document(document);
    CHECK_THAT(document.kind == Document::Kind::record && document.record > record);
    record = document.record;
  };
  intake.problem = [](Problem&& problem) { CHECK_THAT(!problem.reason.empty()); };
  extractor.extract(file.path(), intake);
}

/// A file of articles gives Documents that hold, or a Problem that says why there is none.
inline void check_article(const Extractor& extractor, const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  std::size_t outcomes = 0;
  Intake intake;
  intake.document = [&](Document&& document) {
    check_document(document);
    ++outcomes;
  };
  intake.problem = [&](Problem&& problem) {
    CHECK_THAT(!problem.reason.empty() && !problem.code.empty());
    ++outcomes;
  };
  extractor.extract(file.path(), intake);
  CHECK_THAT(outcomes > 0);
}

}  // namespace litmine::fuzz
