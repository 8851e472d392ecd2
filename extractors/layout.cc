// Runs to lines in reading order.
//
// A page is cut at its white space, from the outside in (an XY cut, Nagy and Seth 1984, with the
// cuts made in bands):
//
//   1. White space that crosses the whole region from side to side divides it into strips. A title
//      is a strip, and so is a line of text over the whole width; two columns whose lines do not
//      stand at the same heights make one tall strip, two that do make a strip a line.
//   2. Strips that follow one another and leave the same upright gutter free form a band. A band
//      with a gutter has columns: each is read on its own, by the same rules. A band whose columns
//      are short entries side by side is a table, or a list with its numbers in front, and is read
//      row by row.
//   3. What has no gutter is read line by line, from left to right.
//
// The one thing to know: boxes from Poppler reach from the font's ascent to its descent and so
// overlap from line to line. All cuts are made between the cores of the lines, .6 em high.
#include "extractors/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

#include "extractors/layout_lines.h"

namespace litmine {
namespace {

constexpr float kFar = 1e6F;            // points: beyond any page
constexpr float kCore = 0.3F;           // em above and below the middle of a line
constexpr float kGutter = 0.6F;         // em: the narrowest gutter
constexpr float kWideGutter = 1.0F;     // em: a gutter that is believed on fewer lines
constexpr std::size_t kGutterRows = 4;  // lines on both sides that make a narrow gutter
constexpr std::size_t kWideGutterRows = 2;
constexpr float kNear = 1.6F;  // em between the cores of two lines of one text
constexpr int kDeepest = 12;   // columns within columns

struct Interval {
  float from, to;
  float width() const { return to - from; }
};
using Intervals = std::vector<Interval>;  // in order, apart

using Items = std::vector<std::uint32_t>;  // indexes of runs

/// Strips with a common gutter.
struct Band {
  Items items;
  Intervals free;
  Interval extent{};
  bool open = false;  ///< something stands beside something in it
};

class Reader {
 public:
  Reader(const PrintedPage& page, std::vector<Column>& out) : runs_(page.runs), out_(out) {}

  void read(Items items, int depth);

 private:
  float core_top(std::uint32_t i) const { return runs_[i].box.middle() - kCore * runs_[i].size; }
  float core_bottom(std::uint32_t i) const { return runs_[i].box.middle() + kCore * runs_[i].size; }
  float top_of(const Items& items) const;
  float bottom_of(const Items& items) const;
  std::vector<Items> strips_of(Items items) const;
  std::vector<Band> bands_of(Items items) const;
  std::vector<Items> rows_of(const Items& items) const;
  Intervals free_of(const Items& items) const;
  float em_of(const Items& items) const;
  Interval extent_of(const Items& items) const;
  Intervals gutters_of(const Intervals& free, const Items& items) const;
  std::vector<Items> columns_of(const Items& items, const Intervals& gutters) const;
  bool reads_by_rows(const std::vector<Items>& columns) const;
  void read_band(const Items& items, const Intervals& free, int depth);
  void read_rows(const Items& items);

  const std::vector<Run>& runs_;
  std::vector<Column>& out_;
};

float Reader::top_of(const Items& items) const {
  float top = kFar;
  for (std::uint32_t item : items) top = std::min(top, core_top(item));
  return top;
}

float Reader::bottom_of(const Items& items) const {
  float bottom = -kFar;
  for (std::uint32_t item : items) bottom = std::max(bottom, core_bottom(item));
  return bottom;
}

/// Divided where nothing stands from side to side; in order from the top.
std::vector<Items> Reader::strips_of(Items items) const {
  std::sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) {
    float top_a = core_top(a), top_b = core_top(b);
    return top_a != top_b ? top_a < top_b : a < b;
  });
  std::vector<Items> strips;
  float bottom = -kFar;
  for (std::uint32_t item : items) {
    if (strips.empty() || core_top(item) > bottom) strips.emplace_back();
    strips.back().push_back(item);
    bottom = std::max(bottom, core_bottom(item));
  }
  return strips;
}

/// Runs whose middles stand at one height, each row from left to right.
std::vector<Items> Reader::rows_of(const Items& items) const {
  Items sorted = items;
  std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
    float a_at = runs_[a].box.middle(), b_at = runs_[b].box.middle();
    return a_at != b_at ? a_at < b_at : a < b;
  });
  std::vector<Items> rows;
  float reach = -kFar;
  for (std::uint32_t item : sorted) {
    float at = runs_[item].box.middle();
    if (rows.empty() || at > reach) {
      rows.emplace_back();
      reach = at + 0.45F * runs_[item].size;
    }
    rows.back().push_back(item);
  }
  for (Items& row : rows)
    std::sort(row.begin(), row.end(), [&](std::uint32_t a, std::uint32_t b) {
      float a_at = runs_[a].box.left, b_at = runs_[b].box.left;
      return a_at != b_at ? a_at < b_at : a < b;
    });
  return rows;
}

/// Where no run stands, from far left to far right.
Intervals Reader::free_of(const Items& items) const {
  Intervals taken;
  taken.reserve(items.size());
  for (std::uint32_t item : items) taken.push_back({runs_[item].box.left, runs_[item].box.right});
  std::sort(taken.begin(), taken.end(),
            [](const Interval& a, const Interval& b) { return a.from < b.from; });
  Intervals free;
  float from = -kFar;
  for (const Interval& part : taken) {
    if (part.from > from) free.push_back({from, part.from});
    from = std::max(from, part.to);
  }
  free.push_back({from, kFar});
  return free;
}

Interval Reader::extent_of(const Items& items) const {
  Interval extent{kFar, -kFar};
  for (std::uint32_t item : items) {
    extent.from = std::min(extent.from, runs_[item].box.left);
    extent.to = std::max(extent.to, runs_[item].box.right);
  }
  return extent;
}

Intervals common(const Intervals& a, const Intervals& b) {
  Intervals both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    float from = std::max(a[i].from, b[j].from), to = std::min(a[i].to, b[j].to);
    if (from < to) both.push_back({from, to});
    if (a[i].to < b[j].to)
      ++i;
    else
      ++j;
  }
  return both;
}

/// The font size that most letters have, nearly: the median by letters is close enough.
float Reader::em_of(const Items& items) const {
  std::vector<std::pair<float, std::uint32_t>> sizes;
  sizes.reserve(items.size());
  std::uint64_t all = 0;
  for (std::uint32_t item : items) {
    sizes.emplace_back(runs_[item].size, runs_[item].letters);
    all += runs_[item].letters;
  }
  std::sort(sizes.begin(), sizes.end());
  std::uint64_t seen = 0;
  for (const auto& [size, letters] : sizes)
    if ((seen += letters) * 2 >= all) return size;
  return sizes.empty() ? 0 : sizes.back().first;
}

/// Those of `free` that are wide enough and lie between `left` and `right`.
Intervals inner(const Intervals& free, Interval extent, float em) {
  Intervals wide;
  for (const Interval& part : free)
    if (part.width() >= kGutter * em && part.from >= extent.from && part.to <= extent.to)
      wide.push_back(part);
  return wide;
}

/// Those of `free` that divide columns: enough lines on both sides, at the same height.
Intervals Reader::gutters_of(const Intervals& free, const Items& items) const {
  float em = em_of(items);
  Intervals gutters;
  for (const Interval& part : inner(free, extent_of(items), em)) {
    float left_top = kFar, left_bottom = -kFar, right_top = kFar, right_bottom = -kFar;
    for (std::uint32_t item : items) {
      bool left = runs_[item].box.left < part.from;
      float& top = left ? left_top : right_top;
      float& bottom = left ? left_bottom : right_bottom;
      top = std::min(top, core_top(item));
      bottom = std::max(bottom, core_bottom(item));
    }
    Items left, right;
    for (std::uint32_t item : items) {
      bool is_left = runs_[item].box.left < part.from;
      if (is_left && core_bottom(item) > right_top && core_top(item) < right_bottom)
        left.push_back(item);
      if (!is_left && core_bottom(item) > left_top && core_top(item) < left_bottom)
        right.push_back(item);
    }
    std::size_t rows = std::min(rows_of(left).size(), rows_of(right).size());
    if (rows >= kGutterRows || (rows >= kWideGutterRows && part.width() >= kWideGutter * em))
      gutters.push_back(part);
  }
  return gutters;
}

std::vector<Items> Reader::columns_of(const Items& items, const Intervals& gutters) const {
  std::vector<Items> columns(gutters.size() + 1);
  for (std::uint32_t item : items) {
    std::size_t column = 0;
    while (column < gutters.size() && runs_[item].box.left >= gutters[column].to - 0.01F) ++column;
    columns[column].push_back(item);
  }
  std::erase_if(columns, [](const Items& column) { return column.empty(); });
  return columns;
}

/// Are these the cells of a table, or numbers with what they number, rather than columns of text?
/// In all but one of them the lines are short and stand at the height of a line elsewhere.
bool Reader::reads_by_rows(const std::vector<Items>& columns) const {
  std::vector<float> middles;
  std::vector<std::vector<Items>> rows;
  for (const Items& column : columns) rows.push_back(rows_of(column));
  std::size_t narrow = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::size_t words = 0, aligned = 0;
    for (std::uint32_t item : columns[c]) words += runs_[item].words;
    for (const Items& row : rows[c]) {
      float at = runs_[row.front()].box.middle(), near = 0.4F * runs_[row.front()].size;
      bool found = false;
      for (std::size_t other = 0; other < columns.size() && !found; ++other) {
        if (other == c) continue;
        for (std::uint32_t item : columns[other])
          if (std::fabs(runs_[item].box.middle() - at) < near) {
            found = true;
            break;
          }
      }
      if (found) ++aligned;
    }
    bool short_lines = words * 2 <= rows[c].size() * 5;  // 2.5 words a line
    if (short_lines && aligned * 4 >= rows[c].size() * 3) ++narrow;
  }
  return narrow > 0 && narrow + 1 >= columns.size();
}

void Reader::read_rows(const Items& items) {
  Column column;
  for (Items& row : rows_of(items)) column.rows.push_back(std::move(row));
  if (!column.rows.empty()) out_.push_back(std::move(column));
}

void Reader::read_band(const Items& items, const Intervals& free, int depth) {
  Intervals gutters = depth < kDeepest ? gutters_of(free, items) : Intervals{};
  if (gutters.empty()) {
    read_rows(items);
    return;
  }
  std::vector<Items> columns = columns_of(items, gutters);
  if (columns.size() < 2 || reads_by_rows(columns)) {
    read_rows(items);
    return;
  }
  for (Items& column : columns) read(std::move(column), depth + 1);
}

/// Joins what stands below to a band if a gutter is left between them all. False if not.
bool join(Band& band, const Band& below, float em) {
  Interval extent{std::min(band.extent.from, below.extent.from),
                  std::max(band.extent.to, below.extent.to)};
  Intervals free = common(band.free, below.free);
  if (inner(free, extent, em).empty()) return false;
  band.items.insert(band.items.end(), below.items.begin(), below.items.end());
  band.free = std::move(free);
  band.extent = extent;
  band.open = true;
  return true;
}

/// Strips that leave the same gutter free, joined to bands. A strip with nothing beside anything
/// tells no gutter: below columns it joins them if it fits into one; above them it joins only once
/// their gutter is known (a centred date above two columns fits into neither).
std::vector<Band> Reader::bands_of(Items items) const {
  float em = em_of(items);
  std::vector<Band> bands;
  for (Items& strip : strips_of(std::move(items))) {
    Band next{std::move(strip), {}, {}, false};
    next.free = free_of(next.items);
    next.extent = extent_of(next.items);
    next.open = !inner(next.free, next.extent, em).empty();
    if (bands.empty() || !bands.back().open || !join(bands.back(), next, em))
      bands.push_back(std::move(next));
  }
  for (std::size_t i = bands.size(); i-- > 1;) {
    Band& below = bands[i];
    Band& above = bands[i - 1];
    if (!below.open || above.open) continue;
    bool near = top_of(below.items) - bottom_of(above.items) < kNear * em;
    bool within =
        above.extent.from > below.extent.from - em && above.extent.to < below.extent.to + em;
    if (near && within && join(above, below, em))
      bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return bands;
}

void Reader::read(Items items, int depth) {
  if (items.empty()) return;
  for (const Band& band : bands_of(std::move(items))) read_band(band.items, band.free, depth);
}

}  // namespace

std::vector<Column> columns_in_order(const PrintedPage& page) {
  std::vector<Column> columns;
  Items upright;
  Column turned;
  for (std::uint32_t i = 0; i < page.runs.size(); ++i) {
    if (page.runs[i].turned == 0)
      upright.push_back(i);
    else
      turned.rows.push_back({i});
  }
  Reader(page, columns).read(std::move(upright), 0);
  if (!turned.rows.empty()) {
    turned.aside = true;
    columns.push_back(std::move(turned));
  }
  return columns;
}

}  // namespace litmine
