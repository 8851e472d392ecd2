// A word of a query looked up in the index, part by part; looked up once however often it stands in
// the query.
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
  std::array<DocSet, kParts>
      documents;  ///< with the word in that part; of no size when none has it

  bool in(Part part) const { return has_[static_cast<std::size_t>(part)]; }
  const DocSet& with(Part part) const { return documents[static_cast<std::size_t>(part)]; }

  std::array<bool, kParts> has_{};
};

/// Positions of a leaf's words in one part of the documents `among`; sorted, without doubles.
std::vector<WordAt> positions_of(const Leaf& leaf, Part part, const DocSet& among,
                                 const Store& store);

class Leaves {
 public:
  Leaves(const Store& store, std::size_t limit, const std::string& source)
      : store_(store), limit_(limit), source_(source) {}

  std::shared_ptr<const Leaf> of(const Clause& word, Parts parts);
  /// A plain word without variants.
  std::shared_ptr<const Leaf> of(const std::string& word, Parts parts);
  /// Where passages of a part begin, as if it were a word.
  std::shared_ptr<const Leaf> passage_starts(Part part);

 private:
  std::shared_ptr<const Leaf> looked_up(Expanded expanded) const;

  const Store& store_;
  std::size_t limit_;
  const std::string& source_;
  std::map<std::string, std::shared_ptr<const Leaf>> known_;
};

}  // namespace litmine
