// litmine dedupe: which records are the same publication, and why; what a person should decide, and
// the decisions; the merged records; and the numbers for the PRISMA box.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <memory>
#include <sstream>

#include "cli/command.h"
#include "cli/dedupe_decide.h"
#include "cli/dedupe_merged.h"
#include "cli/dedupe_records.h"
#include "cli/dedupe_tables.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "cli/whole_file.h"
#include "cli/wording.h"
#include "exporters/record_writer.h"

namespace litmine {
namespace {

struct DedupeCall {
  std::vector<std::string> paths, decide;
  std::string index, format = "text", show = "groups", decisions = "duplicates.txt", person, to,
                     output;
  bool from_index = false, review = false, undo = false;
};

/// What `--show` may be; the columns and rows of each are in dedupe_tables.cc.
struct DedupeTable {
  const char* name;
  const std::vector<Column>& (*columns)();
  std::vector<std::string> shown;  ///< on a terminal
  void (*write)(Sink& sink, const DedupeRecords& records, const Duplicates& found);
};
const std::vector<DedupeTable>& dedupe_tables() {
  static const std::vector<DedupeTable> kTables = {
      {"groups", group_columns, {"group", "kept", "record", "title", "because"}, write_groups},
      {"doubtful", pair_columns, {"points", "record", "other", "title", "because"}, write_doubtful},
      {"linked", pair_columns, {"points", "record", "other", "title", "because"}, write_linked},
      {"flow", flow_columns, {"source", "identified", "duplicates_removed", "left"}, write_flow},
      {"merged", merged_columns, {"year", "authors", "title", "records"}, write_merged},
  };
  return kTables;
}

void say_summary(const DedupeRecords& records, const Duplicates& found, Terminal& terminal) {
  const std::size_t removed = removed_by(found);
  terminal.err << fmt::format("{}: {} in {}, {} left; {}, {}\n", counted(records.size(), "record"),
                              counted(removed, "duplicate"), counted(found.groups.size(), "group"),
                              records.size() - removed,
                              counted(found.doubtful.size(), "doubtful pair"),
                              counted(found.linked.size(), "linked pair"));
  if (!found.doubtful.empty())
    terminal.err << "'--show doubtful' lists the doubtful pairs, '--review' decides them\n";
}

int write_table(const DedupeCall& options, const DedupeRecords& records, const Duplicates& found,
                Terminal& terminal) {
  for (const DedupeTable& table : dedupe_tables()) {
    if (options.show != table.name) continue;
    auto sink = options.format == "text" ? make_narrow_sink(table.columns(), table.shown, terminal)
                                         : make_sink(options.format, table.columns(), terminal.out);
    if (!sink) return report(sink.error(), terminal);
    table.write(**sink, records, found);
    (*sink)->end();
  }
  return kDone;
}

/// The records that are left, to a file or to standard output.
int write_records(const DedupeCall& options, const DedupeRecords& records, const Duplicates& found,
                  Terminal& terminal) {
  const auto write = [&](std::ostream& out) {
    return write_publications(options.to, out, records, found);
  };
  auto written = options.output.empty() || options.output == "-"
                     ? write(terminal.out)
                     : write_whole(options.output, write);
  return written ? kDone : report(written.error(), terminal);
}

void say_doubts(const DedupeRecords& records, Terminal& terminal) {
  for (const Problem& problem : records.problems)
    terminal.err << fmt::format(
        "{}{}: {}{}\n", problem.file, problem.line ? fmt::format(":{}", problem.line) : "",
        problem.reason, problem.hint.empty() ? "" : "\n  hint: " + problem.hint);
}

/// Is told before hours of reading and deciding.
Result<void> can_write(const DedupeCall& options) {
  if (options.to.empty()) return {};
  if (options.review && (options.output.empty() || options.output == "-"))
    return failure(Error::Kind::usage, "--review talks where the records would be written",
                   "give a file for them with --output");
  std::ostringstream nowhere;
  if (auto writer = make_record_writer(options.to, nowhere); !writer)
    return tl::unexpected(writer.error());
  return {};
}

/// What stands among the files and is none of them: what dedupe itself writes.
std::vector<std::string> not_records(const DedupeCall& options) {
  std::vector<std::string> out;
  for (const std::string& path : {options.decisions, options.output})
    if (!path.empty())
      out.push_back(std::filesystem::path(path).lexically_normal().generic_string());
  return out;
}

int dedupe(const DedupeCall& options, Terminal& terminal) {
  const bool with_text = options.show == "merged" || !options.to.empty();
  if (options.paths.empty() == !options.from_index)
    return report(
        Error{Error::Kind::usage, "it needs files with records, or an index, and not both",
              "'litmine dedupe scopus.ris wos.ris', 'litmine dedupe --index .litmine/index'"},
        terminal);
  if (auto possible = can_write(options); !possible) return report(possible.error(), terminal);
  std::vector<std::filesystem::path> paths;
  for (const std::string& path : options.paths)
    paths.push_back(std::filesystem::path(path).lexically_normal());
  auto records = options.from_index ? records_of_index(index_folder(options.index), with_text)
                                    : records_of_files(paths, not_records(options), with_text);
  if (!records) return report(records.error(), terminal);

  auto file = DecisionFile::open(options.decisions, options.person, records->problems);
  if (!file) return report(file.error(), terminal);
  say_doubts(*records, terminal);
  if (options.undo) {
    if (auto undone = file->undo(terminal); !undone) return report(undone.error(), terminal);
  }
  if (!options.decide.empty()) {
    auto decided = file->decide(options.decide, *records);
    if (!decided) return report(decided.error(), terminal);
  }
  DuplicateOptions find;
  find.decisions = file->on(*records, terminal);
  Duplicates found = find_duplicates(records->identities, find);
  if (options.review) {
    auto reviewed = review(found, *records, *file, terminal);
    if (!reviewed) return report(reviewed.error(), terminal);
    find.decisions = file->on(*records, terminal);
    found = find_duplicates(records->identities, find);
  }
  if (!options.review || !options.to.empty()) {
    const int status = options.to.empty() ? write_table(options, *records, found, terminal)
                                          : write_records(options, *records, found, terminal);
    if (status != kDone) return status;
  }
  say_summary(*records, found, terminal);
  if (records->not_read > 0) return kSomeNotRead;
  return records->size() == 0 ? kNothingFound : kDone;
}

}  // namespace

Action declare_dedupe(CLI::App& app) {
  auto options = std::make_shared<DedupeCall>();
  app.add_option("PATH", options->paths, "Files and folders with records, or");
  CLI::Option* index =
      app.add_option("--index", options->index, "The records of an index")->expected(0, 1);
  std::vector<std::string> names;
  for (const DedupeTable& table : dedupe_tables()) names.emplace_back(table.name);
  app.add_option("--show", options->show,
                 "What to list: groups of the same publication, doubtful pairs, linked pairs "
                 "(other reports of the same study), the flow a source, the merged records")
      ->check(CLI::IsMember(names))
      ->capture_default_str();
  CLI::Option* to = app.add_option("--to,-t", options->to,
                                   fmt::format("Write the records that are left, merged: {}",
                                               fmt::join(record_formats(), ", ")));
  app.add_option("--output,-o", options->output, "File for --to (default: standard output)")
      ->needs(to);
  app.add_flag("--review", options->review, "Decide the doubtful pairs, one key each");
  app.add_option("--decide", options->decide,
                 "Decide two records: same, linked, different or open, and their names as listed")
      ->expected(3);
  app.add_flag("--undo", options->undo, "Take the last decision back");
  app.add_option("--decisions", options->decisions, "The file of decisions")->capture_default_str();
  app.add_option("--as", options->person, "Who decides");
  add_format_option(app, options->format);
  return [options, index](Terminal& terminal) {
    options->from_index = index->count() > 0;
    return dedupe(*options, terminal);
  };
}

}  // namespace litmine
