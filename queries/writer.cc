// Writes a tree in a dialect, fully bracketed, from the same table that it is read with. What the
// dialect cannot say is written as the nearest wider thing, and reported.
#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "queries/dialect.h"
#include "queries/dialects.h"
#include "queries/remarks.h"
#include "queries/terms.h"
#include "queries/tokens.h"
#include "queries/word_distances.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

std::string four(int year) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d", year);
  return text;
}

class Writer {
 public:
  Writer(const Dialect& into, Diagnostics& lost) : into_(into), lost_(lost) {}

  /// `parts`: where the clause is searched; `brackets`: put them around an expression.
  std::string write(const Clause& clause, Parts parts, bool brackets = true);
  /// What is said once for all terms; to be called last.
  void report();

 private:
  const Operator* nearest_operator(Clause clause);
  std::string write_list(const Clause& clause, Parts parts, bool brackets);
  std::string write_distance(const Clause& near, Parts parts, bool brackets);
  std::string write_words_at_distance(const Clause& near, Parts parts);
  std::string tagged(const std::string& text, Parts parts) const;
  Parts parts_that_can_be_said(const Clause& within);
  std::string write_names(const std::vector<const Field*>& fields) const;
  std::string write_within(const Clause& clause, bool brackets);
  std::optional<std::string> write_dotted(const Clause& clause, Parts parts, bool brackets);
  std::string write_in_dots(const Clause& within, bool brackets);
  std::string write_slash_heading(const Clause& heading);
  std::string without_number(std::string sign) const;
  std::string write_in_field(const Field* field, const Clause& operand, Parts parts);
  std::string write_years(const Clause& clause, bool brackets);
  std::string write_exact(const Clause& clause, Parts parts);
  std::string write_term(const Clause& clause, Parts parts, bool brackets);
  std::string write_plain_term(const Clause& clause, Parts parts);
  std::string write_adjacent(const Clause& phrase, Parts parts, bool brackets);
  void lose_short_stem(const Clause& term);
  std::string write_word(const Clause& word, Parts parts);
  std::string write_phrase(const Clause& phrase, Parts parts);
  std::string write_skipped(std::uint32_t words) const;
  std::string write_skipping(const Clause& phrase, Parts parts);
  std::string write_pattern(const Clause& word);
  std::string write_gap(const Pattern::Piece& gap) const;
  std::string widest_gap(const Clause& word, const Pattern::Piece& gap);
  const Pattern::Piece* unwritable_gap(const Pattern& pattern) const;
  std::size_t dropped_at_end(std::string_view text) const;

  void lose_variants(const Clause& term);
  const Operator* operator_for(const Clause& clause) const;
  const Field* field_for(Parts parts, bool entry) const;
  std::string write_entry(const Clause& entry, Parts parts, bool brackets);
  const Field* heading_field(const Clause& heading, Parts parts) const;
  std::string write_own_heading(const Field& field, const Clause& heading);
  std::string write_tagged_heading(const Field& field, const Clause& heading);
  std::string within_quotes(const Clause& heading, char quote);
  std::string write_embase_heading(const Field& field, const Clause& heading);
  std::string write_mesh_descriptor(const Clause& heading);
  bool can_say_heading(const Clause& heading, Parts parts) const;
  bool tags() const { return into_.field_syntax == FieldSyntax::tag; }
  std::vector<const Field*> fields_covering(Parts parts) const;
  const Field* years_field() const;
  const Value* value_for(const Clause& any_of, Parts parts) const;
  bool has_quote(Quote::Meaning meaning) const;
  bool has_distances() const;
  char wildcard_for(std::uint16_t min, std::uint16_t max) const;
  bool is_reserved(const std::string& word) const;
  bool is_stop_word(const std::string& word) const;
  void lose_stop_words(const Clause& term);
  void lose(const Clause& clause, std::string code, std::string message, std::string hint) {
    lost_.push_back({Diagnostic::Level::warning,
                     std::move(code),
                     clause.where,
                     std::move(message),
                     std::move(hint),
                     false,
                     {},
                     {}});
  }
  std::string title() const { return std::string(into_.title); }

  const Dialect& into_;
  const Field* field_ = nullptr;  // inside which one writes
  Diagnostics& lost_;
  struct {
    std::size_t count = 0;
    Span first;
    std::string examples;
  } other_variants_;  // terms that lost theirs: one remark for all
};

// -------------------------------------------------------------------------------------------
// tables

/// Of several the one that binds tightest: AND rather than the old ProQuest's W/DOC.
const Operator* Writer::operator_for(const Clause& clause) const {
  const Operator* found = nullptr;
  for (const Operator& op : into_.operators) {
    bool fits = op.kind == clause.kind && op.ordered == clause.ordered &&
                op.together == clause.together && op.skips_stop_words == clause.skips_stop_words &&
                op.foreign.empty();
    if (fits && (found == nullptr || op.binds > found->binds)) found = &op;
  }
  return found;
}

const Field* Writer::field_for(Parts parts, bool entry) const {
  const Field* found = nullptr;
  for (const Field& field : into_.fields) {
    if (field.use != Field::Use::words || !(field.parts == parts)) continue;
    if ((field.entry != Field::Entry::none) == entry) return &field;
    if (found == nullptr) found = &field;
  }
  return found;
}

/// Fields that together search these parts and no others; the largest first.
std::vector<const Field*> Writer::fields_covering(Parts parts) const {
  std::vector<const Field*> chosen;
  const Parts wanted = parts;
  while (!parts.empty()) {
    const Field* best = nullptr;
    auto size = [](Parts p) {
      int count = 0;
      p.each([&](Part) { ++count; });
      return count;
    };
    for (const Field& field : into_.fields) {
      bool fits = field.use == Field::Use::words && !(field.parts & parts).empty() &&
                  (field.parts - wanted).empty();
      if (fits && (best == nullptr || size(field.parts & parts) > size(best->parts & parts)))
        best = &field;
    }
    if (best == nullptr) return {};
    chosen.push_back(best);
    parts = parts - best->parts;
  }
  return chosen;
}

bool Writer::has_quote(Quote::Meaning meaning) const {
  return std::any_of(into_.quotes.begin(), into_.quotes.end(),
                     [&](const Quote& quote) { return quote.meaning == meaning; });
}

/// NEAR and its like, between expressions.
bool Writer::has_distances() const {
  return std::any_of(into_.operators.begin(), into_.operators.end(), [](const Operator& op) {
    return op.kind == Kind::near && op.foreign.empty();
  });
}

char Writer::wildcard_for(std::uint16_t min, std::uint16_t max) const {
  for (const Wildcard& wildcard : into_.wildcards)
    if (wildcard.min == min && wildcard.max == max) return wildcard.sign;
  return 0;
}

/// Read as something else unless in quotes: operators, stop words, references to lines.
bool Writer::is_reserved(const std::string& word) const {
  const std::string name = upper(word);
  auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  for (const Operator& op : into_.operators) {
    bool glued = op.glued && name.starts_with(op.spelling) &&
                 is_number(std::string_view(name).substr(op.spelling.size()));
    if (!into_.capitals_only && (name == op.spelling || glued)) return true;
  }
  if (std::find(into_.without_data.begin(), into_.without_data.end(), word) !=
      into_.without_data.end())
    return true;
  bool letter = name.front() == 'S' || name.front() == 'L';
  bool line = (into_.lines.plain && is_number(name)) ||
              (into_.lines.letter && letter && is_number(std::string_view(name).substr(1)));
  static constexpr std::string_view kCommands[] = {"limit", "use", "exp", "remove", "dedup"};
  bool command = into_.set_commands &&
                 std::find(std::begin(kCommands), std::end(kCommands), word) != std::end(kCommands);
  return line || command || word == "pubyear" || is_stop_word(word);
}

bool Writer::is_stop_word(const std::string& word) const {
  return std::find(into_.stop_words.begin(), into_.stop_words.end(), word) !=
         into_.stop_words.end();
}

/// The value whose words are these alternatives: `english` for (english OR en OR eng).
const Value* Writer::value_for(const Clause& any_of, Parts parts) const {
  for (const Field& field : into_.fields) {
    if (field.values.empty() || !(field.parts == parts)) continue;
    for (const Value& value : field.values) {
      std::string words;
      for (const Clause& operand : any_of.operands) {
        if (operand.kind != Kind::word) return nullptr;
        words += (words.empty() ? "" : "|") + operand.pattern.text();
      }
      if (words == value.words) return &value;
    }
  }
  return nullptr;
}

// --------------------------------------------------------------------------------------
// expressions

std::string Writer::write(const Clause& clause, Parts parts, bool brackets) {
  if (into_.field_syntax == FieldSyntax::dotted)
    if (std::optional<std::string> text = write_dotted(clause, parts, brackets)) return *text;
  switch (clause.kind) {
    case Kind::nothing:
      return "()";
    case Kind::word:
    case Kind::phrase:
      return write_term(clause, parts, brackets);
    case Kind::exact:
      return write_exact(clause, parts);
    case Kind::years:
      return write_years(clause, brackets);
    case Kind::within:
      return write_within(clause, brackets);
    case Kind::same_entry:
      return write_entry(clause, parts, brackets);
    case Kind::any_of:
      if (const Value* value = value_for(clause, parts)) {
        bool several_words = value->code.find(' ') != std::string_view::npos;
        std::string code(value->code);
        return tagged(several_words ? '"' + code + '"' : code, parts);
      }
      return write_list(clause, parts, brackets);
    case Kind::near:
      if (clause.together && into_.phrase_distances) return write_distance(clause, parts, brackets);
      if (!has_distances()) return write_distance(clause, parts, brackets);
      return write_list(clause, parts, brackets);
    case Kind::all_of:
    case Kind::except:
      return write_list(clause, parts, brackets);
    case Kind::heading: {
      if (into_.mesh_descriptors && parts == kHeadingParts) return write_mesh_descriptor(clause);
      if (const Field* field = heading_field(clause, parts))
        return write_own_heading(*field, clause);
      Clause phrase = clause;
      phrase.kind = Kind::exact;
      lose(clause, "lost-heading", title() + " has no subject headings here",
           "written as words of the same fields, so it may find more");
      return write_exact(phrase, parts);
    }
    case Kind::frequent:
      if (into_.field_syntax == FieldSyntax::colon)
        return "least/" + std::to_string(clause.least) + ":(" +
               write(clause.operands.front(), parts, false) + ')';
      lose(clause, "lost-frequency", title() + " cannot ask how often a word occurs",
           "written without that condition, so it may find more");
      return write(clause.operands.front(), parts, brackets);
  }
  return "";
}

/// The field that this heading is written in: one that means its focus and says it in full.
const Field* Writer::heading_field(const Clause& heading, Parts parts) const {
  bool own = into_.heading_signs == HeadingSigns::own;
  bool plus = into_.heading_signs == HeadingSigns::plus;
  for (const Field& field : into_.fields) {
    if (field.use != Field::Use::heading) continue;
    if (own) return &field;
    bool explodes = plus || field.explode == heading.explode;
    if (field.parts == parts && explodes && field.focus == heading.focus) return &field;
  }
  return nullptr;
}

std::string Writer::write_own_heading(const Field& field, const Clause& heading) {
  std::string text = write_heading(heading, into_.heading_signs);
  std::string name(field.name);
  if (into_.heading_signs == HeadingSigns::own) return "heading:{" + text + '}';
  if (tags()) return write_tagged_heading(field, heading);
  if (into_.slash_behind) return write_embase_heading(field, heading);
  return into_.field_syntax == FieldSyntax::function ? name + "(\"" + text + "\")"
                                                     : name + " \"" + text + '"';
}

bool Writer::can_say_heading(const Clause& heading, Parts parts) const {
  if (heading.kind != Kind::heading || into_.heading_signs == HeadingSigns::own) return false;
  return (into_.mesh_descriptors && parts == kHeadingParts) ||
         heading_field(heading, parts) != nullptr;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

/// Without the sign that would end it.
std::string Writer::within_quotes(const Clause& heading, char quote) {
  std::string text = heading.literal;
  if (text.find(quote) != std::string::npos)
    lose(heading, "lost-heading", title() + " cannot have " + quote + " in a heading",
         "written as a space");
  std::replace(text.begin(), text.end(), quote, ' ');
  return text;
}

/// "Neoplasms/therapy"[mh]; a tag takes one subheading.
std::string Writer::write_tagged_heading(const Field& field, const Clause& heading) {
  std::string tag = '[' + lower_case(field.name) + ']', text;
  std::string literal = within_quotes(heading, '"');
  if (heading.subheadings.empty()) return '"' + literal + '"' + tag;
  for (const std::string& subheading : heading.subheadings) {
    if (!text.empty()) text += " OR ";
    text.append("\"").append(literal).append("/").append(subheading).append("\"").append(tag);
  }
  return heading.subheadings.size() == 1 ? text : '(' + text + ')';
}

/// 'neoplasm'/exp/mj/dm_th
std::string Writer::write_embase_heading(const Field& field, const Clause& heading) {
  char quote = heading.literal.find('\'') == std::string::npos ? '\'' : '"';
  std::string text = quote + within_quotes(heading, quote) + quote + '/' + lower_case(field.name);
  std::string codes;
  for (const std::string& subheading : heading.subheadings) {
    if (subheading.size() > 3 && subheading[2] == '_')
      codes += (codes.empty() ? "/" : ",") + subheading;
    else
      lose(heading, "lost-heading", title() + " has no subheading '" + subheading + '\'',
           "written without it, so it may find more");
  }
  return text + codes;
}

/// [mh ^"Heart Failure"/dt,th[mj]]
std::string Writer::write_mesh_descriptor(const Clause& heading) {
  std::string text = heading.explode ? "[mh \"" : "[mh ^\"";
  text += within_quotes(heading, '"') + '"';
  for (std::size_t i = 0; i < heading.subheadings.size(); ++i)
    text += (i == 0 ? '/' : ',') + heading.subheadings[i];
  return text + (heading.focus ? "[mj]]" : "]");
}

/// The operator of a clause, or the nearest one; what it does not say is lost.
const Operator* Writer::nearest_operator(Clause clause) {
  auto fits = [&](const Operator* op) {
    return op != nullptr && (op->numbered || clause.between == 0);
  };
  bool distance = clause.kind == Kind::near;
  if (const Operator* op = operator_for(clause); op != nullptr && (!distance || fits(op)))
    return op;
  if (std::exchange(clause.together, false)) {
    lose(clause, "lost-distance", title() + " has no distance for several words together",
         "written as the distance between each two, so it may find more");
    return nearest_operator(std::move(clause));
  }
  bool always_skips = distance && into_.adjacency.skips_stop_words && !clause.skips_stop_words;
  if (always_skips) {
    lose(clause, "lost-distance", title() + " does not count stop words in a distance",
         "written all the same, so it may find more");
    clause.skips_stop_words = true;
    if (const Operator* op = operator_for(clause); fits(op)) return op;
  }
  if (into_.adjacency.skips_stop_words && std::exchange(clause.ordered, false)) {
    lose(clause, "lost-order", title() + " has no ordered proximity but side by side",
         "written without order, so it may find more");
    if (const Operator* op = operator_for(clause)) return op;
  }
  if (std::exchange(clause.skips_stop_words, false)) {
    lose(clause, "lost-distance", title() + " counts stop words in a distance",
         "written without that exception, so it may find less");
    if (const Operator* op = operator_for(clause)) return op;
  }
  if (std::exchange(clause.ordered, false))
    lose(clause, "lost-order", title() + " has no ordered proximity",
         "written without order, so it may find more");
  return operator_for(clause);
}

std::string Writer::write_list(const Clause& clause, Parts parts, bool brackets) {
  const Operator* op = nearest_operator(clause);
  std::string sign(op->spelling);
  if (clause.kind == Kind::near) {
    std::uint32_t n = clause.between;
    if (n > into_.largest_distance) {
      lose(clause, "lost-distance",
           title() + " allows at most " + std::to_string(into_.largest_distance) + " words between",
           "written with that number, so it may find less");
      n = into_.largest_distance;
    }
    n += static_cast<std::uint32_t>(op->n_minus + into_.distance_minus);
    bool understood = op->default_n == 0 && clause.between == 0;  // NEXT
    if (op->numbered && !understood) sign += (op->glued ? "" : "/") + std::to_string(n);
  }
  std::string text;
  std::size_t written = 0;
  for (const Clause& operand : clause.operands) {
    std::string one = write(operand, parts);
    if (one.empty()) continue;  // lost
    if (written++ > 0) text += ' ' + sign + ' ';
    text += one;
  }
  return brackets && written > 1 ? '(' + text + ')' : text;
}

/// In a database that has distances only between the words of a phrase, or none.
std::string Writer::write_distance(const Clause& near, Parts parts, bool brackets) {
  WordDistances distances = word_distances(near, into_.phrase_distances);
  if (distances.alternatives.empty()) {
    lose(near, "lost-distance", title() + " has no such distance",
         "written with AND, so it may find more");
    Clause all = near;
    all.kind = Kind::all_of;
    return write_list(all, parts, brackets);
  }
  if (distances.lost_order)
    lose(near, "lost-order", title() + " has no ordered proximity",
         "written without order, so it may find more");
  bool by_pairs = !near.together && into_.phrase_distances;
  if (by_pairs || distances.lost_phrases || distances.lost_pairs || distances.lost_skips)
    lose(near, "lost-distance", title() + " has distances between the words of one phrase only",
         "written for all its words together, so it may find more");
  if (near.skips_stop_words && !into_.distance_skips_stop_words)
    lose(near, "lost-distance", title() + " counts stop words in a distance",
         "written without that exception, so it may find less");
  if (!near.skips_stop_words && into_.distance_skips_stop_words)
    lose(near, "lost-distance", title() + " does not count stop words in a distance",
         "written with it all the same, so it may find more");
  std::string text;
  for (const Clause& alternative : distances.alternatives)
    text += (text.empty() ? "" : " OR ") + write_words_at_distance(alternative, parts);
  return brackets && distances.alternatives.size() > 1 ? '(' + text + ')' : text;
}

/// "hip pain"[tiab:~2], "machine learning"~10
std::string Writer::write_words_at_distance(const Clause& near, Parts parts) {
  std::string text;
  for (const Clause& word : near.operands) {
    bool as_quoted =
        !word.pattern.is_literal() || word.variants == variants_for(into_, true, parts);
    if (!as_quoted) lose_variants(word);
    text += (text.empty() ? "" : " ") + write_pattern(word);
  }
  text = '"' + text + '"';
  std::string distance = '~' + std::to_string(std::min(near.between, into_.largest_distance));
  if (into_.phrase_distances) return text + distance;
  const Field* field = nullptr;  // the one that takes a distance and covers most of the parts
  for (const Field& known : into_.fields) {
    bool fits = known.distances && (known.parts - parts).empty();
    if (fits && (field == nullptr || (field->parts - known.parts).empty())) field = &known;
  }
  if (field == nullptr) {
    lose(near, "lost-distance", title() + " has no distances in " + parts_list(parts),
         "written with AND, so it may find more");
    Clause all = near;
    all.kind = Kind::all_of;
    return write_list(all, parts, true);
  }
  if (!(field->parts == parts))
    lose(near, "lost-field", title() + " has distances only in some fields",
         "written for " + parts_list(field->parts) + ", so it may find less");
  return text + '[' + lower_case(field->name) + ":" + distance + ']';
}

/// `text` with the tag of a field behind it, where terms have tags: bile[tiab].
std::string Writer::tagged(const std::string& text, Parts parts) const {
  if (!tags() || parts == into_.default_parts) return text;
  std::vector<const Field*> fields = fields_covering(parts);
  if (const Field* field = field_for(parts, false)) fields = {field};
  std::string all;
  for (const Field* field : fields)
    all += (all.empty() ? "" : " OR ") + text + '[' + lower_case(field->name) + ']';
  return fields.size() > 1 ? '(' + all + ')' : all;
}

/// Those parts of a field that the database has fields for; the others are lost.
Parts Writer::parts_that_can_be_said(const Clause& within) {
  Parts known;
  for (const Field& field : into_.fields)
    if (field.use == Field::Use::words && (field.parts - within.parts).empty())
      known = known | field.parts;
  Parts unknown = within.parts - known;
  if (!unknown.empty())
    lose(within, "lost-field", title() + " has no field for " + parts_list(unknown),
         known.empty() ? "written without a field" : "written for the other parts only");
  return known;
}

/// ti,ab,kw
std::string Writer::write_names(const std::vector<const Field*>& fields) const {
  std::string names;
  for (const Field* field : fields) names += (names.empty() ? "" : ",") + lower_case(field->name);
  return names;
}

/// "Document Title", Title
std::string in_title_case(std::string_view name) {
  std::string text = lower_case(name);
  bool begins = true;
  for (char& c : text) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    begins = c == ' ';
  }
  return text.find(' ') == std::string::npos ? text : '"' + text + '"';
}

/// AND or NOT, which a field of entries asks of one entry.
bool joins_terms(const Clause& clause) {
  return clause.kind == Kind::all_of || clause.kind == Kind::except ||
         ((clause.kind == Kind::any_of || clause.kind == Kind::within) &&
          std::any_of(clause.operands.begin(), clause.operands.end(), joins_terms));
}

/// One author, address or reference: as the field that is being written joins it.
std::string Writer::write_entry(const Clause& entry, Parts parts, bool brackets) {
  const Clause& joined = entry.operands.front();
  if (const Field* native = field_for({}, true)) return write_in_field(native, joined, parts);
  using Entry = Field::Entry;
  const Entry asks = field_ == nullptr ? Entry::none : field_->entry;
  if (asks == Entry::all || !joins_terms(joined)) return write(joined, parts, brackets);
  const Operator* same = operator_for(entry);
  const bool names = joined.kind == Kind::all_of &&
                     std::none_of(joined.operands.begin(), joined.operands.end(), joins_terms);
  if (!names || asks == Entry::none || (asks == Entry::typed && same == nullptr)) {
    lose(entry, "lost-entry", title() + " cannot ask for one entry here",
         "written without that condition, so it may find more");
    return write(joined, parts, brackets);
  }
  const bool typed = asks == Entry::typed;
  std::string text;
  for (const Clause& operand : joined.operands) {
    std::string one = write(operand, parts);
    if (one.empty()) continue;  // lost
    if (!text.empty()) text += typed ? ' ' + std::string(same->spelling) + ' ' : " ";
    text += one;
  }
  return brackets && typed ? '(' + text + ')' : text;
}

std::string Writer::write_in_field(const Field* field, const Clause& operand, Parts parts) {
  const Field* outside = std::exchange(field_, field);
  std::string inside = write(operand, parts, false);
  field_ = outside;
  std::string name(field->name);
  switch (into_.field_syntax) {
    case FieldSyntax::function:
      return name + '(' + inside + ')';
    case FieldSyntax::equals:
      return name + "=(" + inside + ')';
    case FieldSyntax::prefix:
      return name + " (" + inside + ')';
    case FieldSyntax::tag:  // the terms have it
      return inside;
    case FieldSyntax::name_colon:
      return in_title_case(name) + ":(" + inside + ')';
    case FieldSyntax::dotted:
      return '(' + inside + ")." + name + '.';
    case FieldSyntax::colon_behind:
      return '(' + inside + "):" + lower_case(name);
    case FieldSyntax::colon:
      break;
  }
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return name + ":(" + inside + ')';
}

/// The clause with each term put into one of `fields`: for parts that no single field covers.
Clause in_each_field(const Clause& clause, const std::vector<const Field*>& fields) {
  switch (clause.kind) {
    case Kind::any_of:
    case Kind::all_of:
    case Kind::except: {
      Clause copy = clause;
      for (Clause& operand : copy.operands) operand = in_each_field(Clause(operand), fields);
      return copy;
    }
    case Kind::nothing:
    case Kind::within:
    case Kind::years:
      return clause;
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::same_entry:
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  Clause any;
  any.kind = Kind::any_of;
  any.where = clause.where;
  for (const Field* field : fields) {
    Clause within;
    within.kind = Kind::within;
    within.where = clause.where;
    within.parts = field->parts;
    within.operands.push_back(clause);
    any.operands.push_back(std::move(within));
  }
  return any;
}

/// TI,AB,IF
std::string names_of(const std::vector<const Field*>& fields) {
  std::string names;
  for (const Field* field : fields) names += (names.empty() ? "" : ",") + std::string(field->name);
  return names;
}

std::string Writer::write_within(const Clause& clause, bool brackets) {
  const Clause& operand = clause.operands.front();
  Parts parts = clause.parts;
  if (into_.field_syntax == FieldSyntax::colon) {
    std::string inside = write(operand, parts, false);
    bool simple = operand.kind == Kind::word || operand.kind == Kind::phrase;
    return parts_list(parts) + ':' + (simple ? inside : '(' + inside + ')');
  }
  if (can_say_heading(operand, parts)) return write(operand, parts, brackets);
  if (tags()) {
    if (parts == kHeadingParts) return write(operand, parts, brackets);
    Parts known = parts == into_.default_parts ? parts : parts_that_can_be_said(clause);
    return write(operand, known.empty() ? into_.default_parts : known, brackets);
  }
  bool entry = operand.kind == Kind::same_entry;
  if (const Field* field = field_for(parts, entry)) {
    const bool of_all = field->entry == Field::Entry::all;
    if (entry && of_all) return write_in_field(field, operand.operands.front(), parts);
    if (!entry && of_all && joins_terms(operand))  // the field would ask one entry for all
      return write(in_each_field(operand, {field}), parts, brackets);
    return write_in_field(field, operand, parts);
  }
  Parts known = parts_that_can_be_said(clause);
  if (known.empty()) return write(operand, into_.default_parts, brackets);
  std::vector<const Field*> fields = fields_covering(known);
  auto of_all = [](const Field* field) { return field->entry == Field::Entry::all; };
  bool one_entry = of_all(fields.front()) && !entry && joins_terms(operand);
  if (fields.size() == 1 && !one_entry) return write_in_field(fields.front(), operand, known);
  bool lists = into_.field_syntax == FieldSyntax::colon_behind || into_.field_lists;
  bool of_entry = std::any_of(fields.begin(), fields.end(), of_all);
  if (lists && (entry == of_entry || !joins_terms(operand))) {
    std::string inside =
        write(entry && of_entry ? operand.operands.front() : operand, known, false);
    return into_.field_lists ? names_of(fields) + '(' + inside + ')'
                             : '(' + inside + "):" + write_names(fields);
  }
  return write(in_each_field(operand, fields), known, brackets);
}

// Ovid: (x).ti,ab. and exp *Neoplasms/dt,th

/// Can all of it stand before `.sh.`? Words without a wildcard would be read as headings there.
bool is_plain_headings(const Clause& clause) {
  if (clause.kind == Kind::heading)
    return !clause.explode && !clause.focus && clause.subheadings.empty();
  if (clause.kind == Kind::word) return !clause.pattern.is_literal();
  bool list =
      clause.kind == Kind::any_of || clause.kind == Kind::all_of || clause.kind == Kind::except;
  return list && std::all_of(clause.operands.begin(), clause.operands.end(), is_plain_headings);
}

bool holds_heading(const Clause& clause) {
  return clause.kind == Kind::heading ||
         std::any_of(clause.operands.begin(), clause.operands.end(), holds_heading);
}

std::string Writer::write_slash_heading(const Clause& heading) {
  std::string literal = heading.literal;
  std::replace_if(
      literal.begin(), literal.end(), [](char c) { return c == '"' || c == '/'; }, ' ');
  std::string text = heading.explode ? "exp " : "";
  if (heading.focus) text += '*';
  text += '"' + literal + "\"/";
  std::string codes;
  for (const std::string& subheading : heading.subheadings) {
    auto value = std::find_if(into_.subheadings.begin(), into_.subheadings.end(),
                              [&](const Value& v) { return v.words == subheading; });
    if (value == into_.subheadings.end())
      lose(heading, "lost-heading", title() + " has no subheading " + cited(subheading),
           "written without it, so it may find more");
    else
      codes += (codes.empty() ? "" : ",") + std::string(value->code);
  }
  return text + codes;
}

/// (x).ti,ab. with all fields that together search these parts.
std::string Writer::write_in_dots(const Clause& within, bool brackets) {
  const Clause* operand = &within.operands.front();
  const Field* headings = field_named(into_, "SH");
  if (headings != nullptr && within.parts == headings->parts && holds_heading(*operand)) {
    if (operand->kind == Kind::heading) return write_slash_heading(*operand);
    if (is_plain_headings(*operand)) return '(' + write(*operand, within.parts, false) + ").SH.";
    return write(in_each_field(*operand, {headings}), within.parts, brackets);
  }
  Parts known;
  for (const Field& field : into_.fields)
    if (field.use == Field::Use::words && (field.parts - within.parts).empty())
      known = known | field.parts;
  Parts unknown = within.parts - known;
  if (!unknown.empty())
    lose(within, "lost-field", title() + " has no field for " + parts_list(unknown),
         known.empty() ? "written without a field" : "written for the other parts only");
  if (known.empty()) return write(*operand, into_.default_parts, brackets);
  std::string names, often;
  if (const Field* field = field_for(known, false))
    names = field->name;
  else
    for (const Field* part : fields_covering(known))
      names += (names.empty() ? "" : ",") + std::string(part->name);
  if (operand->kind == Kind::frequent) {
    often = " /freq=" + std::to_string(operand->least);
    operand = &operand->operands.front();
  }
  return '(' + write(*operand, known, false) + ")." + names + '.' + often;
}

/// What is written in a way of its own where fields stand between dots.
std::optional<std::string> Writer::write_dotted(const Clause& clause, Parts parts, bool brackets) {
  if (clause.kind == Kind::within) return write_in_dots(clause, brackets);
  if (clause.kind == Kind::years)
    return four(clause.from) + (clause.to == clause.from ? "" : '-' + four(clause.to)) + ".YR.";
  const Field* headings = field_named(into_, "SH");
  bool here = headings != nullptr && parts == headings->parts;
  if (clause.kind == Kind::heading && here && is_plain_headings(clause))
    return '"' + clause.literal + '"';
  if (clause.kind == Kind::frequent) {
    Clause within;
    within.kind = Kind::within;
    within.where = clause.where;
    within.parts = parts;
    within.operands.push_back(clause);
    return write_in_dots(within, brackets);
  }
  return std::nullopt;
}

std::string Writer::write_years(const Clause& years, bool brackets) {
  if (into_.year_comparisons) {
    std::string after = "PUBYEAR > " + four(years.from - 1),
                before = "PUBYEAR < " + four(years.to + 1);
    if (years.from == years.to) return "PUBYEAR = " + four(years.from);
    if (years.to >= 9999) return years.from <= 0 ? "PUBYEAR < 9999" : after;
    if (years.from <= 0) return before;
    return brackets ? '(' + after + " AND " + before + ')' : after + " AND " + before;
  }
  constexpr int kNoEnd = 3000;  // see queries/dates.h
  bool colon = into_.field_syntax == FieldSyntax::colon;
  if (tags()) {
    std::string from = four(std::max(years.from, 1)),
                to = four(years.to >= 9999 ? kNoEnd : years.to);
    return (years.from == years.to ? from : from + ':' + to) + "[dp]";
  }
  const Field* field = years_field();
  bool own = colon || into_.field_syntax == FieldSyntax::equals;
  if (!own && field == nullptr) {
    lose(years, "lost-field", title() + " has no field for years", "left out, so it may find more");
    return "";
  }
  std::string range = four(years.from);
  if (colon && years.from <= 0 && years.to < 9999)
    range = '-' + four(years.to);
  else if (colon && years.to >= 9999 && years.from > 0)
    range += '-';
  else if (years.to != years.from)
    range += '-' + four(years.to);
  if (own)
    return (colon ? "year:" : std::string(field == nullptr ? "PY" : field->name) + '=') + range;
  std::string name(field->name);
  if (into_.field_syntax == FieldSyntax::prefix) return name + ' ' + range;
  if (into_.field_syntax == FieldSyntax::function) return name + '(' + range + ')';
  if (into_.bracketed_limits) return '[' + range + "]/py";
  if (into_.field_syntax == FieldSyntax::colon_behind) return range + ':' + lower_case(name);
  return in_title_case(name) + ':' + range;
}

const Field* Writer::years_field() const {
  for (const Field& field : into_.fields)
    if (field.use == Field::Use::years) return &field;
  return nullptr;
}

// --------------------------------------------------------------------------------------------
// terms

std::string Writer::write_exact(const Clause& exact, Parts parts) {
  if (has_quote(Quote::Meaning::exact)) {
    std::string literal;
    bool changed = false;
    for (char c : exact.literal) {
      bool special = c == '}' || c == '\\';
      if (special && into_.counted_wildcards) literal += '\\';
      if (c == '}' && !into_.counted_wildcards) {
        changed = true;
        c = ' ';
      }
      literal += c;
    }
    if (changed)
      lose(exact, "lost-exact", title() + " cannot have '}' in braces", "written as a space");
    return '{' + literal + '}';
  }
  bool in_quotes =
      into_.quoted_wildcards == QuotedWildcards::characters &&
      exact.literal.find('"') == std::string::npos &&
      std::any_of(into_.wildcards.begin(), into_.wildcards.end(), [&](const Wildcard& wildcard) {
        return exact.literal.find(wildcard.sign) != std::string::npos;
      });
  if (in_quotes) return '"' + exact.literal + '"';  // where wildcards are characters
  lose(exact, "lost-exact", title() + " has no literal strings",
       "written as a phrase, so punctuation no longer counts");
  QueryText text;
  Remarks remarks;
  text.text = exact.literal;
  text.origin.assign(text.text.size() + 1, 0);
  text.looks.assign(text.text.size(), QueryText::Looks::neither);
  std::vector<Clause> words =
      TermReader(text, into_, remarks).words({0, text.text.size(), true, parts});
  Clause phrase;
  phrase.kind = Kind::phrase;
  phrase.where = exact.where;
  phrase.operands = std::move(words);
  return tagged(write_phrase(phrase, parts), parts);
}

/// `min` times exactly one, then up to the rest; empty if the dialect cannot say it.
std::string Writer::write_gap(const Pattern::Piece& gap) const {
  constexpr std::uint16_t kMostSigns = 8;
  if (char sign = wildcard_for(gap.min, gap.max)) return std::string(1, sign);
  const bool any_run = gap.max == Pattern::kAnyRun;
  if (into_.counted_wildcards && (gap.min > kMostSigns || (!any_run && gap.max > gap.min + 1))) {
    const std::uint16_t most = any_run ? gap.min : gap.max;
    return '{' + std::to_string(gap.min) + ',' + std::to_string(most) + '}' + (any_run ? "*" : "");
  }
  char one = wildcard_for(1, 1);
  if (gap.min > 0 && (one == 0 || gap.min > kMostSigns)) return "";
  std::string text(gap.min, one);
  if (any_run) {
    char any = wildcard_for(0, Pattern::kAnyRun);
    return any == 0 ? "" : text + any;
  }
  auto rest = static_cast<std::uint16_t>(gap.max - gap.min);
  if (rest == 0) return text;
  if (char sign = wildcard_for(0, rest)) return text + sign;
  char optional = wildcard_for(0, 1);
  if (optional != 0 && rest <= kMostSigns) return text + std::string(rest, optional);
  if (into_.bracketed_wildcards) return text + "[*" + std::to_string(rest) + ']';
  if (into_.numbered_wildcards.empty()) return "";
  return text + into_.numbered_wildcards[0] + std::to_string(rest);
}

/// A gap such as "none or one" where the dialect cannot say it.
const Pattern::Piece* Writer::unwritable_gap(const Pattern& pattern) const {
  for (const Pattern::Piece& piece : pattern.pieces())
    if (piece.is_gap() && piece.max != Pattern::kAnyRun && piece.max != piece.min &&
        write_gap(piece).empty())
      return &piece;
  return nullptr;
}

/// In how many ways the gaps of limited width can be taken; enough to see that they are many.
std::size_t bounded_forms(const Pattern& pattern) {
  std::size_t forms = 1;
  for (const Pattern::Piece& piece : pattern.pieces())
    if (piece.is_gap() && piece.max != Pattern::kAnyRun)
      forms = std::min<std::size_t>(forms * (piece.max - piece.min + 1u), 1000);
  return forms;
}

/// `pattern` with one of its gaps at an exact width.
Pattern with_width(const Pattern& pattern, const Pattern::Piece* gap, std::uint16_t width) {
  Pattern result;
  for (const Pattern::Piece& piece : pattern.pieces()) {
    if (&piece == gap) {
      if (width > 0) result.add_gap(width, width);
    } else if (piece.is_gap()) {
      result.add_gap(piece.min, piece.max);
    } else {
      result.add_letters(piece.letters);
    }
  }
  return result;
}

/// colo$r becomes (color OR colo?r) where there is no `$`.
std::string Writer::write_term(const Clause& clause, Parts parts, bool brackets) {
  constexpr std::size_t kMostForms = 8;
  Clause copy = clause;
  std::vector<Clause*> words;
  if (copy.kind == Kind::word) words.push_back(&copy);
  for (Clause& word : copy.operands) words.push_back(&word);
  std::size_t forms = 1;
  for (Clause* word : words) forms = std::min(forms * bounded_forms(word->pattern), kMostForms + 1);
  for (Clause* word : words) {
    const Pattern::Piece* gap = unwritable_gap(word->pattern);
    if (gap == nullptr || forms > kMostForms) continue;
    Pattern pattern = word->pattern;
    gap = unwritable_gap(pattern);
    std::string text;
    for (std::uint32_t width = gap->min; width <= gap->max; ++width) {
      word->pattern = with_width(pattern, gap, static_cast<std::uint16_t>(width));
      text += (text.empty() ? "" : " OR ") + write_term(copy, parts, true);
    }
    return brackets ? '(' + text + ')' : text;
  }
  bool pattern = std::any_of(copy.operands.begin(), copy.operands.end(),
                             [](const Clause& word) { return !word.pattern.is_literal(); });
  if (pattern && into_.quoted_wildcards != QuotedWildcards::expand)
    return write_adjacent(clause, parts, brackets);
  bool skips = std::any_of(copy.operands.begin(), copy.operands.end(),
                           [](const Clause& word) { return word.skip > 0; });
  if (skips && into_.any_word == 0) return write_skipping(clause, parts);
  lose_short_stem(clause);
  return tagged(write_plain_term(clause, parts), parts);
}

std::string Writer::write_plain_term(const Clause& clause, Parts parts) {
  return clause.kind == Kind::word ? write_word(clause, parts) : write_phrase(clause, parts);
}

/// A phrase with wildcards where quotes take none: lung NEXT cancer*
std::string Writer::write_adjacent(const Clause& phrase, Parts parts, bool brackets) {
  Clause near = phrase;
  near.kind = Kind::near;
  near.ordered = true;
  near.between = 0;
  for (Clause& word : near.operands) {
    near.between = std::max(near.between, word.skip);
    word.skip = 0;
  }
  return write_list(near, parts, brackets);
}

/// `cat*` where the database drops a wildcard behind so few letters.
void Writer::lose_short_stem(const Clause& term) {
  if (!into_.stems.drops) return;
  std::string text;
  auto add = [&](const Clause& word) {
    text += text.empty() ? "" : " ";
    for (const Pattern::Piece& piece : word.pattern.pieces())
      text += piece.is_gap() ? std::string(1, '*') : piece.letters;
  };
  if (term.kind == Kind::word) add(term);
  for (const Clause& word : term.operands) add(word);
  std::size_t star = text.find('*');
  bool dropped =
      star != std::string::npos && star > 0 && star < static_cast<std::size_t>(into_.stems.before);
  if (dropped)
    lose(term, "lost-wildcard",
         title() + " drops a wildcard behind fewer than " + std::to_string(into_.stems.before) +
             " characters: " + label(term),
         "write its forms with OR; as it is, it finds less");
}

bool is_digit(std::string_view text) {
  return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// `covid*19` would limit the `*` to 19 letters: another sign for any run stands there.
std::string Writer::without_number(std::string sign) const {
  if (sign.size() != 1 || into_.numbered_wildcards.find(sign[0]) == std::string_view::npos)
    return sign;
  for (const Wildcard& wildcard : into_.wildcards)
    if (wildcard.min == 0 && wildcard.max == Pattern::kAnyRun &&
        into_.numbered_wildcards.find(wildcard.sign) == std::string_view::npos)
      return std::string(1, wildcard.sign);
  return sign;
}

std::string Writer::write_pattern(const Clause& word) {
  std::string text;
  const auto& pieces = word.pattern.pieces();
  for (const Pattern::Piece& piece : pieces) {
    std::string sign = piece.is_gap() ? write_gap(piece) : piece.letters;
    bool digit_next = &piece != &pieces.back() && is_digit((&piece)[1].letters);
    if (piece.is_gap() && digit_next) sign = without_number(sign);
    text += sign.empty() ? widest_gap(word, piece) : sign;
  }
  if (into_.stems.never_first && !pieces.empty() && pieces.front().is_gap())
    lose(word, "lost-wildcard", title() + " takes no wildcard as the first character",
         "written with it, but refused there");
  if (dropped_at_end(text) > 0)
    lose(word, "lost-wildcard", title() + " removes this wildcard at the end of a word",
         "written with it, so it finds other words");
  return text;
}

/// What comes nearest to a gap that cannot be said.
std::string Writer::widest_gap(const Clause& word, const Pattern::Piece& gap) {
  constexpr std::uint16_t kMostLetters = 20;  // in `[*n]`
  if (wildcard_for(0, Pattern::kAnyRun) != 0 || !into_.bracketed_wildcards) {
    bool limited = gap.max != Pattern::kAnyRun;
    lose(word, "lost-wildcard",
         title() + (limited ? " has no wildcard for a limited number of letters"
                            : " has no wildcard for any number of letters"),
         "written as *, so it finds other words");
    return "*";
  }
  lose(word, "lost-wildcard",
       title() + " has no wildcard for more than " + std::to_string(kMostLetters) + " letters",
       "written with that number, so it may find less");
  Pattern::Piece limited = gap;
  limited.max = std::max(gap.min, kMostLetters);
  std::string text = write_gap(limited);
  return text.empty() ? "*" : text;
}

/// How many signs at the end of a word the database would remove.
std::size_t Writer::dropped_at_end(std::string_view text) const {
  std::size_t dropped = 0;
  while (!text.empty()) {
    auto wildcard = std::find_if(into_.wildcards.begin(), into_.wildcards.end(),
                                 [&](const Wildcard& w) { return w.sign == text.back(); });
    bool goes =
        wildcard != into_.wildcards.end() && (wildcard->least_before_end == Wildcard::kAlways ||
                                              text.size() - 1 < wildcard->least_before_end);
    if (!goes) break;
    ++dropped;
    text.remove_suffix(1);
  }
  return dropped;
}

/// `~psg`, or nothing.
std::string suffix_for(const Variants& variants) {
  std::string letters;
  if (variants.plurals) letters += 'p';
  if (variants.spelling) letters += 's';
  if (variants.lemmas) letters += 'l';
  if (variants.greek) letters += 'g';
  return letters.empty() ? letters : '~' + letters;
}

std::string Writer::write_word(const Clause& word, Parts parts) {
  std::string text = write_pattern(word);
  bool literal = word.pattern.is_literal();
  if (into_.variant_suffixes) {
    bool quoted = literal && is_reserved(text);
    return (quoted ? '"' + text + '"' : text) + suffix_for(word.variants);
  }
  if (!literal) return text;
  lose_stop_words(word);
  Variants bare = variants_for(into_, false, parts), quoted = variants_for(into_, true, parts);
  if (word.variants == bare && !is_reserved(text)) return text;
  if (word.variants == quoted) return '"' + text + '"';
  if (into_.braces_keep_variants && word.variants == bare) return "\"{" + text + "}\"";
  if (!word.variants.any() && has_quote(Quote::Meaning::exact)) return '{' + text + '}';
  lose_variants(word);
  return is_reserved(text) ? '"' + text + '"' : text;
}

/// Signs that stand for any one word each, with a space behind.
std::string Writer::write_skipped(std::uint32_t words) const {
  std::string text;
  for (std::uint32_t i = 0; i < words; ++i) text += std::string(1, into_.any_word) + ' ';
  return text;
}

/// A phrase with any words in it, for a dialect that has no sign for them: "company of America" in
/// EBSCOhost is "company" and "america" with at most that many words between, in this order.
std::string Writer::write_skipping(const Clause& phrase, Parts parts) {
  lose(phrase, "lost-any-word", title() + " has no sign for any one word",
       "written as a distance, so it may find more");
  Clause near;
  near.kind = Kind::near;
  near.ordered = true;
  near.where = phrase.where;
  for (const Clause& word : phrase.operands) {
    Clause single = word;
    single.skip = 0;
    near.between = std::max(near.between, word.skip);
    near.operands.push_back(std::move(single));
  }
  return write(near, parts, true);
}

std::string Writer::write_phrase(const Clause& phrase, Parts parts) {
  lose_stop_words(phrase);
  bool any_wildcard = false;
  for (const Clause& word : phrase.operands) any_wildcard |= !word.pattern.is_literal();
  auto all_have = [&](const Variants& wanted) {
    return std::all_of(phrase.operands.begin(), phrase.operands.end(), [&](const Clause& word) {
      return !word.pattern.is_literal() || word.variants == wanted;
    });
  };
  Variants bare = any_wildcard ? Variants{} : variants_for(into_, false, parts);
  Variants quoted = variants_for(into_, true, parts);
  bool hyphens = !into_.variant_suffixes && !all_have(quoted) && all_have(bare);
  bool braces = into_.braces_keep_variants && !all_have(quoted) &&
                all_have(variants_for(into_, false, parts));
  if (braces) hyphens = false;
  if (!into_.variant_suffixes && !hyphens && !braces && !all_have(quoted)) lose_variants(phrase);
  // `"digital platform*"~ps` when all words without wildcards have the same variants.
  Variants shared;
  for (const Clause& word : phrase.operands)
    if (word.pattern.is_literal()) shared = word.variants;
  bool patterns_have_none = std::all_of(
      phrase.operands.begin(), phrase.operands.end(),
      [](const Clause& word) { return word.pattern.is_literal() || !word.variants.any(); });
  bool one_suffix = patterns_have_none && all_have(shared);
  std::string text;
  for (const Clause& word : phrase.operands) {
    if (!text.empty()) text += hyphens && word.skip == 0 ? '-' : ' ';
    text += write_skipped(word.skip);
    text += write_pattern(word);
    if (into_.variant_suffixes && !one_suffix) text += suffix_for(word.variants);
  }
  if (hyphens) return text;
  if (braces) return "\"{" + text + "}\"";
  return '"' + text + '"' + (into_.variant_suffixes && one_suffix ? suffix_for(shared) : "");
}

/// Where stop words are never searched, a term of them is left out, and a phrase gets wider.
void Writer::lose_stop_words(const Clause& term) {
  if (!into_.stop_words_stand_for_any) return;
  auto is_lost = [&](const Clause& word) {
    return word.pattern.is_literal() && is_stop_word(word.pattern.literal_prefix());
  };
  bool any = term.kind == Kind::word
                 ? is_lost(term)
                 : std::any_of(term.operands.begin(), term.operands.end(), is_lost);
  if (any)
    lose(term, "lost-stop-word", title() + " never searches stop words: " + label(term),
         "any one word may stand in their place");
}

void Writer::lose_variants(const Clause& term) {
  constexpr std::size_t kMostExamples = 5;
  auto& all = other_variants_;
  if (all.count++ == 0) all.first = term.where;
  if (all.count <= kMostExamples) all.examples += (all.count > 1 ? ", " : "") + label(term);
  if (all.count == kMostExamples + 1) all.examples += ", …";
}

void Writer::report() {
  if (other_variants_.count == 0) return;
  Clause place;
  place.where = other_variants_.first;
  lose(place, "lost-variants",
       title() + " finds other variants of " + counted(other_variants_.count, "term", "terms") +
           " than the original does (" + other_variants_.examples + ')',
       into_.variants.quoted.any()
           ? "plurals and spellings are found there in quotes too, so it may find more"
       : into_.variants.bare.any()
           ? "bare words find other forms there, words in quotes none; add what is missing with OR"
           : "no other forms are found there, so it may find less; add them with OR");
}

}  // namespace

std::string write_query(const Query& query, const Dialect& into, Diagnostics& lost) {
  Writer writer(into, lost);
  Clause root = query.root;
  if (!(query.in == into.default_parts)) {
    root = {};
    root.kind = Kind::within;
    root.where = query.root.where;
    root.parts = query.in;
    root.operands.push_back(query.root);
  }
  std::string text = writer.write(root, query.in, false);
  writer.report();
  return text;
}

std::string to_native(const Clause& clause) {
  Diagnostics lost;
  return Writer(kNative, lost).write(clause, kNative.default_parts, false);
}

}  // namespace litmine
