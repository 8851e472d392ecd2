#include "extractors/delimited.h"

#include <array>
#include <utility>

namespace litmine {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char delimiter_of(std::string_view text) {
  constexpr std::array<char, 3> kDelimiters = {',', ';', '\t'};
  std::array<std::size_t, 3> count{};
  bool quoted = false;
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i) count[i] += c == kDelimiters[i] ? 1 : 0;
  }
  std::size_t most = 0;
  for (std::size_t i = 1; i < count.size(); ++i)
    if (count[i] > count[most]) most = i;
  return kDelimiters[most];
}

}  // namespace

DelimitedText read_delimited(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  DelimitedText read;
  read.delimiter = delimiter_of(text);
  DelimitedRow row;
  std::string cell;
  bool quoted = false, was_quoted = false;
  std::uint32_t line = 1, quote_line = 0;
  auto end_row = [&] {
    const bool empty = row.cells.empty() && cell.empty() && !was_quoted;
    row.cells.push_back(std::exchange(cell, {}));
    was_quoted = false;
    if (!empty) read.rows.push_back(std::move(row));
    row = {};
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (row.line == 0) row.line = line;
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (at + 1 < text.size() && text[at + 1] == '"')
        cell += text[++at];
      else
        quoted = false;
    } else if (c == '"' && cell.empty()) {
      quoted = was_quoted = true;
      quote_line = line;
    } else if (c == read.delimiter) {
      row.cells.push_back(std::exchange(cell, {}));
      was_quoted = false;
    } else if (c == '\n') {
      end_row();
    } else if (!(c == '\r' && (at + 1 == text.size() || text[at + 1] == '\n'))) {
      cell += c;
    }
  }
  if (quoted) read.unclosed_quote_line = quote_line;
  if (row.line != 0) end_row();
  return read;
}

}  // namespace litmine
