// Which record comes next at the keyboard: the next of the list, or the likeliest of those left.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "screening/ranker.h"

namespace litmine {

/// The likeliest first, learnt anew from the reviewer's own decisions: after each one, from 100 on
/// after 2 % of those made. As long as there is not one relevant and one irrelevant record, records
/// come in the order of the list. The same decisions give the same order.
class ReadingOrder {
 public:
  /// One text a record: title and abstract.
  explicit ReadingOrder(std::span<const std::string> texts);
  ReadingOrder(const ReadingOrder&) = delete;
  ReadingOrder& operator=(const ReadingOrder&) = delete;

  /// A decision, or `unknown` when one is taken back.
  void decide(std::size_t record, Label label);
  /// The likeliest record that is not `passed`; nothing when all are.
  std::optional<std::size_t> next(const std::vector<bool>& passed);
  /// True when the order is learnt, not yet the list's.
  bool learnt() const { return learnt_; }
  /// Why a record stands where it stands: its strongest terms. Empty while nothing is learnt.
  std::vector<TermWeight> reasons(std::size_t record) const;

 private:
  void learn();

  TextFeatures features_;
  Ranker ranker_;
  std::vector<Label> labels_;
  std::vector<std::size_t> order_;  ///< all records, likeliest first
  std::size_t decided_ = 0, since_ = 0;
  bool learnt_ = false;
};

}  // namespace litmine
