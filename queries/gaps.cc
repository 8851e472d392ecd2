#include "queries/gaps.h"

#include <algorithm>

#include "queries/tokens.h"

namespace litmine {
namespace {

constexpr int kMost = 1000;

/// Reads up to five digits at `at` and moves it behind them.
std::optional<std::uint16_t> read_number(std::string_view text, std::size_t& at) {
  int value = -1;
  for (std::size_t from = at;
       at < text.size() && at - from < 5 && text[at] >= '0' && text[at] <= '9'; ++at)
    value = std::max(value, 0) * 10 + (text[at] - '0');
  if (value < 0) return std::nullopt;
  return static_cast<std::uint16_t>(std::min(value, kMost));
}

bool take(std::string_view text, std::size_t& at, char sign) {
  bool there = at < text.size() && text[at] == sign;
  at += there;
  return there;
}

/// {0,5}
std::optional<Gap> counted(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  if (!take(text, at, '{')) return std::nullopt;
  std::optional<std::uint16_t> min = read_number(text, at);
  if (!min || !take(text, at, ',')) return std::nullopt;
  std::optional<std::uint16_t> max = read_number(text, at);
  if (!max || !take(text, at, '}')) return std::nullopt;
  return Gap{begin, at, *min, std::max(*min, *max)};
}

/// [*5]
std::optional<Gap> bracketed(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  if (!take(text, at, '[') || !take(text, at, '*')) return std::nullopt;
  std::optional<std::uint16_t> max = read_number(text, at);
  if (!max || !take(text, at, ']')) return std::nullopt;
  return Gap{begin, at, 0, *max};
}

/// $5, behind a letter
std::optional<Gap> numbered(std::string_view text, std::size_t begin, std::string_view signs) {
  bool sign = begin > 0 && begin < text.size() && is_word_byte(text[begin - 1]) &&
              signs.find(text[begin]) != std::string_view::npos;
  std::size_t at = begin + 1;
  std::optional<std::uint16_t> max = sign ? read_number(text, at) : std::nullopt;
  if (!max) return std::nullopt;
  return Gap{begin, at, 0, *max};
}

}  // namespace

std::optional<Gap> gap_at(std::string_view text, std::size_t at, const Dialect& dialect) {
  std::optional<Gap> gap;
  if (dialect.counted_wildcards) gap = counted(text, at);
  if (!gap && dialect.bracketed_wildcards) gap = bracketed(text, at);
  if (!gap && !dialect.numbered_wildcards.empty())
    gap = numbered(text, at, dialect.numbered_wildcards);
  return gap;
}

}  // namespace litmine
