#include "cli/known_file.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <span>

#include "cli/options.h"
#include "extractors/bibtex.h"
#include "extractors/delimited.h"
#include "extractors/ris.h"
#include "text/clusters.h"
#include "text/normalize.h"

namespace litmine {
namespace {

std::string trimmed_and_folded(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return folded(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

/// "10.1000/x" of whatever stands before it; empty if there is no DOI.
std::string doi_of(std::string_view text) {
  std::string doi = trimmed_and_folded(text);
  for (std::string_view prefix : {"https://", "http://", "dx.", "www.", "doi.org/", "doi:"})
    if (doi.starts_with(prefix)) doi.erase(0, prefix.size());
  doi.erase(0, std::min(doi.find_first_not_of(' '), doi.size()));
  const bool is_doi = doi.starts_with("10.") && doi.find('/') != std::string::npos &&
                      doi.find(' ') == std::string::npos;
  return is_doi ? doi : std::string();
}

class Known {
 public:
  explicit Known(const std::string& file) : file_(file) {}

  Intake intake() {
    return {[this](Document&& document) {
              known_.items.push_back({std::move(document.about), document.line});
            },
            [this](Problem&& problem) { add(std::move(problem)); }};
  }
  void add(Problem problem) {
    problem.file = file_;
    if (problem.level == Problem::Level::not_read) ++known_.not_read;
    known_.problems.push_back(std::move(problem));
  }
  void not_read(std::uint32_t line, std::string code, std::string reason, std::string hint) {
    Problem problem;
    problem.line = line;
    problem.code = std::move(code);
    problem.reason = std::move(reason);
    problem.hint = std::move(hint);
    add(std::move(problem));
  }

  void read_dois(std::string_view text);
  void read_table(const DelimitedText& table);
  KnownFile take(std::string format) && {
    known_.format = std::move(format);
    return std::move(known_);
  }
  bool empty() const { return known_.items.empty(); }

 private:
  const std::string& file_;
  KnownFile known_;
};

void Known::read_dois(std::string_view text) {
  std::uint32_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string entry = trimmed_and_folded(text.substr(at, end - at));
    at = end + 1;
    ++line;
    if (entry.empty() || entry.starts_with('#')) continue;
    KnownItem item;
    item.line = line;
    item.about.doi = doi_of(entry);
    if (item.about.doi.empty())
      not_read(line, "no-doi", fmt::format("'{}' is no DOI", fitted(entry, 60)),
               "write one DOI a line, such as 10.1000/182, or a table with the column title");
    else
      known_.items.push_back(std::move(item));
  }
}

/// The number of the first column that is called so.
std::optional<std::size_t> column(const DelimitedText& table,
                                  std::span<const std::string_view> names) {
  if (table.rows.empty()) return std::nullopt;
  for (std::string_view name : names)
    for (std::size_t i = 0; i < table.rows.front().cells.size(); ++i)
      if (trimmed_and_folded(table.rows.front().cells[i]) == name) return i;
  return std::nullopt;
}
constexpr std::string_view kDoi[] = {"doi", "di"};
constexpr std::string_view kTitle[] = {"title", "document title", "article title", "primary_title",
                                       "ti"};
constexpr std::string_view kYear[] = {"year", "publication year", "py", "publication_year"};
constexpr std::string_view kAuthors[] = {"authors", "author", "au"};

void Known::read_table(const DelimitedText& table) {
  const auto doi = column(table, kDoi), title = column(table, kTitle), year = column(table, kYear),
             authors = column(table, kAuthors);
  auto cell = [](const DelimitedRow& row, std::optional<std::size_t> at) {
    return at && *at < row.cells.size() ? row.cells[*at] : std::string();
  };
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const DelimitedRow& row = table.rows[i];
    KnownItem item;
    item.line = row.line;
    item.about.doi = doi_of(cell(row, doi));
    item.about.title = normalized(cell(row, title));
    const std::string published = trimmed_and_folded(cell(row, year));
    if (published.size() >= 4 && published.find_first_not_of("0123456789") >= 4)
      item.about.year = std::stoi(published.substr(0, 4));
    // Of a list of authors the family name of the first is what items are joined by.
    const std::string list = normalized(cell(row, authors));
    if (const std::string first = list.substr(0, list.find_first_of(",;")); !first.empty())
      item.about.authors.push_back({first, {}});
    if (item.about.doi.empty() && trimmed_and_folded(item.about.title).empty())
      not_read(row.line, "no-title", "this row has neither a title nor a DOI", "");
    else
      known_.items.push_back(std::move(item));
  }
  if (table.unclosed_quote_line > 0) {
    Problem problem;
    problem.level = Problem::Level::doubtful;
    problem.line = table.unclosed_quote_line;
    problem.code = "damaged";
    problem.reason = "a quote begins here that nothing ends: all lines after it are one cell";
    add(std::move(problem));
  }
}

bool is_table(const DelimitedText& table) {
  return column(table, kDoi).has_value() || column(table, kTitle).has_value();
}

}  // namespace

void add_known_option(CLI::App& app, std::string& file) {
  app.add_option("--known", file,
                 "Items that the search must find: RIS, BibTeX, CSV (doi, title, year) or a DOI a "
                 "line; '-' is standard input")
      ->required();
}

Result<KnownFile> read_known(const std::string& file, std::istream& in) {
  auto content = read_all(file, in);
  if (!content) return tl::unexpected(content.error());
  const std::string text = decoded(*content);
  const std::string_view head = std::string_view(text).substr(0, 4096);
  if (file == "-" && ris_extractor().accepts(head, "known") && !is_bibtex(head))
    return failure(Error::Kind::unsupported, "RIS cannot be read from standard input",
                   "save it to a file and name that with --known");
  Known known(file);
  std::string format;
  if (is_bibtex(head)) {
    format = "bibtex";
    read_bibtex(text, file, known.intake());
  } else if (file != "-" && ris_extractor().accepts(head, file)) {
    format = "ris";
    ris_extractor().extract(file, known.intake());
  } else if (const DelimitedText table = read_delimited(text); is_table(table)) {
    format = "csv";
    known.read_table(table);
  } else {
    format = "dois";
    known.read_dois(text);
  }
  if (known.empty())
    return failure(Error::Kind::unreadable,
                   fmt::format("'{}' holds no known item", file == "-" ? "standard input" : file),
                   "it may be RIS, BibTeX, a table with the columns doi or title, or a DOI a line");
  return std::move(known).take(std::move(format));
}

void say_problems(const KnownFile& known, Terminal& terminal) {
  for (const Problem& problem : known.problems) {
    terminal.err << fmt::format("{}: {}{}: {}\n", level_name(problem.level), problem.file,
                                problem.line > 0 ? fmt::format(":{}", problem.line) : "",
                                problem.reason);
    if (!problem.hint.empty()) terminal.err << "  hint: " << problem.hint << '\n';
  }
}

}  // namespace litmine
