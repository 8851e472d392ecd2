#include "cli/screening_numbers.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/wording.h"
#include "screening/votes.h"

namespace litmine {
namespace {

std::set<DocId> all_studies(const ReviewRun& run) {
  std::set<DocId> ids;
  for (const auto& [id, fact] : run.facts) ids.insert(ids.end(), id);
  return ids;
}

/// The stages that are finished, in their order: opened, and every record settled. A stage counts
/// only behind finished ones.
struct FinishedStages {
  std::optional<StageCounts> titles, texts;
};

FinishedStages finished_stages(const ReviewRun& run) {
  FinishedStages finished;
  if (!run.screening) return finished;
  const ScreeningDone& done = *run.screening;
  StageCounts titles =
      count_stage(done.decisions, Stage::title_abstract, done.panel, all_studies(run));
  if (!titles.open || !titles.settled()) return finished;
  StageCounts texts = count_stage(done.decisions, Stage::full_text, done.panel, titles.included);
  finished.titles = std::move(titles);
  if (texts.open && texts.settled()) finished.texts = std::move(texts);
  return finished;
}

std::string reasons_in_words(const StageCounts& counts) {
  std::string list;
  for (const auto& [reason, n] : counts.by_reason)
    list += fmt::format("{}{} ({})", list.empty() ? "" : "; ", reason, n);
  return list;
}

std::string two_digits(const Coefficient& coefficient) {
  return coefficient.value ? fmt::format("{:.2f}", *coefficient.value) : "not defined";
}

std::string who_screened(const ScreeningDone& done, Stage stage, const char* what,
                         const StageCounts& counts) {
  const StageAgreement agreed = agreement_of(done.decisions, stage, done.panel);
  std::string text =
      fmt::format("{} of {} were screened by {}", what, counted(counts.records, "record"),
                  counted(agreed.reviewers.size(), "reviewer"));
  if (!done.panel.third.empty()) text += ", conflicts were settled by another";
  if (agreed.overlap > 0)
    text += fmt::format(" (on {} with two votes or more: agreement {}, kappa {}, AC1 {}, alpha {})",
                        agreed.overlap, two_digits(agreed.include.observed),
                        two_digits(agreed.include.kappa), two_digits(agreed.include.ac1),
                        two_digits(agreed.include.alpha));
  return text + ".";
}

std::string not_settled(const StageCounts& counts, const char* what) {
  return fmt::format(
      "{}: of {}, {} have no vote, {} too few votes, {} are in conflict; the flow says nothing of "
      "this stage",
      what, counted(counts.records, "record"), counts.not_voted, counts.pending, counts.conflicts);
}

}  // namespace

void add_screening(Flow& flow, const ReviewRun& run) {
  const FinishedStages finished = finished_stages(run);
  if (!finished.titles) return;
  const StageCounts& titles = *finished.titles;
  flow.n["records_screened"] = static_cast<std::int64_t>(titles.records);
  flow.n["records_excluded"] = static_cast<std::int64_t>(titles.excluded + titles.not_retrieved);
  flow.n["dbr_sought_reports"] = static_cast<std::int64_t>(titles.included.size());
  if (!finished.texts) return;
  const StageCounts& texts = *finished.texts;
  flow.n["dbr_notretrieved_reports"] = static_cast<std::int64_t>(texts.not_retrieved);
  flow.n["dbr_assessed"] = static_cast<std::int64_t>(texts.records - texts.not_retrieved);
  for (const auto& [reason, n] : texts.by_reason)
    flow.lists["dbr_excluded"].push_back({reason, static_cast<std::int64_t>(n)});
  if (texts.by_reason.empty()) flow.n["dbr_excluded"] = 0;
  flow.n["new_studies"] = static_cast<std::int64_t>(texts.included.size());
  flow.n["new_reports"] = flow.n["new_studies"];
}

std::optional<std::set<DocId>> studies_included(const ReviewRun& run) {
  FinishedStages finished = finished_stages(run);
  if (finished.texts) return std::move(finished.texts->included);
  if (finished.titles) return std::move(finished.titles->included);
  return std::nullopt;
}

std::vector<std::string> screening_methods(const ReviewRun& run) {
  const FinishedStages finished = finished_stages(run);
  std::vector<std::string> sentences;
  if (finished.titles) {
    sentences.push_back(who_screened(*run.screening, Stage::title_abstract, "Titles and abstracts",
                                     *finished.titles));
    if (!finished.titles->by_reason.empty())
      sentences.push_back(fmt::format("Excluded by them: {}.", reasons_in_words(*finished.titles)));
  }
  if (finished.texts)
    sentences.push_back(
        who_screened(*run.screening, Stage::full_text, "Full texts", *finished.texts));
  return sentences;
}

std::vector<std::string> screening_remarks(const ReviewRun& run) {
  std::vector<std::string> remarks;
  if (!run.screening) return remarks;
  const ScreeningDone& done = *run.screening;
  if (done.elsewhere > 0)
    remarks.push_back(fmt::format("decisions on {} that the review does not hold were not counted",
                                  counted(done.elsewhere, "record")));
  const StageCounts titles =
      count_stage(done.decisions, Stage::title_abstract, done.panel, all_studies(run));
  if (!titles.open) {
    remarks.emplace_back(
        "the screening of titles and abstracts is not opened, so its numbers are not told");
    return remarks;
  }
  if (!titles.settled()) {
    remarks.push_back(not_settled(titles, "titles and abstracts"));
    return remarks;
  }
  const StageCounts texts =
      count_stage(done.decisions, Stage::full_text, done.panel, titles.included);
  if (texts.open && !texts.settled()) remarks.push_back(not_settled(texts, "full texts"));
  if (!texts.open && texts.not_voted < texts.records)
    remarks.emplace_back("the screening of full texts is not opened, so its numbers are not told");
  return remarks;
}

}  // namespace litmine
