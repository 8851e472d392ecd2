// Small words ("of", "and", "der") of the languages in which reviews are mostly written: they tell
// running text from what is none.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace litmine {

/// Is it a frequent small word of English, German, French, Spanish, Portuguese or Italian? Folded,
/// two letters and more.
bool is_small_word_of_any(std::string_view folded);

/// English words that are printed as one only when the blank between was lost: "ofthe".
bool is_glued_pair(std::string_view folded);
/// English small words that a text glued together is cut at.
bool is_small_english(std::string_view folded);

/// Two words that never follow each other in one sentence: "the of". Folded.
bool never_neighbours(std::string_view before, std::string_view behind);

/// "social the", "economic of": an English adjective, and what begins another phrase. Folded.
bool adjective_without_noun(std::string_view before, std::string_view behind);

/// What text recognition makes of English small words: "tbe", "wliich".
bool is_recognition_slip(std::string_view folded);

/// What is left of an English word when its "fi", "fl" or "ff" is lost: "signi" before "cant".
bool lost_a_ligature(std::string_view before, std::string_view behind);
/// Likewise as one word: "signicant".
bool is_without_ligature(std::string_view folded);

}  // namespace litmine
