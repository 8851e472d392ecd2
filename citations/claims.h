// Passages of the corpus that speak of what a sentence claims: for "who says so, and on which
// page?". Words are compared, not meanings: a passage that denies the claim is found as well.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// A word of the claim with all forms that count as it ("firm", "firms"), folded and unaccented.
struct ClaimWord {
  std::string word;
  std::vector<std::string> forms;
};

struct ClaimPassage {
  std::size_t document = 0;  ///< as the documents were added, from 0
  Span where;                ///< the sentence, in the document's text
  Part part = Part::other;
  std::uint32_t page = 0;  ///< from 1; 0 when there are no pages
  double share = 0;        ///< of the claim in the sentence, 0 to 1: rare words weigh more
  double score = 0;        ///< what the passages are ranked by
  std::vector<std::string> lacking;  ///< words of the claim that the sentence does not have
};

/// Looks for one claim. A word weighs ln(sentences / sentences with it), after Spärck Jones (1972),
/// so "the" hardly counts in any language. A sentence is ranked by the share of the claim's weight
/// that it holds, with a third of what its two neighbours add, and a little more where words
/// that are neighbours in the claim stand close together. Not thread-safe.
class ClaimSearch {
 public:
  static constexpr std::size_t kMostWords = 64;
  /// Words beyond `kMostWords` are left out.
  explicit ClaimSearch(std::vector<ClaimWord> claim);

  /// Reads a document sentence by sentence, all but its reference list, affiliations and keywords.
  /// Keeps places only.
  void add(const Document& document);

  /// The best passages with at least `least` of the claim, best first; of equals the one that was
  /// added first. At most `limit`.
  std::vector<ClaimPassage> best(std::size_t limit, double least) const;

  /// Sentences read so far.
  std::size_t sentences() const { return sentences_; }

 private:
  struct Seen {
    std::size_t document = 0;
    Span where;
    Part part = Part::other;
    std::uint32_t page = 0;
    std::uint64_t words = 0;   ///< bit i: word i of the claim stands in it
    std::uint64_t around = 0;  ///< likewise, in the sentences before and after
    std::uint64_t close = 0;   ///< bit i: words i and i + 1 stand close together
  };

  void read_section(const Document& document, Part part, Span body);
  Seen seen(const Document& document, Span sentence) const;
  double weight_of(std::uint64_t words) const;

  std::vector<ClaimWord> claim_;
  std::vector<std::size_t> with_word_;  ///< sentences with each word
  std::vector<Seen> seen_;
  std::size_t sentences_ = 0, documents_ = 0;
};

}  // namespace litmine
