// What to say about a node that no study meets: which word is at fault, and what is near it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/search.h"
#include "indexer/store.h"
#include "indexer/study_table.h"
#include "queries/query.h"
#include "text/diagnostic.h"

namespace litmine {

/// A remark for every word, phrase, exact string and proximity that meets nothing, in the order of
/// the query. A word within a phrase is spoken of with its phrase.
Diagnostics remarks_on(const Query& query, const Found& found, const Store& store,
                       const StudyTable& table, const SearchOptions& options);

/// Words in these parts within a few edits of `word` (one for a short word, three for a long one),
/// nearest first, then the most frequent, then by the alphabet; each with its number of documents.
std::vector<std::pair<std::string, std::uint64_t>> words_near(const std::string& word, Parts parts,
                                                              std::size_t limit,
                                                              const Store& store);

}  // namespace litmine
