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
      {"simulate",
       screen_simulate,
       {"--runs", "--seed", "--retrain-every", "--label-column", "--format", "--curve"}},
      {"status",
       screen_status,
       {"--folder", "--stage", "--reviewer", "--reviewers", "--third", "--votes"}},
      {"agreement", screen_agreement, {"--folder", "--stage", "--reviewers", "--third", "--votes"}},
      {"conflicts",
       screen_conflicts,
       {"--folder", "--stage", "--reviewers", "--third", "--votes", "--format"}},
      {"open",
       screen_open,
       {"--folder", "--stage", "--reviewer", "--reviewers", "--third", "--votes", "--force"}},
      {"merge", screen_merge, {"--folder"}},
      {"import",
       screen_import,
       {"--folder", "--stage", "--reviewer", "--index", "--program", "--verdict"}},
      {"export", screen_export, {"--folder", "--stage", "--reviewer", "--index", "--program"}},
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
  app.add_option("ACTION", options->action, "What to do: " + names)->required();
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
  app.add_option("--folder", options->folder, "The folder with the decisions, a file a reviewer")
      ->capture_default_str();
  app.add_option("--stage", options->stage, "title-abstract or full-text")->capture_default_str();
  app.add_option("--reviewer", options->reviewer, "Who you are (default: LITMINE_REVIEWER)");
  app.add_option("--reviewers", options->reviewers, "Whose votes count: ana,ben (default: all)")
      ->delimiter(',');
  app.add_option("--third", options->third, "Who settles conflicts");
  app.add_option("--votes", options->votes, "Votes that a record needs")->capture_default_str();
  app.add_flag("--force", options->force, "open: although votes are missing");
  app.add_option("--program", options->program,
                 fmt::format("import, export: {}", fmt::join(exchange_formats(), ", ")))
      ->capture_default_str();
  app.add_option("--verdict", options->verdict,
                 "import: the decision on every row that says none (a list of one kind)");
  add_index_option(app, options->index);
  return [options, &app](Terminal& terminal) {
    return screen(*options, typed_options(app), terminal);
  };
}

}  // namespace litmine
