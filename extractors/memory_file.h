// Bytes as a file that has a path and is on no disk: what stands in an archive is read by the same
// readers as any file.
#pragma once

#include <filesystem>
#include <string_view>

namespace litmine {

class MemoryFile {
 public:
  /// Copies the bytes; `good` is false where the system has no such files.
  explicit MemoryFile(std::string_view bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  bool good() const { return good_; }
  /// Good in this process only, as long as this lives.
  std::filesystem::path path() const;

 private:
  int file_ = -1;
  bool good_ = false;
};

}  // namespace litmine
