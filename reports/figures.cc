// Bars, layers, grids and ties. The flow diagram and the map have files of their own.
#include "reports/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace litmine {
namespace {

constexpr double kLeft = 44, kTop = 16, kBarsHigh = 220;

using Anchor = Canvas::Anchor;

/// The next number above `most` at which an axis may end, and its step.
struct Axis {
  std::size_t end = 1, step = 1;
};
Axis axis_for(std::size_t most) {
  Axis axis;
  while (axis.step * 6 < most) {
    const std::size_t first = axis.step;
    axis.step = first * 2;
    if (axis.step * 6 >= most) break;
    axis.step = first * 5;
    if (axis.step * 6 >= most) break;
    axis.step = first * 10;
  }
  axis.end = std::max<std::size_t>(1, (most + axis.step - 1) / axis.step) * axis.step;
  return axis;
}

std::string studies_in_words(std::size_t n) {
  return fmt::format("{} {}", n, n == 1 ? "study" : "studies");
}

std::string list_in_words(const std::vector<Count>& counts) {
  std::string list;
  for (const Count& count : counts)
    list += fmt::format("{}{}: {}", list.empty() ? "" : "; ", count.group, count.studies.size());
  return list;
}

void draw_axis(Canvas& canvas, const Axis& axis, double width) {
  for (std::size_t value = 0; value <= axis.end; value += axis.step) {
    const double y =
        kTop + kBarsHigh - kBarsHigh * static_cast<double>(value) / static_cast<double>(axis.end);
    canvas.line(kLeft, y, kLeft + width, y, value == 0 ? "axis" : "grid");
    canvas.text(kLeft - 6, y + 4, std::to_string(value), "small", Anchor::end);
  }
}

struct Columns {
  double step = 0, label_width = 0;
  bool turned = false;
  double below = 24;  ///< room for the labels
};
Columns columns_for(const std::vector<Count>& counts) {
  double widest = 0;
  for (const Count& count : counts) widest = std::max(widest, text_width(count.group, 12));
  Columns columns;
  columns.step =
      std::clamp(640.0 / static_cast<double>(std::max<std::size_t>(counts.size(), 1)), 26.0, 72.0);
  columns.turned = widest > columns.step - 4;
  columns.label_width = columns.turned ? 170 : columns.step;
  if (columns.turned) columns.below = 14 + std::min(widest, columns.label_width) * 0.75;
  return columns;
}

void label_column(Canvas& canvas, const Columns& columns, double middle, const std::string& group) {
  const double y = kTop + kBarsHigh + 16;
  if (columns.turned)
    canvas.text(middle + 4, y - 4, shortened(group, columns.label_width, 12), "small", Anchor::end,
                -45);
  else
    canvas.text(middle, y, group, "small", Anchor::middle);
}

/// Five steps of shade up to the greatest number; none for 0.
std::string shade(std::size_t n, std::size_t most) {
  if (n == 0) return "none";
  const auto step = static_cast<std::size_t>(std::ceil(
      5 * std::sqrt(static_cast<double>(n) / static_cast<double>(std::max<std::size_t>(most, 1)))));
  return fmt::format("m{}", std::clamp<std::size_t>(step, 1, 5));
}

}  // namespace

Figure bar_figure(const std::string& id, const std::string& title, const std::vector<Count>& counts,
                  const LinkTo& link) {
  std::size_t most = 1;
  for (const Count& count : counts) most = std::max(most, count.studies.size());
  const Axis axis = axis_for(most);
  const Columns columns = columns_for(counts);
  const double width = columns.step * static_cast<double>(counts.size());
  Canvas canvas;
  draw_axis(canvas, axis, width);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Count& count = counts[i];
    const double high =
        kBarsHigh * static_cast<double>(count.studies.size()) / static_cast<double>(axis.end);
    const double x = kLeft + columns.step * static_cast<double>(i), y = kTop + kBarsHigh - high;
    const std::string what = fmt::format("{}: {}", title, count.group);
    if (!count.studies.empty()) {
      canvas.begin_link(link(count.studies, what),
                        fmt::format("{}: {}", count.group, studies_in_words(count.studies.size())));
      canvas.rect(x + columns.step * .14, y, columns.step * .72, high, "bar");
      canvas.text(x + columns.step / 2, y - 4, std::to_string(count.studies.size()), "small",
                  Anchor::middle);
      canvas.end_link();
    }
    label_column(canvas, columns, x + columns.step / 2, count.group);
  }
  return {id,
          title,
          list_in_words(counts),
          static_cast<int>(kLeft + width + 16),
          static_cast<int>(kTop + kBarsHigh + columns.below + 8),
          canvas.body(),
          ""};
}

Figure stacked_figure(const std::string& id, const std::string& title, const Cross& crossed,
                      const LinkTo& link) {
  std::size_t most = 1;
  for (std::size_t column = 0; column < crossed.columns.size(); ++column) {
    std::size_t sum = 0;
    for (const auto& row : crossed.cells) sum += row[column].size();
    most = std::max(most, sum);
  }
  const Axis axis = axis_for(most);
  const Columns columns = columns_for(crossed.columns);
  const double width = columns.step * static_cast<double>(crossed.columns.size());
  Canvas canvas;
  draw_axis(canvas, axis, width);
  std::string alt;
  for (std::size_t column = 0; column < crossed.columns.size(); ++column) {
    const double x = kLeft + columns.step * static_cast<double>(column);
    double y = kTop + kBarsHigh;
    for (std::size_t row = 0; row < crossed.rows.size(); ++row) {
      const StudySet& studies = crossed.cells[row][column];
      if (studies.empty()) continue;
      const double high =
          kBarsHigh * static_cast<double>(studies.size()) / static_cast<double>(axis.end);
      y -= high;
      const std::string what =
          fmt::format("{}, {}", crossed.columns[column].group, crossed.rows[row].group);
      alt += fmt::format("{}{}: {}", alt.empty() ? "" : "; ", what, studies.size());
      canvas.begin_link(link(studies, what),
                        fmt::format("{}: {}", what, studies_in_words(studies.size())));
      canvas.rect(x + columns.step * .14, y, columns.step * .72, high,
                  fmt::format("s{}", std::min<std::size_t>(row, 5)), what);
      if (high >= 13)
        canvas.text(x + columns.step / 2, y + high / 2 + 4, std::to_string(studies.size()),
                    "onfill", Anchor::middle);
      canvas.end_link();
    }
    label_column(canvas, columns, x + columns.step / 2, crossed.columns[column].group);
  }
  double y = kTop + kBarsHigh + columns.below + 18, x = kLeft;
  const double right = std::max(kLeft + width, 420.0);
  for (std::size_t row = 0; row < crossed.rows.size(); ++row) {
    const double needed = 30 + text_width(crossed.rows[row].group, 12);
    if (x > kLeft && x + needed > right) {
      x = kLeft;
      y += 20;
    }
    canvas.rect(x, y - 10, 12, 12, fmt::format("s{}", std::min<std::size_t>(row, 5)));
    canvas.text(x + 18, y, crossed.rows[row].group, "small");
    x += needed;
  }
  return {id, title, alt, static_cast<int>(right + 16), static_cast<int>(y + 14), canvas.body(),
          ""};
}

Figure grid_figure(const std::string& id, const std::string& title, const Cross& crossed,
                   const LinkTo& link) {
  constexpr double kSquare = 30, kMostLabel = 240;
  double left = 60, top = 40;
  for (const Count& row : crossed.rows)
    left = std::max(left, std::min(kMostLabel, text_width(row.group, 12)) + 14);
  for (const Count& column : crossed.columns)
    top = std::max(top, std::min(kMostLabel, text_width(column.group, 12)) * .72 + 18);
  std::size_t most = 1;
  for (const auto& row : crossed.cells)
    for (const StudySet& cell : row) most = std::max(most, cell.size());
  Canvas canvas;
  double last_label = 0;
  for (std::size_t column = 0; column < crossed.columns.size(); ++column) {
    const std::string label = shortened(crossed.columns[column].group, kMostLabel, 12);
    const double x = left + kSquare * static_cast<double>(column) + kSquare / 2;
    canvas.text(x, top - 8, label, "small", Anchor::start, -45);
    last_label = std::max(last_label, x + text_width(label, 12) * .72);
  }
  std::string alt;
  for (std::size_t row = 0; row < crossed.rows.size(); ++row) {
    const double y = top + kSquare * static_cast<double>(row);
    canvas.text(left - 8, y + kSquare / 2 + 4, shortened(crossed.rows[row].group, kMostLabel, 12),
                "small", Anchor::end);
    for (std::size_t column = 0; column < crossed.columns.size(); ++column) {
      const StudySet& cell = crossed.cells[row][column];
      const double x = left + kSquare * static_cast<double>(column);
      if (cell.empty()) {
        canvas.rect(x + 1, y + 1, kSquare - 2, kSquare - 2, "none");
        continue;
      }
      const std::string what =
          fmt::format("{}, {}", crossed.rows[row].group, crossed.columns[column].group);
      alt += fmt::format("{}{}: {}", alt.empty() ? "" : "; ", what, cell.size());
      const std::string css = shade(cell.size(), most);
      canvas.begin_link(link(cell, what),
                        fmt::format("{}: {}", what, studies_in_words(cell.size())));
      canvas.rect(x + 1, y + 1, kSquare - 2, kSquare - 2, css, what);
      canvas.text(x + kSquare / 2, y + kSquare / 2 + 4, std::to_string(cell.size()),
                  css >= "m4" ? "onfill" : "ondark", Anchor::middle);
      canvas.end_link();
    }
  }
  const double width = left + kSquare * static_cast<double>(crossed.columns.size());
  return {id,
          title,
          alt,
          static_cast<int>(std::max(width, last_label) + 16),
          static_cast<int>(top + kSquare * static_cast<double>(crossed.rows.size()) + 12),
          canvas.body(),
          ""};
}

Figure pairs_figure(const std::string& id, const std::string& title,
                    const std::vector<ValuePair>& pairs, const std::vector<Count>& counts,
                    const LinkTo& link) {
  std::vector<const Count*> nodes;
  for (const Count& count : counts)
    if (std::any_of(pairs.begin(), pairs.end(), [&](const ValuePair& pair) {
          return pair.first == count.group || pair.second == count.group;
        }))
      nodes.push_back(&count);
  constexpr double kRadius = 150, kSide = 260;
  const double centre_x = kSide + kRadius, centre_y = kRadius + 40;
  std::map<std::string, std::pair<double, double>> places;
  Canvas canvas;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double angle =
        2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(nodes.size()) -
        std::numbers::pi / 2;
    places[nodes[i]->group] = {centre_x + kRadius * std::cos(angle),
                               centre_y + kRadius * std::sin(angle)};
  }
  std::string alt;
  for (const ValuePair& pair : pairs) {
    const auto [x1, y1] = places.at(pair.first);
    const auto [x2, y2] = places.at(pair.second);
    const std::string what = fmt::format("{} with {}", pair.first, pair.second);
    alt += fmt::format("{}{}: {}", alt.empty() ? "" : "; ", what, pair.studies.size());
    canvas.begin_link(link(pair.studies, what),
                      fmt::format("{}: {}", what, studies_in_words(pair.studies.size())));
    canvas.line(x1, y1, x2, y2, "tie", 2 * static_cast<double>(pair.studies.size()));
    canvas.end_link();
  }
  for (const Count* node : nodes) {
    const auto [x, y] = places.at(node->group);
    canvas.begin_link(link(node->studies, node->group),
                      fmt::format("{}: {}", node->group, studies_in_words(node->studies.size())));
    canvas.circle(x, y, 3 + std::sqrt(static_cast<double>(node->studies.size())) * 2.2, "bar");
    const bool right = x >= centre_x - 1;
    canvas.text(
        right ? x + 13 : x - 13, y + 4,
        shortened(fmt::format("{} ({})", node->group, node->studies.size()), kSide - 20, 11),
        "small", right ? Anchor::start : Anchor::end);
    canvas.end_link();
  }
  return {id,
          title,
          alt,
          static_cast<int>(2 * (kSide + kRadius)),
          static_cast<int>(2 * (kRadius + 40)),
          canvas.body(),
          ""};
}

}  // namespace litmine
