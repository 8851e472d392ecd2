// Characters, with ICU behind the door. The one thing to know: nearly all text is ASCII, so every
// function first takes the ASCII path and asks ICU only about what is left.
#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <iterator>

#include "text/clusters.h"

namespace litmine {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

bool is_ascii(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080u) != 0) return false;
  }
  for (; at < text.size(); ++at)
    if (static_cast<unsigned char>(text[at]) >= 0x80) return false;
  return true;
}

/// The code point at `at`, which moves behind it; U+FFFD for bytes that are none.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
  return c;
}

void append(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, static_cast<std::size_t>(size));
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();)
    out.push_back(static_cast<char32_t>(next_code_point(text, at)));
  return out;
}

using GetNormalizer = const icu::Normalizer2* (*)(UErrorCode&);

/// ICU's tables are part of its library: there is nothing to be done if they are missing.
const icu::Normalizer2& normalizer(GetNormalizer get) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  assert(U_SUCCESS(status));
  return *found;
}
const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& found = normalizer(icu::Normalizer2::getNFCInstance);
  return found;
}
const icu::Normalizer2& nfd() {
  static const icu::Normalizer2& found = normalizer(icu::Normalizer2::getNFDInstance);
  return found;
}
const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2& found = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
  return found;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

std::string run(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string in_form_c(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  if (nfc().isNormalizedUTF8(piece(text), status)) return text;
  return run(nfc(), text);
}

struct Printed {
  UChar32 from;
  const char* to;
};

// Presentation forms that a typesetter makes of letters.
constexpr Printed kLigatures[] = {
    {0xFB00, "ff"},  {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"},
    {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
};

// Letters whose stroke, hook or join is not an accent to Unicode but is one to a typist.
constexpr Printed kStrokes[] = {
    {0x00DF, "ss"},  // ß
    {0x00E6, "ae"},  // æ
    {0x00F0, "d"},   // ð
    {0x00F8, "o"},   // ø
    {0x00FE, "th"},  // þ
    {0x0111, "d"},   // đ
    {0x0127, "h"},   // ħ
    {0x0131, "i"},   // ı
    {0x0138, "k"},   // ĸ
    {0x0142, "l"},   // ł
    {0x014B, "n"},   // ŋ
    {0x0153, "oe"},  // œ
    {0x0167, "t"},   // ŧ
    {0x017F, "s"},   // ſ
    {0x0180, "b"},   // ƀ
    {0x0188, "c"},   // ƈ
    {0x0192, "f"},   // ƒ
    {0x0195, "hv"},  // ƕ
    {0x0199, "k"},   // ƙ
    {0x019A, "l"},   // ƚ
    {0x01A5, "p"},   // ƥ
    {0x01B6, "z"},   // ƶ
    {0x01DD, "e"},   // ǝ
    {0x01E5, "g"},   // ǥ
    {0x0234, "l"},   // ȴ
    {0x0237, "j"},   // ȷ
    {0x023C, "c"},   // ȼ
    {0x0247, "e"},   // ɇ
    {0x0249, "j"},   // ɉ
    {0x024D, "r"},   // ɍ
    {0x024F, "y"},   // ɏ
    {0x0253, "b"},   // ɓ
    {0x0254, "o"},   // ɔ
    {0x0256, "d"},   // ɖ
    {0x0257, "d"},   // ɗ
    {0x0259, "e"},   // ə
    {0x025B, "e"},   // ɛ
    {0x0260, "g"},   // ɠ
    {0x0268, "i"},   // ɨ
    {0x0272, "n"},   // ɲ
    {0x0289, "u"},   // ʉ
    {0x0640, ""},    // Arabic tatweel: only stretches the line
};

template <std::size_t N>
const char* printed_as(const Printed (&table)[N], UChar32 c) {
  const Printed* found = std::lower_bound(std::begin(table), std::end(table), c,
                                          [](const Printed& p, UChar32 x) { return p.from < x; });
  return found != std::end(table) && found->from == c ? found->to : nullptr;
}

bool is_invisible(UChar32 c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// What `normalized` writes for one character that is not plain ASCII.
void append_normalized(std::string& out, UChar32 c) {
  if (is_invisible(c)) return;
  if (c == 0x2028 || c == 0x2029) {
    out += '\n';
  } else if (c < 0xA0 || u_charType(c) == U_SPACE_SEPARATOR) {
    out += ' ';
  } else if (const char* letters = printed_as(kLigatures, c)) {
    out += letters;
  } else {
    append(out, c);
  }
}

// ASCII that `normalized` copies as it stands.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (unsigned c = 0x20; c < 0x7F; ++c) plain[c] = true;
  plain['\t'] = plain['\n'] = plain['\f'] = true;
  return plain;
}();

std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

/// A mark that a typist leaves out. Marks that make another letter or syllable of what they stand
/// on (the dots of kana, the vowels and viramas of Indic and Thai) have other combining classes.
bool is_accent(UChar32 c) {
  if (u_charType(c) != U_NON_SPACING_MARK) return false;
  const std::uint8_t attached = u_getCombiningClass(c);
  return attached == 1 || (attached >= 10 && attached <= 36) || attached >= 200;
}

// What `plain_punctuation` makes straight.
struct Range {
  UChar32 first, last;
  char plain;
};
constexpr Range kPunctuation[] = {
    {0x00AB, 0x00AB, '"'},   // «
    {0x00B4, 0x00B4, '\''},  // ´
    {0x00BB, 0x00BB, '"'},   // »
    {0x02B9, 0x02B9, '\''},  // prime as a letter
    {0x02BB, 0x02BD, '\''},  // okina, apostrophe as a letter
    {0x2010, 0x2015, '-'},   // hyphens and dashes
    {0x2018, 0x201B, '\''},  // ‘ ’ ‚ ‛
    {0x201C, 0x201F, '"'},   // “ ” „ ‟
    {0x2032, 0x2032, '\''},  // ′
    {0x2033, 0x2033, '"'},   // ″
    {0x2039, 0x203A, '\''},  // ‹ ›
    {0x2043, 0x2043, '-'},   // hyphen bullet
    {0x2212, 0x2212, '-'},   // minus
    {0xFE58, 0xFE58, '-'},  {0xFE63, 0xFE63, '-'}, {0xFF02, 0xFF02, '"'},
    {0xFF07, 0xFF07, '\''}, {0xFF0D, 0xFF0D, '-'},
};

char plain_for(UChar32 c) {
  for (const Range& range : kPunctuation)
    if (range.first <= c && c <= range.last) return range.plain;
  return 0;
}

// Windows-1252, bytes 0x80 to 0x9F; 0 where it has no character.
constexpr UChar32 kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (char byte : bytes) {
    auto c = static_cast<UChar32>(static_cast<unsigned char>(byte));
    if (c >= 0x80 && c < 0xA0)
      c = kWindows1252[c - 0x80] != 0 ? kWindows1252[c - 0x80] : kReplacement;
    append(out, c);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big) {
  auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<UChar32>(big ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  out.reserve(bytes.size());
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    UChar32 c = unit(at);
    at += 2;
    if (U16_IS_LEAD(c) && at + 1 < bytes.size() && U16_IS_TRAIL(unit(at))) {
      c = U16_GET_SUPPLEMENTARY(c, unit(at));
      at += 2;
    } else if (U16_IS_SURROGATE(c)) {
      c = kReplacement;
    }
    append(out, c);
  }
  if (at < bytes.size()) append(out, kReplacement);  // half a unit at the end
  return out;
}

std::string from_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) append(out, next_code_point(bytes, at));
  return out;
}

/// How well bytes read as UTF-8: characters of several bytes, and places that are none.
struct Utf8Count {
  std::size_t good = 0, bad = 0;
};
Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    UChar32 c = data[at];
    if (c < 0x80) {
      ++at;
      continue;
    }
    U8_NEXT(data, at, bytes.size(), c);
    ++(c < 0 ? count.bad : count.good);
  }
  return count;
}

/// Western text in UTF-16 has a zero in every second byte; no other text has many.
enum class Zeros { few, even, odd };
Zeros zeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t count[2] = {0, 0};
  for (std::size_t at = 0; at < head.size(); ++at)
    if (head[at] == '\0') ++count[at % 2];
  const std::size_t many = head.size() / 8;  // a quarter of the units
  if (head.size() < 4 || std::max(count[0], count[1]) <= many) return Zeros::few;
  return count[0] > count[1] ? Zeros::even : Zeros::odd;
}

}  // namespace

std::string normalized(std::string_view bytes) {
  std::size_t at = end_of_plain(bytes, 0);
  std::string out;
  out.reserve(bytes.size());
  out.append(bytes, 0, at);
  bool wide = false;
  while (at < bytes.size()) {
    const char byte = bytes[at];
    if (byte == '\r') {
      if (at + 1 == bytes.size() || bytes[at + 1] != '\n') out += '\n';
      ++at;
    } else if (static_cast<unsigned char>(byte) < 0x80) {
      out += ' ';
      ++at;
    } else {
      wide = true;
      append_normalized(out, next_code_point(bytes, at));
    }
    const std::size_t end = end_of_plain(bytes, at);
    out.append(bytes, at, end - at);
    at = end;
  }
  return wide ? in_form_c(std::move(out)) : out;
}

std::string folded(std::string_view word) {
  if (!is_ascii(word)) return run(nfkc_casefold(), word);
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string unaccented(std::string_view folded_word) {
  if (is_ascii(folded_word)) return std::string(folded_word);
  const std::string apart = run(nfd(), folded_word);
  std::string out;
  out.reserve(apart.size());
  for (std::size_t at = 0; at < apart.size();) {
    const UChar32 c = next_code_point(apart, at);
    if (is_accent(c)) continue;
    const char* letters = printed_as(kStrokes, c);
    letters != nullptr ? void(out += letters) : append(out, c);
  }
  return in_form_c(std::move(out));
}

Plain plain_punctuation(std::string_view text) {
  Plain plain;
  plain.text.reserve(text.size());
  plain.origin.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_code_point(text, at);
    if (const char straight = plain_for(c)) {
      plain.text += straight;
      plain.origin.push_back(static_cast<std::uint32_t>(begin));
      continue;
    }
    for (std::size_t byte = begin; byte < at; ++byte) {
      plain.text += text[byte];
      plain.origin.push_back(static_cast<std::uint32_t>(byte));
    }
  }
  plain.origin.push_back(static_cast<std::uint32_t>(text.size()));
  return plain;
}

std::string decoded(std::string_view bytes, std::string* encoding) {
  auto named = [&](const char* name) {
    if (encoding != nullptr) *encoding = name;
  };
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return named("UTF-8"), from_utf8(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE"sv)) return named("UTF-16LE"), from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF"sv)) return named("UTF-16BE"), from_utf16(bytes.substr(2), true);
  // Before the question whether it is valid UTF-8: "a\0b\0" is.
  if (const Zeros where = zeros(bytes); where != Zeros::few) {
    const bool big = where == Zeros::even;
    return named(big ? "UTF-16BE" : "UTF-16LE"), from_utf16(bytes, big);
  }
  const Utf8Count count = count_utf8(bytes);
  if (count.bad == 0) return named("UTF-8"), std::string(bytes);
  // A damaged or cut-off file is still UTF-8 when nearly all of it reads so.
  if (count.good >= 8 * count.bad) return named("UTF-8"), from_utf8(bytes);
  return named("windows-1252"), from_windows_1252(bytes);
}

std::size_t characters(std::string_view text) { return clusters(text).size(); }

std::size_t cells(std::string_view text) {
  std::size_t sum = 0;
  for (const Cluster& cluster : clusters(text)) sum += cluster.cells;
  return sum;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  std::u32string left = code_points(a), right = code_points(b);
  if (left.size() > right.size()) left.swap(right);
  const std::size_t beyond = limit + 1;
  if (right.size() - left.size() > limit) return beyond;

  // Three rows of the usual table, of which only a band of `limit` around the diagonal can matter.
  // `before` is two rows up: for two letters that changed places.
  const std::size_t width = left.size() + 1;
  std::vector<std::size_t> before(width, beyond), above(width), row(width, beyond);
  for (std::size_t i = 0; i < width; ++i) above[i] = std::min(i, beyond);
  for (std::size_t j = 1; j <= right.size(); ++j) {
    const std::size_t first = j > limit ? j - limit : 1;
    const std::size_t last = std::min(left.size(), j + limit);
    std::fill(row.begin(), row.end(), beyond);
    if (first == 1) row[0] = std::min(j, beyond);
    std::size_t least = row[0];
    for (std::size_t i = first; i <= last; ++i) {
      const bool same = left[i - 1] == right[j - 1];
      std::size_t edits = std::min({above[i - 1] + (same ? 0 : 1), above[i] + 1, row[i - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        edits = std::min(edits, before[i - 2] + 1);
      row[i] = std::min(edits, beyond);
      least = std::min(least, row[i]);
    }
    if (least >= beyond) return beyond;
    before.swap(above);
    above.swap(row);
  }
  return above[left.size()];
}

}  // namespace litmine
