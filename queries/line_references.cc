#include "queries/line_references.h"

#include <optional>
#include <string>
#include <utility>

#include "queries/tokens.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr std::size_t kMostDigits = 6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads from left to right and never back; `at` stays where it is when a step fails.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at, LineSigns signs)
      : text_(text), at_(at), signs_(signs) {}

  LineReference read() {
    LineReference found;
    std::size_t begin = at_;
    if (std::optional<Kind> joins = prefix()) {
      found.joins = *joins;
      if (!list(found)) return {};
      bool alone = found.lines.size() == 1 && found.lines[0].from == found.lines[0].to;
      if (alone && text_[begin + (text_[begin] == 'a' || text_[begin] == 'A' ? 3 : 2)] != '/')
        return {};  // `or 5` continues another expression
    } else {
      if (!list(found)) return {};
      if (std::optional<Kind> after = suffix()) found.joins = *after;
    }
    if (!ends_here()) return {};
    found.end = at_;
    return found;
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void skip_spaces() {
    while (is_space(peek())) ++at_;
  }
  bool word(std::string_view lower) {
    for (std::size_t i = 0; i < lower.size(); ++i) {
      char c = peek(i);
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      if (c != lower[i]) return false;
    }
    at_ += lower.size();
    return true;
  }
  /// `or/`, `OR ` before a list
  std::optional<Kind> prefix() {
    std::size_t begin = at_;
    for (auto [name, kind] : {std::pair("or", Kind::any_of), std::pair("and", Kind::all_of)}) {
      if (!word(name)) continue;
      bool slash = peek() == '/';
      if (slash || is_space(peek())) {
        at_ += slash ? 1 : 0;
        skip_spaces();
        return kind;
      }
      at_ = begin;
    }
    return std::nullopt;
  }
  /// `/OR` behind a list
  std::optional<Kind> suffix() {
    if (peek() != '/') return std::nullopt;
    std::size_t begin = at_++;
    skip_spaces();
    if (word("or")) return Kind::any_of;
    if (word("and")) return Kind::all_of;
    at_ = begin;
    return std::nullopt;
  }
  bool number(int& value) {
    std::size_t begin = at_;
    bool hash = peek() == '#', letter = peek() == 'S' || peek() == 's' || peek() == 'L';
    bool allowed = hash ? signs_.hash : letter ? signs_.letter : signs_.plain;
    if (hash || letter) ++at_;
    std::size_t digits = at_;
    value = 0;
    for (; is_digit(peek()) && at_ - digits <= kMostDigits; ++at_)
      value = value * 10 + peek() - '0';
    if (allowed && at_ > digits && at_ - digits <= kMostDigits) return true;
    at_ = begin;
    return false;
  }
  bool list(LineReference& found) {
    LineRange range;
    if (!number(range.from)) return false;
    for (;;) {
      range.to = range.from;
      std::size_t begin = at_;
      skip_spaces();
      if (peek() == '-') {
        ++at_;
        skip_spaces();
        LineSigns signs = signs_;
        signs_.plain = true;  // #1-5
        bool ends = number(range.to);
        signs_ = signs;
        if (!ends) return false;
        if (range.to < range.from) std::swap(range.from, range.to);
        begin = at_;
        skip_spaces();
      }
      found.lines.push_back(range);
      if (peek() != ',') {
        at_ = begin;
        return true;
      }
      ++at_;
      skip_spaces();
      if (!number(range.from)) return false;
    }
  }
  bool ends_here() const {
    static constexpr std::string_view kGoOn = ".-/'*?$#&:,_";
    char c = peek();
    return c == '\0' || (!is_word_byte(c) && kGoOn.find(c) == std::string_view::npos);
  }

  std::string_view text_;
  std::size_t at_;
  LineSigns signs_;
};

}  // namespace

LineReference line_reference_at(std::string_view text, std::size_t at, LineSigns signs) {
  return Reader(text, at, signs).read();
}

bool is_only_references(std::string_view text) {
  std::size_t at = 0, references = 0, operators = 0;
  while (at < text.size()) {
    char c = text[at];
    if (is_space(c) || c == '(' || c == ')' || c == '{' || c == '}') {
      ++at;
      continue;
    }
    if (LineReference found = line_reference_at(text, at, {true, true, true}); found.end > 0) {
      at = found.end;
      ++references;
      bool several = found.lines.size() > 1 || found.lines[0].from != found.lines[0].to;
      operators += several ? 1 : 0;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    std::string word = upper(text.substr(at, end - at));
    if (word != "AND" && word != "OR" && word != "NOT") return false;
    at = end;
    ++operators;
  }
  return references > 0 && operators > 0;
}

}  // namespace litmine
