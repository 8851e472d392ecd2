// Case is told by block and parity rather than by ICU, which stays in text/: a wrong answer for a
// rare letter costs a doubtful heading, nothing more.
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_opening(char32_t c) {
  constexpr std::u32string_view kOpening = U"\"'([{<*_“‘«¿¡„‚‹•";
  return kOpening.find(c) != std::u32string_view::npos;
}

bool is_closing(char32_t c) {
  constexpr std::u32string_view kClosing = U"\"')]}>*_”’»› ";
  return kClosing.find(c) != std::u32string_view::npos;
}

/// The first code point that is not an opening mark or a blank.
char32_t first_telling(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    if (!is_opening(c.value) && !is_space(static_cast<char>(c.value < 0x80 ? c.value : 'x')))
      return c.value;
    at += c.bytes;
  }
  return 0;
}

template <class Is>
std::size_t count_code_points(std::string_view text, Is is) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    count += is(c.value) ? 1 : 0;
    at += c.bytes;
  }
  return count;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string squeezed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : trimmed(text)) {
    if (!is_space(c))
      out += c;
    else if (out.back() != ' ')
      out += ' ';
  }
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

bool starts_with_no_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (lower(text[i]) != lower(prefix[i])) return false;
  return true;
}

bool contains_no_case(std::string_view text, std::string_view part) {
  if (part.empty()) return true;
  if (part.size() > text.size()) return false;
  // Asked very often: the first letter is compared in both cases before anything else.
  char first = part[0];
  char capital = first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
  const char* end = text.data() + (text.size() - part.size()) + 1;
  for (const char* at = text.data(); at != end; ++at)
    if ((*at == first || *at == capital) &&
        starts_with_no_case(std::string_view(at, part.size()), part))
      return true;
  return false;
}

CodePoint code_point_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return {};
  auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[byte + i]); };
  unsigned char lead = at(0);
  std::size_t bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (bytes == 1 || byte + bytes > text.size()) return {lead, 1};
  char32_t value = lead & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((at(i) & 0xC0u) != 0x80u) return {lead, 1};
    value = (value << 6) | (at(i) & 0x3Fu);
  }
  return {value, bytes};
}

CodePoint last_code_point(std::string_view text) {
  if (text.empty()) return {};
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u)
    --at;
  return code_point_at(text, at);
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (c >= 0x139 && c <= 0x148) return c % 2 == 1;
  if (c >= 0x179 && c <= 0x17E) return c % 2 == 1;
  if (c >= 0x100 && c <= 0x177) return c % 2 == 0;
  if (c >= 0x391 && c <= 0x3A9) return true;
  return c >= 0x400 && c <= 0x42F;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c >= 0xDF && c <= 0xFF) return c != 0xF7;
  if (c >= 0x100 && c <= 0x17E) return !is_upper(c);
  if (c >= 0x3B1 && c <= 0x3C9) return true;
  return c >= 0x430 && c <= 0x45F;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7 || c == 0xFFFD) return false;
  if (c >= 0x2000 && c <= 0x2BFF) return false;  // punctuation, signs, arrows, shapes
  if (c >= 0x3000 && c <= 0x303F) return false;  // CJK punctuation
  return !(c >= 0xE000 && c <= 0xF8FF);          // private use
}

bool begins_lower(std::string_view text) { return is_lower(first_telling(text)); }
bool begins_upper(std::string_view text) { return is_upper(first_telling(text)); }
bool begins_digit(std::string_view text) { return is_digit(first_telling(text)); }

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    CodePoint c = last_code_point(text);
    if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == ':' || c.value == 0x3002)
      return true;
    if (!is_closing(c.value) && !is_digit(c.value)) return false;
    bool digit = is_digit(c.value);
    text.remove_suffix(c.bytes);
    if (digit && !text.empty() && is_space(text.back())) return false;  // "in 2010"
  }
  return false;
}

std::size_t count_letters(std::string_view text) { return count_code_points(text, is_letter); }
std::size_t count_digits(std::string_view text) { return count_code_points(text, is_digit); }

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (char c : text) {
    bool space = is_space(c);
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

bool all_capitals(std::string_view text) {
  return count_code_points(text, is_upper) >= 3 && count_code_points(text, is_lower) == 0;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (;;) {
    std::size_t at = text.find(from);
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    out.append(to);
    text.remove_prefix(at + from.size());
  }
}

std::vector<std::string_view> split_at(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    std::size_t end = text.find_first_of(separators);
    std::string_view piece = trimmed(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(piece);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return pieces;
}

}  // namespace litmine
