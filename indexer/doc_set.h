// A set of small numbers (documents or studies) as bits: a million take 125 kB, and AND, OR and NOT
// are a few instructions for 64 of them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace litmine {

class DocSet {
 public:
  DocSet() = default;
  /// An empty set of numbers below `size`. Sets that meet in an operation are of one size.
  explicit DocSet(std::size_t size) : size_(size), words_((size + 63) / 64) {}

  std::size_t size() const { return size_; }
  void add(std::uint32_t number) { words_[number / 64] |= bit(number); }
  bool contains(std::uint32_t number) const { return (words_[number / 64] & bit(number)) != 0; }
  bool empty() const {
    for (std::uint64_t word : words_)
      if (word != 0) return false;
    return true;
  }
  std::size_t count() const {
    std::size_t sum = 0;
    for (std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
    return sum;
  }
  DocSet& operator|=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  DocSet& operator&=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  DocSet& operator-=(const DocSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }
  /// Calls `take(number)` in ascending order.
  template <class Take>
  void each(Take take) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        take(static_cast<std::uint32_t>(i * 64 + static_cast<unsigned>(std::countr_zero(word))));
  }

 private:
  static std::uint64_t bit(std::uint32_t number) { return std::uint64_t{1} << (number % 64); }
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace litmine
