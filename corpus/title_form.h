// Titles as they are compared: databases cut them off, translate them, leave marks of type in them,
// and append remarks in brackets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

struct TitleForm {
  std::string compact;              ///< its letters and digits: "e-commerce" and "ecommerce" alike
  std::vector<std::string> words;   ///< in order
  std::vector<std::uint32_t> keys;  ///< of the words, sorted, for counting common ones
  std::string digits;               ///< all its digits in order; roman numerals as digits
  std::uint32_t telling = 0;        ///< words that are not "the", "of", ...
  bool foreign = false;             ///< its small words are not English
};

/// A title that says of itself that it is about another work.
enum class TitleNotice : std::uint8_t { none, erratum, retraction, comment, reply, reprint };

struct TitleForms {
  std::vector<TitleForm> forms;  ///< whole first; then without remarks, when that differs
  TitleNotice notice = TitleNotice::none;
};
/// A title as printed; nothing when it holds no word. A leading notice ("Erratum to:") is not part
/// of the forms.
TitleForms title_forms(std::string_view title);

enum class TitleLikeness : std::uint8_t {
  same,
  nearly,     ///< slips of spelling, lost signs
  beginning,  ///< one is how the other begins
  contained,  ///< one is within the other
  alike,      ///< seven in ten words in common
  partly,     ///< half of them
  part,       ///< the same but for a number
  different,
};
/// Symmetric.
TitleLikeness compare(const TitleForm& a, const TitleForm& b);

/// Letters and digits only, folded and unaccented, single spaces: for showing and sorting titles.
std::string title_key(std::string_view title);

/// Do many works have this title ("Editorial", "Book reviews")?
bool is_common_title(std::string_view compact);
/// A word that tells nothing about a title ("the", "of").
bool is_small_word(std::string_view word);

/// Edits (bytes) between two strings; O(|a| |b| / 64).
std::size_t edits_between(std::string_view a, std::string_view b);

}  // namespace litmine
