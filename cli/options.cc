#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "exporters/sink.h"
#include "text/normalize.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

/// 2012, 2012-03, 2012-03-31
bool is_day(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return false;
  }
  return true;
}

std::string joined(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

void add_query_options(CLI::App& app, QueryOptions& options, const std::string& dialect) {
  app.add_option("QUERY", options.query, "The search string; '-' reads it from standard input");
  app.add_option("--query-file,-f", options.query_file,
                 "Read the search string from this file; '-' is standard input");
  app.add_option(dialect, options.dialect,
                 fmt::format("The database whose rules give the string its meaning: {}",
                             joined(dialect_names())))
      ->capture_default_str();
  app.add_option("--in", options.in,
                 "Where words without a field are searched: parts such as title,abstract,keywords "
                 "(the default in scopus and wos), or all");
  app.add_option("--doubled-operator", options.doubled,
                 "Of two operators with nothing between, keep the first or the second")
      ->capture_default_str();
  app.add_option(
      "--as-of", options.as_of,
      "Read by the rules that the database had on that day (2012-01-31, 2012-01 or 2012)");
  app.add_option("--rule", options.rules,
                 "RULE=READING: take this reading of a rule that changed or is contested; may be "
                 "given several times")
      ->allow_extra_args(false);
}

Result<std::string> read_all(const std::string& file, std::istream& in) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(in), {});
  std::ifstream stream(file, std::ios::binary);
  if (!stream || fs::is_directory(file))
    return failure(Error::Kind::not_found, fmt::format("cannot read '{}'", file),
                   "check the name and the permission");
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

Result<const Dialect*> known_dialect(const std::string& name) {
  if (const Dialect* dialect = dialect_named(name)) return dialect;
  std::string near = nearest(name, dialect_names());
  return failure(Error::Kind::usage, fmt::format("no dialect is called '{}'", name),
                 near.empty() ? "dialects: " + joined(dialect_names())
                              : fmt::format("did you mean '{}'?", near));
}

Result<ReadQuery> read_query(const QueryOptions& options, std::istream& in) {
  ReadQuery read;
  auto dialect = known_dialect(options.dialect);
  if (!dialect) return tl::unexpected(dialect.error());
  read.dialect = *dialect;
  if (options.query.empty() == options.query_file.empty())
    return failure(
        Error::Kind::usage,
        options.query.empty() ? "no search string was given" : "the search string was given twice",
        "give it in quotes, or with --query-file FILE, or '-' for standard input");
  ReadingOptions reading;
  if (options.doubled != "first" && options.doubled != "second")
    return failure(Error::Kind::usage, fmt::format("--doubled-operator is '{}'", options.doubled),
                   "it must be 'first' or 'second'");
  if (options.doubled == "first") reading.doubled = ReadingOptions::Doubled::keep_first;
  if (!options.in.empty()) {
    std::string unknown;
    reading.in = parts_named(options.in, &unknown);
    if (!reading.in) {
      std::vector<std::string> names = {"front", "body", "text", "all"};
      kAll.each([&](Part part) { names.emplace_back(part_name(part)); });
      std::string near = nearest(unknown, names);
      return failure(Error::Kind::usage, fmt::format("no part is called '{}'", unknown),
                     near.empty() ? fmt::format("parts: {}", fmt::join(names, ", "))
                                  : fmt::format("did you mean '{}'?", near));
    }
  }
  if (!options.as_of.empty() && !is_day(options.as_of))
    return failure(Error::Kind::usage, fmt::format("'{}' is no day", options.as_of),
                   "write --as-of 2012-01-31, 2012-01 or 2012");
  reading.as_of = options.as_of;
  for (const std::string& rule : options.rules) {
    const std::size_t equals = rule.find('=');
    if (equals == std::string::npos)
      return failure(Error::Kind::usage, fmt::format("--rule '{}' has no '='", rule),
                     "write --rule RULE=READING; docs/dialects.md lists them");
    reading.rules.emplace_back(rule.substr(0, equals), rule.substr(equals + 1));
  }
  read.reading = reading;
  std::string source = options.query;
  read.name = "query";
  if (options.query == "-" || !options.query_file.empty()) {
    const std::string file = options.query_file.empty() ? "-" : options.query_file;
    auto content = read_all(file, in);
    if (!content) return tl::unexpected(content.error());
    source = *content;
    while (!source.empty() && (source.back() == '\n' || source.back() == '\r')) source.pop_back();
    read.name = file == "-" ? "standard input" : file;
  }
  read.parsed = parse_query(source, *read.dialect, reading);
  return read;
}

void add_format_option(CLI::App& app, std::string& format) {
  app.add_option("--format", format, fmt::format("Output: {}", joined(sink_formats())))
      ->capture_default_str();
}

void add_index_option(CLI::App& app, std::string& folder) {
  app.add_option("--index", folder,
                 "The index's folder (default: $LITMINE_INDEX, else .litmine/index, else "
                 "results/.litmine/index)");
}

fs::path index_folder(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* variable = std::getenv("LITMINE_INDEX"); variable && *variable) return variable;
  const fs::path here = ".litmine/index", of_run = "results/.litmine/index";
  std::error_code ignored;
  return !fs::exists(here, ignored) && fs::exists(of_run, ignored) ? of_run : here;
}

void add_codebook_option(CLI::App& app, std::string& folder) {
  app.add_option("--codebook", folder, "A folder with the codebook's TOML files");
}

Result<fs::path> codebook_folder(const std::string& given) {
  if (!given.empty() && given != "default") return fs::path(given);
  if (const char* variable = std::getenv("LITMINE_CODEBOOK"); variable && *variable)
    return fs::path(variable);
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  // Beside the program in the build tree, one up from bin/ when installed.
  for (const fs::path& folder : {program / "share" / "litmine" / "codebook",
                                 program / ".." / "share" / "litmine" / "codebook"})
    if (fs::exists(folder / "zones.toml", ignored)) return folder.lexically_normal();
  return failure(Error::Kind::not_found, "the codebook is not where it was installed",
                 "name its folder with --codebook or LITMINE_CODEBOOK");
}

}  // namespace litmine
