// Lines of cells: CSV as RFC 4180 has it and as it is written, with commas, semicolons or tabs.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/record_lines.h"

namespace litmine {

/// One row of a table.
struct Row {
  std::uint32_t line = 0;  ///< where it begins
  std::vector<std::string> cells;
  bool quote_left_open = false;  ///< a quote was never closed: the row ends with its line
  bool reencoded = false;        ///< some of it was not UTF-8
  bool cut = false;              ///< a line of it was longer than LineReader::kLongestLine
};

/// The separator that stands most often in the first line outside quotes: ',', ';' or '\t'.
char separator_of(std::string_view first_line);

/// The cells of one line, quotes taken off. `open` is set when a quote is not closed at its end.
std::vector<std::string> cells_of(std::string_view line, char separator, bool* open = nullptr);

/// Reads rows one by one. A quoted cell may hold line ends; blank lines are passed over. Memory
/// does not grow with the file: a quote that is not closed within 4 MiB is taken for a character.
class RowReader {
 public:
  explicit RowReader(const std::filesystem::path& path) : lines_(path) {}
  bool good() const { return lines_.good(); }
  bool failed() const { return lines_.failed(); }
  char separator() const { return separator_; }
  std::optional<Row> next();

 private:
  std::optional<FileLine> line();

  LineReader lines_;
  std::deque<FileLine> ahead_;
  char separator_ = 0;
  int left_open_ = 0;
};

}  // namespace litmine
