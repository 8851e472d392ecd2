// The steps from lines to a Document, in their order: clean the lines, put the notes where they are
// read, find headings, mark front matter, body and reference list, read the facts, write the text.
// Each step marks lines; nothing is thrown away, so every line of the manuscript is in the text.
#include "extractors/structure.h"

#include <algorithm>
#include <optional>

#include "extractors/front_matter.h"
#include "extractors/paragraphs.h"
#include "extractors/references.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

constexpr std::string_view kSoftHyphen = "\xC2\xAD";
constexpr std::uint8_t kRunIn = 9;  ///< level of a heading cut off its text: below every marked one

// ---- clean lines --------------------------------------------------------------------------

/// Normalized and single-spaced; a soft hyphen at the end stays, for joining.
std::string clean(std::string_view raw) {
  std::string_view text = trimmed(raw);
  bool soft = text.ends_with(kSoftHyphen);
  std::string out = squeezed(normalized(text));
  if (soft) out += kSoftHyphen;
  return out;
}

/// Where "... of strangers. Keywords: trade" goes on with its keywords; 0 if it does not.
std::size_t keywords_inside(std::string_view text) {
  for (std::string_view words :
       {"keywords:", "key words:", "Keywords:", "Key words:", "KEYWORDS:"}) {
    std::size_t at = text.find(words);
    if (at != std::string_view::npos && at > 0 && trimmed(text.substr(0, at)).ends_with('.'))
      return at;
  }
  return 0;
}

/// "Abstract: We study ..." becomes a heading line and a line of text.
void push_line(std::vector<Line>& lines, Line line) {
  if (std::size_t at = keywords_inside(line.text); at > 0 && !line.footnote) {
    Line rest = line;
    rest.text.erase(0, at);
    rest.paragraph = true;
    line.text = std::string(trimmed(line.text.substr(0, at)));
    lines.push_back(std::move(line));
    bool alone = rest.text.ends_with(':');
    if (!alone) return push_line(lines, std::move(rest));
    rest.heading = kRunIn;
    lines.push_back(std::move(rest));
    return;
  }
  bool opens = line.paragraph || lines.empty() || lines.back().heading > 0 ||
               (ends_sentence(lines.back().text) && starts_with_no_case(line.text, "key"));
  std::size_t bytes = opens && !line.footnote ? run_in_heading(line.text, nullptr) : 0;
  if (bytes == 0) {
    lines.push_back(std::move(line));
    return;
  }
  Line heading = line;
  heading.text = std::string(trimmed(line.text.substr(0, bytes)));
  heading.paragraph = true;
  heading.heading = kRunIn;
  line.text.erase(0, bytes);
  line.paragraph = true;
  lines.push_back(std::move(heading));
  lines.push_back(std::move(line));
}

/// A block that begins with the words of a heading is no continuation, whatever the layout took it
/// for.
bool opens_block(const Line& raw, const Line& line, const std::vector<Line>& before) {
  if (before.empty() || line.text.size() > 60) return false;
  bool new_block = before.back().block != raw.block || before.back().page != raw.page;
  return new_block && begins_upper(line.text.substr(numbering_of(line.text).bytes)) &&
         part_of_heading(line.text).has_value();
}

std::vector<Line> clean_lines(const Manuscript& manuscript) {
  std::vector<Line> lines;
  lines.reserve(manuscript.lines.size() + 4);
  bool owed = true;  // a paragraph's first line was empty
  for (const Line& raw : manuscript.lines) {
    Line line = raw;
    line.text = clean(raw.text);
    if (line.text.empty() || line.text == kSoftHyphen) {
      owed = owed || line.paragraph;
      continue;
    }
    owed = owed || line.paragraph || opens_block(raw, line, lines) ||
           (!lines.empty() && lines.back().heading == kRunIn);
    line.paragraph = owed;
    owed = false;
    push_line(lines, std::move(line));
  }
  return lines;
}

// ---- paragraphs across columns and pages --------------------------------------------------

bool new_place(const Line& before, const Line& line) {
  return line.page != before.page || line.block != before.block;
}

bool is_heading_like(const Line& line) {
  return line.heading > 0 ||
         (line.paragraph && line.text.size() <= 60 && part_of_heading(line.text).has_value());
}

/// A paragraph that a page, a column or a note broke in two is one.
void heal_paragraphs(std::vector<Line>& lines) {
  const Line* before = nullptr;  // the last line of running text
  for (Line& line : lines) {
    if (line.footnote) continue;
    bool like = before && line.heading == 0 && before->heading == 0 &&
                std::abs(line.size - before->size) < 0.6f && line.bold == before->bold;
    bool torn = before && (before->text.ends_with('-') || before->text.ends_with(kSoftHyphen)) &&
                begins_lower(line.text);
    if (line.paragraph && like && (torn || new_place(*before, line)) &&
        goes_on(before->text, line.text) && !is_caption(before->text) && !is_caption(line.text) &&
        !is_heading_like(*before))
      line.paragraph = false;
    before = &line;
  }
}

// ---- notes --------------------------------------------------------------------------------

bool is_address(std::string_view text) {
  constexpr std::string_view kWords[] = {
      "@",        "e-mail",   "email",    "university", "universität", "department", "correspond",
      "institut", "received", "accepted", "copyright",  "©",           "licen",      "doi"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return contains_no_case(text, word); });
}

/// Where on the first page its addresses belong: before the abstract or the introduction, whichever
/// comes first; the end of `lines` when neither begins there.
std::size_t place_of_addresses(const std::vector<Line>& lines) {
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!is_heading_like(lines[at])) continue;
    std::optional<Part> part = part_of_heading(lines[at].text);
    if (part == Part::abstract || part == Part::introduction) return at;
  }
  return lines.size();
}

/// Address notes of the first page go to where addresses are read.
void move_addresses(std::vector<Line>& page, std::vector<Line>& notes) {
  std::string text;
  for (const Line& note : notes) text += note.text + " ";
  std::size_t place = place_of_addresses(page);
  if (notes.empty() || place == page.size() || !is_address(text)) return;
  notes.front().paragraph = true;
  page[place].paragraph = true;
  page.insert(page.begin() + static_cast<std::ptrdiff_t>(place), notes.begin(), notes.end());
  notes.clear();
}

/// Notes follow the body of their page: behind its last whole paragraph, so that a paragraph that
/// goes on overleaf stays whole.
std::vector<Line> settle_notes(std::vector<Line> lines) {
  std::vector<Line> out;
  out.reserve(lines.size());
  std::vector<Line> notes, page_body;
  auto flush = [&](const Line* next) {
    std::size_t cut = page_body.size();
    bool broken = next && !next->paragraph && !page_body.empty();
    if (broken) {
      while (cut > 0 && !page_body[cut - 1].paragraph) --cut;
      cut = cut > 0 ? cut - 1 : 0;
      // A heading stays with its text.
      while (cut > 0 && is_heading_like(page_body[cut - 1])) --cut;
    }
    if (broken && cut == 0) cut = page_body.size();  // one paragraph all over the page
    bool inside = broken && cut == page_body.size();
    for (std::size_t i = 0; i < cut; ++i) out.push_back(std::move(page_body[i]));
    if (!inside) {
      for (Line& note : notes) out.push_back(std::move(note));
      notes.clear();
    }
    for (std::size_t i = cut; i < page_body.size(); ++i) out.push_back(std::move(page_body[i]));
    page_body.clear();
  };
  std::uint32_t page = lines.empty() ? 0 : lines.front().page;
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = at;
    while (end < lines.size() && lines[end].page == page) {
      (lines[end].footnote ? notes : page_body).push_back(std::move(lines[end]));
      ++end;
    }
    if (at == 0) move_addresses(page_body, notes);
    const Line* next = nullptr;
    for (std::size_t i = end; i < lines.size() && !next; ++i)
      if (!lines[i].footnote) next = &lines[i];
    flush(next);
    if (end < lines.size()) page = lines[end].page;
    at = end;
  }
  for (Line& note : notes) out.push_back(std::move(note));
  bool in_note = false;
  for (Line& line : out) {
    if (line.footnote != in_note) line.paragraph = line.paragraph || line.footnote;
    in_note = line.footnote;
  }
  return out;
}

// ---- body ---------------------------------------------------------------------------------

void mark_body(Draft& draft) {
  std::vector<Heading> headings;
  for (const Heading& heading : draft.headings)
    if (heading.begin >= draft.body) headings.push_back(heading);
  std::vector<Part> parts = parts_of(headings);
  for (std::size_t at = draft.body; at < draft.lines.size(); ++at) {
    draft.marks[at].part = Part::introduction;
    draft.marks[at].paragraph = draft.lines[at].paragraph;
  }
  for (std::size_t i = 0; i < headings.size(); ++i) {
    std::size_t end = i + 1 < headings.size() ? headings[i + 1].begin : draft.lines.size();
    for (std::size_t at = headings[i].begin; at < end; ++at) {
      Mark& mark = draft.marks[at];
      mark.part = parts[i];
      mark.heading = at < headings[i].end;
      mark.section = at == headings[i].begin;
      mark.paragraph =
          mark.section || at == headings[i].end || (!mark.heading && draft.lines[at].paragraph);
    }
  }
  if (draft.body < draft.lines.size())
    draft.marks[draft.body].section = draft.marks[draft.body].paragraph = true;
}

/// A keywords section in the middle holds its keywords and no more; the text behind it goes on with
/// the part before it.
void bound_keywords(Draft& draft) {
  for (std::size_t at = draft.body; at < draft.lines.size(); ++at) {
    if (draft.marks[at].part != Part::keywords || !draft.marks[at].section) continue;
    Part before = at > 0 ? draft.marks[at - 1].part : Part::other;
    std::size_t end = at + 1, paragraphs = 0;
    while (end < draft.lines.size() && draft.marks[end].part == Part::keywords &&
           !draft.marks[end].section) {
      if (draft.marks[end].paragraph && !draft.marks[end].heading && ++paragraphs > 1) break;
      ++end;
    }
    if (end < draft.lines.size() && !draft.marks[end].section) draft.marks[end].section = true;
    for (; end < draft.lines.size() && draft.marks[end].part == Part::keywords; ++end)
      draft.marks[end].part = before == Part::keywords ? Part::other : before;
  }
}

/// Notes of the first page that give addresses belong to the affiliations, whatever section of the
/// body they ended up behind.
void mark_address_notes(Draft& draft) {
  if (draft.lines.empty()) return;
  std::uint32_t first = draft.lines.front().page;
  for (std::size_t at = 0; at < draft.lines.size(); ++at) {
    const Line& line = draft.lines[at];
    if (line.page > first + 1 || line.page == 0) break;
    if (!line.footnote || draft.marks[at].heading || at < draft.body) continue;
    std::size_t end = at + 1;
    while (end < draft.lines.size() && draft.lines[end].footnote && !draft.marks[end].heading)
      ++end;
    std::string text;
    for (std::size_t i = at; i < end; ++i) text += draft.lines[i].text + " ";
    if (is_address(text)) {
      if (end < draft.lines.size() && !draft.marks[end].section)
        draft.marks[end].section = draft.marks[end].paragraph = true;
      for (std::size_t i = at; i < end; ++i) {
        draft.marks[i].part = Part::affiliations;
        draft.marks[i].section = i == at;
      }
      draft.marks[at].paragraph = true;
    }
    at = end - 1;
  }
}

// ---- the text -----------------------------------------------------------------------------

/// Writes paragraphs into the document and remembers where pages begin.
class Writer {
 public:
  Writer(const Draft& draft, Document& document)
      : draft_(draft), document_(document), words_(draft.lines) {
    document_.pages.assign(draft.manuscript->page_count, 0);
  }

  void write() {
    for (std::size_t at = 0; at < draft_.lines.size();) {
      std::size_t end = at + 1;
      while (end < draft_.lines.size() && !draft_.marks[end].section) ++end;
      section(at, end);
      at = end;
    }
    for (; page_ < document_.pages.size(); ++page_) document_.pages[page_] = size();
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  void section(std::size_t begin, std::size_t end) {
    std::size_t body = begin;
    while (body < end && draft_.marks[body].heading) ++body;
    Section made;
    made.part = draft_.marks[begin].part;
    if (body > begin) made.heading = paragraph(begin, body);
    std::vector<Span> entries;
    Span all{};
    for (std::size_t at = body; at < end;) {
      std::size_t stop = at + 1;
      while (stop < end && !draft_.marks[stop].paragraph) ++stop;
      Span span = paragraph(at, stop);
      if (all.empty()) all = span;
      all.end = std::max(all.end, span.end);
      if (made.part == Part::references) add_entry(span, draft_.marks[at].entry);
      at = stop;
    }
    if (body == end) all = {size(), size()};
    made.body = all;
    if (made.part == Part::keywords)
      for (Span keyword : keyword_spans(document_.text, made.body))
        document_.keywords.push_back(keyword);
    document_.sections.push_back(made);
  }

  void add_entry(Span span, bool begins) {
    if (span.empty()) return;
    if (begins || document_.references.empty())
      document_.references.push_back(span);
    else
      document_.references.back().end = span.end;
  }

  Span paragraph(std::size_t begin, std::size_t end) {
    if (!document_.text.empty()) document_.text += "\n\n";
    Paragraph made = join_lines(std::span(draft_.lines).subspan(begin, end - begin), page_, words_);
    Span span{size(), size() + static_cast<std::uint32_t>(made.text.size())};
    for (const Paragraph::PageStart& start : made.page_starts)
      if (start.page >= 1 && start.page <= document_.pages.size())
        document_.pages[start.page - 1] = span.begin + start.byte;
    page_ = std::max(page_, draft_.lines[end - 1].page);
    document_.text += made.text;
    return span;
  }

  const Draft& draft_;
  Document& document_;
  Vocabulary words_;
  std::uint32_t page_ = 0;  ///< the last page that has begun
};

}  // namespace

Document to_document(const Manuscript& manuscript) {
  Draft draft;
  draft.manuscript = &manuscript;
  draft.lines = clean_lines(manuscript);
  heal_paragraphs(draft.lines);
  draft.lines = settle_notes(std::move(draft.lines));
  draft.marks.resize(draft.lines.size());
  draft.headings = find_headings(draft.lines, manuscript);
  mark_front_matter(draft);
  mark_body(draft);
  mark_references(draft);
  bound_keywords(draft);
  mark_address_notes(draft);
  read_facts(draft);

  Document document;
  document.kind = Document::Kind::full_text;
  document.about = std::move(draft.about);
  document.furniture = manuscript.furniture;
  document.extractor = manuscript.extractor;
  Writer(draft, document).write();
  return document;
}

}  // namespace litmine
