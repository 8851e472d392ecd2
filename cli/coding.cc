#include "cli/coding.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "cli/coding_decisions.h"
#include "indexer/index.h"
#include "text/one_line.h"

namespace litmine {
namespace {

std::vector<Quotation> quotes(const std::vector<Evidence>& evidence, const Document& document) {
  std::vector<Quotation> cut;
  cut.reserve(evidence.size());
  for (const Evidence& place : evidence)
    cut.push_back({one_line(place.sentence.in(document.text)), document.page_at(place.where.begin),
                   place.part, place.rule, place.not_counted});
  return cut;
}

Suggestion cut_loose(const Code& code, const Document& document) {
  return {code, quotes(code.evidence, document), quotes(code.also_seen, document)};
}

}  // namespace

CodedStudy code_study(const DocId& id, const Document& document, const Codebook& codebook) {
  const Tagging tagging = tag(document, codebook);
  CodedStudy coded;
  coded.study = id;
  coded.kind = tagging.kind.kind;
  coded.kind_evidence = cut_loose(tagging.kind.code, document);
  for (const FacetResult& facet : tagging.facets) {
    coded.facets.push_back(facet.facet);
    for (const Code& code : facet.codes)
      coded.suggestions[facet.facet].push_back(cut_loose(code, document));
    coded.empty_because[facet.facet] = facet.empty_because;
    coded.also_seen[facet.facet] = quotes(facet.also_seen, document);
  }
  return coded;
}

namespace {

/// Takes the next study until none is left.
void work(const std::filesystem::path& folder, const Codebook& codebook,
          const std::vector<DocId>& studies, std::atomic<std::size_t>& next,
          std::vector<CodedStudy>& coded, std::optional<Error>& error) {
  auto index = Index::open(folder);
  if (!index) {
    error = index.error();
    return;
  }
  for (std::size_t i = next++; i < studies.size(); i = next++) {
    auto study = index->study(studies[i]);
    if (!study) {
      error = Error{Error::Kind::not_found, fmt::format("no study is called '{}'", studies[i]), ""};
      return;
    }
    auto document = index->best_report(*study);
    if (!document) {
      error = document.error();
      return;
    }
    coded[i] = code_study(studies[i], *document, codebook);
  }
}

/// Columns that stood before `doi` when the table had five of them: they stay there, and those of
/// other facets come at the end.
constexpr std::string_view kEarly[] = {"type", "method", "theories", "countries_studied",
                                       "platforms"};

using CodebookColumns = std::vector<CodebookColumn>;

CodebookColumns columns_where(const CodebookColumns& columns, bool early) {
  CodebookColumns some;
  for (const CodebookColumn& column : columns)
    if ((std::find(std::begin(kEarly), std::end(kEarly), column.key) != std::end(kEarly)) == early)
      some.push_back(column);
  return some;
}

std::vector<CodingDecision> decisions_on(const DecidedCodes& decided, const DocId& study,
                                         const Suggestion& suggestion) {
  if (decided.empty()) return {};
  return decided.on(study, suggestion.code.facet, decided_name(suggestion.code),
                    suggestion.code.role);
}

std::vector<std::string> labels_of(const CodedStudy& study, const CodebookColumn& column,
                                   Band least, const DecidedCodes& decided,
                                   const std::vector<CodeEntry>& codes) {
  std::vector<std::string> labels;
  auto found = study.suggestions.find(column.facet);
  static const std::vector<Suggestion> kNone;
  for (const Suggestion& suggestion : found == study.suggestions.end() ? kNone : found->second) {
    const std::vector<CodingDecision> decisions = decisions_on(decided, study.study, suggestion);
    if (decisions.empty() && suggestion.code.band < least) continue;
    if (stands_rejected(decisions)) continue;
    if (decisions.empty() && !suggestion.quotes.empty() &&
        decided.muted(study.study, suggestion.quotes.front().rule))
      continue;
    // Destinations are suggested apart: the published table lists where the firms are.
    if (suggestion.code.role == "destination") continue;
    const std::string& label = column.parents ? suggestion.code.parent : suggestion.code.label;
    if (!label.empty() && std::find(labels.begin(), labels.end(), label) == labels.end())
      labels.push_back(label);
  }
  if (column.parents) return labels;
  for (const CodingDecision& decision : decided.added(study.study, column.facet)) {
    std::string label = decision.final_code;
    for (const CodeEntry& entry : codes)
      if (entry.facet == column.facet && entry.code == decision.final_code) label = entry.label;
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  return labels;
}

/// Why cells are empty: "method: nothing found in title, abstract".
std::vector<std::string> reasons_of(const CodedStudy& study, const CodebookColumns& columns,
                                    Band least, const DecidedCodes& decided,
                                    const std::vector<CodeEntry>& codes) {
  std::vector<std::string> reasons;
  for (const CodebookColumn& column : columns) {
    if (column.parents || !labels_of(study, column, least, decided, codes).empty()) continue;
    auto found = study.empty_because.find(column.facet);
    if (found == study.empty_because.end()) continue;
    reasons.push_back(
        fmt::format("{}: {}", column.key,
                    found->second.empty() ? "what was suggested was rejected" : found->second));
  }
  return reasons;
}

Cell or_none(const std::string& text) { return text.empty() ? Cell{std::monostate{}} : Cell{text}; }

}  // namespace

Result<std::vector<CodedStudy>> code_studies(const std::filesystem::path& index,
                                             const Codebook& codebook,
                                             const std::vector<DocId>& studies, unsigned jobs) {
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  jobs =
      static_cast<unsigned>(std::min<std::size_t>(jobs, std::max<std::size_t>(1, studies.size())));
  std::vector<CodedStudy> coded(studies.size());
  std::vector<std::optional<Error>> errors(jobs);
  std::atomic<std::size_t> next{0};
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < jobs; ++i)
      threads.emplace_back([&, i] { work(index, codebook, studies, next, coded, errors[i]); });
  }
  for (const auto& error : errors)
    if (error) return tl::unexpected(*error);
  return coded;
}

const std::vector<Column>& code_columns() {
  static const std::vector<Column> kColumns = {
      {"study"}, {"facet"},       {"code"},     {"label"},      {"role"},
      {"band"},  {"score", true}, {"sentence"}, {"page", true}, {"part"},
      {"rule"},  {"file"},        {"parent"},   {"decided"},    {"stale"}};
  return kColumns;
}

std::vector<Column> coding_columns(const CodebookColumns& coded) {
  std::vector<Column> columns = {{"key"}, {"file"}, {"authors"}, {"year", true}, {"document"}};
  for (const CodebookColumn& column : columns_where(coded, true)) columns.push_back({column.key});
  for (const char* key : {"doi", "title", "journal", "found_by", "empty_because"})
    columns.push_back({key});
  for (const CodebookColumn& column : columns_where(coded, false)) columns.push_back({column.key});
  return columns;
}

void write_codes(Sink& sink, const std::vector<CodedStudy>& coded,
                 const std::map<DocId, StudyFacts>& facts, Band least,
                 const DecidedCodes& decided) {
  for (const CodedStudy& study : coded) {
    auto row = [&](const Suggestion& suggestion) {
      if (suggestion.code.band < least || suggestion.quotes.empty()) return;
      const Quotation& quote = suggestion.quotes.front();
      auto fact = facts.find(study.study);
      const std::vector<CodingDecision> decisions = decisions_on(decided, study.study, suggestion);
      sink.row(
          {study.study, suggestion.code.facet, suggestion.code.code, suggestion.code.label,
           or_none(suggestion.code.role), std::string(band_name(suggestion.code.band)),
           suggestion.code.score, quote.sentence,
           quote.page == 0 ? Cell{std::monostate{}} : Cell{static_cast<std::int64_t>(quote.page)},
           std::string(part_name(quote.part)), quote.rule,
           fact == facts.end() ? Cell{std::monostate{}} : Cell{fact->second.file},
           or_none(suggestion.code.parent), or_none(decided_in_words(decisions)),
           is_stale(decisions, suggestion) ? Cell{std::string("yes")} : Cell{std::monostate{}}});
    };
    row(study.kind_evidence);
    for (const std::string& facet : study.facets) {
      auto found = study.suggestions.find(facet);
      if (found == study.suggestions.end()) continue;
      for (const Suggestion& suggestion : found->second) row(suggestion);
    }
  }
}

void write_coding_table(Sink& sink, const std::vector<CodedStudy>& coded,
                        const CodebookColumns& columns, const std::map<DocId, StudyFacts>& facts,
                        const std::map<DocId, std::vector<std::string>>& found_by, Band least,
                        const DecidedCodes& decided, const std::vector<CodeEntry>& codes) {
  static const StudyFacts kUnknown;
  for (const CodedStudy& study : coded) {
    auto fact = facts.find(study.study);
    const StudyFacts& known = fact == facts.end() ? kUnknown : fact->second;
    std::vector<Cell> row = {study.study, known.file, or_none(short_authors(known.about.authors)),
                             known.about.year ? Cell{static_cast<std::int64_t>(*known.about.year)}
                                              : Cell{std::monostate{}},
                             study.kind};
    for (const CodebookColumn& column : columns_where(columns, true))
      row.emplace_back(labels_of(study, column, least, decided, codes));
    row.push_back(or_none(known.about.doi));
    row.push_back(or_none(known.about.title));
    row.push_back(or_none(known.about.source));
    auto searches = found_by.find(study.study);
    row.emplace_back(searches == found_by.end() ? std::vector<std::string>{} : searches->second);
    row.emplace_back(reasons_of(study, columns, least, decided, codes));
    for (const CodebookColumn& column : columns_where(columns, false))
      row.emplace_back(labels_of(study, column, least, decided, codes));
    sink.row(row);
  }
}

}  // namespace litmine
