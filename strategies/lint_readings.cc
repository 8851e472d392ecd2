// The reading not taken. Each kind of remark has one way to say the other reading: another option
// of the parser, or the string with a small change that spells the other meaning out. The changed
// string is read and run; what else was repaired in it stays repaired the same way.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "queries/normal_form.h"
#include "strategies/layout.h"
#include "strategies/lint_parts.h"

namespace litmine {
namespace {

/// What a way has to go by.
struct Remarked {
  std::string_view source;
  const Diagnostic& note;
  const Query& query;  ///< as it was read
  const Dialect& dialect;
  const ReadingOptions& options;

  std::string_view typed() const { return note.where.in(source); }
  /// The string with other characters in the place of the remark.
  std::string with(std::string_view text) const {
    return std::string(source.substr(0, note.where.begin)) + std::string(text) +
           std::string(source.substr(std::min<std::size_t>(note.where.end, source.size())));
  }
  Query read(const std::string& changed) const {
    return parse_query(changed, dialect, options).query;
  }
};

using Way = std::optional<Query> (*)(const Remarked&);

bool is_word_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// ---------------------------------------------------------------------- other characters there

std::optional<Query> the_other_operator(const Remarked& r) {
  if (r.note.alternative.empty()) return std::nullopt;
  return r.read(r.with(r.note.alternative));
}

constexpr std::string_view kNoTerm = " () ";  // matches nothing

std::optional<Query> no_term(const Remarked& r) { return r.read(r.with(kNoTerm)); }

std::optional<Query> no_term_behind(const Remarked& r) {
  return r.read(r.with(std::string(r.typed()) + std::string(kNoTerm)));
}

std::optional<Query> left_out(const Remarked& r) { return r.read(r.with(" ")); }

/// `&amp;` as the word amp.
std::optional<Query> letters_of_entities(const Remarked& r) {
  std::string text(r.source);
  for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && (is_word_sign(text[end]) || text[end] == '#')) ++end;
    if (end == at + 1 || end >= text.size() || text[end] != ';') continue;
    text[at] = text[end] = ' ';
  }
  return r.read(text);
}

/// `.ti,ab` as the words ti and ab.
std::optional<Query> dots_as_words(const Remarked& r) {
  std::string words(r.typed());
  for (char& c : words)
    if (!is_word_sign(c)) c = ' ';
  return r.read(r.with(" " + words + " "));
}

/// A leading or trailing operator with a term that is not there; brackets without anything in them
/// left out.
std::optional<Query> missing_operand(const Remarked& r) {
  if (r.typed().starts_with('(')) {
    std::size_t node = 0;
    std::optional<std::size_t> empty;
    each_clause(r.query.root, [&](const Clause& clause, std::size_t number, std::size_t) {
      if (clause.kind == Clause::Kind::nothing && clause.where == r.note.where) empty = number;
      node = number;
    });
    if (!empty) return std::nullopt;
    std::optional<Clause> rest = changed(r.query.root, {{*empty, std::nullopt}});
    if (!rest) return std::nullopt;
    Query query = r.query;
    query.root = std::move(*rest);
    return query;
  }
  const std::string term(kNoTerm), typed(r.typed());
  return r.read(r.with(term + typed + term));
}

std::optional<Query> and_there(const Remarked& r) { return r.read(r.with("AND")); }

std::optional<Query> or_before(const Remarked& r) {
  return r.read(r.with("OR " + std::string(r.typed())));
}

std::optional<Query> without_not(const Remarked& r) {
  std::string_view typed = r.typed();
  const std::size_t end = typed.find_first_of(" \t\r\n(\"");
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view rest = typed.substr(end);
  return r.read(r.with(rest));
}

std::optional<Query> without_bracket(const Remarked& r) {
  if (r.typed().starts_with(')')) return r.read("(" + r.with(")"));
  return r.read(
      r.with(" " + std::string(r.typed().substr(std::min<std::size_t>(1, r.typed().size())))));
}

std::optional<Query> without_quote(const Remarked& r) {
  std::string_view typed = r.typed();
  std::size_t size = 1;  // of the sign, which may be a curly one
  while (size < typed.size() && (static_cast<unsigned char>(typed[size]) & 0xc0) == 0x80) ++size;
  return r.read(r.with(" " + std::string(typed.substr(std::min(size, typed.size())))));
}

std::optional<Query> in_quotes(const Remarked& r) {
  return r.read(r.with('"' + std::string(r.typed()) + '"'));
}

std::optional<Query> all_variants(const Remarked& r) { return r.read(r.with("~")); }

// ------------------------------------------------------------------ other characters everywhere

/// The string with each of these signs replaced.
std::string replaced(std::string_view source, std::initializer_list<std::string_view> signs,
                     std::string_view by) {
  std::string text(source);
  for (std::string_view sign : signs)
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.replace(at, sign.size(), by);
  return text;
}

std::optional<Query> curly_as_spaces(const Remarked& r) {
  return r.read(replaced(r.source, {"\u201c", "\u201d", "\u201e", "\u201f"}, " "));
}

std::optional<Query> odd_as_spaces(const Remarked& r) {
  return r.read(replaced(
      r.source, {"\u00ab", "\u00bb", "\u2033", "\u2036", "\u2039", "\u203a", "\u2032"}, " "));
}

std::optional<Query> single_as_double(const Remarked& r) {
  std::string text(r.source);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool before = i > 0 && is_word_sign(text[i - 1]);
    const bool after = i + 1 < text.size() && is_word_sign(text[i + 1]);
    if (text[i] == '\'' && !(before && after)) text[i] = '"';
  }
  return r.read(text);
}

std::optional<Query> without_control(const Remarked& r) {
  std::string text;
  for (char c : r.source) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    const auto byte = static_cast<unsigned char>(c);
    if (space || (byte >= 0x20 && byte != 0x7f)) text += c;
  }
  return r.read(text);
}

std::optional<Query> removed(const Remarked& r) { return r.read(r.with("")); }

/// Signs that are a wildcard elsewhere as the wildcard that stands for any letters here.
std::optional<Query> any_letters(const Remarked& r) {
  std::string text(r.source);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool beside =
        (i > 0 && is_word_sign(text[i - 1])) || (i + 1 < text.size() && is_word_sign(text[i + 1]));
    if (beside && (text[i] == '$' || text[i] == '?' || text[i] == '#' || text[i] == '!'))
      text[i] = '*';
  }
  return r.read(text);
}

// ---------------------------------------------------------------------- other options, other tree

std::optional<Query> other_order(const Remarked& r) {
  auto in_order_of = [&](std::string_view name) {
    ReadingOptions options = r.options;
    options.order_of = std::string(name);
    return parse_query(r.source, r.dialect, options).query;
  };
  Query scopus = in_order_of("scopus");
  const bool like_scopus = normal_form(scopus.root).same_as(normal_form(r.query.root));
  return like_scopus ? in_order_of("wos") : std::move(scopus);
}

std::optional<Query> other_rule(const Remarked& r) {
  for (const RuleReading& rule : rules_of(r.dialect)) {
    const std::string option = std::string(rule.rule) + '=' + std::string(rule.reading);
    if (rule.reading != r.note.alternative || !r.note.hint.ends_with(option)) continue;
    ReadingOptions options = r.options;
    options.rules.emplace_back(rule.rule, rule.reading);
    return parse_query(r.source, r.dialect, options).query;
  }
  return std::nullopt;
}

std::optional<Query> proximity_as_and(const Remarked& r) {
  ReadingOptions options = r.options;
  options.proximity_as_and = !options.proximity_as_and;
  return parse_query(r.source, r.dialect, options).query;
}

std::optional<Query> heeded(const Remarked& r) {
  ReadingOptions options = r.options;
  options.heed_ignored = true;
  return parse_query(r.source, r.dialect, options).query;
}

std::optional<Query> in_all_fields(const Remarked& r) {
  ReadingOptions options = r.options;
  options.unknown_fields_are_all = true;
  return parse_query(r.source, r.dialect, options).query;
}

/// The second line of a number with a number that nobody refers to.
std::optional<Query> the_first_line(const Remarked& r) {
  constexpr int kUnused = 999'983;
  std::string label(r.typed());
  const std::size_t first = label.find_first_of("0123456789");
  if (first == std::string::npos) return std::nullopt;
  const std::size_t end = std::min(label.find_first_not_of("0123456789", first), label.size());
  label.replace(first, end - first, std::to_string(kUnused));
  return r.read(r.with(label));
}

/// A line that holds nothing matches nothing, whatever is made of it; else the reference does.
std::optional<Query> no_line(const Remarked& r) {
  const std::size_t begin = r.note.where.begin;
  const bool is_label = begin == 0 || r.source[begin - 1] == '\n';
  return is_label ? r.query : no_term(r);
}

/// The last number that was typed there, at least 1.
std::uint32_t number_in(std::string_view typed) {
  std::uint32_t number = 0, last = 1;
  bool before = false;
  for (char c : typed) {
    const bool digit = c >= '0' && c <= '9';
    if (digit) number = std::min<std::uint32_t>((before ? number : 0) * 10 + (c - '0'), 100'000);
    if (digit) last = number;
    before = digit;
  }
  return std::max<std::uint32_t>(last, 1);
}

/// How often is asked of each term in brackets.
std::optional<Query> often_each(const Remarked& r) {
  const std::uint32_t least = number_in(r.typed());
  std::vector<Change> changes;
  const Layout layout = layout_of(r.query);
  for (std::size_t number = 0; number < layout.size(); ++number) {
    const Clause& clause = *layout[number].clause;
    const bool inside =
        clause.where.begin >= r.note.where.begin && clause.where.end <= r.note.where.end;
    if (!inside || !is_search_term(clause)) continue;
    Clause frequent;
    frequent.kind = Clause::Kind::frequent;
    frequent.where = clause.where;
    frequent.least = least;
    frequent.operands.push_back(clause);
    changes.push_back({number, std::move(frequent)});
  }
  std::optional<Clause> root = changed(r.query.root, changes);
  if (!root || changes.empty()) return std::nullopt;
  Query query = r.query;
  query.root = std::move(*root);
  return query;
}

struct OtherReading {
  std::string_view code;
  Way way;
};
constexpr OtherReading kOtherReadings[] = {
    {"operator-doubled", the_other_operator},
    {"operator-missing-operand", missing_operand},
    {"not-without-left", without_not},
    {"missing-operator", or_before},
    {"unbalanced-bracket", without_bracket},
    {"operator-in-proximity", proximity_as_and},
    {"proximity-number", and_there},
    {"distance-too-large", and_there},
    {"line-reference", no_term},
    {"unbalanced-quote", without_quote},
    {"empty-quotes", no_term},
    {"curly-quotes", curly_as_spaces},
    {"odd-quotes", odd_as_spaces},
    {"single-quotes", single_as_double},
    {"control-character", without_control},
    {"bad-bytes", removed},
    {"unknown-character", no_term},
    {"field-without-term", no_term_behind},
    {"bad-year", no_term},
    {"bad-limit", no_term},
    {"no-letters", no_term},
    {"wildcard-alone", no_term},
    {"unknown-variant", all_variants},
    {"foreign-operator", in_quotes},
    {"foreign-wildcard", any_letters},
    {"foreign-field", left_out},
    {"field-without-data", no_term},
    {"frequency-operand", often_each},
    {"html-entity", letters_of_entities},
    {"unknown-field", in_all_fields},
    {"interface-setting", no_term},
    {"tag-behind-bracket", left_out},
    {"field-dots", dots_as_words},
    {"history-comment", no_term},
    {"line-absent", no_line},
    {"line-later", no_term},
    {"line-itself", no_term},
    {"line-repeated", the_first_line},
    {"history-too-large", no_term},
    {"set-command", no_term},
    {"stop-word", heeded},
    {"wildcard-dropped", heeded},
    {"wildcard-misplaced", heeded},
    {"distance-ignored", heeded},
    {"contested-rule", other_rule},
    {"changed-rule", other_rule},
    {"mixed-without-brackets", other_order},
};

std::optional<Query> other_reading(const Remarked& remarked) {
  for (const OtherReading& other : kOtherReadings)
    if (other.code == remarked.note.code) return other.way(remarked);
  return std::nullopt;
}

/// A reading in a few words, for the line with the counts.
std::string brief(std::string_view reading) {
  constexpr std::size_t kMost = 40;
  return reading.empty() || reading.size() > kMost ? std::string()
                                                   : '\'' + std::string(reading) + '\'';
}

}  // namespace

std::optional<Query> alternative_reading(std::string_view source, const Diagnostic& note,
                                         const Query& read_as, const Dialect& dialect,
                                         const ReadingOptions& options) {
  return other_reading({source, note, read_as, dialect, options});
}

/// How many clauses are read again for all remarks together. A string of 1,000 clauses may have
/// 1,000 remarks.
constexpr std::size_t kMostReadAgain = 1'000'000;

Result<void> lint_readings(const Examined& examined, std::size_t remarks) {
  if (examined.corpus == nullptr) return {};
  const std::size_t clauses = clause_count(examined.query.root);
  std::size_t read_again = 0;
  std::map<std::string, std::uint64_t> counted;  // several remarks may have one other reading
  for (std::size_t i = 0; i < remarks; ++i) {
    Finding& finding = examined.findings[i];
    Diagnostic& note = finding.note;
    if (!note.alternative.empty() && (read_again += clauses) > kMostReadAgain) {
      note.hint += "; what the other reading finds was not counted, the string is too large";
      continue;
    }
    std::optional<Query> other = alternative_reading(examined.query.source, note, examined.query,
                                                     examined.dialect, examined.options.reading);
    if (!other) continue;
    const std::string tree = to_sexp(other->root);
    auto it = counted.find(tree);
    if (it == counted.end()) {
      Result<DocSet> found = examined.corpus->find(other->root, other->in);
      if (!found) {
        note.hint +=
            fmt::format("; what the other reading finds cannot be said: {}", found.error().what);
        continue;
      }
      it = counted.emplace(tree, found->count()).first;
    }
    finding.choice_studies = examined.corpus->result().count();
    finding.alternative_studies = it->second;
    const std::string choice = brief(note.choice), alternative = brief(note.alternative);
    note.hint +=
        fmt::format("; {} finds {}, {} {}", choice.empty() ? "this reading" : choice,
                    studies_text(*finding.choice_studies),
                    alternative.empty() ? "the other" : alternative, *finding.alternative_studies);
  }
  return {};
}

}  // namespace litmine
