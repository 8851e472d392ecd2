// The lines of a file of records, decoded, with their numbers; memory does not grow with the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// One line, without its end.
struct FileLine {
  std::uint32_t number = 0;  ///< from 1
  std::string text;          ///< UTF-8
  bool reencoded = false;    ///< was not UTF-8: read as windows-1252
  bool cut = false;          ///< was longer than the limit
};

/// Reads UTF-8, windows-1252 (line by line, for exports are pasted together) and UTF-16 with a byte
/// order mark or recognisable by its zero bytes. LF, CR LF and CR end a line.
class LineReader {
 public:
  static constexpr std::size_t kLongestLine = std::size_t{4} * 1024 * 1024;

  explicit LineReader(const std::filesystem::path& path);
  bool good() const { return good_; }
  /// The file ended in the middle because it could not be read on.
  bool failed() const { return failed_; }
  std::optional<FileLine> next();
  /// The next line that is not blank, without taking it; null at the end.
  const FileLine* peek_telling();

 private:
  enum class Unit { byte, utf16_little, utf16_big };

  std::optional<FileLine> read();
  std::optional<std::uint16_t> unit();
  bool fill();

  std::ifstream file_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 0;
  Unit unit_ = Unit::byte;
  bool good_ = false, failed_ = false, after_return_ = false;
  std::vector<FileLine> ahead_;
  std::size_t taken_ = 0;  ///< of `ahead_`
};

}  // namespace litmine
