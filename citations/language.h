// The language of a title, by its small words.
#pragma once

#include <string_view>

namespace litmine {

/// ISO 639-1 ("en", "de", "fr", "es", "pt", "it", "nl") or empty when the words do not say, or say
/// it of two languages alike. Titles have few words: this is a guess for filtering, not a fact.
std::string_view title_language(std::string_view title);

}  // namespace litmine
