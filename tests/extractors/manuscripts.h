// Small manuscripts for the tests: lines as a page would give them.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "extractors/manuscript.h"

namespace litmine::testing {

/// One line of a printed page. `look`: "P" begins a paragraph, "B" bold, "I" italic, "N" note.
struct Printed {
  std::uint32_t page;
  float size;
  const char* look;
  const char* text;
  float left = 50;
};

inline Manuscript manuscript_of(std::initializer_list<Printed> lines, float body_size = 10) {
  Manuscript manuscript;
  manuscript.body_size = body_size;
  manuscript.extractor = "pdf";
  float top = 50;
  std::uint16_t block = 0;
  std::uint32_t page = 0;
  for (const Printed& printed : lines) {
    if (printed.page != page) top = 50;
    page = printed.page;
    std::string look = printed.look;
    Line line;
    line.text = printed.text;
    line.page = printed.page;
    line.size = printed.size;
    line.paragraph = look.find('P') != std::string::npos;
    line.bold = look.find('B') != std::string::npos;
    line.italic = look.find('I') != std::string::npos;
    line.footnote = look.find('N') != std::string::npos;
    if (line.paragraph) ++block;
    line.block = block;
    line.left = printed.left;
    line.right = 300;
    line.top = top;
    line.bottom = top + printed.size;
    top += printed.size + 2;
    manuscript.lines.push_back(std::move(line));
    manuscript.page_count = std::max(manuscript.page_count, printed.page);
  }
  return manuscript;
}

}  // namespace litmine::testing
