// Options that several commands share, declared once so that they read the same everywhere.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "corpus/part.h"
#include "queries/dialect.h"
#include "text/result.h"

namespace CLI {
class App;
}

namespace litmine {

/// A search string with its dialect: QUERY, --query-file, --dialect, --in, --doubled-operator,
/// --as-of, --rule.
struct QueryOptions {
  std::string query, query_file, dialect = "scopus", in, doubled = "second", as_of;
  std::vector<std::string> rules;  ///< "rule=reading"
};
/// `dialect`: the names of the option that says how the string is read.
void add_query_options(CLI::App& app, QueryOptions& options,
                       const std::string& dialect = "--dialect,-d");

/// The dialect of that name. Error: there is none, with the nearest.
Result<const Dialect*> known_dialect(const std::string& name);

/// The string as typed, where it came from, and what it was read as.
struct ReadQuery {
  std::string name;  ///< for messages: the file, "query" or "standard input"
  Parsed parsed;
  const Dialect* dialect = nullptr;
  ReadingOptions reading;  ///< what it was read with
};
/// Errors: unknown dialect or part (with the nearest), no query given, both given, a file that
/// cannot be read.
Result<ReadQuery> read_query(const QueryOptions& options, std::istream& in);

/// --format, with the formats of make_sink.
void add_format_option(CLI::App& app, std::string& format);

/// --index. Without it: LITMINE_INDEX, else `.litmine/index`, else `results/.litmine/index` if that
/// is there.
void add_index_option(CLI::App& app, std::string& folder);
std::filesystem::path index_folder(const std::string& given);

/// --codebook. "default" is LITMINE_CODEBOOK, else the folder beside the program (build tree or
/// installed).
void add_codebook_option(CLI::App& app, std::string& folder);
Result<std::filesystem::path> codebook_folder(const std::string& given);

/// The whole of a file, or of standard input for "-".
Result<std::string> read_all(const std::string& file, std::istream& in);

}  // namespace litmine
