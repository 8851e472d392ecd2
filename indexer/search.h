// Running a query over the index, bottom up: every node becomes a set of studies.
//
// Words come straight from posting lists. For a phrase, an exact string or a proximity the posting
// lists of its words say which documents can have it; positions then say which do, by the same
// algebra of intervals that the reference evaluator uses (queries/intervals.h). Exact strings and
// headings are checked on the stored text.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/index.h"
#include "indexer/store.h"
#include "indexer/study_table.h"
#include "queries/query.h"

namespace litmine {

/// The sets of one run, by number of the node.
struct Found {
  std::vector<DocSet> studies;
  std::vector<std::uint64_t> without_field;  ///< limits: studies that lack the field
  std::vector<Expansion> expansions;         ///< if asked for
};

/// Throws Failure when a pattern stands for too many words, and what the store throws.
Found run_query(const Query& query, const Store& store, const StudyTable& table,
                const SearchOptions& options);

/// Studies that have any of these documents.
DocSet studies_of(const DocSet& documents, const StudyTable& table);

}  // namespace litmine
