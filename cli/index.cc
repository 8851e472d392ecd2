// litmine index: files into the index, only those that changed.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/index_step.h"
#include "cli/options.h"

namespace litmine {
namespace {

struct IndexCall {
  std::vector<std::string> paths, exclude;
  std::string index, decisions = "duplicates.txt";
  unsigned jobs = 0;
  bool quiet = false, ocr = false;
  std::string ocr_languages = "eng";
};

int index(const IndexCall& options, Terminal& terminal) {
  IndexingOptions indexing;
  indexing.index = options.index.empty() ? ".litmine/index" : options.index;
  indexing.base = ".";
  indexing.exclude = options.exclude;
  for (const std::string& path : options.paths)
    indexing.sources.push_back(std::filesystem::path(path).lexically_normal());
  indexing.decisions = options.decisions;
  indexing.jobs = options.jobs;
  indexing.ocr.wanted = options.ocr;
  indexing.ocr.languages = options.ocr_languages;
  auto summary = index_with_progress(indexing, options.quiet, terminal);
  if (!summary) return report(summary.error(), terminal);
  if (summary->interrupted) return kInterrupted;
  if (summary->not_read > 0) return kSomeNotRead;
  return summary->files == 0 ? kNothingFound : kDone;
}

}  // namespace

Action declare_index(CLI::App& app) {
  auto options = std::make_shared<IndexCall>();
  app.add_option("PATH", options->paths, "Files and folders with articles and records")->required();
  app.add_option("--index", options->index, "The index's folder (default: .litmine/index)");
  app.add_option("--exclude", options->exclude,
                 "Leave out files that fit: a path or a glob (*, ?, **)");
  app.add_option("--decisions", options->decisions,
                 "What people decided about duplicates (written by 'litmine dedupe')")
      ->capture_default_str();
  app.add_option("--jobs,-j", options->jobs, "Workers (default: as many as cores)");
  app.add_flag("--ocr", options->ocr,
               "Recognize the text of PDF pages that are only pictures (needs tesseract)");
  app.add_option("--ocr-languages", options->ocr_languages,
                 "Languages for --ocr, as tesseract names them (default: eng)");
  app.add_flag("--quiet,-q", options->quiet, "No progress");
  return [options](Terminal& terminal) { return index(*options, terminal); };
}

}  // namespace litmine
