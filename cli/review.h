// The main job: a protocol and its sources to the review's hits, codes and tables.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/coding.h"
#include "cli/coding_decisions.h"
#include "cli/criteria.h"
#include "cli/indexing.h"
#include "cli/tables.h"
#include "corpus/protocol.h"
#include "queries/dialect.h"
#include "screening/stage_counts.h"
#include "text/result.h"

namespace litmine {

/// One search, run.
struct SearchRun {
  SavedSearch search;
  Parsed parsed;
  Hits hits;
  std::map<DocId, std::string>
      limits;  ///< of each study found: "yes", or why it is outside the review's limits
  std::size_t within_limits() const;  ///< studies found that are within the limits
};

/// What the criteria suggest for the records of a run.
struct RunSuggestions {
  std::vector<Criterion> criteria;
  std::map<DocId, JudgedRecord> by_study;
  SuggestionCounts counts;
};

/// Everything that a run found, ready to be written.
struct ReviewRun {
  Protocol protocol;
  IndexingSummary indexing;
  IndexInfo info;
  std::string codebook_hash;
  std::vector<SearchRun> searches;
  std::map<DocId, StudyFacts> facts;
  std::vector<CodedStudy> coded;
  std::vector<CodebookColumn> columns;                  ///< of the coding table
  std::vector<CodeEntry> codes;                         ///< of the codebook
  DecidedCodes decided;                                 ///< what reviewers decided on the codes
  std::map<DocId, std::vector<std::string>> found_by;   ///< names of the searches that find a study
  std::optional<RunSuggestions> suggestions;            ///< when a criterion has a rule
  std::optional<ScreeningDone> screening;               ///< when somebody has decided on a record
  std::vector<std::pair<DocId, DocId>> citations = {};  ///< a study and one it cites; sorted
  std::size_t cited_from = 0;  ///< full texts whose reference list was read
};

/// Searches and codes what the index holds. Errors: an unknown dialect, a pattern that stands for
/// too many words, a broken codebook.
Result<ReviewRun> run_review(const Protocol& protocol, IndexingSummary indexing,
                             const std::filesystem::path& index,
                             const std::filesystem::path& codebook, unsigned jobs);

/// Is a study within the protocol's years and languages? "yes", "no: 2012 is before 2016", "not
/// known: no year".
std::string within_limits(const Protocol& protocol, const Biblio& about);

/// Writes hits.csv, counts.csv, counts.txt, places.csv, codes.csv, coding-table.csv, problems.csv,
/// suggestions.csv (where a criterion has a rule) and report.md; each whole or not at all. Gives
/// the names of the files.
Result<std::vector<std::string>> write_results(const ReviewRun& run, const Index& index,
                                               const std::filesystem::path& folder);

/// The report that a person reads, in Markdown.
std::string report_markdown(const ReviewRun& run);

}  // namespace litmine
