// litmine info: what the index holds: numbers, studies, files, problems.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/tables.h"
#include "indexer/index.h"

namespace litmine {
namespace {

struct InfoCall {
  std::string index, format = "text";
  bool studies = false, files = false, problems = false;
};

const std::vector<Column> kNumbers = {{"what"}, {"number", true}};
const std::vector<Column> kStudies = {{"study"}, {"year", true}, {"authors"},       {"title"},
                                      {"file"},  {"reports"},    {"joined_because"}};
const std::vector<Column> kFiles = {
    {"file"}, {"documents", true}, {"bytes", true}, {"problems", true}};

void numbers(const Index& index, Sink& sink) {
  const IndexInfo info = index.info();
  auto row = [&](const char* what, std::uint64_t number) {
    sink.row({std::string(what), static_cast<std::int64_t>(number)});
  };
  row("studies", info.studies);
  row("reports", info.documents);
  row("full_texts", info.full_texts);
  row("records", info.records);
  row("files", info.files);
  row("words", info.words);
  row("index_format", info.format);
}

Result<void> studies(const Index& index, Sink& sink) {
  auto facts = facts_of_studies(index);
  if (!facts) return tl::unexpected(facts.error());
  for (const Study& study : index.studies()) {
    const StudyFacts& fact = facts->at(study.id);
    sink.row({study.id,
              fact.about.year ? Cell{static_cast<std::int64_t>(*fact.about.year)}
                              : Cell{std::monostate{}},
              short_authors(fact.about.authors), fact.about.title, fact.file, fact.reports,
              study.reason});
  }
  return {};
}

void files(const Index& index, Sink& sink) {
  for (const FileStamp& file : index.files())
    sink.row({file.path, static_cast<std::int64_t>(file.documents),
              static_cast<std::int64_t>(file.size),
              static_cast<std::int64_t>(file.problems.size())});
}

void problems(const Index& index, Sink& sink) {
  for (const FileStamp& file : index.files()) write_problems(sink, file.problems);
}

int info(const InfoCall& options, Terminal& terminal) {
  auto index = Index::open(index_folder(options.index));
  if (!index) return report(index.error(), terminal);
  const auto& columns = options.studies    ? kStudies
                        : options.files    ? kFiles
                        : options.problems ? problem_columns()
                                           : kNumbers;
  auto sink = make_sink(options.format, columns, terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  if (options.studies) {
    if (auto written = studies(*index, **sink); !written) return report(written.error(), terminal);
  } else if (options.files) {
    files(*index, **sink);
  } else if (options.problems) {
    problems(*index, **sink);
  } else {
    numbers(*index, **sink);
  }
  (*sink)->end();
  return kDone;
}

}  // namespace

Action declare_info(CLI::App& app) {
  auto options = std::make_shared<InfoCall>();
  add_index_option(app, options->index);
  add_format_option(app, options->format);
  auto* studies =
      app.add_flag("--studies", options->studies, "List the studies with their reports");
  auto* files = app.add_flag("--files", options->files, "List the files");
  auto* problems =
      app.add_flag("--problems", options->problems, "List what was not read, or read with a doubt");
  studies->excludes(files)->excludes(problems);
  files->excludes(problems);
  return [options](Terminal& terminal) { return info(*options, terminal); };
}

}  // namespace litmine
