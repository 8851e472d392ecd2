// litmine lint: everything that can be said about a search string, with numbered codes.
#include "strategies/lint.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/command.h"
#include "cli/known_file.h"
#include "cli/lint_report.h"
#include "cli/options.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct LintCall {
  QueryOptions query;
  std::string index, known, format = "text";
  bool strict = false;
};

struct LintFormat {
  std::string_view name;
  void (*write)(std::ostream&, const LintReport&, std::string_view);
};
constexpr LintFormat kLintFormats[] = {
    {"text", write_lint_text},
    {"json", write_lint_json},
    {"sarif", write_lint_sarif},
};

Result<const LintFormat*> format_named(const std::string& name) {
  std::vector<std::string_view> names;
  for (const LintFormat& format : kLintFormats) {
    names.push_back(format.name);
    if (format.name == name) return &format;
  }
  std::string near = nearest(name, names);
  return failure(Error::Kind::usage, fmt::format("no format is called '{}'", name),
                 near.empty() ? fmt::format("formats: {}", fmt::join(names, ", "))
                              : fmt::format("did you mean '{}'?", near));
}

/// The index if one was named or is where it is looked for; without it there are no counts.
Result<std::optional<Index>> index_at_hand(const std::string& given) {
  std::error_code ignored;
  const std::filesystem::path folder = index_folder(given);
  if (given.empty() && !std::filesystem::exists(folder, ignored)) return std::optional<Index>();
  Result<Index> index = Index::open(folder);
  if (!index) return tl::unexpected(index.error());
  return std::optional<Index>(std::move(*index));
}

/// The studies of the index that the list names. What cannot be read or is not there is said.
Result<std::vector<DocId>> known_studies(const std::string& file, const Index& index,
                                         Terminal& terminal) {
  auto known = read_known(file, terminal.in);
  if (!known) return tl::unexpected(known.error());
  say_problems(*known, terminal);
  std::vector<DocId> studies;
  for (const JoinedItem& joined : joined_to_studies(known->items, index))
    if (joined.study) studies.push_back(*joined.study);
  std::sort(studies.begin(), studies.end());
  studies.erase(std::unique(studies.begin(), studies.end()), studies.end());
  terminal.err << fmt::format(
      "litmine: '{}' names {} of the index\n", file,
      studies.size() == 1 ? std::string("1 study") : fmt::format("{} studies", studies.size()));
  return studies;
}

bool needs_attention(const Finding& finding) {
  return finding.note.level != Diagnostic::Level::note;
}

int lint_command(const LintCall& options, Terminal& terminal) {
  auto format = format_named(options.format);
  if (!format) return report(format.error(), terminal);
  auto read = read_query(options.query, terminal.in);
  if (!read) return report(read.error(), terminal);
  auto index = index_at_hand(options.index);
  if (!index) return report(index.error(), terminal);

  if (!options.known.empty() && !*index)
    return report(Error{Error::Kind::usage, "--known needs an index",
                        "name it with --index, or make one with 'litmine index PATH'"},
                  terminal);

  const bool refused =
      options.strict && std::any_of(read->parsed.notes.begin(), read->parsed.notes.end(),
                                    [](const Diagnostic& note) { return note.repaired; });
  LintOptions how;
  how.reading = read->reading;
  if (*index && !refused) {
    how.index = &**index;
    if (!options.known.empty()) {
      auto known = known_studies(options.known, **index, terminal);
      if (!known) return report(known.error(), terminal);
      how.known = std::move(*known);
    }
  }
  auto found = lint(read->parsed.query.source, *read->dialect, how);
  if (!found) return report(found.error(), terminal);
  (*format)->write(terminal.out, *found, read->name);
  if (refused) {
    terminal.err << "litmine: the string had to be repaired to be read, and --strict refuses that; "
                    "it was not run\n";
    return kNothingFound;
  }
  if (!*index)
    terminal.err
        << "litmine: there is no index, so nothing was counted; 'litmine index PATH' makes "
           "one\n";
  return std::any_of(found->findings.begin(), found->findings.end(), needs_attention)
             ? kNothingFound
             : kDone;
}

}  // namespace

Action declare_lint(CLI::App& app) {
  auto options = std::make_shared<LintCall>();
  add_query_options(app, options->query);
  add_index_option(app, options->index);
  app.add_option("--known", options->known,
                 "A list of items that must be found (RIS, BibTeX, CSV or DOIs): says which clause "
                 "alone removes any of them");
  app.add_option("--format", options->format, "Output: text, json or sarif")->capture_default_str();
  app.add_flag("--strict", options->strict,
               "Refuse a string that has to be repaired: exit 1, and do not run it");
  return [options](Terminal& terminal) { return lint_command(*options, terminal); };
}

}  // namespace litmine
