// The sequence model that tells which field each token of a reference belongs to: a linear-chain
// CRF over `features_of`. Its file is citations/model/references.model; bench/references/README.md
// says from what and with which command it was trained.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <vector>

#include "citations/lattice.h"
#include "citations/tokens.h"
#include "corpus/reference.h"
#include "text/result.h"

namespace litmine {

/// Weights by feature. The labels are the values of RefField.
class ReferenceModel {
 public:
  /// Errors: the file is not there, not a model, of another version, or cut off.
  static Result<ReferenceModel> load(const std::filesystem::path& file);
  /// Text, one feature a line; the same model gives the same bytes.
  void save(std::ostream& out, const std::string& about) const;

  struct Labelled {
    RefField field = RefField::other;
    float confidence = 0;  ///< the model's probability of this field here
  };
  /// One label a token. Thread-safe.
  std::vector<Labelled> label(const std::vector<RefToken>& tokens) const;

  /// The scores of a string; for training.
  Chain chain_of(const std::vector<std::uint64_t>& features,
                 const std::vector<std::uint32_t>& ends) const;
  /// The weights of a feature, kRefFields of them, or null.
  const float* weights(std::uint64_t feature) const;

  /// Adds a feature with its weights (kRefFields of them).
  void add(std::uint64_t feature, const std::vector<float>& weights);
  std::vector<float> step, first, last;  ///< between labels, of the first and of the last token
  std::size_t features() const { return filled_; }

 private:
  void grow(std::size_t capacity);

  std::vector<std::uint64_t> keys_;  ///< open addressing; 0 is free
  std::vector<std::uint32_t> rows_;
  std::vector<float> weights_;
  std::size_t filled_ = 0;
};

}  // namespace litmine
