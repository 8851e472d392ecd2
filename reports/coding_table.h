// A coding table made elsewhere, one row a study.
#pragma once

#include <string>
#include <vector>

#include "corpus/problem.h"
#include "reports/review_data.h"
#include "text/result.h"

namespace litmine {

/// A table as it was read: the first row holds the names of the columns.
struct TableRows {
  std::string file;
  std::vector<std::string> heads;
  struct Row {
    std::uint32_t line = 0;
    std::vector<std::string> cells;
  };
  std::vector<Row> rows;
};

struct CodingTable {
  ReviewData data;  ///< values grouped
  std::vector<Problem> problems;
};

/// Columns are known by the names that the published reviews and litmine use (case and "_" do not
/// matter): key, authors, year, title, journal, doi; of the facets type, method, theories,
/// countries_studied, countries_authorship, industry, platforms; sample, focus, issues, findings
/// and notes are texts. Any other column is a text under its own name. Lists in a facet's cell are
/// separated by ";". A row without key and title is a Problem. Error: neither a column with keys
/// nor with titles; no row.
Result<CodingTable> read_coding_table(const TableRows& table);

/// Adds the texts of a second table (findings) to studies with the same key; rows without a study
/// are Problems.
Result<std::vector<Problem>> add_texts(const TableRows& table, ReviewData& data);

}  // namespace litmine
