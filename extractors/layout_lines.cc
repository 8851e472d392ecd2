// Rows of runs to Lines: texts joined, paragraphs and blocks marked, footnotes set apart.
#include "extractors/layout_lines.h"

#include <algorithm>
#include <cmath>

namespace litmine {
namespace {

Line line_of(const PrintedPage& page, const std::vector<std::uint32_t>& row) {
  Line line;
  line.page = page.number;
  Box box = page.runs[row.front()].box;
  std::uint32_t most = 0, all = 0, bold = 0, italic = 0;
  for (std::uint32_t item : row) {
    const Run& run = page.runs[item];
    if (!line.text.empty()) line.text += ' ';
    line.text += run.text;
    box.add(run.box);
    all += run.letters;
    if (run.bold) bold += run.letters;
    if (run.italic) italic += run.letters;
    if (run.letters > most) {
      most = run.letters;
      line.size = run.size;
    }
  }
  line.bold = bold * 2 > all;
  line.italic = italic * 2 > all;
  line.left = box.left, line.right = box.right, line.top = box.top, line.bottom = box.bottom;
  return line;
}

}  // namespace

void read_page(const PrintedPage& page, float body_size, std::vector<Line>& lines) {
  (void)body_size;
  std::uint16_t block = 0;
  for (const Column& column : columns_in_order(page)) {
    ++block;
    const Line* above = nullptr;
    std::size_t first = lines.size();
    for (const auto& row : column.rows) {
      Line line = line_of(page, row);
      line.footnote = column.aside;
      if (above != nullptr) {
        bool gap = line.top - above->bottom > 0.5F * line.size;
        bool font = std::fabs(line.size - above->size) > 0.08F * line.size;
        bool indent = line.left > above->left + 0.8F * line.size;
        if (gap || font) ++block;
        line.paragraph = gap || font || indent;
      } else {
        line.paragraph = first == 0 || column.aside;
      }
      line.block = block;
      lines.push_back(std::move(line));
      above = &lines.back();
    }
  }
}

}  // namespace litmine
