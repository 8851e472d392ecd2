#include "cli/report_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "cli/screening_numbers.h"
#include "cli/whole_file.h"
#include "extractors/delimited.h"
#include "text/normalize.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

/// A file of the report, and what writes it.
struct ReportFile {
  const char* file;
  void (*write)(std::ostream&, const WrittenReport&);
};
constexpr ReportFile kReportFiles[] = {{"report.html", write_html},
                                       {"report-tables.md", write_markdown},
                                       {"report-tables.tex", write_latex},
                                       {"report-tables.docx", write_docx}};

std::optional<std::size_t> column(const TableRows& table, std::string_view name) {
  for (std::size_t i = 0; i < table.heads.size(); ++i)
    if (folded(table.heads[i]) == name) return i;
  return std::nullopt;
}

std::string cell(const TableRows::Row& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column] : std::string();
}

Result<PublishedFigure> figure_of(const TableRows& table, const TableRows::Row& row,
                                  const ReviewData& data, const std::size_t (&columns)[3]) {
  PublishedFigure figure{cell(row, columns[0]), cell(row, columns[2]), 0, {}};
  const std::string number = cell(row, columns[1]);
  const auto [end, error] =
      std::from_chars(number.data(), number.data() + number.size(), figure.published);
  if (error != std::errc() || end != number.data() + number.size())
    return failure(Error::Kind::usage,
                   fmt::format("{}:{}: '{}' is no number", table.file, row.line, number),
                   "the column 'published' holds whole numbers");
  auto counted = studies_where(data, figure.condition);
  if (!counted)
    return failure(counted.error().kind,
                   fmt::format("{}:{}: {}", table.file, row.line, counted.error().what),
                   counted.error().hint);
  figure.counted = std::move(*counted);
  return figure;
}

std::string database_of(const std::string& dialect) {
  constexpr std::pair<const char*, const char*> kDatabases[] = {
      {"scopus", "Scopus"},     {"wos", "Web of Science"},        {"pubmed", "PubMed"},
      {"ovid", "Ovid"},         {"ebsco", "EBSCOhost"},           {"proquest", "ProQuest"},
      {"embase", "Embase.com"}, {"cochrane", "Cochrane Library"}, {"acm", "ACM Digital Library"},
      {"ieee", "IEEE Xplore"}};
  for (const auto& [name, database] : kDatabases)
    if (dialect == name) return database;
  return dialect;
}

/// "records.ris" of "records.ris#12".
std::string file_only(const std::string& file) { return file.substr(0, file.find('#')); }

CodedValue value_of(const Suggestion& suggestion, const std::string& file) {
  CodedValue value{suggestion.code.label, "", {}};
  for (const Quotation& quote : suggestion.quotes)
    value.proofs.push_back(
        {quote.sentence, quote.page, std::string(part_name(quote.part)), file, 0, ""});
  return value;
}

}  // namespace

Result<TableRows> read_table(const fs::path& file) {
  auto bytes = read_whole(file);
  if (!bytes) return tl::unexpected(bytes.error());
  DelimitedText read = read_delimited(decoded(*bytes));
  if (read.unclosed_quote_line != 0)
    return failure(Error::Kind::unreadable,
                   fmt::format("{}:{}: a quote begins here that nothing ends", file.string(),
                               read.unclosed_quote_line),
                   "write a quote inside a cell twice");
  if (read.rows.empty())
    return failure(Error::Kind::usage, fmt::format("'{}' holds no table", file.string()),
                   "the first row names the columns");
  TableRows table{file.filename().string(), std::move(read.rows.front().cells), {}};
  for (std::size_t i = 1; i < read.rows.size(); ++i)
    table.rows.push_back({read.rows[i].line, std::move(read.rows[i].cells)});
  return table;
}

Result<std::vector<PublishedFigure>> read_figures(const fs::path& file, const ReviewData& data) {
  auto table = read_table(file);
  if (!table) return tl::unexpected(table.error());
  std::size_t columns[3] = {};
  constexpr const char* kNames[] = {"figure", "published", "condition"};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto found = column(*table, kNames[i]);
    if (!found)
      return failure(Error::Kind::usage,
                     fmt::format("'{}' has no column '{}'", file.string(), kNames[i]),
                     "it needs figure, published and condition");
    columns[i] = *found;
  }
  std::vector<PublishedFigure> figures;
  for (const TableRows::Row& row : table->rows) {
    auto figure = figure_of(*table, row, data, columns);
    if (!figure) return tl::unexpected(figure.error());
    figures.push_back(std::move(*figure));
  }
  return figures;
}

Result<Flow> read_flow_file(const fs::path& file) {
  auto table = read_table(file);
  if (!table) return tl::unexpected(table.error());
  std::vector<std::vector<std::string>> rows;
  for (TableRows::Row& row : table->rows) rows.push_back(std::move(row.cells));
  auto flow = read_flow(table->heads, rows);
  if (!flow)
    return failure(flow.error().kind, fmt::format("{}: {}", file.string(), flow.error().what),
                   flow.error().hint);
  return flow;
}

Result<std::vector<std::string>> write_report(const WrittenReport& report,
                                              const std::optional<Flow>& flow,
                                              const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder / "figures", error);
  if (error)
    return failure(Error::Kind::unreadable,
                   fmt::format("cannot make the folder '{}': {}", folder.string(), error.message()),
                   "choose another with --results");
  std::vector<std::string> files;
  for (const ReportFile& format : kReportFiles) {
    auto written = write_whole(folder / format.file, [&](std::ostream& out) -> Result<void> {
      format.write(out, report);
      return {};
    });
    if (!written) return tl::unexpected(written.error());
    files.emplace_back(format.file);
  }
  if (flow) {
    auto written = write_whole(folder / "flow.csv", [&](std::ostream& out) -> Result<void> {
      write_flow(out, *flow);
      return {};
    });
    if (!written) return tl::unexpected(written.error());
    files.emplace_back("flow.csv");
  }
  for (const Block& block : report.blocks) {
    if (block.kind != Block::Kind::figure) continue;
    const std::string name = fmt::format("figures/{}.svg", block.figure.id);
    auto written = write_whole(folder / name, [&](std::ostream& out) -> Result<void> {
      out << block.figure.standalone();
      return {};
    });
    if (!written) return tl::unexpected(written.error());
    files.push_back(name);
  }
  return files;
}

namespace {

/// Is the study one that the reviewers included? As long as they have not finished a stage: one
/// that a search found within the limits, every study where there is no search.
bool is_counted(const ReviewRun& run, const std::optional<std::set<DocId>>& included,
                const DocId& study) {
  if (included) return included->contains(study);
  if (run.searches.empty()) return true;
  return std::any_of(run.searches.begin(), run.searches.end(), [&](const SearchRun& search) {
    const auto limit = search.limits.find(study);
    return limit != search.limits.end() && !limit->second.starts_with("no:");
  });
}

/// The labels of a facet that is printed and not counted.
std::string labels_in_words(const CodedStudy& coded, const std::string& facet) {
  std::string list;
  if (const auto found = coded.suggestions.find(facet); found != coded.suggestions.end())
    for (const Suggestion& suggestion : found->second)
      if (suggestion.code.band >= Band::medium)
        list += (list.empty() ? "" : "; ") + suggestion.code.label;
  return list;
}

/// Reports that were identified, by the file of records or the folder of full texts they came from.
/// A full text that belongs to a record was not identified twice.
std::map<std::string, std::int64_t> identified(const ReviewRun& run) {
  std::map<std::string, std::int64_t> by_source;
  for (const auto& [id, fact] : run.facts) {
    const auto reports = static_cast<std::int64_t>(fact.reports.size());
    const std::string source = fact.file.find('#') != std::string::npos
                                   ? file_only(fact.file)
                                   : fs::path(fact.file).parent_path().generic_string();
    by_source[source] += fact.full_text && reports > 1 ? reports - 1 : reports;
  }
  return by_source;
}

}  // namespace

ReviewData data_of(const ReviewRun& run) {
  static const StudyFacts kUnknown;
  const std::optional<std::set<DocId>> included = studies_included(run);
  std::map<DocId, std::size_t> places;
  ReviewData data;
  data.source = "litmine";
  data.facets = {"document", "type",       "method",   "theory",
                 "country",  "authorship", "platform", "industry"};
  for (const CodedStudy& coded : run.coded) {
    if (!is_counted(run, included, coded.study)) continue;
    const auto fact = run.facts.find(coded.study);
    const StudyFacts& known = fact == run.facts.end() ? kUnknown : fact->second;
    ReviewedStudy study;
    study.id = coded.study;
    study.authors = short_authors(known.about.authors);
    study.title = known.about.title;
    study.journal = known.about.source;
    study.doi = known.about.doi;
    study.year = known.about.year;
    study.proofs = {{"", 0, "", known.file, 0, ""}};
    study.facets["document"] = {value_of(coded.kind_evidence, known.file)};
    study.facets["document"].front().label = coded.kind;
    for (const std::string& facet : data.facets) {
      const auto found = coded.suggestions.find(facet);
      if (found == coded.suggestions.end()) continue;
      for (const Suggestion& suggestion : found->second)
        if (suggestion.code.band >= Band::medium && suggestion.code.role != "destination")
          study.facets[facet].push_back(value_of(suggestion, known.file));
    }
    for (const char* name : {"sample", "focus", "issues", "findings"})
      study.texts[name] = labels_in_words(coded, name);
    places[study.id] = data.studies.size();
    data.studies.push_back(std::move(study));
  }
  for (const auto& [citing, cited] : run.citations)
    if (places.contains(citing) && places.contains(cited))
      data.citations.push_back({places[citing], places[cited]});
  std::sort(data.citations.begin(), data.citations.end());
  group_values(data);
  return data;
}

Flow flow_of(const ReviewRun& run) {
  Flow flow;
  std::int64_t records = 0;
  for (const auto& [source, n] : identified(run)) records += n;
  flow.n["database_results"] = records;
  flow.n["duplicates"] = records - static_cast<std::int64_t>(run.facts.size());
  flow.n["excluded_automatic"] = 0;
  flow.n["excluded_other"] = 0;
  add_screening(flow, run);
  return flow;
}

ReviewReport report_of(const ReviewRun& run) {
  const Protocol& protocol = run.protocol;
  ReviewReport report;
  report.title = protocol.title.empty() ? "Review" : protocol.title;
  report.subtitle = fmt::format(
      "The studies that {}, as read by litmine {}. Codes are suggestions of medium band or better "
      "by codebook {}, each with its sentence.",
      studies_included(run) ? "the reviewers included" : "a search found within the limits",
      LITMINE_VERSION, run.codebook_hash);
  for (const SearchRun& one : run.searches)
    report.search.searches.push_back(
        {one.search.name,
         one.search.database.empty() ? database_of(one.search.dialect) : one.search.database,
         one.search.platform, one.search.searched, one.search.query, in_words(one.parsed.query.in),
         one.search.records.value_or(one.hits.studies.size())});
  if (protocol.first_year || protocol.last_year)
    report.search.limits.push_back(fmt::format(
        "years {} to {}", protocol.first_year ? std::to_string(*protocol.first_year) : "any",
        protocol.last_year ? std::to_string(*protocol.last_year) : "any"));
  if (!protocol.languages.empty())
    report.search.limits.push_back(
        fmt::format("languages: {}", fmt::join(protocol.languages, ", ")));
  for (const auto& [source, n] : identified(run)) report.search.sources.push_back({source, n});
  report.search.records = run.info.documents;
  report.search.studies = run.info.studies;
  report.search.deduplication =
      "Reports of the same work were joined with litmine by DOI, else by title, year and first "
      "author; "
      "none was deleted.";
  report.methods = {
      fmt::format(
          "{} files were read into {} reports ({} full texts, {} records), which were joined to {} "
          "studies by DOI, else by title, year and first author.",
          run.indexing.files, run.info.documents, run.info.full_texts, run.info.records,
          run.info.studies),
      fmt::format(
          "{} search {} run over title, abstract and keywords or the fields named in the search "
          "report, each as its database reads it.",
          run.searches.size(), run.searches.size() == 1 ? "string was" : "strings were"),
      "Codes were suggested by the rules of a codebook, each with the sentence that speaks for it; "
      "they "
      "are to be confirmed by people."};
  if (run.suggestions) {
    const SuggestionCounts& counts = run.suggestions->counts;
    report.methods.push_back(fmt::format(
        "The rules of the criteria suggest {} studies for inclusion and {} for exclusion; of {} "
        "they cannot tell. Suggestions are not decisions.",
        counts.of(ScreeningSuggestion::Kind::include),
        counts.of(ScreeningSuggestion::Kind::exclude),
        counts.of(ScreeningSuggestion::Kind::unclear)));
  }
  for (const Criterion& criterion : protocol.criteria)
    report.criteria.push_back(
        fmt::format("{}: {}", criterion.excludes ? "Excluded" : "Included", criterion.name));
  for (std::string& sentence : screening_methods(run))
    report.methods.push_back(std::move(sentence));
  report.remarks = screening_remarks(run);
  if (run.indexing.not_read > 0)
    report.remarks.push_back(
        fmt::format("{} of {} files could not be read; problems.csv names them",
                    run.indexing.not_read, run.indexing.files));
  return report;
}

Result<std::vector<std::string>> write_run_report(const ReviewRun& run, const fs::path& results) {
  const ReviewData data = data_of(run);
  if (data.studies.size() > kMostStudies) return std::vector<std::string>{};
  ReviewReport wanted = report_of(run);
  auto flow = checked(flow_of(run));
  if (!flow) return tl::unexpected(flow.error());
  wanted.flow = std::move(*flow);
  auto files = write_report(review_report(data, wanted), wanted.flow, results / "report");
  if (!files) return files;
  for (std::string& file : *files) file.insert(0, "report/");
  return files;
}

}  // namespace litmine
