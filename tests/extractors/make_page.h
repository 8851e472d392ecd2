// Printed pages for tests, as a list of what stands where: `print(page, 72, 100, "Some words")`.
// Each letter is half an em wide, each space a quarter, so that places can be reckoned by hand.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layout.h"

namespace litmine::testing {

struct Sheet {
  float width = 600, height = 800;
  std::vector<PrintedWord> words;
};

struct Type {
  float size = 10;
  bool bold = false, italic = false;
  float space = 0.25F;  ///< em
};

/// Prints words from `left` on the baseline `down` points from the top. Gives back the right end.
inline float print(Sheet& sheet, float left, float down, std::string_view text, Type type = {}) {
  std::istringstream in{std::string(text)};
  std::string word;
  std::size_t first = sheet.words.size();
  while (in >> word) {
    std::size_t letters = 0;
    for (char c : word)
      if ((c & 0xC0) != 0x80) ++letters;
    float right = left + 0.5F * type.size * static_cast<float>(letters);
    PrintedWord printed;
    printed.text = word;
    printed.box = {left, down - 0.7F * type.size, right, down + 0.2F * type.size};
    printed.size = type.size;
    printed.bold = type.bold, printed.italic = type.italic;
    printed.space_after = true;
    sheet.words.push_back(printed);
    left = right + type.space * type.size;
  }
  if (sheet.words.size() > first) sheet.words.back().space_after = false;
  return left - type.space * type.size;
}

/// Several lines below each other, 1.2 em apart. Gives back the baseline of the next.
inline float print_lines(Sheet& sheet, float left, float down,
                         const std::vector<std::string>& lines, Type type = {}) {
  for (const std::string& line : lines) {
    print(sheet, left, down, line, type);
    down += 1.2F * type.size;
  }
  return down;
}

inline std::vector<Line> read(const Sheet& sheet, float body = 10) {
  std::vector<Line> lines;
  read_page(printed_page(1, sheet.width, sheet.height, sheet.words), body, lines);
  return lines;
}

/// The text of lines, one a line; "¶" before a paragraph if asked, "*" before a note.
inline std::string shown(const std::vector<Line>& lines, bool paragraphs = false) {
  std::string text;
  for (const Line& line : lines) {
    if (paragraphs && line.paragraph) text += "¶";
    if (line.footnote) text += "*";
    text += line.text + "\n";
  }
  return text;
}

}  // namespace litmine::testing
