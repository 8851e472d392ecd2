// A table of records with the decision on each: what `screen simulate` reads.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "corpus/problem.h"
#include "screening/ranker.h"
#include "text/result.h"

namespace litmine {

struct LabelledFile {
  std::vector<std::string> texts;  ///< title and abstract of each record
  std::vector<Label> labels;       ///< one a record; never unknown
  std::string label_column;        ///< its name
  std::vector<Problem> problems;   ///< rows that were left out, each with its line
};

/// Reads a table (comma, semicolon or tab) with the columns `title`, `abstract` (one may be
/// missing) and a decision: `label_column`, or else the first of `label_included`, `included`,
/// `asreview_label`, `label`, `decision`, `relevant` that is there. 1, yes, include(d), relevant
/// and 0, no, exclude(d), irrelevant are read. A row without a decision is left out and named.
/// Errors: the file cannot be read, has no such column, holds a value that is no decision.
Result<LabelledFile> read_labelled(const std::string& file, const std::string& label_column);

}  // namespace litmine
