#include "cli/screen_project.h"

#include <fmt/format.h>

#include <cstdlib>

namespace litmine {

Result<ScreeningProject> open_project(const ScreenOptions& options, Terminal& terminal) {
  ScreeningProject project;
  const auto stage = stage_named(options.stage);
  if (!stage)
    return failure(Error::Kind::usage, fmt::format("no stage is called '{}'", options.stage),
                   "stages: title-abstract, full-text");
  project.stage = *stage;
  project.folder = options.folder;
  project.panel.reviewers = options.reviewers;
  project.panel.third = options.third;
  project.panel.votes = options.votes;
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
