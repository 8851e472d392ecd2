// Which record to read next: a linear model learns from the decisions so far and orders the rest.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "screening/features.h"
#include "text/result.h"

namespace litmine {

/// What is known of a record when the model is trained.
enum class Label : std::uint8_t { unknown, irrelevant, relevant };

/// A term and what it adds to a record's score; below 0 it speaks against it.
struct TermWeight {
  std::string term;
  double adds = 0;
};

/// A linear support vector machine (liblinear's primal L2-regularised squared hinge loss, C = 0.11)
/// with class weights such that all irrelevant records together weigh 1/9.8 of the relevant ones:
/// ASReview's default (ELAS u4). Deterministic. Not thread-safe: liblinear keeps state of its own.
class Ranker {
 public:
  /// `features` must outlive the ranker.
  explicit Ranker(const TextFeatures& features);

  /// Learns from all labels, one a record; begins at the weights of the last training. Error
  /// (`usage`): there is not yet at least one relevant and one irrelevant record.
  Result<void> train(std::span<const Label> labels);

  /// Higher is more likely relevant; 0 is the boundary. After `train`.
  double score(std::size_t record) const;
  /// The terms that raise (or, where none does, lower) a record's score most, strongest first.
  std::vector<TermWeight> reasons(std::size_t record, std::size_t most = 5) const;

 private:
  const TextFeatures& features_;
  std::vector<double> weights_;  ///< by term, and last the constant
};

/// Records without a label, most likely relevant first; ties by number.
std::vector<std::size_t> in_order(const Ranker& ranker, std::span<const Label> labels);

}  // namespace litmine
