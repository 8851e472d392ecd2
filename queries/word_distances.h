// Distances for databases that only have them between the words of one phrase, such as PubMed:
// (a OR b) NEAR/3 c is "a c"~3 OR "b c"~3.
#pragma once

#include <vector>

#include "queries/query.h"

namespace litmine {

/// A proximity as alternatives, each of them a `near` of words that is `together`.
struct WordDistances {
  std::vector<Clause> alternatives;  ///< empty: it cannot be said so
  bool lost_order = false;           ///< it was ordered
  bool lost_phrases = false;         ///< phrases in it need no longer be phrases
  bool lost_pairs = false;           ///< a chain is now measured as a whole, with the sum
  bool lost_skips = false;           ///< words let in anywhere stood at one place
};

/// `near` must be a proximity. `patterns`: words with wildcards may stand in it. All that is lost
/// makes it find more, never less.
WordDistances word_distances(const Clause& near, bool patterns);

}  // namespace litmine
