// The list opens with the heading that is only "References" (or a word like it) and has entries
// under it; without a heading, with the run of entries at the end of the text. Entries are cut by
// the witness that is surest for this list: numbers that count up, a hanging indent, or paragraphs
// and lines that begin with names. The list ends at a heading that is none of its own, or where the
// entries stop (Westerlund 2020 has the author's biography there).
#include "extractors/references.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "extractors/paragraphs.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "1987", "(2020a)", "[2005]": a year standing by itself.
bool has_year(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    bool century =
        text[at] == '1' ? text[at + 1] >= '6' && text[at + 1] <= '9' : text.substr(at, 2) == "20";
    if (!century || !is_digit(text[at + 2]) || !is_digit(text[at + 3])) continue;
    bool left = at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '.');
    bool right = at + 4 == text.size() || !is_digit(text[at + 4]);
    if (left && right) return true;
  }
  return contains_no_case(text, "in press") || contains_no_case(text, "forthcoming") ||
         contains_no_case(text, "n.d.");
}

/// "12–34", "pp. 5", "41(5)", "Vol. 3": the tail of an article's reference.
bool has_pages(std::string_view text) {
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] == '(' && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
    if (text[at] == '-' && is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
    if (text.substr(at).starts_with("–") && at + 3 < text.size() && is_digit(text[at - 1]) &&
        is_digit(text[at + 3]))
      return true;
  }
  return contains_no_case(text, "pp.") || contains_no_case(text, "vol.");
}

bool has_address(std::string_view text) {
  return contains_no_case(text, "doi") || contains_no_case(text, "http") ||
         contains_no_case(text, "www.") || contains_no_case(text, "arxiv");
}

bool has_publisher(std::string_view text) {
  constexpr std::string_view kWords[] = {
      "press",  "journal",  "proceedings", "publish",  "verlag", "university", "eds.",  "(ed",
      "review", "springer", "wiley",       "elsevier", "et al",  "retrieved",  "thesis"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return contains_no_case(text, word); });
}

/// Bytes of the label "[12]", "(3)", "12." or "12 " at the start; its number in `number`.
std::size_t label(std::string_view text, int* number) {
  std::size_t at = 0;
  bool bracket = !text.empty() && (text[0] == '[' || text[0] == '(');
  if (bracket) ++at;
  int value = 0;
  std::size_t begin = at;
  while (at < text.size() && is_digit(text[at]) && at - begin < 4)
    value = value * 10 + (text[at++] - '0');
  if (at == begin) return 0;
  if (bracket) {
    if (at == text.size() || (text[at] != ']' && text[at] != ')')) return 0;
    ++at;
  } else {
    bool dotted = at < text.size() && (text[at] == '.' || text[at] == ')');
    if (dotted) ++at;
    if (at < text.size() && text[at] != ' ' && !(dotted && begins_upper(text.substr(at)))) return 0;
    if (at - begin == 4 && !dotted && value > 1500) return 0;  // a year
  }
  while (at < text.size() && text[at] == ' ') ++at;
  *number = value;
  return at;
}

/// The first word is a family name or a body's name, and initials, a given name or a year follow.
bool begins_with_names(std::string_view text) {
  constexpr std::string_view kParticles[] = {"de ",  "van ", "von ", "da ", "di ", "del ",
                                             "dos ", "der ", "den ", "la ", "le ", "ten ",
                                             "ter ", "du ",  "el-",  "al-"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view particle : kParticles)
      if (text.starts_with(particle)) {
        text.remove_prefix(particle.size());
        again = true;
      }
  }
  if (!begins_upper(text)) return false;
  std::string_view head = text.substr(0, 90);
  std::size_t comma = head.find(',');
  std::size_t year = head.find('(');
  if (comma < 40) {  // npos is not
    std::string_view after = trimmed(head.substr(comma + 1));
    CodePoint initial = code_point_at(after, 0);
    if (is_upper(initial.value) && count_words(head.substr(0, comma)) <= 4) {
      std::string_view rest = after.substr(initial.bytes);
      return rest.empty() || rest[0] == '.' || rest[0] == ',' || rest[0] == ' ' || rest[0] == '-' ||
             is_letter(code_point_at(rest, 0).value);
    }
  }
  if (year != std::string_view::npos && year + 5 <= text.size() && is_digit(text[year + 1]) &&
      has_year(text.substr(year, 6)))
    return true;
  // "Smith J, Miller AB." and "Smith J. 2020."
  std::size_t blank = head.find(' ');
  if (blank == std::string_view::npos) return false;
  std::string_view second = head.substr(blank + 1);
  second = second.substr(0, second.find_first_of(" ,.;:"));
  return !second.empty() && second.size() <= 4 && all_capitals(std::string(second) + "XXX") &&
         count_letters(second) > 0;
}

bool is_reference_heading(const Draft& draft, const Heading& heading) {
  return heading.names == Part::references && heading.begin >= draft.body;
}

/// Among the next lines, how many show a mark of a reference (0..1).
double reference_density(const Draft& draft, std::size_t begin, std::size_t lines) {
  std::size_t seen = 0, telling = 0;
  for (std::size_t at = begin; at < draft.lines.size() && seen < lines; ++at, ++seen) {
    const std::string& text = draft.lines[at].text;
    if (has_year(text) || has_pages(text) || has_address(text) || begins_with_names(text))
      ++telling;
  }
  return seen == 0 ? 0 : static_cast<double>(telling) / static_cast<double>(seen);
}

struct List {
  std::size_t heading = 0, begin = 0, end = 0;  ///< lines; heading == begin when there is none
};

/// The paragraph's end: the next line that begins one.
std::size_t paragraph_end(const Draft& draft, std::size_t at) {
  std::size_t end = at + 1;
  while (end < draft.lines.size() && !draft.lines[end].paragraph && !draft.marks[end].section)
    ++end;
  return end;
}

std::string paragraph_text(const Draft& draft, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + draft.lines[i].text;
  return text;
}

/// A heading under which the list goes on: "Further reading", "Primary sources", or a word that
/// stands before more entries without naming another part.
bool keeps_list(const Draft& draft, const Heading& heading) {
  if (heading.names == Part::references) return true;
  if (heading.names) return false;
  return reference_density(draft, heading.end, 12) >= 0.5;
}

std::optional<List> list_under_heading(const Draft& draft) {
  std::optional<List> best;
  double best_density = 0;
  for (const Heading& heading : draft.headings) {
    if (!is_reference_heading(draft, heading)) continue;
    double density = reference_density(draft, heading.end, 24);
    if (density < 0.3) continue;
    // An earlier list that has the later heading in it ("Further reading") is the list.
    if (best && density < best_density + 0.5 && best_density >= 0.3) continue;
    best = List{heading.begin, heading.end, draft.lines.size()};
    best_density = density;
  }
  if (!best) return std::nullopt;
  for (const Heading& heading : draft.headings)
    if (heading.begin >= best->begin && !keeps_list(draft, heading)) {
      best->end = heading.begin;
      break;
    }
  return best;
}

/// Without a heading: the run of paragraphs at the end of which nearly each looks like an entry.
std::optional<List> list_without_heading(const Draft& draft) {
  std::size_t begin = draft.lines.size(), end = begin, entries = 0, strangers = 0;
  std::vector<std::size_t> starts;
  for (std::size_t at = draft.body; at < draft.lines.size(); at = paragraph_end(draft, at))
    starts.push_back(at);
  for (std::size_t i = starts.size(); i-- > 0;) {
    std::size_t stop = i + 1 < starts.size() ? starts[i + 1] : draft.lines.size();
    std::string text = paragraph_text(draft, starts[i], std::min(stop, starts[i] + 12));
    bool entry =
        stop - starts[i] <= 12 && begins_like_reference(text) && looks_like_reference(text);
    if (entry) {
      if (entries++ == 0) end = stop;
      begin = starts[i];
      strangers = 0;
    } else if (entries > 0 ? ++strangers > 2 : starts.size() - i > 30) {
      break;
    }
  }
  if (entries < 5) return std::nullopt;
  return List{begin, begin, end};
}

// ---- entries ------------------------------------------------------------------------------

/// Numbers that count up tell the entries; none if they do not count.
std::vector<std::size_t> numbered_starts(const Draft& draft, const List& list) {
  std::vector<std::size_t> starts;
  int expected = 0;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    int number = 0;
    if (label(draft.lines[at].text, &number) == 0) continue;
    bool first = starts.empty() && number <= 3;
    if (!first && (starts.empty() || number < expected || number > expected + 2)) continue;
    starts.push_back(at);
    expected = number + 1;
  }
  bool from_the_start = !starts.empty() && starts.front() <= list.begin + 3;
  if (starts.size() < 3 || !from_the_start) return {};
  if ((list.end - list.begin) / starts.size() > 12) return {};
  return starts;
}

/// Lines by column: the page and whether they stand in its right half.
using Column = std::pair<std::uint32_t, int>;

std::map<std::uint32_t, float> page_middles(const Draft& draft, const List& list) {
  std::map<std::uint32_t, std::pair<float, float>> edges;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    const Line& line = draft.lines[at];
    auto [edge, fresh] = edges.try_emplace(line.page, line.left, line.right);
    edge->second.first = std::min(edge->second.first, line.left);
    edge->second.second = std::max(edge->second.second, line.right);
  }
  std::map<std::uint32_t, float> middles;
  for (const auto& [page, edge] : edges)
    middles[page] = edge.first + 0.4f * (edge.second - edge.first);
  return middles;
}

/// May an entry end with this line: with a full stop, an address, or a number of pages?
bool closes_entry(std::string_view text) {
  return ends_sentence(text) || has_address(text) || (!text.empty() && is_digit(text.back()));
}

/// A hanging indent: in each column the entries begin at the left edge and go on further right.
std::vector<std::size_t> hanging_starts(const Draft& draft, const List& list) {
  std::map<std::uint32_t, float> middles = page_middles(draft, list);
  auto column_of = [&](const Line& line) {
    return Column{line.page, line.left > middles[line.page] ? 1 : 0};
  };
  std::map<Column, float> margins;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    const Line& line = draft.lines[at];
    auto [margin, fresh] = margins.try_emplace(column_of(line), line.left);
    margin->second = std::min(margin->second, line.left);
  }
  std::vector<std::size_t> starts;
  std::size_t indented = 0, telling = 0;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    const Line& line = draft.lines[at];
    float indent = line.left - margins[column_of(line)];
    if (indent > 4.0f) ++indented;
    if (indent > 3.0f) continue;
    bool begins = begins_like_reference(line.text);
    // A line broken by hand inside an entry goes on at the margin.
    if (!begins && !starts.empty() && !closes_entry(draft.lines[at - 1].text)) continue;
    starts.push_back(at);
    if (begins) ++telling;
  }
  std::size_t lines = list.end - list.begin;
  bool hangs = indented * 4 > lines && starts.size() * 8 > lines && telling * 2 > starts.size();
  if (!hangs) return {};
  return starts;
}

bool is_address_only(std::string_view text) {
  return text.find(' ') == std::string_view::npos && has_address(text);
}

std::size_t longest_line(const Draft& draft, const List& list) {
  std::size_t longest = 0;
  for (std::size_t at = list.begin; at < list.end; ++at)
    longest = std::max(longest, draft.lines[at].text.size());
  return longest;
}

/// Paragraphs, and inside long ones the lines that begin with names after an entry has ended.
std::vector<std::size_t> spelled_starts(const Draft& draft, const List& list) {
  std::size_t paragraphs = 0, good = 0;
  for (std::size_t at = list.begin; at < list.end; ++at)
    if (draft.lines[at].paragraph || at == list.begin) {
      ++paragraphs;
      if (begins_like_reference(draft.lines[at].text)) ++good;
    }
  bool by_paragraph =
      paragraphs >= 2 && good * 2 > paragraphs && (list.end - list.begin) < paragraphs * 6;
  // Where no page tells how wide a line is, an entry a line has no paragraphs: the lines are longer
  // than any page is wide.
  bool whole_on_a_line = draft.manuscript->body_size == 0 && longest_line(draft, list) > 120;
  std::vector<std::size_t> starts;
  for (std::size_t at = list.begin; at < list.end; ++at) {
    const Line& line = draft.lines[at];
    std::string_view before = at > list.begin ? std::string_view(draft.lines[at - 1].text) : "";
    if (at == list.begin) {
      starts.push_back(at);
      continue;
    }
    if (is_address_only(line.text) || begins_lower(line.text)) {
      if (!line.paragraph || !ends_sentence(before) || !begins_like_reference(line.text)) continue;
    }
    bool begins = begins_like_reference(line.text);
    bool closed = ends_sentence(before) || has_address(before) ||
                  is_digit(before.empty() ? 'x' : before.back());
    bool as_others = by_paragraph ? line.paragraph && (begins || closed) : begins && closed;
    bool by_its_look = whole_on_a_line && begins && ends_sentence(before) &&
                       looks_like_reference(line.text) && has_year(line.text);
    if (as_others || by_its_look) starts.push_back(at);
  }
  return starts;
}

std::vector<std::size_t> entry_starts(const Draft& draft, const List& list) {
  if (list.end <= list.begin) return {};
  if (std::vector<std::size_t> starts = numbered_starts(draft, list); !starts.empty())
    return starts;
  bool placed = draft.manuscript->body_size > 0;
  if (placed)
    if (std::vector<std::size_t> starts = hanging_starts(draft, list); !starts.empty())
      return starts;
  return spelled_starts(draft, list);
}

/// Entries at the end that do not read like references are no longer the list.
std::size_t list_end(const Draft& draft, const List& list, const std::vector<std::size_t>& starts) {
  std::size_t end = list.end;
  for (std::size_t i = starts.size(); i-- > 1;) {
    std::string text = paragraph_text(draft, starts[i], std::min(end, starts[i] + 15));
    if (looks_like_reference(text)) break;
    bool apart = draft.lines[starts[i]].paragraph;
    if (!apart) break;
    end = starts[i];
  }
  return end;
}

void mark_list(Draft& draft, const List& list, const std::vector<std::size_t>& starts) {
  for (std::size_t at = list.heading; at < list.end; ++at) {
    Mark& mark = draft.marks[at];
    bool sub = at >= list.begin && mark.heading;
    mark.part = Part::references;
    mark.section = at == list.heading || (sub && mark.section);
    mark.heading = at < list.begin || sub;
    mark.paragraph = at == list.begin || at == list.heading || (sub && mark.paragraph);
  }
  for (std::size_t start : starts) {
    if (start >= list.end || draft.marks[start].heading) continue;
    draft.marks[start].entry = draft.marks[start].paragraph = true;
  }
}

/// Behind the list: sections keep their headings and become back matter. Keywords stay what they
/// are, and so do methods that some journals print last, unless an appendix has begun.
void mark_rest(Draft& draft, std::size_t begin) {
  if (begin >= draft.lines.size()) return;
  bool keep = false, appendix = !draft.marks[begin].section;
  draft.marks[begin].section = draft.marks[begin].paragraph = true;
  for (std::size_t at = begin; at < draft.lines.size(); ++at) {
    Mark& mark = draft.marks[at];
    if (mark.section) {
      appendix = appendix || mark.part == Part::back_matter;
      keep = mark.part == Part::keywords ||
             (!appendix && (mark.part == Part::method || mark.part == Part::results));
    }
    if (!keep) mark.part = Part::back_matter;
  }
}

/// Entries that the page's layout put behind the list's end: the rest of the list stands at the top
/// of the next column, and the authors' notes fill the foot of this one.
void mark_stray_entries(Draft& draft, std::size_t list_end) {
  std::vector<std::size_t> run;
  auto settle = [&](std::size_t end) {
    if (run.size() >= 3) {
      for (std::size_t at = run.front(); at < end; ++at) {
        draft.marks[at].part = Part::references;
        draft.marks[at].section = at == run.front();
      }
      for (std::size_t start : run) draft.marks[start].entry = draft.marks[start].paragraph = true;
      if (end < draft.lines.size()) draft.marks[end].section = draft.marks[end].paragraph = true;
    }
    run.clear();
  };
  std::uint32_t last_page = list_end > 0 ? draft.lines[list_end - 1].page + 1 : 0;
  for (std::size_t at = list_end; at < draft.lines.size();) {
    if (draft.lines[at].page > last_page) return settle(at);
    std::size_t end = paragraph_end(draft, at);
    std::string text = paragraph_text(draft, at, std::min(end, at + 12));
    bool entry = !draft.marks[at].heading && draft.marks[at].part == Part::back_matter &&
                 begins_like_reference(text) && looks_like_reference(text) && has_year(text);
    if (!entry)
      settle(at);
    else
      run.push_back(at);
    at = end;
  }
  settle(draft.lines.size());
}

}  // namespace

bool begins_like_reference(std::string_view text) {
  int number = 0;
  std::size_t bytes = label(text, &number);
  if (bytes > 0 && bytes < text.size() &&
      (text[0] == '[' || begins_with_names(text.substr(bytes)) || begins_upper(text.substr(bytes))))
    return true;
  return begins_with_names(text);
}

bool looks_like_reference(std::string_view text) {
  if (text.size() > 1200) return false;
  int score = 0;
  score += begins_like_reference(text) ? 1 : 0;
  score += has_year(text) ? 1 : 0;
  score += has_pages(text) ? 1 : 0;
  score += has_address(text) ? 1 : 0;
  score += has_publisher(text) ? 1 : 0;
  return score >= 2 && (has_year(text) || has_address(text));
}

void mark_references(Draft& draft) {
  std::optional<List> list = list_under_heading(draft);
  if (!list) list = list_without_heading(draft);
  if (!list) return;
  std::vector<std::size_t> starts = entry_starts(draft, *list);
  list->end = list_end(draft, *list, starts);
  // "2. Literature" without entries under it reviews the literature.
  for (std::size_t at = draft.body; at < list->heading; ++at)
    if (draft.marks[at].part == Part::references) draft.marks[at].part = Part::theory;
  mark_list(draft, *list, starts);
  mark_rest(draft, list->end);
  if (draft.manuscript->body_size > 0) mark_stray_entries(draft, list->end);
}

}  // namespace litmine
