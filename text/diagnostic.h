// What a person wrote is odd: go on reading, and say so with the place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace litmine {

/// One remark about a text that a person wrote (a query, a codebook, a protocol).
struct Diagnostic {
  enum class Level { note, warning, error };

  Level level = Level::error;
  std::string code;  ///< stable name of the rule, e.g. "operator-doubled"; lower case and hyphens
  Span where;        ///< bytes in the text as written; empty when it concerns the whole
  std::string message;    ///< what was expected and what was found
  std::string hint;       ///< what to do, or how litmine read on; may be empty
  bool repaired = false;  ///< litmine changed the reading here; `choice` and `alternative` say how
  std::string choice;     ///< the reading taken, e.g. "AND"
  std::string alternative;  ///< the reading not taken, e.g. "OR"

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "error", "warning" or "note".
std::string_view level_name(Diagnostic::Level level);

/// True if one of them is an error.
bool has_errors(const Diagnostics& notes);

/// The remark as a person reads it, with the line, a caret under the place and the hint:
///
///     review.query:1:230: error: 'OR' is followed by 'AND' with nothing between them
///     [operator-doubled]
///       … OR “global marketplace” OR AND “INV” OR “international entre…
///                                 ^~~~~~
///       hint: a term is missing, or one of the two operators is too many; read on as AND
///
/// `name` is what stands before the first colon. Columns count characters (grapheme clusters) from
/// 1; a long line is cut around the place; carets are set by display width (wide characters take
/// two cells). Ends with a newline.
std::string render(const Diagnostic& note, std::string_view name, std::string_view source);

/// Line and column of a byte in a text, both from 1; columns count grapheme clusters.
struct LineColumn {
  std::size_t line = 1, column = 1;
};
LineColumn line_and_column(std::string_view source, std::size_t byte);

}  // namespace litmine
