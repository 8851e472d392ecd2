// Plain text has no fonts, so lines, blanks and marks must tell. The one question with no sure
// answer is whether a line end ends a paragraph. Two kinds of file are common: one line a paragraph
// (lines are long, hardly one begins with a small letter), and hard-wrapped (lines are of one
// width). Between two lines without an empty line the kind of the file decides.
#include "extractors/text.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "extractors/headings.h"
#include "extractors/structure_strings.h"
#include "extractors/text_formats.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::uintmax_t kLargestFile =
    std::uintmax_t{64} * 1024 * 1024;  ///< an article's text is far smaller
constexpr float kBlankWidth = 5;       ///< points that one blank of indentation stands for

/// One line of the file, and what stands before it.
struct Raw {
  std::string text;        ///< trimmed
  std::size_t indent = 0;  ///< blanks before it
  std::uint32_t page = 0;
  bool after_blank = false;  ///< an empty line (or the page's begin) stands before
  bool before_blank = false;
  bool first = false, last = false;  ///< of its page
};

std::size_t indent_of(std::string_view line) {
  std::size_t width = 0;
  for (char c : line) {
    if (c == ' ')
      ++width;
    else if (c == '\t')
      width += 4;
    else
      break;
  }
  return width;
}

std::vector<Raw> raw_lines(std::string_view text, std::uint32_t* pages) {
  bool paged = text.find('\f') != std::string_view::npos;
  std::uint32_t page = paged ? 1 : 0;
  std::vector<Raw> lines;
  bool blank = true, fresh = true;
  while (!text.empty()) {
    std::size_t end = text.find_first_of("\n\f");
    std::string_view line = text.substr(0, end);
    Raw raw;
    raw.text = std::string(trimmed(line));
    if (raw.text.empty()) {
      blank = true;
    } else {
      raw.indent = indent_of(line);
      raw.page = page;
      raw.after_blank = blank;
      raw.first = fresh;
      if (!lines.empty()) lines.back().before_blank = blank;
      lines.push_back(std::move(raw));
      blank = fresh = false;
    }
    if (end == std::string_view::npos) break;
    if (text[end] == '\f') {
      ++page;
      blank = fresh = true;
      if (!lines.empty()) lines.back().last = true;
    }
    text.remove_prefix(end + 1);
  }
  if (!lines.empty()) lines.back().before_blank = lines.back().last = true;
  *pages = paged ? page : 0;
  // A form feed at the very end ends the last page rather than beginning another.
  if (paged && fresh && page > 1) *pages = page - 1;
  return lines;
}

// ---- furniture ----------------------------------------------------------------------------

/// "987", "- 12 -", "Page 3 of 20", "xii".
bool is_page_number(std::string_view text) {
  if (text.size() > 16) return false;
  std::string lower = lower_ascii(text);
  std::size_t letters = count_letters(lower), digits = count_digits(lower);
  if (letters == 0)
    return digits > 0 && digits <= 4 && lower.find_first_of(".,%:;+=") == std::string::npos;
  return lower.starts_with("page ") && digits > 0;
}

/// What running heads of several pages have in common: the words, digits aside.
std::string head_key(std::string_view text, bool digits_vary) {
  std::string key;
  for (char c : text) {
    if (c == '#' || c == '*') continue;
    bool digit = c >= '0' && c <= '9';
    if (!digit || !digits_vary)
      key += c;
    else if (key.empty() || key.back() != '0')
      key += '0';
  }
  return std::string(trimmed(key));
}

/// Lines that stand alone (or at a page's edge), say the same at least three times and are not
/// sentences or captions; the first stays where it is, for it may be the title or the names.
void take_furniture(std::vector<Raw>& lines, Manuscript& manuscript) {
  auto alone = [](const Raw& line) { return line.after_blank && line.before_blank; };
  auto at_edge = [](const Raw& line) { return line.page > 0 && (line.first || line.last); };
  std::map<std::string, int> seen;
  auto key_of = [&](const Raw& line) { return head_key(line.text, at_edge(line)); };
  auto candidate = [&](const Raw& line) {
    return (alone(line) || at_edge(line)) && count_words(line.text) <= 25 &&
           count_letters(line.text) >= 3 && !line.text.ends_with('.') && !is_caption(line.text) &&
           !part_of_heading(line.text);
  };
  for (const Raw& line : lines)
    if (candidate(line)) ++seen[key_of(line)];
  std::map<std::string, int> kept;
  std::vector<Raw> rest;
  rest.reserve(lines.size());
  for (Raw& line : lines) {
    bool number = (alone(line) || at_edge(line)) && is_page_number(line.text);
    bool head = !number && candidate(line) && seen[key_of(line)] >= 3 && kept[key_of(line)]++ > 0;
    if (number || head) {
      std::string where = line.page > 0 ? "page " + std::to_string(line.page) + ": " : "";
      manuscript.furniture.push_back(where + line.text);
      if (!rest.empty() && rest.back().page == line.page) rest.back().before_blank = true;
      continue;
    }
    rest.push_back(std::move(line));
  }
  for (std::size_t i = 1; i < rest.size(); ++i)
    rest[i].after_blank = rest[i].after_blank || rest[i - 1].before_blank;
  lines = std::move(rest);
}

// ---- Markdown -----------------------------------------------------------------------------

bool is_boundary(char c) {
  return c == ' ' || std::string_view("()[]\"'.,;:!?-/*_").find(c) != std::string_view::npos;
}

/// "*Journal*" and "**bold**" lose their marks; a lone star stays.
std::string without_emphasis(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char c = text[at];
    std::size_t run = 0;
    if (c == '*' || c == '_')
      while (at + run < text.size() && text[at + run] == c) ++run;
    bool opens = run > 0 && run <= 3 && (at == 0 || is_boundary(text[at - 1])) &&
                 at + run < text.size() && text[at + run] != ' ';
    if (opens) {
      std::string mark(run, c);
      std::size_t close = text.find(mark, at + run);
      bool closed = close != std::string_view::npos && text[close - 1] != ' ' &&
                    (close + run == text.size() || is_boundary(text[close + run]) || run > 1);
      if (closed) {
        out += without_emphasis(text.substr(at + run, close - at - run));
        at = close + run;
        continue;
      }
    }
    out.append(text.substr(at, std::max<std::size_t>(run, 1)));
    at += std::max<std::size_t>(run, 1);
  }
  return out;
}

/// "<i>", "</sup>", "<br/>": the few tags that stray into plain text.
std::string without_tags(std::string_view text) {
  constexpr std::string_view kTags[] = {"i", "b", "em", "strong", "sup", "sub", "br", "p", "u"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text[at] == '<' ? text.find('>', at) : std::string_view::npos;
    if (end != std::string_view::npos && end - at <= 8) {
      std::string name = lower_ascii(text.substr(at + 1, end - at - 1));
      std::erase_if(name, [](char c) { return c == '/' || c == ' '; });
      if (std::find(std::begin(kTags), std::end(kTags), name) != std::end(kTags)) {
        at = end + 1;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

/// Takes the marks at a line's begin off: heading, quotation, list item.
void take_marks(Raw& raw, Line& line) {
  std::string_view text = raw.text;
  std::size_t hashes = 0;
  while (hashes < text.size() && text[hashes] == '#') ++hashes;
  if (hashes >= 1 && hashes <= 6 && hashes + 1 < text.size() && text[hashes] == ' ') {
    line.heading = static_cast<std::uint8_t>(hashes);
    line.paragraph = true;
    text = trimmed(text.substr(hashes));
    while (!text.empty() && text.back() == '#') text.remove_suffix(1);
  } else if (text.starts_with("> ")) {
    text = trimmed(text.substr(2));
  } else if (text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ")) {
    text = trimmed(text.substr(2));
    line.paragraph = true;
  }
  bool bold = text.size() > 5 && text.starts_with("**") && text.find("**", 2) == text.size() - 2;
  line.text = without_tags(without_emphasis(trimmed(text)));
  line.bold = bold;
}

bool is_list_item(std::string_view text) {
  if (text.starts_with("•") || text.starts_with("◦") || text.starts_with("–") ||
      text.starts_with("·"))
    return true;
  std::size_t digits = text.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && digits <= 3 &&
         (text[digits] == '.' || text[digits] == ')') && digits + 1 < text.size() &&
         text[digits + 1] == ' ';
}

// ---- wrapped or not -----------------------------------------------------------------------

/// The width to which a text is wrapped, in bytes; 0 when each line is a paragraph.
std::size_t wrap_width(const std::vector<Raw>& lines) {
  std::size_t pairs = 0, goes_on = 0, longest = 0, very_long = 0;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    longest = std::max(longest, lines[i].text.size());
    if (lines[i].text.size() > 200) ++very_long;
    widths.push_back(lines[i].text.size());
    if (i + 1 == lines.size() || lines[i].before_blank) continue;
    ++pairs;
    if (begins_lower(lines[i + 1].text) && !ends_sentence(lines[i].text)) ++goes_on;
  }
  if (pairs == 0 || goes_on * 5 < pairs || very_long * 6 > lines.size()) return 0;
  std::size_t ninth = widths.size() * 9 / 10;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(ninth),
                   widths.end());
  return widths[ninth];
}

/// Does `line` begin a paragraph, though no empty line stands before it?
bool begins_paragraph(const Raw& before, const Raw& line, std::size_t width) {
  bool tabbed =
      before.text.find('\t') != std::string::npos || line.text.find('\t') != std::string::npos;
  if (tabbed || is_list_item(line.text)) return true;
  // A title in capitals over two lines.
  bool capitals = all_capitals(before.text) && all_capitals(line.text);
  if (capitals && !ends_sentence(before.text) && !part_of_heading(before.text) &&
      !part_of_heading(line.text))
    return false;
  bool open = !ends_sentence(before.text) && begins_lower(line.text);
  if (width == 0) return !open || before.text.size() < 40;
  if (line.indent >= before.indent + 2 && line.indent <= before.indent + 8)
    return ends_sentence(before.text);
  if (open) return false;
  bool full = before.text.size() * 10 >= width * 6;
  if (ends_sentence(before.text)) return before.text.size() * 4 < width * 3;
  return !full && begins_upper(line.text);
}

class TextExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "text"; }
  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    return !head.empty() && foreign_format(head, path).name.empty() && is_readable_text(head);
  }
  void extract(const std::filesystem::path& path, const Intake& intake) const override;
};

Problem not_read(const std::filesystem::path& path, std::string code, std::string reason,
                 std::string hint = {}) {
  Problem problem;
  problem.file = path.string();
  problem.code = std::move(code);
  problem.reason = std::move(reason);
  problem.hint = std::move(hint);
  return problem;
}

void TextExtractor::extract(const std::filesystem::path& path, const Intake& intake) const {
  std::error_code failed;
  std::uintmax_t size = std::filesystem::file_size(path, failed);
  if (!failed && size > kLargestFile)
    return intake.problem(not_read(path, "too-large",
                                   "is larger than 64 MiB, which no article's text is",
                                   "split it into one file an article"));
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  if (!file || !(bytes << file.rdbuf()))
    return intake.problem(not_read(path, "unreadable", "could not be opened or read"));
  std::string raw = std::move(bytes).str();
  if (!is_readable_text(raw))
    return intake.problem(not_read(path, "binary",
                                   "holds bytes that are no text in any encoding litmine knows",
                                   "save it as UTF-8"));
  std::string encoding;
  std::string text = decoded(raw, &encoding);
  Document document = to_document(read_lines(text));
  if (count_letters(document.text) == 0)
    return intake.problem(not_read(path, "no-text", "holds no words"));
  document.source = path.string();
  document.extractor = "text";
  intake.document(std::move(document));
  if (encoding == "UTF-8" || encoding.starts_with("UTF-16")) return;
  Problem doubt = not_read(path, "encoding", "is not valid UTF-8; read as " + encoding,
                           "save it as UTF-8 if letters look wrong");
  doubt.level = Problem::Level::doubtful;
  intake.problem(std::move(doubt));
}

}  // namespace

const Extractor& text_extractor() {
  static const TextExtractor extractor;
  return extractor;
}

Manuscript read_lines(std::string_view text) {
  std::string clean = normalized(text);
  Manuscript manuscript;
  manuscript.extractor = "text";
  std::vector<Raw> lines = raw_lines(clean, &manuscript.page_count);
  take_furniture(lines, manuscript);
  std::size_t width = wrap_width(lines);
  std::uint16_t block = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Raw& raw = lines[i];
    if (raw.after_blank) ++block;
    Line line;
    line.page = raw.page;
    line.block = block;
    line.left = static_cast<float>(raw.indent) * kBlankWidth;
    line.paragraph = i == 0 || raw.after_blank || begins_paragraph(lines[i - 1], raw, width);
    take_marks(raw, line);
    if (!manuscript.lines.empty() && manuscript.lines.back().heading > 0) line.paragraph = true;
    manuscript.lines.push_back(std::move(line));
  }
  return manuscript;
}

}  // namespace litmine
