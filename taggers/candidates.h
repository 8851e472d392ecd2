// Which of a thousand patterns can match a sentence at all: one walk over its bytes.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "taggers/pattern.h"

namespace litmine {

/// Finds for a text the patterns worth trying. Never leaves one out that matches; may give some
/// that don't. Immutable after construction, safe in threads.
class Candidates {
 public:
  Candidates();
  /// For each pattern the literals of which a match holds one (see pattern_literals); a pattern
  /// without literals is always a candidate. The numbers that come out are places in `patterns`.
  explicit Candidates(const std::vector<std::vector<Literal>>& patterns);
  ~Candidates();
  Candidates(Candidates&&) noexcept;
  Candidates& operator=(Candidates&&) noexcept;

  /// Sets `found` to the candidates in ascending order.
  void find(std::string_view text, std::vector<int>& found) const;

 private:
  struct Machine;
  std::unique_ptr<const Machine> machine_;
};

}  // namespace litmine
