// The lines are read one after the other with those before them at hand. What a line refers to is
// copied into it, so sizes are watched: lines that double the one before would else fill the
// memory.
#include "queries/history.h"

#include <algorithm>
#include <utility>

#include "queries/dialects.h"
#include "queries/history_text.h"
#include "queries/known_lines.h"
#include "queries/reading.h"
#include "queries/remarks.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Level = Diagnostic::Level;

std::size_t depth_of(const Clause& root) {
  std::size_t deepest = 0;
  each_clause(root, [&](const Clause&, std::size_t, std::size_t depth) {
    deepest = std::max(deepest, depth);
  });
  return deepest + 1;
}

std::string name_of_line(const HistoryText::Line& line) {
  return "line " + std::to_string(line.number);
}

/// Two lines of one number: later references mean the nearer one before them.
void remark_on_repeated(const HistoryText& text, std::string_view source, Remarks& remarks) {
  std::map<int, const HistoryText::Line*> seen;
  for (const HistoryText::Line& line : text.lines) {
    auto [it, first] = seen.try_emplace(line.number, &line);
    if (first) continue;
    remarks.add(Level::error, "line-repeated", line.label,
                "two lines have the number " + std::to_string(line.number) + ": " +
                    cited(it->second->where.in(source)) + " and " + cited(line.where.in(source)),
                "a reference means the nearest one before it");
    it->second = &line;
  }
}

void remark_on_text(const HistoryText& text, std::string_view source, Remarks& remarks) {
  std::string how =
      text.numbered ? "by their numbers" : "counted from 1, since they have no numbers";
  if (text.newest_first) how += ", the newest first";
  remarks.add(Level::note, "history-read", {},
              "read as a search history of " + std::to_string(text.lines.size()) + " lines, " + how,
              "the last line is the query");
  for (Span comment : text.comments)
    remarks.add(Level::note, "history-comment", comment,
                cited(comment.in(source)) + " is read as a heading or a column, not as a search",
                "nothing of it is searched");
  for (const HistoryText::Line& line : text.lines)
    if (line.expected)
      remarks.add(Level::note, "expected-count", line.expected_where,
                  name_of_line(line) + " had " + counted(*line.expected, "hit", "hits") +
                      " in the database");
}

/// Marks every line that `line` is made of, itself included.
void mark_used(const Clause& clause, const std::map<int, std::size_t>& places,
               std::vector<HistoryLine>& lines) {
  each_clause(clause, [&](const Clause& node, std::size_t, std::size_t) {
    auto it = places.find(node.line);
    if (node.line > 0 && it != places.end()) lines[it->second].used = true;
  });
}

History read_lines(std::string_view source, const HistoryText& text, const Dialect& table,
                   const ReadingOptions& options, Remarks& remarks) {
  History history;
  history.several = true;
  KnownLines known;
  for (const HistoryText::Line& line : text.lines)
    known.by_number[line.number].state = KnownLine::State::later;
  known.last_line = text.lines.size();
  history.lines.reserve(text.lines.size());  // `known` points into it
  for (const HistoryText::Line& line : text.lines) {
    known.now = line.number;
    known.by_number[line.number] = {KnownLine::State::itself, nullptr, 0, 0};
    history.lines.push_back(
        {line.number, line.label, line.where, line.expected, line.expected_where, {}, false});
    HistoryLine& done = history.lines.back();
    if (line.where.empty())
      remarks.add(Level::error, "line-absent", line.label, name_of_line(line) + " holds no search",
                  "it matches no study");
    else
      done.root = read_tree(source, line.where, table, options, &known, remarks);
    bool empty = done.root.kind == Kind::nothing;
    KnownLine& now = known.by_number[line.number];
    now = {empty ? KnownLine::State::empty : KnownLine::State::read, &done.root,
           clause_count(done.root), depth_of(done.root)};
    known.clauses += now.clauses;
  }
  return history;
}

/// Which lines the result is made of; the others are named, since nobody else would speak of them.
void remark_on_unused(History& history, Remarks& remarks) {
  std::map<int, std::size_t> places;  // of repeated numbers the last: enough to say "used"
  for (std::size_t i = 0; i <= history.result; ++i) places[history.lines[i].number] = i;
  history.lines[history.result].used = true;
  mark_used(history.lines[history.result].root, places, history.lines);
  for (const HistoryLine& line : history.lines)
    if (!line.used && !line.where.empty())
      remarks.add(Level::note, "line-unused", line.where,
                  "line " + std::to_string(history.lines[history.result].number) +
                      ", the result, does not use line " + std::to_string(line.number));
}

History read_one(std::string_view source, const Dialect& table, const ReadingOptions& options,
                 Remarks& remarks) {
  History history;
  Span whole{0, static_cast<std::uint32_t>(source.size())};
  bool has_histories = table.lines.plain || table.lines.hash || table.lines.letter;
  if (has_histories && has_several_rows(source))
    remarks.add(Level::note, "history-read", {},
                "the rows of this text are read as one query, not as the lines of a search history",
                "a history has numbers before its lines, or lines that refer to others");
  history.lines.push_back({1, {}, whole, {}, {}, {}, false});
  history.lines[0].root = read_tree(source, whole, table, options, nullptr, remarks);
  history.lines[0].used = true;
  return history;
}

History read_text(std::string_view source, const Dialect& table, const ReadingOptions& options,
                  std::optional<int> result, Remarks& remarks) {
  std::optional<HistoryText> text = cut_history(source, table);
  if (!text) return read_one(source, table, options, remarks);
  History history = read_lines(source, *text, table, options, remarks);
  history.result = history.lines.size() - 1;
  for (std::size_t i = 0; result && i < history.lines.size(); ++i)
    if (history.lines[i].number == *result) history.result = i;
  remark_on_text(*text, source, remarks);
  remark_on_repeated(*text, source, remarks);
  remark_on_unused(history, remarks);
  return history;
}

}  // namespace

Query History::query(std::size_t line) const { return {lines[line].root, in, source, dialect}; }

History read_history(std::string_view source, const Dialect& dialect, const ReadingOptions& options,
                     std::optional<int> result) {
  Remarks about_rules, remarks;
  const Dialect table = as_chosen(dialect, options, about_rules);
  History history = read_text(source, table, options, result, remarks);
  auto read_again = [&](const Dialect& other, const ReadingOptions& otherwise) {
    Remarks unheard;
    History again = read_text(source, other, otherwise, result, unheard);
    return std::move(again.lines[again.result].root);
  };
  remark_on_rules(history.lines[history.result].root, dialect, options, read_again, about_rules);
  history.source = std::string(source);
  history.dialect = std::string(dialect.name);
  history.in = options.in.value_or(table.default_parts);
  history.notes = std::move(about_rules).sorted();
  Diagnostics rest = std::move(remarks).sorted();
  history.notes.insert(history.notes.end(), std::make_move_iterator(rest.begin()),
                       std::make_move_iterator(rest.end()));
  return history;
}

Parsed parse_query(std::string_view source, const Dialect& dialect, const ReadingOptions& options) {
  History history = read_history(source, dialect, options);
  return {{std::move(history.lines[history.result].root), history.in, std::move(history.source),
           std::move(history.dialect)},
          std::move(history.notes)};
}

}  // namespace litmine
