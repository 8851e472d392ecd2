#include "reports/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "text/normalize.h"

namespace litmine {
namespace {

/// Takes the links out of a body: <a ...> and </a>; nothing else in it begins with "<a" or "</a".
std::string without_links(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const std::size_t at = std::min(body.find("<a "), body.find("</a>"));
    if (at == body.npos) break;
    out += body.substr(0, at);
    body.remove_prefix(body.find('>', at) + 1);
  }
  return out.append(body);
}

std::string opening(const Figure& figure, std::string_view more) {
  return fmt::format(
      "<svg{} viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" role=\"img\" "
      "aria-labelledby=\"{}-t {}-d\">\n<title id=\"{}-t\">{}</title>\n<desc "
      "id=\"{}-d\">{}</desc>\n",
      more, figure.width, figure.height, figure.width, figure.height, figure.id, figure.id,
      figure.id, escaped(figure.title), figure.id, escaped(figure.alt));
}

void add_tip(std::string& body, std::string_view element, std::string_view attributes,
             std::string_view tip) {
  if (tip.empty())
    body += fmt::format("<{} {}/>\n", element, attributes);
  else
    body +=
        fmt::format("<{} {}><title>{}</title></{}>\n", element, attributes, escaped(tip), element);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        // Control characters are not allowed in XML, whatever they are written as.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
          safe += c;
        else
          safe += ' ';
    }
  }
  return safe;
}

std::string Figure::inline_svg() const {
  return opening(*this, " class=\"figure\"") + body + "</svg>\n";
}

std::string Figure::standalone() const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
         opening(*this, " xmlns=\"http://www.w3.org/2000/svg\"") + "<style>" +
         std::string(figure_css()) +
         "</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n" +
         without_links(body) + "</svg>\n";
}

std::string coordinate(double value) {
  const double tenths = std::round(value * 10);
  const auto whole = static_cast<std::int64_t>(tenths);
  if (whole % 10 == 0) return std::to_string(whole / 10);
  return fmt::format("{}{}.{}", whole < 0 ? "-" : "", std::abs(whole) / 10, std::abs(whole) % 10);
}

void Canvas::rect(double x, double y, double width, double height, std::string_view css,
                  std::string_view tip) {
  add_tip(body_, "rect",
          fmt::format("class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", css,
                      coordinate(x), coordinate(y), coordinate(width), coordinate(height)),
          tip);
}

void Canvas::circle(double x, double y, double radius, std::string_view css, std::string_view tip) {
  add_tip(body_, "circle",
          fmt::format("class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"", css, coordinate(x),
                      coordinate(y), coordinate(radius)),
          tip);
}

void Canvas::line(double x1, double y1, double x2, double y2, std::string_view css, double width) {
  body_ += fmt::format(
      "<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke-width=\"{}\"/>\n", css,
      coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2), coordinate(width));
}

void Canvas::path(std::string_view data, std::string_view css, std::string_view tip) {
  add_tip(body_, "path", fmt::format("class=\"{}\" d=\"{}\"", css, data), tip);
}

void Canvas::arrow(double x1, double y1, double x2, double y2) {
  line(x1, y1, x2, y2, "edge", 1.2);
  const double length = std::hypot(x2 - x1, y2 - y1);
  if (length == 0) return;
  const double dx = (x2 - x1) / length, dy = (y2 - y1) / length;
  path(fmt::format("M{} {}L{} {}L{} {}Z", coordinate(x2), coordinate(y2),
                   coordinate(x2 - 8 * dx - 4 * dy), coordinate(y2 - 8 * dy + 4 * dx),
                   coordinate(x2 - 8 * dx + 4 * dy), coordinate(y2 - 8 * dy - 4 * dx)),
       "head");
}

void Canvas::text(double x, double y, std::string_view words, std::string_view css, Anchor anchor,
                  double turned) {
  body_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\"", css, coordinate(x), coordinate(y));
  if (anchor == Anchor::middle) body_ += " text-anchor=\"middle\"";
  if (anchor == Anchor::end) body_ += " text-anchor=\"end\"";
  if (turned != 0)
    body_ += fmt::format(" transform=\"rotate({} {} {})\"", coordinate(turned), coordinate(x),
                         coordinate(y));
  body_ += fmt::format(">{}</text>\n", escaped(words));
}

void Canvas::begin_link(std::string_view target, std::string_view label) {
  in_link_ = !target.empty();
  if (in_link_)
    body_ += fmt::format("<a href=\"{}\" aria-label=\"{}\">\n", escaped(target), escaped(label));
}

void Canvas::end_link() {
  if (in_link_) body_ += "</a>\n";
  in_link_ = false;
}

double text_width(std::string_view words, double size) {
  return 0.54 * size * static_cast<double>(cells(words));
}

std::vector<std::string> wrapped(std::string_view words, double width, double size) {
  std::vector<std::string> lines;
  std::string line;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string word(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
    if (!line.empty() && text_width(fmt::format("{} {}", line, word), size) > width) {
      lines.push_back(line);
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string shortened(std::string_view words, double width, double size) {
  if (text_width(words, size) <= width) return std::string(words);
  std::string cut(words);
  while (!cut.empty() && text_width(cut + "\xe2\x80\xa6", size) > width) {
    cut.pop_back();
    // Not inside a character.
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) cut.pop_back();
    if (!cut.empty() && static_cast<unsigned char>(cut.back()) >= 0xC0) cut.pop_back();
  }
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "\xe2\x80\xa6";
}

std::string_view figure_css() {
  return "text{font:12px "
         "sans-serif;fill:#222}text.small{font-size:11px}text.strong{font-weight:bold}"
         "text.onphase{fill:#fff;font-weight:bold}text.onfill{fill:#fff}"
         ".ground{fill:#fff}.bar{fill:#2f6f9f}.s0{fill:#2f6f9f}.s1{fill:#c8702a}.s2{fill:#4f8a4c}"
         ".s3{fill:#8a5a99}.s4{fill:#a89a32}.s5{fill:#777}.axis,.edge{stroke:#555;fill:none}"
         ".grid{stroke:#ddd}.head{fill:#555}.box{fill:#fff;stroke:#555}.title{fill:#e8e8e8;stroke:#"
         "555}"
         ".phase{fill:#2f5f8f}.land{fill:#e4e4e0;stroke:#fff;stroke-width:.4}"
         ".m1{fill:#cfe0ee}.m2{fill:#98bfdc}.m3{fill:#5f98c4}.m4{fill:#2f6f9f}.m5{fill:#123f66}"
         ".m1,.m2,.m3,.m4,.m5{stroke:#fff;stroke-width:.4}circle.m1,circle.m2,circle.m3,circle.m4,"
         "circle.m5{stroke:#222;stroke-width:.8}.none{fill:#f4f4f2}.tie{stroke:#2f6f9f;opacity:.55}"
         "path.tie{fill:none}"
         "a:hover .bar,a:hover rect,a:focus rect{stroke:#000;stroke-width:1.5}";
}

}  // namespace litmine
