// Rows out, in the format that was asked for. Every listing of litmine goes through a Sink.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/result.h"

namespace litmine {

/// A list inside a cell is joined by "; " in text and CSV and is an array in JSON.
using Cell =
    std::variant<std::monostate, std::string, std::int64_t, double, bool, std::vector<std::string>>;

/// A column: its key is a promise (docs/rows.md), lower case with underscores.
struct Column {
  std::string key;
  bool right = false;  ///< numbers stand right in the text table
};

class Sink {
 public:
  virtual ~Sink() = default;
  /// One row, as many cells as columns, in their order.
  virtual void row(const std::vector<Cell>& cells) = 0;
  /// After the last row; flushes. A sink that was never ended has written an incomplete file. A
  /// disk that is full shows in the stream: ask it (`if (!out)`) after `end`.
  virtual void end() = 0;
};

/// "text" (aligned columns for people, the keys above them; cut to `width` cells when it is not 0;
/// nothing at all when there are no rows), "csv" (RFC 4180, lines end in LF, UTF-8 without a byte
/// order mark, first line the keys), "json" (one array, one object a line), "jsonl" (one object a
/// line). Numbers with a fraction are written as short as they read back the same; what is not a
/// number (NaN, infinite) is an empty cell. Error: unknown format, with the nearest name.
Result<std::unique_ptr<Sink>> make_sink(std::string_view format, std::vector<Column> columns,
                                        std::ostream& out, std::size_t width = 0);
std::vector<std::string_view> sink_formats();

}  // namespace litmine
