// litmine man, litmine completions: made from the same declarations as --help, so they cannot
// drift.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "text/normalize.h"

namespace litmine {
namespace {

/// Text for a manual page: backslashes, hyphens and leading dots mean something to troff.
std::string troff(std::string_view text) {
  std::string safe;
  bool line_start = true;
  for (char c : text) {
    if (line_start && (c == '.' || c == '\'')) safe += "\\&";
    if (c == '\\')
      safe += "\\e";
    else if (c == '-')
      safe += "\\-";
    else
      safe += c;
    line_start = c == '\n';
  }
  return safe;
}

struct OptionHelp {
  std::string names;  ///< "--dialect, -d"
  std::string value;  ///< "TEXT", or empty for a flag
  std::string help;
  std::vector<std::string> words;  ///< "--dialect", "-d"; empty for a positional
};

std::vector<OptionHelp> options_of(const Command& command) {
  CLI::App app{command.summary, command.name};
  command.declare(app);
  std::vector<OptionHelp> options;
  for (const CLI::Option* option : app.get_options()) {
    OptionHelp help;
    for (const std::string& name : option->get_lnames()) help.words.push_back("--" + name);
    for (const std::string& name : option->get_snames()) help.words.push_back("-" + name);
    help.names =
        help.words.empty() ? option->get_name() : fmt::format("{}", fmt::join(help.words, ", "));
    if (!help.words.empty() && option->get_items_expected_max() > 0)
      help.value = option->get_type_name();
    help.help = option->get_description();
    if (!option->get_default_str().empty() && option->get_items_expected_max() > 0)
      help.help += fmt::format(" (default: {})", option->get_default_str());
    options.push_back(std::move(help));
  }
  return options;
}

std::string manual_page() {
  std::string page = fmt::format(
      ".TH LITMINE 1 \"\" \"litmine {}\" \"User Commands\"\n"
      ".SH NAME\nlitmine \\- search, code and report a literature review, offline\n"
      ".SH SYNOPSIS\n.B litmine\n.I command\n.RI [ options ]\n"
      ".SH DESCRIPTION\nlitmine reads the articles of a literature review (PDF, text, database "
      "exports), runs "
      "the review's\nsearch string as the database would, and suggests codes, each with the "
      "sentence that speaks for it.\n"
      "Nothing leaves the machine.\n.SH COMMANDS\n",
      LITMINE_VERSION);
  for (const Command& command : commands()) {
    page += fmt::format(".SS litmine {}\n{}.\n", command.name, troff(command.summary));
    for (const OptionHelp& option : options_of(command)) {
      page += fmt::format(".TP\n.B {}", troff(option.names));
      if (!option.value.empty()) page += fmt::format(" \\fI{}\\fR", troff(option.value));
      page += fmt::format("\n{}\n", troff(option.help));
    }
    page += fmt::format(".PP\n.nf\n{}\n.fi\n", troff(command.examples));
  }
  page +=
      ".SH EXIT STATUS\n"
      ".TP\n0\nDone.\n.TP\n1\nNothing was found, or a check failed.\n"
      ".TP\n2\nThe call is wrong, or it could not be done at all.\n"
      ".TP\n3\nFinished, but some inputs could not be read.\n"
      ".TP\n130\nInterrupted; what was finished before is kept.\n"
      ".SH ENVIRONMENT\n"
      ".TP\n.B LITMINE_INDEX\nThe index's folder, where \\-\\-index is not given.\n"
      ".TP\n.B LITMINE_CODEBOOK\nThe codebook's folder, where \\-\\-codebook is not given.\n"
      ".SH FILES\n"
      ".TP\n.I review.toml\nThe protocol of a review; 'litmine init' writes one.\n"
      ".TP\n.I .litmine\nThe index. It can be deleted at any time and is made again from the "
      "files.\n"
      ".SH SEE ALSO\nlitmine\\-query(7)\n";
  return page;
}

std::vector<std::string> words_of(const Command& command) {
  std::vector<std::string> words;
  for (const OptionHelp& option : options_of(command))
    words.insert(words.end(), option.words.begin(), option.words.end());
  return words;
}

std::string bash_completions() {
  std::vector<std::string> names;
  std::string cases;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
    cases +=
        fmt::format("    {}) options=\"{}\" ;;\n", command.name, fmt::join(words_of(command), " "));
  }
  return fmt::format(
      "# bash completion for litmine\n_litmine() {{\n  local word=${{COMP_WORDS[COMP_CWORD]}} "
      "options=\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W \"{} --help --version\" "
      "-- \"$word\"))\n"
      "    return\n  fi\n  case ${{COMP_WORDS[1]}} in\n{}  esac\n"
      "  case $word in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
      "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n  esac\n}}\n"
      "complete -o filenames -F _litmine litmine\n",
      fmt::join(names, " "), cases);
}

/// Text between single quotes of a shell.
std::string quoted(std::string_view text, std::string_view escaped_quote) {
  std::string safe;
  for (char c : text) {
    if (c == '\'')
      safe += escaped_quote;
    else
      safe += c;
  }
  return safe;
}

std::string fish_completions() {
  std::string lines = "# fish completion for litmine\n";
  for (const Command& command : commands()) {
    lines += fmt::format("complete -c litmine -n __fish_use_subcommand -a {} -d '{}'\n",
                         command.name, quoted(command.summary, "\\'"));
    for (const OptionHelp& option : options_of(command))
      for (const std::string& word : option.words)
        lines +=
            fmt::format("complete -c litmine -n '__fish_seen_subcommand_from {}' {} {} -d '{}'\n",
                        command.name, word.rfind("--", 0) == 0 ? "-l" : "-s",
                        word.substr(word.rfind("--", 0) == 0 ? 2 : 1), quoted(option.help, "\\'"));
  }
  return lines;
}

std::string zsh_completions() {
  std::string names, cases;
  for (const Command& command : commands()) {
    names += fmt::format("    '{}:{}'\n", command.name, quoted(command.summary, "'\\''"));
    cases +=
        fmt::format("    {}) compadd -- {} ;;\n", command.name, fmt::join(words_of(command), " "));
  }
  return fmt::format(
      "#compdef litmine\n_litmine() {{\n  local -a commands\n  commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  if [[ $words[CURRENT] != -* ]]; then\n    _files\n    return\n  fi\n"
      "  case $words[2] in\n{}  esac\n}}\n_litmine \"$@\"\n",
      names, cases);
}

struct Shell {
  const char* name;
  std::string (*write)();
};
constexpr Shell kShells[] = {
    {"bash", bash_completions}, {"zsh", zsh_completions}, {"fish", fish_completions}};

int completions(const std::string& named, Terminal& terminal) {
  std::vector<std::string> names;
  for (const Shell& shell : kShells) {
    names.emplace_back(shell.name);
    if (named != shell.name) continue;
    terminal.out << shell.write();
    return kDone;
  }
  return report(Error{Error::Kind::usage, fmt::format("no shell is called '{}'", named),
                      fmt::format("shells: {}", fmt::join(names, ", "))},
                terminal);
}

}  // namespace

Action declare_man(CLI::App&) {
  return [](Terminal& terminal) {
    terminal.out << manual_page();
    return static_cast<int>(kDone);
  };
}

Action declare_completions(CLI::App& app) {
  auto shell = std::make_shared<std::string>();
  app.add_option("SHELL", *shell, "bash, zsh or fish")->required();
  return [shell](Terminal& terminal) { return completions(*shell, terminal); };
}

}  // namespace litmine
