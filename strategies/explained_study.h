// Why one study is found by a query, or not: every clause with yes or no, the clauses that lost it
// with the nearest text to each, and the places of what it meets.
#pragma once

#include <vector>

#include "indexer/index.h"
#include "queries/query.h"
#include "strategies/near_text.h"
#include "strategies/study_text.h"
#include "strategies/verdict.h"
#include "text/result.h"

namespace litmine {

struct Loss {
  LostBy by;
  std::vector<NearText> nearest;  ///< to an unmet clause; empty if the study has nothing like it
  std::vector<Place> places;      ///< of a clause that excludes the study
  std::vector<std::optional<int>> years;  ///< of the reports, when the clause asks for years
};

struct ExplainedStudy {
  DocId study;
  Biblio about;
  Verdict verdict;
  std::vector<Loss> losses;   ///< in the order of the query; empty if the study is found
  std::vector<Place> places;  ///< of the terms that it meets, at most `limit` a term, in the order
                              ///< of the text
};

/// Errors: no such study, a damaged index.
Result<ExplainedStudy> explained_study(const Query& query, const Index& index, const DocId& study,
                                       std::size_t limit = 1);
/// What lost a study, for one that is read already; empty if the query finds it.
std::vector<Loss> losses_of(const Layout& layout, const Verdict& verdict, const StudyText& text);

}  // namespace litmine
