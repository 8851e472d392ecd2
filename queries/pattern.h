// A word with wildcards, free of any dialect: what `behavio*r`, `wom?n` and `colo$r` become.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// Literal letters with gaps between them. "behavio*r" is literal "behavio", any run, literal "r".
class Pattern {
 public:
  static constexpr std::uint16_t kAnyRun = 0xffff;
  /// Either letters (`min == max == 0`) or a gap of `min` to `max` characters.
  struct Piece {
    std::string letters;  ///< folded and unaccented UTF-8
    std::uint16_t min = 0, max = 0;
    bool is_gap() const { return letters.empty(); }
    friend bool operator==(const Piece&, const Piece&) = default;
  };

  Pattern() = default;
  /// A word without wildcards; `letters` are taken as they are (already folded).
  explicit Pattern(std::string letters);
  void add_letters(std::string_view letters);
  void add_gap(std::uint16_t min, std::uint16_t max);

  const std::vector<Piece>& pieces() const { return pieces_; }
  bool empty() const { return pieces_.empty(); }
  bool is_literal() const;             ///< no gap
  std::string literal_prefix() const;  ///< letters before the first gap
  std::size_t literal_length() const;  ///< characters that are not gaps
  /// Does the whole `word` (folded UTF-8) fit? Gaps count characters (code points).
  bool matches(std::string_view word) const;
  /// In native writing: `*` any run, `?` exactly one, `$` none or one, `{m,n}` otherwise.
  std::string text() const;
  /// As a regular expression in RE2's syntax, to be matched against a whole word.
  std::string regex() const;

  friend bool operator==(const Pattern&, const Pattern&) = default;

 private:
  std::vector<Piece> pieces_;
};

}  // namespace litmine
