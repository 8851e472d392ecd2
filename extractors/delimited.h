// Rows of a table in a text file: RFC 4180, with the delimiters that spreadsheets also write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

struct DelimitedRow {
  std::uint32_t line = 0;  ///< where the row begins, from 1
  std::vector<std::string> cells;
};

struct DelimitedText {
  char delimiter = ',';
  std::vector<DelimitedRow> rows;         ///< the first holds the names of the columns
  std::uint32_t unclosed_quote_line = 0;  ///< where a quote begins that nothing ends; 0: none
};

/// Reads `text` (UTF-8, with or without a byte order mark). The delimiter is the one of comma,
/// semicolon and tab that stands most often in the first line, outside quotes. A quote is doubled
/// inside quotes; a line end inside quotes belongs to the cell. Lines without anything are passed
/// over. Never fails; cells that a row lacks are simply not there.
DelimitedText read_delimited(std::string_view text);

}  // namespace litmine
