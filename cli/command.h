// What a command is: a name, a summary, its options, and what it does.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "cli/cli.h"
#include "text/diagnostic.h"
#include "text/result.h"

namespace CLI {
class App;
}

namespace litmine {

/// What to do once the options are read.
using Action = std::function<int(Terminal&)>;

struct Command {
  const char* name;
  const char* summary;
  /// Declares the options on `app` and gives back what the command does with them.
  Action (*declare)(CLI::App& app);
  /// One or two calls as a person would type them.
  const char* examples;
};

/// All commands, in the order of the help text.
const std::vector<Command>& commands();

Action declare_run(CLI::App& app);
Action declare_init(CLI::App& app);
Action declare_index(CLI::App& app);
Action declare_dedupe(CLI::App& app);
Action declare_search(CLI::App& app);
Action declare_parse(CLI::App& app);
Action declare_translate(CLI::App& app);
Action declare_explain(CLI::App& app);
Action declare_recall(CLI::App& app);
Action declare_improve(CLI::App& app);
Action declare_compare(CLI::App& app);
Action declare_lint(CLI::App& app);
Action declare_history(CLI::App& app);
Action declare_match(CLI::App& app);
Action declare_convert(CLI::App& app);
Action declare_tag(CLI::App& app);
Action declare_screen(CLI::App& app);
Action declare_report(CLI::App& app);
Action declare_verify(CLI::App& app);
Action declare_diff(CLI::App& app);
Action declare_codebook(CLI::App& app);
Action declare_doctor(CLI::App& app);
Action declare_show(CLI::App& app);
Action declare_info(CLI::App& app);
Action declare_man(CLI::App& app);
Action declare_completions(CLI::App& app);

/// Says an error with its hint on `err` and gives the exit status for it.
int report(const Error& error, Terminal& terminal);
/// Says all diagnostics of a text on `err`.
void report(const Diagnostics& notes, std::string_view name, std::string_view source,
            Terminal& terminal);

}  // namespace litmine
