#include "cli/index_step.h"

#include <fmt/format.h>

#include <memory>

#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/wording.h"

namespace litmine {
namespace {

constexpr std::size_t kProblemsShown = 20;

std::string among(std::size_t count, const char* what) {
  return count == 0 ? "" : fmt::format(", {} {}", count, what);
}

void say_problems(const IndexingSummary& summary, Terminal& terminal) {
  std::size_t shown = 0, not_shown = 0, doubtful = 0;
  for (const Problem& problem : summary.problems) {
    if (problem.level == Problem::Level::doubtful) {
      ++doubtful;
      continue;
    }
    if (++shown > kProblemsShown) {
      ++not_shown;
      continue;
    }
    std::string place = problem.line ? fmt::format(":{}", problem.line) : "";
    terminal.err << fmt::format("not read: {}{}: {}\n", problem.file, place, problem.reason);
    if (!problem.hint.empty()) terminal.err << fmt::format("  hint: {}\n", problem.hint);
  }
  if (not_shown > 0) terminal.err << fmt::format("not read: {} more\n", not_shown);
  if (doubtful > 0)
    terminal.err << fmt::format("read with a doubt: {} {}; 'litmine info --problems' lists them\n",
                                doubtful, doubtful == 1 ? "place" : "places");
}

}  // namespace

Result<IndexingSummary> index_with_progress(const IndexingOptions& options, bool quiet,
                                            Terminal& terminal) {
  InterruptGuard guard;
  std::unique_ptr<Progress> progress;
  IndexingEvents events;
  events.begin = [&](std::size_t to_read, std::size_t) {
    progress =
        std::make_unique<Progress>(terminal.err, terminal.err_is_terminal, "files", to_read, quiet);
  };
  events.finished = [&](const std::string& file) { progress->step(file); };
  auto summary = update_index(options, events, &InterruptGuard::flag());
  progress.reset();
  if (!summary) return summary;
  say_problems(*summary, terminal);
  terminal.err << fmt::format(
      "{}: {} new or changed, {} unchanged{}{}{}; {} in {}\n", counted(summary->files, "file"),
      summary->read, summary->unchanged, among(summary->moved, "moved"),
      among(summary->not_read, "could not be read"), among(summary->removed, "taken out"),
      counted(summary->documents, "document"), options.index.string());
  if (summary->interrupted)
    terminal.err << "interrupted: what was read is kept; the same command goes on from there\n";
  return summary;
}

}  // namespace litmine
