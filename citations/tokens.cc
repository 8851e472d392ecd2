#include "citations/tokens.h"

#include <algorithm>

#include "citations/lexicon.h"
#include "text/normalize.h"

namespace litmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/// A mark of punctuation that is not ASCII: its bytes, and what it is in ASCII.
struct Mark {
  std::string_view bytes;
  char plain;
};
constexpr Mark kMarks[] = {
    {"\u2010", '-'},  {"\u2011", '-'},  {"\u2012", '-'},  {"\u2013", '-'},  {"\u2014", '-'},
    {"\u2015", '-'},  {"\u2212", '-'},  {"\u2018", '\''}, {"\u2019", '\''}, {"\u201A", '\''},
    {"\u201B", '\''}, {"\u2032", '\''}, {"\u201C", '"'},  {"\u201D", '"'},  {"\u201E", '"'},
    {"\u201F", '"'},  {"\u2033", '"'},  {"\u00AB", '"'},  {"\u00BB", '"'},  {"\u2039", '"'},
    {"\u203A", '"'},  {"\u2026", '.'},  {"\u00B7", '.'},  {"\u2022", '*'},  {"\u00A7", '#'},
    {"\u00A9", '*'},  {"\u00AE", '*'},  {"\u2122", '*'},
};

/// The mark at `at`, or null.
const Mark* mark_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead != 0xE2 && lead != 0xC2) return nullptr;
  for (const Mark& mark : kMarks)
    if (text.substr(at).starts_with(mark.bytes)) return &mark;
  return nullptr;
}

/// Part of a word: a letter, a digit, or a character outside of ASCII that is no mark.
bool is_wordly(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (is_ascii_letter(c) || is_digit(c)) return true;
  return (static_cast<unsigned char>(c) & 0x80) != 0 && mark_at(text, at) == nullptr;
}

std::size_t bytes_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(n, text.size() - at);
}

/// Where the word that begins at `at` ends: hyphens and apostrophes between letters belong to it.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_wordly(text, at)) {
      at += bytes_at(text, at);
      continue;
    }
    const Mark* mark = mark_at(text, at);
    const char plain = mark != nullptr ? mark->plain : text[at];
    const std::size_t size = mark != nullptr ? mark->bytes.size() : 1;
    const bool joins = plain == '-' || plain == '\'';
    const bool letters = at > 0 && !is_digit(text[at - 1]) && at + size < text.size() &&
                         is_wordly(text, at + size) && !is_digit(text[at + size]);
    if (!joins || !letters) break;
    at += size;
  }
  return at;
}

bool starts_no_case(std::string_view text, std::string_view with) {
  return text.size() >= with.size() &&
         std::equal(with.begin(), with.end(), text.begin(),
                    [](char a, char b) { return a == (b | (is_ascii_letter(b) ? 0x20 : 0)); });
}

/// Old DOIs hold "<1105::AID-SMJ133>": in one, a bracket that is closed belongs to it.
std::size_t address_end(std::string_view text, std::size_t at) {
  const bool doi = text.substr(at, 60).find("10.") != std::string_view::npos;
  std::size_t end = at, opened = text.size();
  while (end < text.size() && !is_blank(text[end]) && text[end] != '"') {
    if (text[end] == '<') {
      const std::size_t close = doi ? text.find_first_of("> ", end) : std::string_view::npos;
      if (close == std::string_view::npos || text[close] != '>') break;
      opened = end;
    } else if (text[end] == '>') {
      if (opened == text.size()) break;
      opened = text.size();
    }
    ++end;
  }
  while (end > at + 1) {
    const char last = text[end - 1];
    if (last == ')' && text.substr(at, end - at).find('(') != std::string_view::npos) break;
    if (last != '.' && last != ',' && last != ';' && last != ')' && last != ']' && last != ':')
      break;
    --end;
  }
  return end;
}

/// "10.1016/..." : a DOI by itself.
bool is_doi(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  std::size_t at = 3;
  while (at < text.size() && is_digit(text[at])) ++at;
  return at >= 7 && at + 1 < text.size() && text[at] == '/' && !is_blank(text[at + 1]);
}

bool is_address(std::string_view text) {
  return starts_no_case(text, "http://") || starts_no_case(text, "https://") ||
         starts_no_case(text, "www.") || starts_no_case(text, "ftp://");
}

/// The word in lower case. Apostrophes and hyphens become ASCII.
std::string lowered(std::string_view word, bool* upper_first, bool* all_upper) {
  std::string lower;
  bool ascii = std::all_of(word.begin(), word.end(),
                           [](char c) { return (static_cast<unsigned char>(c) & 0x80) == 0; });
  if (ascii) {
    bool seen_lower = false, seen_upper = false;
    for (char c : word) {
      if (c >= 'A' && c <= 'Z') seen_upper = true;
      if (c >= 'a' && c <= 'z') seen_lower = true;
      lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    *upper_first = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    *all_upper = seen_upper && !seen_lower;
    return lower;
  }
  const std::string plain = plain_punctuation(word).text;
  lower = folded(plain);
  const std::size_t first = bytes_at(plain, 0);
  *upper_first = folded(plain.substr(0, first)) != plain.substr(0, first);
  // A word with a small ASCII letter is not all capitals; the others are rare enough.
  *all_upper = *upper_first && std::none_of(plain.begin(), plain.end(),
                                            [](char c) { return c >= 'a' && c <= 'z'; });
  if (*all_upper && plain.size() > first) {
    const std::string rest = plain.substr(first);
    *all_upper = folded(rest) != rest;
  }
  return lower;
}

/// X one capital; C capitalised; A all capitals, few; U all capitals, many; x lower case;
/// Y a year; L a year with a letter; 1..5 digits; M letters and digits.
char word_shape(const RefToken& token, std::string_view word, bool upper_first, bool all_upper) {
  std::size_t digits = 0;
  for (char c : word) digits += is_digit(c) ? 1 : 0;
  const bool century =
      word.size() >= 4 &&
      (word.substr(0, 2) == "19" || word.substr(0, 2) == "20" || word.substr(0, 2) == "18" ||
       word.substr(0, 2) == "17" || word.substr(0, 2) == "16");
  if (token.kind == RefToken::Kind::number) {
    if (word.size() == 4 && century && (word[0] != '2' || word < "2050")) return 'Y';
    return static_cast<char>('0' + std::min<std::size_t>(word.size(), 5));
  }
  if (token.kind == RefToken::Kind::mixed)
    return digits == 4 && word.size() == 5 && century && is_ascii_letter(word[4]) ? 'L' : 'M';
  if (!upper_first) return 'x';
  if (word.size() == bytes_at(word, 0)) return 'X';
  if (all_upper) return word.size() <= 4 ? 'A' : 'U';
  return 'C';
}

}  // namespace

std::vector<RefToken> cut_reference(std::string_view text) {
  std::vector<RefToken> tokens;
  tokens.reserve(text.size() / 4 + 4);
  std::size_t at = 0;
  bool blank = true;
  while (at < text.size() && tokens.size() < kMostRefTokens) {
    if (is_blank(text[at])) {
      blank = true;
      ++at;
      continue;
    }
    RefToken token;
    token.blank_before = blank;
    std::size_t end;  // set by every branch
    const std::string_view rest = text.substr(at);
    if (is_doi(rest)) {
      token.kind = RefToken::Kind::doi;
      token.shape = 'D';
      end = address_end(text, at);
      token.lower = "10.";
    } else if (is_address(rest)) {
      token.kind = RefToken::Kind::url;
      token.shape = 'H';
      end = address_end(text, at);
      token.lower = "http";
    } else if (is_wordly(text, at)) {
      end = word_end(text, at);
      const std::string_view word = text.substr(at, end - at);
      const bool any_digit = std::any_of(word.begin(), word.end(), is_digit);
      const bool all_digit = std::all_of(word.begin(), word.end(), is_digit);
      token.kind = all_digit   ? RefToken::Kind::number
                   : any_digit ? RefToken::Kind::mixed
                               : RefToken::Kind::word;
      bool upper_first = false, all_upper = false;
      token.lower = lowered(word, &upper_first, &all_upper);
      token.shape = word_shape(token, word, upper_first, all_upper);
      token.kinds = lexicon(token.lower);
    } else {
      const Mark* mark = mark_at(text, at);
      end = at + (mark != nullptr ? mark->bytes.size() : 1);
      token.kind = RefToken::Kind::punct;
      token.lower = std::string(1, mark != nullptr ? mark->plain : text[at]);
      token.shape = token.lower[0];
      if (token.lower == "&") token.kinds = kAnd;
    }
    token.where = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    tokens.push_back(std::move(token));
    at = end;
    blank = false;
  }
  return tokens;
}

}  // namespace litmine
