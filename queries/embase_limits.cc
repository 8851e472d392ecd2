#include "queries/embase_limits.h"

#include <algorithm>
#include <array>

#include "queries/values.h"

namespace litmine {
namespace {

constexpr std::size_t kLongest = 100;  // bytes of "[conference abstract]/lim"

// Types of publication that /lim takes; languages are those of values.h. What else it takes
// (humans, embase, abstracts, cochrane review, ...) is not known of a record here.
constexpr std::array<std::string_view, 12> kTypes = {
    "article",
    "article in press",
    "conference abstract",
    "conference paper",
    "conference review",
    "editorial",
    "erratum",
    "letter",
    "note",
    "review",
    "short survey",
    "chapter",
};

bool is_gap(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view field_of_limit(std::string_view value) {
  for (const Value& language : kLanguages)
    if (language.code == value) return "LA";
  return std::find(kTypes.begin(), kTypes.end(), value) != kTypes.end() ? "IT" : "LIM";
}

}  // namespace

BracketedLimit bracketed_limit_at(std::string_view text, std::size_t at, const Dialect& dialect) {
  BracketedLimit limit;
  std::string_view near_by = text.substr(0, at + kLongest);
  std::size_t close = near_by.find(']', at);
  if (near_by[at] != '[' || close == std::string_view::npos || close + 1 >= near_by.size() ||
      near_by[close + 1] != '/')
    return limit;
  std::size_t end = close + 2;
  while (end < near_by.size() && is_word_byte(near_by[end])) ++end;
  std::string name = upper(near_by.substr(close + 2, end - close - 2));
  std::size_t begin_inner = at + 1, end_inner = close;
  while (begin_inner < end_inner && is_gap(text[begin_inner])) ++begin_inner;
  while (begin_inner < end_inner && is_gap(text[end_inner - 1])) --end_inner;
  if (name == "LIM") {
    std::string value(text.substr(begin_inner, end_inner - begin_inner));
    for (char& c : value)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    name = field_of_limit(value);
  }
  const Field* field = field_named(dialect, name);
  if (field == nullptr) return limit;
  limit.end = end;
  limit.begin_inner = begin_inner;
  limit.end_inner = end_inner;
  limit.field = field_use_of(*field);
  return limit;
}

}  // namespace litmine
