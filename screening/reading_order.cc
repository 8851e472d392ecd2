#include "screening/reading_order.h"

#include <algorithm>
#include <numeric>

namespace litmine {
namespace {

constexpr std::size_t kEachUpTo = 100;  // decisions; from then on 2 % of those made

}  // namespace

ReadingOrder::ReadingOrder(std::span<const std::string> texts)
    : features_(texts),
      ranker_(features_),
      labels_(texts.size(), Label::unknown),
      order_(texts.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
}

void ReadingOrder::decide(std::size_t record, Label label) {
  const bool before = labels_[record] != Label::unknown;
  labels_[record] = label;
  if (label != Label::unknown && !before) ++decided_;
  if (label == Label::unknown && before) --decided_;
  ++since_;
}

void ReadingOrder::learn() {
  const bool due = !learnt_ || decided_ < kEachUpTo ? since_ > 0 : since_ * 50 >= decided_;
  if (!due) return;
  since_ = 0;
  learnt_ = ranker_.train(labels_).has_value();
  if (!learnt_) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    return;
  }
  std::vector<double> scores(labels_.size());
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = ranker_.score(i);
  std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
  });
}

std::optional<std::size_t> ReadingOrder::next(const std::vector<bool>& passed) {
  learn();
  for (const std::size_t record : order_)
    if (!passed[record]) return record;
  return std::nullopt;
}

std::vector<TermWeight> ReadingOrder::reasons(std::size_t record) const {
  return learnt_ ? ranker_.reasons(record) : std::vector<TermWeight>{};
}

}  // namespace litmine
