// The table of commands, and the way from argv to one of them.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/citing.h"
#include "cli/cli.h"
#include "cli/command.h"
#include "text/normalize.h"

namespace litmine {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"run", "Run the whole review: read the sources, search, suggest codes, write the tables",
       declare_run, "litmine run review.toml\nlitmine run articles --results results"},
      {"init", "Write a new review.toml to fill in", declare_init,
       "litmine init --title \"Small firms and digital platforms\""},
      {"index", "Read files into the index; unchanged files are skipped", declare_index,
       "litmine index articles records.ris --jobs 2"},
      {"dedupe", "Find records of the same publication; say why, list what a person should decide",
       declare_dedupe,
       "litmine dedupe scopus.ris wos.ris\nlitmine dedupe exports --review --as anna\n"
       "litmine dedupe exports --show flow --format csv"},
      {"search", "List the studies that a search string finds", declare_search,
       "litmine search --dialect wos 'TS=(\"digital platform*\" AND SME*)'\n"
       "litmine search --query-file strings/scopus.txt --places"},
      {"parse", "Show how a database reads a string, fully bracketed", declare_parse,
       "litmine parse --dialect scopus --format sexp 'a OR b AND c'"},
      {"translate", "Write a string for another database, and say what gets lost",
       declare_translate,
       "litmine translate --from scopus --to wos 'TITLE-ABS-KEY(\"digital platform*\" W/3 firm)'"},
      {"explain", "Show a string's tokens, tree, expansions and the exact count of each clause",
       declare_explain, "litmine explain --query-file strings/as-printed.txt"},
      {"recall",
       "Tell how many of the items that must be found a string finds, and what loses others",
       declare_recall, "litmine recall --query-file strings/scopus.txt --known known.ris"},
      {"lint", "Say everything that is odd, superfluous or missing in a search string",
       declare_lint,
       "litmine lint --dialect wos 'TS=(\"digital platform\" OR digital)'\n"
       "litmine lint --query-file strings/scopus.txt --format sarif > scopus.sarif"},
      {"improve", "Propose the cheapest edits of a string that bring in items it must find",
       declare_improve, "litmine improve --query-file strings/scopus.txt --known known.ris"},
      {"compare", "Compare what two databases make of a string, or two strings", declare_compare,
       "litmine compare --dialects scopus,wos 'a OR b AND c'\n"
       "litmine compare --query-file strings/old.txt --with strings/new.txt"},
      {"history", "Read a search history line by line, each line with its exact count",
       declare_history,
       "litmine history strategy.txt --dialect ovid\n"
       "litmine history pubmed.txt --dialect pubmed --line 7 --format csv"},
      {"match",
       "Tell which texts (JSON lines on standard input) a string matches, without an index",
       declare_match,
       "echo '{\"id\":\"1\",\"text\":\"digital platforms\"}' | "
       "litmine match --dialect scopus 'digital PRE/0 platform*'"},
      {"convert", "Write records of any format in another, and say what was lost or repaired",
       declare_convert,
       "litmine convert scopus.csv wos.txt --to ris --output all.ris\n"
       "litmine convert export.ris --to bibtex --expect 3353"},
      {"tag", "Suggest codes, each with the sentence that speaks for it", declare_tag,
       "litmine tag --format csv\nlitmine tag --review --coder ana\nlitmine tag --eval gold.csv"},
      {"codebook", "List the codes, write them as REFI-QDA or CSV, read them from there",
       declare_codebook,
       "litmine codebook --export codes.qdc\nlitmine codebook --import team.qdc --to my-codebook"},
      {"screen", "Screen the records of a review key by key; what the criteria suggest; who agrees",
       declare_screen,
       "litmine screen --reviewer ana --order priority\n"
       "litmine screen simulate labelled.csv --runs 15"},
      {"cite", "Tell who cites whom, where, in which words, and which cited works are missing",
       declare_cite,
       "litmine cite missing --from 2010 --format ris > missing.ris\n"
       "litmine cite who 10.1016/j.jbusvent.2011.05.002\n"
       "litmine cite find \"platforms lower the cost of entry\" --style harvard\n"
       "litmine cite mentions westerlund-2020-online-smes --link unlinked"},
      {"parse-refs",
       "Read reference strings (standard input, one a line) into fields, as CSL-JSON lines",
       declare_parse_refs, "litmine parse-refs < references.txt > references.jsonl"},
      {"report", "Write the tables and figures of a review from its coding table", declare_report,
       "litmine report --coding-table table2.csv --flow flow.csv --results report\n"
       "litmine report --coding-table table2.csv --figures published.csv --cross country,method"},
      {"verify", "Run a review again from nothing and compare every byte of its results",
       declare_verify, "litmine verify results"},
      {"diff", "Tell what changed between two runs, and by which input, rule or search",
       declare_diff, "litmine diff results-2025 results-2026"},
      {"doctor", "Say what is wrong with the text of every file, with the place and what to do",
       declare_doctor, "litmine doctor articles\nlitmine doctor --format csv > doctor.csv"},
      {"show", "Show a document with its parts and pages", declare_show,
       "litmine show virtanen-2019-nordic-crafts"},
      {"info", "Show what the index holds", declare_info, "litmine info"},
      {"man", "Print the manual page", declare_man, "litmine man > litmine.1"},
      {"completions", "Print completions for bash, zsh or fish", declare_completions,
       "litmine completions bash > /etc/bash_completion.d/litmine"},
  };
  return kCommands;
}

int report(const Error& error, Terminal& terminal) {
  terminal.err << "litmine: " << error.what << '\n';
  if (!error.hint.empty()) terminal.err << "  hint: " << error.hint << '\n';
  return kError;
}

void report(const Diagnostics& notes, std::string_view name, std::string_view source,
            Terminal& terminal) {
  for (const Diagnostic& note : notes) terminal.err << render(note, name, source);
}

namespace {

/// CLI11 only says that arguments were not expected; a person wants to know what was meant.
int unknown_command(const std::string& word, Terminal& terminal) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  std::string near = nearest(word, names);
  return report(Error{Error::Kind::usage, fmt::format("no command is called '{}'", word),
                      near.empty() ? "'litmine --help' lists the commands"
                                   : fmt::format("did you mean '{}'?", near)},
                terminal);
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

int usage_error(const CLI::ParseError& problem, const CLI::App& app, int argc,
                const char* const* argv, Terminal& terminal) {
  std::string hint = fmt::format("'{} --help' lists the options", app.get_name());
  if (dynamic_cast<const CLI::ExtrasError*>(&problem) != nullptr) {
    for (int i = 1; i < argc; ++i) {
      std::string word = argv[i];
      if (word.rfind("--", 0) != 0) continue;
      word = word.substr(0, word.find('='));
      std::vector<std::string> names = option_names(app);
      if (std::find(names.begin(), names.end(), word) != names.end()) continue;
      std::string near = nearest(word, names);
      return report(Error{Error::Kind::usage, fmt::format("no option is called '{}'", word),
                          near.empty() ? hint : fmt::format("did you mean '{}'?", near)},
                    terminal);
    }
  }
  return report(Error{Error::Kind::usage, problem.what(), hint}, terminal);
}

int not_written(Terminal& terminal) {
  if (terminal.reader_gone != nullptr && terminal.reader_gone()) return kReaderGone;
  return report(
      Error{Error::Kind::unreadable, "cannot write to standard output", "is the disk full?"},
      terminal);
}

}  // namespace

int run_command_line(int argc, const char* const* argv, Terminal& terminal) try {
  CLI::App app{
      "litmine reads the articles of a literature review, runs its search string as the database "
      "would,\nand suggests codes with the sentence that speaks for each. Everything stays on this "
      "machine.",
      "litmine"};
  app.set_version_flag("--version", "litmine " LITMINE_VERSION);
  app.require_subcommand(0, 1);

  std::vector<std::pair<CLI::App*, Action>> declared;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    sub->footer(std::string("Examples:\n") + command.examples);
    declared.emplace_back(sub, command.declare(*sub));
  }

  const std::string first = argc > 1 ? argv[1] : "";
  auto called = [&](const Command& command) { return first == command.name; };
  if (!first.empty() && first[0] != '-' && std::ranges::none_of(commands(), called))
    return unknown_command(first, terminal);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    terminal.out << (chosen.empty() ? app.help() : chosen.front()->help());
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    terminal.out << version.what() << '\n';
    return kDone;
  } catch (const CLI::ParseError& problem) {
    const auto chosen = app.get_subcommands();
    return usage_error(problem, chosen.empty() ? app : *chosen.front(), argc, argv, terminal);
  }

  for (auto& [sub, action] : declared)
    if (sub->parsed()) {
      int status = action(terminal);
      terminal.out.flush();
      return terminal.out ? status : not_written(terminal);
    }
  terminal.out << app.help();
  return kDone;
} catch (const std::exception& problem) {
  return report(Error{Error::Kind::internal, fmt::format("unexpected failure: {}", problem.what()),
                      "please report this with the command that you typed"},
                terminal);
}

}  // namespace litmine
