// Any bytes as a file of RIS records: each record becomes a Document that holds, or a Problem that
// says why not.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "bench/fuzz/document_checks.h"
#include "extractors/ris.h"

namespace {

/// The bytes as a file that has a path and is on no disk.
class MemoryFile {
 public:
  MemoryFile(const std::uint8_t* data, std::size_t size) : file_(memfd_create("ris", 0)) {
    CHECK_THAT(file_ >= 0 && write(file_, data, size) == static_cast<ssize_t>(size));
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const MemoryFile file(data, size);
  std::uint32_t record = 0;
  litmine::Intake intake;
  intake.document = [&](litmine::Document&& document) {
    litmine::fuzz::check_document(document);
    CHECK_THAT(document.kind == litmine::Document::Kind::record && document.record > record);
    record = document.record;
  };
  intake.problem = [](litmine::Problem&& problem) { CHECK_THAT(!problem.reason.empty()); };
  litmine::ris_extractor().extract(file.path(), intake);
  return 0;
}
