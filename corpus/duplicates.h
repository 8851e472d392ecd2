// Which of many records are the same publication.
//
// Pairs worth comparing are found by keys (the DOI, the title, its rarest words, the first page in
// a volume, ...): work grows with the number of records, not with its square. Groups grow from the
// surest pair to the least sure, and two groups are joined only if no record of one contradicts one
// of the other. So belonging to a group is an equivalence, a chain of small differences never ends
// in a contradiction, and the order of the input does not matter.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/identity.h"
#include "corpus/likeness.h"

namespace litmine {

/// What a person decided about two records, by their places in the input.
struct PairDecision {
  std::uint32_t a = 0, b = 0;
  Relation relation = Relation::same;  ///< same, linked, different; doubtful: people disagree
};

/// Two records and how they compare; a < b are places in the input.
struct ComparedPair {
  std::uint32_t a = 0, b = 0;
  Likeness likeness;
  bool decided = false;  ///< by a person
};

struct DuplicateGroup {
  std::vector<std::uint32_t> members;  ///< places in the input, sorted
  std::vector<ComparedPair> because;   ///< the pairs by which it grew: one less than its members
};

struct Duplicates {
  std::vector<DuplicateGroup> groups;  ///< of two and more, by first member
  std::vector<ComparedPair> doubtful;  ///< of records in different groups, the likest first; for
                                       ///< two groups only their likest pair
  std::vector<ComparedPair> linked;    ///< likewise: different reports of one study
  std::uint64_t compared = 0;          ///< pairs that were compared
};

struct DuplicateOptions {
  std::vector<PairDecision> decisions;
  bool find_doubtful = true;  ///< also fill `doubtful` and `linked`
};

/// Finds the groups. Deterministic: ties are broken by what the records say, then by id. At most
/// kMostKeys * kNeighbours comparisons for each record, and those that joining asks for again. Not
/// for records with equal ids.
Duplicates find_duplicates(const std::vector<Identity>& records,
                           const DuplicateOptions& options = {});

inline constexpr std::size_t kMostKeys = 16;    ///< keys of a record
inline constexpr std::size_t kNeighbours = 20;  ///< in a key that very many records share

}  // namespace litmine
