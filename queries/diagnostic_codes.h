// The codes of all remarks on a search string: one table for the parser, the linter, the
// documents and the tests. docs/lint.md has a page for each.
#pragma once

#include <span>
#include <string_view>

namespace litmine {

struct DiagnosticCode {
  /// What kind of trouble; the letter that the number begins with.
  enum class Family : char { syntax = 'S', dialect = 'D', logic = 'L', corpus = 'C' };

  std::string_view number;   ///< "S101"; never given to another code, never changed
  std::string_view code;     ///< "operator-doubled": what Diagnostic::code holds
  std::string_view meaning;  ///< one line
  /// For a repair: how litmine reads on where the remark itself does not say it, and the reading
  /// not taken. Empty: the string is read as it stands. A choice alone: no other reading can be
  /// said (what is nested too deep, headings that are not known).
  std::string_view choice = {}, alternative = {};

  Family family() const { return static_cast<Family>(number.front()); }
  bool repairs() const { return !choice.empty(); }
};

/// All codes, by number. Lives for the whole program.
std::span<const DiagnosticCode> diagnostic_codes();
/// The row of a code, or nothing.
const DiagnosticCode* diagnostic_code(std::string_view code);
/// "syntax", "dialect", "logic", "corpus".
std::string_view family_name(DiagnosticCode::Family family);

}  // namespace litmine
