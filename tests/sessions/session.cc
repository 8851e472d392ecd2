// Reading, running and comparing sessions; session.h says how they look.
#include "tests/sessions/session.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "tests/house/tree.h"

namespace litmine::house {
namespace {

/// Printed by the shell after each command, with its status: no command prints this by chance.
constexpr std::string_view kMark = "@litmine-session-step-ends@ ";

/// "[3]" → 3.
bool is_status(std::string_view line, int& status) {
  if (line.size() < 3 || line.front() != '[' || line.back() != ']') return false;
  const std::string_view digits = line.substr(1, line.size() - 2);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
  status = std::atoi(std::string(digits).c_str());
  return true;
}

/// Takes one line of a terminal, without its indent.
void take_line(Session& session, std::string_view line, int number) {
  if (line.starts_with("$ ")) {
    session.steps.push_back({number, number, std::string(line.substr(2)), {}, 0, {}, 0});
    return;
  }
  if (session.steps.empty()) {
    session.problems.push_back(std::to_string(number) + ": no command before this line");
    return;
  }
  Step& step = session.steps.back();
  if (line.starts_with("> ") && step.expected.empty())
    step.command += "\n" + std::string(line.substr(2));
  else if (!is_status(line, step.expected_status))
    step.expected.emplace_back(line);
  step.last_line = number;
}

int last_line(const Session& session) {
  return session.steps.empty() ? 0 : session.steps.back().last_line;
}

std::string script_of(const Session& session) {
  std::string script = "exec 2>&1 </dev/null\n";
  for (const Step& step : session.steps)
    script += step.command + "\nprintf '\\n%s%d\\n' '" + std::string(kMark) + "' $?\n";
  return script;
}

std::string quoted(const std::string& word) {
  std::string safe = "'";
  for (const char c : word) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

std::string output_of(const std::string& command) {
  std::string all;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return all;
  std::array<char, 4096> buffer{};
  while (std::size_t n = fread(buffer.data(), 1, buffer.size(), pipe)) all.append(buffer.data(), n);
  pclose(pipe);
  return all;
}

/// Cuts what the whole script printed into what each step printed. The mark brings its own line
/// end, so an output that ends in one is followed by an empty line, which goes.
void share_out(std::string_view all, Session& session) {
  for (Step& step : session.steps) {
    const std::string mark = "\n" + std::string(kMark);
    const std::size_t at = all.find(mark);
    if (at == std::string_view::npos) {
      session.problems.push_back(std::to_string(step.line) + ": the shell ended here");
      step.printed = lines_of(all);
      return;
    }
    step.printed = lines_of(all.substr(0, at));
    all.remove_prefix(at + mark.size());
    step.status = std::atoi(std::string(all.substr(0, all.find('\n'))).c_str());
    all.remove_prefix(std::min(all.find('\n') + 1, all.size()));
  }
}

}  // namespace

bool Step::passed() const { return status == expected_status && fits(expected, printed); }

// An empty line within what a command prints need not be indented.
Session read_session(std::string_view text) {
  Session session;
  int number = 0, empty = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (line.empty()) {
      ++empty;
      continue;
    }
    if (line.starts_with("  ")) {
      const bool output = !line.starts_with("  $ ") && number - empty - 1 == last_line(session);
      for (; output && empty > 0; --empty) take_line(session, "", number - empty);
      take_line(session, std::string_view(line).substr(2), number);
    }
    empty = 0;
  }
  if (session.steps.empty()) session.problems.emplace_back("1: no command in the whole file");
  return session;
}

Session read_console_blocks(std::string_view markdown) {
  Session session;
  bool inside = false;
  int number = 0;
  for (const std::string& line : lines_of(markdown)) {
    ++number;
    if (line.starts_with("```"))
      inside = !inside && line == "```console";
    else if (inside)
      take_line(session, line, number);
  }
  if (session.steps.empty()) session.problems.emplace_back("1: no command in a ```console block");
  return session;
}

// A pattern with one kind of wildcard: each piece between wildcards is found at the first place
// after the one before it, the last piece at the end.
bool line_fits(std::string_view expected, std::string_view printed) {
  std::size_t dots = expected.find("...");
  if (dots == std::string_view::npos) return expected == printed;
  if (!printed.starts_with(expected.substr(0, dots))) return false;
  printed.remove_prefix(dots);
  for (expected.remove_prefix(dots + 3);; expected.remove_prefix(dots + 3)) {
    dots = expected.find("...");
    if (dots == std::string_view::npos) return printed.ends_with(expected);
    const std::size_t at = printed.find(expected.substr(0, dots));
    if (at == std::string_view::npos) return false;
    printed.remove_prefix(at + dots);
  }
}

// The same over lines; `fit[j]` tells whether the expected lines so far can take exactly the first
// j printed ones.
bool fits(const std::vector<std::string>& expected, const std::vector<std::string>& printed) {
  std::vector<bool> fit(printed.size() + 1, false);
  fit[0] = true;
  for (const std::string& line : expected) {
    std::vector<bool> next(printed.size() + 1, false);
    if (line == "...") {
      bool reached = false;
      for (std::size_t j = 0; j <= printed.size(); ++j) next[j] = reached = reached || fit[j];
    } else {
      for (std::size_t j = 0; j < printed.size(); ++j)
        next[j + 1] = fit[j] && line_fits(line, printed[j]);
    }
    fit = std::move(next);
  }
  return fit.back();
}

bool run_session(Session& session, const std::filesystem::path& folder) {
  const std::string shell = "/bin/sh -c " + quoted(script_of(session));
  share_out(output_of("cd " + quoted(folder.string()) + " && " + shell), session);
  return session.problems.empty();
}

std::string report(const Session& session, std::string_view name) {
  std::string text;
  for (const std::string& problem : session.problems)
    text += std::string(name) + ":" + problem + "\n";
  for (const Step& step : session.steps) {
    if (step.passed()) continue;
    text += std::string(name) + ":" + std::to_string(step.line) + ": $ " + step.command + "\n";
    for (const std::string& line : step.expected) text += "  expected | " + line + "\n";
    if (step.expected_status != 0)
      text += "  expected | [" + std::to_string(step.expected_status) + "]\n";
    for (const std::string& line : step.printed) text += "  printed  | " + line + "\n";
    if (step.status != 0) text += "  printed  | [" + std::to_string(step.status) + "]\n";
  }
  return text;
}

std::string with_printed(std::string_view text, const Session& session, std::string_view indent) {
  const std::vector<std::string> lines = lines_of(text);
  std::string result;
  std::size_t next = 0;  // first line that is not in `result` yet, from 0
  for (const Step& step : session.steps) {
    if (step.passed()) continue;
    const auto first = static_cast<std::size_t>(step.line) - 1;
    for (; next < first; ++next) result += lines[next] + "\n";
    next = static_cast<std::size_t>(step.last_line);
    const auto write = [&](const std::string& line) {
      result += std::string(indent) + line + "\n";
    };
    std::string mark = "$ ";
    for (const std::string& part : lines_of(step.command)) {
      write(mark + part);
      mark = "> ";
    }
    for (const std::string& printed : step.printed) write(printed);
    if (step.status != 0) write("[" + std::to_string(step.status) + "]");
  }
  for (; next < lines.size(); ++next) result += lines[next] + "\n";
  return result;
}

}  // namespace litmine::house
