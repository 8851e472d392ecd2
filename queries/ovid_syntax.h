// What Ovid writes that no other database does, told from the characters alone: headings that end
// with a slash, fields between dots, limits in words, commands. The lexer makes tokens of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "queries/dialects.h"

namespace litmine {

/// `exp *Neoplasms/dt, th`, `"Wounds and Injuries"/`
struct SlashHeading {
  std::size_t end = 0;   ///< the byte after it; 0: there is none
  std::size_t text = 0;  ///< where the heading itself begins, behind `exp` and `*`
  bool explode = false, focus = false;
};
/// The heading that begins at `at`. `is_operator` tells whether an operator begins at a byte: a
/// heading with one in it must stand in quotes.
SlashHeading slash_heading_at(std::string_view text, std::size_t at, const Dialect& dialect,
                              const std::function<bool(std::size_t)>& is_operator);

/// `.ti,ab.` behind a term, also as people type it: `.ti,ab`, ` .mp.`, `.ti. ab .`
struct DottedFields {
  std::size_t end = 0;  ///< the byte after it; 0: there is none
  std::vector<std::string> names;
  bool regular = true;       ///< as the database writes it
  std::size_t freq_end = 0;  ///< the byte after `/freq=3`; 0: that is not there
  unsigned least = 0;        ///< its number
};
DottedFields dotted_fields_at(std::string_view text, std::size_t at, const Dialect& dialect);

/// One of the limits behind `limit 3 to`: `yr="2016 -Current"`, `english language`.
struct LimitItem {
  std::size_t end = 0;                         ///< the byte after it; 0: there is none
  std::size_t begin_inner = 0, end_inner = 0;  ///< the value
  const Field* field = nullptr;                ///< null: litmine has no data for it
};
LimitItem limit_item_at(std::string_view text, std::size_t at, const Dialect& dialect);

/// `limit`, `..l/` before a line, or a command of no concern to the meaning.
struct SetCommand {
  enum class Does {
    nothing,   ///< is no command
    limits,    ///< what follows up to `to` is limited to what comes then
    shortens,  ///< `..l/6 yr=2010`: the same without `to`
    keeps,     ///< leaves the set as it is (`remove duplicates from 5`)
    leaves,    ///< searches nothing (`..c/psyc`)
    picks,     ///< `from 26 keep 1-10`: records that somebody chose
  };
  Does does = Does::nothing;
  std::size_t end = 0;
};
SetCommand set_command_at(std::string_view text, std::size_t at);
/// Where the word `to` stands that belongs to a `limit` before `at`; npos: nowhere.
std::size_t limit_to_from(std::string_view text, std::size_t at);
/// `use ppez` behind a set: one file of several that are searched together. The byte after, else 0.
std::size_t file_choice_at(std::string_view text, std::size_t at);

}  // namespace litmine
