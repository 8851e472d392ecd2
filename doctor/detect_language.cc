#include "doctor/detect_language.h"

#include <cld2/public/compact_lang_det.h>

#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::size_t kEnough = 64 << 10;  // bytes

/// "ENGLISH" → "English", "CHINESE_T" → "Chinese t".
std::string in_words(std::string name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '_') name[i] = ' ';
    if (i > 0 && name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] | 32);
  }
  return name;
}

}  // namespace

DetectedLanguage detect_language(std::string_view text) {
  // CLD2 reads past the end of a character that is cut off, and has its own idea of which bytes
  // may stand in a text: half a character at the end becomes U+FFFD here.
  const std::string clean = normalized(text.substr(0, kEnough));
  CLD2::Language languages[3];
  int percents[3] = {}, bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(clean.data(), static_cast<int>(clean.size()), true, languages,
                              percents, &bytes, &reliable);
  DetectedLanguage found;
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] == 0) return found;
  found.code = CLD2::LanguageCode(languages[0]);
  if (const std::size_t region = found.code.find('-'); region != std::string::npos)
    found.code.resize(region);
  found.name = in_words(CLD2::LanguageName(languages[0]));
  found.percent = percents[0];
  found.reliable = reliable;
  return found;
}

}  // namespace litmine
