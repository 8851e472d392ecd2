// The entries of a ZIP file, one at a time and in memory. Nothing is written to disk, and what an
// entry claims about its size is not believed: reading stops at the limit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace litmine {

struct ZipEntry {
  std::string name;  ///< UTF-8, as stored: may hold "../" and must never become a path on disk
  std::uint64_t size = 0;  ///< bytes as claimed
  std::uint64_t packed = 0;
  std::uint64_t index = 0;
  bool locked = false;  ///< needs a password
};

class ZipFile {
 public:
  static constexpr std::uint64_t kLargestEntry = std::uint64_t{256} * 1024 * 1024;
  static constexpr std::uint64_t kLargestRatio = 400;  ///< unpacked to packed, above 1 MiB
  static constexpr std::uint64_t kMostEntries = 100'000;

  /// Opens for reading; `error` says in plain words why not.
  static std::optional<ZipFile> open(const std::filesystem::path& path, std::string& error);
  ~ZipFile();
  ZipFile(ZipFile&&) noexcept;
  ZipFile& operator=(ZipFile&&) noexcept;

  /// Files, in the order of the archive; folders left out.
  const std::vector<ZipEntry>& entries() const { return entries_; }
  const ZipEntry* entry(std::string_view name) const;
  /// Entries that are not listed: beyond kMostEntries, without a name, or described by damaged
  /// bytes.
  std::uint64_t unlisted() const { return unlisted_; }

  /// The bytes of an entry; none, with the reason, if it is damaged, locked, larger than `most` or
  /// blown up beyond kLargestRatio.
  std::optional<std::string> read(const ZipEntry& entry, std::string& error,
                                  std::uint64_t most = kLargestEntry) const;
  /// The same by name; empty if it is not there or cannot be read.
  std::string text(std::string_view name) const;

 private:
  explicit ZipFile(zip* archive);

  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::vector<ZipEntry> entries_;
  std::uint64_t unlisted_ = 0;
};

}  // namespace litmine
