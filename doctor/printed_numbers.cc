// Which of the numbers in a running head is the page's? The year, the volume and the DOI stay the
// same from page to page; only the page's own goes up by one. So each number votes for its distance
// from the page of the file, and a distance that several pages vote for is a numbering.
#include "doctor/printed_numbers.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litmine {
namespace {

constexpr std::uint32_t kLargestNumber = 99'999;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Furniture {
  std::uint32_t page = 0;
  std::string_view text;
};

/// "page 3: Journal of X 104" → 3, "Journal of X 104".
Furniture furniture_of(std::string_view line) {
  constexpr std::string_view kPage = "page ";
  if (!line.starts_with(kPage)) return {};
  line.remove_prefix(kPage.size());
  Furniture furniture;
  const auto end =
      std::from_chars(line.data(), line.data() + line.size(), furniture.page).ptr - line.data();
  line.remove_prefix(static_cast<std::size_t>(end));
  if (!line.starts_with(": ")) return {};
  furniture.text = line.substr(2);
  return furniture;
}

/// Every number that stands by itself; "10.1371", "e0123" and "2019;21:76" are not one.
void add_numbers(std::string_view text, std::vector<std::uint32_t>& numbers) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const char before = at == 0 ? ' ' : text[at - 1], behind = end == text.size() ? ' ' : text[end];
    const auto joins = [](char c) {
      return c == '.' || c == ':' || c == ';' || c == '/' || (c >= 'A' && c <= 'Z') ||
             (c >= 'a' && c <= 'z');
    };
    std::uint32_t number = 0;
    std::from_chars(text.data() + at, text.data() + end, number);
    const bool ends_a_sentence = behind == '.' && end + 1 == text.size();
    const bool of_total = behind == '/';  // "2/16" is page 2 of 16
    if (!joins(before) && (!joins(behind) || ends_a_sentence || of_total) && end - at <= 5 &&
        number > 0 && number <= kLargestNumber)
      numbers.push_back(number);
    at = end;
  }
}

/// "page 3 of 16", "3/16", "3 | 16": the second number, when the first is `own`.
std::uint32_t total_beside(std::string_view text, std::int64_t own) {
  for (std::string_view sign : {" of ", " / ", "/", " von ", " de ", " sur "}) {
    const std::string wanted = std::to_string(own) + std::string(sign);
    const std::size_t at = text.find(wanted);
    if (at == std::string_view::npos || (at > 0 && is_digit(text[at - 1]))) continue;
    std::uint32_t total = 0;
    const char* begin = text.data() + at + wanted.size();
    const auto read = std::from_chars(begin, text.data() + text.size(), total);
    if (read.ptr != begin && total >= own && total < 2000) return total;
  }
  return 0;
}

/// What stands around a number: "# Volume #" and which of its numbers it is.
using Look = std::pair<std::string, std::size_t>;

/// A distance between printed number and page, and who votes for it.
struct Votes {
  std::set<std::uint32_t> pages;
  std::set<Look> looks;
};
using VotesByDistance = std::map<std::int64_t, Votes>;

std::string without_digits(std::string_view text) {
  std::string shape;
  for (char c : text)
    if (!is_digit(c))
      shape += c;
    else if (shape.empty() || shape.back() != '#')
      shape += '#';
  return shape;
}

void add_votes(const Furniture& furniture, VotesByDistance& votes) {
  std::vector<std::uint32_t> numbers;
  add_numbers(furniture.text, numbers);
  const std::string shape = without_digits(furniture.text);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    Votes& here = votes[std::int64_t{numbers[i]} - furniture.page];
    here.pages.insert(furniture.page);
    here.looks.emplace(shape, i);
  }
}

bool stands_beside(const NumberedRun& run, const std::vector<NumberedRun>& others) {
  return std::all_of(others.begin(), others.end(), [&](const NumberedRun& other) {
    return run.last < other.first || run.first > other.last;
  });
}

NumberedRun run_of(std::int64_t ahead, const Votes& votes) {
  return {*votes.pages.begin(), *votes.pages.rbegin(), ahead,
          static_cast<std::uint32_t>(votes.pages.size())};
}

/// The numbering that most pages have comes first; others may only stand on pages beside it.
std::vector<NumberedRun> runs_in(const VotesByDistance& votes) {
  std::vector<NumberedRun> runs, found;
  for (const auto& [ahead, of_distance] : votes)
    if (of_distance.pages.size() >= 2) runs.push_back(run_of(ahead, of_distance));
  std::stable_sort(runs.begin(), runs.end(),
                   [](const NumberedRun& a, const NumberedRun& b) { return a.shown > b.shown; });
  for (const NumberedRun& run : runs)
    // Two thirds of its pages must show it (every other one is usual in books).
    if (stands_beside(run, found) && run.shown * 5 >= (run.last - run.first + 1) * 2)
      found.push_back(run);
  return found;
}

/// One page alone is a numbering of its own when its number stands in the same words as those of
/// the main one, a few numbers further on: what is left behind a page that is gone.
void add_single_pages(const VotesByDistance& votes, std::vector<NumberedRun>& runs) {
  constexpr std::int64_t kNear = 10;
  constexpr std::size_t kWords = 6;  // letters: a lone number has no words to know it by
  if (runs.empty()) return;
  const NumberedRun main = runs.front();
  const std::set<Look>& looks = votes.at(main.ahead).looks;
  for (const auto& [ahead, of_distance] : votes) {
    if (of_distance.pages.size() != 1 || ahead == main.ahead) continue;
    const NumberedRun run = run_of(ahead, of_distance);
    const std::int64_t further = run.first > main.last ? ahead - main.ahead : main.ahead - ahead;
    const bool known = std::any_of(
        of_distance.looks.begin(), of_distance.looks.end(),
        [&](const Look& look) { return look.first.size() >= kWords && looks.contains(look); });
    if (known && further > 0 && further <= kNear && stands_beside(run, runs)) runs.push_back(run);
  }
}

}  // namespace

PrintedNumbers printed_numbers(const Document& document) {
  PrintedNumbers found;
  found.pages = static_cast<std::uint32_t>(document.pages.size());
  VotesByDistance votes;
  std::vector<Furniture> lines;
  for (const std::string& line : document.furniture) {
    const Furniture furniture = furniture_of(line);
    if (furniture.page == 0 || furniture.page > found.pages) continue;
    lines.push_back(furniture);
    add_votes(furniture, votes);
  }
  found.runs = runs_in(votes);
  add_single_pages(votes, found.runs);
  std::sort(found.runs.begin(), found.runs.end(),
            [](const NumberedRun& a, const NumberedRun& b) { return a.first < b.first; });

  std::map<std::uint32_t, std::uint32_t> totals;
  for (const Furniture& line : lines)
    for (const NumberedRun& run : found.runs)
      if (line.page >= run.first && line.page <= run.last)
        if (const std::uint32_t total = total_beside(line.text, line.page + run.ahead); total > 0)
          ++totals[total];
  for (const auto& [total, votes] : totals)
    if (votes >= 2 && votes > totals[found.total]) found.total = total;
  return found;
}

}  // namespace litmine
