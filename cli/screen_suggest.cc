// litmine screen suggest: what the criteria of the protocol say of each record, with the sentence.
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.h"
#include "cli/criteria.h"
#include "cli/options.h"
#include "cli/screen_project.h"
#include "cli/wording.h"
#include "exporters/sink.h"

namespace litmine {
namespace {

/// The records named, else all.
Result<std::vector<Study>> studies_named(const std::vector<std::string>& names,
                                         const Index& index) {
  if (names.empty()) return index.studies();
  std::vector<Study> studies;
  for (const std::string& name : names) {
    auto study = index.study(name);
    if (!study)
      return failure(Error::Kind::not_found, fmt::format("no record is called '{}'", name),
                     "'litmine info --studies' lists them");
    studies.push_back(std::move(*study));
  }
  return studies;
}

Result<SuggestionCounts> write_all(const ScreenOptions& options, const CriteriaJudge& judge,
                                   const Index& index, Sink& sink) {
  auto studies = studies_named(options.files, index);
  if (!studies) return tl::unexpected(studies.error());
  SuggestionCounts counts;
  for (const Study& study : *studies) {
    auto about = index.about(study);
    if (!about) return tl::unexpected(about.error());
    auto judged = judge.judge(study, *about, nullptr);
    if (!judged) return tl::unexpected(judged.error());
    counts.add(judge.criteria(), *judged);
    if (options.by_criterion)
      write_findings(sink, study.id, judge.criteria(), *judged);
    else
      write_suggestion(sink, study.id, about->title, judge.criteria(), *judged);
  }
  return counts;
}

}  // namespace

Result<std::optional<Codebook>> codebook_of_criteria(const ScreenOptions& options,
                                                     const Protocol& protocol) {
  if (!asks_for_codes(protocol)) return std::optional<Codebook>();
  auto folder = codebook_folder(options.codebook.empty() && protocol.codebook != "default"
                                    ? (protocol.folder / protocol.codebook).string()
                                    : options.codebook);
  if (!folder) return tl::unexpected(folder.error());
  auto codebook = Codebook::load(*folder);
  if (!codebook) return tl::unexpected(codebook.error());
  return std::optional<Codebook>(std::move(*codebook));
}

int screen_suggest(const ScreenOptions& options, Terminal& terminal) {
  const auto stage = stage_of(options);
  if (!stage) return report(stage.error(), terminal);
  auto protocol = protocol_of_screening(options);
  if (!protocol) return report(protocol.error(), terminal);
  if (!has_rules(*protocol, *stage))
    return report(
        Error{Error::Kind::usage,
              protocol->criteria.empty() ? "there is no protocol here with criteria"
                                         : "no criterion of the protocol has a rule",
              "give criteria years, languages, types, codes or a query; 'litmine init' writes "
              "examples"},
        terminal);
  auto index = Index::open(index_of_screening(options, *protocol));
  if (!index) return report(index.error(), terminal);
  auto codebook = codebook_of_criteria(options, *protocol);
  if (!codebook) return report(codebook.error(), terminal);
  auto decisions = read_coding_decisions(protocol->folder / protocol->decisions);
  if (!decisions) return report(decisions.error(), terminal);
  const DecidedCodes decided(*decisions);
  auto judge =
      CriteriaJudge::make(*protocol, *stage, *index, *codebook ? &**codebook : nullptr, decided);
  if (!judge) return report(judge.error(), terminal);
  auto sink =
      make_sink(options.format, options.by_criterion ? finding_columns() : suggestion_columns(),
                terminal.out, terminal.out_width);
  if (!sink) return report(sink.error(), terminal);
  auto counts = write_all(options, *judge, *index, **sink);
  if (!counts) return report(counts.error(), terminal);
  (*sink)->end();
  for (const SuggestionCounts::Row& row : counts->rows())
    terminal.err << fmt::format("{}{}{}: {}\n", row.suggestion, row.why.empty() ? "" : ", ",
                                row.why, counted(row.records, "record"));
  return counts->rows().empty() ? kNothingFound : kDone;
}

}  // namespace litmine
