// What the characters of a search string mean in one database. A dialect is a table; the one lexer
// and the one parser read it. See docs/dialects.md for the rules and their sources.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
  /// The day whose rules are used, as "2012-01-01" (also "2012" or "2012-01", its first day);
  /// empty: the rules of today. See rules_of.
  std::string as_of;
  /// Readings chosen for rules that changed or are contested: {"order", "left-to-right"}. The last
  /// of a rule counts. Unknown ones are remarked upon (`unknown-rule`).
  std::vector<std::pair<std::string, std::string>> rules;
  /// Join the operands of a run in the order of this dialect ("wos"), everything else as it is;
  /// empty: in its own. For saying what the other reading of unbracketed operators finds.
  std::string order_of;
  /// Read AND beside a proximity operator as AND without any distance, not as the distance to each
  /// part.
  bool proximity_as_and = false;
  /// Read what the database ignores: stop words as words, wildcards where it drops them as
  /// wildcards, a distance that it does not heed as that distance. For saying what was lost.
  bool heed_ignored = false;
  /// Search what stands in a field that the database does not have in all fields, not in those of
  /// bare words.
  bool unknown_fields_are_all = false;
};

/// A rule of a database that changed, or of which the sources tell different things, and one way to
/// read it.
struct RuleReading {
  std::string_view rule, reading;  ///< "order", "left-to-right": stable names
  std::string_view since, until;   ///< ISO days, half-open; empty: always
  bool by_default = false;         ///< the one taken today when nothing is chosen
  std::string_view source;         ///< who says so (keys in docs/dialects.md)
};
/// All such rules of a dialect, readings of one rule side by side.
std::vector<RuleReading> rules_of(const Dialect& dialect);

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
  std::string_view kind;  ///< word, quoted, exact, operator, field, bracket, years, limit, line,
                          ///< heading, other
};
/// The string as the lexer cuts it, in order; every byte that is not white space is in one.
std::vector<QueryToken> tokens_of(std::string_view source, const Dialect& dialect);

/// Writes a tree in a dialect, fully bracketed. What the dialect cannot say is reported in `lost`.
std::string write_query(const Query& query, const Dialect& into, Diagnostics& lost);

}  // namespace litmine
