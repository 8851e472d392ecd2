// Patterns as sets of words.
#pragma once

#include "queries/pattern.h"

namespace litmine {

/// Does every word that fits `narrow` fit `wide` too, in every vocabulary? `digital*` covers
/// `digitali?e`. Exact, but for patterns with gaps counted in the hundreds: then only equal ones
/// cover each other. Thread-safe; time is bounded.
bool covers(const Pattern& wide, const Pattern& narrow);

}  // namespace litmine
