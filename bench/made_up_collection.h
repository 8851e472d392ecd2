// A collection of records as a database would export them, made up from a seed: what speed and
// memory are measured on. Words follow Zipf's law over 300,000 made-up forms; the words of the
// review's search string stand at the ranks that give them about the rate of real abstracts, and
// its terms are strewn in beside that, so that every one of them is found and one record in some
// thousands meets the whole string.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace litmine {

class MadeUpCollection {
 public:
  MadeUpCollection();

  /// The record of that number; the same for the same number, in any order and any thread. It has a
  /// title of about 14 words, an abstract of about 180, five keywords, a journal, authors, a year
  /// and a language; 2 % have no year.
  Document record(std::uint32_t number) const;

  /// Records are dealt out to files of so many.
  static constexpr std::uint32_t kRecordsInAFile = 1000;

 private:
  const std::string& word(std::uint64_t die) const { return words_[rank_at_[die % kQuantiles]]; }

  // A word is drawn by looking its rank up at a random quantile: as quick as it gets, and the
  // rarest words still come (2^22 quantiles for 3e5 words, the last ones share what is left).
  static constexpr std::size_t kQuantiles = std::size_t{1} << 22;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> rank_at_;
};

}  // namespace litmine
