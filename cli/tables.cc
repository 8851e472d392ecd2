#include "cli/tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace litmine {
Cell text_or_none(const std::string& text) {
  return text.empty() ? Cell{std::monostate{}} : Cell{text};
}

namespace {

Cell number_or_none(std::uint32_t number) {
  return number == 0 ? Cell{std::monostate{}} : Cell{static_cast<std::int64_t>(number)};
}
Cell year_cell(const std::optional<int>& year) {
  return year ? Cell{static_cast<std::int64_t>(*year)} : Cell{std::monostate{}};
}

bool is_term(Clause::Kind kind) {
  switch (kind) {
    case Clause::Kind::nothing:
    case Clause::Kind::word:
    case Clause::Kind::phrase:
    case Clause::Kind::exact:
    case Clause::Kind::near:
    case Clause::Kind::years:
    case Clause::Kind::same_entry:
    case Clause::Kind::heading:
      return true;
    case Clause::Kind::any_of:
    case Clause::Kind::all_of:
    case Clause::Kind::except:
    case Clause::Kind::within:
    case Clause::Kind::frequent:
      return false;
  }
  return false;
}

std::string_view kind_name(Clause::Kind kind) {
  switch (kind) {
    case Clause::Kind::nothing:
      return "nothing";
    case Clause::Kind::word:
      return "word";
    case Clause::Kind::phrase:
      return "phrase";
    case Clause::Kind::exact:
      return "exact";
    case Clause::Kind::near:
      return "near";
    case Clause::Kind::any_of:
      return "or";
    case Clause::Kind::all_of:
      return "and";
    case Clause::Kind::except:
      return "not";
    case Clause::Kind::within:
      return "field";
    case Clause::Kind::same_entry:
      return "same_entry";
    case Clause::Kind::years:
      return "years";
    case Clause::Kind::heading:
      return "heading";
    case Clause::Kind::frequent:
      return "frequent";
  }
  return "";
}

/// A term as it was typed, since that is what its author looks for; an operator or field by its
/// name.
std::string label_in(const Query& query, const Clause& clause) {
  if (!is_term(clause.kind) || clause.where.empty()) return label(clause);
  std::string typed(clause.where.in(query.source));
  for (char& c : typed)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return typed;
}

/// Visits the nodes down to the terms, not the words inside phrases and proximities.
template <class Visit>
void each_counted(const Query& query, Visit visit) {
  std::size_t term_depth = SIZE_MAX;
  each_clause(query.root, [&](const Clause& clause, std::size_t number, std::size_t depth) {
    if (depth > term_depth) return;
    term_depth = is_term(clause.kind) ? depth : SIZE_MAX;
    visit(clause, number, depth);
  });
}

/// Passes on some of the cells.
class NarrowSink : public Sink {
 public:
  NarrowSink(std::unique_ptr<Sink> sink, std::vector<std::size_t> shown)
      : sink_(std::move(sink)), shown_(std::move(shown)) {}
  void row(const std::vector<Cell>& cells) override {
    std::vector<Cell> some;
    for (std::size_t column : shown_) some.push_back(cells[column]);
    sink_->row(some);
  }
  void end() override { sink_->end(); }

 private:
  std::unique_ptr<Sink> sink_;
  std::vector<std::size_t> shown_;
};

}  // namespace

std::string file_of(const Document& report) {
  const std::string file =
      report.inside.empty() ? report.source : report.source + "/" + report.inside;
  return report.record == 0 ? file : fmt::format("{}#{}", file, report.record);
}

std::string in_words(Parts parts) {
  if (parts == kAll) return "all parts";
  std::string names;
  parts.each([&](Part part) {
    names += names.empty() ? "" : ", ";
    names += part_name(part);
  });
  return names;
}

std::string short_authors(const std::vector<Author>& authors) {
  if (authors.empty()) return {};
  if (authors.size() == 1) return authors[0].family;
  if (authors.size() == 2) return authors[0].family + " and " + authors[1].family;
  return authors[0].family + " et al.";
}

Result<std::map<DocId, StudyFacts>> facts_of_studies(const Index& index) {
  std::map<DocId, StudyFacts> all;
  for (const Study& study : index.studies()) {
    auto report = index.best_report(study);
    if (!report) return tl::unexpected(report.error());
    auto about = index.about(study);
    if (!about) return tl::unexpected(about.error());
    all[study.id] = {study.id, std::move(*about), file_of(*report), study.reports,
                     report->kind == Document::Kind::full_text};
  }
  return all;
}

std::vector<Term> terms_of(const Query& query) {
  std::vector<Term> terms;
  each_counted(query, [&](const Clause& clause, std::size_t number, std::size_t) {
    if (is_term(clause.kind)) terms.push_back({number, label_in(query, clause), clause.where});
  });
  return terms;
}

const std::vector<Column>& hit_columns() {
  static const std::vector<Column> kColumns = {
      {"search"}, {"study"}, {"year", true}, {"authors"},       {"title"},  {"source"},
      {"doi"},    {"file"},  {"reports"},    {"within_limits"}, {"clauses"}};
  return kColumns;
}
const std::vector<Column>& count_columns() {
  static const std::vector<Column> kColumns = {
      {"search"}, {"clause", true},  {"depth", true},        {"kind"},
      {"label"},  {"studies", true}, {"without_field", true}};
  return kColumns;
}
const std::vector<Column>& place_columns() {
  static const std::vector<Column> kColumns = {{"search"},       {"study"}, {"report"},
                                               {"clause", true}, {"label"}, {"part"},
                                               {"page", true},   {"match"}, {"quote"}};
  return kColumns;
}
const std::vector<Column>& problem_columns() {
  static const std::vector<Column> kColumns = {{"file"}, {"line", true}, {"page", true}, {"level"},
                                               {"code"}, {"reason"},     {"hint"}};
  return kColumns;
}

void write_hits(Sink& sink, const std::string& search, const Query& query, const Hits& hits,
                const std::map<DocId, StudyFacts>& facts,
                const std::map<DocId, std::string>& limits) {
  const std::vector<Term> terms = terms_of(query);
  for (const DocId& study : hits.studies) {
    std::vector<std::string> matched;
    for (const Term& term : terms)
      if (std::binary_search(hits.by_clause[term.clause].begin(), hits.by_clause[term.clause].end(),
                             study))
        matched.push_back(term.label);
    auto found = facts.find(study);
    if (found == facts.end()) continue;
    const StudyFacts& fact = found->second;
    auto limit = limits.find(study);
    sink.row({search, study, year_cell(fact.about.year),
              text_or_none(short_authors(fact.about.authors)), text_or_none(fact.about.title),
              text_or_none(fact.about.source), text_or_none(fact.about.doi), fact.file,
              fact.reports, limit == limits.end() ? Cell{std::string("yes")} : Cell{limit->second},
              matched});
  }
}

void write_counts(Sink& sink, const std::string& search, const Query& query, const Hits& hits) {
  each_counted(query, [&](const Clause& clause, std::size_t number, std::size_t depth) {
    const ClauseCount& count = hits.counts[number];
    sink.row({search, static_cast<std::int64_t>(number), static_cast<std::int64_t>(depth),
              std::string(kind_name(clause.kind)), label_in(query, clause),
              static_cast<std::int64_t>(count.studies),
              is_limit(clause) ? Cell{static_cast<std::int64_t>(count.without_field)}
                               : Cell{std::monostate{}}});
  });
}

Result<void> write_places(Sink& sink, const std::string& search, const Query& query,
                          const Hits& hits, const Index& index, std::size_t limit) {
  std::map<std::size_t, std::string> labels;
  for (const Term& term : terms_of(query)) labels[term.clause] = term.label;
  for (const DocId& study : hits.studies) {
    auto places = index.places(query, study, limit);
    if (!places) return tl::unexpected(places.error());
    for (const Place& place : *places) {
      auto term = labels.find(place.clause);
      if (term == labels.end()) continue;  // a word inside a phrase: the phrase is listed
      sink.row({search, study, place.report, static_cast<std::int64_t>(place.clause), term->second,
                std::string(part_name(place.part)), number_or_none(place.page), place.match,
                place.quote});
    }
  }
  return {};
}

void write_problems(Sink& sink, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    sink.row({problem.file, number_or_none(problem.line), number_or_none(problem.page),
              std::string(level_name(problem.level)), problem.code, problem.reason,
              text_or_none(problem.hint)});
}

Result<std::unique_ptr<Sink>> make_narrow_sink(const std::vector<Column>& columns,
                                               const std::vector<std::string>& shown,
                                               Terminal& terminal) {
  std::vector<std::size_t> which;
  std::vector<Column> narrow;
  for (const std::string& key : shown)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i].key == key) {
        which.push_back(i);
        narrow.push_back(columns[i]);
      }
  auto sink = make_sink("text", narrow, terminal.out, terminal.out_width);
  if (!sink) return sink;
  return std::unique_ptr<Sink>(std::make_unique<NarrowSink>(std::move(*sink), std::move(which)));
}

std::string counts_tree(const Query& query, const Hits& hits) {
  std::uint64_t most = hits.studies_total;
  for (const ClauseCount& count : hits.counts) most = std::max(most, count.studies);
  const std::size_t width = fmt::format("{}", most).size();
  std::string tree;
  each_counted(query, [&](const Clause& clause, std::size_t number, std::size_t depth) {
    const ClauseCount& count = hits.counts[number];
    tree += fmt::format("{:>{}}  {:{}}{}", count.studies, width, "", depth * 2,
                        label_in(query, clause));
    if (count.without_field > 0)
      tree += fmt::format("  ({} not known: {})",
                          clause.kind == Clause::Kind::years ? "year" : in_words(clause.parts),
                          count.without_field);
    if (clause.repaired) tree += "  (repaired)";
    tree += '\n';
  });
  return tree;
}

}  // namespace litmine
