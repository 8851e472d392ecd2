// The forms of a term that come near a given text: its words farther apart, another form or
// spelling of a word, the words in parts that are not searched.
//
// Only forms that the text really meets are given. The nearest text to a failed clause is where
// such a form is met; a cheap edit of a query is to write such a form beside the term.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "queries/query.h"
#include "strategies/study_text.h"

namespace litmine {

struct Loosened {
  enum class How : std::uint8_t {
    as_it_is,       ///< the term itself, in other parts than asked
    other_form,     ///< plural, other spelling, inflection, hyphen, punctuation
    farther_apart,  ///< the words of a phrase or proximity, with more words between
    begins_alike,   ///< a word that begins with most of the term's letters
    spelled_alike,  ///< a word within a few edits
  };
  How how = How::as_it_is;
  Clause clause;              ///< what is met; terms and proximities only
  Parts parts;                ///< where it is met
  std::uint32_t between = 0;  ///< farther_apart: the least number of words between that is enough
  bool ordered = false;       ///< farther_apart: the words stand in the order of the term
  std::uint32_t edits = 0;    ///< spelled_alike: letters that differ, all words together
  Place place;                ///< the first place where it is met
};

/// "other_form" and so on: a key for output.
std::string_view name_of(Loosened::How how);

/// Where a text may meet a term, from near to far.
struct Reach {
  Parts searched;         ///< where the term is searched
  bool elsewhere = true;  ///< look in the other parts as well
};

/// Forms of `term` (a word, phrase, literal string, heading or proximity) that the study meets and
/// the term does not, the nearest first: in the parts searched before others, another form before
/// words farther apart before a word spelled alike. Empty for years.
std::vector<Loosened> loosened(const Clause& term, Reach reach, const StudyText& text);

}  // namespace litmine
