// What the reviewers decided. A history is a set of lines; nothing in it is ever changed or taken
// out, and a person who thinks again adds a line. So two copies of a history that travelled apart,
// by git, a share or a mail, are joined by taking all lines of both, in any order, any number of
// times.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/problem.h"
#include "text/result.h"

namespace litmine {

/// PRISMA's two rounds.
enum class Stage : std::uint8_t { title_abstract, full_text };
std::string_view stage_name(Stage stage);  ///< "title-abstract", "full-text"
std::optional<Stage> stage_named(std::string_view name);

enum class Ruling : std::uint8_t {
  include,
  exclude,
  undecided,
  withdrawn,  ///< takes back the reviewer's verdict: undo
  opened,     ///< of a stage, not of a record: from now on all may see all votes
};
std::string_view verdict_name(Ruling verdict);  ///< "include", ...
std::optional<Ruling> verdict_named(std::string_view name);

/// One line of a history.
struct Decision {
  std::string record;      ///< the study's id; empty for `opened`
  std::string doi, title;  ///< of the record, to find it again when ids have changed
  std::string reviewer;
  Stage stage = Stage::title_abstract;
  Ruling verdict = Ruling::undecided;
  std::string reason;  ///< why it was excluded, in the words of the protocol
  std::string note;
  std::string time;   ///< UTC, "2026-11-22T05:41:39.120Z"; sorts as it is
  std::string shown;  ///< what was on the screen: "suggestion hidden; ranked order; terms coloured"
  friend auto operator<=>(const Decision&, const Decision&) = default;
};

/// A decision as one line of JSON, keys in a fixed order, without a line end; and back. Nothing if
/// the line is no decision.
std::string to_line(const Decision& decision);
std::optional<Decision> from_line(std::string_view line);

/// A set of decisions. A plain value; safe to read from several threads.
class DecisionLog {
 public:
  void add(Decision decision);
  /// All lines of both. Commutative, associative, idempotent.
  void merge(const DecisionLog& other);

  /// Sorted by time, then by the rest, so that the same set always gives the same list.
  std::vector<Decision> decisions() const;
  std::size_t size() const { return decisions_.size(); }
  /// The lines of one reviewer.
  DecisionLog of(const std::string& reviewer) const;
  std::vector<std::string> reviewers() const;  ///< sorted

  /// Has anyone opened the stage?
  bool is_open(Stage stage) const;
  /// What `reviewer` may see: the own lines, and of others those of opened stages.
  DecisionLog visible_to(const std::string& reviewer) const;

  /// The last verdict of each reviewer on each record at a stage; withdrawn ones are not there.
  std::map<std::string, std::map<std::string, Decision>> standing(Stage stage) const;

  friend bool operator==(const DecisionLog&, const DecisionLog&) = default;

 private:
  struct ByTime {
    bool operator()(const Decision& a, const Decision& b) const;
  };
  std::set<Decision, ByTime> decisions_;
};

/// Who votes, and how many votes a record needs.
struct Panel {
  std::vector<std::string> reviewers;  ///< empty: whoever has voted, but for the third
  std::string third;                   ///< settles conflicts; empty: nobody
  std::size_t votes = 2;               ///< votes that a record needs
};

/// What the votes on a record amount to.
struct Outcome {
  enum class State : std::uint8_t { pending, include, exclude, conflict };
  State state = State::pending;
  std::string reason;     ///< why it was excluded
  bool by_third = false;  ///< the third has settled it
  bool reasons_differ = false;
  std::vector<Decision> votes;  ///< by reviewer
};
/// The outcome of each record that somebody has voted on. A record with votes enough that agree is
/// settled; an `undecided` agrees with nothing. The third's vote settles whatever the others say.
std::map<std::string, Outcome> outcomes(const DecisionLog& history, Stage stage,
                                        const Panel& panel);
std::string_view state_name(Outcome::State state);  ///< "pending", "include", ...

/// The histories in a folder: a file a reviewer, `decisions-NAME.jsonl`.
struct Histories {
  DecisionLog all;
  std::vector<Problem> problems;  ///< lines that are no decision; they stay in their file
};
/// A folder that is not there holds nothing. Error: a file that cannot be read.
Result<Histories> read_histories(const std::filesystem::path& folder);
/// Reads one file of lines.
Result<Histories> read_history(const std::filesystem::path& file);
/// Adds lines at the end of the reviewers' files, those that are there already left out, and
/// flushes them to the disk before it comes back. Gives how many were new. Error: cannot be
/// written.
Result<std::size_t> append(const std::filesystem::path& folder,
                           const std::vector<Decision>& decisions);
/// Adds one line that is known to be new, without reading the file: for a person at the keyboard.
Result<void> append(const std::filesystem::path& folder, const Decision& decision);
/// "decisions-ana-maria.jsonl"; names that differ in more than case and punctuation get files of
/// their own, others share one.
std::string file_of_reviewer(std::string_view reviewer);

/// Now, for a new line: at least a millisecond after `last` (which may be empty), so that the lines
/// of one reviewer keep their order even when the clock was set back.
std::string time_after(std::string_view last);

}  // namespace litmine
