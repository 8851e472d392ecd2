// What people decided about duplicates: a text file, one decision a line, only ever added to.
//
//     same	3f2a9c0d11e4b7aa	91bc02e6d5f0c344	anna	One title | Another
//
// The last line of a person about two records counts; "open" takes a decision back. So undoing is
// always possible, and files of two people are merged by putting their lines together, in any order
// of the people. A record is named by a key made of what it says, which stays when files are moved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/duplicates.h"
#include "corpus/identity.h"
#include "corpus/problem.h"

namespace litmine {

/// 16 hexadecimal digits from all that an Identity says, id and kind apart. Equal records have
/// equal keys.
std::string record_key(const Identity& identity);

struct DuplicateDecision {
  std::optional<Relation> relation;  ///< none: taken back; doubtful: people disagree, so apart
  std::string a, b;                  ///< keys, a < b
  std::string person;                ///< may be empty
  std::string note;                  ///< for people: both titles
  friend bool operator==(const DuplicateDecision&, const DuplicateDecision&) = default;
};

/// The line of a decision, with its LF; tabs and line ends within become spaces.
std::string line_of(const DuplicateDecision& decision);
/// All decisions of a file's text. Empty lines and lines with '#' are passed over; any other line
/// that is not a decision becomes a Problem with its line, and the rest is read.
std::vector<DuplicateDecision> read_decisions(std::string_view text, const std::string& file,
                                              std::vector<Problem>& problems);

/// What is left when everyone's last word counts.
struct StandingDecisions {
  std::vector<DuplicateDecision> agreed;  ///< by keys
  /// People say different things: to be decided again; `relation` is doubtful. By keys.
  std::vector<DuplicateDecision> contested;
};
StandingDecisions standing(const std::vector<DuplicateDecision>& decisions);

/// The decisions on records that are here; `elsewhere` gets the number of those that are not.
std::vector<PairDecision> decisions_on(const std::vector<DuplicateDecision>& agreed,
                                       const std::vector<std::string>& keys,
                                       std::size_t* elsewhere = nullptr);

}  // namespace litmine
