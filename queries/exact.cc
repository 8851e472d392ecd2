#include "queries/exact.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "queries/tokens.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

/// A text in the form that is compared, and the byte of the original that each byte came from.
struct Comparable {
  std::string text;
  std::vector<std::uint32_t> origin;  // one more than text
};

std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return end - at;
}

Comparable comparable(std::string_view text) {
  Plain plain = plain_punctuation(text);
  Comparable result;
  result.text.reserve(plain.text.size());
  result.origin.reserve(plain.text.size() + 1);
  for (std::size_t at = 0, size = 0; at < plain.text.size(); at += size) {
    size = character_size(plain.text, at);
    std::string_view character = std::string_view(plain.text).substr(at, size);
    std::string form;
    if (size == 1 && is_space(character[0])) {
      if (result.text.empty() || result.text.back() == ' ') continue;
      form = " ";
    } else if (size == 1) {
      bool upper = character[0] >= 'A' && character[0] <= 'Z';
      form = std::string(1, static_cast<char>(upper ? character[0] + 32 : character[0]));
    } else {
      form = unaccented(folded(character));
    }
    result.text += form;
    result.origin.insert(result.origin.end(), form.size(), plain.origin[at]);
  }
  result.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return result;
}

/// Would a cut at this byte go through a word?
bool cuts_a_word(const std::vector<Span>& words, std::uint32_t byte) {
  auto after = std::upper_bound(words.begin(), words.end(), byte,
                                [](std::uint32_t b, Span word) { return b < word.begin; });
  if (after == words.begin()) return false;
  Span word = *std::prev(after);
  return word.begin < byte && byte < word.end;
}

std::vector<Span> word_places(std::string_view text) {
  std::vector<Span> places;
  cut_words(text, [&](const Word& word) {
    if (word.form == Word::Form::folded) places.push_back(word.where);
  });
  return places;
}

}  // namespace

std::string comparable_form(std::string_view text) { return comparable(text).text; }

bool is_searchable(std::string_view literal) { return !word_places(literal).empty(); }

std::vector<Span> find_exact(std::string_view passage, std::string_view literal) {
  std::vector<Span> found;
  Comparable wanted = comparable(literal);
  while (!wanted.text.empty() && wanted.text.back() == ' ') wanted.text.pop_back();
  if (wanted.text.empty()) return found;
  Comparable text = comparable(passage);
  std::size_t at = text.text.find(wanted.text);
  if (at == std::string::npos) return found;

  const std::vector<Span> words = word_places(passage);
  for (; at != std::string::npos; at = text.text.find(wanted.text, at + 1)) {
    std::size_t end = at + wanted.text.size();
    bool begins_inside = at > 0 && text.origin[at] == text.origin[at - 1];
    bool ends_inside = text.origin[end] == text.origin[end - 1];
    if (begins_inside || ends_inside) continue;  // in the middle of "ß" as "ss"
    // The end in the passage: after the last character, not before the next (spaces are between).
    std::uint32_t last = text.origin[end - 1];
    Span where{text.origin[at], last + static_cast<std::uint32_t>(character_size(passage, last))};
    if (!cuts_a_word(words, where.begin) && !cuts_a_word(words, where.end)) found.push_back(where);
  }
  return found;
}

}  // namespace litmine
