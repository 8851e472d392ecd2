// Which of a thousand patterns can match a sentence at all: one walk over its bytes.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "taggers/expression.h"
#include "taggers/pattern.h"

namespace litmine {

/// Finds for a text the patterns worth trying. Never leaves one out that matches; may give some
/// that don't. Immutable after construction, safe in threads.
class Candidates {
 public:
  Candidates();
  /// For each pattern the literals of which a match holds one (see pattern_literals); none of the
  /// lists is empty. The numbers that come out are places in `patterns`.
  explicit Candidates(const std::vector<std::vector<Literal>>& patterns);
  ~Candidates();
  Candidates(Candidates&&) noexcept;
  Candidates& operator=(Candidates&&) noexcept;

  /// Sets `present` and `found` to the candidates; `found` has each once, in no order.
  void find(std::string_view text, Present& present, std::vector<int>& found) const;
  std::size_t size() const { return size_; }  ///< number of patterns

 private:
  std::size_t size_ = 0;
  struct Machine;
  std::unique_ptr<const Machine> machine_;
};

}  // namespace litmine
