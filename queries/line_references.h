// References to other lines of a search history, as the databases write them: `3`, `#3`, `S3`,
// `or/1-5`, `and/3,7`, `2-9/OR`, `OR 1-14`, `#1-#5/AND`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "queries/query.h"

namespace litmine {

/// Lines `from` to `to`, both included.
struct LineRange {
  int from = 0, to = 0;
  friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// One reference: the lines, and how they are joined when they are several.
struct LineReference {
  std::size_t end = 0;  ///< the byte after it; 0: there is none
  std::vector<LineRange> lines;
  Clause::Kind joins = Clause::Kind::any_of;  ///< any_of or all_of
};

/// How the lines of a history are called.
struct LineSigns {
  bool plain = false;   ///< 3
  bool hash = false;    ///< #3
  bool letter = false;  ///< S3, L3
};

/// The reference that begins at `at` and ends where a word would end. A number alone is one, so ask
/// only where no word can stand.
LineReference line_reference_at(std::string_view text, std::size_t at, LineSigns signs);

/// Is the text nothing but references to lines, operators between them and brackets? Such a text
/// means lines even where the database wants a sign before their numbers.
bool is_only_references(std::string_view text);

}  // namespace litmine
