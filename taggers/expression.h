// A compiled pattern: whole words, leftmost and longest. Keeps RE2 out of our headers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"
#include "text/span.h"

namespace litmine {

/// Any of several RE2 patterns, each as whole words: a letter or digit may stand neither directly
/// before nor directly after. An Expression of no patterns matches nothing. Immutable, cheap to
/// copy, safe in threads.
class Expression {
 public:
  Expression() = default;
  /// `patterns` are RE2 (see pattern_to_re2); an error carries RE2's message.
  static Result<Expression> compile(const std::vector<std::string>& patterns, bool case_sensitive);
  /// The same, compiled when first used: for patterns that are known to compile. Of a thousand
  /// rules an article touches a hundred.
  static Expression when_needed(const std::vector<std::string>& patterns, bool case_sensitive);

  bool empty() const { return compiled_ == nullptr; }  ///< no patterns
  bool matches(std::string_view text) const;
  /// The first match that begins at or after byte `from`, without its neighbours.
  std::optional<Span> find(std::string_view text, std::uint32_t from = 0) const;

  /// The alternatives in one RE2 pattern, without the word boundaries.
  const std::string& body() const { return body_; }

 private:
  class Compiled;
  std::shared_ptr<const Compiled> compiled_;
  std::string body_;
};

}  // namespace litmine
