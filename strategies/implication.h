// What the language alone says: every study that meets one clause meets another, whatever the
// corpus. `"global value chain"` implies `global*`; `a W/2 b` implies `a W/5 b`.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "corpus/part.h"
#include "queries/query.h"

namespace litmine {

/// A clause of a tree, and where it is searched.
struct Placed {
  const Clause* clause = nullptr;
  Parts parts;
};

/// What words stand for, found out once.
class WordForms {
 public:
  /// Does every word that fits `a`, or is a form of it, fit `b` or a form of it?
  bool implies(const Clause& a, const Clause& b);

 private:
  const std::vector<Pattern>& of(const Clause& word);
  std::map<const Clause*, std::vector<Pattern>> forms_;
};

/// Proves implications between clauses of trees that outlive it, and remembers them. Sound: what it
/// says holds for both engines and every corpus. Not complete. Not thread-safe.
class Implication {
 public:
  /// `steps` bounds the work over the whole life: each compares two clauses, in about a
  /// microsecond; two lists of 700 terms are within the default.
  explicit Implication(std::size_t steps = 500'000) : steps_(steps) {}

  /// Does every study that meets `a` meet `b`?
  bool implies(const Placed& a, const Placed& b);
  /// Can some study meet the clause, for all that its words say?
  bool can_match(const Placed& clause);
  /// The work was more than allowed: from there on the answer was "not proven".
  bool gave_up() const { return steps_ == 0; }

 private:
  bool prove(const Placed& a, const Placed& b);
  bool implies_list(const Placed& a, const Placed& b);
  bool leaf_implies(const Placed& a, const Placed& b);
  bool implies_every(const Placed& a, const Placed& b);
  bool excludes(const Placed& a, const Placed& b);
  bool can_match_at_all(const Placed& placed);

  std::size_t steps_;
  WordForms forms_;
  std::map<std::pair<const Clause*, const Clause*>, bool> known_;
  std::map<const Clause*, bool> matchable_;
};

}  // namespace litmine
