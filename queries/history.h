// Line-by-line search histories: searches with numbers, of which later ones combine earlier ones
// (`or/1-5`, `#1 AND #2`, `S1 AND S2`). A reference is the referred line's tree put in its place,
// so a history ends in one tree that every engine runs.
//
// parse_query reads a history too and gives the tree of its last line; this is for who wants all
// lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "queries/dialect.h"
#include "queries/query.h"

namespace litmine {

struct HistoryLine {
  int number = 0;                         ///< as written, else counted from 1
  Span label;                             ///< where it is written; empty: nowhere
  Span where;                             ///< the search, without its number and its hits
  std::optional<std::uint64_t> expected;  ///< the number of hits that stands beside it
  Span expected_where;
  Clause root;        ///< nothing (Kind::nothing) if nothing of it could be read
  bool used = false;  ///< by the result
};

struct History {
  std::string source, dialect;
  Parts in = kFront;
  std::vector<HistoryLine> lines;  ///< in the order in which they were run; never empty
  std::size_t result = 0;          ///< which of them is the answer: the last, unless asked
  bool several = false;            ///< false: the text is one query, the only line
  Diagnostics notes;               ///< in the order of the text

  /// One line as a query of its own.
  Query query(std::size_t line) const;
};

/// Reads a text as a history; one that is none becomes a history of one line. Every byte is in a
/// line, in its label or under a remark. `result` chooses the line that is the answer by its
/// number; without one of that number it is the last (the caller can see).
History read_history(std::string_view source, const Dialect& dialect,
                     const ReadingOptions& options = {}, std::optional<int> result = {});

}  // namespace litmine
