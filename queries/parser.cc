// One parser for all dialects. Brackets and fields are read by recursion, at most kDeepest levels
// of it; what stands between two brackets is gathered into a Run first and gets its shape from the
// dialect's table then (runs.h). Whatever is wrong is remarked and read on with a stated meaning.
#include <algorithm>
#include <optional>
#include <utility>

#include "queries/dates.h"
#include "queries/dialect.h"
#include "queries/dialects.h"
#include "queries/normal_form.h"
#include "queries/proximity.h"
#include "queries/query_text.h"
#include "queries/reading.h"
#include "queries/remarks.h"
#include "queries/runs.h"
#include "queries/terms.h"
#include "queries/tokens.h"
#include "text/normalize.h"
#include "text/one_line.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Level = Diagnostic::Level;

constexpr std::size_t kDeepest = 200;     // levels; fits a stack of 8 MB under a sanitizer, too
constexpr std::size_t kMostChanges = 50;  // of operator at one level: each makes the tree deeper

/// What the fields around a term say about it.
struct Context {
  const FieldUse* field = nullptr;  // the innermost
  Parts parts;                      // where it is searched
};

/// An operand as read. `absent`: left out, and remarked.
struct Operand {
  Clause clause;
  bool absent = false;
  bool negated = false;    // NOT stands before it, with nothing to take it from
  bool excluded = false;   // negated by EXCLUDE: several of them exclude each
  bool stop_word = false;  // left out beside another word
};

Operand absent() {
  Operand operand;
  operand.absent = true;
  return operand;
}

class Parser {
 public:
  Parser(std::string_view source, Span window, const Dialect& dialect,
         const ReadingOptions& options, const KnownLines* lines, Remarks& remarks)
      : dialect_(dialect),
        options_(options),
        source_(source),
        window_(window),
        lines_(lines),
        remarks_(remarks),
        text_(read_characters(source, dialect, remarks_, window)),
        tokens_(with_fields_first(
            with_words_joined(cut_tokens(text_, dialect, remarks_, lines != nullptr), text_,
                              dialect),
            text_, dialect, remarks_)),
        bound_(tokens_.size()),
        terms_(text_, dialect, remarks_) {}

  Clause parse();

 private:
  enum class Until { closed, joined };  // `joined`: the next AND or OR ends it too (TS=a b AND ...)

  Operand read_run(const Context& context, std::size_t depth, Until until);
  Operand read_operand(const Context& context, std::size_t depth);
  Operand read_bracket(const Context& context, std::size_t depth);
  Operand read_field(const Context& context, std::size_t depth);
  Operand read_covered(const Token& name, const Context& inside, std::size_t depth);
  Operand read_word(const Context& context);
  Operand read_phrase(const Context& context);
  std::optional<Clause> literal_phrase(const Token& token);
  Operand read_exact(const Context& context);
  Operand read_limit();
  Operand read_lines();
  std::optional<Clause> referred_line(int number, Span place);
  void remark_on_line(int number, KnownLine::State state, Span place);
  Span place_of_line(const Clause& clause) const;
  void show_own_places(Clause& clause) const;
  Operand read_mesh_descriptor();
  std::optional<Clause> value_clause(std::size_t begin, std::size_t end, const FieldUse& field);
  std::optional<Clause> year_clause(std::size_t begin, std::size_t end);
  std::optional<std::size_t> joined_value_end(const FieldUse& field) const;
  Clause words_clause(std::vector<Clause> words, Span where) const;
  Operand wrapped(Operand inner, const FieldUse& field, Span where);
  Clause with_distance(Clause phrase, std::uint32_t n, const FieldUse* field, Span where);
  void drop_outer_stop_words(std::vector<Clause>& words);
  void remark_on_lower_case(const std::vector<Clause>& words);
  bool is_stop_word(const Clause& word) const;
  bool is_without_data(const Token& token);
  Clause frequent_clause(Clause operand, std::uint32_t least, Span where);
  std::optional<Clause> heading_clause(std::size_t begin, std::size_t end, const FieldUse& field);
  void append_after_any_words(std::vector<Clause>& words, Span& place, const Context& context);
  bool is_subheading_alone(std::size_t begin, std::size_t end, const FieldUse& field, Span where);
  Operand read_bare_heading(const FieldUse& field);

  Joint joint_from(const std::vector<const Token*>& typed, const Context& context);
  Joint implied_joint(const Context& context, Span where) const;
  void ask_one_entry_of_names(Clause& clause);
  void remark_on_doubled(const std::vector<const Token*>& typed, const Token& kept);
  void remark_on_proximity(const Run& run);
  Operand finish_run(std::vector<Operand> operands, std::vector<Joint> joints);
  void drop_absent(std::vector<Operand>& operands, std::vector<Joint>& joints);
  void drop_stop_words(std::vector<Operand>& operands, const std::vector<Joint>& joints);
  void join_by_and_where_needed(const std::vector<Operand>& operands,
                                std::vector<Joint>& joints) const;
  bool place_negated(std::vector<Operand>& operands, std::vector<Joint>& joints);
  void limit_changes(std::vector<Joint>& joints);
  void limit_chains(std::vector<Joint>& joints);
  bool is_year_only(const Clause& clause) const;
  void report();

  const Token* peek() const { return at_ < bound_ ? &tokens_[at_] : nullptr; }
  bool next_is(Token::Kind kind) const { return peek() != nullptr && peek()->kind == kind; }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return std::string_view(text_.text).substr(begin, end - begin);
  }
  Span where(const Token& token) const { return text_.where(token.begin, token.end); }
  void remark(Level level, std::string code, Span at, std::string message, std::string hint = {}) {
    remarks_.add(level, std::move(code), at, std::move(message), std::move(hint));
  }

  const Dialect& dialect_;
  const ReadingOptions& options_;
  std::string_view source_;
  Span window_;
  const KnownLines* lines_;  // null: the text is no history
  Remarks& remarks_;
  QueryText text_;
  std::vector<Token> tokens_;
  std::size_t bound_;  // the tokens that may be read now: a field behind covers so many
  TermReader terms_;
  std::size_t at_ = 0;
  std::size_t unopened_ = 0, unclosed_ = 0, too_deep_ = 0;
  std::size_t exploded_ = 0, untagged_ = 0, phrases_ = 0;
  std::size_t referred_ = 0;  // clauses of the lines put in
  Span first_unopened_, first_unclosed_, first_too_deep_, first_exploded_, first_untagged_,
      first_phrase_;
};

// --------------------------------------------------------------------------------------------
// terms

/// One word as it is, several as a phrase.
Clause Parser::words_clause(std::vector<Clause> words, Span place) const {
  if (words.size() == 1) {
    words.front().where = place;
    return std::move(words.front());
  }
  Clause phrase;
  phrase.kind = Kind::phrase;
  phrase.where = place;
  phrase.operands = std::move(words);
  return phrase;
}

bool is_blank_apart(char c) { return is_space(c) || c == '"'; }

/// Lower case, and a single space for everything that is no letter, digit or wildcard: how values
/// are compared.
std::string value_key(std::string_view text) {
  std::string key;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (is_word_byte(c) || c == '*' || c == '?' || c == '$')
      key += c;
    else if (!key.empty() && key.back() != ' ')
      key += ' ';
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

const Value* value_named(std::span<const Value> values, std::string_view key) {
  for (const Value& value : values)
    if (value.code == key) return &value;
  return nullptr;
}

/// `english` in a language field is any of "english", "en", "eng".
std::optional<Clause> Parser::value_clause(std::size_t begin, std::size_t end,
                                           const FieldUse& field) {
  const Value* value = value_named(field.values, value_key(slice(begin, end)));
  if (value == nullptr) return std::nullopt;
  std::vector<Clause> alternatives;
  std::string_view rest = value->words;
  while (!rest.empty()) {
    std::size_t bar = std::min(rest.find('|'), rest.size());
    Clause word;
    word.kind = Kind::word;
    word.pattern = Pattern(std::string(rest.substr(0, bar)));
    word.where = text_.where(begin, end);
    alternatives.push_back(std::move(word));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  if (alternatives.size() == 1) return std::move(alternatives.front());
  Clause any;
  any.kind = Kind::any_of;
  any.where = text_.where(begin, end);
  any.operands = std::move(alternatives);
  return any;
}

bool is_month(std::string_view digits) { return digits >= "01" && digits <= "12"; }

/// The year that a date at `at` begins with; moves behind it.
std::optional<int> four_digits(std::string_view text, std::size_t& at) {
  int year = 0;
  std::size_t from = at;
  for (; at < text.size() && at - from < 4 && text[at] >= '0' && text[at] <= '9'; ++at)
    year = year * 10 + (text[at] - '0');
  if (at - from != 4) return std::nullopt;
  // 20160131 and 201601 are dates, too.
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  bool date = (end - at == 2 || end - at == 4) && is_month(text.substr(at, 2));
  if (end > at && !date) return std::nullopt;
  at = end;
  return year;
}

/// Month and day of a date are passed over.
void skip_month_and_day(std::string_view text, std::size_t& at) {
  for (int i = 0; i < 2; ++i) {
    bool two_digits = at + 2 < text.size() && text[at] == '-' && is_word_byte(text[at + 1]) &&
                      is_word_byte(text[at + 2]) &&
                      (at + 3 >= text.size() || !is_word_byte(text[at + 3]));
    if (two_digits) at += 3;
  }
}

/// 2016, 2016-2023, 2016-, -2020, >2015, 2020-01-01/2020-03-01, and the ranges of dates.h
std::optional<Clause> Parser::year_clause(std::size_t begin, std::size_t end) {
  if (std::optional<DateRange> dates = read_dates(slice(begin, end));
      dates && dates->from <= dates->to) {
    Clause years;
    years.kind = Kind::years;
    years.where = text_.where(begin, end);
    years.from = dates->from;
    years.to = dates->to;
    if (!dates->whole_years)
      remark(Level::note, "field-approximated", years.where,
             "only the years of a date are known here; " + cited(slice(begin, end)) +
                 " is searched as " + label(years));
    return years;
  }
  std::string raw;
  for (char c : slice(begin, end))
    if (!is_blank_apart(c)) raw += c;
  if (upper(raw).ends_with("-CURRENT")) raw.resize(raw.size() - 7);  // 2016 -Current
  Clause years;
  years.kind = Kind::years;
  years.where = text_.where(begin, end);
  std::size_t at = 0;
  auto whole = [&] { return at == raw.size(); };
  if (raw.starts_with('>') || raw.starts_with('<')) {
    bool after = raw[0] == '>', included = raw.size() > 1 && raw[1] == '=';
    at = included ? 2 : 1;
    if (std::optional<int> year = four_digits(raw, at); year && whole()) {
      (after ? years.from : years.to) = *year + (included ? 0 : after ? 1 : -1);
      return years;
    }
  } else if (raw.starts_with('-')) {
    at = 1;
    if (std::optional<int> year = four_digits(raw, at); year && whole()) {
      years.to = *year;
      return years;
    }
  } else if (std::optional<int> from = four_digits(raw, at)) {
    skip_month_and_day(raw, at);
    years.from = years.to = *from;
    if (whole()) return years;
    char sign = raw[at++];
    if (sign == '-' && whole()) {
      years.to = 9999;
      return years;
    }
    std::optional<int> to = sign == '-' || sign == '/' ? four_digits(raw, at) : std::nullopt;
    if (to) skip_month_and_day(raw, at);
    if (to && whole()) {
      years.to = *to;
      if (years.to < years.from) {
        std::swap(years.from, years.to);
        years.repaired = true;
        remarks_.add({Level::error, "bad-year", years.where, cited(raw) + " ends before it begins",
                      "read the other way round", true,
                      std::to_string(years.from) + '-' + std::to_string(years.to), raw});
      }
      return years;
    }
  }
  std::string_view typed = slice(begin, end);
  bool moving = typed.find("last ") != std::string_view::npos;
  remark(Level::error, "bad-year", years.where,
         moving ? cited(typed) + " depends on the day of the search"
                : cited(typed) + " is no year or range of years",
         moving ? "write the years themselves; left out"
                : "write 2016 or 2016" + std::string(is_behind(dialect_.field_syntax) ? ":" : "-") +
                      "2023, without wildcards; left out");
  return std::nullopt;
}

/// Values and years may be several tokens: `proceedings paper`, `2016 - 2023`. The end of the last
/// one, if that is so; `at_` stands at the first.
std::optional<std::size_t> Parser::joined_value_end(const FieldUse& field) const {
  for (std::size_t count = 3; count >= 2; --count) {
    if (at_ + count > tokens_.size()) continue;
    auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(at_);
    auto last = first + static_cast<std::ptrdiff_t>(count) - 1;
    bool words = std::all_of(first, last + 1,
                             [](const Token& token) { return token.kind == Token::Kind::word; });
    if (!words) continue;
    std::string_view raw = slice(first->begin, last->end);
    bool range = field.use == Field::Use::years && count == 3 &&
                 slice((first + 1)->begin, (first + 1)->end) == "-";
    if (range || value_named(field.values, value_key(raw)) != nullptr) return count;
  }
  return std::nullopt;
}

/// A heading as it stands in the text. Nothing if it holds no letter, or a wildcard: then its words
/// are searched.
std::optional<Clause> Parser::heading_clause(std::size_t begin, std::size_t end,
                                             const FieldUse& field) {
  std::string typed(slice(begin, end));
  if (dialect_.field_syntax == FieldSyntax::tag) std::erase(typed, '"');  // of dates joined
  Span place = text_.where(begin, end);
  Clause heading = read_heading(typed, dialect_.heading_signs);
  bool any_letter = std::any_of(heading.literal.begin(), heading.literal.end(), is_word_byte);
  bool wildcard =
      dialect_.heading_signs != HeadingSigns::own &&
      std::any_of(dialect_.wildcards.begin(), dialect_.wildcards.end(), [&](const Wildcard& sign) {
        return heading.literal.find(sign.sign) != std::string::npos;
      });
  if (!any_letter || wildcard) {
    if (wildcard)
      remark(Level::note, "field-approximated", place,
             "a heading with a wildcard is searched as words of the headings");
    return std::nullopt;
  }
  for (std::string& subheading : heading.subheadings)
    if (const Value* value = value_named(dialect_.subheadings, subheading))
      subheading = std::string(value->words);
  heading.where = place;
  heading.explode |= field.explode;
  heading.focus |= field.focus;
  heading.subheadings.insert(heading.subheadings.end(), field.subheadings.begin(),
                             field.subheadings.end());
  if (heading.explode && exploded_++ == 0) first_exploded_ = place;
  return heading;
}

/// `/therapy` alone, a subheading of any heading; then the whole is remarked upon.
bool Parser::is_subheading_alone(std::size_t begin, std::size_t end, const FieldUse& field,
                                 Span place) {
  const Clause heading = read_heading(slice(begin, end), dialect_.heading_signs);
  bool alone = std::none_of(heading.literal.begin(), heading.literal.end(), is_word_byte) &&
               !(heading.subheadings.empty() && field.subheadings.empty());
  if (alone)
    remark(Level::error, "field-without-data", place,
           "a subheading without its heading cannot be searched",
           "left out, so this may find more than the database does");
  return alone;
}

/// Words side by side are one heading: MH Social Media
Operand Parser::read_bare_heading(const FieldUse& field) {
  std::size_t first = at_;
  while (next_is(Token::Kind::word)) ++at_;
  if (is_subheading_alone(tokens_[first].begin, tokens_[at_ - 1].end, field,
                          text_.where(tokens_[first].begin, tokens_[at_ - 1].end)))
    return absent();
  std::optional<Clause> heading = heading_clause(tokens_[first].begin, tokens_[at_ - 1].end, field);
  if (heading) return {std::move(*heading)};
  at_ = first + 1;
  std::vector<Clause> words =
      terms_.words({tokens_[first].begin, tokens_[first].end, false, field.parts});
  if (words.empty()) return absent();
  return {words_clause(std::move(words), where(tokens_[first]))};
}

Operand Parser::read_word(const Context& context) {
  if (context.field != nullptr && context.field->use == Field::Use::heading)
    return read_bare_heading(*context.field);
  if (context.field != nullptr) {
    std::size_t begin = peek()->begin;
    std::size_t count = joined_value_end(*context.field).value_or(1);
    std::size_t end = tokens_[at_ + count - 1].end;
    bool years = context.field->use == Field::Use::years;
    std::optional<Clause> clause =
        years ? year_clause(begin, end) : value_clause(begin, end, *context.field);
    if (clause || years) {
      at_ += count;
      return clause ? Operand{std::move(*clause)} : absent();
    }
  }
  const Token& token = tokens_[at_++];
  if (is_without_data(token)) return absent();
  std::vector<Clause> words = terms_.words({token.begin, token.end, false, context.parts});
  Span place = where(token);
  append_after_any_words(words, place, context);
  if (words.empty()) return absent();
  remark_on_lower_case(words);
  if (dialect_.joined_words != JoinedWords::never) drop_outer_stop_words(words);
  if (context.field == nullptr && untagged_++ == 0) first_untagged_ = place;
  Operand operand{words_clause(std::move(words), place)};
  operand.stop_word = is_stop_word(operand.clause);
  return operand;
}

bool Parser::is_stop_word(const Clause& word) const {
  return word.kind == Kind::word && word.pattern.is_literal() &&
         terms_.is_stop_word(word.pattern.literal_prefix());
}

/// `hasabstract`, which is no word to search for.
bool Parser::is_without_data(const Token& token) {
  std::string typed = value_key(slice(token.begin, token.end));
  bool without = std::find(dialect_.without_data.begin(), dialect_.without_data.end(), typed) !=
                 dialect_.without_data.end();
  if (without)
    remark(Level::error, "field-without-data", where(token),
           "litmine has no data for " + cited(typed),
           "left out, so this may find more than the database does");
  return without;
}

/// `and` where only AND is an operator.
void Parser::remark_on_lower_case(const std::vector<Clause>& words) {
  if (!dialect_.capitals_only) return;
  for (const Clause& word : words) {
    std::string typed(word.where.in(source_));
    for (const Operator& op : dialect_.operators)
      if (op.foreign.empty() && !op.numbered && upper(typed) == op.spelling)
        remark(Level::warning, "lower-case-operator", word.where,
               "lower-case operators are not operators: " + cited(typed) + " is a word in " +
                   std::string(dialect_.title),
               "write " + std::string(op.spelling) + " if the operator is meant");
  }
}

/// The stop words at both ends of a term without quotes, if anything else is in it.
void Parser::drop_outer_stop_words(std::vector<Clause>& words) {
  auto drop = [&](const Clause& word) {
    remark(Level::note, "stop-word", word.where,
           cited(word.where.in(source_)) + " is a stop word, which " + std::string(dialect_.title) +
               " ignores outside quotes",
           "left out");
  };
  bool others = std::any_of(words.begin(), words.end(),
                            [&](const Clause& word) { return !is_stop_word(word); });
  if (!others) return;
  while (is_stop_word(words.back())) {
    drop(words.back());
    words.pop_back();
  }
  auto first = std::find_if(words.begin(), words.end(),
                            [&](const Clause& word) { return !is_stop_word(word); });
  std::for_each(words.begin(), first, drop);
  words.erase(words.begin(), first);
}

/// `midsummer * dream`: what follows the signs that stand for any one word each.
void Parser::append_after_any_words(std::vector<Clause>& words, Span& place,
                                    const Context& context) {
  auto is_sign = [&](std::size_t at) {
    return at < bound_ && tokens_[at].kind == Token::Kind::word &&
           slice(tokens_[at].begin, tokens_[at].end) == std::string_view(&dialect_.any_word, 1);
  };
  while (dialect_.any_word != 0 && !words.empty() && is_sign(at_)) {
    std::size_t next = at_;
    while (is_sign(next)) ++next;
    if (next >= bound_ || tokens_[next].kind != Token::Kind::word) return;
    std::vector<Clause> more =
        terms_.words({tokens_[next].begin, tokens_[next].end, false, context.parts});
    auto skip = static_cast<std::uint32_t>(next - at_);
    at_ = next + 1;
    if (more.empty()) return;
    more.front().skip = skip;
    place.end = where(tokens_[next]).end;
    words.insert(words.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
  }
}

bool in_braces(std::string_view text) {
  std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
  return first != std::string_view::npos && text[first] == '{' && text[last] == '}';
}

Operand Parser::read_phrase(const Context& context) {
  const Token& token = tokens_[at_++];
  std::size_t begin = token.begin_inner, end = token.end_inner;
  if (context.field != nullptr) {
    bool years = context.field->use == Field::Use::years;
    std::optional<Clause> clause =
        years ? year_clause(begin, end) : value_clause(begin, end, *context.field);
    if (clause) clause->where = where(token);
    if (clause || years) return clause ? Operand{std::move(*clause)} : absent();
  }
  std::string_view inside = slice(begin, end);
  if (std::all_of(inside.begin(), inside.end(), is_space)) {
    remark(Level::error, "empty-quotes", where(token), "there is nothing between these quotes",
           "left out");
    return absent();
  }
  if (context.field != nullptr && context.field->use == Field::Use::heading) {
    if (is_subheading_alone(begin, end, *context.field, where(token))) return absent();
    if (std::optional<Clause> heading = heading_clause(begin, end, *context.field)) {
      heading->where = where(token);
      return {std::move(*heading)};
    }
  }
  if (std::optional<Clause> literal = literal_phrase(token)) return {std::move(*literal)};
  bool keeps_variants = dialect_.braces_keep_variants && in_braces(inside);
  std::vector<Clause> words = terms_.words({begin, end, true, context.parts, keeps_variants});
  if (words.empty()) return absent();
  if (token.has_suffix) {
    Variants variants = terms_.suffix_variants(token.suffix, token.end - token.suffix.size() - 1);
    for (Clause& word : words)
      if (word.pattern.is_literal() && !word.variants.any()) word.variants = variants;
  }
  if (context.field == nullptr && untagged_++ == 0) first_untagged_ = where(token);
  if (words.size() > 1 && phrases_++ == 0) first_phrase_ = where(token);
  Clause clause = words_clause(std::move(words), where(token));
  if (token.has_distance) clause = with_distance(std::move(clause), token.n, nullptr, where(token));
  return {std::move(clause)};
}

/// `"hip pain"[tiab:~2]`: the words of a phrase in any order, all together so far apart at most.
Clause Parser::with_distance(Clause phrase, std::uint32_t n, const FieldUse* field, Span place) {
  bool pattern = std::any_of(phrase.operands.begin(), phrase.operands.end(),
                             [](const Clause& word) { return !word.pattern.is_literal(); });
  std::string why =
      phrase.kind != Kind::phrase             ? "a distance needs two words"
      : field != nullptr && !field->distances ? cited(field->name) + " takes no distance"
      : field != nullptr && pattern           ? "a wildcard inside a proximity expression makes " +
                                          std::string(dialect_.title) + " ignore the proximity"
                                    : "";
  bool heeded = dialect_.heeds_every_distance && phrase.kind == Kind::phrase;
  if (!why.empty() && !heeded) {
    remark(Level::warning, "distance-ignored", place, why, "read without the distance");
    return phrase;
  }
  if (n > dialect_.largest_distance) {
    remarks_.add({Level::error, "distance-too-large", place,
                  std::to_string(n) + " is more than the " +
                      std::to_string(dialect_.largest_distance) + " words that litmine allows",
                  "read as " + std::to_string(dialect_.largest_distance), true,
                  std::to_string(dialect_.largest_distance), std::to_string(n)});
    n = dialect_.largest_distance;
  }
  phrase.kind = Kind::near;
  phrase.between = n;
  phrase.together = true;
  phrase.skips_stop_words = dialect_.distance_skips_stop_words;
  return phrase;
}

/// "digital NEXT platform*"
std::string with_sign_between(std::string_view words, std::string_view sign) {
  std::string text;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = words.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (!text.empty()) text += ' ' + std::string(sign) + ' ';
    text += words.substr(begin, end - begin);
    at = end;
  }
  return text;
}

/// A phrase whose wildcards are characters, where the dialect has no others in quotes.
std::optional<Clause> Parser::literal_phrase(const Token& token) {
  std::string_view inside = slice(token.begin_inner, token.end_inner);
  bool any_wildcard = std::any_of(dialect_.wildcards.begin(), dialect_.wildcards.end(),
                                  [&](const Wildcard& wildcard) {
                                    return inside.find(wildcard.sign) != std::string_view::npos;
                                  });
  bool any_letter = std::any_of(inside.begin(), inside.end(), is_word_byte);
  bool literal = dialect_.quoted_wildcards == QuotedWildcards::characters;
  if (!literal || !any_wildcard || !any_letter) return std::nullopt;
  remark(Level::warning, "wildcard-in-quotes", where(token),
         std::string(dialect_.title) + " has no wildcards in quotes, so " + cited(inside) +
             " is likely to find nothing",
         "write " + with_sign_between(inside, dialect_.in_a_row));
  Clause exact;
  exact.kind = Kind::exact;
  exact.where = where(token);
  exact.literal = one_line(normalized(inside));
  return exact;
}

std::string without_escapes(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool escape =
        text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '}' || text[i + 1] == '\\');
    plain += text[escape ? ++i : i];
  }
  return plain;
}

Operand Parser::read_exact(const Context& context) {
  const Token& token = tokens_[at_++];
  if (context.field != nullptr && context.field->use == Field::Use::years) {
    std::optional<Clause> years = year_clause(token.begin_inner, token.end_inner);
    return years ? Operand{std::move(*years)} : absent();
  }
  std::string_view inside = slice(token.begin_inner, token.end_inner);
  bool any_letter = std::any_of(inside.begin(), inside.end(), is_word_byte);
  if (!any_letter) {
    remark(Level::error, "no-letters", where(token),
           cited(inside) + " holds no letter and no digit", "left out");
    return absent();
  }
  if (context.field != nullptr && context.field->use == Field::Use::heading)
    if (std::optional<Clause> heading =
            heading_clause(token.begin_inner, token.end_inner, *context.field))
      return {std::move(*heading)};
  Clause exact;
  exact.kind = Kind::exact;
  exact.where = where(token);
  exact.literal = one_line(
      normalized(dialect_.counted_wildcards ? without_escapes(inside) : std::string(inside)));
  if (inside.find_first_of("*?") != std::string_view::npos)
    remark(Level::note, "wildcard-in-braces", exact.where,
           "* and ? in braces are the characters themselves");
  return {std::move(exact)};
}

// ------------------------------------------------------------------------------- brackets and
// fields

Operand Parser::read_bracket(const Context& context, std::size_t depth) {
  std::size_t open = at_++;
  Span place = where(tokens_[open]);
  if (depth >= kDeepest) {
    if (too_deep_++ == 0) first_too_deep_ = place;
    for (std::size_t level = 1; level > 0 && at_ < tokens_.size(); ++at_) {
      if (next_is(Token::Kind::open)) ++level;
      if (next_is(Token::Kind::close)) --level;
    }
    return absent();
  }
  bool empty = next_is(Token::Kind::close) || peek() == nullptr;
  Operand inner = empty ? Operand{} : read_run(context, depth + 1, Until::closed);
  if (next_is(Token::Kind::close)) {
    place.end = where(tokens_[at_++]).end;
  } else {
    if (unclosed_++ == 0) first_unclosed_ = place;
    place.end = std::max(place.end, inner.clause.where.end);
  }
  if (empty)
    remarks_.add({Level::error, "operator-missing-operand", place,
                  "there is nothing between these brackets", "it matches no study", true,
                  "matches no study", "left out"});
  inner.clause.where = place;
  inner.clause.bracketed = true;
  return inner;
}

/// Entries (references, authors) have to hold all of an expression at once; a single term does so
/// anyway.
bool needs_entry(const Clause& clause) {
  switch (clause.kind) {
    case Kind::all_of:
    case Kind::except:
      return true;
    case Kind::any_of:
      return std::any_of(clause.operands.begin(), clause.operands.end(), needs_entry);
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::within:
    case Kind::same_entry:
    case Kind::years:
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  return false;
}

Clause with_one_operand(Kind kind, Clause operand, Span place) {
  Clause clause;
  clause.kind = kind;
  clause.where = place;
  clause.operands.push_back(std::move(operand));
  return clause;
}

/// What a run joined as one entry; with one operand it is the question itself, of a field inside.
bool is_joined_as_entry(const Clause& clause) {
  return clause.kind == Kind::same_entry && clause.operands.size() > 1;
}

/// Inside an entry all is asked of it anyway.
void join_inside_entry(Clause& clause) {
  if (is_joined_as_entry(clause)) clause.kind = Kind::all_of;
  for (Clause& operand : clause.operands) join_inside_entry(operand);
}

/// What a run joined as one entry (`smith j`, `yale SAME hosp`), or by a distance, becomes the one
/// operand of `same_entry`; AND, OR and NOT between such names are asked of the record.
void Parser::ask_one_entry_of_names(Clause& clause) {
  if (!is_joined_as_entry(clause) && clause.kind != Kind::near) {
    for (Clause& operand : clause.operands) ask_one_entry_of_names(operand);
    return;
  }
  join_inside_entry(clause);
  // Before the question whether one entry is meant: a repair may put an AND there.
  settle_proximity(clause, source_, remarks_, options_.proximity_as_and);
  const Span place = clause.where;
  if (needs_entry(clause)) clause = with_one_operand(Kind::same_entry, std::move(clause), place);
}

/// How often can only be asked of what has places in a text.
Clause Parser::frequent_clause(Clause operand, std::uint32_t least, Span place) {
  settle_proximity(operand, source_, remarks_);
  bool has_places = operand.kind == Kind::word || operand.kind == Kind::phrase ||
                    operand.kind == Kind::exact || operand.kind == Kind::near;
  if (!has_places) {
    remarks_.add({Level::error, "frequency-operand", place,
                  "how often can only be asked of a word, a phrase or a proximity",
                  "ask it of each term; read without it", true, "without the number",
                  "the number for each term"});
    return operand;
  }
  Clause frequent = with_one_operand(Kind::frequent, std::move(operand), place);
  frequent.least = least;
  return frequent;
}

/// The alternatives of one value: (english OR en OR eng) for `english`.
bool is_value(const Clause& any_of) {
  return std::all_of(any_of.operands.begin(), any_of.operands.end(), [&](const Clause& operand) {
    return operand.where == any_of.operands.front().where;
  });
}

Operand Parser::wrapped(Operand inner, const FieldUse& field, Span place) {
  Clause clause = std::move(inner.clause);
  bool of_terms = dialect_.field_syntax == FieldSyntax::tag || field.use == Field::Use::heading;
  bool of_each =
      of_terms && !is_value(clause) &&
      (clause.kind == Kind::any_of || clause.kind == Kind::all_of || clause.kind == Kind::except);
  if (of_each) {  // said of terms: (a OR b)[ti] is a[ti] OR b[ti]
    for (Clause& operand : clause.operands) {
      Span typed = operand.where;
      operand = wrapped({std::move(operand)}, field, typed).clause;
    }
    clause.where = place;
    inner.clause = std::move(clause);
    return inner;
  }
  bool says_nothing = dialect_.field_syntax == FieldSyntax::tag && clause.kind == Kind::nothing;
  if (says_nothing) {
    inner.clause = std::move(clause);
    return inner;
  }
  // What is no heading, because of a wildcard: no tag says both parts, so there are two.
  bool both_parts = dialect_.field_syntax == FieldSyntax::tag && field.use == Field::Use::heading &&
                    clause.kind != Kind::heading && field.parts == kHeadingParts;
  if (both_parts) {
    Clause either;
    either.kind = Kind::any_of;
    field.parts.each([&](Part part) {
      FieldUse one = field;
      one.parts = part;
      either.operands.push_back(wrapped({clause}, one, place).clause);
    });
    either.where = place;
    inner.clause = std::move(either);
    return inner;
  }
  bool years = field.use == Field::Use::years;
  using Entry = Field::Entry;
  if (field.entry == Entry::typed || field.entry == Entry::words) ask_one_entry_of_names(clause);
  if (field.entry == Entry::all)  // a repair may put an AND there
    settle_proximity(clause, source_, remarks_, options_.proximity_as_and);
  if (field.entry == Entry::all && (field.parts.empty() || needs_entry(clause)))
    clause = with_one_operand(Kind::same_entry, std::move(clause), place);
  if (field.least > 0) clause = frequent_clause(std::move(clause), field.least, place);
  if (!years && !field.parts.empty()) {
    clause = with_one_operand(Kind::within, std::move(clause), place);
    clause.parts = field.parts;
  }
  clause.where = place;
  inner.clause = std::move(clause);
  return inner;
}

/// What a field that stood behind is said of: the tokens it covers.
Operand Parser::read_covered(const Token& name, const Context& inside, std::size_t depth) {
  std::size_t outer = std::exchange(bound_, std::min(bound_, at_ + name.covers));
  Operand operand = read_run(inside, depth + 1, Until::closed);
  at_ = bound_;
  bound_ = outer;
  return operand;
}

Operand Parser::read_field(const Context& context, std::size_t depth) {
  const Token& name = tokens_[at_++];
  FieldUse field = name.field;
  bool in_outer_parts = field.parts.empty() && field.use == Field::Use::words;
  if (in_outer_parts && context.field != nullptr) field.values = context.field->values;
  Context inside{&field, field.parts.empty() ? context.parts : field.parts};
  Span place = where(name);
  bool no_term = peek() == nullptr || next_is(Token::Kind::close) || next_is(Token::Kind::join);
  if (no_term || depth >= kDeepest) {
    if (no_term)
      remark(Level::error, "field-without-term", place,
             "there is nothing to search after " + cited(slice(name.begin, name.end)), "left out");
    else if (too_deep_++ == 0)
      first_too_deep_ = place;
    return absent();
  }
  bool unknown = field.use == Field::Use::unknown;
  Remarks outer;
  if (unknown) std::swap(outer, remarks_);  // what is left out needs no further remarks
  bool runs_on =
      dialect_.field_syntax == FieldSyntax::equals || dialect_.field_syntax == FieldSyntax::prefix;
  bool bracketed = next_is(Token::Kind::open) || next_is(Token::Kind::field) || !runs_on;
  place.begin = std::min(place.begin, where(tokens_[at_]).begin);
  bool of_bracket =
      name.covers > 0 && dialect_.field_syntax == FieldSyntax::tag && next_is(Token::Kind::open);
  Operand inner = name.covers > 0 ? read_covered(name, inside, depth)
                  : bracketed     ? read_operand(inside, depth + 1)
                                  : read_run(inside, depth + 1, Until::joined);
  place.end = std::max(place.end, where(tokens_[at_ - 1]).end);
  if (field.distance && !inner.absent && !unknown)
    inner.clause = with_distance(std::move(inner.clause), *field.distance, &field, place);
  if (of_bracket)
    remark(Level::error, "tag-behind-bracket", where(name),
           "a tag belongs to one term; " + cited(slice(name.begin, name.end)) +
               " behind a bracket is not valid",
           "write it behind each term; read so");
  if (unknown) {
    std::swap(outer, remarks_);
    remark(Level::error, "field-without-data", place,
           "litmine has no data for " + cited(slice(name.begin, name.end)),
           "left out, so this may find more than the database does");
    return absent();
  }
  if (inner.absent) return inner;
  bool next_has_no_field =
      !bracketed && name.covers == 0 && next_is(Token::Kind::join) && at_ + 1 < tokens_.size() &&
      (tokens_[at_ + 1].kind == Token::Kind::word || tokens_[at_ + 1].kind == Token::Kind::phrase);
  if (next_has_no_field)
    remark(Level::warning, "field-without-brackets", where(tokens_[at_ + 1]),
           cited(slice(name.begin, name.end)) + " is read for what directly follows it; " +
               cited(slice(tokens_[at_ + 1].begin, tokens_[at_ + 1].end)) + " has no field",
           "put brackets around what belongs to the field");
  return wrapped(std::move(inner), field, place);
}

/// [mh ^"Heart Failure"]
Operand Parser::read_mesh_descriptor() {
  const Token& token = tokens_[at_++];
  if (is_subheading_alone(token.begin_inner, token.end_inner, token.field, where(token)))
    return absent();
  std::optional<Clause> heading = heading_clause(token.begin_inner, token.end_inner, token.field);
  if (!heading) {
    std::vector<Clause> words =
        terms_.words({token.begin_inner, token.end_inner, false, token.field.parts});
    if (words.empty()) return absent();
    heading = words_clause(std::move(words), where(token));
  }
  heading->where = where(token);
  return wrapped({std::move(*heading)}, token.field, where(token));
}

/// LIMIT-TO(DOCTYPE, "ar") and EXCLUDE(DOCTYPE, "ar")
Operand Parser::read_limit() {
  const Token& token = tokens_[at_++];
  if (token.field.use == Field::Use::unknown) return absent();
  std::optional<Clause> clause =
      token.field.use == Field::Use::years
          ? year_clause(token.begin_inner, token.end_inner)
          : value_clause(token.begin_inner, token.end_inner, token.field);
  if (!clause && token.field.use == Field::Use::years) return absent();
  if (!clause) {
    std::vector<Clause> words =
        terms_.words({token.begin_inner, token.end_inner, true, token.field.parts});
    if (words.empty()) return absent();
    clause = words_clause(std::move(words), where(token));
  }
  Operand operand = wrapped({std::move(*clause)}, token.field, where(token));
  operand.negated = operand.excluded = token.kind == Token::Kind::exclude;
  return operand;
}

// ------------------------------------------------------------------------------------------
// lines of a search history

constexpr std::size_t kMostInLine = 100'000;       // clauses of one line
constexpr std::size_t kMostInHistory = 1'000'000;  // of all lines together

void Parser::remark_on_line(int number, KnownLine::State state, Span place) {
  std::string now = "line " + std::to_string(lines_->now), other = "line " + std::to_string(number);
  switch (state) {
    case KnownLine::State::absent:
      remark(Level::error, "line-absent", place,
             now + " refers to " + other + ", and there is none of that number",
             "the history has " + counted(lines_->last_line, "line", "lines") + "; left out");
      break;
    case KnownLine::State::later:
      remark(Level::error, "line-later", place, now + " refers to " + other + ", which comes later",
             "a line can only combine lines before it; left out");
      break;
    case KnownLine::State::itself:
      remark(Level::error, "line-itself", place, now + " refers to itself", "left out");
      break;
    case KnownLine::State::empty:
      remark(Level::error, "line-absent", place,
             now + " refers to " + other + ", of which nothing could be read", "left out");
      break;
    case KnownLine::State::read:
      break;
  }
}

/// The tree of another line, put in here. Its place is that of the reference, until the line is
/// read whole (show_own_places): a list of operands spans what was typed here.
std::optional<Clause> Parser::referred_line(int number, Span place) {
  KnownLine line = lines_->find(number);
  remark_on_line(number, line.state, place);
  if (line.state != KnownLine::State::read) return std::nullopt;
  referred_ += line.clauses;
  bool large = referred_ > kMostInLine || lines_->clauses + referred_ > kMostInHistory;
  if (large || line.depth > kDeepest) {
    std::string name = "line " + std::to_string(number);
    if (large)
      remark(Level::error, "history-too-large", place,
             "with " + name + " this line would hold " + std::to_string(referred_) +
                 " words and operators; at most " + std::to_string(kMostInLine) +
                 " in a line and " + std::to_string(kMostInHistory) + " in a history can be read",
             "left out");
    else
      remark(Level::error, "too-deep", place,
             name + " is nested more than " + std::to_string(kDeepest) + " deep", "left out");
    referred_ -= line.clauses;
    return std::nullopt;
  }
  Clause tree = *line.tree;
  tree.where = place;
  tree.line = number;
  return tree;
}

/// `3`, `or/1-5`
Operand Parser::read_lines() {
  constexpr std::size_t kMostRemarks = 20;  // of one reference: or/1-999999
  const Token& token = tokens_[at_++];
  Span place = where(token);
  Clause list;
  list.kind = token.reference.joins;
  list.where = place;
  std::size_t failed = 0;
  for (const LineRange& range : token.reference.lines) {
    for (int number = range.from; number <= range.to && failed < kMostRemarks; ++number) {
      if (std::optional<Clause> line = referred_line(number, place))
        list.operands.push_back(std::move(*line));
      else
        ++failed;
    }
  }
  if (list.operands.empty()) return absent();
  if (list.operands.size() == 1) return {std::move(list.operands.front())};
  for (Clause& operand : list.operands) operand.where = place_of_line(operand);
  return {std::move(list)};
}

/// Of what another line was put in for: that line's own place.
Span Parser::place_of_line(const Clause& clause) const {
  const Clause* tree = lines_ == nullptr ? nullptr : lines_->find(clause.line).tree;
  return tree == nullptr ? clause.where : tree->where;
}

/// What another line was put in for has its place in that line again.
void Parser::show_own_places(Clause& clause) const {
  if (clause.line > 0) {
    clause.where = place_of_line(clause);
    return;
  }
  for (Clause& operand : clause.operands) show_own_places(operand);
}

Operand Parser::read_operand(const Context& context, std::size_t depth) {
  const Token& token = tokens_[at_];
  switch (token.kind) {
    case Token::Kind::word:
      return read_word(context);
    case Token::Kind::phrase:
      return read_phrase(context);
    case Token::Kind::exact:
      return read_exact(context);
    case Token::Kind::open:
      return read_bracket(context, depth);
    case Token::Kind::field:
      return read_field(context, depth);
    case Token::Kind::limit:
    case Token::Kind::exclude:
      return read_limit();
    case Token::Kind::heading:
      return read_mesh_descriptor();
    case Token::Kind::years: {
      Operand years;
      years.clause.kind = Kind::years;
      years.clause.where = where(token);
      years.clause.from = token.from;
      years.clause.to = token.to;
      ++at_;
      return years;
    }
    case Token::Kind::lines:
      return read_lines();
    case Token::Kind::behind:  // with_fields_first has moved these
    case Token::Kind::close:
    case Token::Kind::join:
      break;  // read_run takes these
  }
  ++at_;
  return absent();
}

// -----------------------------------------------------------------------------------------
// operators

/// "AND NOT" typed over two lines is one operator.
std::string spelled(const Token& token) {
  std::string name(token.join->spelling);
  if (token.join->numbered) name += '/' + std::to_string(token.n);
  return name;
}

void Parser::remark_on_doubled(const std::vector<const Token*>& typed, const Token& kept) {
  const Token& other = &kept == typed.back() ? *typed.front() : *typed.back();
  Span place{where(*typed.front()).begin, where(*typed.back()).end};
  std::string message = '\'' + spelled(*typed[0]) + "' is followed by '" + spelled(*typed[1]) +
                        "' with nothing between them";
  bool alike = spelled(kept) == spelled(other);
  remarks_.add(
      {Level::error, "operator-doubled", place, message,
       "a term is missing, or one of the operators is too many; read on as " + spelled(kept), true,
       spelled(kept), alike ? "" : spelled(other)});
}

Joint Parser::implied_joint(const Context& context, Span place) const {
  Joint joint;
  joint.implicit = true;
  joint.where = place;
  if (context.field != nullptr && context.field->entry == Field::Entry::words) {
    joint.kind = Kind::same_entry;
    joint.binds = binding_of(joint, dialect_);
    return joint;
  }
  bool alternatives = context.field != nullptr && context.field->adjacent_or;
  joint.kind = alternatives ? Kind::any_of : dialect_.adjacency.kind;
  if (joint.kind == Kind::near) {
    joint.between = dialect_.adjacency.between;
    joint.ordered = dialect_.adjacency.ordered;
    joint.skips_stop_words = dialect_.adjacency.skips_stop_words;
  }
  joint.binds = dialect_.adjacency.binds > 0 && !alternatives ? dialect_.adjacency.binds
                                                              : binding_of(joint, dialect_);
  return joint;
}

Joint Parser::joint_from(const std::vector<const Token*>& typed, const Context& context) {
  const Token* token = typed.front();
  if (typed.size() > 1) {
    bool first = options_.doubled == ReadingOptions::Doubled::keep_first;
    token = first ? typed.front() : typed.back();
    remark_on_doubled(typed, *token);
  }
  const Operator& op = *token->join;
  Joint joint;
  joint.kind = op.kind;
  joint.binds = op.binds;
  joint.ordered = op.ordered;
  joint.together = op.together;
  joint.skips_stop_words = op.skips_stop_words;
  joint.repaired = typed.size() > 1;
  joint.where = where(*token);
  if (op.kind == Kind::near) {
    std::uint32_t n = token->n;
    if (n > dialect_.largest_distance) {
      n = dialect_.largest_distance;
      joint.repaired = true;
      remarks_.add({Level::error, "distance-too-large", joint.where,
                    '\'' + spelled(*token) + "' is more than the " + std::to_string(n) +
                        " words that " + std::string(dialect_.title) + " allows",
                    "read as " + std::to_string(n), true, std::to_string(n),
                    std::to_string(token->n)});
    }
    joint.between =
        n - std::min(n, static_cast<std::uint32_t>(op.n_minus + dialect_.distance_minus));
  }
  const Field::Entry entry = context.field == nullptr ? Field::Entry::none : context.field->entry;
  if (op.kind == Kind::same_entry && entry == Field::Entry::none) {
    joint.kind = Kind::all_of;
    remark(Level::note, "same-as-and", joint.where,
           '\'' + spelled(*token) + "' means one address in address fields; elsewhere it is AND");
  } else if (op.kind == Kind::same_entry && entry == Field::Entry::all) {
    joint.kind = Kind::all_of;  // the field itself asks for one entry
  }
  return joint;
}

Operand Parser::read_run(const Context& context, std::size_t depth, Until until) {
  std::vector<Operand> operands;
  std::vector<Joint> joints;
  std::vector<const Token*> typed;  // operators since the last operand
  bool said_missing = false;
  while (const Token* token = peek()) {
    if (token->kind == Token::Kind::close) {
      if (depth > 0) break;
      if (unopened_++ == 0) first_unopened_ = where(*token);
      ++at_;
      continue;
    }
    if (until == Until::joined) {
      bool joins = token->kind == Token::Kind::join && token->join->kind != Kind::near;
      bool another = token->kind == Token::Kind::open || token->kind == Token::Kind::field ||
                     token->kind == Token::Kind::years;
      if (joins || (another && typed.empty())) break;
    }
    if (token->kind == Token::Kind::join) {
      typed.push_back(token);
      ++at_;
      continue;
    }
    if (operands.empty() && !typed.empty()) {
      bool negates = typed.back()->join->kind == Kind::except;
      Span place{where(*typed.front()).begin, where(*typed.back()).end};
      if (!negates || typed.size() > 1)
        remark(Level::error, "operator-missing-operand", place,
               cited(place.in(source_)) + " has nothing before it",
               negates ? "read as NOT" : "left out");
      Operand first = read_operand(context, depth);
      first.negated ^= negates;
      if (negates) first.clause.where.begin = where(*typed.back()).begin;
      operands.push_back(std::move(first));
      typed.clear();
      continue;
    }
    bool for_all = token->setting && typed.empty() && operands.size() > 1;
    if (for_all) {  // a setting below the string is said of all of it
      Operand before = finish_run(std::move(operands), std::move(joints));
      operands.clear();
      joints.clear();
      operands.push_back(std::move(before));
    }
    if (!operands.empty()) {
      Span between{operands.back().clause.where.end, where(*token).begin};
      if (!typed.empty()) {
        joints.push_back(joint_from(typed, context));
      } else {
        joints.push_back(implied_joint(context, between));
        if (dialect_.adjacency_is_error && !said_missing) {
          said_missing = true;
          remark(Level::error, "missing-operator", where(*token),
                 "an operator is missing before " + cited(slice(token->begin, token->end)),
                 "write AND, OR, or quotes around a phrase; read as AND");
        }
      }
    }
    typed.clear();
    operands.push_back(read_operand(context, depth));
  }
  if (!typed.empty()) {
    Span place{where(*typed.front()).begin, where(*typed.back()).end};
    remark(Level::error, "operator-missing-operand", place,
           cited(place.in(source_)) + " has nothing " + (operands.empty() ? "beside" : "after") +
               " it",
           "left out");
  }
  return finish_run(std::move(operands), std::move(joints));
}

/// What was left out takes one of its operators along.
void Parser::drop_absent(std::vector<Operand>& operands, std::vector<Joint>& joints) {
  std::vector<Operand> kept;
  std::vector<Joint> kept_joints;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    bool negated = kept.empty() && i > 0 && joints[i - 1].kind == Kind::except;
    if (operands[i].absent) continue;
    if (!kept.empty()) kept_joints.push_back(joints[i - 1]);
    operands[i].negated ^= negated;
    kept.push_back(std::move(operands[i]));
  }
  operands = std::move(kept);
  joints = std::move(kept_joints);
}

void Parser::drop_stop_words(std::vector<Operand>& operands, const std::vector<Joint>& joints) {
  bool others = std::any_of(operands.begin(), operands.end(), [](const Operand& operand) {
    return !operand.absent && !operand.stop_word;
  });
  if (!others && !dialect_.stop_words_stand_for_any) return;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    auto implied = [&](std::size_t j) { return j < joints.size() && joints[j].implicit; };
    auto typed = [&](std::size_t j) { return j < joints.size() && !joints[j].implicit; };
    bool beside = implied(i) || (i > 0 && implied(i - 1));
    bool joined = typed(i) || (i > 0 && typed(i - 1));
    bool never = dialect_.stop_words_stand_for_any;
    if (!operands[i].stop_word || (!never && (!beside || joined))) continue;
    operands[i].absent = true;
    remark(Level::note, "stop-word", operands[i].clause.where,
           cited(operands[i].clause.where.in(source_)) + " is a stop word, which " +
               std::string(dialect_.title) +
               (never ? " never searches" : " ignores outside quotes"),
           "left out");
  }
}

/// Gives every negated operand something to be taken from. False if there is nothing; then the
/// whole run is negated.
bool Parser::place_negated(std::vector<Operand>& operands, std::vector<Joint>& joints) {
  bool any = std::any_of(operands.begin(), operands.end(), [](auto& o) { return o.negated; });
  if (!any) return true;
  bool all = std::all_of(operands.begin(), operands.end(), [](auto& o) { return o.negated; });
  if (all) {
    // EXCLUDE(a) OR EXCLUDE(b) excludes both; NOT a OR NOT b is NOT (a AND b).
    for (Joint& joint : joints) {
      bool flip = !operands.front().excluded;
      if (joint.kind == Kind::all_of)
        joint.kind = Kind::any_of;
      else if (joint.kind == Kind::any_of && flip)
        joint.kind = Kind::all_of;
      joint.binds = binding_of(joint, dialect_);
    }
    return false;
  }
  if (operands.front().negated && joints.front().kind == Kind::all_of) {
    std::size_t positive = 0;
    while (positive < joints.size() && operands[positive].negated) ++positive;
    bool only_and =
        std::all_of(joints.begin(), joints.begin() + static_cast<std::ptrdiff_t>(positive),
                    [](const Joint& joint) { return joint.kind == Kind::all_of; });
    if (only_and) std::swap(operands.front(), operands[positive]);
  }
  for (std::size_t i = 0; i < operands.size(); ++i) {
    if (!operands[i].negated) continue;
    operands[i].negated = false;
    Joint* joint = i > 0 ? &joints[i - 1] : nullptr;
    if (joint != nullptr && joint->kind == Kind::all_of) {
      joint->kind = Kind::except;  // keeps the place of the AND in the order
    } else if (joint != nullptr && joint->kind == Kind::except) {
      joint->kind = Kind::all_of;
    } else {
      remark(
          Level::error, "not-without-left", operands[i].clause.where,
          "NOT needs something to take this from: " + cited(operands[i].clause.where.in(source_)),
          "write 'a NOT b'; left out");
      operands[i].absent = true;
    }
  }
  return true;
}

bool same_distance(const Joint& a, const Joint& b) {
  return a.between == b.between && a.ordered == b.ordered && a.together == b.together &&
         a.skips_stop_words == b.skips_stop_words;
}

/// `a OR b AND c OR d ...`, read from left to right, makes a tree as deep as it is long.
void Parser::limit_changes(std::vector<Joint>& joints) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < joints.size(); ++i) {
    const Joint& before = joints[i - 1];
    bool changes_here = joints[i].binds == before.binds && joints[i].kind != before.kind;
    if (!changes_here || ++changes < kMostChanges) continue;
    if (changes == kMostChanges)
      remark(Level::error, "too-deep", joints[i].where,
             "operators of one rank change more than " + std::to_string(kMostChanges) +
                 " times without brackets",
             "read on with the operator before; write the brackets that you mean");
    joints[i].kind = before.kind;
    joints[i].between = before.between;
    joints[i].ordered = before.ordered;
    joints[i].repaired = true;
  }
}

/// `a W/1 b W/2 c W/1 d ...` makes a tree as deep as it is long.
void Parser::limit_chains(std::vector<Joint>& joints) {
  std::size_t changes = 0;
  for (std::size_t i = 1; i < joints.size(); ++i) {
    bool chained = joints[i].kind == Kind::near && joints[i - 1].kind == Kind::near;
    bool alike = same_distance(joints[i], joints[i - 1]);
    if (!chained || alike || ++changes < kMostChanges) continue;
    if (changes == kMostChanges)
      remark(Level::error, "too-deep", joints[i].where,
             "this chain changes its distance more than " + std::to_string(kMostChanges) + " times",
             "read on with the distance before");
    joints[i].between = joints[i - 1].between;
    joints[i].ordered = joints[i - 1].ordered;
    joints[i].together = joints[i - 1].together;
    joints[i].skips_stop_words = joints[i - 1].skips_stop_words;
  }
}

void Parser::remark_on_proximity(const Run& run) {
  bool said_chain = false, said_implied = false;
  auto is_near = [&](std::size_t i) {
    return i < run.joints.size() && run.joints[i].kind == Kind::near;
  };
  for (std::size_t i = 0; i + 1 < run.joints.size(); ++i) {
    const Joint &one = run.joints[i], &two = run.joints[i + 1];
    Span place{run.operands[i].where.begin, run.operands[i + 2].where.end};
    bool differ = !same_distance(one, two);
    if (dialect_.uniform_chains && is_near(i) && is_near(i + 1) && differ && !said_chain) {
      said_chain = true;
      remark(Level::error, "proximity-chain", place,
             "a chain of proximity operators must keep one operator and one number; here " +
                 cited(one.where.in(source_)) + " and " + cited(two.where.in(source_)) +
                 " are mixed",
             "read from left to right; use brackets");
    }
    auto is_implied_and = [](const Joint& joint) {
      return joint.implicit && joint.kind != Kind::same_entry;
    };
    bool implied = (is_near(i) && is_implied_and(two)) || (is_implied_and(one) && is_near(i + 1));
    bool means_and = dialect_.adjacency.kind == Kind::all_of && !dialect_.adjacency_is_error;
    if (implied && !said_implied && means_and) {
      said_implied = true;
      remark(Level::error, "operator-in-proximity", place,
             "words side by side mean AND, and AND may not stand in an operand of " +
                 cited((is_near(i) ? one : two).where.in(source_)),
             "put the phrase in quotes; read as " +
                 std::string("the distance between the nearest words, AND the others"));
    }
  }
}

/// Words side by side may mean a distance; what has no places in a text is joined by AND instead.
void Parser::join_by_and_where_needed(const std::vector<Operand>& operands,
                                      std::vector<Joint>& joints) const {
  for (std::size_t i = 0; i < joints.size(); ++i) {
    Joint& joint = joints[i];
    if (!joint.implicit || joint.kind != Kind::near) continue;
    bool both = may_stand_in_proximity(operands[i].clause) &&
                may_stand_in_proximity(operands[i + 1].clause);
    if (both) continue;
    joint.kind = Kind::all_of;
    joint.between = 0;
    joint.ordered = false;
    joint.binds = binding_of(joint, dialect_);
  }
}

Operand Parser::finish_run(std::vector<Operand> operands, std::vector<Joint> joints) {
  drop_stop_words(operands, joints);
  drop_absent(operands, joints);
  if (operands.empty()) return absent();
  bool excluded = operands.front().excluded;
  bool positive = place_negated(operands, joints);
  if (positive) drop_absent(operands, joints);
  if (operands.empty()) return absent();
  join_by_and_where_needed(operands, joints);
  limit_changes(joints);
  limit_chains(joints);

  Run run;
  run.joints = std::move(joints);
  for (Operand& operand : operands) run.operands.push_back(std::move(operand.clause));
  remark_on_proximity(run);
  remark_on_mixing(run, source_, dialect_, remarks_);
  const Dialect* order = options_.order_of.empty() ? nullptr : dialect_named(options_.order_of);
  Operand result{fold(std::move(run), [&](const Joint& joint) {
    return order == nullptr ? joint.binds : binding_of(joint, *order);
  })};
  result.negated = !positive;
  result.excluded = !positive && excluded;
  return result;
}

// --------------------------------------------------------------------------------------------
// whole

bool Parser::is_year_only(const Clause& clause) const {
  if (clause.operands.empty()) return clause.kind == Kind::years;
  return std::all_of(clause.operands.begin(), clause.operands.end(),
                     [&](const Clause& operand) { return is_year_only(operand); });
}

void Parser::report() {
  terms_.report();
  if (untagged_ > 0 && !dialect_.remark_untagged.empty())
    remark(Level::note, "term-mapping", first_untagged_,
           counted(untagged_, "term", "terms") + " without a field",
           std::string(dialect_.remark_untagged));
  if (phrases_ > 0 && !dialect_.remark_phrases.empty())
    remark(Level::note, "phrase-index", first_phrase_,
           counted(phrases_, "phrase", "phrases") +
               " in quotes, which are ignored when the phrase is not in the phrase index",
           std::string(dialect_.remark_phrases));
  if (exploded_ > 0)
    remark(Level::warning, "heading-not-exploded", first_exploded_,
           counted(exploded_, "heading asks", "headings ask") +
               " for the narrower headings too, which litmine does not know",
           "only the headings as written are searched, so this may find less than the database");
  if (unopened_ > 0)
    remark(Level::error, "unbalanced-bracket", first_unopened_,
           unopened_ == 1
               ? "this bracket closes nothing"
               : counted(unopened_, "bracket", "brackets") + " close nothing; the first is here",
           "left out");
  if (unclosed_ > 0)
    remark(Level::error, "unbalanced-bracket", first_unclosed_,
           unclosed_ == 1
               ? "this bracket is never closed"
               : counted(unclosed_, "bracket", "brackets") + " are never closed; the first is here",
           "read as if closed at the end");
  if (too_deep_ > 0)
    remark(Level::error, "too-deep", first_too_deep_,
           "brackets and fields are nested more than " + std::to_string(kDeepest) + " deep",
           "what is deeper is left out");
}

Clause Parser::parse() {
  Operand root =
      read_run({nullptr, options_.in.value_or(dialect_.default_parts)}, 0, Until::closed);
  if (tokens_.empty() && std::all_of(text_.text.begin(), text_.text.end(), is_space))
    remark(Level::error, "empty-query", {}, "the query is empty", "write a word to search for");
  if (root.negated)
    remark(Level::error, "not-without-left", root.clause.where,
           "NOT needs something to take this from",
           "write 'a NOT b'; as it is it matches no study");
  Clause tree;
  tree.where = {window_.begin, std::min(window_.end, static_cast<std::uint32_t>(source_.size()))};
  if (!root.absent && !root.negated) {
    tree = std::move(root.clause);
    settle_proximity(tree, source_, remarks_, options_.proximity_as_and);
    if (dialect_.years_need_words && is_year_only(tree))
      remark(Level::error, "year-alone", tree.where,
             "a year alone is not a query in " + std::string(dialect_.title),
             "add a word to search for; litmine searches it all the same");
    if (lines_ != nullptr) show_own_places(tree);
  }
  report();
  return tree;
}

}  // namespace

Clause read_tree(std::string_view source, Span window, const Dialect& table,
                 const ReadingOptions& options, const KnownLines* lines, Remarks& remarks) {
  return Parser(source, window, table, options, lines, remarks).parse();
}

}  // namespace litmine
