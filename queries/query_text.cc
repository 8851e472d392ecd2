#include "queries/query_text.h"

#include <algorithm>

namespace litmine {
namespace {

using Looks = QueryText::Looks;
using Level = Diagnostic::Level;

/// What is said about one kind of odd character, once.
struct Kind {
  Level level;
  std::string_view code, one, many, read_as;
};
constexpr Kind kSilent{Level::note, "", "", "", ""};
constexpr Kind kCurly{Level::warning, "curly-quotes", "curly quote", "curly quotes", "\""};
constexpr Kind kGuillemets{Level::warning, "odd-quotes", "guillemet", "guillemets", "\""};
constexpr Kind kPrimes{Level::warning, "odd-quotes", "double prime", "double primes", "\""};
constexpr Kind kPrime{Level::note, "odd-quotes", "prime", "primes", "'"};
constexpr Kind kDashes{Level::note, "odd-dash", "typographic dash or hyphen",
                       "typographic dashes or hyphens", "-"};
constexpr Kind kSpaces{Level::note, "odd-space", "no-break or typographic space",
                       "no-break or typographic spaces", " "};
constexpr Kind kSoftHyphen{Level::note, "invisible-character", "soft hyphen", "soft hyphens", ""};
constexpr Kind kInvisible{Level::note, "invisible-character", "invisible character",
                          "invisible characters", ""};
constexpr Kind kFullWidth{Level::note, "full-width", "full-width sign", "full-width signs",
                          "the plain one"};
constexpr Kind kControl{Level::warning, "control-character", "control character",
                        "control characters", " "};
constexpr Kind kEntity{Level::warning, "html-entity", "HTML entity", "HTML entities",
                       "the character it names"};
constexpr Kind kBadBytes{Level::error, "bad-bytes", "byte that is not UTF-8",
                         "bytes that are not UTF-8", " "};

struct Odd {
  char32_t first, last;
  std::string_view plain;
  const Kind* kind;
  Looks looks = Looks::neither;
};
constexpr Odd kOdd[] = {
    {0x00, 0x08, " ", &kControl},
    {0x0e, 0x1f, " ", &kControl},
    {0x7f, 0x9f, " ", &kControl},
    {0xa0, 0xa0, " ", &kSpaces},
    {0xab, 0xab, "\"", &kGuillemets, Looks::neither},  // «so» and »so«
    {0xad, 0xad, "", &kSoftHyphen},
    {0xb4, 0xb4, "'", &kSilent},
    {0xbb, 0xbb, "\"", &kGuillemets, Looks::neither},
    {0x1680, 0x1680, " ", &kSpaces},
    {0x2000, 0x200a, " ", &kSpaces},
    {0x200b, 0x200f, "", &kInvisible},
    {0x2010, 0x2015, "-", &kDashes},
    {0x2018, 0x201b, "'", &kSilent},
    {0x201c, 0x201c, "\"", &kCurly, Looks::opening},
    {0x201d, 0x201d, "\"", &kCurly, Looks::closing},
    {0x201e, 0x201e, "\"", &kCurly, Looks::opening},
    {0x201f, 0x201f, "\"", &kCurly, Looks::opening},
    {0x2028, 0x2029, "\n", &kSpaces},
    {0x202a, 0x202e, "", &kInvisible},
    {0x202f, 0x202f, " ", &kSpaces},
    {0x2032, 0x2032, "'", &kPrime},
    {0x2033, 0x2033, "\"", &kPrimes},
    {0x2036, 0x2036, "\"", &kPrimes},
    {0x2039, 0x203a, "\"", &kGuillemets},
    {0x205f, 0x205f, " ", &kSpaces},
    {0x2060, 0x2064, "", &kInvisible},
    {0x2212, 0x2212, "-", &kDashes},
    {0x3000, 0x3000, " ", &kSpaces},
    {0xfe58, 0xfe58, "-", &kDashes},
    {0xfe63, 0xfe63, "-", &kDashes},
    {0xfeff, 0xfeff, "", &kInvisible},
    {0xff02, 0xff02, "\"", &kFullWidth},
    {0xff04, 0xff04, "$", &kFullWidth},
    {0xff08, 0xff08, "(", &kFullWidth},
    {0xff09, 0xff09, ")", &kFullWidth},
    {0xff0a, 0xff0a, "*", &kFullWidth},
    {0xff0d, 0xff0d, "-", &kDashes},
    {0xff0f, 0xff0f, "/", &kFullWidth},
    {0xff1a, 0xff1a, ":", &kFullWidth},
    {0xff1d, 0xff1d, "=", &kFullWidth},
    {0xff1f, 0xff1f, "?", &kFullWidth},
};

const Odd* odd_character(char32_t c) {
  for (const Odd& odd : kOdd)
    if (odd.first <= c && c <= odd.last) return &odd;
  return nullptr;
}

/// What copies of web pages leave behind.
struct Entity {
  std::string_view name;  // with & and ;
  std::string_view plain;
};
constexpr Entity kEntities[] = {
    {"&quot;", "\""},  {"&#34;", "\""},   {"&#x22;", "\""}, {"&ldquo;", "\""}, {"&rdquo;", "\""},
    {"&#8220;", "\""}, {"&#8221;", "\""}, {"&amp;", "&"},   {"&#38;", "&"},    {"&lt;", "<"},
    {"&gt;", ">"},     {"&#39;", "'"},    {"&apos;", "'"},  {"&rsquo;", "'"},  {"&lsquo;", "'"},
    {"&#8217;", "'"},  {"&nbsp;", " "},   {"&#160;", " "},  {"&ndash;", "-"},  {"&#8211;", "-"},
    {"&lpar;", "("},   {"&rpar;", ")"},   {"&#40;", "("},   {"&#41;", ")"},
};

const Entity* entity_at(std::string_view text) {
  for (const Entity& entity : kEntities)
    if (text.starts_with(entity.name)) return &entity;
  return nullptr;
}

struct Decoded {
  char32_t character = 0;
  std::size_t size = 0;  // 0: not UTF-8
};

Decoded decode(std::string_view text) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t size = lead >= 0xf0 && lead < 0xf5   ? 4
                     : lead >= 0xe0 && lead < 0xf0 ? 3
                     : lead >= 0xc2 && lead < 0xe0 ? 2
                                                   : 0;
  if (size == 0 || size > text.size()) return {};
  char32_t character = lead & (0xffu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {};
    character = character << 6 | (byte(i) & 0x3f);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  bool surrogate = character >= 0xd800 && character <= 0xdfff;
  if (character < kLeast[size] || surrogate || character > 0x10ffff) return {};
  return {character, size};
}

/// The places of each kind of odd character.
class Census {
 public:
  void add(const Kind& kind, Span where) {
    if (kind.code.empty()) return;
    auto it =
        std::find_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.kind == &kind; });
    if (it == seen_.end()) it = seen_.insert(seen_.end(), {&kind, where, {}, 0});
    if (++it->count <= kMostPlaces)
      it->bytes += (it->count > 1 ? ", " : "") + std::to_string(where.begin);
  }

  void report(const Dialect& dialect, Remarks& remarks) const {
    for (const Seen& seen : seen_) {
      const Kind& kind = *seen.kind;
      std::string message = counted(seen.count, kind.one, kind.many);
      if (kind.read_as.empty())
        message += " left out";
      else if (kind.read_as == " " || (&kind == &kCurly && dialect.ignores_curly_quotes))
        message += " read as a space";
      else
        message += " read as " + std::string(kind.read_as);
      message += seen.count == 1 ? " (byte " : " (bytes ";
      message += seen.bytes + (seen.count > kMostPlaces ? ", …)" : ")");
      std::string hint;
      if (&kind == &kEntity) hint = "write the character itself";
      if (&kind == &kCurly || &kind == &kGuillemets) hint = dialect.remark_curly_quotes;
      remarks.add(kind.level, std::string(kind.code), seen.first, message, hint);
    }
  }

 private:
  static constexpr std::size_t kMostPlaces = 10;
  struct Seen {
    const Kind* kind;
    Span first;
    std::string bytes;
    std::size_t count;
  };
  std::vector<Seen> seen_;
};

}  // namespace

QueryText read_characters(std::string_view source, const Dialect& dialect, Remarks& remarks,
                          Span window) {
  const std::size_t end = std::min<std::size_t>(window.end, source.size());
  source = source.substr(0, end);
  QueryText result;
  const std::size_t begin = std::min<std::size_t>(window.begin, end);
  result.text.reserve(end - begin);
  result.origin.reserve(end - begin + 1);
  Census census;
  auto append = [&](std::string_view plain, std::size_t from, Looks looks) {
    for (char c : plain) {
      result.text += c;
      result.origin.push_back(static_cast<std::uint32_t>(from));
      result.looks.push_back(looks);
    }
  };
  for (std::size_t at = begin, size = 0; at < source.size(); at += size) {
    Decoded next = decode(source.substr(at));
    size = std::max<std::size_t>(next.size, 1);
    Span where{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
    if (const Entity* entity = next.character == '&' ? entity_at(source.substr(at)) : nullptr) {
      size = entity->name.size();
      where.end = static_cast<std::uint32_t>(at + size);
      census.add(kEntity, where);
      append(entity->plain, at, Looks::neither);
    } else if (next.size == 0) {
      census.add(kBadBytes, where);
      append(" ", at, Looks::neither);
    } else if (const Odd* odd = odd_character(next.character)) {
      census.add(*odd->kind, where);
      bool ignored = odd->kind == &kCurly && dialect.ignores_curly_quotes;
      append(ignored ? " " : odd->plain, at, ignored ? Looks::neither : odd->looks);
    } else {
      for (std::size_t i = 0; i < size; ++i)
        append(source.substr(at + i, 1), at + i, Looks::neither);
    }
  }
  result.origin.push_back(static_cast<std::uint32_t>(source.size()));
  census.report(dialect, remarks);
  return result;
}

}  // namespace litmine
