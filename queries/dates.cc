#include "queries/dates.h"

#include <algorithm>
#include <string>

namespace litmine {
namespace {

constexpr int kNoEnd = 3000;  // "2015:3000[dp]" is how PubMed's help says "since 2015"

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits at `at`, which moves behind them; -1 if there are fewer than `least` or more than `most`.
int take_number(std::string_view text, std::size_t& at, std::size_t least, std::size_t most) {
  std::size_t from = at;
  int value = 0;
  for (; at < text.size() && is_digit(text[at]) && at - from <= most; ++at)
    value = value * 10 + (text[at] - '0');
  return at - from < least || at - from > most ? -1 : value;
}

struct Date {
  int year = 0, month = 0, day = 0;  // 0: not given
};

/// 2020, 2020/05, 2020/05/31
std::optional<Date> read_date(std::string_view text) {
  Date date;
  std::size_t at = 0;
  date.year = take_number(text, at, 4, 4);
  int* const rest[] = {&date.month, &date.day};
  for (int* number : rest) {
    if (at >= text.size()) break;
    if (text[at++] != '/') return std::nullopt;
    *number = take_number(text, at, 1, 2);
  }
  bool legal = date.year >= 0 && date.month >= 0 && date.month <= 12 && date.day >= 0 &&
               date.day <= 31 && at == text.size();
  if (!legal) return std::nullopt;
  return date;
}

bool begins_a_year(const Date& date) { return date.month <= 1 && date.day <= 1; }
bool ends_a_year(const Date& date) {
  return date.month == 0 || (date.month == 12 && (date.day == 0 || date.day == 31));
}

/// Without white space, quotes and tags.
std::string bare(std::string_view typed) {
  std::string text;
  bool in_tag = false;
  for (char c : typed) {
    if (c == '[') in_tag = true;
    bool gap = c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == ']';
    if (!in_tag && !gap) text += c;
    if (c == ']') in_tag = false;
  }
  return text;
}

}  // namespace

std::optional<DateRange> read_dates(std::string_view typed) {
  const std::string text = bare(typed);
  std::size_t colon = std::min(text.find(':'), text.size());
  bool one = colon == text.size();
  std::optional<Date> first = read_date(std::string_view(text).substr(0, colon));
  std::optional<Date> last = one ? first : read_date(std::string_view(text).substr(colon + 1));
  if (!first || !last) return std::nullopt;
  DateRange range{first->year, last->year, true};
  if (range.from <= 1) range.from = 0;
  if (range.to >= kNoEnd) range.to = 9999;
  range.whole_years = (one ? first->month == 0 : begins_a_year(*first) && ends_a_year(*last));
  return range;
}

}  // namespace litmine
