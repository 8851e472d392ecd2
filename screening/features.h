// What the ranking sees of a record: its words and pairs of neighbouring words, weighted by TF-IDF.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// One term of one record; `weight` is above 0.
struct Feature {
  std::uint32_t term = 0;
  double weight = 0;
};
using FeatureRow = std::vector<Feature>;  ///< by ascending term; its length as a vector is 1

/// Records as vectors of TF-IDF. Immutable after construction, so safe to read from threads.
///
/// Weights are (1 + ln tf) * (ln((1 + n) / (1 + df)) + 1), scaled to length 1; terms of more than
/// 95 % of the records are left out. That is ASReview's default (ELAS u4, ASReview 2: TF-IDF with
/// bigrams, sublinear, max_df 0.95). Terms that one record alone has are folded into one term of
/// its own with the same length: no other record can share it, so every linear model with a
/// quadratic penalty ranks as with all of them, with far fewer weights to find.
class TextFeatures {
 public:
  /// One text a record: title and abstract, UTF-8. Words are those of text/words, folded, of two
  /// letters or more.
  explicit TextFeatures(std::span<const std::string> texts);

  std::size_t records() const { return rows_.size(); }
  std::size_t terms() const { return names_.size(); }
  const FeatureRow& row(std::size_t record) const { return rows_[record]; }
  /// "digital platform"; empty for the term of a record's own.
  std::string_view name(std::uint32_t term) const { return names_[term]; }

 private:
  std::vector<FeatureRow> rows_;
  std::vector<std::string> names_;
};

}  // namespace litmine
