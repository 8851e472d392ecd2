// A word of a query looked up in one shard of the index, part by part; looked up once however often
// it stands in the query.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "corpus/part.h"
#include "indexer/doc_set.h"
#include "indexer/expand.h"
#include "indexer/store.h"
#include "queries/query.h"

namespace litmine {

struct Leaf {
  Expanded expanded;
  /// Places of the documents with the word in that part; of no size when none has it. Filled by
  /// Leaves::read_documents().
  std::array<DocSet, kParts> documents;

  bool in(Part part) const { return has_[static_cast<std::size_t>(part)]; }
  const DocSet& with(Part part) const { return documents[static_cast<std::size_t>(part)]; }

  std::array<bool, kParts> has_{};
};

/// Positions of a leaf's words in one part of the documents `among`; sorted, without doubles.
std::vector<WordAt> positions_of(const Leaf& leaf, Part part, const DocSet& among,
                                 const Store& store, std::size_t shard);

class Leaves {
 public:
  Leaves(const Store& store, std::size_t shard) : store_(store), shard_(shard) {}

  std::shared_ptr<const Leaf> of(const Clause& word, Parts parts);
  /// A plain word without variants.
  std::shared_ptr<const Leaf> of(const std::string& word, Parts parts);
  /// Where passages of a part begin, as if it were a word; without documents.
  std::shared_ptr<const Leaf> passage_starts(Part part);
  /// Places of the documents that have a passage in that part.
  const DocSet& with_passages(Part part);
  /// All stop words (queries/stop_words.h) as if they were one.
  std::shared_ptr<const Leaf> stop_words(Parts parts);

  /// Reads the posting lists of all words so far, stop words aside. First the words alone are
  /// looked up, so that a pattern that stands for too many is seen before anything is read.
  void read_documents();

 private:
  std::shared_ptr<Leaf> looked_up(Expanded expanded) const;

  const Store& store_;
  std::size_t shard_;
  std::map<std::string, std::shared_ptr<Leaf>> known_;
  std::map<Part, std::shared_ptr<Leaf>> starts_;
  std::map<Part, DocSet> with_passages_;
  std::map<std::uint32_t, std::shared_ptr<Leaf>> stop_words_;  // by parts
};

}  // namespace litmine
