// A search history as it is pasted: which rows of the text are its lines, what they are called, and
// what beside them is a comment or a number of hits. Nothing is read here; queries/history.h does.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "queries/dialects.h"
#include "text/span.h"

namespace litmine {

struct HistoryText {
  struct Line {
    int number = 0;                         ///< as written, else counted from 1
    Span label;                             ///< where it is written; empty: nowhere
    Span where;                             ///< the search; may go over several rows
    std::optional<std::uint64_t> expected;  ///< the number of hits that stands beside it
    Span expected_where;
  };
  std::vector<Line> lines;  ///< in the order in which they were run
  bool numbered = false;    ///< the text has labels; else every row is a line
  bool newest_first = false;
  std::vector<Span> comments;  ///< headings, names of databases, columns of no concern
};

/// Nothing if the text is one query: it has a single row, or neither labels nor references to rows.
std::optional<HistoryText> cut_history(std::string_view source, const Dialect& dialect);

/// Do more than one of its rows hold anything?
bool has_several_rows(std::string_view source);

}  // namespace litmine
