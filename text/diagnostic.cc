// Remarks with their place, drawn for a terminal.
//
// Three measures meet here and nowhere else: bytes (spans), characters (columns, as an editor
// counts them) and cells (where a terminal draws the caret).
#include "text/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/clusters.h"

namespace litmine {
namespace {

constexpr std::size_t kWidth = 76;   // cells of a source line, with its two "…"
constexpr std::size_t kBefore = 32;  // cells to show before the place, if the line is cut
constexpr std::string_view kTab = "    ";
constexpr std::string_view kEllipsis = "…";
constexpr std::string_view kUnprintable = "\xEF\xBF\xBD";  // U+FFFD

Span line_around(std::string_view source, std::size_t byte) {
  const std::size_t before = byte == 0 ? std::string_view::npos : source.rfind('\n', byte - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(source.find('\n', byte), source.size());
  if (end > begin && end > byte && source[end - 1] == '\r') --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// A character as it can be shown: nothing that moves the cursor or talks to the terminal.
struct Glyph {
  std::string_view shown;
  std::size_t cells = 0;
  std::uint32_t begin = 0;  // byte in the line
};

Glyph glyph(std::string_view line, const Cluster& cluster) {
  const std::string_view text = line.substr(cluster.begin, cluster.end - cluster.begin);
  if (text == "\t") return {kTab, kTab.size(), cluster.begin};
  if (cluster.cells == 0) return {kUnprintable, 1, cluster.begin};
  return {text, cluster.cells, cluster.begin};
}

std::vector<Glyph> glyphs(std::string_view line) {
  std::vector<Glyph> found;
  for (const Cluster& cluster : clusters(line)) found.push_back(glyph(line, cluster));
  return found;
}

/// Glyphs `[first, last)` of a line.
struct Window {
  std::size_t first = 0, last = 0;
};

std::size_t cells_between(const std::vector<Glyph>& line, std::size_t first, std::size_t last) {
  std::size_t sum = 0;
  for (std::size_t i = first; i < last; ++i) sum += line[i].cells;
  return sum;
}

/// What to show of a long line: some way before the place, and from there as much as fits.
Window window_around(const std::vector<Glyph>& line, std::size_t place) {
  if (cells_between(line, 0, line.size()) <= kWidth) return {0, line.size()};
  Window window{place, place};
  std::size_t used = 0;
  while (window.first > 0 && used + line[window.first - 1].cells <= kBefore)
    used += line[--window.first].cells;
  const std::size_t room = kWidth - 2;  // for one "…" at each end
  while (window.last < line.size() && used + line[window.last].cells <= room)
    used += line[window.last++].cells;
  while (window.first > 0 && used + line[window.first - 1].cells <= room)
    used += line[--window.first].cells;
  return window;
}

/// The line and, under it, the caret.
std::string drawn(std::string_view line, Span where) {
  const std::vector<Glyph> all = glyphs(line);
  const auto glyph_at = [&](std::uint32_t byte) {
    const auto behind = std::upper_bound(
        all.begin(), all.end(), byte, [](std::uint32_t b, const Glyph& g) { return b < g.begin; });
    return static_cast<std::size_t>(behind - all.begin()) - 1;
  };
  const std::size_t place = where.begin < line.size() ? glyph_at(where.begin) : all.size();
  const std::size_t place_end =
      where.empty() || place == all.size() ? place : glyph_at(where.end - 1) + 1;

  const Window window = window_around(all, place);
  std::string text, caret;
  if (window.first > 0) text += kEllipsis, caret += ' ';
  for (std::size_t i = window.first; i < window.last; ++i) text += all[i].shown;
  if (window.last < all.size()) text += kEllipsis;
  caret.append(cells_between(all, window.first, place), ' ');
  caret += '^';
  const std::size_t under = cells_between(all, place, std::min(place_end, window.last));
  if (under > 1) caret.append(under - 1, '~');
  return "  " + text + "\n  " + caret + "\n";
}

/// Words for people may quote what a person typed: nothing in them may steer the terminal.
std::string harmless(std::string_view words) {
  std::string out;
  for (const Cluster& cluster : clusters(words)) {
    const std::string_view text = words.substr(cluster.begin, cluster.end - cluster.begin);
    if (text == "\n" || text == "\t" || text == "\r\n")
      out += ' ';
    else
      out += cluster.cells == 0 ? kUnprintable : text;
  }
  return out;
}

std::string drawn_place(Span where, std::string_view source) {
  const auto size = static_cast<std::uint32_t>(source.size());
  const std::uint32_t at = std::min(where.begin, size);
  const Span line = line_around(source, at);
  const std::uint32_t begin = std::min(at, line.end) - line.begin;
  const std::uint32_t end = std::max(at, std::min(where.end, line.end)) - line.begin;
  return drawn(line.in(source), {begin, std::max(begin, end)});
}

}  // namespace

std::string_view level_name(Diagnostic::Level level) {
  switch (level) {
    case Diagnostic::Level::note:
      return "note";
    case Diagnostic::Level::warning:
      return "warning";
    case Diagnostic::Level::error:
      return "error";
  }
  return "error";
}

bool has_errors(const Diagnostics& notes) {
  return std::any_of(notes.begin(), notes.end(),
                     [](const Diagnostic& note) { return note.level == Diagnostic::Level::error; });
}

LineColumn line_and_column(std::string_view source, std::size_t byte) {
  byte = std::min(byte, source.size());
  const Span line = line_around(source, byte);
  LineColumn place;
  place.line += static_cast<std::size_t>(
      std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(line.begin), '\n'));
  for (const Cluster& cluster : clusters(line.in(source)))
    if (line.begin + cluster.end <= byte) ++place.column;
  return place;
}

std::string render(const Diagnostic& note, std::string_view name, std::string_view source) {
  const bool whole = note.where == Span{};
  std::string out = harmless(name);
  if (!whole) {
    const LineColumn place = line_and_column(source, note.where.begin);
    out += fmt::format(":{}:{}", place.line, place.column);
  }
  out += fmt::format(": {}: {}", level_name(note.level), harmless(note.message));
  if (!note.code.empty()) out += fmt::format(" [{}]", note.code);
  out += '\n';
  if (!whole) out += drawn_place(note.where, source);
  if (!note.hint.empty()) out += fmt::format("  hint: {}\n", harmless(note.hint));
  return out;
}

}  // namespace litmine
