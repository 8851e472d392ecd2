// litmine screen: the table of its actions, and the way to one of them.
#include "cli/screen.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/options.h"
#include "screening/exchange.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct ScreenAction {
  const char* name;
  int (*run)(const ScreenOptions&, Terminal&);
  std::vector<std::string> options;  ///< what it takes; another is an error rather than ignored
};

const std::vector<ScreenAction>& actions() {
  static const std::vector<ScreenAction> kActions = {
      {"decide",
       screen_decide,
       {"--review", "--folder", "--stage", "--reviewer", "--reviewers", "--third", "--votes",
        "--index", "--codebook", "--order", "--keys", "--search", "--again", "--conflicts",
        "--suggestions"}},
      {"simulate",
       screen_simulate,
       {"--runs", "--seed", "--retrain-every", "--label-column", "--format", "--curve"}},
      {"suggest",
       screen_suggest,
       {"--review", "--stage", "--index", "--codebook", "--by-criterion", "--format"}},
      {"status",
       screen_status,
       {"--review", "--folder", "--stage", "--reviewer", "--reviewers", "--third", "--votes"}},
      {"agreement",
       screen_agreement,
       {"--review", "--folder", "--stage", "--reviewers", "--third", "--votes", "--facets"}},
      {"conflicts",
       screen_conflicts,
       {"--folder", "--stage", "--reviewers", "--third", "--votes", "--format"}},
      {"open",
       screen_open,
       {"--review", "--folder", "--stage", "--reviewer", "--reviewers", "--third", "--votes",
        "--force"}},
      {"merge", screen_merge, {"--review", "--folder"}},
      {"import",
       screen_import,
       {"--review", "--folder", "--stage", "--reviewer", "--index", "--program", "--verdict"}},
      {"export",
       screen_export,
       {"--review", "--folder", "--stage", "--reviewer", "--index", "--program"}},
  };
  return kActions;
}

int screen(const ScreenOptions& options, const std::vector<std::string>& given,
           Terminal& terminal) {
  std::vector<std::string> names;
  for (const ScreenAction& action : actions()) {
    names.emplace_back(action.name);
    if (options.action != action.name) continue;
    for (const std::string& option : given)
      if (std::find(action.options.begin(), action.options.end(), option) == action.options.end())
        return report(
            Error{Error::Kind::usage, fmt::format("'screen {}' takes no {}", action.name, option),
                  fmt::format("it takes {}", fmt::join(action.options, ", "))},
            terminal);
    return action.run(options, terminal);
  }
  const std::string near = nearest(options.action, names);
  return report(
      Error{Error::Kind::usage, fmt::format("'screen' has no action '{}'", options.action),
            near.empty() ? fmt::format("actions: {}", fmt::join(names, ", "))
                         : fmt::format("did you mean '{}'?", near)},
      terminal);
}

/// The options that were typed: "--runs".
std::vector<std::string> typed_options(const CLI::App& app) {
  std::vector<std::string> typed;
  for (const CLI::Option* option : app.get_options())
    if (option->count() > 0 && !option->get_lnames().empty())
      typed.push_back("--" + option->get_lnames().front());
  return typed;
}

}  // namespace

Action declare_screen(CLI::App& app) {
  auto options = std::make_shared<ScreenOptions>();
  std::string names;
  for (const ScreenAction& action : actions())
    names += (names.empty() ? "" : ", ") + std::string(action.name);
  app.add_option("ACTION", options->action, "What to do: " + names)->capture_default_str();
  app.add_option("FILE", options->files, "Tables and folders, as the action wants them");
  app.add_option("--runs", options->runs, "simulate: so many runs")->capture_default_str();
  app.add_option("--seed", options->seed,
                 "simulate: number of the first run; the same number gives the same run")
      ->capture_default_str();
  app.add_option("--retrain-every", options->retrain_every,
                 "simulate: decisions between two trainings (0: one, then 2 % of those made)")
      ->capture_default_str();
  app.add_option(
      "--label-column", options->label_column,
      "simulate: the column with the decisions (default: included, label_included, ...)");
  app.add_flag("--curve", options->curve, "simulate: list the recall after each percent read");
  add_format_option(app, options->format);
  app.add_option("--review", options->review,
                 "The protocol (default: review.toml, if it is there)");
  app.add_option("--folder", options->folder,
                 "The folder with the decisions, a file a reviewer (default: as the protocol says, "
                 "else 'screening')");
  app.add_option("--stage", options->stage, "title-abstract or full-text")->capture_default_str();
  app.add_option("--reviewer", options->reviewer, "Who you are (default: LITMINE_REVIEWER)");
  app.add_option("--reviewers", options->reviewers, "Whose votes count: ana,ben (default: all)")
      ->delimiter(',');
  app.add_option("--third", options->third, "Who settles conflicts");
  app.add_option("--votes", options->votes,
                 "Votes that a record needs (default: as the protocol says, else 2)");
  app.add_flag("--force", options->force, "open: although votes are missing");
  app.add_option("--program", options->program,
                 fmt::format("import, export: {}", fmt::join(exchange_formats(), ", ")))
      ->capture_default_str();
  app.add_option("--verdict", options->verdict,
                 "import: the decision on every row that says none (a list of one kind)");
  app.add_flag("--by-criterion", options->by_criterion,
               "suggest: a row a record and criterion, met or not");
  app.add_option("--order", options->order,
                 "decide: list, or priority (the likeliest first, learnt from your decisions)")
      ->capture_default_str();
  app.add_option("--keys", options->keys,
                 "decide: litmine (i include, e exclude) or asreview (r relevant, i irrelevant)")
      ->capture_default_str();
  app.add_option(
      "--search", options->search,
      "decide: the search of the protocol whose terms are coloured (default: the first)");
  app.add_flag("--suggestions", options->suggestions,
               "decide: show what the criteria suggest from the start");
  app.add_flag("--again", options->again, "decide: also what you have decided before");
  app.add_flag("--conflicts", options->conflicts,
               "decide: only records in conflict, with the others' votes, once the stage is open");
  app.add_flag("--facets", options->facets,
               "agreement: also of the coders, facet by facet of the codebook");
  add_codebook_option(app, options->codebook);
  add_index_option(app, options->index);
  return [options, &app](Terminal& terminal) {
    return screen(*options, typed_options(app), terminal);
  };
}

}  // namespace litmine
