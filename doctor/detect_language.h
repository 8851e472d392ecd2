// Which language a text is in, by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace litmine {

struct DetectedLanguage {
  std::string code;       ///< ISO 639-1 where there is one: "en", "zh"; empty when not known
  std::string name;       ///< "English"
  int percent = 0;        ///< of the text, in bytes
  bool reliable = false;  ///< CLD2 is sure of it
};
/// Of some kilobytes of UTF-8; more is cut. Thread-safe.
DetectedLanguage detect_language(std::string_view text);

}  // namespace litmine
