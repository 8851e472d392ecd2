// litmine report: the tables and figures of a review, from a coding table made elsewhere.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/report_files.h"
#include "cli/whole_file.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct ReportCall {
  std::string coding_table, findings, flow, figures, results = "results", title = "Review";
  std::vector<std::string> crossings;
};

/// "theory,country": two facets that the table has.
Result<std::pair<std::string, std::string>> crossing_of(const std::string& text,
                                                        const ReviewData& data) {
  const std::size_t comma = text.find(',');
  if (comma == text.npos)
    return failure(Error::Kind::usage, fmt::format("'{}' names no two facets", text),
                   "write --cross theory,country");
  std::pair<std::string, std::string> crossing{text.substr(0, comma), text.substr(comma + 1)};
  for (const std::string& facet : {crossing.first, crossing.second})
    if (facet != "year" &&
        std::find(data.facets.begin(), data.facets.end(), facet) == data.facets.end())
      return failure(Error::Kind::usage, fmt::format("the table has no facet '{}'", facet),
                     fmt::format("facets: year, {}", fmt::join(data.facets, ", ")));
  return crossing;
}

void say(const std::vector<Problem>& problems, Terminal& terminal) {
  for (const Problem& problem : problems)
    terminal.err << fmt::format("{}: {}:{}: {}\n", level_name(problem.level), problem.file,
                                problem.line, problem.reason);
}

Result<std::vector<Problem>> add_findings(const std::string& file, ReviewData& data) {
  auto table = read_table(file);
  if (!table) return tl::unexpected(table.error());
  return add_texts(*table, data);
}

/// Everything that the options ask for, read and checked.
Result<ReviewReport> wanted_of(const ReportCall& options, const ReviewData& data) {
  ReviewReport wanted;
  wanted.title = options.title;
  wanted.subtitle = fmt::format("{} studies, coded in {}.", data.studies.size(), data.source);
  if (!options.flow.empty()) {
    auto flow = read_flow_file(options.flow);
    if (!flow) return tl::unexpected(flow.error());
    flow = checked(std::move(*flow));
    if (!flow)
      return failure(flow.error().kind, fmt::format("{}: {}", options.flow, flow.error().what),
                     flow.error().hint);
    wanted.flow = std::move(*flow);
    const auto included = wanted.flow->at("total_studies");
    if (included && *included != static_cast<std::int64_t>(data.studies.size()))
      return failure(
          Error::Kind::usage,
          fmt::format("{}: the flow ends with {} studies (total_studies), the coding table "
                      "holds {}",
                      options.flow, *included, data.studies.size()),
          "one of the two is wrong; nothing was written");
  }
  if (!options.figures.empty()) {
    auto figures = read_figures(options.figures, data);
    if (!figures) return tl::unexpected(figures.error());
    wanted.figures = std::move(*figures);
  }
  for (const std::string& text : options.crossings) {
    auto crossing = crossing_of(text, data);
    if (!crossing) return tl::unexpected(crossing.error());
    wanted.crossings.push_back(std::move(*crossing));
  }
  return wanted;
}

void say_figures(const std::vector<PublishedFigure>& figures, Terminal& terminal) {
  std::size_t failed = 0;
  for (const PublishedFigure& figure : figures) {
    if (figure.holds()) continue;
    ++failed;
    terminal.out << fmt::format("does not hold: {}: published {}, counted {} ({})\n", figure.what,
                                figure.published, figure.counted.size(), figure.condition);
  }
  if (!figures.empty())
    terminal.out << fmt::format("{} of {} published figures hold\n", figures.size() - failed,
                                figures.size());
}

int run(const ReportCall& options, Terminal& terminal) {
  auto table = read_table(options.coding_table);
  if (!table) return report(table.error(), terminal);
  auto coding = read_coding_table(*table);
  if (!coding) return report(coding.error(), terminal);
  say(coding->problems, terminal);
  bool some_not_read = !coding->problems.empty();
  if (!options.findings.empty()) {
    auto problems = add_findings(options.findings, coding->data);
    if (!problems) return report(problems.error(), terminal);
    say(*problems, terminal);
    some_not_read = some_not_read || !problems->empty();
  }
  auto wanted = wanted_of(options, coding->data);
  if (!wanted) return report(wanted.error(), terminal);
  const WrittenReport made = review_report(coding->data, *wanted);
  auto files = write_report(made, wanted->flow, options.results);
  if (!files) return report(files.error(), terminal);
  say_figures(wanted->figures, terminal);
  terminal.out << fmt::format("{} studies; results in {}: {}\n", coding->data.studies.size(),
                              options.results, fmt::join(*files, ", "));
  return some_not_read ? kSomeNotRead : kDone;
}

}  // namespace

Action declare_report(CLI::App& app) {
  auto options = std::make_shared<ReportCall>();
  app.add_option("--coding-table", options->coding_table,
                 "The studies with their codes, one row a study (CSV; columns in the manual)")
      ->required();
  app.add_option("--findings", options->findings,
                 "A second table with focus, issues and findings, by key");
  app.add_option("--flow", options->flow,
                 "Numbers of the PRISMA flow: a table with the columns data and n");
  app.add_option("--figures", options->figures,
                 "Published figures to count again: a table with figure, published, condition");
  app.add_option("--cross", options->crossings, "Two facets to cross: country,method (repeatable)");
  app.add_option("--results", options->results, "Where the files go")->capture_default_str();
  app.add_option("--title", options->title, "Title of the report")->capture_default_str();
  return [options](Terminal& terminal) { return run(*options, terminal); };
}

}  // namespace litmine
