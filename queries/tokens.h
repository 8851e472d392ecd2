// The tokens of a search string: what the lexer hands to the parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "queries/dialects.h"
#include "queries/line_references.h"
#include "queries/query_text.h"
#include "queries/remarks.h"

namespace litmine {

/// A field as it is meant here: from the dialect's table, another dialect's, or a list of parts.
struct FieldUse {
  std::string name;
  Parts parts;
  Field::Use use = Field::Use::words;
  Field::Entry entry = Field::Entry::none;
  bool adjacent_or = false;
  std::span<const Value> values;
  bool explode = false, focus = false;        // heading
  std::uint32_t least = 0;                    // more than 0: in at least so many places of one part
  std::vector<std::string> subheadings = {};  // heading: typed with the field's name
  std::optional<std::uint32_t> distance = {};  // "a b"[tiab:~2]
  bool distances = false;                      // may have one
};
FieldUse field_use_of(const Field& field);

struct Token {
  enum class Kind {
    word,     ///< a run of characters without space
    phrase,   ///< between quotes
    exact,    ///< between braces
    open,     ///< (
    close,    ///< )
    join,     ///< an operator
    field,    ///< the name of a field, with its sign (`TS=`, `title:`, `TITLE`)
    behind,   ///< a field that stands behind what it says (`[tiab]`, `.ti,ab.`, `:ti,ab`)
    years,    ///< PUBYEAR > 2015, whole
    limit,    ///< LIMIT-TO(FIELD, value), whole; `begin_inner` is the value
    exclude,  ///< EXCLUDE(FIELD, value), likewise
    lines,    ///< other lines of a search history (`or/1-5`, `#3`): `reference`
    heading,  ///< a subject heading, whole: [mh ^"x"]; `begin_inner` is its text
  };
  Kind kind = Kind::word;
  std::size_t begin = 0, end = 0;              ///< bytes of QueryText::text
  std::size_t begin_inner = 0, end_inner = 0;  ///< phrase, exact, limit: what stands inside
  const Operator* join = nullptr;
  std::uint32_t n = 0;  ///< join: the number, as typed or by default
  FieldUse field;
  std::size_t covers =
      0;                 ///< field that stood behind: the tokens after this one that it is said of
  bool setting = false;  ///< of the whole string before it, whatever the order of operators
  int from = 0, to = 9999;  ///< years
  std::string suffix;       ///< phrase: the letters after `~`, or "~" for the default
  bool has_suffix = false;
  LineReference reference;    ///< lines
  bool has_distance = false;  ///< phrase: `"a b"~10`, and `n` is 10
};

/// Cuts the whole string. What is no token is in `remarks`. `in_history`: it is a line of a search
/// history, so a reference to another line may have a meaning.
std::vector<Token> cut_tokens(const QueryText& text, const Dialect& dialect, Remarks& remarks,
                              bool in_history = false);

/// Makes one token of words side by side, where the dialect reads them as one term, and of the two
/// ends of a range of dates.
std::vector<Token> with_words_joined(std::vector<Token> tokens, const QueryText& text,
                                     const Dialect& dialect);

/// Puts every field that stands `behind` before what it is said of, so that the parser reads all
/// dialects alike. A field behind nothing is remarked and left out.
std::vector<Token> with_fields_first(std::vector<Token> tokens, const QueryText& text,
                                     const Dialect& dialect, Remarks& remarks);

bool is_space(char c);
/// ASCII letters and digits, and every byte of other scripts.
bool is_word_byte(char c);
std::string upper(std::string_view text);

}  // namespace litmine
