// What posting lists alone cannot say: phrases, exact strings, headings, proximity, frequency, and
// AND or NOT within one entry. Candidates come from posting lists, the answer from positions and
// the stored text.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "corpus/document.h"
#include "indexer/nodes.h"
#include "indexer/store.h"
#include "indexer/study_table.h"
#include "queries/intervals.h"

namespace litmine {

/// Documents of one shard that meet a node within one part. A node is asked with all below it.
class Proximity {
 public:
  Proximity(const Nodes& nodes, Leaves& leaves, const Store& store, std::size_t shard,
            const StudyTable& table)
      : nodes_(nodes), leaves_(leaves), store_(store), shard_(shard), table_(table) {}

  /// Their places in the shard.
  DocSet documents(std::size_t number, Part part);

 private:
  /// The words first to last of one passage, or of a whole part when passages need not be told
  /// apart (the gap between them is wider than any distance asked for).
  struct Stretch {
    std::uint32_t first = 0, last = 0xffffffffu;
  };
  /// Positions of a word in the candidates, and where those of the present one stand.
  struct Positions {
    std::vector<WordAt> all;
    std::size_t begin = 0, end = 0;
    void move_to(std::uint32_t document);
    Intervals in(Stretch where) const;
  };

  DocSet candidates(std::size_t number, Part part);
  void gather(std::size_t number, Part part, const DocSet& among);
  void move_to(std::uint32_t document);
  bool holds_here(std::size_t number);
  bool holds(std::size_t number, Stretch where);
  Intervals intervals(std::size_t number, Stretch where);
  Intervals near_intervals(std::size_t number, Stretch where);
  Intervals literal_intervals(std::size_t number, Stretch where);
  template <class Visit>
  void each_stretch(Visit visit) const;

  const Nodes& nodes_;
  Leaves& leaves_;
  const Store& store_;
  std::size_t shard_;
  const StudyTable& table_;

  Part part_ = Part::other;
  bool by_passage_ = false;
  std::size_t first_ = 0;              // number of the node that is asked
  std::vector<Positions> words_;       // by number of the node, from `first_`
  std::vector<Positions> stop_words_;  // of a `near` that skips them, likewise
  Positions starts_;                   // of passages
  std::uint32_t document_ = 0;
  std::map<std::size_t, Intervals> literals_;  // of the present document
  std::optional<Document> text_;               // of the present document, once needed
};

}  // namespace litmine
