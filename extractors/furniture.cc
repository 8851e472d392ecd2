// Furniture is told from text by where it stands and by coming again: the same line, digits aside,
// at the same height on another page. One page alone gives nothing away, so from a single page only
// what can hardly be anything else is taken (a lone page number at the very edge, a download
// notice, words printed up the margin).
//
// The one thing to know: everything here must be sure. A running head that stays disturbs a phrase;
// a line of text that goes is a hit lost without a trace. What is taken is therefore listed.
#include "extractors/furniture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace litmine {
namespace {

constexpr std::size_t kEdgeRows = 4;       // rows from the top and the bottom that may be furniture
constexpr float kSameHeight = 4.0F;        // points
constexpr float kMargin = 0.12F;           // of the page: where words printed up the side may stand
constexpr float kEdge = 0.15F;             // of the page: where a lone page number may stand
constexpr std::size_t kLongest = 200;      // bytes; a longer row is text
constexpr std::size_t kFewestNumbers = 5;  // in a column of line numbers

/// Beginnings that only download services print, in the folded form of `key_of`: no spaces.
constexpr std::string_view kStamps[] = {
    "downloadedfrom",
    "downloadedby",
    "downloadedon",
    "thiscontentdownloaded",
    "thiscontentwasdownloaded",
    "thisarticlewasdownloaded",
    "allusesubjecttohttp",
    "alluseissubjecttothe",
    "authorizedlicenseduselimited",
    "forpersonaluseonly",
    "viewpublicationstats",
    "seeprofile",
    "thisdocumentisdownloaded",
    "electroniccopyavailableat",
    "electroniccopyofthispaper",
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters in lower case and '#' for each number; no spaces or punctuation. What is not ASCII
/// stays.
std::string key_of(std::string_view text) {
  std::string key;
  char before = ' ';
  for (char c : text) {
    bool inside = is_digit(std::exchange(before, c));
    if (is_digit(c)) {
      if (!inside) key += '#';
    } else if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0) {
      key += c;
    }
  }
  return key;
}

std::size_t letters_of(std::string_view key) {
  return key.size() - static_cast<std::size_t>(std::count(key.begin(), key.end(), '#'));
}

/// Runs side by side.
struct Row {
  std::vector<std::uint32_t> runs;
  Box box;
  float size = 0;
  std::string key;
  bool furniture = false;
};

std::string text_of(const PrintedPage& page, const Row& row) {
  std::string text;
  for (std::uint32_t run : row.runs) {
    if (!text.empty()) text += ' ';
    text += page.runs[run].text;
  }
  return text;
}

/// The rows at one edge of a page, the outermost first, at most kEdgeRows.
struct Edge {
  std::vector<Row> rows;
  float beyond =
      0;  ///< white points between the last of `rows` and what follows; 0 if nothing does
};

std::vector<Row> rows_of(const PrintedPage& page) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < page.runs.size(); ++i)
    if (page.runs[i].turned == 0) order.push_back(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    float a_at = page.runs[a].box.middle(), b_at = page.runs[b].box.middle();
    return a_at != b_at ? a_at < b_at : a < b;
  });
  std::vector<Row> rows;
  float reach = -1e6F;
  for (std::uint32_t i : order) {
    const TextRun& run = page.runs[i];
    if (rows.empty() || run.box.middle() > reach) {
      rows.push_back(Row{{}, run.box, run.size, {}, false});
      reach = run.box.middle() + 0.45F * run.size;
    }
    rows.back().runs.push_back(i);
    rows.back().box.add(run.box);
  }
  for (Row& row : rows) {
    std::sort(row.runs.begin(), row.runs.end(), [&](std::uint32_t a, std::uint32_t b) {
      return page.runs[a].box.left < page.runs[b].box.left;
    });
    row.key = key_of(text_of(page, row));
  }
  return rows;
}

/// Pages on which each edge row's key comes at the same height, by key.
struct Sighting {
  std::size_t page;
  float at;  // points from the top for the head, from the bottom for the foot
  std::vector<long> numbers;
};
using Sightings = std::unordered_map<std::string, std::vector<Sighting>>;

/// The numbers in a line, in order; a longer one than a page number can be is cut.
std::vector<long> numbers_in(std::string_view text) {
  std::vector<long> numbers;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    long number = 0;
    for (; i < text.size() && is_digit(text[i]); ++i)
      number = (number * 10 + (text[i] - '0')) % 1'000'000'000;
    numbers.push_back(number);
  }
  return numbers;
}

/// Two lines that differ in digits only: do their numbers differ as page numbers do? "Table 1" and
/// "Table 2" at the heads of pages 5 and 9 are no furniture.
bool is_sequel(const Sighting& a, const Sighting& b) {
  if (a.numbers.size() != b.numbers.size()) return false;
  long apart = static_cast<long>(b.page) - static_cast<long>(a.page);
  for (std::size_t i = 0; i < a.numbers.size(); ++i) {
    long difference = b.numbers[i] - a.numbers[i];
    if (difference != 0 && difference != apart) return false;
  }
  return true;
}

class Cleaner {
 public:
  Cleaner(std::vector<PrintedPage>& pages, std::vector<Line>& first_page)
      : pages_(pages), first_page_(first_page), gone_(pages.size()) {
    for (std::size_t i = 0; i < pages.size(); ++i) gone_[i].resize(pages[i].runs.size(), false);
  }

  std::vector<std::string> clean();

 private:
  void take_stamps();
  void take_margins();
  void take_watermarks();
  void take_line_numbers(std::size_t page);
  void take_edges(bool head);
  void take_run(std::size_t page, std::uint32_t run) { gone_[page][run] = true; }
  std::vector<Row> edge_rows(std::size_t page, bool head) const;
  float from_edge(std::size_t page, const Row& row, bool head) const {
    return head ? row.box.middle() : pages_[page].height - row.box.middle();
  }

  std::vector<PrintedPage>& pages_;
  std::vector<Line>& first_page_;
  std::vector<std::vector<bool>> gone_;
};

void Cleaner::take_stamps() {
  for (std::size_t p = 0; p < pages_.size(); ++p)
    for (Row& row : rows_of(pages_[p])) {
      if (row.key.size() > kLongest) continue;
      bool stamp =
          std::any_of(std::begin(kStamps), std::end(kStamps), [&](std::string_view beginning) {
            return std::string_view(row.key).substr(0, beginning.size()) == beginning;
          });
      float height = pages_[p].height;
      bool outside = row.box.middle() < kEdge * height || row.box.middle() > (1 - kEdge) * height;
      if (stamp && outside)
        for (std::uint32_t run : row.runs) take_run(p, run);
    }
}

/// Words printed up or down the side of the page.
void Cleaner::take_margins() {
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    const PrintedPage& page = pages_[p];
    for (std::uint32_t i = 0; i < page.runs.size(); ++i) {
      const TextRun& run = page.runs[i];
      bool outside = run.box.right < kMargin * page.width ||
                     run.box.left > (1 - kMargin) * page.width ||
                     run.box.bottom < 0.5F * kMargin * page.height ||
                     run.box.top > (1 - 0.5F * kMargin) * page.height;
      if (run.turned != 0 && outside) take_run(p, i);
    }
  }
}

/// The same words at the same place on most pages, wherever that is.
void Cleaner::take_watermarks() {
  if (pages_.size() < 3) return;
  struct Place {
    std::string text;
    int left, top;
    bool operator<(const Place& other) const {
      return std::tie(text, left, top) < std::tie(other.text, other.left, other.top);
    }
  };
  std::map<Place, std::vector<std::pair<std::size_t, std::uint32_t>>> seen;
  for (std::size_t p = 0; p < pages_.size(); ++p)
    for (std::uint32_t i = 0; i < pages_[p].runs.size(); ++i) {
      const TextRun& run = pages_[p].runs[i];
      if (run.letters < 4 || letters_of(key_of(run.text)) < 4) continue;
      seen[{run.text, static_cast<int>(std::lround(run.box.left / 3)),
            static_cast<int>(std::lround(run.box.top / 3))}]
          .emplace_back(p, i);
    }
  for (const auto& [place, where] : seen)
    if (where.size() >= 3 && where.size() * 5 >= pages_.size() * 3)
      for (const auto& [p, run] : where) take_run(p, run);
}

std::optional<long> number_in(std::string_view text) {
  if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), is_digit))
    return std::nullopt;
  return std::stol(std::string(text));
}

/// Numbers down one side of the page, one a line or every fifth, growing by the same step.
void Cleaner::take_line_numbers(std::size_t p) {
  const PrintedPage& page = pages_[p];
  std::vector<std::uint32_t> numbers;
  float left = page.width, right = 0;  // of everything else
  for (std::uint32_t i = 0; i < page.runs.size(); ++i) {
    const TextRun& run = page.runs[i];
    if (run.turned != 0 || gone_[p][i]) continue;
    if (number_in(run.text)) {
      numbers.push_back(i);
    } else if (run.letters >= 20) {
      left = std::min(left, run.box.left);
      right = std::max(right, run.box.right);
    }
  }
  for (bool left_side : {true, false}) {
    std::vector<std::uint32_t> outside;
    for (std::uint32_t i : numbers)
      if (left_side ? page.runs[i].box.right < left : page.runs[i].box.left > right)
        outside.push_back(i);
    if (outside.size() < kFewestNumbers) continue;
    std::sort(outside.begin(), outside.end(), [&](std::uint32_t a, std::uint32_t b) {
      return page.runs[a].box.top < page.runs[b].box.top;
    });
    std::map<long, std::size_t> steps;
    for (std::size_t i = 1; i < outside.size(); ++i)
      ++steps[*number_in(page.runs[outside[i]].text) - *number_in(page.runs[outside[i - 1]].text)];
    for (const auto& [step, times] : steps)
      if ((step == 1 || step == 5) && times * 10 >= (outside.size() - 1) * 9)
        for (std::uint32_t i : outside) take_run(p, i);
  }
}

/// What is left at one edge of a page, the outermost row first.
std::vector<Row> Cleaner::edge_rows(std::size_t p, bool head) const {
  std::vector<Row> rows = rows_of(pages_[p]);
  std::erase_if(rows, [&](const Row& row) {
    return std::all_of(row.runs.begin(), row.runs.end(),
                       [&](std::uint32_t run) { return gone_[p][run]; });
  });
  if (!head) std::reverse(rows.begin(), rows.end());
  if (rows.size() > kEdgeRows + 1) rows.resize(kEdgeRows + 1);  // one more, for the gap behind
  return rows;
}

/// A page number and what may stand around it: "12", "- 12 -", "Page 3 of 10", "xii".
bool is_page_number(std::string_view key) {
  if (key.empty()) return false;
  if (key == "#" || key == "page#" || key == "page#of#" || key == "#of#" || key == "p#" ||
      key == "pageof" || key == "seite#" || key == "s#" || key == "–#–" || key == "—#—" ||
      key == "##")
    return true;
  return key.size() <= 6 && key.find_first_not_of("ivxl") == std::string_view::npos;
}

float gap_between(const Row& a, const Row& b) {
  return std::max(a.box.top, b.box.top) - std::min(a.box.bottom, b.box.bottom);
}

void Cleaner::take_edges(bool head) {
  std::vector<std::vector<Row>> edges;
  Sightings sightings;
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    edges.push_back(edge_rows(p, head));
    std::size_t most = std::min(kEdgeRows, edges[p].size());
    for (std::size_t r = 0; r < most; ++r) {
      const Row& row = edges[p][r];
      if (row.key.size() <= kLongest)
        sightings[row.key].push_back(
            {p, from_edge(p, row, head), numbers_in(text_of(pages_[p], row))});
    }
  }
  // The same words, digits aside, at the same height on another page.
  std::vector<float> heights;  // of what is furniture, one for each page it stands on
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    std::size_t most = std::min(kEdgeRows, edges[p].size());
    for (std::size_t r = 0; r < most; ++r) {
      Row& row = edges[p][r];
      if (row.key.size() > kLongest) continue;
      bool number = is_page_number(row.key);
      bool tiny = !number && letters_of(row.key) < 3;
      if (tiny && text_of(pages_[p], row).size() > 5) continue;
      float at = from_edge(p, row, head);
      const std::vector<Sighting>& alike = sightings[row.key];
      auto here = std::find_if(alike.begin(), alike.end(), [&](const Sighting& seen) {
        return seen.page == p && seen.at == at;
      });
      auto others = std::count_if(alike.begin(), alike.end(), [&](const Sighting& seen) {
        return seen.page != p && std::fabs(seen.at - at) < kSameHeight && is_sequel(*here, seen);
      });
      if (others < (tiny ? 2 : 1)) continue;
      if (number && r > 1 && at > kEdge * pages_[p].height) continue;
      row.furniture = true;
      heights.push_back(at);
    }
  }
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    std::vector<Row>& rows = edges[p];
    std::size_t most = std::min(kEdgeRows, rows.size());
    for (std::size_t r = 0; r < most; ++r) {
      Row& row = rows[r];
      float at = from_edge(p, row, head);
      float behind = r + 1 < rows.size() ? gap_between(row, rows[r + 1]) : 1e6F;
      bool apart = behind > 0.5F * row.size;
      bool outermost = r == 0 || rows[r - 1].furniture;
      if (!outermost || row.furniture || !apart || row.key.size() > kLongest) continue;
      // A page's own words (a chapter's title) where other pages have furniture.
      auto there =
          static_cast<std::size_t>(std::count_if(heights.begin(), heights.end(), [&](float height) {
            return std::fabs(height - at) < 1.5F;
          }));
      if (there >= 2 && there * 3 >= pages_.size() && row.runs.size() <= 4) row.furniture = true;
      // A page number alone.
      if (is_page_number(row.key) && row.key[0] == '#' && at < kEdge * pages_[p].height &&
          behind > 1.0F * row.size && text_of(pages_[p], row).size() <= 5)
        row.furniture = true;
    }
    for (const Row& row : rows)
      if (row.furniture)
        for (std::uint32_t run : row.runs) take_run(p, run);
  }
}

std::vector<std::string> Cleaner::clean() {
  take_stamps();
  take_margins();
  take_watermarks();
  for (std::size_t p = 0; p < pages_.size(); ++p) take_line_numbers(p);
  take_edges(true);
  take_edges(false);
  // Pages that are nothing but alike (slides, a form) are all there is to read.
  if (std::all_of(gone_.begin(), gone_.end(), [](const std::vector<bool>& page) {
        return std::find(page.begin(), page.end(), false) == page.end();
      }))
    return {};
  std::vector<std::string> taken;
  for (std::size_t p = 0; p < pages_.size(); ++p) {
    PrintedPage& page = pages_[p];
    for (const Row& row : rows_of(page)) {
      Row gone = row;
      std::erase_if(gone.runs, [&](std::uint32_t run) { return !gone_[p][run]; });
      if (gone.runs.empty()) continue;
      std::string text = text_of(page, gone);
      taken.push_back(fmt::format("page {}: {}", page.number, text));
      if (page.number != 1) continue;
      Line line;
      line.text = std::move(text);
      line.page = page.number;
      line.size = row.size;
      line.left = row.box.left, line.right = row.box.right;
      line.top = row.box.top, line.bottom = row.box.bottom;
      line.paragraph = true;
      first_page_.push_back(std::move(line));
    }
    for (std::uint32_t i = 0; i < page.runs.size(); ++i)
      if (gone_[p][i] && page.runs[i].turned != 0)
        taken.push_back(fmt::format("page {}: {}", page.number, page.runs[i].text));
    std::vector<TextRun> kept;
    kept.reserve(page.runs.size());
    for (std::size_t i = 0; i < page.runs.size(); ++i)
      if (!gone_[p][i]) kept.push_back(std::move(page.runs[i]));
    page.runs = std::move(kept);
  }
  return taken;
}

}  // namespace

std::vector<std::string> take_furniture(std::vector<PrintedPage>& pages,
                                        std::vector<Line>& first_page) {
  return Cleaner(pages, first_page).clean();
}

}  // namespace litmine
