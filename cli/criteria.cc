#include "cli/criteria.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/options.h"
#include "queries/dialect.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using State = CriterionFinding::State;

bool asked_at(const Criterion& criterion, Stage stage) {
  return stage == Stage::full_text || !criterion.full_text_only;
}

std::pair<std::string, std::string> facet_and_code(const std::string& name) {
  const std::size_t slash = name.find('/');
  if (slash == name.npos) return {name, ""};
  return {name.substr(0, slash), name.substr(slash + 1)};
}

Error in_criterion(const Criterion& criterion, Error error) {
  error.what = fmt::format("criterion '{}': {}", criterion.name, error.what);
  return error;
}

Result<Parsed> read_rule(const Criterion& criterion) {
  auto dialect = known_dialect(criterion.dialect);
  if (!dialect) return tl::unexpected(in_criterion(criterion, dialect.error()));
  ReadingOptions reading;
  reading.in = criterion.in;
  Parsed parsed = parse_query(criterion.query, **dialect, reading);
  for (const Diagnostic& note : parsed.notes)
    if (note.level == Diagnostic::Level::error)
      return failure(Error::Kind::usage,
                     fmt::format("criterion '{}': {}", criterion.name, note.message), note.hint);
  return parsed;
}

/// The codes of a rule with all below them: "firm/sme" is also "firm/micro".
Result<std::vector<std::string>> codes_below(const Criterion& criterion,
                                             const std::vector<CodeEntry>& known) {
  std::set<std::string> names, facets;
  for (const CodeEntry& entry : known) {
    names.insert(entry.facet + "/" + entry.code);
    facets.insert(entry.facet);
  }
  std::set<std::string> wanted;
  for (const std::string& name : criterion.codes) {
    const auto [facet, code] = facet_and_code(name);
    const bool any_of_facet = code.empty() && facets.contains(facet);
    if (!any_of_facet && !names.contains(name)) {
      const std::string near = nearest(name, names);
      return failure(
          Error::Kind::usage,
          fmt::format("criterion '{}': the codebook has no code '{}'", criterion.name, name),
          near.empty() ? "write facet and code: \"firm/sme\"; 'litmine codebook' lists them"
                       : fmt::format("did you mean '{}'?", near));
    }
    wanted.insert(name);
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (const CodeEntry& entry : known)
      if (wanted.contains(entry.facet) ||
          (!entry.parent.empty() && wanted.contains(entry.facet + "/" + entry.parent)))
        grown = wanted.insert(entry.facet + "/" + entry.code).second || grown;
  }
  return std::vector<std::string>(wanted.begin(), wanted.end());
}

CriterionFinding told(State state, std::string because) {
  return {state, std::move(because), "", 0, "", ""};
}

CriterionFinding told_by(const Quotation& quote, std::string because, const std::string& file) {
  return {State::met,
          std::move(because),
          quote.sentence,
          quote.page,
          std::string(part_name(quote.part)),
          file};
}

Cell page_cell(std::uint32_t page) {
  return page == 0 ? Cell{std::monostate{}} : Cell{static_cast<std::int64_t>(page)};
}

}  // namespace

Result<CriteriaJudge> CriteriaJudge::make(const Protocol& protocol, Stage stage, const Index& index,
                                          const Codebook* codebook, const DecidedCodes& decided) {
  CriteriaJudge judge(index, codebook, decided);
  SearchOptions plain;
  plain.ids_by_clause = false;
  plain.remarks = false;
  for (const Criterion& criterion : protocol.criteria) {
    if (!asked_at(criterion, stage)) continue;
    Lookup lookup;
    if (!criterion.query.empty()) {
      auto parsed = read_rule(criterion);
      if (!parsed) return tl::unexpected(parsed.error());
      lookup.parsed = std::move(*parsed);
      auto hits = index.search(lookup.parsed.query, plain);
      if (!hits) return tl::unexpected(in_criterion(criterion, hits.error()));
      lookup.studies = std::move(hits->studies);
    }
    if (!criterion.codes.empty() && codebook != nullptr) {
      auto codes = codes_below(criterion, codebook->codes());
      if (!codes) return tl::unexpected(codes.error());
      lookup.codes = std::move(*codes);
    }
    judge.criteria_.push_back(criterion);
    judge.lookups_.push_back(std::move(lookup));
  }
  return judge;
}

bool CriteriaJudge::asks_for_codes() const {
  return std::any_of(criteria_.begin(), criteria_.end(),
                     [](const Criterion& one) { return !one.codes.empty(); });
}

Result<CriterionFinding> CriteriaJudge::against_query(const Lookup& lookup,
                                                      const Study& study) const {
  const Query& query = lookup.parsed.query;
  if (std::binary_search(lookup.studies.begin(), lookup.studies.end(), study.id)) {
    auto places = index_->places(query, study.id, 1);
    if (!places) return tl::unexpected(places.error());
    if (places->empty()) return told(State::met, "the string finds it");
    const Place& place = places->front();
    auto report = index_->document(place.report);
    if (!report) return tl::unexpected(report.error());
    return CriterionFinding{State::met, fmt::format("'{}'", place.match),   place.quote,
                            place.page, std::string(part_name(place.part)), file_of(*report)};
  }
  // A word that is not there says nothing where there is no text to hold it.
  bool abstract = false, body = false;
  for (const DocId& id : study.reports) {
    auto report = index_->document(id);
    if (!report) return tl::unexpected(report.error());
    abstract = abstract || report->has(Part::abstract);
    body = body || report->kind == Document::Kind::full_text;
  }
  if (!(query.in & kBody).empty() && !body) return told(State::not_known, "no full text");
  if (query.in.contains(Part::abstract) && !abstract) return told(State::not_known, "no abstract");
  return told(State::not_met, fmt::format("nothing of the string in {}", in_words(query.in)));
}

CriterionFinding CriteriaJudge::against_codes(const Criterion& criterion, const Lookup& lookup,
                                              const CodedStudy& coded,
                                              const std::string& file) const {
  const bool record = coded.kind == "record";
  std::string empty;
  for (const std::string& name : lookup.codes) {
    const auto [facet, code] = facet_and_code(name);
    if (facet == "document") {
      if (record) continue;
      empty = fmt::format("document: {}", coded.kind);
      if (coded.kind != code) continue;
      if (coded.kind_evidence.quotes.empty())
        return told(State::met, fmt::format("code {}; nothing speaks for another kind", name));
      return told_by(coded.kind_evidence.quotes.front(), fmt::format("code {}", name), file);
    }
    const auto found = coded.suggestions.find(facet);
    if (found != coded.suggestions.end())
      for (const Suggestion& suggestion : found->second) {
        if (suggestion.code.code != code) continue;
        const auto decisions =
            decided_->on(coded.study, facet, decided_name(suggestion.code), suggestion.code.role);
        if (stands_rejected(decisions)) continue;
        if (decisions.empty() && suggestion.code.band < Band::medium) continue;
        if (!suggestion.quotes.empty())
          return told_by(suggestion.quotes.front(), fmt::format("code {}", name), file);
      }
    for (const CodingDecision& added : decided_->added(coded.study, facet))
      if (added.final_code == code)
        return told(State::met, fmt::format("code {}, added by {}", name, added.coder));
  }
  if (record) return told(State::not_known, "no full text");
  const std::string asked = facet_and_code(criterion.codes.front()).first;
  if (const auto why = coded.empty_because.find(asked);
      empty.empty() && why != coded.empty_because.end() && !why->second.empty())
    empty = fmt::format("{}: {}", asked, why->second);
  return told(State::not_met, empty.empty()
                                  ? fmt::format("no code of {}", fmt::join(criterion.codes, ", "))
                                  : empty);
}

Result<JudgedRecord> CriteriaJudge::judge(const Study& study, const Biblio& about,
                                          const CodedStudy* coded) const {
  CodedStudy made;
  std::string file;
  if (asks_for_codes()) {
    auto report = index_->best_report(study);
    if (!report) return tl::unexpected(report.error());
    file = file_of(*report);
    if (coded == nullptr && codebook_ != nullptr) {
      made = code_study(study.id, *report, *codebook_);
      coded = &made;
    }
  }
  JudgedRecord judged;
  for (std::size_t i = 0; i < criteria_.size(); ++i) {
    std::vector<CriterionFinding> rules = facts_against(criteria_[i], about);
    if (!criteria_[i].query.empty()) {
      auto found = against_query(lookups_[i], study);
      if (!found) return tl::unexpected(found.error());
      rules.push_back(std::move(*found));
    }
    if (!criteria_[i].codes.empty() && coded != nullptr)
      rules.push_back(against_codes(criteria_[i], lookups_[i], *coded, file));
    judged.findings.push_back(all_rules(rules));
  }
  judged.suggestion = suggestion_of(criteria_, judged.findings);
  return judged;
}

bool has_rules(const Protocol& protocol, Stage stage) {
  return std::any_of(protocol.criteria.begin(), protocol.criteria.end(),
                     [&](const Criterion& one) { return asked_at(one, stage) && one.has_rule(); });
}

bool asks_for_codes(const Protocol& protocol) {
  return std::any_of(protocol.criteria.begin(), protocol.criteria.end(),
                     [](const Criterion& one) { return !one.codes.empty(); });
}

std::vector<std::string> exclusion_reasons(const Protocol& protocol, Stage stage) {
  std::vector<std::string> reasons;
  for (const Criterion& criterion : protocol.criteria)
    if (asked_at(criterion, stage)) reasons.push_back(criterion.reason);
  return reasons;
}

const std::vector<Column>& suggestion_columns() {
  static const std::vector<Column> kColumns = {
      {"record"},     {"suggestion"}, {"reason"}, {"because"},   {"sentence"},
      {"page", true}, {"part"},       {"file"},   {"not_known"}, {"title"}};
  return kColumns;
}

void write_suggestion(Sink& sink, const DocId& record, const std::string& title,
                      const std::vector<Criterion>& criteria, const JudgedRecord& judged) {
  const ScreeningSuggestion& suggestion = judged.suggestion;
  std::vector<std::string> not_known;
  for (const std::size_t i : suggestion.not_known)
    not_known.push_back(fmt::format("{}: {}", criteria[i].name, judged.findings[i].because));
  CriterionFinding found;
  std::string reason, because;
  if (suggestion.criterion) {
    found = judged.findings[*suggestion.criterion];
    const Criterion& criterion = criteria[*suggestion.criterion];
    if (suggestion.kind == ScreeningSuggestion::Kind::exclude) reason = criterion.reason;
    because = fmt::format("{}: {}", criterion.name, found.because);
  }
  sink.row({record, std::string(kind_name(suggestion.kind)), text_or_none(reason),
            text_or_none(because), text_or_none(found.sentence), page_cell(found.page),
            text_or_none(found.part), text_or_none(found.file), not_known, text_or_none(title)});
}

const std::vector<Column>& finding_columns() {
  static const std::vector<Column> kColumns = {{"record"},     {"criterion"}, {"asks"},
                                               {"state"},      {"because"},   {"sentence"},
                                               {"page", true}, {"part"},      {"file"}};
  return kColumns;
}

void write_findings(Sink& sink, const DocId& record, const std::vector<Criterion>& criteria,
                    const JudgedRecord& judged) {
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const CriterionFinding& found = judged.findings[i];
    sink.row({record, criteria[i].name, std::string(criteria[i].excludes ? "exclude" : "include"),
              std::string(state_name(found.state)), text_or_none(found.because),
              text_or_none(found.sentence), page_cell(found.page), text_or_none(found.part),
              text_or_none(found.file)});
  }
}

void SuggestionCounts::add(const std::vector<Criterion>& criteria, const JudgedRecord& judged) {
  const ScreeningSuggestion& suggestion = judged.suggestion;
  std::string why;
  if (suggestion.criterion && suggestion.kind == ScreeningSuggestion::Kind::exclude)
    why = criteria[*suggestion.criterion].reason;
  if (suggestion.criterion && suggestion.kind == ScreeningSuggestion::Kind::unclear)
    why = fmt::format("{}: {}", criteria[*suggestion.criterion].name,
                      judged.findings[*suggestion.criterion].because);
  ++counts_[{suggestion.kind, why}];
}

std::vector<SuggestionCounts::Row> SuggestionCounts::rows() const {
  std::vector<Row> rows;
  for (const auto& [key, records] : counts_)
    rows.push_back({std::string(kind_name(key.first)), key.second, records});
  return rows;
}

std::size_t SuggestionCounts::of(ScreeningSuggestion::Kind kind) const {
  std::size_t all = 0;
  for (const auto& [key, records] : counts_)
    if (key.first == kind) all += records;
  return all;
}

}  // namespace litmine
