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

/// Terms of one part, and the words they stand for.
struct PartTerms {
  Part part = Part::other;
  std::vector<std::string> terms;
};

/// In one shard.
struct Expanded {
  std::vector<PartTerms> terms;    ///< only those that hold any
  std::vector<std::string> words;  ///< whole words, sorted, without doubles
};

/// What a word stands for in these parts of one shard.
Expanded expanded(const Clause& word, Parts parts, const Store& store, std::size_t shard);

/// Throws Failure (kind `limit`) when there are more than `limit` different words among `lists`,
/// which are what a word stands for in each shard. `source` is the query as typed, for the message.
void check_limit(const Clause& word, Parts parts,
                 const std::vector<const std::vector<std::string>*>& lists, std::size_t limit,
                 const std::string& source);

/// The whole word that the tail of a term stands for.
std::string whole_word(const Store& store, std::size_t shard, const std::string& tail);

/// "title, abstract, keywords"; a group's name for more than a few.
std::string spelled_out(Parts parts);

/// The node as the user typed it, else in native writing.
std::string as_typed(const Clause& clause, const std::string& source);

}  // namespace litmine
