#include "cli/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>

#include "corpus/language.h"
#include "text/normalize.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPlacesPerClause = 3;  // in places.csv; `search --places` shows more

Result<SearchRun> run_search(const SavedSearch& search, const Protocol& protocol,
                             const Index& index, const std::map<DocId, StudyFacts>& facts) {
  const Dialect* dialect = dialect_named(search.dialect);
  if (!dialect) {
    std::string near = nearest(search.dialect, dialect_names());
    return failure(
        Error::Kind::usage,
        fmt::format("search '{}': no dialect is called '{}'", search.name, search.dialect),
        near.empty() ? fmt::format("dialects: {}", fmt::join(dialect_names(), ", "))
                     : fmt::format("did you mean '{}'?", near));
  }
  ReadingOptions reading;
  reading.in = search.in;
  if (search.keep_first_operator) reading.doubled = ReadingOptions::Doubled::keep_first;
  SearchRun run{search, parse_query(search.query, *dialect, reading), {}, {}};
  auto hits = index.search(run.parsed.query);
  if (!hits) {
    Error error = hits.error();
    error.what = fmt::format("search '{}': {}", search.name, error.what);
    return tl::unexpected(error);
  }
  run.hits = std::move(*hits);
  for (const DocId& study : run.hits.studies)
    if (auto fact = facts.find(study); fact != facts.end())
      run.limits[study] = within_limits(protocol, fact->second.about);
  return run;
}

/// What the criteria say of every study. At the full-text stage all criteria are asked; what a
/// record does not hold is not known.
Result<void> judge_all(ReviewRun& run, const Index& index, const Codebook& codebook) {
  if (!has_rules(run.protocol, Stage::full_text)) return {};
  auto judge = CriteriaJudge::make(run.protocol, Stage::full_text, index, &codebook, run.decided);
  if (!judge) return tl::unexpected(judge.error());
  RunSuggestions suggestions{judge->criteria(), {}, {}};
  std::map<DocId, const CodedStudy*> coded;
  for (const CodedStudy& study : run.coded) coded[study.study] = &study;
  for (const auto& [id, fact] : run.facts) {
    auto judged = judge->judge({id, fact.reports, ""}, fact.about, coded[id]);
    if (!judged) return tl::unexpected(judged.error());
    suggestions.counts.add(suggestions.criteria, *judged);
    suggestions.by_study[id] = std::move(*judged);
  }
  run.suggestions = std::move(suggestions);
  return {};
}

/// The reviewers' decisions, on the studies as they are now.
Result<std::optional<ScreeningDone>> screening_of(const ReviewRun& run) {
  const ScreeningPlan& plan = run.protocol.screening;
  auto histories = read_histories(run.protocol.folder / plan.folder);
  if (!histories) return tl::unexpected(histories.error());
  if (!histories->problems.empty()) {
    const Problem& first = histories->problems.front();
    return failure(Error::Kind::unreadable,
                   fmt::format("{}:{}: {}", first.file, first.line, first.reason), first.hint);
  }
  if (histories->all.size() == 0) return std::optional<ScreeningDone>();
  std::map<std::string, std::string> study_of, study_of_doi;
  for (const auto& [id, fact] : run.facts) {
    study_of[id] = id;
    for (const DocId& report : fact.reports) study_of[report] = id;
    if (!fact.about.doi.empty()) study_of_doi[fact.about.doi] = id;
  }
  return std::optional(
      on_studies(histories->all, {plan.reviewers, plan.third, plan.votes}, study_of, study_of_doi));
}

/// Writes beside the place first, then renames: a file is there whole or not at all.
Result<void> write_file(const fs::path& path,
                        const std::function<Result<void>(std::ostream&)>& write) {
  const fs::path part = path.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary);
    if (auto written = write(out); !written) return written;
    out.flush();
    if (!out)
      return failure(Error::Kind::unreadable, fmt::format("cannot write '{}'", path.string()),
                     "is the disk full, or the folder not writable?");
  }
  std::error_code error;
  fs::rename(part, path, error);
  if (error)
    return failure(Error::Kind::unreadable,
                   fmt::format("cannot write '{}': {}", path.string(), error.message()));
  return {};
}

/// A CSV file: its columns, and what fills it.
struct Table {
  const char* file;
  std::function<std::vector<Column>()> columns;
  std::function<Result<void>(Sink&)> fill;
  bool wanted = true;
};

}  // namespace

std::size_t SearchRun::within_limits() const {
  return static_cast<std::size_t>(
      std::count_if(limits.begin(), limits.end(),
                    [](const auto& limit) { return limit.second.rfind("no:", 0) != 0; }));
}

std::string within_limits(const Protocol& protocol, const Biblio& about) {
  std::vector<std::string> unknown;
  if (protocol.first_year || protocol.last_year) {
    if (!about.year)
      unknown.emplace_back("no year");
    else if (protocol.first_year && *about.year < *protocol.first_year)
      return fmt::format("no: {} is before {}", *about.year, *protocol.first_year);
    else if (protocol.last_year && *about.year > *protocol.last_year)
      return fmt::format("no: {} is after {}", *about.year, *protocol.last_year);
  }
  if (!protocol.languages.empty()) {
    const std::string key = language_key(about.language);
    auto same = [&](const std::string& language) { return language_key(language) == key; };
    if (about.language.empty())
      unknown.emplace_back("no language");
    else if (std::none_of(protocol.languages.begin(), protocol.languages.end(), same))
      return fmt::format("no: in {}", about.language);
  }
  return unknown.empty() ? "yes" : fmt::format("not known: {}", fmt::join(unknown, ", "));
}

Result<ReviewRun> run_review(const Protocol& protocol, IndexingSummary indexing,
                             const fs::path& index_folder, const fs::path& codebook_folder,
                             unsigned jobs) {
  auto codebook = Codebook::load(codebook_folder);
  if (!codebook) return tl::unexpected(codebook.error());
  auto index = Index::open(index_folder);
  if (!index) return tl::unexpected(index.error());
  auto facts = facts_of_studies(*index);
  if (!facts) return tl::unexpected(facts.error());

  ReviewRun run{protocol, std::move(indexing), index->info(),     codebook->hash(), {}, {},
                {},       codebook->columns(), codebook->codes(), DecidedCodes{},   {}, {},
                {}};
  run.facts = std::move(*facts);
  for (const SavedSearch& search : protocol.searches) {
    auto searched = run_search(search, protocol, *index, run.facts);
    if (!searched) return tl::unexpected(searched.error());
    for (const DocId& study : searched->hits.studies) run.found_by[study].push_back(search.name);
    run.searches.push_back(std::move(*searched));
  }
  std::vector<DocId> studies;
  for (const auto& [id, fact] : run.facts) studies.push_back(id);
  auto coded = code_studies(index_folder, *codebook, studies, jobs);
  if (!coded) return tl::unexpected(coded.error());
  run.coded = std::move(*coded);
  auto decisions = read_coding_decisions(protocol.folder / protocol.decisions);
  if (!decisions) return tl::unexpected(decisions.error());
  run.decided = DecidedCodes(*decisions);
  auto screening = screening_of(run);
  if (!screening) return tl::unexpected(screening.error());
  run.screening = std::move(*screening);
  if (auto judged = judge_all(run, *index, *codebook); !judged)
    return tl::unexpected(judged.error());
  return run;
}

Result<std::vector<std::string>> write_results(const ReviewRun& run, const Index& index,
                                               const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return failure(Error::Kind::unreadable,
                   fmt::format("cannot make the folder '{}': {}", folder.string(), error.message()),
                   "choose another with --results");
  const Table tables[] = {
      {"hits.csv", hit_columns,
       [&](Sink& sink) -> Result<void> {
         for (const SearchRun& search : run.searches)
           write_hits(sink, search.search.name, search.parsed.query, search.hits, run.facts,
                      search.limits);
         return {};
       }},
      {"counts.csv", count_columns,
       [&](Sink& sink) -> Result<void> {
         for (const SearchRun& search : run.searches)
           write_counts(sink, search.search.name, search.parsed.query, search.hits);
         return {};
       }},
      {"places.csv", place_columns,
       [&](Sink& sink) -> Result<void> {
         for (const SearchRun& search : run.searches)
           if (auto written = write_places(sink, search.search.name, search.parsed.query,
                                           search.hits, index, kPlacesPerClause);
               !written)
             return written;
         return {};
       }},
      {"codes.csv", code_columns,
       [&](Sink& sink) -> Result<void> {
         write_codes(sink, run.coded, run.facts, Band::medium, run.decided);
         return {};
       }},
      {"coding-table.csv", [&] { return coding_columns(run.columns); },
       [&](Sink& sink) -> Result<void> {
         write_coding_table(sink, run.coded, run.columns, run.facts, run.found_by, Band::medium,
                            run.decided, run.codes);
         return {};
       }},
      {"problems.csv", problem_columns,
       [&](Sink& sink) -> Result<void> {
         write_problems(sink, run.indexing.problems);
         return {};
       }},
      {"suggestions.csv", suggestion_columns,
       [&](Sink& sink) -> Result<void> {
         for (const auto& [id, judged] : run.suggestions->by_study)
           write_suggestion(sink, id, run.facts.at(id).about.title, run.suggestions->criteria,
                            judged);
         return {};
       },
       run.suggestions.has_value()},
  };
  std::vector<std::string> files;
  for (const Table& table : tables) {
    if (!table.wanted) continue;
    auto written = write_file(folder / table.file, [&](std::ostream& out) -> Result<void> {
      auto sink = make_sink("csv", table.columns(), out);
      if (!sink) return tl::unexpected(sink.error());
      auto filled = table.fill(**sink);
      (*sink)->end();
      return filled;
    });
    if (!written) return tl::unexpected(written.error());
    files.emplace_back(table.file);
  }
  auto counts = write_file(folder / "counts.txt", [&](std::ostream& out) -> Result<void> {
    for (const SearchRun& search : run.searches)
      out << search.search.name << " (" << search.search.dialect
          << "): " << search.hits.studies.size() << " of " << search.hits.studies_total
          << " studies\n\n"
          << counts_tree(search.parsed.query, search.hits) << '\n';
    return {};
  });
  if (!counts) return tl::unexpected(counts.error());
  files.emplace_back("counts.txt");
  auto report = write_file(folder / "report.md", [&](std::ostream& out) -> Result<void> {
    out << report_markdown(run);
    return {};
  });
  if (!report) return tl::unexpected(report.error());
  files.emplace_back("report.md");
  return files;
}

}  // namespace litmine
