#include "extractors/row_reader.h"

#include <algorithm>
#include <array>

namespace litmine {
namespace {

constexpr std::size_t kLongestRow = std::size_t{4} * 1024 * 1024;
constexpr int kMostLeftOpen = 3;  // then no cell goes on over a line end any more

}  // namespace

char separator_of(std::string_view first_line) {
  constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
  std::array<std::size_t, 3> count{};
  bool quoted = false;
  for (char c : first_line) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < kSeparators.size(); ++i)
      if (c == kSeparators[i] && !quoted) ++count[i];
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(count.begin(), count.end()) -
                                              count.begin())];
}

std::vector<std::string> cells_of(std::string_view line, char separator, bool* open) {
  std::vector<std::string> cells(1);
  bool quoted = false, at_begin = true;
  for (std::size_t i = 0; i < line.size(); ++i) {
    char c = line[i];
    if (quoted) {
      if (c != '"') {
        cells.back() += c;
      } else if (i + 1 < line.size() && line[i + 1] == '"') {
        cells.back() += c;
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == separator) {
      cells.emplace_back();
      at_begin = true;
      continue;
    } else if (c == '"' && at_begin) {
      quoted = true;
    } else {
      cells.back() += c;
    }
    at_begin = at_begin && c == ' ' && !quoted;
  }
  if (open) *open = quoted;
  return cells;
}

std::optional<FileLine> RowReader::line() {
  if (ahead_.empty()) return lines_.next();
  FileLine line = std::move(ahead_.front());
  ahead_.pop_front();
  return line;
}

std::optional<Row> RowReader::next() {
  std::optional<FileLine> first = line();
  while (first && first->text.find_first_not_of(" \t") == std::string::npos) first = line();
  if (!first) return std::nullopt;
  if (separator_ == 0) separator_ = separator_of(first->text);
  Row row;
  row.line = first->number;
  row.reencoded = first->reencoded;
  row.cut = first->cut;
  bool open = false;
  row.cells = cells_of(first->text, separator_, &open);
  if (!open) return row;
  // A quote is open: take lines until the number of quotes is even, then cut once.
  std::string whole = first->text;
  std::vector<FileLine> taken;
  bool even = std::count(whole.begin(), whole.end(), '"') % 2 == 0;
  while (!even && left_open_ < kMostLeftOpen && whole.size() < kLongestRow) {
    std::optional<FileLine> more = line();
    if (!more) break;
    whole += '\n';
    whole += more->text;
    row.reencoded = row.reencoded || more->reencoded;
    row.cut = row.cut || more->cut;
    even = even == (std::count(more->text.begin(), more->text.end(), '"') % 2 == 0);
    taken.push_back(std::move(*more));
  }
  std::vector<std::string> cells = cells_of(whole, separator_, &open);
  if (!open) {
    row.cells = std::move(cells);
    return row;
  }
  ++left_open_;
  row.quote_left_open = true;
  for (std::size_t i = taken.size(); i-- > 0;) ahead_.push_front(std::move(taken[i]));
  return row;
}

}  // namespace litmine
