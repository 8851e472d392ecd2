// What a line of a search history may refer to: the lines that were run before it.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "queries/query.h"

namespace litmine {

struct KnownLine {
  enum class State {
    absent,  ///< there is no line of that number
    later,   ///< it was run later
    itself,  ///< it is the line that is being read
    empty,   ///< nothing of it could be read
    read,    ///< `tree` is its tree
  };
  State state = State::absent;
  const Clause* tree = nullptr;
  std::size_t clauses = 0, depth = 0;  ///< of the tree
};

/// The lines by number, as seen from the one that is being read. Not owning.
struct KnownLines {
  std::map<int, KnownLine> by_number;
  int now = 0;                ///< the line being read
  std::size_t clauses = 0;    ///< of all trees so far, together
  std::size_t last_line = 0;  ///< how many lines there are, for messages

  KnownLine find(int number) const {
    auto it = by_number.find(number);
    return it == by_number.end() ? KnownLine{} : it->second;
  }
};

}  // namespace litmine
