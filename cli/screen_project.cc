#include "cli/screen_project.h"

#include <fmt/format.h>

#include <cstdlib>

#include "cli/options.h"

namespace litmine {

namespace fs = std::filesystem;

Result<Protocol> protocol_of_screening(const ScreenOptions& options) {
  std::error_code ignored;
  if (!options.review.empty()) {
    const fs::path named = options.review;
    return read_protocol(fs::is_directory(named, ignored) ? named / "review.toml" : named);
  }
  if (fs::exists("review.toml", ignored)) return read_protocol("review.toml");
  Protocol none;
  none.folder = ".";
  return none;
}

Result<Stage> stage_of(const ScreenOptions& options) {
  if (const auto stage = stage_named(options.stage)) return *stage;
  return failure(Error::Kind::usage, fmt::format("no stage is called '{}'", options.stage),
                 "stages: title-abstract, full-text");
}

fs::path decisions_folder(const ScreenOptions& options, const Protocol& protocol) {
  if (!options.folder.empty()) return options.folder;
  return (protocol.folder / protocol.screening.folder).lexically_normal();
}

fs::path index_of_screening(const ScreenOptions& options, const Protocol& protocol) {
  const fs::path folder = index_folder(options.index);
  const fs::path of_results = protocol.folder / protocol.results / ".litmine" / "index";
  std::error_code ignored;
  const bool chosen = !options.index.empty() || std::getenv("LITMINE_INDEX") != nullptr;
  return !chosen && !fs::exists(folder, ignored) && fs::exists(of_results, ignored) ? of_results
                                                                                    : folder;
}

Result<ScreeningProject> open_project(const ScreenOptions& options, Terminal& terminal) {
  ScreeningProject project;
  const auto stage = stage_of(options);
  if (!stage) return tl::unexpected(stage.error());
  project.stage = *stage;
  auto protocol = protocol_of_screening(options);
  if (!protocol) return tl::unexpected(protocol.error());
  project.protocol = std::move(*protocol);
  const ScreeningPlan& plan = project.protocol.screening;
  project.folder = decisions_folder(options, project.protocol);
  project.panel.reviewers = options.reviewers.empty() ? plan.reviewers : options.reviewers;
  project.panel.third = options.third.empty() ? plan.third : options.third;
  project.panel.votes = options.votes == 0 ? plan.votes : options.votes;
  auto histories = read_histories(project.folder);
  if (!histories) return tl::unexpected(histories.error());
  for (const Problem& problem : histories->problems)
    terminal.err << fmt::format("not read: {}:{}: {}\n  hint: {}\n", problem.file, problem.line,
                                problem.reason, problem.hint);
  project.histories = std::move(*histories);
  return project;
}

Result<std::string> reviewer_of(const ScreenOptions& options) {
  if (!options.reviewer.empty()) return options.reviewer;
  if (const char* name = std::getenv("LITMINE_REVIEWER"); name != nullptr && *name != '\0')
    return std::string(name);
  return failure(Error::Kind::usage, "it is not said who screens",
                 "name yourself with --reviewer, or in the environment as LITMINE_REVIEWER");
}

Result<std::vector<ExchangeRecord>> records_of(const Index& index, bool with_abstracts) {
  std::vector<ExchangeRecord> records;
  for (const Study& study : index.studies()) {
    auto about = index.about(study);
    if (!about) return tl::unexpected(about.error());
    ExchangeRecord record{study.id,
                          about->title,
                          short_authors(about->authors),
                          about->year ? std::to_string(*about->year) : "",
                          about->source,
                          about->doi,
                          ""};
    if (with_abstracts) {
      auto report = index.best_report(study);
      if (!report) return tl::unexpected(report.error());
      record.abstract = report->part_text(Part::abstract);
    }
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace litmine
