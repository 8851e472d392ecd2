// litmine convert: records of any format into another, and what was read, lost and repaired.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/wording.h"
#include "exporters/record_writer.h"
#include "extractors/workers.h"
#include "text/normalize.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct ConvertCall {
  std::vector<std::string> paths;
  std::string to, output;
  std::optional<std::size_t> expect;
  bool quiet = false;
};

/// What became of the files, one after another.
struct Account {
  std::size_t records = 0, doubts = 0, files_not_read = 0;
};

/// Writes to a file beside the one that is wanted, which is replaced only by a whole one.
class Output {
 public:
  Result<std::ostream*> open(const std::string& name, std::ostream& standard) {
    if (name.empty() || name == "-") return &standard;
    name_ = name;
    file_.open(name_ + kPart, std::ios::binary | std::ios::trunc);
    if (!file_)
      return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", name_ + kPart),
                     "is the folder there, and may you write in it?");
    return &file_;
  }
  Result<void> close() {
    if (name_.empty()) return {};
    file_.close();
    std::error_code error;
    if (file_) fs::rename(name_ + kPart, name_, error);
    if (!file_ || error)
      return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", name_),
                     "is the disk full?");
    return {};
  }
  void give_up() {
    if (name_.empty()) return;
    file_.close();
    std::error_code ignored;
    fs::remove(name_ + kPart, ignored);
  }

 private:
  static constexpr const char* kPart = ".part";
  std::string name_;
  std::ofstream file_;
};

void say(const Problem& problem, Terminal& terminal) {
  terminal.err << fmt::format("{}: {}{}: {}\n", level_name(problem.level), problem.file,
                              problem.line > 0 ? fmt::format(":{}", problem.line) : "",
                              problem.reason);
  if (!problem.hint.empty()) terminal.err << fmt::format("  hint: {}\n", problem.hint);
}

/// One file: its documents to the writer, its problems to the terminal.
void convert_file(const SourceFile& file, RecordWriter& writer, Account& account,
                  const ConvertCall& options, Terminal& terminal) {
  std::size_t records = 0;
  bool complete = true, summed = false, lost_all = false;
  const WorkerEvents events{[&](std::size_t, Document&& document) {
                              ++records;
                              writer.record(document);
                            },
                            [&](std::size_t, Problem&& problem) {
                              problem.file = file.name;
                              if (problem.code == "sum") {
                                summed = true;
                                if (!options.quiet)
                                  terminal.err
                                      << fmt::format("{}: {}\n", file.name, problem.reason);
                                return;
                              }
                              if (problem.level == Problem::Level::doubtful)
                                ++account.doubts;
                              else
                                lost_all = true;
                              if (!options.quiet || problem.level == Problem::Level::not_read)
                                say(problem, terminal);
                            },
                            [&](std::size_t, bool whole) { complete = whole; }};
  extract_in_workers({file.path}, 1, WorkerLimits{}, events, &InterruptGuard::flag());
  account.records += records;
  if (lost_all || !complete) ++account.files_not_read;
  if (!summed && !options.quiet)
    terminal.err << fmt::format("{}: {} read{}\n", file.name, counted(records, "record"),
                                lost_all || !complete ? "" : ", 0 lost");
}

int convert(const ConvertCall& options, Terminal& terminal) {
  std::vector<fs::path> sources(options.paths.begin(), options.paths.end());
  std::vector<Problem> problems;
  auto files = find_files(sources, ".", {}, problems);
  if (!files) return report(files.error(), terminal);
  Output output;
  auto out = output.open(options.output, terminal.out);
  if (!out) return report(out.error(), terminal);
  auto writer = make_record_writer(options.to, **out);
  if (!writer) {
    output.give_up();
    return report(writer.error(), terminal);
  }
  InterruptGuard guard;
  Account account;
  account.files_not_read = problems.size();
  for (const Problem& problem : problems) say(problem, terminal);
  for (const SourceFile& file : *files) {
    if (InterruptGuard::flag().load()) break;
    convert_file(file, **writer, account, options, terminal);
  }
  if (InterruptGuard::flag().load()) {
    output.give_up();
    return kInterrupted;
  }
  (*writer)->end();
  if (auto closed = output.close(); !closed) return report(closed.error(), terminal);
  terminal.err << fmt::format("{} from {} written as {}\n", counted(account.records, "record"),
                              counted(files->size(), "file"), options.to);
  if (options.expect && *options.expect != account.records) {
    terminal.err << fmt::format("{} were expected\n", counted(*options.expect, "record"));
    return kNothingFound;
  }
  if (account.files_not_read > 0) return kSomeNotRead;
  return account.records == 0 ? kNothingFound : kDone;
}

}  // namespace

Action declare_convert(CLI::App& app) {
  auto options = std::make_shared<ConvertCall>();
  app.add_option("PATH", options->paths, "Files and folders with records or articles")->required();
  app.add_option("--to,-t", options->to,
                 fmt::format("Format to write: {}", fmt::join(record_formats(), ", ")))
      ->required();
  app.add_option("--output,-o", options->output, "File to write (default: standard output)");
  app.add_option(
      "--expect", options->expect,
      "How many records there must be, as the database said; another number is an error");
  app.add_flag("--quiet,-q", options->quiet, "Say only what was not read");
  return [options](Terminal& terminal) { return convert(*options, terminal); };
}

}  // namespace litmine
