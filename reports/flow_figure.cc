// The flow diagram, drawn as a table of boxes: a row a step, a column an arm.
#include <fmt/format.h>

#include <algorithm>

#include "reports/figures.h"

namespace litmine {
namespace {

constexpr double kBox = 232, kGap = 34, kPhase = 26, kLine = 15, kSize = 12, kRowGap = 26;

enum Column { previous, main, main_out, other, other_out };

struct Box {
  int row;
  Column column;
  std::vector<const char*> numbers;  ///< what it lists
  const char* heading;  ///< above them; the number stands behind it if it is the only one
};

// The arrows follow from the places: down within `main` and `other`, to the right into `_out`.
const std::vector<Box>& boxes() {
  static const std::vector<Box> kBoxes = {
      {1, previous, {"previous_studies", "previous_reports"}, ""},
      {1, main, {"database_results", "register_results"}, "Records identified from:"},
      {1,
       main_out,
       {"duplicates", "excluded_automatic", "excluded_other"},
       "Records removed before screening:"},
      {2, main, {"records_screened"}, ""},
      {2, main_out, {"records_excluded"}, ""},
      {3, main, {"dbr_sought_reports"}, ""},
      {3, main_out, {"dbr_notretrieved_reports"}, ""},
      {4, main, {"dbr_assessed"}, ""},
      {4, main_out, {"dbr_excluded"}, ""},
      {5, main, {"new_studies", "new_reports"}, ""},
      {6, main, {"total_studies", "total_reports"}, ""},
      {1,
       other,
       {"website_results", "organisation_results", "citations_results"},
       "Records identified from:"},
      {3, other, {"other_sought_reports"}, ""},
      {3, other_out, {"other_notretrieved_reports"}, ""},
      {4, other, {"other_assessed"}, ""},
      {4, other_out, {"other_excluded"}, ""},
  };
  return kBoxes;
}

std::string text_of(const std::string& data) {
  for (const FlowBox& box : flow_boxes())
    if (box.data == data) return std::string(box.text);
  return data;
}

/// What is of an arm that may be left out whole.
bool optional(const std::string& data) {
  return data.starts_with("previous") || data.starts_with("total") || data.starts_with("other_") ||
         data == "register_results" || data == "website_results" ||
         data == "organisation_results" || data == "citations_results";
}

std::vector<std::string> lines_of(const Flow& flow, const Box& box) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& words, const std::string& n) {
    for (std::string& line :
         wrapped(fmt::format("{} (n\xc2\xa0=\xc2\xa0{})", words, n), kBox - 20, kSize))
      lines.push_back(std::move(line));
  };
  if (*box.heading) lines.emplace_back(box.heading);
  for (const char* data : box.numbers) {
    const auto n = flow.sum(data);
    if (!n && optional(data)) continue;
    std::string words = text_of(data);
    if (words.ends_with(':')) words.pop_back();
    add(words, n ? std::to_string(*n) : "not reported");
    const std::string list = data == std::string("database_results")   ? "database_specific_results"
                             : data == std::string("register_results") ? "register_specific_results"
                                                                       : data;
    if (const auto entries = flow.lists.find(list); entries != flow.lists.end())
      for (const NamedNumber& entry : entries->second)
        add("\xe2\x80\xa2 " + entry.name, std::to_string(entry.n));
  }
  return lines;
}

bool is_there(const Flow& flow, const Box& box) {
  // The boxes of the main arm are always drawn; the total only where there was a previous version.
  if (box.numbers.front() == std::string("total_studies"))
    return flow.at("previous_studies").value_or(0) > 0;
  if (box.column == main || box.column == main_out) return true;
  if (box.column == previous) return flow.at("previous_studies").value_or(0) > 0;
  const bool arm = flow.sum("website_results") || flow.sum("organisation_results") ||
                   flow.sum("citations_results") || flow.sum("other_sought_reports");
  return arm;
}

struct Placed {
  const Box* box = nullptr;
  std::vector<std::string> lines;
  double x = 0, y = 0, height = 0;
};

std::string alt_of(const std::vector<Placed>& placed) {
  std::string alt;
  for (const Placed& box : placed)
    for (const std::string& line : box.lines) alt += (alt.empty() ? "" : " ") + line;
  // "(n = 5)" is held together in the picture only.
  for (std::size_t at = 0; (at = alt.find("\xc2\xa0", at)) != alt.npos;) alt.replace(at, 2, " ");
  return alt;
}

void draw_phases(Canvas& canvas, const std::vector<double>& tops,
                 const std::vector<double>& bottoms, int last_row) {
  const std::tuple<const char*, int, int> kPhases[] = {
      {"Identification", 1, 1}, {"Screening", 2, 4}, {"Included", 5, last_row}};
  for (const auto& [name, first, last] : kPhases) {
    const double top = tops[static_cast<std::size_t>(first)],
                 bottom = bottoms[static_cast<std::size_t>(last)];
    canvas.rect(0, top, kPhase, bottom - top, "phase");
    canvas.text(kPhase / 2 + 4, (top + bottom) / 2, name, "onphase", Canvas::Anchor::middle, -90);
  }
}

void draw_arrows(Canvas& canvas, const std::vector<Placed>& placed) {
  const auto find = [&](int row, Column column) -> const Placed* {
    for (const Placed& box : placed)
      if (box.box->row == row && box.box->column == column) return &box;
    return nullptr;
  };
  for (const Placed& box : placed) {
    const Column column = box.box->column;
    if (column == main || column == other) {
      const Placed* next = nullptr;
      for (int row = box.box->row + 1; row <= 6 && next == nullptr; ++row) next = find(row, column);
      if (next != nullptr)
        canvas.arrow(box.x + kBox / 2, box.y + box.height, next->x + kBox / 2, next->y);
      const Placed* out = find(box.box->row, column == main ? main_out : other_out);
      if (out != nullptr) {
        const double y = std::min(box.y + box.height, out->y + out->height) -
                         std::min(box.height, out->height) / 2;
        canvas.arrow(box.x + kBox, y, out->x, y);
      }
    }
  }
  // The other arm flows into the included ones, a previous version into the total.
  const Placed* included = find(5, main);
  if (const Placed* last = find(4, other); last != nullptr && included != nullptr) {
    const double y = included->y + included->height / 2, x = last->x + kBox / 2;
    canvas.line(x, last->y + last->height, x, y, "edge", 1.2);
    canvas.arrow(x, y, included->x + kBox, y);
  }
  if (const Placed* before = find(1, previous), *total = find(6, main);
      before != nullptr && total != nullptr) {
    const double y = total->y + total->height / 2, x = before->x + kBox / 2;
    canvas.line(x, before->y + before->height, x, y, "edge", 1.2);
    canvas.arrow(x, y, total->x, y);
  }
}

}  // namespace

Figure flow_figure(const Flow& flow, const std::function<std::string(const std::string&)>& link) {
  std::vector<Placed> placed;
  bool has_column[5] = {};
  int last_row = 5;
  for (const Box& box : boxes())
    if (is_there(flow, box)) {
      Placed made{&box, lines_of(flow, box)};
      if (made.lines.empty()) continue;
      made.height = 16 + kLine * static_cast<double>(made.lines.size());
      has_column[box.column] = true;
      last_row = std::max(last_row, box.row);
      placed.push_back(std::move(made));
    }
  double x = kPhase + 12, column_x[5] = {};
  for (int column = 0; column < 5; ++column)
    if (has_column[column]) {
      column_x[column] = x;
      x += kBox + kGap;
    }
  // Row 0 holds the titles of the arms.
  std::vector<double> tops(8), bottoms(8);
  double y = 44;
  for (int row = 1; row <= last_row; ++row) {
    double high = 0;
    for (const Placed& box : placed)
      if (box.box->row == row) high = std::max(high, box.height);
    tops[static_cast<std::size_t>(row)] = y;
    bottoms[static_cast<std::size_t>(row)] = y + high;
    y += high + kRowGap;
  }
  for (Placed& box : placed) {
    box.x = column_x[box.box->column];
    box.y = tops[static_cast<std::size_t>(box.box->row)];
  }
  Canvas canvas;
  const std::tuple<const char*, Column, Column> kTitles[] = {
      {"Previous studies", previous, previous},
      {"New studies via databases and registers", main, main_out},
      {"New studies via other methods", other, other_out}};
  for (const auto& [words, first, last] : kTitles) {
    if (!has_column[first]) continue;
    const double to = (has_column[last] ? column_x[last] : column_x[first]) + kBox;
    canvas.rect(column_x[first], 6, to - column_x[first], 26, "title");
    canvas.text((column_x[first] + to) / 2, 23, words, "strong", Canvas::Anchor::middle);
  }
  draw_phases(canvas, tops, bottoms, last_row);
  draw_arrows(canvas, placed);
  for (const Placed& box : placed) {
    canvas.begin_link(link(box.box->numbers.front()), box.lines.front());
    canvas.rect(box.x, box.y, kBox, box.height, "box");
    double line_y = box.y + 20;
    for (const std::string& line : box.lines) {
      canvas.text(box.x + 10, line_y, line, "");
      line_y += kLine;
    }
    canvas.end_link();
  }
  return {"flow",
          "Flow of records, reports and studies (PRISMA 2020)",
          alt_of(placed),
          static_cast<int>(x - kGap + 4),
          static_cast<int>(y - kRowGap + 8),
          canvas.body(),
          ""};
}

}  // namespace litmine
