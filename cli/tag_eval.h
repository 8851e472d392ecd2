// tag --eval: the suggestions beside a gold table, with intervals; and how far coders agree.
#pragma once

#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/coding.h"
#include "taggers/codebook.h"
#include "text/result.h"

namespace litmine {

/// A gold table in long form: one row a code. Columns `key`, `facet`, `code`; also `role` (for
/// countries: destinations are a facet apart), `coder` (several codings of one study), `split`
/// (each is scored apart), `as_printed` (what --corrections may name). A row with an empty code
/// says that the study has none in this facet.
struct EvalOptions {
  std::string gold;         ///< file
  std::string corrections;  ///< file with key, facet, printed, suggested; may be empty
  std::string keys;         ///< file with key and doi or title, where keys are not ids of studies
  std::string format = "text";
};

/// Codes the studies that the table names and writes the scores. Errors: a file that cannot be read
/// or has not the columns; no key of it is in the index.
Result<int> evaluate_tags(const EvalOptions& options, const Codebook& codebook,
                          const std::filesystem::path& index, unsigned jobs, Terminal& terminal);

}  // namespace litmine
