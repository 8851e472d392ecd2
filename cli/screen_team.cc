// litmine screen status, agreement, conflicts, open, merge, import, export: what a team does with
// its decisions. Everything that shows votes goes through DecisionLog::visible_to.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/coding_decisions.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/report_files.h"
#include "cli/screen_project.h"
#include "exporters/sink.h"
#include "screening/votes.h"
#include "taggers/evaluation.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

/// What is not shown before its stage is opened.
int still_closed(const ScreeningProject& project, Terminal& terminal) {
  return report(Error{Error::Kind::usage,
                      fmt::format("the votes of stage '{}' are closed", stage_name(project.stage)),
                      "votes of others are shown after 'litmine screen open'"},
                terminal);
}

std::string in_words(const Coefficient& one) {
  if (!one.value) return "not defined";
  if (!one.low || !one.high) return fmt::format("{:.3f}", *one.value);
  return fmt::format("{:.3f} (95 %: {:.3f} to {:.3f})", *one.value, *one.low, *one.high);
}

struct Line {
  const char* name;
  const Coefficient& value;
};

void say_agreement(std::ostream& out, const std::string& what, const Agreement& agreement,
                   const char* units = "records with two votes or more") {
  out << fmt::format("{}: {} {}\n", what, agreement.units, units);
  const Line lines[] = {{"share agreeing", agreement.observed},
                        {"Cohen's kappa", agreement.kappa},
                        {"Gwet's AC1", agreement.ac1},
                        {"Krippendorff's alpha", agreement.alpha}};
  for (const Line& line : lines)
    out << fmt::format("  {:<22}{}\n", line.name, in_words(line.value));
}

/// The codes that stand after all decisions of each coder, by facet, and how far they agree.
Result<void> say_facets(const Protocol& protocol, Terminal& terminal) {
  auto decisions = read_coding_decisions(protocol.folder / protocol.decisions);
  if (!decisions) return tl::unexpected(decisions.error());
  std::map<std::string, std::map<std::string, Coding>> by_facet;
  const DecidedCodes decided(*decisions);
  for (const CodingDecision& one : decided.standing()) {
    if (one.decision == "note") continue;
    // Who rejected all that was suggested has looked, and found nothing.
    auto& codes = by_facet[one.facet][one.coder][{one.study, one.facet}];
    if (one.decision == "accept")
      codes.insert(one.suggested);
    else
      codes.erase(one.suggested);
    if (one.decision == "replace" || one.decision == "add") codes.insert(one.final_code);
  }
  if (by_facet.empty()) terminal.out << "no coder has decided on a code\n";
  for (const auto& [facet, codings] : by_facet) {
    const CoderAgreement found = coder_agreement(facet, codings);
    say_agreement(terminal.out,
                  fmt::format("facet {}, coders {}", facet, fmt::join(found.coders, ", ")),
                  found.agreement,
                  found.by_code ? "studies and codes that two coders or more decided"
                                : "studies that two coders or more decided");
  }
  return {};
}

/// Files of a folder, or the file itself.
Result<Histories> history_at(const fs::path& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return read_histories(path);
  return read_history(path);
}

}  // namespace

int screen_status(const ScreenOptions& options, Terminal& terminal) {
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  auto reviewer = reviewer_of(options);
  if (!reviewer) return report(reviewer.error(), terminal);
  const DecisionLog seen = project->histories.all.visible_to(*reviewer);
  const bool open = seen.is_open(project->stage);
  std::map<std::string, std::map<Ruling, std::size_t>> counts;
  for (const auto& [record, votes] : seen.standing(project->stage))
    for (const auto& [name, vote] : votes) ++counts[name][vote.verdict];
  terminal.out << fmt::format(
      "stage {}: {}\n", stage_name(project->stage),
      open ? "open, all votes are shown" : "closed, only your own votes are shown");
  for (const auto& [name, verdicts] : counts) {
    const auto n = [&given = verdicts](Ruling verdict) {
      const auto found = given.find(verdict);
      return found == given.end() ? 0 : found->second;
    };
    terminal.out << fmt::format("{}: {} include, {} exclude, {} undecided\n", name,
                                n(Ruling::include), n(Ruling::exclude), n(Ruling::undecided));
  }
  if (open) {
    std::map<std::string_view, std::size_t> states;
    for (const auto& [record, outcome] : outcomes(seen, project->stage, project->panel))
      ++states[state_name(outcome.state)];
    for (const auto& [state, n] : states) terminal.out << fmt::format("{}: {} records\n", state, n);
  }
  return counts.empty() ? kNothingFound : kDone;
}

int screen_agreement(const ScreenOptions& options, Terminal& terminal) {
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  if (!project->histories.all.is_open(project->stage)) return still_closed(*project, terminal);
  const StageAgreement found = agreement_of(project->histories.all, project->stage, project->panel);
  terminal.out << fmt::format("stage {}; reviewers: {}\n", stage_name(project->stage),
                              fmt::join(found.reviewers, ", "));
  say_agreement(terminal.out, "include, exclude, undecided", found.include);
  terminal.out << fmt::format("  {:<22}{}\n", "Fleiss' kappa", in_words(found.fleiss));
  say_agreement(terminal.out, "reasons, where two or more excluded", found.reasons);
  for (const auto& [reason, agreement] : found.by_reason)
    say_agreement(terminal.out, fmt::format("excluded as '{}'", reason), agreement);
  if (options.facets)
    if (auto said = say_facets(project->protocol, terminal); !said)
      return report(said.error(), terminal);
  return found.overlap == 0 ? kNothingFound : kDone;
}

int screen_conflicts(const ScreenOptions& options, Terminal& terminal) {
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  if (!project->histories.all.is_open(project->stage)) return still_closed(*project, terminal);
  auto sink =
      make_sink(options.format, {{"record"}, {"state"}, {"votes"}, {"title"}, {"reasons_differ"}},
                terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  std::size_t conflicts = 0;
  for (const auto& [record, outcome] :
       outcomes(project->histories.all, project->stage, project->panel)) {
    if (outcome.state != Outcome::State::conflict && !outcome.reasons_differ) continue;
    conflicts += outcome.state == Outcome::State::conflict ? 1 : 0;
    std::vector<std::string> votes;
    for (const Decision& vote : outcome.votes)
      votes.push_back(fmt::format("{}: {}{}{}", vote.reviewer, verdict_name(vote.verdict),
                                  vote.reason.empty() ? "" : ", ", vote.reason));
    (*sink)->row({record, std::string(state_name(outcome.state)), votes,
                  outcome.votes.front().title, outcome.reasons_differ});
  }
  (*sink)->end();
  terminal.err << fmt::format(
      "{} {} for {}\n", conflicts, conflicts == 1 ? "conflict" : "conflicts",
      project->panel.third.empty() ? "a third to decide" : project->panel.third);
  return kDone;
}

int screen_open(const ScreenOptions& options, Terminal& terminal) {
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  auto reviewer = reviewer_of(options);
  if (!reviewer) return report(reviewer.error(), terminal);
  if (project->histories.all.is_open(project->stage)) {
    terminal.out << fmt::format("stage {} is open already\n", stage_name(project->stage));
    return kDone;
  }
  std::size_t pending = 0;
  const auto standing = outcomes(project->histories.all, project->stage, project->panel);
  for (const auto& [record, outcome] : standing)
    pending += outcome.state == Outcome::State::pending ? 1 : 0;
  if (pending > 0 && !options.force)
    return report(Error{Error::Kind::usage,
                        fmt::format("{} of {} records with a vote have fewer than {}", pending,
                                    standing.size(), project->panel.votes),
                        "finish them first, or open all the same with --force; that is remembered"},
                  terminal);
  Decision opening;
  opening.reviewer = *reviewer;
  opening.stage = project->stage;
  opening.verdict = Ruling::opened;
  opening.time = time_after("");
  if (pending > 0) opening.note = fmt::format("{} records had fewer votes than needed", pending);
  if (auto written = append(project->folder, opening); !written)
    return report(written.error(), terminal);
  terminal.out << fmt::format("stage {} is open; all votes are shown from now on\n",
                              stage_name(project->stage));
  return kDone;
}

int screen_merge(const ScreenOptions& options, Terminal& terminal) {
  if (options.files.empty())
    return report(Error{Error::Kind::usage, "nothing to merge is named",
                        "litmine screen merge FOLDER-OR-FILE..."},
                  terminal);
  bool some_not_read = false;
  std::vector<Decision> all;
  for (const std::string& path : options.files) {
    std::error_code ignored;
    if (!fs::exists(path, ignored))
      return report(Error{Error::Kind::not_found, fmt::format("'{}' is not there", path), ""},
                    terminal);
    auto read = history_at(path);
    if (!read) return report(read.error(), terminal);
    for (const Problem& problem : read->problems)
      terminal.err << fmt::format("not read: {}:{}: {}\n", problem.file, problem.line,
                                  problem.reason);
    some_not_read = some_not_read || !read->problems.empty();
    for (Decision& decision : read->all.decisions()) all.push_back(std::move(decision));
  }
  auto protocol = protocol_of_screening(options);
  if (!protocol) return report(protocol.error(), terminal);
  auto added = append(decisions_folder(options, *protocol), all);
  if (!added) return report(added.error(), terminal);
  terminal.out << fmt::format("{} lines read, {} were new\n", all.size(), *added);
  return some_not_read ? kSomeNotRead : kDone;
}

int screen_import(const ScreenOptions& options, Terminal& terminal) {
  if (options.files.size() != 1)
    return report(Error{Error::Kind::usage, "one table to import is needed",
                        "litmine screen import votes.csv --program rayyan"},
                  terminal);
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  auto index = Index::open(index_of_screening(options, project->protocol));
  if (!index) return report(index.error(), terminal);
  auto records = records_of(*index, false);
  if (!records) return report(records.error(), terminal);
  auto table = read_table(options.files.front());
  if (!table) return report(table.error(), terminal);
  ImportOptions wanted;
  wanted.reviewer = reviewer_of(options).value_or("");
  wanted.stage = project->stage;
  wanted.time = time_after("");
  if (!options.verdict.empty()) {
    wanted.verdict = verdict_named(options.verdict);
    if (!wanted.verdict)
      return report(Error{Error::Kind::usage, fmt::format("'{}' is no decision", options.verdict),
                          "decisions: include, exclude, undecided"},
                    terminal);
  }
  ExchangeTable rows{table->heads, {}};
  for (TableRows::Row& row : table->rows) rows.rows.push_back(std::move(row.cells));
  auto imported = import_decisions(options.program, rows, *records, wanted);
  if (!imported) return report(imported.error(), terminal);
  for (const Problem& problem : imported->problems)
    terminal.err << fmt::format("not read: {}:{}: {}\n", options.files.front(),
                                table->rows[problem.line - 2].line, problem.reason);
  auto added = append(project->folder, imported->decisions);
  if (!added) return report(added.error(), terminal);
  terminal.out << fmt::format("{} decisions read, {} were new\n", imported->decisions.size(),
                              *added);
  return imported->problems.empty() ? kDone : kSomeNotRead;
}

int screen_export(const ScreenOptions& options, Terminal& terminal) {
  auto project = open_project(options, terminal);
  if (!project) return report(project.error(), terminal);
  auto reviewer = reviewer_of(options);
  if (!reviewer) return report(reviewer.error(), terminal);
  auto index = Index::open(index_of_screening(options, project->protocol));
  if (!index) return report(index.error(), terminal);
  auto records = records_of(*index, true);
  if (!records) return report(records.error(), terminal);
  auto table = export_decisions(options.program, project->histories.all.visible_to(*reviewer),
                                project->stage, *records, *reviewer);
  if (!table) return report(table.error(), terminal);
  std::vector<Column> columns;
  for (const std::string& head : table->heads) columns.push_back({head});
  auto sink = make_sink("csv", columns, terminal.out);
  if (!sink) return report(sink.error(), terminal);
  for (const auto& row : table->rows) (*sink)->row(std::vector<Cell>(row.begin(), row.end()));
  (*sink)->end();
  return kDone;
}

}  // namespace litmine
