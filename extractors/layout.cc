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
constexpr float kLevel = 0.45F;         // em between the middles of runs on one line
constexpr float kGutter = 0.6F;         // em: the narrowest gutter
constexpr float kEdge = 0.25F;          // em: edges of one column's lines differ by less
constexpr float kWideGutter = 1.0F;     // em: a gutter that is believed on fewer lines
constexpr std::size_t kGutterRows = 4;  // lines on both sides that make a narrow gutter
constexpr std::size_t kWideGutterRows = 2;
constexpr float kBeside = 0.9F;       // em from line to line: less than in any one column
constexpr float kFarBelow = 3.0F;     // em of white over all columns, which ends them
constexpr float kNear = 1.6F;         // em between the cores of two lines of one text
constexpr float kWordsOfCell = 2.5F;  // words a run: shorter entries are cells of a table
constexpr float kWordsOfLine = 6.0F;  // and longer ones lines of text
constexpr int kDeepest = 12;          // columns within columns

struct Interval {
  float from, to;
  float width() const { return to - from; }
};
using Intervals = std::vector<Interval>;  // in order, apart

using Items = std::vector<std::uint32_t>;  // indexes of runs

/// Strips with a common gutter.
struct Band {
  std::vector<Items> strips;
  Intervals free;
  Interval extent{};
  bool open = false;  ///< something stands beside something in it

  Items items() const {
    Items all;
    for (const Items& strip : strips) all.insert(all.end(), strip.begin(), strip.end());
    return all;
  }
};

class Reader {
 public:
  Reader(const PrintedPage& page, std::vector<PageColumn>& out) : runs_(page.runs), out_(out) {}

  void read(Items items, int depth);

 private:
  float core_top(std::uint32_t i) const { return runs_[i].box.middle() - kCore * runs_[i].size; }
  float core_bottom(std::uint32_t i) const { return runs_[i].box.middle() + kCore * runs_[i].size; }
  /// Do two runs stand on one line?
  bool level(std::uint32_t a, std::uint32_t b) const {
    return std::fabs(runs_[a].box.middle() - runs_[b].box.middle()) <
           kLevel * std::max(runs_[a].size, runs_[b].size);
  }
  float top_of(const Items& items) const;
  float bottom_of(const Items& items) const;
  std::vector<Items> strips_of(Items items) const;
  std::vector<Band> bands_of(Items items) const;
  std::vector<Items> rows_of(const Items& items) const;
  Intervals free_of(const Items& items) const;
  float em_of(const Items& items) const;
  Interval extent_of(const Items& items) const;
  bool beside(const Band& above, const Band& below) const;
  bool rest_of_column(const Band& band, Interval rest, float em) const;
  bool looks_like_cells(const Items& strip) const;
  Band band_of(std::vector<Items> strips, float em) const;
  void give_back(Band& above, Band& below, float em) const;
  std::vector<Band> without_tables(Band band, float em) const;
  Intervals gutters_of(const Intervals& free, const Items& items) const;
  std::vector<Items> columns_of(const Items& items, const Intervals& gutters) const;
  float aligned(const Items& column, const Items& other) const;
  bool belong_together(const Items& left, const Items& right) const;
  std::vector<Items> joined(std::vector<Items> columns) const;
  void read_band(const Band& band, std::uint32_t region, int depth);
  void read_rows(const Items& items, std::uint32_t region);

  const std::vector<TextRun>& runs_;
  std::vector<PageColumn>& out_;
  std::uint32_t regions_ = 0;
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
  for (std::uint32_t item : sorted) {
    if (rows.empty() || !level(rows.back().front(), item)) rows.emplace_back();
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

/// "1.", "[12]", "(a)", a bullet: what stands before an entry of a list.
bool is_label(std::string_view text) {
  if (text.empty() || text.size() > 6) return false;
  std::size_t letters = 0;
  for (char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++letters;
  return letters <= 1;
}

/// How much of one column's lines stand level with a line of the other, from 0 to 1.
float Reader::aligned(const Items& column, const Items& other) const {
  std::vector<Items> rows = rows_of(column), others = rows_of(other);
  std::size_t found = 0, j = 0;
  for (const Items& row : rows) {
    float at = runs_[row.front()].box.middle();
    while (j < others.size() && runs_[others[j].front()].box.middle() < at &&
           !level(row.front(), others[j].front()))
      ++j;
    if (j < others.size() && level(row.front(), others[j].front())) ++found;
  }
  return static_cast<float>(found) / static_cast<float>(std::max<std::size_t>(1, rows.size()));
}

/// Are two neighbours rather the cells of a table, or numbers with what they number, than columns
/// of text? Then they are read by rows.
bool Reader::belong_together(const Items& left, const Items& right) const {
  auto words = [&](const Items& items) {
    std::size_t sum = 0;
    for (std::uint32_t item : items) sum += runs_[item].words;
    return static_cast<float>(sum) / static_cast<float>(items.size());
  };
  auto labels = static_cast<std::size_t>(std::count_if(
      left.begin(), left.end(), [&](std::uint32_t item) { return is_label(runs_[item].text); }));
  if (labels * 5 >= left.size() * 4 && aligned(left, right) >= 0.75F) return true;
  float in_left = words(left), in_right = words(right);
  if (std::min(in_left, in_right) > kWordsOfCell || std::max(in_left, in_right) > kWordsOfLine)
    return false;
  return aligned(left, right) >= 0.6F && aligned(right, left) >= 0.6F;
}

/// Columns of a table, and labels with their text, made one; the rest stay apart.
std::vector<Items> Reader::joined(std::vector<Items> columns) const {
  for (std::size_t i = 0; i + 1 < columns.size();) {
    if (!belong_together(columns[i], columns[i + 1])) {
      ++i;
      continue;
    }
    columns[i].insert(columns[i].end(), columns[i + 1].begin(), columns[i + 1].end());
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    if (i > 0) --i;
  }
  return columns;
}

void Reader::read_rows(const Items& items, std::uint32_t region) {
  PageColumn column;
  column.region = region;
  for (Items& row : rows_of(items)) column.rows.push_back(std::move(row));
  if (!column.rows.empty()) out_.push_back(std::move(column));
}

void Reader::read_band(const Band& band, std::uint32_t region, int depth) {
  Items items = band.items();
  Intervals gutters = depth < kDeepest && band.open ? gutters_of(band.free, items) : Intervals{};
  std::vector<Items> columns;
  if (!gutters.empty()) columns = joined(columns_of(items, gutters));
  if (columns.size() < 2) {
    read_rows(items, region);
    return;
  }
  for (Items& column : columns) read(std::move(column), depth + 1);
}

/// Short entries side by side.
bool Reader::looks_like_cells(const Items& strip) const {
  std::size_t words = 0, most = 0;
  for (std::uint32_t item : strip) {
    words += runs_[item].words;
    most = std::max<std::size_t>(most, runs_[item].words);
  }
  return strip.size() >= 3 && words <= 3 * strip.size() && most < 7;
}

/// Do two lines that have nothing beside them stand beside each other, half a line apart? They are
/// too near to stand in one column.
bool Reader::beside(const Band& above, const Band& below) const {
  if (above.open || below.open) return false;
  std::uint32_t a = above.strips.back().front(), b = below.strips.front().front();
  float distance = runs_[b].box.middle() - runs_[a].box.middle();
  bool disjoint = above.extent.to < below.extent.from || below.extent.to < above.extent.from;
  return disjoint && distance < kBeside * std::min(runs_[a].size, runs_[b].size);
}

Band Reader::band_of(std::vector<Items> strips, float em) const {
  Band band{std::move(strips), {}, {}, false};
  Items items = band.items();
  band.free = free_of(items);
  band.extent = extent_of(items);
  band.open = !inner(band.free, band.extent, em).empty();
  return band;
}

/// Does a strip leave the middle of one of a band's gutters free? A centred line may miss the edge
/// of a wide one and yet belong to neither column. (Asked of what stands above a band only: the
/// gutter of a band that is still growing may be far too wide.)
bool keeps_a_side(const Band& strip, const Band& band, float em) {
  Intervals gutters = inner(band.free, band.extent, em);
  return std::any_of(gutters.begin(), gutters.end(), [&](const Interval& gutter) {
    float middle = (gutter.from + gutter.to) / 2;
    return strip.extent.to < middle || strip.extent.from > middle;
  });
}

/// Joins what stands below to a band if a gutter is left between them all. False if not.
bool join(Band& band, const Band& below, float em) {
  Interval extent{std::min(band.extent.from, below.extent.from),
                  std::max(band.extent.to, below.extent.to)};
  if (!band.open && below.open && !keeps_a_side(band, below, em)) return false;
  Intervals free = common(band.free, below.free);
  if (inner(free, extent, em).empty()) return false;
  band.strips.insert(band.strips.end(), below.strips.begin(), below.strips.end());
  band.free = std::move(free);
  band.extent = extent;
  band.open = true;
  return true;
}

/// Takes a table over the whole width out of a band of columns whose gutter it happens to leave
/// free: three strips or more that reach across and have two more gaps in common than the band.
std::vector<Band> Reader::without_tables(Band band, float em) const {
  Intervals gutters = inner(band.free, band.extent, em);
  std::vector<Band> parts;
  std::size_t begin = 0;
  auto reaches_across = [&](const Items& strip) {
    Interval extent = extent_of(strip);
    return looks_like_cells(strip) && strip.size() >= gutters.size() + 3 &&
           extent.from < gutters.front().from && extent.to > gutters.back().to;
  };
  for (std::size_t i = 0; i < band.strips.size() && !gutters.empty(); ++i) {
    if (!reaches_across(band.strips[i])) continue;
    Intervals free = free_of(band.strips[i]);
    std::size_t end = i + 1;
    for (; end < band.strips.size() && reaches_across(band.strips[end]); ++end) {
      Intervals both = common(free, free_of(band.strips[end]));
      if (inner(both, band.extent, em).size() < gutters.size() + 2) break;
      free = std::move(both);
    }
    if (end - i < 3) continue;
    std::size_t from = i;
    while (from > begin && looks_like_cells(band.strips[from - 1])) --from;
    while (end < band.strips.size() && looks_like_cells(band.strips[end])) ++end;
    auto strips = [&](std::size_t a, std::size_t b) {
      return std::vector<Items>(band.strips.begin() + static_cast<std::ptrdiff_t>(a),
                                band.strips.begin() + static_cast<std::ptrdiff_t>(b));
    };
    if (from > begin) parts.push_back(band_of(strips(begin, from), em));
    parts.push_back(band_of(strips(from, end), em));
    begin = end;
    i = end - 1;
  }
  if (parts.empty()) {
    parts.push_back(std::move(band));
  } else if (begin < band.strips.size()) {
    band.strips.erase(band.strips.begin(),
                      band.strips.begin() + static_cast<std::ptrdiff_t>(begin));
    parts.push_back(band_of(std::move(band.strips), em));
  }
  return parts;
}

/// A line with a chance gap ("Journal of Firms …   https://…") that happens to stand over a gutter
/// takes the first rows of the columns below into its band. They go back to the columns if their
/// right one begins where theirs does and not where the chance gap ends.
void Reader::give_back(Band& above, Band& below, float em) const {
  if (!above.open || !below.open || above.strips.size() < 2) return;
  const Intervals gutters = inner(below.free, below.extent, em);
  auto in_line = [&](const Items& strip) {
    const Intervals gaps = inner(free_of(strip), extent_of(strip), em);
    return std::any_of(gaps.begin(), gaps.end(), [&](const Interval& gap) {
      return std::any_of(gutters.begin(), gutters.end(), [&](const Interval& gutter) {
        return std::fabs(gap.to - gutter.to) < kEdge * em;
      });
    });
  };
  auto in_one_column = [&](const Items& strip) {
    const Interval extent = extent_of(strip);
    return std::any_of(gutters.begin(), gutters.end(), [&](const Interval& gutter) {
      return extent.to < gutter.from + kEdge * em || extent.from > gutter.to - kEdge * em;
    });
  };
  std::size_t keep = above.strips.size();
  while (keep > 1 && (in_line(above.strips[keep - 1]) || in_one_column(above.strips[keep - 1])))
    --keep;
  auto first_given = above.strips.begin() + static_cast<std::ptrdiff_t>(keep);
  bool any = std::any_of(first_given, above.strips.end(), in_line);
  bool chance = std::none_of(above.strips.begin(), first_given, in_line);
  if (!any || !chance) return;
  std::vector<Items> kept(above.strips.begin(), first_given);
  std::vector<Items> given(first_given, above.strips.end());
  given.insert(given.end(), below.strips.begin(), below.strips.end());
  Band grown = band_of(std::move(given), em);
  if (!grown.open) return;
  above = band_of(std::move(kept), em);
  below = std::move(grown);
}

/// Is all that is left of the region the rest of one column, its lines beginning where those of the
/// column do? A wide gap above a heading there ends nothing.
bool Reader::rest_of_column(const Band& band, Interval rest, float em) const {
  if (!band.open) return false;
  Intervals gutters = inner(band.free, band.extent, em);
  for (const Interval& gutter : gutters)
    if (rest.to < gutter.to && std::fabs(rest.from - band.extent.from) < kEdge * em) return true;
  return false;
}

/// Strips that leave the same gutter free, joined to bands. A strip with nothing beside anything
/// tells no gutter: below columns it joins them if it fits into one; above them it joins only once
/// their gutter is known (a centred date above two columns fits into neither).
std::vector<Band> Reader::bands_of(Items items) const {
  float em = em_of(items);
  std::vector<Band> bands;
  std::vector<Items> strips = strips_of(std::move(items));
  std::vector<Interval> rest(strips.size());  // how wide it is from each strip down
  for (std::size_t i = strips.size(); i-- > 0;) {
    rest[i] = extent_of(strips[i]);
    if (i + 1 < strips.size())
      rest[i] = {std::min(rest[i].from, rest[i + 1].from), std::max(rest[i].to, rest[i + 1].to)};
  }
  for (std::size_t i = 0; i < strips.size(); ++i) {
    Band next = band_of({std::move(strips[i])}, em);
    bool goes_on =
        !bands.empty() &&
        (top_of(next.strips.front()) - bottom_of(bands.back().strips.back()) < kFarBelow * em ||
         rest_of_column(bands.back(), rest[i], em));
    if (!goes_on || !(bands.back().open || beside(bands.back(), next)) ||
        !join(bands.back(), next, em))
      bands.push_back(std::move(next));
  }
  for (std::size_t i = 1; i < bands.size(); ++i) give_back(bands[i - 1], bands[i], em);
  for (std::size_t i = bands.size(); i-- > 1;) {
    Band& below = bands[i];
    Band& above = bands[i - 1];
    if (!below.open || above.open) continue;
    bool near = top_of(below.strips.front()) - bottom_of(above.strips.back()) < kNear * em;
    bool within =
        above.extent.from > below.extent.from - em && above.extent.to < below.extent.to + em;
    if (near && within && join(above, below, em))
      bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(i));
  }
  std::vector<Band> parts;
  for (Band& band : bands)
    for (Band& part : without_tables(std::move(band), em)) parts.push_back(std::move(part));
  return parts;
}

void Reader::read(Items items, int depth) {
  std::uint32_t region = ++regions_;
  for (const Band& band : bands_of(std::move(items))) read_band(band, region, depth);
}

}  // namespace

std::vector<PageColumn> columns_in_order(const PrintedPage& page) {
  std::vector<PageColumn> columns;
  Items upright;
  PageColumn turned;
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
