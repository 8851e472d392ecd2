// litmine run: the main job.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <set>

#include "cli/citing.h"
#include "cli/citing_studies.h"
#include "cli/command.h"
#include "cli/index_step.h"
#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/report_files.h"
#include "cli/review.h"
#include "reports/review_report.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct RunCall {
  std::string review, results, codebook;
  unsigned jobs = 0;
  bool quiet = false, ocr = false;
  std::string ocr_languages = "eng";
};

/// The protocol that was named, or found here, or made for a folder.
Result<Protocol> protocol_of(const std::string& named) {
  if (named.empty()) {
    if (fs::exists("review.toml")) return read_protocol("review.toml");
    return failure(Error::Kind::not_found, "there is no review.toml here",
                   "name a protocol or a folder with articles, or write one with 'litmine init'");
  }
  std::error_code ignored;
  if (!fs::exists(named, ignored))
    return failure(Error::Kind::not_found, fmt::format("'{}' is not there", named),
                   "name a review.toml or a folder with articles");
  if (!fs::is_directory(named, ignored)) return read_protocol(named);
  if (fs::exists(fs::path(named) / "review.toml", ignored))
    return read_protocol(fs::path(named) / "review.toml");
  return protocol_for_folder(named);
}

/// A folder without a protocol may belong to somebody else: results go beside where we are.
fs::path results_folder(const RunCall& options, const Protocol& protocol) {
  if (!options.results.empty()) return options.results;
  const bool has_protocol =
      !fs::is_directory(options.review) || fs::exists(fs::path(options.review) / "review.toml");
  return options.review.empty() || has_protocol ? protocol.folder / protocol.results
                                                : fs::path("results");
}

IndexingOptions indexing_options(const RunCall& options, const Protocol& protocol,
                                 const fs::path& results) {
  IndexingOptions indexing;
  indexing.index = results / ".litmine" / "index";
  indexing.base = protocol.folder;
  indexing.exclude = protocol.exclude;
  // Results that stand among the sources are not articles.
  indexing.exclude.push_back(results.lexically_normal()
                                 .lexically_proximate(protocol.folder.lexically_normal())
                                 .generic_string());
  if (protocol.results.is_relative()) indexing.exclude.push_back(protocol.results.generic_string());
  indexing.exclude.emplace_back("review.toml");
  indexing.decisions = protocol.folder / "duplicates.txt";
  for (const fs::path& source : protocol.sources)
    indexing.sources.push_back((protocol.folder / source).lexically_normal());
  indexing.jobs = options.jobs;
  indexing.ocr.wanted = options.ocr;
  indexing.ocr.languages = options.ocr_languages;
  indexing.only_sources = true;
  return indexing;
}

/// Errors are said here; the rest of the remarks stand in the report.
void say_remarks(const SearchRun& search, Terminal& terminal) {
  Diagnostics errors;
  std::size_t others = search.hits.notes.size();
  for (const Diagnostic& note : search.parsed.notes) {
    if (note.level == Diagnostic::Level::error)
      errors.push_back(note);
    else
      ++others;
  }
  report(errors, search.search.query_name, search.parsed.query.source, terminal);
  if (others > 0)
    terminal.err << fmt::format("{}: {} more {} on search '{}' in report.md\n",
                                search.search.query_name, others,
                                others == 1 ? "remark" : "remarks", search.search.name);
}

void say_searches(const ReviewRun& run, Terminal& terminal) {
  for (const SearchRun& search : run.searches) say_remarks(search, terminal);
  for (const SearchRun& search : run.searches)
    terminal.out << fmt::format("{} ({}): {} of {} studies, {} within the limits\n",
                                search.search.name, search.search.dialect,
                                search.hits.studies.size(), search.hits.studies_total,
                                search.within_limits());
}

/// The day is for people alone; no result depends on it.
void say_old_searches(const ReviewRun& run, Terminal& terminal) {
  const std::string today = decision_time().substr(0, 10);
  for (const SearchRun& search : run.searches) {
    SearchAsRun one;
    one.name = search.search.name;
    one.date = search.search.searched;
    if (const std::string warning = too_old(one, today); !warning.empty())
      terminal.err << "warning: " << warning << '\n';
  }
}

void say_codes(const ReviewRun& run, Terminal& terminal) {
  std::map<std::string, std::size_t> kinds;
  for (const CodedStudy& study : run.coded) ++kinds[study.kind];
  std::string list;
  for (const auto& [kind, count] : kinds)
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, kind);
  terminal.out << fmt::format("codes suggested for {} studies: {}\n", run.coded.size(), list);
}

void say_suggestions(const ReviewRun& run, Terminal& terminal) {
  if (!run.suggestions) return;
  using Kind = ScreeningSuggestion::Kind;
  const SuggestionCounts& counts = run.suggestions->counts;
  terminal.out << fmt::format("the criteria suggest: {} include, {} exclude, {} unclear\n",
                              counts.of(Kind::include), counts.of(Kind::exclude),
                              counts.of(Kind::unclear));
}

/// Who cites whom among the studies, where there is a model that reads reference lists.
Result<void> read_citations_of(ReviewRun& review, const Index& index) {
  if (review.info.full_texts == 0 || review.facts.size() > kMostStudies) return {};
  auto model = reference_model("");
  if (!model) return {};
  auto corpus = read_cited_corpus(index, *model);
  if (!corpus) return tl::unexpected(corpus.error());
  std::set<std::pair<DocId, DocId>> pairs;
  for (const Work& work : corpus->works)
    for (const CitedAt& at : work.cited_at)
      if (!work.study.empty() && corpus->citing[at.citing].study != work.study)
        pairs.insert({corpus->citing[at.citing].study, work.study});
  review.citations.assign(pairs.begin(), pairs.end());
  review.cited_from = corpus->citing.size() - corpus->without_list;
  return {};
}

int run(const RunCall& options, Terminal& terminal) {
  auto protocol = protocol_of(options.review);
  if (!protocol) return report(protocol.error(), terminal);
  auto codebook = codebook_folder(options.codebook.empty() && protocol->codebook != "default"
                                      ? (protocol->folder / protocol->codebook).string()
                                      : options.codebook);
  if (!codebook) return report(codebook.error(), terminal);
  const fs::path results = results_folder(options, *protocol);
  const IndexingOptions indexing = indexing_options(options, *protocol, results);

  auto summary = index_with_progress(indexing, options.quiet, terminal);
  if (!summary) return report(summary.error(), terminal);
  if (summary->interrupted) return kInterrupted;
  if (summary->files == 0) {
    report(Error{Error::Kind::not_found, "the sources hold no file",
                 "put articles and records there, or name other sources in review.toml"},
           terminal);
    return kNothingFound;
  }

  const bool some_not_read = summary->not_read > 0;
  auto review = run_review(*protocol, std::move(*summary), indexing.index, *codebook, options.jobs);
  if (!review) return report(review.error(), terminal);
  auto index = Index::open(indexing.index);
  if (!index) return report(index.error(), terminal);
  if (auto cited = read_citations_of(*review, *index); !cited)
    return report(cited.error(), terminal);
  auto files = write_results(*review, *index, results);
  if (!files) return report(files.error(), terminal);

  auto pages = write_run_report(*review, results);
  if (!pages) return report(pages.error(), terminal);
  std::vector<std::string> outputs = *files;
  outputs.insert(outputs.end(), pages->begin(), pages->end());
  const fs::path review_path = options.review.empty() ? "review.toml" : options.review;
  if (auto done = write_manifest(*review, index->files(), review_path, outputs, results); !done)
    return report(done.error(), terminal);

  say_old_searches(*review, terminal);
  say_searches(*review, terminal);
  say_codes(*review, terminal);
  say_suggestions(*review, terminal);
  terminal.out << fmt::format("results in {}: {}\n", results.string(), fmt::join(*files, ", "))
               << fmt::format("read {} first\n", (results / "report.md").string());
  if (pages->empty())
    terminal.out << fmt::format("more than {} studies: no report was written; screen them first\n",
                                kMostStudies);
  else
    terminal.out << fmt::format("tables and figures: {}\n",
                                (results / "report" / "report.html").string());
  if (some_not_read) return kSomeNotRead;
  const bool searched = !review->searches.empty();
  return searched && review->found_by.empty() ? kNothingFound : kDone;
}

}  // namespace

Action declare_run(CLI::App& app) {
  auto options = std::make_shared<RunCall>();
  app.add_option("REVIEW", options->review,
                 "The protocol (review.toml), or a folder with articles and records");
  app.add_option("--results", options->results,
                 "Where the results go (default: as the protocol says, or 'results' here)");
  app.add_option("--codebook", options->codebook, "A folder with the codebook's TOML files");
  app.add_option("--jobs,-j", options->jobs, "Workers (default: as many as cores)");
  app.add_flag("--ocr", options->ocr,
               "Recognize the text of PDF pages that are only pictures (needs tesseract)");
  app.add_option("--ocr-languages", options->ocr_languages,
                 "Languages for --ocr, as tesseract names them (default: eng)");
  app.add_flag("--quiet,-q", options->quiet, "No progress");
  return [options](Terminal& terminal) { return run(*options, terminal); };
}

}  // namespace litmine
