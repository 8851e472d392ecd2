// Words, cut by one function for documents and for queries. A word cut differently on the two sides
// is a hit lost, so nothing else in litmine cuts words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace litmine {

/// One form of a word at one position. Several forms can stand at the same position:
/// the folded word always ("gdańsk"), its unaccented form if that differs ("gdansk"), and, at the
/// first position of words joined by hyphens, the fused form ("e-commerce" → "ecommerce").
struct Word {
  enum class Form : std::uint8_t { folded, unaccented, fused };
  std::string text;  ///< UTF-8, NFKC and case folded
  Span where;        ///< bytes in the text that was cut (a fused form spans all its parts)
  std::uint32_t position = 0;  ///< 0, 1, 2, ... within the text that was cut
  Form form = Form::folded;

  friend bool operator==(const Word&, const Word&) = default;
};

/// Cuts `text` (UTF-8) into words, in order. A word is a run of letters, marks and digits; an
/// apostrophe (straight or curly, written as ') between letters belongs to it ("women's",
/// "o'brien"); every hyphen, slash, dot, ampersand and other punctuation ends it ("R&D" is "r",
/// "d"; "3.5" is "3", "5"), and so does a superscript digit, which is nearly always the mark of a
/// footnote ("firms²" is "firms"). Soft hyphens and joiners inside a word are passed over. Each
/// Han, Hiragana and Katakana character is a word. Characters in `also_letters` (wildcards, in a
/// query) count as letters. Forms of one position stand together: folded, unaccented, fused. Words
/// joined directly by '-', U+2010 or U+2011 have as their fused form all their unaccented forms in
/// one. The Word given to `take` is only good during the call. Thread-safe. Fast on ASCII.
void cut_words(std::string_view text, const std::function<void(const Word&)>& take,
               std::string_view also_letters = {});
std::vector<Word> cut_words(std::string_view text, std::string_view also_letters = {});

}  // namespace litmine
