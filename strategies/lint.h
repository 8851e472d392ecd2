// What an experienced searcher would say about a search string: everything that the reading
// remarks upon, what its logic makes superfluous or impossible, and, with an index at hand, what
// each term and clause does to these studies. Every number is exact for the index, and every
// reading that was not taken comes with the number of studies it would find.
//
// docs/lint.md has a page for each code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/study.h"
#include "indexer/index.h"
#include "queries/diagnostic_codes.h"
#include "queries/dialect.h"
#include "text/diagnostic.h"
#include "text/result.h"

namespace litmine {

/// One remark, with its row in the table of codes.
struct Finding {
  Diagnostic note;  ///< `choice` and `alternative` say the readings where there are two
  const DiagnosticCode* code = nullptr;
  /// What the string finds as it was read, and by the alternative reading; with an index only.
  std::optional<std::uint64_t> choice_studies, alternative_studies;
  /// Other numbers of studies that the message tells, by name: "studies" that meet what it speaks
  /// of, "beside_siblings" not found by the terms of its list, "new" to the result, "lost" from it,
  /// "without" the clause, "with" it.
  std::vector<std::pair<std::string_view, std::uint64_t>> counts;
};

struct LintOptions {
  ReadingOptions reading;
  const Index* index = nullptr;  ///< without one there are no corpus findings and no counts
  std::vector<DocId> known;      ///< studies known to belong to the review (ids of studies)
};

struct LintReport {
  Parsed parsed;
  std::vector<Finding> findings;         ///< by place, at one place the graver first
  std::optional<std::uint64_t> studies;  ///< that the string finds; with an index only
  std::uint64_t studies_total = 0;       ///< in the index
};

/// Reads the string and examines it. Errors: those of the index (a pattern that stands for too many
/// words, damage). Not thread-safe for one index.
Result<LintReport> lint(std::string_view source, const Dialect& dialect,
                        const LintOptions& options = {});

/// The reading that a remark says was not taken, if it can be spelled out: `read_as` is what
/// `source` was read as with `options`, `note` one of its remarks.
std::optional<Query> alternative_reading(std::string_view source, const Diagnostic& note,
                                         const Query& read_as, const Dialect& dialect,
                                         const ReadingOptions& options);

/// Did the reading change the string to make sense of it? What `--strict` refuses.
bool was_repaired(const LintReport& report);

}  // namespace litmine
