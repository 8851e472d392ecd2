#include "extractors/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <string>

namespace litmine {

MemoryFile::MemoryFile(std::string_view bytes) : file_(memfd_create("litmine", MFD_CLOEXEC)) {
  good_ = file_ >= 0;
  while (good_ && !bytes.empty()) {
    const ssize_t written = write(file_, bytes.data(), bytes.size());
    good_ = written > 0;
    if (good_) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

MemoryFile::~MemoryFile() {
  if (file_ >= 0) close(file_);
}

std::filesystem::path MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(file_); }

}  // namespace litmine
