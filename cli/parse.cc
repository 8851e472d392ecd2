// litmine parse: how a database reads a string, without an index.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/options.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct ParseCall {
  QueryOptions query;
  std::string format = "sexp";
};

struct ParseFormat {
  const char* name;
  std::string (*write)(const Query&);
};
const std::vector<ParseFormat>& formats() {
  static const std::vector<ParseFormat> kParseFormats = {
      {"sexp", [](const Query& query) { return to_sexp(query.root); }},
      {"json", to_json},
      {"native", [](const Query& query) { return to_native(query.root); }},
  };
  return kParseFormats;
}

int parse(const ParseCall& options, Terminal& terminal) {
  std::vector<std::string> names;
  for (const ParseFormat& format : formats()) {
    names.emplace_back(format.name);
    if (options.format != format.name) continue;
    auto read = read_query(options.query, terminal.in);
    if (!read) return report(read.error(), terminal);
    report(read->parsed.notes, read->name, read->parsed.query.source, terminal);
    terminal.out << format.write(read->parsed.query) << '\n';
    return has_errors(read->parsed.notes) ? kNothingFound : kDone;
  }
  std::string near = nearest(options.format, names);
  return report(Error{Error::Kind::usage, fmt::format("no format is called '{}'", options.format),
                      near.empty() ? fmt::format("formats: {}", fmt::join(names, ", "))
                                   : fmt::format("did you mean '{}'?", near)},
                terminal);
}

}  // namespace

Action declare_parse(CLI::App& app) {
  auto options = std::make_shared<ParseCall>();
  add_query_options(app, options->query);
  app.add_option("--format", options->format, "Output: sexp, json or native")
      ->capture_default_str();
  return [options](Terminal& terminal) { return parse(*options, terminal); };
}

}  // namespace litmine
