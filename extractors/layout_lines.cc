// Rows of runs to Lines: texts joined, footnotes set apart, blocks and paragraphs marked.
//
// A paragraph shows in one of four ways, and which of them a text uses is found out from the text
// itself: by an indent of its first line, by an indent of all others (lists of references), by
// white space above, or only by the short line before it. All are judged within one region, that is
// among lines that share their edges.
#include "extractors/layout_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace litmine {
namespace {

constexpr float kIndent = 0.6F;         // em; less is no indent
constexpr float kDeepIndent = 8.0F;     // em; more is centred or a formula
constexpr float kSameSize = 0.08F;      // of the size
constexpr float kSmall = 0.94F;         // of the body's size: notes and captions are smaller
constexpr float kWideSpacing = 1.35F;   // of the usual distance between lines
constexpr float kUsualSpacing = 1.25F;  // em, where nothing else is known
constexpr float kNotesBelow = 0.35F;    // of the page's height: no footnotes above

/// A line on its way, with what only this file needs.
struct Draft {
  Line line;
  std::uint32_t region = 0;
  bool begins_block = false;
  float middle() const { return (line.top + line.bottom) / 2; }
};
using Drafts = std::vector<Draft>;
struct Stretch {
  std::size_t begin, end;
};

Line line_of(const PrintedPage& page, const std::vector<std::uint32_t>& row) {
  Line line;
  line.page = page.number;
  Box box = page.runs[row.front()].box;
  std::uint32_t most = 0, all = 0, bold = 0, italic = 0, of_face = 0;
  line.face = page.runs[row.front()].face;
  for (std::uint32_t item : row) {
    const TextRun& run = page.runs[item];
    if (!line.text.empty()) line.text += ' ';
    line.text += run.text;
    box.add(run.box);
    all += run.letters;
    if (run.face == line.face) of_face += run.letters;
    if (run.bold) bold += run.letters;
    if (run.italic) italic += run.letters;
    if (run.letters > most) {
      most = run.letters;
      line.size = run.size;
    }
  }
  line.bold = bold * 2 > all;
  line.italic = italic * 2 > all;
  if (of_face * 10 < all * 9) line.face = 0;
  line.left = box.left, line.right = box.right, line.top = box.top, line.bottom = box.bottom;
  return line;
}

Drafts drafts_of(const PrintedPage& page) {
  Drafts drafts;
  for (const PageColumn& column : columns_in_order(page))
    for (const auto& row : column.rows) {
      Draft draft{line_of(page, row), column.region, false};
      draft.line.footnote = column.aside;
      draft.begins_block = column.aside;
      drafts.push_back(std::move(draft));
    }
  return drafts;
}

/// Is one of them printed in a typeface of its own?
bool same_face(const Line& a, const Line& b) {
  return a.face == b.face || a.face == 0 || b.face == 0;
}

bool same_size(const Line& a, const Line& b) {
  return std::fabs(a.size - b.size) <= kSameSize * std::max(a.size, b.size);
}

/// Stretches of lines that follow each other in one region.
std::vector<Stretch> regions_of(const Drafts& drafts) {
  std::vector<Stretch> regions;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (regions.empty() || drafts[i].region != drafts[i - 1].region ||
        drafts[i].line.footnote != drafts[i - 1].line.footnote)
      regions.push_back({i, i});
    regions.back().end = i + 1;
  }
  return regions;
}

// ---- Blocks ------------------------------------------------------------------------------------

/// The usual distance from line to line, in em: the middle one of those that are plausible.
float spacing_of(const Drafts& drafts, Stretch region) {
  std::vector<float> distances;
  for (std::size_t i = region.begin + 1; i < region.end; ++i) {
    if (!same_size(drafts[i].line, drafts[i - 1].line)) continue;
    float em = (drafts[i].middle() - drafts[i - 1].middle()) / drafts[i].line.size;
    if (em > 0.7F && em < 3.0F) distances.push_back(em);
  }
  if (distances.size() < 3) return kUsualSpacing;
  auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
  std::nth_element(distances.begin(), middle, distances.end());
  return *middle;
}

/// A block ends at white space and where size or weight of the type change.
void mark_blocks(Drafts& drafts, Stretch region) {
  float spacing = spacing_of(drafts, region);
  drafts[region.begin].begins_block = true;
  for (std::size_t i = region.begin + 1; i < region.end; ++i) {
    const Line& above = drafts[i - 1].line;
    const Line& line = drafts[i].line;
    float distance = drafts[i].middle() - drafts[i - 1].middle();
    float usual = spacing * (above.size + line.size) / 2;
    drafts[i].begins_block = distance > kWideSpacing * usual || distance < 0 ||
                             !same_size(above, line) || above.bold != line.bold ||
                             !same_face(above, line);
  }
}

// ---- Notes -------------------------------------------------------------------------------------

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

constexpr std::string_view kNoteMarks[] = {"¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷",     "⁸",
                                           "⁹", "*", "∗", "†", "‡", "§", "¶", "Note:", "Notes:"};

/// Does a line begin as a footnote does: with its mark or number?
bool begins_note(std::string_view text) {
  if (std::any_of(std::begin(kNoteMarks), std::end(kNoteMarks),
                  [&](std::string_view mark) { return begins_with(text, mark); }))
    return true;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 3) return false;
  std::size_t word = text.find_first_not_of(". ", digits);  // a row of a table goes on in numbers
  return word != std::string_view::npos && !is_digit(text[word]) && text[word] != '-' &&
         (word > digits || text[word] >= 'A');
}

/// Headings under which small type is a list, not notes.
constexpr std::string_view kListHeadings[] = {
    "reference", "bibliogra", "literatur", "works cited", "sources",      "notes",
    "endnote",   "cited",     "quellen",   "références",  "bibliographie"};

bool heads_list(std::string_view text) {
  std::string folded = lower(text);
  return text.size() < 60 &&
         std::any_of(std::begin(kListHeadings), std::end(kListHeadings),
                     [&](std::string_view head) { return folded.find(head) != std::string::npos; });
}

/// Is it a heading right above the line, of another look?
bool heads_block(const Line& line, const Line& below) {
  bool look = line.bold != below.bold || !same_face(line, below) || line.size > below.size * 1.05F;
  return look && line.text.size() < 60 && !line.text.ends_with('.') &&
         below.top - line.bottom < 0.8F * below.size;
}

/// The small type at the end of a region, if it begins as a note does.
void mark_footnotes(Drafts& drafts, Stretch region, float body_size, float page_height) {
  auto small = [&](std::size_t i) { return drafts[i].line.size < kSmall * body_size; };
  std::size_t from = region.end;
  while (from > region.begin && small(from - 1)) --from;
  if (from == region.end) return;
  if (from > region.begin && heads_list(drafts[from - 1].line.text)) return;
  // The first line that begins a note and a block; what stands above it may be a table.
  while (from < region.end && !(begins_note(drafts[from].line.text) &&
                                (drafts[from].begins_block || from == region.begin)))
    ++from;
  if (from == region.end || drafts[from].line.top < kNotesBelow * page_height) return;
  // Small type may be the whole back of an article: its sections and the list are no notes.
  if (from > region.begin && heads_block(drafts[from - 1].line, drafts[from].line)) return;
  for (std::size_t i = from; i < region.end; ++i)
    if (drafts[i].begins_block && heads_list(drafts[i].line.text)) return;
  for (std::size_t i = from; i < region.end; ++i) drafts[i].line.footnote = true;
}

constexpr std::string_view kCaptions[] = {"fig",    "table", "abb",       "tab",    "box",
                                          "scheme", "chart", "exhibit",   "plate",  "map",
                                          "graph",  "photo", "abbildung", "tabelle"};

/// "Fig. 2 ...", "Table 1: ...", "TABLE II": a word for a figure or table and its number.
bool begins_caption(std::string_view text) {
  std::string folded = lower(text.substr(0, 24));
  for (std::string_view word : kCaptions) {
    if (!begins_with(folded, word)) continue;
    std::size_t at = folded.find_first_of(". ", word.size());
    if (at > 10) continue;  // none, too
    if (folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != at) continue;
    at = folded.find_first_not_of(". ", at);
    if (at == std::string::npos) continue;
    char c = folded[at];
    if (is_digit(c) || ((c == 'i' || c == 'v' || c == 'x') && text[at] != c)) return true;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ')' ||
                           text.back() == ']' || is_digit(text.back())))
    text.remove_suffix(1);
  for (std::string_view quote : {"”", "’", "»"})
    if (text.size() >= quote.size() && text.substr(text.size() - quote.size()) == quote)
      text.remove_suffix(quote.size());
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!' ||
                           text.back() == ':' || text.back() == ';');
}

/// Does small type stand beside a float of the column before, and go on where that breaks off?
bool goes_on_beside(const Drafts& drafts, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && !drafts[end - 1].line.footnote) --end;
  if (end == 0) return false;
  const Line& last = drafts[end - 1].line;
  std::size_t begin = end - 1;
  while (begin > 0 && drafts[begin - 1].line.footnote) --begin;
  const Line& line = drafts[at].line;
  return !ends_sentence(last.text) && same_size(last, line) && line.left > last.right - last.size &&
         line.top > drafts[begin].line.top - line.size && line.top < last.bottom;
}

/// A figure or table with its caption that stands inside a paragraph: the small type around a
/// caption goes to the notes when the text before it has not come to its end.
void mark_floats(Drafts& drafts, Stretch region, float body_size, const Line* before) {
  auto body = [&](std::size_t i) {
    return drafts[i].line.size >= kSmall * body_size && !drafts[i].line.footnote;
  };
  for (std::size_t i = region.begin; i < region.end; ++i) {
    if (body(i)) {
      before = &drafts[i].line;
      continue;
    }
    std::size_t end = i;
    bool caption = false;
    for (; end < region.end && !body(end); ++end)
      caption = caption || (drafts[end].begins_block && begins_caption(drafts[end].line.text));
    bool inside = before != nullptr && !ends_sentence(before->text) && !before->bold &&
                  before->size >= kSmall * body_size;
    if ((caption && inside) || goes_on_beside(drafts, i))
      for (std::size_t j = i; j < end; ++j) drafts[j].line.footnote = true;
    i = end - 1;
  }
}

// ---- Paragraphs --------------------------------------------------------------------------------

/// Where most lines of a region begin and the full ones end.
struct Edges {
  float left = 0, right = 0;
  bool justified = false;
};

Edges edges_of(const Drafts& drafts, Stretch region) {
  std::vector<float> lefts, rights;
  for (std::size_t i = region.begin; i < region.end; ++i) {
    lefts.push_back(drafts[i].line.left);
    rights.push_back(drafts[i].line.right);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end());
  Edges edges;
  edges.right = rights[rights.size() - 1 - rights.size() / 20];
  // The left edge: the fullest window of 2 points.
  std::size_t most = 0;
  for (std::size_t i = 0, j = 0; i < lefts.size(); ++i) {
    while (lefts[i] - lefts[j] > 2.0F) ++j;
    if (i - j + 1 > most) {
      most = i - j + 1;
      edges.left = lefts[j];
    }
  }
  float em = drafts[region.begin].line.size;
  auto full = std::count_if(rights.begin(), rights.end(),
                            [&](float right) { return edges.right - right < 0.3F * em; });
  edges.justified = static_cast<std::size_t>(full) * 2 > rights.size();
  return edges;
}

bool is_short(const Line& line, const Edges& edges) {
  float missing = edges.right - line.right;
  return edges.justified ? missing > 1.0F * line.size
                         : missing > 0.25F * (edges.right - edges.left);
}

enum class Margin { out, flush, in, far };
Margin margin_of(const Line& line, const Edges& edges) {
  float em = (line.left - edges.left) / line.size;
  if (em < -kIndent) return Margin::out;
  if (em <= kIndent) return Margin::flush;
  return em <= kDeepIndent ? Margin::in : Margin::far;
}

/// Do the lines of a stretch hang: first lines out, all others in?
bool hangs(const Drafts& drafts, Stretch stretch, const Edges& edges) {
  // Where most lines stand further in than the first ones, the first ones are out.
  int hanging = 0, indented = 0;
  for (std::size_t i = stretch.begin + 1; i < stretch.end; ++i) {
    const Line& above = drafts[i - 1].line;
    const Line& line = drafts[i].line;
    float step = (line.left - above.left) / line.size;
    bool shorter = is_short(above, edges);
    if (step > kIndent && step < kDeepIndent) {
      (shorter ? indented : hanging) += 1;
    } else if (step < -kIndent && step > -kDeepIndent) {
      (shorter ? hanging : indented) += 1;
    } else if (std::fabs(step) <= kIndent && !shorter) {
      Margin margin = margin_of(line, edges);
      if (margin == Margin::in) ++hanging;
    }
  }
  return hanging > indented;
}

// The last is the bullet of Symbol fonts, in the private use area.
constexpr std::string_view kBullets[] = {"•", "▪", "◦", "■", "●",           "‣",
                                         "⁃", "○", "✓", "➢", "\xEF\x82\xB7"};

bool begins_item(std::string_view text) {
  return std::any_of(std::begin(kBullets), std::end(kBullets),
                     [&](std::string_view bullet) { return begins_with(text, bullet); });
}

/// Does a line that stands first in its column go on with the text before it?
bool goes_on(const Line& line, const Line* before, bool indented) {
  if (before == nullptr || indented || line.bold != before->bold || !same_size(line, *before) ||
      !same_face(line, *before))
    return false;
  return !ends_sentence(before->text) || (line.text[0] >= 'a' && line.text[0] <= 'z');
}

/// Paragraphs of one stretch of lines of the same look: a block.
void mark_paragraphs(Drafts& drafts, Stretch block, const Edges& edges) {
  bool hanging = hangs(drafts, block, edges);
  for (std::size_t i = block.begin + 1; i < block.end; ++i) {
    const Line& above = drafts[i - 1].line;
    Line& line = drafts[i].line;
    float step = (line.left - above.left) / line.size;
    bool ended = is_short(above, edges) && ends_sentence(above.text);
    if (begins_item(line.text))
      line.paragraph = true;
    else if (hanging)
      line.paragraph =
          step < -kIndent || (step <= kIndent && ended && margin_of(line, edges) != Margin::in);
    else
      line.paragraph = (step > kIndent && step < kDeepIndent) || ended;
  }
}

void mark_region(Drafts& drafts, Stretch region, const Line* before) {
  Edges edges = edges_of(drafts, region);
  for (std::size_t begin = region.begin; begin < region.end;) {
    std::size_t end = begin + 1;
    while (end < region.end && !drafts[end].begins_block) ++end;
    Line& first = drafts[begin].line;
    bool top = begin == region.begin;
    bool indented = margin_of(first, edges) == Margin::in;
    first.paragraph = !top || first.footnote || !goes_on(first, before, indented);
    mark_paragraphs(drafts, {begin, end}, edges);
    begin = end;
  }
}

/// The last line of running text so far, or null.
const Line* last_text(const std::vector<Line>& lines) {
  auto line = std::find_if(lines.rbegin(), lines.rend(),
                           [](const Line& candidate) { return !candidate.footnote; });
  return line == lines.rend() ? nullptr : &*line;
}

}  // namespace

void read_page(const PrintedPage& page, float body_size, std::vector<Line>& lines) {
  Drafts drafts = drafts_of(page);
  const Line* before = last_text(lines);
  for (Stretch region : regions_of(drafts)) {
    if (drafts[region.begin].line.footnote) {
      for (std::size_t i = region.begin; i < region.end; ++i) drafts[i].line.paragraph = true;
      continue;
    }
    mark_blocks(drafts, region);
    mark_footnotes(drafts, region, body_size, page.height);
    mark_floats(drafts, region, body_size, before);
    mark_region(drafts, region, before);
    for (std::size_t i = region.begin; i < region.end; ++i)
      if (!drafts[i].line.footnote) before = &drafts[i].line;
  }
  std::stable_partition(drafts.begin(), drafts.end(),
                        [](const Draft& draft) { return !draft.line.footnote; });
  std::uint16_t block = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    bool apart = i == 0 || drafts[i].begins_block || drafts[i].region != drafts[i - 1].region ||
                 drafts[i].line.footnote != drafts[i - 1].line.footnote;
    if (apart && block < 65535) ++block;
    drafts[i].line.block = block;
    lines.push_back(std::move(drafts[i].line));
  }
}

}  // namespace litmine
