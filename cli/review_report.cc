// report.md: what the run did and found, in the order in which a reader asks. Facts only; each
// number is in one of the CSV files with its places.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/review.h"

namespace litmine {
namespace {

/// Text inside a Markdown table cell or paragraph.
std::string escaped(std::string_view text) {
  std::string safe;
  for (char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '<' || c == '`' || c == '\\' || c == '[' ||
        c == '#')
      safe += '\\';
    safe += c == '\n' ? ' ' : c;
  }
  return safe;
}

/// A fence longer than any run of backticks inside.
std::string fenced(const std::string& text) {
  std::string fence = "```";
  while (text.find(fence) != std::string::npos) fence += '`';
  return fence + "text\n" + text + (text.empty() || text.back() == '\n' ? "" : "\n") + fence + "\n";
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

void add_protocol(std::string& report, const ReviewRun& run) {
  const Protocol& protocol = run.protocol;
  report += fmt::format("# {}\n\n", protocol.title.empty() ? "Review" : escaped(protocol.title));
  if (!protocol.description.empty()) report += escaped(protocol.description) + "\n\n";
  if (protocol.first_year || protocol.last_year)
    report += fmt::format("- Years: {} to {}\n",
                          protocol.first_year ? std::to_string(*protocol.first_year) : "any",
                          protocol.last_year ? std::to_string(*protocol.last_year) : "any");
  if (!protocol.languages.empty())
    report += fmt::format("- Languages: {}\n", fmt::join(protocol.languages, ", "));
  for (const Criterion& criterion : protocol.criteria)
    report += fmt::format("- {}: {}\n", criterion.excludes ? "Excluded" : "Included",
                          escaped(criterion.name));
  report +=
      fmt::format("- Codebook: {} (content {})\n\n", escaped(protocol.codebook), run.codebook_hash);
}

void add_sources(std::string& report, const ReviewRun& run) {
  report += "## What was read\n\n";
  report += fmt::format(
      "{}, {} in the index: {} and {}, joined to {}.\n\n",
      plural(run.indexing.files, "file", "files"), plural(run.info.documents, "report", "reports"),
      plural(run.info.full_texts, "full text", "full texts"),
      plural(run.info.records, "record", "records"), plural(run.info.studies, "study", "studies"));
  if (run.indexing.problems.empty()) {
    report += "Every file was read without a doubt.\n\n";
    return;
  }
  report += "| file | place | | reason |\n|---|---|---|---|\n";
  for (const Problem& problem : run.indexing.problems) {
    std::string place = problem.line   ? fmt::format("line {}", problem.line)
                        : problem.page ? fmt::format("page {}", problem.page)
                                       : "";
    report += fmt::format("| {} | {} | {} | {} |\n", escaped(problem.file), place,
                          level_name(problem.level), escaped(problem.reason));
  }
  report += '\n';
}

void add_hits(std::string& report, const SearchRun& search, const ReviewRun& run) {
  if (search.hits.studies.empty()) return;
  const std::vector<Term> terms = terms_of(search.parsed.query);
  report += "| study | year | title | within limits | matched |\n|---|---|---|---|---|\n";
  for (const DocId& study : search.hits.studies) {
    std::string matched;
    for (const Term& term : terms) {
      const auto& ids = search.hits.by_clause[term.clause];
      if (std::binary_search(ids.begin(), ids.end(), study))
        matched += (matched.empty() ? "" : "; ") + escaped(term.label);
    }
    const StudyFacts& fact = run.facts.at(study);
    auto limit = search.limits.find(study);
    report += fmt::format("| {} | {} | {} | {} | {} |\n", escaped(study),
                          fact.about.year ? std::to_string(*fact.about.year) : "",
                          escaped(fact.about.title),
                          limit == search.limits.end() ? "yes" : escaped(limit->second), matched);
  }
  report += '\n';
}

void add_search(std::string& report, const SearchRun& search, const ReviewRun& run) {
  report += fmt::format("### {}\n\n", escaped(search.search.name));
  report += fmt::format(
      "{} of {} studies, {} within the limits. Read as {}; words without a field in {}.\n\n",
      search.hits.studies.size(), search.hits.studies_total, search.within_limits(),
      search.search.dialect, in_words(search.parsed.query.in));
  report += "As typed:\n\n" + fenced(search.parsed.query.source);
  report += "\nAs read, with the number of studies that each clause finds:\n\n" +
            fenced(counts_tree(search.parsed.query, search.hits)) + "\n";
  std::string remarks;
  for (const Diagnostic& note : search.parsed.notes)
    remarks += render(note, search.search.query_name, search.parsed.query.source);
  for (const Diagnostic& note : search.hits.notes)
    remarks += render(note, search.search.query_name, search.parsed.query.source);
  if (!remarks.empty()) report += "What to know about this string:\n\n" + fenced(remarks) + "\n";
  add_hits(report, search, run);
}

/// Two readings of one string: where they differ, and by which studies.
void add_comparison(std::string& report, const SearchRun& one, const SearchRun& other) {
  std::vector<DocId> only_one, only_other;
  std::set_difference(one.hits.studies.begin(), one.hits.studies.end(), other.hits.studies.begin(),
                      other.hits.studies.end(), std::back_inserter(only_one));
  std::set_difference(other.hits.studies.begin(), other.hits.studies.end(),
                      one.hits.studies.begin(), one.hits.studies.end(),
                      std::back_inserter(only_other));
  if (one.search.query == other.search.query && one.search.dialect != other.search.dialect)
    report += fmt::format("- The same string finds {} studies as {} and {} as {}",
                          one.hits.studies.size(), one.search.dialect, other.hits.studies.size(),
                          other.search.dialect);
  else
    report +=
        fmt::format("- '{}' finds {} studies, '{}' {}", escaped(one.search.name),
                    one.hits.studies.size(), escaped(other.search.name), other.hits.studies.size());
  report += fmt::format("; {} only by the first, {} only by the second.\n", only_one.size(),
                        only_other.size());
}

void add_searches(std::string& report, const ReviewRun& run) {
  report += "## Searches\n\n";
  if (run.searches.empty()) {
    report += "The protocol has no search. Add a [[searches]] block to review.toml.\n\n";
    return;
  }
  for (const SearchRun& search : run.searches) add_search(report, search, run);
  if (run.searches.size() < 2) return;
  report += "### Differences between the searches\n\n";
  for (std::size_t i = 0; i < run.searches.size(); ++i)
    for (std::size_t j = i + 1; j < run.searches.size(); ++j)
      add_comparison(report, run.searches[i], run.searches[j]);
  report += '\n';
}

std::string cell(const CodedStudy& study, const std::string& facet) {
  auto found = study.suggestions.find(facet);
  std::string text;
  if (found != study.suggestions.end())
    for (const Suggestion& suggestion : found->second) {
      if (suggestion.code.band < Band::medium) continue;
      if (!text.empty()) text += "; ";
      text += escaped(suggestion.code.label);
      if (!suggestion.code.role.empty() && suggestion.code.role != "home")
        text += fmt::format(" ({})", suggestion.code.role);
      if (suggestion.code.band == Band::medium) text += " ?";
    }
  return text;
}

void add_codes(std::string& report, const ReviewRun& run) {
  report +=
      "## Suggested codes\n\nSuggestions for a person to accept or correct; '?' marks the medium "
      "band. Sentences, pages and "
      "rules are in codes.csv, the reason of every empty cell in coding-table.csv. Studies without "
      "a full text are "
      "coded from their record.\n\n";
  std::vector<std::string> facets;
  for (const CodedStudy& study : run.coded)
    if (study.facets.size() > facets.size()) facets = study.facets;
  report += "| study | document |";
  for (const std::string& facet : facets) report += ' ' + escaped(facet) + " |";
  report += "\n|---|---|";
  for (std::size_t i = 0; i < facets.size(); ++i) report += "---|";
  report += '\n';
  for (const CodedStudy& study : run.coded) {
    if (!run.facts.at(study.study).full_text) continue;
    report += fmt::format("| {} | {} |", escaped(study.study), study.kind);
    for (const std::string& facet : facets) report += ' ' + cell(study, facet) + " |";
    report += '\n';
  }
  report += '\n';
}

void add_suggestions(std::string& report, const ReviewRun& run) {
  if (!run.suggestions) return;
  report +=
      "## What the criteria suggest\n\nNone of these is a decision. Sentences and pages are in "
      "suggestions.csv; what a record does not say is not known, and speaks neither for nor "
      "against.\n\n| suggestion | why | studies |\n|---|---|---|\n";
  for (const SuggestionCounts::Row& row : run.suggestions->counts.rows())
    report += fmt::format("| {} | {} | {} |\n", row.suggestion, escaped(row.why), row.records);
  report += '\n';
}

}  // namespace

std::string report_markdown(const ReviewRun& run) {
  std::string report;
  add_protocol(report, run);
  add_sources(report, run);
  add_searches(report, run);
  add_suggestions(report, run);
  add_codes(report, run);
  report +=
      "## Files\n\n"
      "- hits.csv: each study found, by which search, which clauses matched\n"
      "- counts.csv, counts.txt: the exact count of every clause\n"
      "- places.csv: where the clauses are met, with part, page and sentence\n"
      "- codes.csv: each suggested code with its sentence, page, part and rule\n"
      "- coding-table.csv: one row a study\n"
      "- problems.csv: each file that was not read, or read with a doubt\n";
  if (run.suggestions)
    report += "- suggestions.csv: what the criteria suggest for each study, with the sentence\n";
  return report;
}

}  // namespace litmine
