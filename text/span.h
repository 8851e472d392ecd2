// A place in a text: the smallest noun of litmine, and the one everything claims with.
#pragma once

#include <cstdint>
#include <string_view>

namespace litmine {

/// Half-open range of bytes `[begin, end)` in one UTF-8 text. Which text is known from the context:
/// spans of a Document are in `Document::text`, spans of a Clause are in the query as typed.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  /// The bytes of `text` that the span covers; what reaches past the end is cut off.
  std::string_view in(std::string_view text) const {
    if (begin >= text.size() || end <= begin) return {};
    return text.substr(begin, end - begin);
  }
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

}  // namespace litmine
