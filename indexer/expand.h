// What a word of a query stands for in the index: its patterns and variants, as the terms that are
// really there. Nothing is ever cut off: too many is an Error.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/part.h"
#include "indexer/store.h"
#include "queries/query.h"

namespace litmine {

/// Terms of one shard for one part, and the words they stand for.
struct PartTerms {
  std::size_t shard = 0;
  Part part = Part::other;
  std::vector<std::string> terms;
};

struct Expanded {
  std::vector<PartTerms> terms;    ///< only those that hold any
  std::vector<std::string> words;  ///< whole words, sorted, without doubles
};

/// Throws Failure (kind `limit`) when the word stands for more than `limit` words in these parts.
/// `source` is the query as typed, for the message.
Expanded expanded(const Clause& word, Parts parts, const Store& store, std::size_t limit,
                  const std::string& source);

/// The whole word that the tail of a term stands for.
std::string whole_word(const Store& store, std::size_t shard, const std::string& tail);

/// "title, abstract, keywords"; a group's name for more than a few.
std::string spelled_out(Parts parts);

/// The node as the user typed it, else in native writing.
std::string as_typed(const Clause& clause, const std::string& source);

}  // namespace litmine
