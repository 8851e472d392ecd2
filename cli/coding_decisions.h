// What reviewers decided about suggested codes. What a newcomer would get wrong: nothing is ever
// changed or taken out. Every coder has one file, FOLDER/CODER.csv, and every decision is a line at
// its end; an undo is a line, too. So two coders' files merge without a conflict, and a new run
// leaves them alone.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/coding.h"
#include "text/result.h"

namespace litmine {

struct CodingDecision {
  std::string time;   ///< UTC, "2024-08-21T09:30:00Z"
  std::string coder;  ///< letters, digits, dot, hyphen, underscore: it names the file
  DocId study;
  std::string facet;
  std::string suggested;  ///< code, or value where the facet has values; empty for `add`
  std::string role;
  std::string band, rule;
  std::string evidence;    ///< fingerprint of the sentences that were shown
  std::string decision;    ///< accept, reject, replace, add, note, mute, undo
  std::string final_code;  ///< of replace and add
  std::string note;
  friend bool operator==(const CodingDecision&, const CodingDecision&) = default;
};

/// All decisions of a folder, by coder and in the order in which they were made; none when there is
/// no such folder. Errors: a file that cannot be read, a line that is no decision (with its place).
Result<std::vector<CodingDecision>> read_coding_decisions(const std::filesystem::path& folder);

/// Adds one line to the coder's file, which is made when it is not there. Errors: cannot be
/// written; a coder's name that cannot be a file's.
Result<void> append_coding_decision(const std::filesystem::path& folder,
                                    const CodingDecision& decision);

/// Adds the decisions of `from` that `into` lacks, coder by coder in order of time; gives back how
/// many.
Result<std::size_t> merge_coding_decisions(const std::filesystem::path& from,
                                           const std::filesystem::path& into);

/// The time now in that form; SOURCE_DATE_EPOCH in its place when it is set.
std::string decision_time();

/// Fingerprint of the sentences that speak for a suggestion.
std::string evidence_fingerprint(const Suggestion& suggestion);
/// What decisions call a suggestion: its value, else its code.
std::string decided_name(const Code& code);

/// Where the decisions stand after all undoing.
class DecidedCodes {
 public:
  DecidedCodes() = default;
  explicit DecidedCodes(const std::vector<CodingDecision>& decisions);

  /// The last word of each coder on a suggestion: accept, reject, replace or mute.
  std::vector<CodingDecision> on(const DocId& study, const std::string& facet,
                                 const std::string& suggested, const std::string& role) const;
  /// Codes that coders added to a study in a facet.
  std::vector<CodingDecision> added(const DocId& study, const std::string& facet) const;
  /// Did a coder mute this rule for this study?
  bool muted(const DocId& study, const std::string& rule) const;
  /// Decisions that stand, by coder, in order; notes among them.
  const std::vector<CodingDecision>& standing() const { return standing_; }
  bool empty() const { return standing_.empty(); }

 private:
  std::vector<CodingDecision> standing_;
};

/// A suggestion as it was decided: "accepted (ana); rejected (ben)", empty if it was not.
std::string decided_in_words(const std::vector<CodingDecision>& decisions);
/// True when more coders rejected or replaced it than accepted it.
bool stands_rejected(const std::vector<CodingDecision>& decisions);
/// True when a decision was made on other sentences than are shown now.
bool is_stale(const std::vector<CodingDecision>& decisions, const Suggestion& suggestion);

}  // namespace litmine
