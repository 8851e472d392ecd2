// Words. The cutter walks bytes through a table while they are ASCII, and falls back to ICU for a
// word that holds anything else. One Word is reused for every call of `take`.
//
// The one thing a newcomer would get wrong: NFKC turns "firms²" (firms with a footnote mark) into
// "firms2", so superscript digits must end the word before it is folded.
#include "text/words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <cassert>
#include <limits>
#include <utility>

#include "text/normalize.h"

namespace litmine {
namespace {

enum class Kind : std::uint8_t {
  other,       // ends a word
  letter,      // also what the caller counts as one
  digit,       //
  mark,        // belongs to the character before it
  apostrophe,  // belongs to a word between letters
  hyphen,      // joins two words to a third, fused one
  invisible,   // as if it were not there: soft hyphens, joiners
  ideograph,   // a word of its own
};

using Kinds = std::array<Kind, 128>;

constexpr Kinds kAscii = [] {
  Kinds kinds{};
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<std::size_t>(c)] = Kind::letter;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<std::size_t>(c)] = Kind::letter;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<std::size_t>(c)] = Kind::digit;
  kinds['\''] = Kind::apostrophe;
  kinds['-'] = Kind::hyphen;
  return kinds;
}();

bool is_apostrophe(UChar32 c) {
  return c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0x00B4 || c == 0xFF07;
}

bool is_subscript_digit(UChar32 c) { return c >= 0x2080 && c <= 0x2089; }

bool is_ideograph(UChar32 c) {
  return c >= 0x2E80 &&
         (uscript_hasScript(c, USCRIPT_HAN) || uscript_hasScript(c, USCRIPT_HIRAGANA) ||
          uscript_hasScript(c, USCRIPT_KATAKANA));
}

/// Half-width voicing marks of Katakana: letters to Unicode, marks to a reader.
bool is_voicing(UChar32 c) { return c == 0xFF9E || c == 0xFF9F; }

constexpr UChar32 kTatweel = 0x0640;  // stretches an Arabic word; folding drops it

Kind kind_of(UChar32 c) {
  if (c == kTatweel || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return Kind::invisible;
  if (is_apostrophe(c)) return Kind::apostrophe;
  if (c == 0x2010 || c == 0x2011) return Kind::hyphen;
  const auto mask = U_MASK(u_charType(c));
  if ((mask & U_GC_M_MASK) != 0 || is_voicing(c)) return Kind::mark;
  if ((mask & U_GC_L_MASK) != 0) return is_ideograph(c) ? Kind::ideograph : Kind::letter;
  if ((mask & U_GC_NL_MASK) != 0) return is_ideograph(c) ? Kind::ideograph : Kind::digit;
  if ((mask & U_GC_ND_MASK) != 0 || is_subscript_digit(c)) return Kind::digit;
  return Kind::other;
}

bool in_word(Kind kind) {
  return kind == Kind::letter || kind == Kind::digit || kind == Kind::mark ||
         kind == Kind::ideograph;
}

bool begins_word(Kind kind) { return kind == Kind::letter || kind == Kind::digit; }

/// One word of a chain joined by hyphens. Strings keep their memory from word to word.
struct Piece {
  std::string folded;
  std::string plain;  ///< unaccented; empty when it is the same
  Span where;
};

class Cutter {
 public:
  Cutter(std::string_view text, const std::function<void(const Word&)>& take,
         std::string_view also_letters)
      : text_(text), take_(take), also_letters_(also_letters) {
    assert(text.size() < std::numeric_limits<std::uint32_t>::max());
    for (char c : also_letters)
      if (static_cast<unsigned char>(c) < 0x80) ascii_[static_cast<std::size_t>(c)] = Kind::letter;
    for (std::size_t c = 0; c < ascii_.size(); ++c) begins_[c] = begins_word(ascii_[c]);
  }

  void cut() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (begins_[byte]) {
        cut_chain();
        continue;
      }
      if (byte < 0x80) {
        ++at_;
        continue;
      }
      std::size_t next = at_;
      const Kind kind = read(next);
      if (begins_word(kind)) {
        cut_chain();
      } else if (kind == Kind::ideograph) {
        cut_ideograph(next);
      } else {
        at_ = next;
      }
    }
  }

 private:
  /// The kind of the character at `at`, which moves behind it.
  Kind read(std::size_t& at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      ++at;
      return ascii_[byte];
    }
    const std::size_t begin = at;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, text_.size(), c);
    if (!also_letters_.empty() &&
        also_letters_.find(text_.substr(begin, at - begin)) != std::string_view::npos)
      return Kind::letter;
    return kind_of(c);
  }

  Kind kind_at(std::size_t at) const { return at < text_.size() ? read(at) : Kind::other; }

  /// Words joined by hyphens, from the first letter at `at_`.
  void cut_chain() {
    const std::size_t begin = at_, end = end_of_ascii_word();
    if (end != kNotAscii && !steps_over_hyphen(end)) {
      at_ = end;
      return give_ascii(begin, end);
    }
    std::size_t count = 0;
    at_ = begin;
    do {
      if (count == chain_.size()) chain_.emplace_back();
      cut_word(chain_[count++]);
    } while (steps_over_hyphen(at_));
    if (count > 1) fuse(count);
    for (std::size_t i = 0; i < count; ++i) give(chain_[i], i == 0 && count > 1);
  }

  /// Is there a hyphen at `at` with a word right behind it? Then `at_` is moved to that.
  bool steps_over_hyphen(std::size_t at) {
    if (at >= text_.size() || text_[at] == ' ') return false;  // nearly always
    if (read_visible(at) != Kind::hyphen) return false;
    std::size_t behind = at;
    while (behind < text_.size() && read(behind) == Kind::invisible) at = behind;
    if (!begins_word(kind_at(at))) return false;
    at_ = at;
    return true;
  }

  static constexpr std::size_t kNotAscii = static_cast<std::size_t>(-1);

  /// Where the word that begins at `at_` ends, if all of it is ASCII.
  std::size_t end_of_ascii_word() const {
    for (std::size_t at = at_;; ++at) {
      while (at < text_.size() && begins_[static_cast<unsigned char>(text_[at])]) ++at;
      if (at == text_.size()) return at;
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte >= 0x80) {
        const Kind kind = kind_at(at);
        return kind == Kind::other || kind == Kind::hyphen ? at : kNotAscii;
      }
      if (ascii_[byte] != Kind::apostrophe) return at;
      if (ascii_[static_cast<unsigned char>(text_[at - 1])] != Kind::letter) return at;
      const Kind next = kind_at(at + 1);
      if (next == Kind::invisible || next == Kind::mark) return kNotAscii;
      if (next != Kind::letter) return at;
      if (static_cast<unsigned char>(text_[at + 1]) >= 0x80) return kNotAscii;
    }
  }

  void assign_lower(std::string& out, std::size_t begin, std::size_t end) const {
    out.assign(text_, begin, end - begin);
    for (char& c : out) c = static_cast<char>(c | (c >= 'A' && c <= 'Z' ? 0x20 : 0));
  }

  /// The common case, without a detour: one ASCII word on its own.
  void give_ascii(std::size_t begin, std::size_t end) {
    assign_lower(word_.text, begin, end);
    word_.where = span(begin, end);
    word_.form = Word::Form::folded;
    take_(word_);
    ++word_.position;
  }

  void cut_word(Piece& piece) {
    const std::size_t begin = at_, end = end_of_ascii_word();
    if (end == kNotAscii) return cut_any_word(piece, begin);
    assign_lower(piece.folded, begin, end);
    piece.plain.clear();
    piece.where = span(begin, end);
    at_ = end;
  }

  /// The same for a word that is not all ASCII.
  void cut_any_word(Piece& piece, std::size_t begin) {
    raw_.clear();
    Kind last = Kind::other;
    std::size_t end = begin;
    for (std::size_t at = begin; at < text_.size();) {
      const std::size_t from = at;
      const Kind kind = read(at);
      if (kind == Kind::invisible) continue;
      if (kind == Kind::apostrophe) {
        if (last != Kind::letter || kind_visible(at) != Kind::letter) break;
        raw_ += '\'';
      } else if (begins_word(kind) || kind == Kind::mark) {
        raw_.append(text_, from, at - from);
      } else {
        break;
      }
      if (kind != Kind::mark) last = kind;
      end = at;
    }
    at_ = end;
    finish(piece, begin, end);
  }

  /// The same as `read` and `kind_at`, past what is invisible.
  Kind read_visible(std::size_t& at) const {
    Kind kind = Kind::invisible;
    while (kind == Kind::invisible && at < text_.size()) kind = read(at);
    return kind;
  }
  Kind kind_visible(std::size_t at) const { return read_visible(at); }

  void cut_ideograph(std::size_t end) {
    const std::size_t begin = at_;
    for (std::size_t next = end; next < text_.size() && read(next) == Kind::mark;) end = next;
    raw_.assign(text_, begin, end - begin);
    at_ = end;
    if (chain_.empty()) chain_.emplace_back();
    finish(chain_.front(), begin, end);
    give(chain_.front(), false);
  }

  /// Folds what stands in `raw_`.
  void finish(Piece& piece, std::size_t begin, std::size_t end) {
    piece.folded = folded(raw_);
    keep_word_characters(piece.folded);
    piece.plain = unaccented(piece.folded);
    if (piece.plain == piece.folded) piece.plain.clear();
    piece.where = span(begin, end);
  }

  /// NFKC writes some letters with a sign that ends a word ("ŀ" is l and a dot, "ﷺ" a sentence):
  /// the letters stay, so that cutting a folded word gives that word.
  void keep_word_characters(std::string& word) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(word.data());
    std::size_t kept = 0;
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t from = at;
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, at, word.size(), c);
      const bool counts =
          c < 0x80 ? ascii_[static_cast<std::size_t>(c)] != Kind::other
                   : in_word(kind_of(c)) || also_letters_.find(std::string_view(word).substr(
                                                from, at - from)) != std::string_view::npos;
      if (!counts) continue;
      for (std::size_t i = from; i < at; ++i) word[kept++] = word[i];
    }
    if (kept == word.size()) return;
    word.resize(kept);
    word = folded(word);  // what now stands side by side may be one character
  }

  void fuse(std::size_t count) {
    fused_.clear();
    for (std::size_t i = 0; i < count; ++i)
      fused_ += chain_[i].plain.empty() ? chain_[i].folded : chain_[i].plain;
    fused_where_ = {chain_[0].where.begin, chain_[count - 1].where.end};
  }

  void give(Piece& piece, bool with_fused) {
    if (piece.folded.empty()) return;  // nothing but what NFKC leaves out
    give_form(piece.folded, piece.where, Word::Form::folded);
    if (!piece.plain.empty()) give_form(piece.plain, piece.where, Word::Form::unaccented);
    if (with_fused) give_form(fused_, fused_where_, Word::Form::fused);
    ++word_.position;
  }

  void give_form(std::string& text, Span where, Word::Form form) {
    word_.text.swap(text);
    word_.where = where;
    word_.form = form;
    take_(word_);
    word_.text.swap(text);
  }

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view text_;
  const std::function<void(const Word&)>& take_;
  std::string_view also_letters_;
  Kinds ascii_ = kAscii;
  std::array<bool, 256> begins_{};  // by byte: a letter or digit of ASCII
  std::size_t at_ = 0;
  std::vector<Piece> chain_;
  std::string raw_, fused_;
  Span fused_where_;
  Word word_;
};

}  // namespace

void cut_words(std::string_view text, const std::function<void(const Word&)>& take,
               std::string_view also_letters) {
  Cutter(text, take, also_letters).cut();
}

std::vector<Word> cut_words(std::string_view text, std::string_view also_letters) {
  std::vector<Word> words;
  cut_words(
      text, [&](const Word& word) { words.push_back(word); }, also_letters);
  return words;
}

}  // namespace litmine
