// The shorthand in which people write patterns, and its translation to RE2.
//
//     case stud(y|ies)        a space stands for white space or a hyphen
//     e-commerce              a hyphen may be there, be a space, or be missing
//     internali[sz]ation      either letter; signall?ing: the letter before ? may be missing
//     crowdfund*              any ending; a * alone is one whole word
//     survey of {3} firms     up to three words between
//     <number> <firm>         a named list of words (see [words] in the codebook)
//     unlike {4} @            in anchors and contexts: @ is the place of the words that were found
//     re:\bH[0-9]+[a-d]?\b    RE2 as it is
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace litmine {

/// Named lists of patterns: `<firm>` in a pattern stands for any of them.
using WordLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The byte that stands for `@`: it replaces the words found before anchors and contexts are
/// matched on their sentence.
inline constexpr char kPlaceOfHit = '\x01';

/// `pattern` as RE2, without word boundaries around it. Errors say what is wrong with the pattern.
Result<std::string> pattern_to_re2(std::string_view pattern, const WordLists& lists);

/// A piece of text that a match holds: lower-case ASCII, any other byte as 0x80 (so that "É" and
/// "é" look alike).
struct Literal {
  std::string text;
  bool starts_word = false;  ///< no letter or digit stands directly before it
  bool ends_word = false;    ///< none directly after it
};

/// Literals of which every match of the pattern holds at least one. Empty when none are known
/// (`re:` patterns, patterns of wildcards): then the pattern may match anything.
std::vector<Literal> pattern_literals(std::string_view pattern, const WordLists& lists);

/// A text that the pattern matches: first alternatives, nothing for `*`, `{3}` as one space. Empty
/// for `re:` patterns.
std::string pattern_sample(std::string_view pattern, const WordLists& lists);

}  // namespace litmine
