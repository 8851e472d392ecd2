// Labels are believed only together: one row that begins with a number proves nothing ("17 and 34"
// combines two lines, "5 year survival" is a term), many rows whose numbers go up or down do. The
// rest is told row by row.
#include "queries/history_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "queries/line_references.h"
#include "queries/tokens.h"

namespace litmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Span trimmed(std::string_view source, Span where) {
  while (where.begin < where.end && is_space(source[where.begin])) ++where.begin;
  while (where.begin < where.end && is_space(source[where.end - 1])) --where.end;
  return where;
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::vector<Span> rows_of(std::string_view source) {
  std::vector<Span> rows;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t end = std::min(source.find_first_of("\n\r", at), source.size());
    Span row = trimmed(source, span_of(at, end));
    if (!row.empty()) rows.push_back(row);
    at = end + 1;
  }
  return rows;
}

/// The word at the beginning (or, `from_end`, at the end) of a text, in capitals.
std::string first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  return upper(text.substr(0, end));
}
std::string last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]))) --begin;
  return upper(text.substr(begin));
}

bool is_proximity(std::string_view word) {
  for (std::string_view name : {"ADJ", "NEAR", "NEXT", "N", "W", "PRE"}) {
    if (!word.starts_with(name)) continue;
    std::string_view rest = word.substr(name.size());
    bool digits = std::all_of(rest.begin(), rest.end(), is_digit);
    if (digits && (name.size() > 2 || !rest.empty())) return true;
  }
  return false;
}
bool is_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word == "TO" || is_proximity(word);
}

constexpr LineSigns kAnySign{true, true, true};

/// `or/1-4`, `OR 1-14`: an operator that begins a line of its own.
bool begins_with_list(std::string_view text) {
  return line_reference_at(text, 0, kAnySign).end > 0 && !is_digit(text[0]);
}

// -------------------------------------------------------------------------------------- labels

struct Label {
  int number = 0;
  char sign = 0;          // '#', 'S', 'L'
  bool dot = false;       // or bracket, or colon
  std::uint32_t end = 0;  // of the label, in the source
};

/// `12.`, `12)`, `#12`, `S12`, `12 exp Neoplasms/`
std::optional<Label> label_of(std::string_view source, Span row) {
  std::string_view text = row.in(source);
  Label label;
  std::size_t at = 0;
  if (text[0] == '#' ||
      ((text[0] == 'S' || text[0] == 'L') && text.size() > 1 && is_digit(text[1])))
    label.sign = text[at++];
  if (label.sign == '#' && at < text.size() && text[at] == ' ') ++at;  // "# 3"
  std::size_t digits = at;
  for (; at < text.size() && is_digit(text[at]) && at - digits < 5; ++at)
    label.number = label.number * 10 + (text[at] - '0');
  if (at == digits || at - digits > 4 || label.number == 0) return std::nullopt;
  label.dot = at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ':');
  if (label.dot) {
    ++at;
    if (at < text.size() && is_digit(text[at])) return std::nullopt;  // 1.5
  } else if (at < text.size() && !is_space(text[at])) {
    return std::nullopt;
  }
  label.end = row.begin + static_cast<std::uint32_t>(at);
  std::string_view rest = trimmed(source, {label.end, row.end}).in(source);
  if (!label.dot && is_operator(first_word(rest)) && !begins_with_list(rest)) return std::nullopt;
  return label;
}

/// The labels by row if together they number the lines; all empty if not.
std::vector<std::optional<Label>> believed(std::string_view source, const std::vector<Span>& rows) {
  std::vector<std::optional<Label>> labels;
  std::array<std::size_t, 256> by_sign{};
  for (Span row : rows) {
    labels.push_back(label_of(source, row));
    if (labels.back()) ++by_sign[static_cast<unsigned char>(labels.back()->sign)];
  }
  auto most = std::max_element(by_sign.begin(), by_sign.end());
  auto sign = static_cast<char>(most - by_sign.begin());
  std::size_t count = 0, up = 0, down = 0;
  int before = 0;
  for (std::optional<Label>& label : labels) {
    if (label && label->sign != sign) label.reset();
    if (!label) continue;
    if (count++ > 0) ++(label->number > before ? up : down);
    before = label->number;
  }
  // Most steps go one way, and labels are no rare thing in the text.
  bool one_way = 4 * std::max(up, down) >= 3 * (up + down);
  bool usual = count >= 2 && 3 * count >= rows.size();
  if (!one_way || !usual) labels.assign(rows.size(), std::nullopt);
  return labels;
}

// ------------------------------------------------------------------------------------ comments

/// What rows begin with that name a database, a date or a column and search for nothing.
constexpr std::string_view kTitles[] = {
    "SEARCH STRATEGY",
    "SEARCH STRATEGIES",
    "SEARCH HISTORY",
    "SEARCH TERMS",
    "SEARCH STRING",
    "SEARCH COMBINATION",
    "SEARCH DATE",
    "SEARCHES",
    "SEARCHED",
    "STRATEGY",
    "DATABASE",
    "DATABASES",
    "DATE OF SEARCH",
    "DATE SEARCHED",
    "DATE RUN",
    "DATE:",
    "LAST SEARCHED",
    "PLATFORM",
    "INTERFACE",
    "HOST:",
    "PROVIDER",
    "VENDOR",
    "OVID",
    "MEDLINE",
    "EMBASE",
    "PUBMED",
    "PSYCINFO",
    "APA PSYCINFO",
    "CINAHL",
    "COCHRANE",
    "CENTRAL",
    "THE COCHRANE",
    "WEB OF SCIENCE",
    "SCOPUS",
    "EBSCO",
    "PROQUEST",
    "LILACS",
    "AMED",
    "ERIC",
    "NUMBER OF RESULTS",
    "RESULTS",
    "RECORDS",
    "TOTAL",
    "NO.",
    "ID SEARCH",
    "SET",
    "LINE",
    "QUERY",
    "STEP",
    "APPENDIX",
    "TABLE",
    "SUPPLEMENT",
    "NOTE:",
    "NOTES:",
    "DESCRIPTION:",
    "LIMITS:",
    "LIMITERS",
    "EXPANDERS",
    "EPUB AHEAD",
    "TIMESPAN",
    "INDEXES",
    "#\t",
    "# SEARCH",
    "# QUERY",
    "--",
};

/// A heading of the history rather than one of its searches.
bool is_comment(std::string_view row) {
  if (std::none_of(row.begin(), row.end(), is_word_byte)) return true;  // a rule of dashes
  bool searches = row.find_first_of("*$\"?") != std::string_view::npos || row.back() == '/' ||
                  row.find(").") != std::string_view::npos ||
                  row.find("/ ") != std::string_view::npos;
  std::size_t dot = row.find_last_of('.');
  bool field = dot != std::string_view::npos && dot > 0 &&
               row.substr(0, dot).find_last_of('.') != std::string_view::npos;
  if (searches || field || is_only_references(row)) return false;
  if (row.back() == ':') return true;
  std::string text = upper(row);
  return std::any_of(std::begin(kTitles), std::end(kTitles), [&](std::string_view title) {
    if (!text.starts_with(title)) return false;
    bool whole = text.size() == title.size() || !is_word_byte(title.back()) ||
                 !is_word_byte(text[title.size()]);
    return whole;
  });
}

// ---------------------------------------------------------------------------------- hit counts

/// Digits with commas between thousands: the whole of the text, or nothing.
std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool comma = text[i] == ',' && i > 0 && i + 1 < text.size() && is_digit(text[i + 1]);
    if (comma) continue;
    if (!is_digit(text[i]) || ++digits > 15) return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
  }
  return digits > 0 ? std::optional(value) : std::nullopt;
}

/// `3581`, `(3,581)`, `[3581]`, `3581 results`
std::optional<std::uint64_t> count_in(std::string_view cell) {
  for (std::string_view unit : {" results", " Results", " hits", " records", " citations"})
    if (cell.ends_with(unit)) cell.remove_suffix(unit.size());
  bool round = cell.size() > 2 && cell.front() == '(' && cell.back() == ')';
  bool square = cell.size() > 2 && cell.front() == '[' && cell.back() == ']';
  if (round || square) cell = cell.substr(1, cell.size() - 2);
  return whole_number(cell);
}

/// Takes the number of hits from the end of a line: in brackets, in a column of its own, or behind
/// what cannot go on with a number.
void take_count(std::string_view source, HistoryText::Line& line) {
  std::string_view text = line.where.in(source);
  std::size_t begin = text.size();
  bool bracket = !text.empty() && (text.back() == ')' || text.back() == ']');
  if (bracket) {
    begin = text.find_last_of(text.back() == ')' ? '(' : '[');
    if (begin == std::string_view::npos) return;
  } else {
    while (begin > 0 && (is_digit(text[begin - 1]) || text[begin - 1] == ',')) --begin;
  }
  std::optional<std::uint64_t> count = count_in(text.substr(begin));
  if (!count || begin == 0) return;
  std::string_view before = text.substr(0, begin);
  std::size_t gap = 0;
  while (!before.empty() && is_space(before.back())) {
    gap += before.back() == '\t' ? 2 : 1;
    before.remove_suffix(1);
  }
  if (before.empty() || is_operator(last_word(before))) return;
  bool ends = std::string_view("/.)]\"").find(before.back()) != std::string_view::npos;
  bool reference = is_only_references(before) || line_reference_at(before, 0, kAnySign).end > 0;
  if (!bracket && !(gap >= 2 || (gap == 1 && (ends || reference)))) return;
  if (bracket && before.back() == '(') return;
  line.expected = count;
  line.expected_where = span_of(line.where.begin + begin, line.where.end);
  line.where.end = line.where.begin + static_cast<std::uint32_t>(before.size());
}

/// A row of a table: the first column that is no number is the search.
void take_columns(std::string_view source, HistoryText::Line& line, std::vector<Span>& comments) {
  std::string_view text = line.where.in(source);
  bool rows = text.find_first_of("\n\r") != std::string_view::npos;
  if (rows || text.find('\t') == std::string_view::npos) return;
  std::vector<Span> cells;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find('\t', at), text.size());
    Span cell = trimmed(source, span_of(line.where.begin + at, line.where.begin + end));
    if (!cell.empty()) cells.push_back(cell);
    at = end + 1;
  }
  std::optional<Span> search;
  std::vector<Span> others;
  for (Span cell : cells) {
    std::optional<std::uint64_t> count = count_in(cell.in(source));
    if (count && !line.expected) {
      line.expected = count;
      line.expected_where = cell;
    } else if (!search) {
      search = cell;
    } else {
      others.push_back(cell);
    }
  }
  if (!search) {  // a number alone is a search, too
    search = line.expected_where;
    line.expected.reset();
    line.expected_where = {};
  }
  line.where = *search;
  comments.insert(comments.end(), others.begin(), others.end());
}

/// `#3  1,234  TS=(x)`: Web of Science puts the number first.
void take_leading_count(std::string_view source, HistoryText::Line& line) {
  std::string_view text = line.where.in(source);
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == ',')) ++end;
  bool column = end > 0 && end + 2 < text.size() && is_space(text[end]) && is_space(text[end + 1]);
  std::optional<std::uint64_t> count = whole_number(text.substr(0, end));
  if (!column || !count || line.expected) return;
  Span rest = trimmed(source, {line.where.begin + static_cast<std::uint32_t>(end), line.where.end});
  if (is_operator(first_word(rest.in(source)))) return;
  line.expected = count;
  line.expected_where = span_of(line.where.begin, line.where.begin + end);
  line.where = rest;
}

/// "Search " before the search, as PubMed's older history prints it.
void take_word_search(std::string_view source, HistoryText::Line& line,
                      std::vector<Span>& comments) {
  std::string_view text = line.where.in(source);
  if (!text.starts_with("Search ") && !text.starts_with("Search: ")) return;
  std::uint32_t end = line.where.begin + 6 + (text[6] == ':' ? 1 : 0);
  comments.push_back({line.where.begin, end});
  line.where = trimmed(source, {end, line.where.end});
}

void take_beside(std::string_view source, HistoryText::Line& line, std::vector<Span>& comments) {
  take_columns(source, line, comments);
  if (line.label.size() > 0) take_leading_count(source, line);
  if (!line.expected) take_count(source, line);
  take_word_search(source, line, comments);
}

// ------------------------------------------------------------------------------ rows into lines

int open_brackets(std::string_view row) {
  int open = 0;
  bool quoted = false;
  for (char c : row) {
    if (c == '"') quoted = !quoted;
    if (!quoted) open += c == '(' ? 1 : c == ')' ? -1 : 0;
  }
  return open;
}

/// Rows that go on with the one before: a bracket that some later row closes, or an operator at
/// either end.
std::vector<Span> joined_rows(std::string_view source, const std::vector<Span>& rows) {
  constexpr std::size_t kFarthest = 40;
  std::vector<Span> joined;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Span line = rows[i];
    int open = open_brackets(line.in(source));
    const std::size_t farthest = std::min(rows.size(), i + kFarthest);
    for (std::size_t k = i + 1; open > 0 && k < farthest; ++k) {
      open += open_brackets(rows[k].in(source));
      if (open != 0) continue;
      line.end = rows[k].end;
      i = k;
    }
    while (i + 1 < rows.size()) {
      std::string_view here = line.in(source), next = rows[i + 1].in(source);
      bool goes_on = is_operator(last_word(here)) && !is_comment(next);
      bool continues = is_operator(first_word(next)) && !begins_with_list(next);
      if (!goes_on && !continues) break;
      line.end = rows[++i].end;
    }
    joined.push_back(line);
  }
  return joined;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 4 && std::all_of(word.begin(), word.end(), is_digit);
}

/// `1 or 2 or ICH.tw.`, `heart.tw. and 3`
bool combines_number(std::string_view row) {
  auto word_at = [&](std::size_t at) {
    return first_word(row.substr(std::min(row.find_first_not_of(" \t", at), row.size())));
  };
  std::string first = first_word(row), last = last_word(row);
  std::string second = word_at(first.size());
  bool at_front = is_number(first) && (second == "AND" || second == "OR" || second == "NOT");
  std::string_view rest = row.substr(0, row.size() - last.size());
  while (!rest.empty() && is_space(rest.back())) rest.remove_suffix(1);
  std::string before = last_word(rest);
  bool at_end = is_number(last) && (before == "AND" || before == "OR" || before == "NOT");
  return at_front || at_end;
}

/// `1 or 2`, `or/1-5`, `#1 AND heart`, `limit 6 to ...`
bool refers_to_lines(std::string_view row, const LineSigns& signs) {
  if (is_only_references(row)) return true;
  std::string first = first_word(row);
  if (signs.plain && (first == "LIMIT" || first == "REMOVE"))
    return row.find_first_of("0123456789") != std::string_view::npos;
  if (signs.plain && combines_number(row)) return true;
  for (std::size_t at = signs.hash ? row.find('#') : std::string_view::npos;
       at != std::string_view::npos; at = row.find('#', at + 1)) {
    bool begins = at == 0 || is_space(row[at - 1]) || row[at - 1] == '(';
    if (begins && at + 1 < row.size() && is_digit(row[at + 1])) return true;
  }
  return false;
}

HistoryText unnumbered(std::string_view source, const std::vector<Span>& rows) {
  HistoryText history;
  std::vector<Span> searches;
  for (Span row : rows) (is_comment(row.in(source)) ? history.comments : searches).push_back(row);
  for (Span row : joined_rows(source, searches)) {
    HistoryText::Line line;
    line.number = static_cast<int>(history.lines.size()) + 1;
    line.where = row;
    take_beside(source, line, history.comments);
    history.lines.push_back(line);
  }
  return history;
}

/// Does a row end where it cannot end?
bool goes_on(std::string_view row) {
  return is_operator(last_word(row)) || open_brackets(row) > 0 || row.ends_with(',');
}

/// "1. Index test: red flags" above the search itself: plain words above one with signs.
bool is_description(std::string_view first, std::string_view next) {
  static constexpr std::string_view kSigns = "()[]\"*$?/";
  auto holds_operator = [](std::string_view row) {
    for (std::string_view word : {" AND ", " OR ", " NOT ", " and ", " or ", " not "})
      if (row.find(word) != std::string_view::npos) return true;
    return false;
  };
  bool plain = !first.empty() && first.find_first_of(kSigns) == std::string_view::npos &&
               first.find('\n') == std::string_view::npos && !first.ends_with('.') &&
               first.find(" OR ") == std::string_view::npos && !goes_on(first) &&
               first.find(' ') != std::string_view::npos;
  bool search = next.find_first_of(kSigns) != std::string_view::npos && holds_operator(next);
  return plain && search && !is_operator(first_word(next));
}

HistoryText numbered(std::string_view source, const std::vector<Span>& rows,
                     const std::vector<std::optional<Label>>& labels) {
  HistoryText history;
  history.numbered = true;
  bool after_comment = true;
  std::size_t up = 0, down = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (labels[i]) {
      HistoryText::Line line;
      line.number = labels[i]->number;
      line.label = {rows[i].begin, labels[i]->end};
      line.where = trimmed(source, {labels[i]->end, rows[i].end});
      if (!history.lines.empty()) ++(line.number > history.lines.back().number ? up : down);
      history.lines.push_back(line);
      after_comment = false;
      continue;
    }
    std::string_view row = rows[i].in(source);
    bool combines = is_only_references(row) && !history.lines.empty() &&
                    !is_operator(first_word(row)) &&
                    !goes_on(history.lines.back().where.in(source));
    if (combines || (!history.lines.empty() && begins_with_list(row))) {
      HistoryText::Line line;  // the last step often has no number
      line.number = history.lines.back().number + 1;
      line.where = rows[i];
      history.lines.push_back(line);
      after_comment = false;
      continue;
    }
    if (!after_comment && is_description(history.lines.back().where.in(source), row)) {
      history.comments.push_back(history.lines.back().where);
      history.lines.back().where = rows[i];
      continue;
    }
    after_comment = after_comment || is_comment(row);
    if (after_comment)
      history.comments.push_back(rows[i]);
    else if (history.lines.back().where.empty())
      history.lines.back().where = rows[i];
    else
      history.lines.back().where.end = rows[i].end;
  }
  for (HistoryText::Line& line : history.lines) take_beside(source, line, history.comments);
  history.newest_first = down > up;
  if (history.newest_first) std::reverse(history.lines.begin(), history.lines.end());
  auto repeated = [&] {
    std::vector<int> numbers;
    for (const HistoryText::Line& line : history.lines) numbers.push_back(line.number);
    std::sort(numbers.begin(), numbers.end());
    return std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end();
  };
  // Of repeated numbers the order of the text tells which is meant.
  if (!repeated())
    std::sort(history.lines.begin(), history.lines.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
  std::sort(history.comments.begin(), history.comments.end());
  return history;
}

}  // namespace

bool has_several_rows(std::string_view source) { return rows_of(source).size() > 1; }

std::optional<HistoryText> cut_history(std::string_view source, const Dialect& dialect) {
  const LineSigns& signs = dialect.lines;
  if (!signs.plain && !signs.hash && !signs.letter) return std::nullopt;
  std::vector<Span> rows = rows_of(source);
  if (rows.size() < 2) return std::nullopt;
  std::vector<std::optional<Label>> labels = believed(source, rows);
  bool any_label = std::any_of(labels.begin(), labels.end(),
                               [](const std::optional<Label>& label) { return label.has_value(); });
  HistoryText history = any_label ? numbered(source, rows, labels) : unnumbered(source, rows);
  bool refers = any_label || std::any_of(history.lines.begin(), history.lines.end(),
                                         [&](const HistoryText::Line& line) {
                                           return refers_to_lines(line.where.in(source), signs);
                                         });
  if (!refers || history.lines.size() < 2) return std::nullopt;
  return history;
}

}  // namespace litmine
