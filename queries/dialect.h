// What the characters of a search string mean in one database. A dialect is a table; the one lexer
// and the one parser read it. See docs/dialects.md for the rules and their sources.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "queries/query.h"
#include "text/diagnostic.h"

namespace litmine {

struct Dialect;  // the table itself is in queries/dialects.h, for this room only

/// The dialect of that name ("scopus", "wos", "native"), or nothing. Lives for the whole program.
const Dialect* dialect_named(std::string_view name);
/// All names, in the order of help texts.
std::vector<std::string_view> dialect_names();
std::string_view name_of(const Dialect& dialect);
std::string_view title_of(const Dialect& dialect);
/// Where a bare string is searched in this database.
Parts default_parts(const Dialect& dialect);

/// Choices the user can make where a string or a rule has more than one reading.
struct ReadingOptions {
  /// What to read where two operators stand with nothing between ("OR AND"): keep the second
  /// (default) or the first.
  enum class Doubled { keep_second, keep_first } doubled = Doubled::keep_second;
  std::optional<Parts> in;  ///< where bare words are searched; else the dialect's default
};

struct Parsed {
  Query query;        ///< always a tree, however broken the string
  Diagnostics notes;  ///< in the order of the string; every byte is in a node or in one of these
};

/// Reads a search string. Never fails: what cannot be read is reported with its place and a stated
/// reading.
Parsed parse_query(std::string_view source, const Dialect& dialect,
                   const ReadingOptions& options = {});

/// One piece of a string, for `explain`.
struct QueryToken {
  Span where;             ///< bytes in the string as typed
  std::string_view kind;  ///< word, quoted, exact, operator, field, bracket, years, limit, other
};
/// The string as the lexer cuts it, in order; every byte that is not white space is in one.
std::vector<QueryToken> tokens_of(std::string_view source, const Dialect& dialect);

/// Writes a tree in a dialect, fully bracketed. What the dialect cannot say is reported in `lost`.
std::string write_query(const Query& query, const Dialect& into, Diagnostics& lost);

}  // namespace litmine
