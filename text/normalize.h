// Characters: from what files hold to what litmine searches.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// Any bytes as clean UTF-8 in normal form C, done once before the first Span is made: invalid
/// bytes become U+FFFD, soft hyphens and other invisible format characters (U+200B..U+200F,
/// U+202A..U+202E, U+2060..U+2069, U+FEFF) go, ligatures U+FB00..U+FB06 are expanded, CR LF, CR,
/// U+2028 and U+2029 become LF, no-break and other typographic spaces become a plain space, control
/// characters other than tab, LF and FF become a space. Quotes and dashes stay as printed.
/// Normalizing twice changes nothing more. Fast when the input is plain ASCII.
std::string normalized(std::string_view bytes);

/// The form under which a word is searched: NFKC and case folded ("Straße" → "strasse").
std::string folded(std::string_view word);

/// `folded` without accents ("gdańsk" → "gdansk", "ø" → "o"); equal to it for most words. Marks
/// that make another letter stay: the dots of kana, the vowels and viramas of Indic scripts.
std::string unaccented(std::string_view folded_word);

/// For matching patterns written in ASCII: curly quotes to straight, dashes and no-break hyphens to
/// "-". Gives a text with a map back: `origin[i]` is the byte in `text` that byte i came from.
struct Plain {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< size is text.size() + 1
};
Plain plain_punctuation(std::string_view text);

/// Latin-1 (really Windows-1252) or UTF-16 with or without byte order mark, or UTF-8, to UTF-8: by
/// byte order mark, else by whether the bytes are valid UTF-8, else by share of zero bytes.
/// `encoding` is set to the name of what was found ("UTF-8", "UTF-16LE", "windows-1252", ...).
std::string decoded(std::string_view bytes, std::string* encoding = nullptr);

/// Number of display characters (grapheme clusters), and of terminal cells (East Asian wide = 2).
std::size_t characters(std::string_view text);
std::size_t cells(std::string_view text);

/// Edit distance in code points; two neighbours that changed places ("josn") count as one edit.
/// With early exit: anything above `limit` gives `limit + 1`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The nearest of `candidates` for "did you mean", or empty if none is within a third of the
/// length.
template <class Range>
std::string nearest(std::string_view word, const Range& candidates) {
  std::string best;
  std::size_t least = word.size() / 3 + 1;
  for (const auto& candidate : candidates) {
    std::size_t distance = edit_distance(word, candidate, least);
    if (distance < least) {
      least = distance;
      best = std::string(candidate);
    }
  }
  return best;
}

}  // namespace litmine
