// Pictures as SVG text: the same bytes from the same numbers on every machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// Text that is safe inside XML and HTML, in content and in quoted attributes.
std::string escaped(std::string_view text);

/// A figure ready to print. The colours are classes: `inline_svg` takes them from the page (dark
/// mode, print), `standalone` brings its own.
struct Figure {
  std::string id;     ///< "year", for file names and anchors
  std::string title;  ///< "Papers by year"
  std::string alt;    ///< what the figure says, for who cannot see it
  int width = 0, height = 0;
  std::string body;  ///< elements inside <svg>
  std::string note;  ///< printed below; may be empty

  std::string inline_svg() const;
  std::string standalone() const;  ///< a whole file; links of the page are left out
};

/// Puts a figure together. Coordinates in px, rounded to a tenth.
class Canvas {
 public:
  void rect(double x, double y, double width, double height, std::string_view css,
            std::string_view tip = {});
  void circle(double x, double y, double radius, std::string_view css, std::string_view tip = {});
  void line(double x1, double y1, double x2, double y2, std::string_view css, double width = 1);
  void path(std::string_view data, std::string_view css, std::string_view tip = {});
  /// An arrow with straight legs from one point to another.
  void arrow(double x1, double y1, double x2, double y2);
  enum class Anchor { start, middle, end };
  void text(double x, double y, std::string_view words, std::string_view css,
            Anchor anchor = Anchor::start, double turned = 0);
  /// What is drawn until `end_link` opens `target` ("#n12"); nothing when it is empty.
  void begin_link(std::string_view target, std::string_view label);
  void end_link();

  std::string body() const { return body_; }

 private:
  std::string body_;
  bool in_link_ = false;
};

/// "12.3", "12": a coordinate as it is written.
std::string coordinate(double value);

/// How wide words are in px, about, in the sans serif letters of `size` px.
double text_width(std::string_view words, double size);
/// `words` broken into lines of at most `width` px.
std::vector<std::string> wrapped(std::string_view words, double width, double size);
/// Cut to `width` px, with an ellipsis.
std::string shortened(std::string_view words, double width, double size);

/// The classes of figures as CSS, without and with `:root` colours for dark grounds.
std::string_view figure_css();

}  // namespace litmine
