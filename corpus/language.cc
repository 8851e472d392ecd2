#include "corpus/language.h"

#include <map>

#include "text/normalize.h"

namespace litmine {

std::string language_key(const std::string& language) {
  static const std::map<std::string, std::string> kNames = {
      {"english", "en"},    {"eng", "en"},     {"german", "de"},   {"deu", "de"},
      {"ger", "de"},        {"french", "fr"},  {"fre", "fr"},      {"fra", "fr"},
      {"spa", "es"},        {"spanish", "es"}, {"italian", "it"},  {"ita", "it"},
      {"portuguese", "pt"}, {"por", "pt"},     {"chinese", "zh"},  {"chi", "zh"},
      {"zho", "zh"},        {"dutch", "nl"},   {"dut", "nl"},      {"nld", "nl"},
      {"russian", "ru"},    {"rus", "ru"},     {"japanese", "ja"}, {"jpn", "ja"},
      {"polish", "pl"},     {"pol", "pl"},     {"turkish", "tr"},  {"tur", "tr"},
      {"korean", "ko"},     {"kor", "ko"}};
  std::string key = folded(language);
  auto known = kNames.find(key);
  if (known != kNames.end()) return known->second;
  return key.substr(0, key.find('-'));  // "en-GB"
}

}  // namespace litmine
