// Deciding what only a person can decide: the file of decisions, and the review of doubtful pairs
// in the terminal.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/dedupe_records.h"
#include "corpus/duplicate_decisions.h"
#include "corpus/duplicates.h"
#include "text/result.h"

namespace litmine {

/// The decisions on disk. Only ever added to; every decision is written at once.
class DecisionFile {
 public:
  /// A file that is not there is one without decisions; it is made with the first. Lines that
  /// cannot be read become Problems. Error: a file that is there and cannot be read.
  static Result<DecisionFile> open(const std::filesystem::path& path, const std::string& person,
                                   std::vector<Problem>& problems);

  /// What stands of all of them.
  StandingDecisions standing() const { return litmine::standing(decisions_); }
  /// The decisions on these records; says what is contested or about other records.
  std::vector<PairDecision> on(const DedupeRecords& records, Terminal& terminal) const;
  /// `words`: a relation ("open" takes back) and the names of two records, as listed.
  Result<void> decide(const std::vector<std::string>& words, const DedupeRecords& records);
  Result<void> decide(std::optional<Relation> relation, std::uint32_t a, std::uint32_t b,
                      const DedupeRecords& records);
  /// Takes this person's last decision that stands back. Error: there is none.
  Result<void> undo(Terminal& terminal);

 private:
  Result<void> append(DuplicateDecision decision);

  std::filesystem::path path_;
  std::string person_;
  std::vector<DuplicateDecision> decisions_;
};

/// Shows the doubtful pairs one by one and reads one key for each from `terminal.in`: s same,
/// d different, l linked, n next, u undo, q quit. Error: a decision that cannot be written.
Result<void> review(const Duplicates& found, const DedupeRecords& records, DecisionFile& file,
                    Terminal& terminal);

}  // namespace litmine
