// A reference string cut into tokens: words, numbers, addresses, and each mark of punctuation by
// itself. Fields begin and end at tokens, so this decides what can be told apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace litmine {

struct RefToken {
  enum class Kind : std::uint8_t { word, number, mixed, punct, url, doi };
  Kind kind = Kind::word;
  Span where;         ///< in the string
  std::string lower;  ///< case folded; dashes and quotes in their ASCII form
  char shape = 'x';   ///< see shape_of in the .cc: X initial, C capitalised, A capitals, ...
  bool blank_before = true;
  std::uint32_t kinds = 0;  ///< bits of Lexicon
};

/// Longer strings are not references; what stands behind this many tokens is left unread.
inline constexpr std::size_t kMostRefTokens = 1500;

/// "Smith, J.-P. (2005a), 41(5)" → Smith , J . - P . ( 2005a ) , 41 ( 5 ). A hyphen or apostrophe
/// between letters stays in the word; an address is one token. UTF-8, any bytes. Thread-safe.
std::vector<RefToken> cut_reference(std::string_view text);

}  // namespace litmine
