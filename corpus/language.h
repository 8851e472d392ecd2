// Names of languages as records spell them.
#pragma once

#include <string>

namespace litmine {

/// One key for all spellings of a language: "English", "eng" and "en-GB" are "en". An unknown name
/// is its own key, folded.
std::string language_key(const std::string& language);

}  // namespace litmine
