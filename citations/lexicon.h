// Words that tell what a stretch of a reference is, in the languages that lists are printed in.
#pragma once

#include <cstdint>
#include <string_view>

namespace litmine {

/// Kinds of words; a word can be of several.
enum Lexicon : std::uint32_t {
  kMonth = 1u << 0,
  kEditorWord = 1u << 1,     ///< ed., eds., Hrsg., éds., org., coord.
  kPagesWord = 1u << 2,      ///< pp., S., Seiten
  kVolumeWord = 1u << 3,     ///< vol., Bd., Jg., tome
  kIssueWord = 1u << 4,      ///< no., Nr., Heft, n°
  kInWord = 1u << 5,         ///< In, dans, em
  kJournalWord = 1u << 6,    ///< journal, review, Zeitschrift, revue
  kPublisherWord = 1u << 7,  ///< press, Verlag, éditions
  kMeetingWord = 1u << 8,    ///< proceedings, conference, Tagung
  kThesisWord = 1u << 9,
  kReportWord = 1u << 10,
  kAccessWord = 1u << 11,  ///< retrieved, abgerufen, consulté, acesso
  kPlaceWord = 1u << 12,   ///< cities, states and countries where books are published
  kParticle = 1u << 13,    ///< van, de, von
  kBodyWord = 1u << 14,    ///< ministry, institute, commission: corporate authors
  kEditionWord = 1u << 15,
  kEtAl = 1u << 16,
  kAnd = 1u << 17,
  kSuffix = 1u << 18,  ///< Jr., III
  kStatus = 1u << 19,  ///< press, forthcoming
};

/// The kinds of a word in lower case; 0 for most words. Thread-safe.
std::uint32_t lexicon(std::string_view lower);

}  // namespace litmine
