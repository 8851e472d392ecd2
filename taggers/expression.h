// A compiled pattern: whole words, leftmost and longest. Keeps RE2 out of our headers.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "taggers/pattern.h"
#include "text/result.h"
#include "text/span.h"

namespace litmine {

/// Which of the numbered alternatives a text may hold: those of which it holds a literal. Filled by
/// Candidates.
class Present {
 public:
  /// Forgets what it knew; there are `size` numbers.
  void clear(std::size_t size) {
    seen_.resize(size, 0);
    ++now_;
  }
  /// False when it was there already.
  bool add(std::size_t number) {
    if (seen_[number] == now_) return false;
    seen_[number] = now_;
    return true;
  }
  bool has(std::size_t number) const { return seen_[number] == now_; }

 private:
  std::vector<std::uint32_t> seen_;
  std::uint32_t now_ = 0;
};

/// Any of several RE2 patterns, each as whole words: a letter or digit may stand neither directly
/// before nor directly after. An Expression of no patterns matches nothing. Immutable once numbered,
/// cheap to copy (copies share their patterns), safe in threads.
class Expression {
 public:
  Expression() = default;
  /// `patterns` are RE2 (see pattern_to_re2); an error carries RE2's message.
  static Result<Expression> compile(const std::vector<std::string>& patterns, bool case_sensitive);
  /// The same, compiled when first used: for patterns that are known to compile. Of a thousand
  /// rules an article touches a hundred. `literals`: for each pattern those of which every match
  /// holds one; an empty list, or none at all, when they are not known.
  static Expression when_needed(const std::vector<std::string>& patterns, bool case_sensitive,
                                const std::vector<std::vector<Literal>>& literals = {});
  void set_literals(const std::vector<std::vector<Literal>>& literals);

  bool empty() const { return alternatives_.empty(); }  ///< no patterns
  /// With `present`, alternatives that the text cannot hold are not tried; those without literals
  /// are only tried when `without_literals`.
  bool matches(std::string_view text, const Present* present = nullptr,
               bool without_literals = true) const;
  /// The first match that begins at or after byte `from`, without its neighbours.
  std::optional<Span> find(std::string_view text, std::uint32_t from = 0,
                           const Present* present = nullptr) const;

  /// Gives every alternative with literals that has no number yet the next one, and puts its
  /// literals at that place of `all`. Gives back the numbers of all its alternatives; those without
  /// literals have none.
  std::vector<std::size_t> number(std::vector<std::vector<Literal>>& all) const;
  /// The alternatives without literals, as RE2 patterns without word boundaries.
  std::vector<std::string> without_literals() const;

 private:
  struct Alternative;
  std::vector<std::shared_ptr<Alternative>> alternatives_;
};

}  // namespace litmine
