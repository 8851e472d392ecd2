// Which of a thousand patterns can match a sentence at all: one walk over its bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "taggers/expression.h"
#include "text/result.h"

namespace litmine {

/// Finds for a text the expressions worth trying. Never leaves one out that matches; may give some
/// that don't. Immutable after construction, safe in threads.
class Candidates {
 public:
  Candidates();
  /// The numbers that come out are the places in `expressions`.
  static Result<Candidates> of(const std::vector<const Expression*>& expressions);
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
