// The rows that litmine promises: every table's columns stand in tables.cc once, for the files of
// `run` and for the listings of the other commands. Described for users in docs/rows.md.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "corpus/problem.h"
#include "corpus/study.h"
#include "exporters/sink.h"
#include "indexer/index.h"
#include "queries/query.h"

namespace litmine {

/// A study as it is listed.
struct StudyFacts {
  DocId study;
  Biblio about;
  std::string file;  ///< of the report it is read from; with "#12" for the 12th record of a file
  std::vector<DocId> reports;
  bool full_text = false;
};
/// Facts of all studies of an index, by study id. Error: an index that cannot be read.
Result<std::map<DocId, StudyFacts>> facts_of_studies(const Index& index);

/// "articles/a.pdf", or "records.ris#12" for a record.
std::string file_of(const Document& report);
/// "title, abstract, keywords"; "all parts".
std::string in_words(Parts parts);
/// "Smith and Jones", "Smith et al.", "Smith".
std::string short_authors(const std::vector<Author>& authors);

/// The text, or an empty cell.
Cell text_or_none(const std::string& text);
/// A node of a query that a person would count as one search term: the topmost words, phrases,
/// proximities, years.
struct Term {
  std::size_t clause = 0;
  std::string label;
  Span where;
};
std::vector<Term> terms_of(const Query& query);

const std::vector<Column>& hit_columns();  ///< search, study, year, authors, title, source, doi,
                                           ///< file, reports, within_limits, clauses
const std::vector<Column>&
count_columns();  ///< search, clause, depth, kind, label, studies, without_field
const std::vector<Column>&
place_columns();  ///< search, study, report, clause, label, part, page, match, quote
const std::vector<Column>& problem_columns();  ///< file, line, page, level, code, reason, hint

/// One row for each study found; `limits` says of each whether it is within the review's limits
/// ("yes" or why not).
void write_hits(Sink& sink, const std::string& search, const Query& query, const Hits& hits,
                const std::map<DocId, StudyFacts>& facts,
                const std::map<DocId, std::string>& limits);
void write_counts(Sink& sink, const std::string& search, const Query& query, const Hits& hits);
Result<void> write_places(Sink& sink, const std::string& search, const Query& query,
                          const Hits& hits, const Index& index, std::size_t limit);
void write_problems(Sink& sink, const std::vector<Problem>& problems);

/// A text table with only the columns `shown`; takes rows with all of them.
Result<std::unique_ptr<Sink>> make_narrow_sink(const std::vector<Column>& columns,
                                               const std::vector<std::string>& shown,
                                               Terminal& terminal);

/// The tree with the exact count of every clause, for people.
std::string counts_tree(const Query& query, const Hits& hits);

}  // namespace litmine
