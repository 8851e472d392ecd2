// Does a text that cites have a reference list?
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "doctor/doctor.h"
#include "doctor/excerpt.h"

namespace litmine {
namespace {

constexpr std::size_t kFewCitations = 5;
constexpr std::size_t kManyPages = 4, kManyWords = 2500;  // an article; editorials are shorter

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

struct Citations {
  std::size_t count = 0, first = std::string::npos;
  void add(std::size_t at) {
    if (count++ == 0) first = at;
  }
};

/// "(Smith, 2010", "Smith and Jones (2010)", "Smith et al., 2010a": a year in brackets, and a name
/// before it not far away.
void by_year(std::string_view text, Citations& citations) {
  for (std::size_t at = text.find_first_of("12"); at != std::string_view::npos;
       at = text.find_first_of("12", at + 1)) {
    if (at + 4 > text.size() || at < 4) continue;
    const bool year = (text.substr(at, 2) == "19" || text.substr(at, 2) == "20") &&
                      is_digit(text[at + 2]) && is_digit(text[at + 3]);
    if (!year || is_digit(text[at - 1]) || (at + 4 < text.size() && is_digit(text[at + 4])))
      continue;
    const std::size_t back = at < 60 ? 0 : at - 60;
    const std::string_view before = text.substr(back, at - back);
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos)
      continue;
    const std::string_view name =
        open + 1 == before.size() ? before.substr(0, open) : before.substr(open);
    if (std::any_of(name.begin(), name.end(), is_capital)) citations.add(back + open);
  }
}

/// "[12]", "[3, 4-6]".
void by_number(std::string_view text, Citations& citations) {
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t end = text.find(']', at);
    if (end == std::string_view::npos || end - at < 2 || end - at > 24) continue;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    const bool numbers =
        inside.find_first_not_of("0123456789,;- \xE2\x80\x93\x94") == std::string_view::npos;
    if (numbers && is_digit(inside.front())) citations.add(at);
  }
}

/// "effects.12,13 The", "the firms,3 and": numbers that stood raised behind a word.
void by_raised_number(std::string_view text, Citations& citations) {
  for (std::size_t at = 1; at + 2 < text.size(); ++at) {
    if (text[at] != '.' && text[at] != ',') continue;
    if (text[at - 1] < 'a' || text[at - 1] > 'z' || !is_digit(text[at + 1])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && (is_digit(text[end]) || text[end] == ',' || text[end] == '-'))
      ++end;
    if (end < text.size() && (text[end] == ' ' || text[end] == '\n')) citations.add(at);
  }
}

}  // namespace

void examine_references(const Document& document, std::vector<Symptom>& symptoms) {
  if (!document.references.empty()) return;
  Citations dated, numbered, raised;
  by_year(document.text, dated);
  by_number(document.text, numbered);
  by_raised_number(document.text, raised);
  const auto fewer = [](const Citations& a, const Citations& b) { return a.count < b.count; };
  const Citations& more = std::max(std::max(dated, numbered, fewer), raised, fewer);
  const std::uint32_t page =
      document.pages.empty() ? 0 : static_cast<std::uint32_t>(document.pages.size());
  if (more.count < kFewCitations) {
    // Citations may be raised numbers that were left out with the footnotes.
    const auto words =
        static_cast<std::size_t>(std::count(document.text.begin(), document.text.end(), ' '));
    if (document.pages.size() < kManyPages || words < kManyWords) return;
    symptoms.push_back({Fault::no_references, page,
                        fmt::format("a text of about {} words on {} pages, and no reference list "
                                    "was found in it",
                                    words / 100 * 100, document.pages.size()),
                        ""});
    return;
  }
  symptoms.push_back({Fault::no_references, page,
                      fmt::format("the text cites {} times, first \"{}\", and no reference list "
                                  "was found behind it",
                                  more.count, excerpt_around(document.text, more.first, 60)),
                      ""});
}

}  // namespace litmine
