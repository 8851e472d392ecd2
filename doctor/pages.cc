// Is the article whole? Three witnesses: the numbers printed on the pages, the pages that the
// record names, and whether the text begins and ends as a text does.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "doctor/doctor.h"
#include "doctor/excerpt.h"
#include "doctor/printed_numbers.h"

namespace litmine {
namespace {

constexpr std::int64_t kLargestGap = 200;  // a wider one is another numbering, not a gap

struct PageRange {
  std::int64_t first = 0, last = 0;
};

/// "1240-58" → 1240, 1258; nothing for article numbers and "S12-S19".
PageRange range_of(std::string_view printed) {
  PageRange range;
  const char* end = printed.data() + printed.size();
  auto read = std::from_chars(printed.data(), end, range.first);
  if (read.ptr == printed.data()) return {};
  const auto length = static_cast<std::size_t>(read.ptr - printed.data());
  const char* at = read.ptr;
  while (at < end && (*at < '0' || *at > '9')) {
    if ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z')) return {};
    ++at;
  }
  const char* second = at;
  read = std::from_chars(at, end, range.last);
  if (read.ptr == second) return {};
  const auto second_length = static_cast<std::size_t>(read.ptr - second);
  if (second_length < length) {
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < second_length; ++i) scale *= 10;
    range.last += range.first / scale * scale;
  }
  return range.last >= range.first && range.last - range.first < 500 ? range : PageRange{};
}

std::string pages_in_words(std::int64_t first, std::int64_t last) {
  return first == last ? fmt::format("page {}", first) : fmt::format("pages {} to {}", first, last);
}

Symptom missing(std::uint32_t page, std::string evidence) {
  return {Fault::missing_pages, page, std::move(evidence), ""};
}

/// Pages whose numbers are jumped over.
void gaps(const PrintedNumbers& numbers, std::vector<Symptom>& symptoms) {
  for (std::size_t i = 0; i + 1 < numbers.runs.size(); ++i) {
    const NumberedRun &before = numbers.runs[i], &behind = numbers.runs[i + 1];
    const std::int64_t gap = behind.ahead - before.ahead;
    if (gap <= 0 || gap > kLargestGap) continue;
    symptoms.push_back(missing(
        behind.first, fmt::format("page {} of the file is printed as {} and page {} as {}: {} {} "
                                  "missing between",
                                  before.last, before.last + before.ahead, behind.first,
                                  behind.first + behind.ahead, gap, gap == 1 ? "is" : "are")));
  }
}

/// Pages before the first and behind the last, when the page count or the record says where they
/// are.
void ends(const PrintedNumbers& numbers, std::string_view printed_pages,
          std::vector<Symptom>& symptoms) {
  const PageRange range = range_of(printed_pages);
  if (numbers.runs.empty()) {
    const std::int64_t wanted = range.last == 0 ? 0 : range.last - range.first + 1;
    // Two to a sheet is usual in scans.
    if (wanted > numbers.pages && std::int64_t{numbers.pages} * 2 < wanted)
      symptoms.push_back(missing(
          numbers.pages, fmt::format("the record says pages {}, that is {}; the file has {}",
                                     printed_pages, wanted, numbers.pages)));
    return;
  }
  const NumberedRun &front = numbers.runs.front(), &back = numbers.runs.back();
  const std::int64_t first = 1 + front.ahead, last = numbers.pages + back.ahead;
  if (range.first > 0 && range.first <= last && first <= range.last) {
    if (first > range.first)
      symptoms.push_back(
          missing(1, fmt::format("the record says pages {}; the first in the file is printed as {}",
                                 printed_pages, first)));
    if (last < range.last)
      symptoms.push_back(
          missing(numbers.pages,
                  fmt::format("the record says pages {}; the last in the file is printed as {}",
                              printed_pages, last)));
    return;
  }
  if (numbers.total == 0) return;
  if (first > 1 && first <= numbers.total)
    symptoms.push_back(
        missing(1, fmt::format("its pages say 'of {}', and the first is printed as {}: {} missing",
                               numbers.total, first, pages_in_words(1, first - 1))));
  if (last < numbers.total)
    symptoms.push_back(
        missing(numbers.pages,
                fmt::format("its pages say 'of {}', and the last is printed as {}: {} missing",
                            numbers.total, last, pages_in_words(last + 1, numbers.total))));
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/// A text that begins with half a sentence has lost its first page: no title, and a small letter in
/// front.
std::string half_beginning(const Document& document) {
  const std::string& text = document.text;
  const std::size_t at = text.find_first_not_of(" \t\n\f");
  if (at == std::string::npos || document.pages.size() < 2 || document.has(Part::abstract))
    return {};
  const std::string_view front = std::string_view(text).substr(at);
  if (front.starts_with("www.") || front.starts_with("http")) return {};
  const bool half = is_small_letter(text[at]) && at + 1 < text.size() &&
                    (is_small_letter(text[at + 1]) || text[at + 1] == ' ');
  return half ? excerpt(text, at) : std::string();
}

/// A text that ends within a sentence and has no reference list has lost its last page.
std::string half_ending(const Document& document) {
  const std::string& text = document.text;
  if (!document.references.empty() || document.pages.size() < 2 || document.has(Part::back_matter))
    return {};
  const std::size_t end = text.find_last_not_of(" \t\n\f");
  if (end == std::string::npos || end < 2000) return {};
  const bool goes_on =
      is_small_letter(text[end]) || text[end] == ',' || text[end] == ';' || text[end] == '-';
  // The last paragraph must be running text: a table or an address ends without a full stop, too.
  const std::size_t paragraph = text.rfind("\n\n", end);
  const std::size_t begin = paragraph == std::string::npos ? 0 : paragraph + 2;
  if (!goes_on || end - begin < 200) return {};
  return excerpt(text, std::max(begin, end - 120), 160);
}

}  // namespace

PageWitness page_witness(const Document& document) {
  return {printed_numbers(document), half_beginning(document), half_ending(document)};
}

void examine_pages(const PageWitness& witness, std::string_view printed_pages,
                   std::vector<Symptom>& symptoms) {
  if (witness.numbers.pages == 0) return;
  const std::size_t before = symptoms.size();
  gaps(witness.numbers, symptoms);
  ends(witness.numbers, printed_pages, symptoms);
  if (symptoms.size() > before) return;
  if (!witness.half_beginning.empty())
    symptoms.push_back(missing(
        1, fmt::format("the text begins within a sentence: \"{}\"", witness.half_beginning)));
  if (!witness.half_ending.empty())
    symptoms.push_back(missing(witness.numbers.pages,
                               fmt::format("the text breaks off within a sentence, and there is "
                                           "no reference list: \"{}\"",
                                           witness.half_ending)));
}

}  // namespace litmine
