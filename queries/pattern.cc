// Patterns are matched by carrying the set of places in the word that the pieces so far can reach:
// no backtracking, so time is pieces x letters whatever the pattern.
#include "queries/pattern.h"

#include <algorithm>

namespace litmine {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

/// The byte after `count` characters from `at`, or npos if the word is shorter.
std::size_t skip_characters(std::string_view word, std::size_t at, std::size_t count) {
  for (; count > 0; --count) {
    if (at >= word.size()) return std::string_view::npos;
    do ++at;
    while (at < word.size() && !begins_character(word[at]));
  }
  return at;
}

std::uint16_t saturated_sum(std::uint16_t a, std::uint16_t b) {
  if (a == Pattern::kAnyRun || b == Pattern::kAnyRun) return Pattern::kAnyRun;
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(std::uint32_t{a} + b, 0xfffe));
}

using Places = std::vector<std::size_t>;  // bytes in the word, ascending, distinct

Places after_letters(std::string_view word, const Places& from, std::string_view letters) {
  Places reached;
  for (std::size_t at : from)
    if (word.substr(at).starts_with(letters)) reached.push_back(at + letters.size());
  return reached;
}

Places after_gap(std::string_view word, const Places& from, const Pattern::Piece& gap) {
  Places reached;
  std::size_t next = 0;  // everything before is in `reached` or cannot be reached
  for (std::size_t at : from) {
    std::size_t first = skip_characters(word, at, gap.min);
    if (first == std::string_view::npos) break;
    std::size_t last = word.size();
    if (gap.max != Pattern::kAnyRun)
      last = std::min(last, skip_characters(word, first, gap.max - gap.min));
    for (std::size_t to = std::max(first, next); to <= last; ++to)
      if (to == word.size() || begins_character(word[to])) reached.push_back(to);
    next = std::max(next, last + 1);
  }
  return reached;
}

void append_quoted(std::string& regex, std::string_view letters) {
  for (char c : letters) {
    bool plain = static_cast<unsigned char>(c) >= 0x80 || c == '_' || (c >= '0' && c <= '9') ||
                 (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!plain) regex += '\\';
    regex += c;
  }
}

}  // namespace

Pattern::Pattern(std::string letters) {
  if (!letters.empty()) pieces_.push_back({std::move(letters), 0, 0});
}

void Pattern::add_letters(std::string_view letters) {
  if (letters.empty()) return;
  if (!pieces_.empty() && !pieces_.back().is_gap())
    pieces_.back().letters += letters;
  else
    pieces_.push_back({std::string(letters), 0, 0});
}

void Pattern::add_gap(std::uint16_t min, std::uint16_t max) {
  if (max == 0) return;  // stands for nothing
  if (!pieces_.empty() && pieces_.back().is_gap()) {
    Piece& last = pieces_.back();
    last.min = std::min<std::uint16_t>(saturated_sum(last.min, min), 0xfffe);
    last.max = saturated_sum(last.max, max);
  } else {
    pieces_.push_back({{}, min, max});
  }
}

bool Pattern::is_literal() const {
  return std::none_of(pieces_.begin(), pieces_.end(), [](const Piece& p) { return p.is_gap(); });
}

std::string Pattern::literal_prefix() const {
  return pieces_.empty() || pieces_.front().is_gap() ? std::string() : pieces_.front().letters;
}

std::size_t Pattern::literal_length() const {
  std::size_t length = 0;
  for (const Piece& piece : pieces_) length += count_characters(piece.letters);
  return length;
}

bool Pattern::matches(std::string_view word) const {
  if (pieces_.empty()) return word.empty();
  if (pieces_.size() == 1 && !pieces_.front().is_gap()) return word == pieces_.front().letters;
  // Most words of a vocabulary differ at the ends, which costs nothing to see.
  const Piece &first = pieces_.front(), &last = pieces_.back();
  if (!first.is_gap() && !word.starts_with(first.letters)) return false;
  if (!last.is_gap() && !word.ends_with(last.letters)) return false;
  Places places{0};
  for (const Piece& piece : pieces_) {
    places = piece.is_gap() ? after_gap(word, places, piece)
                            : after_letters(word, places, piece.letters);
    if (places.empty()) return false;
  }
  return places.back() == word.size();
}

std::string Pattern::text() const {
  std::string text;
  for (const Piece& piece : pieces_) {
    if (!piece.is_gap()) {
      text += piece.letters;
    } else if (piece.max == kAnyRun) {
      text += std::string(piece.min, '?') + '*';
    } else if (piece.max == piece.min) {
      text += std::string(piece.min, '?');
    } else if (piece.max - piece.min == 1) {
      text += std::string(piece.min, '?') + '$';
    } else {
      text += '{' + std::to_string(piece.min) + ',' + std::to_string(piece.max) + '}';
    }
  }
  return text;
}

std::string Pattern::regex() const {
  std::string regex = "(?s)";
  for (const Piece& piece : pieces_) {
    if (!piece.is_gap())
      append_quoted(regex, piece.letters);
    else if (piece.max == kAnyRun)
      regex += std::string(piece.min, '.') + ".*";
    else
      regex += ".{" + std::to_string(piece.min) + ',' + std::to_string(piece.max) + '}';
  }
  return regex;
}

}  // namespace litmine
