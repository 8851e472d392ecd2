#include "taggers/reading.h"

#include <algorithm>

#include "text/sentences.h"

namespace litmine {
namespace {

constexpr Parts kPlaced = kFront | Parts{Part::introduction, Part::theory,     Part::method,
                                         Part::results,      Part::discussion, Part::limitations};

constexpr std::uint32_t kLongest = 1500;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r'; }

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_space(text[span.end - 1])) --span.end;
  return span;
}

// Where paragraphs begin: after an empty line.
std::vector<std::uint32_t> paragraph_starts(std::string_view text) {
  std::vector<std::uint32_t> starts;
  bool fresh = true;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    bool blank = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                             text.begin() + static_cast<std::ptrdiff_t>(end), is_space);
    if (!blank && fresh) starts.push_back(static_cast<std::uint32_t>(at));
    fresh = blank;
    at = end + 1;
  }
  return starts;
}

}  // namespace

Reading::Reading(const Document& document, const Zones& zones)
    : document_(document), settings_(zones), plain_(plain_punctuation(document.text)) {
  Parts placed;
  const Section* last_introduction = nullptr;
  bool unplaced = false;
  for (const Section& section : document.sections) {
    if (section.body.empty()) continue;
    if (section.part == Part::introduction) last_introduction = &section;
    if (kPlaced.contains(section.part)) placed = placed | section.part;
    unplaced |= section.part == Part::other;
  }
  by_position_ = unplaced && (placed - Parts(Part::title)).empty();
  for (const Section& section : document.sections)
    read_section(section, &section == last_introduction);
  if (document.sections.empty() && !document.text.empty())
    read_by_position(Span{0, static_cast<std::uint32_t>(plain_.text.size())});
}

Span Reading::in_plain(Span document) const {
  auto place = [&](std::uint32_t byte) {
    auto found = std::lower_bound(plain_.origin.begin(), plain_.origin.end(), byte);
    std::size_t at = static_cast<std::size_t>(found - plain_.origin.begin());
    return static_cast<std::uint32_t>(std::min(at, plain_.text.size()));
  };
  return {place(document.begin), place(document.end)};
}

Span Reading::in_document(Span plain) const {
  std::size_t last = plain_.origin.size() - 1;
  return {plain_.origin[std::min<std::size_t>(plain.begin, last)],
          plain_.origin[std::min<std::size_t>(plain.end, last)]};
}

void Reading::read_section(const Section& section, bool last_introduction) {
  Span heading = trimmed(plain_.text, in_plain(section.heading));
  Span body = trimmed(plain_.text, in_plain(section.body));
  if (!heading.empty()) {
    headings_.push_back({heading, section.part, false});
    if (!body.empty() && kText.contains(section.part) && !by_position_)
      sentences_.push_back({heading, section.part, false});
  }
  if (body.empty()) return;
  if (by_position_ && section.part == Part::other) return read_by_position(body);
  zones_ = zones_ | section.part;
  if (section.part == Part::keywords) return read_keywords(section);
  if (section.part == Part::references) return read_references(section);
  if (!last_introduction) return read_body(body, section.part);
  std::uint32_t tail = end_of_introduction(body);
  read_body({body.begin, tail}, section.part);
  std::size_t before = sentences_.size();
  read_body({tail, body.end}, section.part);
  for (std::size_t i = before; i < sentences_.size(); ++i) sentences_[i].introduction_end = true;
}

void Reading::read_body(Span plain, Part zone) {
  for (Span sentence : litmine::sentences(plain.in(plain_.text)))
    add({sentence.begin + plain.begin, sentence.end + plain.begin}, zone);
}

// A "sentence" of many thousand bytes is a table that lost its lines: read it in pieces.
void Reading::add(Span sentence, Part zone) {
  while (sentence.size() > kLongest) {
    std::uint32_t cut = sentence.begin + kLongest;
    while (cut > sentence.begin + kLongest / 2 && !is_space(plain_.text[cut])) --cut;
    while (cut < sentence.end && (static_cast<unsigned char>(plain_.text[cut]) & 0xC0) == 0x80)
      ++cut;
    sentences_.push_back({{sentence.begin, cut}, zone, false});
    sentence = trimmed(plain_.text, {cut, sentence.end});
  }
  if (!sentence.empty()) sentences_.push_back({sentence, zone, false});
}

void Reading::read_keywords(const Section& section) {
  bool known = false;
  for (Span keyword : document_.keywords) {
    if (!section.body.contains(keyword)) continue;
    sentences_.push_back({in_plain(keyword), Part::keywords, false});
    known = true;
  }
  if (known) return;
  Span body = in_plain(section.body);
  std::uint32_t begin = body.begin;
  for (std::uint32_t at = body.begin; at <= body.end; ++at) {
    if (at < body.end && plain_.text[at] != ';' && plain_.text[at] != ',') continue;
    if (Span keyword = trimmed(plain_.text, {begin, at}); !keyword.empty())
      sentences_.push_back({keyword, Part::keywords, false});
    begin = at + 1;
  }
}

void Reading::read_references(const Section& section) {
  bool known = false;
  for (Span reference : document_.references) {
    if (!section.body.contains(reference)) continue;
    sentences_.push_back({in_plain(reference), Part::references, false});
    known = true;
  }
  if (known) return;
  Span body = in_plain(section.body);
  for (std::uint32_t at = body.begin; at < body.end;) {
    std::size_t line_end = std::min<std::size_t>(plain_.text.find('\n', at), body.end);
    Span line = trimmed(plain_.text, {at, static_cast<std::uint32_t>(line_end)});
    if (!line.empty()) sentences_.push_back({line, Part::references, false});
    at = static_cast<std::uint32_t>(line_end) + 1;
  }
}

void Reading::read_by_position(Span plain) {
  by_position_ = true;
  auto whole = static_cast<double>(plain_.text.size());
  for (Span sentence : litmine::sentences(plain.in(plain_.text))) {
    Span where{sentence.begin + plain.begin, sentence.end + plain.begin};
    double share = where.begin / whole;
    Part zone = settings_.middle_as;
    if (share < settings_.first) zone = settings_.first_as;
    if (share >= 1 - settings_.last) zone = settings_.last_as;
    zones_ = zones_ | zone;
    add(where, zone);
  }
}

// The last paragraphs say what the article does. Where paragraphs are not told apart, or are few,
// the last two fifths are as good a guess; more than half it never is.
std::uint32_t Reading::end_of_introduction(Span plain) const {
  std::vector<std::uint32_t> starts = paragraph_starts(plain.in(plain_.text));
  std::uint32_t half = plain.begin + plain.size() / 2;
  if (starts.size() > settings_.end_paragraphs) {
    std::uint32_t at = plain.begin + starts[starts.size() - settings_.end_paragraphs];
    if (at >= half) return at;
  }
  std::uint32_t from = plain.begin + plain.size() / 5 * 3;
  for (Span sentence : litmine::sentences(plain.in(plain_.text)))
    if (sentence.begin + plain.begin >= from) return sentence.begin + plain.begin;
  return plain.end;
}

std::vector<Sentence> Reading::openings(Part zone) const {
  std::vector<Sentence> found;
  for (const Sentence& heading : headings_)
    if (heading.zone == zone) found.push_back(heading);
  if (!found.empty()) return found;
  for (const Sentence& sentence : sentences_)
    if (sentence.zone == zone) return {sentence};
  return found;
}

std::string Reading::body() const {
  std::string text;
  for (const Sentence& sentence : sentences_) {
    if (!(kFront | kBody).contains(sentence.zone)) continue;
    text += sentence.where.in(plain_.text);
    text += '\n';
  }
  return text;
}

}  // namespace litmine
