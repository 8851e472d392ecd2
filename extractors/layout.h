// From the words of a printed page, each with its box, to lines in reading order. Nothing here
// knows PDF: the words may come from anywhere that prints.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractors/manuscript.h"

namespace litmine {

/// Points from the page's left and top.
struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  float middle() const { return (top + bottom) / 2; }
  void add(const Box& other);
};

/// A word as printed. `turned` counts quarter turns: 0 reads from left to right, 1 downwards, 2
/// upside down, 3 upwards.
struct PrintedWord {
  std::string text;  ///< UTF-8
  Box box;
  float size = 0;  ///< font size in points
  bool bold = false, italic = false;
  std::uint16_t face = 0;  ///< typeface, whatever its weight and slope; 0 when not known
  std::uint8_t turned = 0;
  bool space_after = false;  ///< the file says that a space follows on the same line
};

/// Words that stand close together on one line: what no column boundary can divide.
struct TextRun {
  std::string text;
  Box box;
  float size = 0;  ///< of most of its letters
  bool bold = false, italic = false;
  std::uint16_t face = 0;  ///< typeface of nearly all its letters; 0 when mixed or not known
  std::uint16_t words = 0;
  std::uint32_t letters = 0;  ///< code points
  std::uint8_t turned = 0;
};

struct PrintedPage {
  std::uint32_t number = 0;  ///< from 1
  float width = 0, height = 0;
  std::vector<TextRun> runs;
  /// Two states of its text are printed over each other, so that their lines are mixed.
  bool two_states = false;
};

/// Joins the words of a page to runs. Words must come roughly in the order of the text, at least
/// within a line; where they don't, runs are joined again by their places. Raised digits become
/// superscript characters, letter-spaced words are closed up. A page that is printed sideways is
/// turned upright: boxes, `width` and `height` are then those of the turned page.
PrintedPage printed_page(std::uint32_t number, float width, float height,
                         std::vector<PrintedWord> words);

/// Font size of most letters of all pages; 0 if there are none.
float body_size(const std::vector<PrintedPage>& pages);

/// Typeface of at least three in five letters of all pages; 0 if there is none.
std::uint16_t body_face(const std::vector<PrintedPage>& pages);

/// The lines of one page in reading order: full-width lines and columns as they follow from the
/// white space, tables by row, footnotes last. Appends to `lines`.
void read_page(const PrintedPage& page, float body_size, std::vector<Line>& lines);

}  // namespace litmine
