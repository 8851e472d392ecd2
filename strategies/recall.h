// How many of the items that must be found a query does find, and what loses the others.
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/agreement.h"
#include "indexer/index.h"
#include "queries/query.h"
#include "strategies/explained_study.h"
#include "strategies/known.h"
#include "text/result.h"

namespace litmine {

/// Under this number of known items in the index a recall says little: with 9 of 9 found the
/// interval still begins at 70 %.
inline constexpr std::size_t kFewKnown = 10;

struct KnownResult {
  enum class Fate : std::uint8_t {
    found,
    missed,
    not_in_index,  ///< says nothing about the query
    same_study,    ///< another item is the same study and counts
  };
  JoinedItem joined;
  Fate fate = Fate::not_in_index;
  std::vector<Loss> losses;  ///< of a missed one
  Parts without;             ///< of a missed one: parts the query searches and the study lacks
};
std::string_view name_of(KnownResult::Fate fate);

struct Recall {
  std::vector<KnownResult> items;  ///< in the order of the list
  std::size_t found = 0, missed = 0, not_in_index = 0, same_study = 0;
  Share share;              ///< found of found and missed
  std::uint64_t hits = 0;   ///< all studies that the query finds
  std::uint64_t total = 0;  ///< studies in the index
};

/// Errors: those of search, a damaged index.
Result<Recall> recall_of(const Query& query, const std::vector<KnownItem>& known,
                         const Index& index);

}  // namespace litmine
