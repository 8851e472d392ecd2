// litmine history: a search history line by line, each with its exact count on the index.
#include "queries/history.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct HistoryCall {
  QueryOptions query;
  std::string index, format = "text";
  int line = 0;
  bool no_index = false;
};

const std::vector<Column>& line_columns() {
  static const std::vector<Column> kColumns = {
      {"line", true}, {"studies", true}, {"expected", true}, {"used"}, {"search"}, {"tree"}};
  return kColumns;
}
const std::vector<std::string> kShown = {"line", "studies", "expected", "search"};
const std::vector<std::string> kShownWithoutIndex = {"line", "expected", "search", "tree"};

/// The search as it was typed, on one row.
std::string on_one_row(std::string_view typed) {
  std::string text;
  for (char c : typed) {
    bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!space)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  return text;
}

/// The number of studies that a line finds.
Result<std::int64_t> count_of(const History& history, std::size_t line, const Index& index) {
  auto hits = index.search(history.query(line));
  if (!hits) return tl::unexpected(hits.error());
  return static_cast<std::int64_t>(hits->studies.size());
}

Cell count_or_none(const std::optional<std::int64_t>& count) {
  return count ? Cell{*count} : Cell{std::monostate{}};
}

Result<void> write_lines(Sink& sink, const History& history, const Index* index,
                         std::int64_t& result) {
  for (std::size_t i = 0; i < history.lines.size(); ++i) {
    const HistoryLine& line = history.lines[i];
    std::optional<std::int64_t> found, expected;
    if (line.expected) expected = static_cast<std::int64_t>(*line.expected);
    if (index != nullptr) {
      auto count = count_of(history, i, *index);
      if (!count) return tl::unexpected(count.error());
      found = *count;
      if (i == history.result) result = *count;
    }
    sink.row({static_cast<std::int64_t>(line.number), count_or_none(found), count_or_none(expected),
              std::string(line.used ? "yes" : "no"), on_one_row(line.where.in(history.source)),
              to_sexp(line.root)});
  }
  return {};
}

bool has_line(const History& history, int number) {
  return std::any_of(history.lines.begin(), history.lines.end(),
                     [&](const HistoryLine& line) { return line.number == number; });
}

int list(const HistoryCall& options, const History& history, const std::string& name,
         Terminal& terminal) {
  std::optional<Index> index;
  if (!options.no_index) {
    auto opened = Index::open(index_folder(options.index));
    if (!opened) return report(opened.error(), terminal);
    index.emplace(std::move(*opened));
  }
  auto sink = options.format == "text"
                  ? make_narrow_sink(line_columns(), index ? kShown : kShownWithoutIndex, terminal)
                  : make_sink(options.format, line_columns(), terminal.out);
  if (!sink) return report(sink.error(), terminal);
  std::int64_t found = 0;
  auto written = write_lines(**sink, history, index ? &*index : nullptr, found);
  if (!written) return report(written.error(), terminal);
  (*sink)->end();
  const int number = history.lines[history.result].number;
  if (index)
    terminal.err << fmt::format("{}: line {} is the result: {} of {} studies\n", name, number,
                                found, index->studies().size());
  if (index) return found == 0 ? kNothingFound : kDone;
  return has_errors(history.notes) ? kNothingFound : kDone;
}

int show_history(const HistoryCall& options, Terminal& terminal) {
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  std::optional<int> line;
  if (options.line != 0) line = options.line;
  const History history =
      read_history(read->parsed.query.source, *read->dialect, read->reading, line);
  if (line && !has_line(history, *line))
    return report(Error{Error::Kind::usage, fmt::format("there is no line {}", *line),
                        fmt::format("the history has the lines {} to {}",
                                    history.lines.front().number, history.lines.back().number)},
                  terminal);
  report(history.notes, read->name, history.source, terminal);
  return list(options, history, read->name, terminal);
}

}  // namespace

Action declare_history(CLI::App& app) {
  auto options = std::make_shared<HistoryCall>();
  options->query.dialect = "ovid";
  add_query_options(app, options->query);
  app.remove_option(app.get_option("QUERY"));
  app.remove_option(app.get_option("--query-file"));
  app.add_option("FILE", options->query.query_file,
                 "The history, a search a row; '-' reads it from standard input")
      ->required();
  add_index_option(app, options->index);
  add_format_option(app, options->format);
  app.add_option("--line", options->line, "The line that is the result, if not the last one");
  app.add_flag("--no-index", options->no_index, "Show how the lines are read, without any counts");
  return [options](Terminal& terminal) { return show_history(*options, terminal); };
}

}  // namespace litmine
