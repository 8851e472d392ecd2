// One lexer for all dialects: it tries what can stand here, the most specific first (kReaders), and
// what nothing takes is a word. It never looks further ahead than one quoted phrase, and a search
// for a closing quote that fails is remembered, so that time is linear in the string.
#include <algorithm>
#include <array>

#include "queries/embase_limits.h"
#include "queries/gaps.h"
#include "queries/mesh_descriptors.h"
#include "queries/ovid_syntax.h"
#include "queries/tokens.h"
#include "text/normalize.h"

namespace litmine {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}
std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return result;
}

FieldUse field_use_of(const Field& field) {
  FieldUse use;
  use.name = std::string(field.name);
  use.parts = field.parts;
  use.use = field.use;
  use.entry = field.entry;
  use.adjacent_or = field.adjacent_or;
  use.values = field.values;
  use.explode = field.explode;
  use.focus = field.focus;
  use.distances = field.distances;
  return use;
}

namespace {

using Kind = Token::Kind;
using Level = Diagnostic::Level;

constexpr std::size_t kLongestTag = 64;       // bytes of "[Title/Abstract:~2]", brackets included
constexpr std::uint32_t kMissingNumber = 15;  // what Web of Science takes for a bare NEAR [W3]

bool is_digit(char c) { return c >= '0' && c <= '9'; }
std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Lexer {
 public:
  Lexer(const QueryText& text, const Dialect& dialect, Remarks& remarks, bool in_history)
      : source_(text),
        text_(text.text),
        dialect_(dialect),
        remarks_(remarks),
        in_history_(in_history),
        only_references_(in_history && is_only_references(text_)) {}

  std::vector<Token> cut() {
    while (skip_spaces(), at_ < text_.size()) next();
    report_counted();
    if (dialect_.notes_operator_words) remark_on_operator_words();
    return std::move(tokens_);
  }

 private:
  using Reader = bool (Lexer::*)();

  void next() {
    static constexpr Reader kReaders[] = {
        &Lexer::read_limit_item,
        &Lexer::read_slash_heading,
        &Lexer::read_set_command,
        &Lexer::read_comment,
        &Lexer::read_bracket,
        &Lexer::read_named_field,  // before quotes: "Document Title":
        &Lexer::read_quoted,
        &Lexer::read_mesh_descriptor,
        &Lexer::read_bracketed_limit,
        &Lexer::read_field_behind,
        &Lexer::read_setting,
        &Lexer::read_own_field,       // before operators: OO= in Web of Science
        &Lexer::read_line_reference,  // before operators, too: or/1-5
        &Lexer::read_operator,        // before fields that are only known elsewhere: OR(
        &Lexer::read_limit,
        &Lexer::read_comparison,
        &Lexer::read_foreign_field,
        &Lexer::read_foreign_tag,
        &Lexer::read_word,
        &Lexer::read_stray_sign,
    };
    for (Reader reader : kReaders)
      if ((this->*reader)()) return;
  }

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  /// The digits here; what is too large is the largest.
  std::uint32_t take_number() {
    std::uint64_t value = 0;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_)
      value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(text_[at_] - '0'),
                                      0xffffffff);
    return static_cast<std::uint32_t>(value);
  }
  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  std::size_t after_spaces(std::size_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at;
  }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  Token& take(Kind kind, std::size_t end) {
    Token token;
    token.kind = kind;
    token.begin = at_;
    token.end = end;
    at_ = end;
    tokens_.push_back(std::move(token));
    return tokens_.back();
  }
  void remark(Level level, std::string code, std::size_t begin, std::size_t end,
              std::string message, std::string hint = {}) {
    remarks_.add(level, std::move(code), source_.where(begin, end), std::move(message),
                 std::move(hint));
  }

  bool read_limit_item();
  bool read_slash_heading();
  bool read_set_command();
  bool read_comment();
  bool read_dotted_fields();
  const Operator* with_parted_number(const Operator* op, std::size_t* end, std::uint32_t* n);
  void take_limiting(std::size_t end);
  void remark_on_operator_words();
  bool read_bracket();
  bool read_named_field();
  bool read_quoted();
  bool read_mesh_descriptor();
  bool read_bracketed_limit();
  bool read_field_behind();
  bool read_setting();
  bool read_own_field();
  bool read_operator();
  bool read_limit();
  bool read_comparison();
  bool read_foreign_field();
  bool read_foreign_tag();
  bool read_line_reference();
  bool read_line_again();
  void take_line();
  void take_lines(LineReference found);
  bool begins_operand() const;
  bool ends_operand(std::size_t at) const;
  bool read_word();
  bool read_stray_sign();

  const Quote* quote_here() const;
  bool numbered_gap_at(std::size_t at, std::size_t* end) const;
  bool looks_opening(std::size_t at) const;
  bool looks_closing(std::size_t at) const;
  bool is_apostrophe(std::size_t at) const;
  std::size_t recovery_place(std::size_t from) const;
  void read_unclosed(const Quote& quote);
  void read_suffix(Token& token);
  bool stands_between_terms(std::size_t begin, std::size_t end) const;
  std::size_t words_end(std::string_view words, std::size_t at) const;
  std::size_t setting_end(const Setting& setting, std::size_t at) const;
  const Setting* setting_at(std::size_t at, std::size_t* end) const;
  void skip_setting(const Setting& setting, std::size_t value);
  std::size_t operator_end(const Operator& op, std::size_t at, std::uint32_t* n) const;
  const Operator* operator_at(std::size_t at, std::size_t* end, std::uint32_t* n) const;
  bool read_field(const Dialect& of, bool known_only);
  void take_suffixes(std::string& name, FieldUse& use) const;
  FieldUse fields_named(std::string_view names, std::size_t end, bool lists);
  bool read_field_list();
  bool read_prefix_field();
  bool read_least();
  bool read_parts_field();
  std::size_t end_of_names(std::size_t at) const;
  std::size_t field_behind_end(std::size_t at) const;
  std::size_t slash_behind_end(std::size_t at) const;
  std::string plain_name(std::string_view typed, FieldUse& use) const;
  void take_field(const Field& field, std::size_t end);
  void remark_unknown_field(const Dialect& of, std::string_view name, std::size_t end);
  void remark_if_foreign(bool own, std::size_t end);
  void report_counted();

  const QueryText& source_;
  std::string_view text_;
  const Dialect& dialect_;
  Remarks& remarks_;
  bool in_history_, only_references_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t limit_ = std::string_view::npos;     // where a `limit` begins
  std::size_t limit_to_ = std::string_view::npos;  // where the `to` of a `limit` stands
  bool limits_ = false;                            // what comes now is limits
  std::array<std::size_t, 256> no_quote_after_{};  // by sign: no closing one from here on, if set
  std::size_t single_quotes_ = 0, first_single_quote_ = 0;
};

// ------------------------------------------------------------------------------ brackets and
// quotes

bool Lexer::read_bracket() {
  if (peek() != '(' && peek() != ')') return false;
  take(peek() == '(' ? Kind::open : Kind::close, at_ + 1);
  return true;
}

const Quote* Lexer::quote_here() const {
  for (const Quote& quote : dialect_.quotes)
    if (quote.open == peek()) return &quote;
  return nullptr;
}

/// A wildcard with a number inside a word.
bool Lexer::numbered_gap_at(std::size_t at, std::size_t* end) const {
  std::optional<Gap> gap = gap_at(text_, at, dialect_);
  if (gap) *end = gap->end;
  return gap.has_value();
}

/// Space or the beginning before it, none after it.
bool Lexer::looks_opening(std::size_t at) const {
  bool after_gap = at == 0 || is_space(text_[at - 1]) || text_[at - 1] == '(' ||
                   text_[at - 1] == '=' || text_[at - 1] == ':';
  static constexpr std::string_view kBehindAClosingOne = ")\"/:;,";  // 'x:'/exp, 'x:':ti
  bool before_text = at + 1 < text_.size() && !is_space(text_[at + 1]) &&
                     kBehindAClosingOne.find(text_[at + 1]) == std::string_view::npos;
  bool before_tag =
      dialect_.field_syntax == FieldSyntax::tag && before_text && text_[at + 1] == '[';
  return after_gap && before_text && !before_tag;
}

/// A single quote between two letters: 'alzheimer's disease'
bool Lexer::is_apostrophe(std::size_t at) const {
  return text_[at] == '\'' && at > 0 && is_word_byte(text_[at - 1]) && at + 1 < text_.size() &&
         is_word_byte(text_[at + 1]);
}

bool Lexer::looks_closing(std::size_t at) const {
  bool after_text = at > 0 && !is_space(text_[at - 1]) && text_[at - 1] != '(' &&
                    text_[at - 1] != '=' && text_[at - 1] != ':' && text_[at - 1] != '"';
  bool before_gap = at + 1 >= text_.size() || is_space(text_[at + 1]) || text_[at + 1] == ')';
  return after_text && before_gap;
}

/// Where to go on after a quote that never closes: the next operator, bracket or quote.
std::size_t Lexer::recovery_place(std::size_t from) const {
  for (std::size_t i = from; i < text_.size(); ++i) {
    char c = text_[i];
    if (c == '(' || c == ')' || c == '"' || c == '{' || c == '}') return i;
    std::size_t end = 0;
    std::uint32_t n = 0;
    bool begins_word = i == 0 || is_space(text_[i - 1]);
    if (begins_word && operator_at(i, &end, &n) != nullptr && slice(i, end) == upper(slice(i, end)))
      return i;
  }
  return text_.size();
}

void Lexer::read_unclosed(const Quote& quote) {
  std::size_t end = recovery_place(at_ + 1);
  while (end > at_ + 1 && is_space(text_[end - 1])) --end;
  std::string sign(1, quote.open);
  remark(Level::error, "unbalanced-quote", at_, end, "this " + sign + " is never closed",
         end == at_ + 1 ? "left out" : "read as if closed after " + cited(slice(at_ + 1, end)));
  if (end == at_ + 1) {
    at_ = end;
    return;
  }
  std::size_t inner = at_ + 1;
  bool phrase = quote.meaning == Quote::Meaning::phrase;
  Token& token = take(phrase ? Kind::phrase : Kind::exact, end);
  token.begin_inner = inner;
  token.end_inner = end;
}

bool Lexer::read_quoted() {
  const Quote* quote = quote_here();
  std::size_t gap_end = 0;
  if (quote == nullptr || (peek() == '{' && numbered_gap_at(at_, &gap_end))) {
    // `{0,5}oxide` is a word, also with an apostrophe between; `{0,5}` alone is literal.
    std::size_t behind = gap_end + (gap_end < text_.size() && text_[gap_end] == '\'');
    bool literal = quote != nullptr && (behind >= text_.size() || !is_word_byte(text_[behind]));
    if (!literal) return false;
  }
  bool symmetric = quote->open == quote->close;
  bool stray = symmetric && looks_closing(at_) && source_.looks[at_] != QueryText::Looks::opening;
  if (stray) {
    remark(Level::error, "unbalanced-quote", at_, at_ + 1, "this quote closes nothing", "left out");
    ++at_;
    return true;
  }
  // The closing sign; a quote that looks like an opening one says that this one was never closed.
  auto sign = static_cast<unsigned char>(quote->close);
  std::size_t close = std::string_view::npos;
  if (no_quote_after_[sign] == 0 || at_ + 1 < no_quote_after_[sign]) {
    close = text_.find(quote->close, at_ + 1);
    while (close != std::string_view::npos && is_apostrophe(close))
      close = text_.find(quote->close, close + 1);
    bool escapes = !symmetric && dialect_.counted_wildcards;  // `\}` in litmine's own writing
    while (escapes && close != std::string_view::npos) {
      std::size_t slashes = 0;
      while (close - 1 - slashes > at_ && text_[close - 1 - slashes] == '\\') ++slashes;
      if (slashes % 2 == 0) break;
      close = text_.find(quote->close, close + 1);
    }
    if (close == std::string_view::npos) no_quote_after_[sign] = at_ + 1;
  }
  bool opens_another = symmetric && close != std::string_view::npos && close > at_ + 1 &&
                       (source_.looks[close] == QueryText::Looks::opening ? !looks_closing(close)
                                                                          : looks_opening(close));
  if (close == std::string_view::npos || opens_another) {
    read_unclosed(*quote);
    return true;
  }
  std::size_t inner = at_ + 1;
  bool phrase = quote->meaning == Quote::Meaning::phrase;
  Token& token = take(phrase ? Kind::phrase : Kind::exact, close + 1);
  token.begin_inner = inner;
  token.end_inner = close;
  read_suffix(token);
  return true;
}

/// `"digital platform"~ps`, `"digital platform"~10`
void Lexer::read_suffix(Token& token) {
  if (dialect_.phrase_distances && token.kind == Kind::phrase && peek() == '~' &&
      is_digit(peek(1))) {
    ++at_;
    token.n = take_number();
    token.has_distance = true;
    token.end = at_;
  }
  if (!dialect_.variant_suffixes || token.kind != Kind::phrase || peek() != '~') return;
  ++at_;
  while (is_letter(peek())) token.suffix += text_[at_++];
  token.has_suffix = true;
  token.end = at_;
}

// ----------------------------------------------------------------------------------------
// operators

/// Is there a term before and something to search after? Then `N95` is a distance, else a word.
bool Lexer::stands_between_terms(std::size_t begin, std::size_t end) const {
  if (tokens_.empty() || begin != at_) return false;
  Kind before = tokens_.back().kind;
  bool term = before != Kind::open && before != Kind::join && before != Kind::field;
  std::size_t after = after_spaces(end);
  return term && after < text_.size() && text_[after] != ')';
}

/// The byte after the operator if it stands at `at`, else 0.
std::size_t Lexer::operator_end(const Operator& op, std::size_t at, std::uint32_t* n) const {
  const std::size_t begin = at;
  for (char c : op.spelling) {
    if (c == ' ') {
      if (at >= text_.size() || !is_space(text_[at])) return 0;
      at = after_spaces(at);
      continue;
    }
    char here = at < text_.size() ? text_[at] : '\0';
    if (here >= 'a' && here <= 'z') here = static_cast<char>(here - 32);
    if (here != c) return 0;
    ++at;
  }
  auto ends_here = [&](std::size_t end) {
    static constexpr std::string_view kGoOn = "-_/'*?$#=.&:";
    std::size_t gap_end = 0;
    if (numbered_gap_at(end, &gap_end)) return false;
    return end >= text_.size() ||
           (!is_word_byte(text_[end]) && kGoOn.find(text_[end]) == std::string_view::npos);
  };
  if (op.numbered) {
    std::size_t slash = at;
    bool glued = op.glued && slash < text_.size() && is_digit(text_[slash]);
    if (glued || (slash < text_.size() && text_[slash] == '/')) {
      std::size_t digits = glued ? slash : after_spaces(slash + 1), end = digits;
      std::uint64_t value = 0;
      for (; end < text_.size() && is_digit(text_[end]); ++end)
        value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(text_[end] - '0'),
                                        0xffffffff);
      if (end > digits && (end >= text_.size() || !is_word_byte(text_[end]))) {
        *n = static_cast<std::uint32_t>(value);
        return glued && !stands_between_terms(begin, end) ? 0 : end;
      }
      if (glued) return 0;
    }
    bool slash_only = slash < text_.size() && text_[slash] == '/' && op.foreign.empty();
    if (slash_only) {  // `NEAR/`, `W/n`: meant as an operator, but the number is missing
      bool letter =
          slash + 1 < text_.size() && (text_[slash + 1] == 'n' || text_[slash + 1] == 'x');
      std::size_t after = slash + (letter ? 2 : 1);
      bool meant = (letter || op.spelling.size() > 1) && ends_here(after);
      *n = kMissingNumber;
      return meant ? after : 0;
    }
    if (op.default_n < 0 || !ends_here(at)) return 0;
    *n = static_cast<std::uint32_t>(op.default_n);
    return at;
  }
  return ends_here(at) ? at : 0;
}

const Operator* Lexer::operator_at(std::size_t at, std::size_t* end, std::uint32_t* n) const {
  for (const Operator& op : dialect_.operators) {
    if ((*end = operator_end(op, at, n)) == 0) continue;
    bool capitals = slice(at, *end) == upper(slice(at, *end));
    if (capitals || !dialect_.capitals_only || only_references_) return &op;
  }
  return nullptr;
}

bool Lexer::read_operator() {
  std::size_t end = 0;
  std::uint32_t n = 0;
  const Operator* op = with_parted_number(operator_at(at_, &end, &n), &end, &n);
  if (op == nullptr) return false;
  if (!op->foreign.empty())
    remark(Level::warning, "foreign-operator", at_, end,
           cited(slice(at_, end)) + " is not an operator of " + std::string(dialect_.title),
           "it writes " + std::string(op->foreign) + "; read like it");
  if (dialect_.capitals_only && slice(at_, end) != upper(slice(at_, end)))
    remark(Level::warning, "lower-case-operator", at_, end,
           cited(slice(at_, end)) + " is a word in " + std::string(dialect_.title),
           "write " + std::string(op->spelling) + "; between lines read as that");
  bool missing_number = op->numbered && slice(at_, end).find('/') != std::string_view::npos &&
                        !is_digit(text_[end - 1]);
  if (missing_number)
    remarks_.add({Level::error, "proximity-number", source_.where(at_, end),
                  cited(slice(at_, end)) + " needs a number of words",
                  "as in " + std::string(op->spelling) + "/3; read as " + std::to_string(n), true,
                  std::to_string(n), ""});
  bool bare_number =
      op->numbered && op->default_n > 0 && !missing_number && !is_digit(text_[end - 1]);
  if (bare_number)
    remark(Level::note, "bare-proximity", at_, end,
           cited(slice(at_, end)) + " without a number is " + std::string(op->spelling) + '/' +
               std::to_string(op->default_n));
  Token& token = take(Kind::join, end);
  token.join = op;
  token.n = n;
  return true;
}

// -------------------------------------------------------------------------------------------
// fields

void Lexer::take_field(const Field& field, std::size_t end) {
  if (!field.remark.empty())
    remark(Level::note, "field-approximated", at_, end, std::string(field.remark));
  Token& token = take(Kind::field, end);
  token.field = field_use_of(field);
}

/// The byte after a list of letters and commas, `ti,ab`.
std::size_t Lexer::end_of_names(std::size_t at) const {
  while (at < text_.size() && (is_letter(text_[at]) || (text_[at] == ',' && at + 1 < text_.size() &&
                                                        is_letter(text_[at + 1]))))
    ++at;
  return at;
}

/// The byte after a field that stands behind its term and begins at `at`, else 0.
std::size_t Lexer::field_behind_end(std::size_t at) const {
  switch (dialect_.field_syntax) {
    case FieldSyntax::tag: {
      if (text_[at] != '[') return 0;
      std::size_t close = text_.substr(at, kLongestTag).find(']');
      return close == std::string_view::npos ? 0 : at + close + 1;
    }
    case FieldSyntax::dotted:
      return text_[at] == '.' ? dotted_fields_at(text_, at, dialect_).end : 0;
    case FieldSyntax::colon_behind: {
      if (at == 0 || is_space(text_[at - 1])) return 0;
      if (text_[at] == '/') return slash_behind_end(at);
      std::size_t end = text_[at] == ':' ? end_of_names(at + 1) : 0;
      return end > at + 2 ? end : 0;
    }
    case FieldSyntax::function:
    case FieldSyntax::equals:
    case FieldSyntax::colon:
    case FieldSyntax::prefix:
    case FieldSyntax::name_colon:
      break;
  }
  return 0;
}

bool is_embase_subheading(std::string_view name) {
  std::string capitals = upper(name);
  return capitals.starts_with("DD_") || capitals.starts_with("DM_") || capitals.starts_with("DV_");
}

/// /exp/mj, /exp/dm_th,dm_dt: as far as the names are known; a slash in HIV/AIDS is none.
std::size_t Lexer::slash_behind_end(std::size_t at) const {
  if (!dialect_.slash_behind) return 0;
  std::size_t end = 0;
  for (bool known = true; known && at < text_.size() && (text_[at] == '/' || text_[at] == ',');) {
    if (end == 0 && text_[at] == ',') break;
    std::size_t name_end = at + 1;
    while (name_end < text_.size() && (is_letter(text_[name_end]) || text_[name_end] == '_'))
      ++name_end;
    std::string_view name = slice(at + 1, name_end);
    bool goes_on = name_end < text_.size() && is_word_byte(text_[name_end]);
    known = !goes_on && (is_embase_subheading(name) || field_named(dialect_, name) != nullptr);
    if (known) end = at = name_end;
  }
  return end;
}

/// "Title/Abstract:~2" without its distance, in one spelling: "MeSH Terms : NoExp" is
/// "MeSH Terms:NoExp".
std::string Lexer::plain_name(std::string_view typed, FieldUse& use) const {
  std::string name;
  for (char c : typed) {
    bool gap = is_space(c);
    if (c == ':')
      while (!name.empty() && name.back() == ' ') name.pop_back();
    if (!gap)
      name += c;
    else if (!name.empty() && name.back() != ' ' && name.back() != ':')
      name += ' ';
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  std::size_t sign = name.find(":~");
  if (dialect_.field_syntax != FieldSyntax::tag || sign == std::string::npos) return name;
  std::uint32_t distance = 0;
  std::size_t at = sign + 2;
  for (; at < name.size() && at < sign + 8 && is_digit(name[at]); ++at)
    distance = distance * 10 + static_cast<std::uint32_t>(name[at] - '0');
  if (at == sign + 2 || at < name.size()) return name;  // no number: an unknown field
  use.distance = distance;
  return name.substr(0, sign);
}

/// The names between the signs: "tiab", "ti,ab", "Title/Abstract:~2" (then `n` is 2).
bool Lexer::read_field_behind() {
  if (dialect_.field_syntax == FieldSyntax::dotted) return read_dotted_fields();
  std::size_t end = field_behind_end(at_);
  if (end == 0) return false;
  bool closed = dialect_.field_syntax != FieldSyntax::colon_behind;
  std::string_view names = slice(at_ + 1, end - (closed ? 1 : 0));
  FieldUse use = fields_named(names, end, dialect_.field_syntax != FieldSyntax::tag);
  Token& token = take(Kind::behind, end);
  token.field = std::move(use);
  return true;
}

/// Takes ".EXACT" and ".EXPLODE" off the end of a name.
void Lexer::take_suffixes(std::string& name, FieldUse& use) const {
  if (!dialect_.field_lists) return;
  for (std::string_view suffix : {".EXPLODE", ".EXACT", ".X"}) {
    if (name.size() <= suffix.size() || !upper(name).ends_with(suffix)) continue;
    name.resize(name.size() - suffix.size());
    use.explode |= suffix == ".EXPLODE";
    use.use = Field::Use::heading;
  }
}

/// What the names, separated by commas, mean together; the unknown ones are remarked upon.
FieldUse Lexer::fields_named(std::string_view names, std::size_t end, bool lists) {
  FieldUse use;
  use.name = std::string(names);
  bool unknown = false;
  for (std::size_t at = 0; at <= names.size();) {
    std::size_t comma =
        lists ? std::min(names.find_first_of(",/", at), names.size()) : names.size();
    std::string name = plain_name(names.substr(at, comma - at), use);
    at = comma + 1;
    take_suffixes(name, use);
    if (dialect_.slash_behind && is_embase_subheading(name)) {
      use.use = Field::Use::heading;
      use.parts = use.parts | kHeadingParts;
      use.subheadings.push_back(lower(name));
      continue;
    }
    const Field* field = field_named(dialect_, name);
    if (field == nullptr) {
      remark_unknown_field(dialect_, name, end);
      unknown = true;
      use.parts = use.parts | dialect_.unknown_field_parts;
      continue;
    }
    if (!field->remark.empty())
      remark(Level::note, "field-approximated", at_, end, std::string(field->remark));
    use.parts = use.parts | field->parts;
    if (field->use != Field::Use::words) use.use = field->use;
    use.entry = std::max(use.entry, field->entry);
    use.adjacent_or |= field->adjacent_or;
    if (!field->values.empty()) use.values = field->values;
    use.explode |= field->explode;
    use.focus |= field->focus;
    use.distances |= field->distances;
  }
  if (unknown) {
    use.parts = {};  // where the rest is searched
    use.entry = Field::Entry::none;
  }
  return use;
}

/// `TI,AB(x)`, `MESH.EXACT.EXPLODE(x)`: ProQuest's.
bool Lexer::read_field_list() {
  std::size_t end = at_;
  while (end < text_.size() && (is_letter(text_[end]) || text_[end] == '.' || text_[end] == ','))
    ++end;
  std::string_view names = slice(at_, end);
  bool list = names.find_first_of(".,") != std::string_view::npos;
  bool closed = !names.empty() && is_letter(names.back());
  std::size_t open = after_spaces(end);
  if (!list || !closed || open >= text_.size() || text_[open] != '(') return false;
  FieldUse use = fields_named(names, end, true);
  take(Kind::field, end).field = std::move(use);
  return true;
}

/// `TI x`, `TI (x)`: EBSCOhost's. In capitals, or with a bracket or quote behind; before an
/// operator or the end, `AD` is a word.
bool Lexer::read_prefix_field() {
  std::size_t end = at_;
  while (end < text_.size() && is_letter(text_[end])) ++end;
  std::string_view name = slice(at_, end);
  const Field* field = field_named(dialect_, name);
  std::size_t after = after_spaces(end);
  if (field == nullptr || after >= text_.size() || text_[after] == ')') return false;
  bool opens = text_[after] == '(' || text_[after] == '"';
  bool apart = after > end && (is_word_byte(text_[after]) || text_[after] == '*');
  if (!opens && !(apart && name == upper(name))) return false;
  std::size_t operator_after = 0;
  std::uint32_t n = 0;
  if (operator_at(after, &operator_after, &n) != nullptr) return false;
  take_field(*field, end);
  return true;
}

/// A field of the dialect `of`, in its syntax. `known_only`: another dialect's, so be sure.
bool Lexer::read_field(const Dialect& of, bool known_only) {
  if (!is_letter(peek())) return false;
  std::size_t end = at_;
  bool hyphens = of.field_syntax == FieldSyntax::function;
  while (end < text_.size() && (is_letter(text_[end]) || (hyphens && text_[end] == '-'))) ++end;
  std::string_view name = slice(at_, end);
  bool capitals = name == upper(name);
  const Field* field = field_named(of, name);
  std::size_t sign = after_spaces(end);
  char after = sign < text_.size() ? text_[sign] : '\0';

  switch (of.field_syntax) {
    case FieldSyntax::function: {
      bool hyphened = field != nullptr && name.find('-') != std::string_view::npos;
      if (after != '(' || !(capitals || hyphened || (sign == end && !known_only))) return false;
      if (field == nullptr && (known_only || sign != end || !capitals || name.size() < 2))
        return false;
      break;
    }
    case FieldSyntax::equals:
      if (after != '=' || (known_only && !capitals)) return false;
      if (field == nullptr && (known_only || name.size() < 2 || name.size() > 5)) return false;
      end = sign + 1;
      if (end < text_.size() && text_[end] == '=')
        ++end;  // DT==("ARTICLE"), as the interface writes
      break;
    case FieldSyntax::colon:
      if (after != ':' || known_only) return false;
      if (field == nullptr) return false;
      end = sign + 1;
      break;
    case FieldSyntax::prefix:
    case FieldSyntax::tag:
    case FieldSyntax::dotted:
    case FieldSyntax::colon_behind:
    case FieldSyntax::name_colon:
      return false;
  }
  if (known_only) {
    remark(Level::error, "foreign-field", at_, end,
           cited(slice(at_, end)) + " is a field of " + std::string(of.title) + ", not of " +
               std::string(dialect_.title),
           "read with the meaning it has there");
  } else if (field == nullptr) {
    remark_unknown_field(of, name, end);
    Token& token = take(Kind::field, end);
    token.field.name = std::string(name);
    token.field.parts = dialect_.unknown_field_parts;
    return true;
  }
  take_field(*field, end);
  return true;
}

/// `least/3:` in litmine's own writing.
bool Lexer::read_least() {
  constexpr std::string_view kName = "LEAST/";
  if (upper(slice(at_, std::min(at_ + kName.size(), text_.size()))) != kName) return false;
  std::size_t digits = at_ + kName.size(), end = digits;
  std::uint32_t least = 0;
  for (; end < text_.size() && is_digit(text_[end]) && end - digits < 6; ++end)
    least = least * 10 + static_cast<std::uint32_t>(text_[end] - '0');
  if (end == digits || end >= text_.size() || text_[end] != ':' || least == 0) return false;
  Token& token = take(Kind::field, end + 1);
  token.field.name = "least";
  token.field.least = least;
  return true;
}

/// `title,abstract:` in litmine's own writing.
bool Lexer::read_parts_field() {
  std::size_t end = at_;
  while (end < text_.size() && (is_letter(text_[end]) || text_[end] == '_' || text_[end] == ','))
    ++end;
  if (end == at_ || end >= text_.size() || text_[end] != ':') return false;
  std::string list(slice(at_, end));
  for (char& c : list)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  std::string unknown;
  std::optional<Parts> parts = parts_named(list, &unknown);
  if (!parts || parts->empty()) {
    std::vector<std::string> names{"front", "body", "text", "all", "year", "entry"};
    kAll.each([&](Part part) { names.emplace_back(part_name(part)); });
    std::string near_name = nearest(unknown, names);
    remark(Level::error, "unknown-field", at_, end + 1,
           "there is no part called " + cited(unknown.empty() ? list : unknown),
           (near_name.empty() ? "" : "did you mean '" + near_name + "'? ") +
               std::string("searched in the default parts"));
    parts = dialect_.unknown_field_parts;
  }
  Token& token = take(Kind::field, end + 1);
  token.field.name = list;
  token.field.parts = *parts;  // none: where the rest of the query is searched
  return true;
}

/// The byte after `words` (upper case, single spaces) if they stand at `at`, else 0.
std::size_t Lexer::words_end(std::string_view words, std::size_t at) const {
  for (char c : words) {
    if (c == ' ') {
      if (at >= text_.size() || !is_space(text_[at])) return 0;
      at = after_spaces(at);
    } else if (at >= text_.size() || upper(text_.substr(at, 1))[0] != c) {
      return 0;
    } else {
      ++at;
    }
  }
  return at;
}

/// The byte after the name of a setting and its sign, else 0. A name before `=` may be a field.
std::size_t Lexer::setting_end(const Setting& setting, std::size_t at) const {
  std::size_t end = words_end(setting.name, at);
  if (end == 0) return 0;
  std::size_t sign = after_spaces(end);
  char c = sign < text_.size() ? text_[sign] : '\0';
  // "brain computer interface - a review" is none.
  bool begins_line = at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '	';
  bool sure = begins_line || setting.name.find(' ') != std::string_view::npos;
  bool dash = sure && setting.use == Setting::Use::none && c == '-' && sign > end &&
              sign + 1 < text_.size() && is_space(text_[sign + 1]);
  return c == ':' || c == '=' || dash ? sign + 1 : 0;
}

const Setting* Lexer::setting_at(std::size_t at, std::size_t* end) const {
  bool begins_word = at == 0 || !is_word_byte(text_[at - 1]);
  if (!begins_word) return nullptr;
  for (const Setting& setting : dialect_.settings)
    if ((*end = setting_end(setting, at)) != 0) return &setting;
  return nullptr;
}

/// Up to the end of the line or the next setting.
void Lexer::skip_setting(const Setting& setting, std::size_t value) {
  std::size_t end = value, other = 0;
  while (end < text_.size() && text_[end] != '\n' && setting_at(end, &other) == nullptr) ++end;
  while (end > value && is_space(text_[end - 1])) --end;
  bool nothing =
      setting.use == Setting::Use::years && words_end("ALL YEARS", after_spaces(value)) != 0;
  remark(nothing || setting.use == Setting::Use::none ? Level::note : Level::warning,
         "interface-setting", at_, end,
         cited(slice(at_, end)) + " is a setting of the database's pages, no part of the string",
         "left out");
  at_ = end;
}

/// `LANGUAGE: (English)`, `Timespan=2008-2018`, `Indexes=SCI-EXPANDED, SSCI`.
bool Lexer::read_setting() {
  std::size_t value = 0;
  const Setting* setting = setting_at(at_, &value);
  if (setting == nullptr) return false;
  if (setting->use == Setting::Use::field) {
    take_field(*field_named(dialect_, setting->field), value);
    return true;
  }
  std::size_t at = after_spaces(value);
  auto year = [&] {
    int number = -1;
    std::size_t from = at;
    for (; at < text_.size() && is_digit(text_[at]) && at - from < 4; ++at)
      number = std::max(number, 0) * 10 + (text_[at] - '0');
    return at - from == 4 ? number : -1;
  };
  int from = setting->use == Setting::Use::years ? year() : -1, to = from;
  std::size_t dash = after_spaces(at);
  if (from >= 0 && dash < text_.size() && text_[dash] == '-') {
    at = after_spaces(dash + 1);
    to = year();
  }
  bool whole = at >= text_.size() || !is_word_byte(text_[at]);
  if (from < 0 || to < from || !whole) {
    skip_setting(*setting, value);
    return true;
  }
  Token& token = take(Kind::years, at);
  token.from = from;
  token.to = to;
  token.setting = true;
  return true;
}

/// `"Document Title":x`, `Title:(x)`
bool Lexer::read_named_field() {
  if (dialect_.field_syntax != FieldSyntax::name_colon) return false;
  bool quoted = peek() == '"';
  std::size_t begin = at_ + (quoted ? 1 : 0), end = begin;
  std::string_view near_by = text_.substr(0, begin + kLongestTag);
  if (quoted)
    end = std::min(near_by.find('"', begin), near_by.size());
  else
    while (end < near_by.size() && (is_letter(near_by[end]) || near_by[end] == '_')) ++end;
  std::size_t colon = end + (quoted ? 1 : 0);
  if (end == begin || colon >= text_.size() || text_[colon] != ':') return false;
  std::string_view name = slice(begin, end);
  if (const Field* field = field_named(dialect_, name)) {
    take_field(*field, colon + 1);
    return true;
  }
  char after = colon + 1 < text_.size() ? text_[colon + 1] : ' ';
  if (!quoted && after != '(' && after != '"') return false;
  remark_unknown_field(dialect_, name, colon + 1);
  Token& token = take(Kind::field, colon + 1);
  token.field.name = std::string(name);
  token.field.parts = dialect_.unknown_field_parts;
  return true;
}

/// [mh ^"Heart Failure"], MeSH descriptor: [Heart Failure] explode all trees
bool Lexer::read_mesh_descriptor() {
  if (!dialect_.mesh_descriptors || (peek() != '[' && peek() != 'M' && peek() != 'm')) return false;
  MeshDescriptor found = mesh_descriptor_at(text_, at_);
  if (found.end == 0) return false;
  Token& token = take(Kind::heading, found.end);
  token.begin_inner = found.begin_inner;
  token.end_inner = found.end_inner;
  token.field.use = Field::Use::heading;
  token.field.parts = kHeadingParts;
  token.field.explode = found.explode;
  token.field.focus = found.focus;
  token.field.subheadings = std::move(found.subheadings);
  return true;
}

/// [english]/lim, [2010-2020]/py
bool Lexer::read_bracketed_limit() {
  if (!dialect_.bracketed_limits || peek() != '[') return false;
  BracketedLimit limit = bracketed_limit_at(text_, at_, dialect_);
  if (limit.end == 0) return false;
  if (limit.field.use == Field::Use::unknown)
    remark(Level::error, "field-without-data", at_, limit.end,
           "litmine has no data for " + cited(slice(at_, limit.end)), "this limit is left out");
  Token& token = take(Kind::limit, limit.end);
  token.begin_inner = limit.begin_inner;
  token.end_inner = limit.end_inner;
  token.field = std::move(limit.field);
  return true;
}

void Lexer::remark_unknown_field(const Dialect& of, std::string_view name, std::size_t end) {
  std::vector<std::string> names;
  for (const Field& known : of.fields) names.emplace_back(known.name);
  std::string near_name = nearest(upper(name), names);
  remark(Level::error, "unknown-field", at_, end,
         std::string(of.title) + " has no field " + cited(name),
         (near_name.empty() ? "" : "did you mean " + near_name + "? ") +
             std::string("searched in the default fields"));
}

bool Lexer::read_own_field() {
  if (dialect_.field_syntax == FieldSyntax::function) {
    // OR( and AND( look like functions; so do LIMIT-TO( and EXCLUDE(.
    std::size_t end = 0;
    std::uint32_t n = 0;
    if (operator_at(at_, &end, &n) != nullptr) return false;
    std::size_t name_end = at_;
    while (name_end < text_.size() && (is_letter(text_[name_end]) || text_[name_end] == '-'))
      ++name_end;
    std::string name = upper(slice(at_, name_end));
    if (dialect_.interface_limits && (name == "LIMIT-TO" || name == "EXCLUDE")) return false;
  }
  if (dialect_.field_syntax == FieldSyntax::prefix) return read_prefix_field();
  if (dialect_.field_lists && read_field_list()) return true;
  if (read_field(dialect_, false)) return true;
  return dialect_.field_syntax == FieldSyntax::colon && (read_least() || read_parts_field());
}

bool Lexer::read_foreign_field() {
  for (const Dialect* other : all_dialects()) {
    bool same_syntax = other->field_syntax == dialect_.field_syntax;
    if (other != &dialect_ && !same_syntax && read_field(*other, true)) return true;
  }
  return false;
}

/// For what only Scopus writes.
void Lexer::remark_if_foreign(bool own, std::size_t end) {
  if (own) return;
  remark(Level::error, "foreign-field", at_, end,
         cited(slice(at_, end)) + " is written so in " + std::string(kScopus.title) + ", not in " +
             std::string(dialect_.title),
         "read with the meaning it has there");
}

/// PUBYEAR > 2015, PUBYEAR AFT 2015
bool Lexer::read_comparison() {
  if (upper(slice(at_, std::min(at_ + 7, text_.size()))) != "PUBYEAR") return false;
  struct Comparison {
    std::string_view sign;
    int from_plus, to_plus;  // beside the year; 9999: open
  };
  static constexpr int kOpen = 9999;
  static constexpr Comparison kComparisons[] = {
      {">=", 0, kOpen}, {"<=", -kOpen, 0}, {">", 1, kOpen},     {"<", -kOpen, -1},
      {"=", 0, 0},      {"AFT", 1, kOpen}, {"BEF", -kOpen, -1}, {"IS", 0, 0},
  };
  std::size_t sign = after_spaces(at_ + 7);
  std::string next = upper(slice(sign, std::min(sign + 3, text_.size())));
  for (const Comparison& comparison : kComparisons) {
    if (!next.starts_with(comparison.sign)) continue;
    std::size_t digits = after_spaces(sign + comparison.sign.size()), end = digits;
    int year = 0;
    for (; end < text_.size() && is_digit(text_[end]) && end - digits < 4; ++end)
      year = year * 10 + (text_[end] - '0');
    int from = comparison.from_plus == -kOpen ? 0 : year + comparison.from_plus;
    int to = comparison.to_plus == kOpen ? kOpen : year + comparison.to_plus;
    bool longer = end < text_.size() && is_word_byte(text_[end]);
    if (end - digits != 4 || longer || from > kOpen || to < 0) break;
    remark_if_foreign(dialect_.year_comparisons, end);
    Token& token = take(Kind::years, end);
    token.from = from;
    token.to = to;
    return true;
  }
  if (!dialect_.year_comparisons) return false;
  std::size_t end = at_ + 7;
  if (end < text_.size() && (is_word_byte(text_[end]) || text_[end] == '(')) return false;
  while (sign < text_.size() && (text_[sign] == '>' || text_[sign] == '<' || text_[sign] == '='))
    end = ++sign;
  remark(Level::error, "bad-year", at_, end, "a year of four digits is expected after PUBYEAR",
         "write PUBYEAR > 2015, = 2015 or < 2015; left out");
  at_ = end;
  return true;
}

/// LIMIT-TO ( DOCTYPE , "ar" ), as the interface appends it.
bool Lexer::read_limit() {
  std::size_t name_end = at_;
  while (name_end < text_.size() && (is_letter(text_[name_end]) || text_[name_end] == '-'))
    ++name_end;
  std::string name = upper(slice(at_, name_end));
  bool limit = name == "LIMIT-TO", exclude = name == "EXCLUDE";
  std::size_t open = after_spaces(name_end);
  if (!(limit || exclude) || open >= text_.size() || text_[open] != '(') return false;

  std::size_t field_begin = after_spaces(open + 1), field_end = field_begin;
  while (field_end < text_.size() && (is_letter(text_[field_end]) || text_[field_end] == '-'))
    ++field_end;
  std::size_t comma = after_spaces(field_end);
  std::size_t value = comma < text_.size() && text_[comma] == ',' ? after_spaces(comma + 1) : 0;
  std::size_t close = std::string_view::npos;
  if (value != 0 && value < text_.size()) {
    std::string_view near_by = text_.substr(0, std::min(text_.size(), value + 500));
    close = text_[value] == '"' ? near_by.find('"', value + 1) : value;
    if (close != std::string_view::npos) close = near_by.find(')', close);
  }
  if (close == std::string_view::npos && !dialect_.interface_limits) return false;
  if (close == std::string_view::npos) {
    remark(Level::error, "bad-limit", at_, name_end, name + " takes a field and a value",
           "as in " + name + "(DOCTYPE, \"ar\"); left out");
    at_ = name_end;
    return true;
  }
  std::string field_name = upper(slice(field_begin, field_end));
  std::size_t value_end = close;
  while (value_end > value && is_space(text_[value_end - 1])) --value_end;
  remark_if_foreign(dialect_.interface_limits, close + 1);
  const Field* field = field_named(kScopus, field_name);
  if (field == nullptr || field->use == Field::Use::unknown) {
    remark(Level::error, "field-without-data", at_, close + 1,
           "litmine has no data for " + cited(field_name), "this limit is left out");
    Token& token = take(limit ? Kind::limit : Kind::exclude, close + 1);
    token.field.use = Field::Use::unknown;
    return true;
  }
  Token& token = take(limit ? Kind::limit : Kind::exclude, close + 1);
  token.field = field_use_of(*field);
  token.begin_inner = value;
  token.end_inner = value_end;
  return true;
}

// ---------------------------------------------------------------------------------------
// headings, fields between dots, limits and commands, as Ovid writes them

/// `exp *Neoplasms/dt, th` becomes a field for headings with the heading behind it.
bool Lexer::read_slash_heading() {
  if (!dialect_.slash_headings || !(is_word_byte(peek()) || peek() == '*' || peek() == '"'))
    return false;
  auto is_operator = [&](std::size_t at) {
    std::size_t end = 0;
    std::uint32_t n = 0;
    return operator_at(at, &end, &n) != nullptr;
  };
  SlashHeading found = slash_heading_at(text_, at_, dialect_, is_operator);
  if (found.end == 0) return false;
  const Field* field = field_named(dialect_, "SH");
  Token& name = take(Kind::field, found.text);
  name.field.name = field->name;
  name.field.parts = field->parts;
  name.field.use = Field::Use::heading;
  name.field.explode = found.explode;
  name.field.focus = found.focus;
  Token& heading = take(Kind::phrase, found.end);
  heading.begin_inner = heading.begin;
  heading.end_inner = heading.end;
  return true;
}

/// `.ti,ab.`, `.ab. /freq=3`
bool Lexer::read_dotted_fields() {
  if (peek() != '.') return false;
  DottedFields found = dotted_fields_at(text_, at_, dialect_);
  if (found.end == 0) return false;
  if (!found.regular) {
    std::string written;
    for (const std::string& name : found.names) written += (written.empty() ? "." : ",") + name;
    remark(Level::warning, "field-dots", at_, found.end,
           cited(slice(at_, found.end)) + " is not written as Ovid reads it",
           "write " + written + ".; read like that");
  }
  std::string names;
  for (const std::string& name : found.names) names += (names.empty() ? "" : ",") + name;
  FieldUse use = fields_named(names, found.end, true);
  use.least = found.least;
  Token& token = take(Kind::behind, found.freq_end > 0 ? found.freq_end : found.end);
  token.field = std::move(use);
  return true;
}

/// What is written before is limited by what comes from `at_` on: a bracket that closes, and AND.
void Lexer::take_limiting(std::size_t end) {
  take(Kind::close, at_);
  for (const Operator& op : dialect_.operators)
    if (op.kind == Clause::Kind::all_of && op.foreign.empty()) {
      take(Kind::join, end).join = &op;
      break;
    }
  limits_ = true;
}

/// `limit 3 to`, `..l/3`, `remove duplicates from 5`, `use ppez`
bool Lexer::read_set_command() {
  if (!dialect_.set_commands) return false;
  if (at_ == limit_to_) {
    limit_to_ = std::string_view::npos;
    take_limiting(at_ + 2);
    return true;
  }
  bool behind_set = !tokens_.empty() &&
                    (tokens_.back().kind == Kind::lines || tokens_.back().kind == Kind::close ||
                     tokens_.back().kind == Kind::behind);
  if (std::size_t end = behind_set ? file_choice_at(text_, at_) : 0; end > 0) {
    remark(Level::error, "field-without-data", at_, end,
           "litmine does not know from which of Ovid's files a study comes",
           cited(slice(at_, end)) + " is left out");
    at_ = end;
    return true;
  }
  if (!begins_operand()) return false;
  SetCommand command = set_command_at(text_, at_);
  switch (command.does) {
    case SetCommand::Does::nothing:
      return false;
    case SetCommand::Does::limits:
      limit_ = at_;
      take(Kind::open, command.end);
      limit_to_ = limit_to_from(text_, at_);
      return true;
    case SetCommand::Does::shortens: {
      take(Kind::open, command.end);
      take_line();
      skip_spaces();
      take_limiting(at_);
      return true;
    }
    case SetCommand::Does::picks:
      at_ = command.end;
      take_line();
      remark(Level::error, "field-without-data", at_, text_.size(),
             "these records were chosen by hand, and litmine does not know which they are",
             "the whole line is taken, so this finds more than the database did");
      at_ = text_.size();
      return true;
    case SetCommand::Does::keeps:
    case SetCommand::Does::leaves:
      break;
  }
  remark(Level::note, "set-command", at_, command.end,
         cited(slice(at_, command.end)) + " is a command that changes nothing of what is searched",
         "left out");
  at_ = command.end;
  return true;
}

/// `yr="2016 -Current"` behind `limit 3 to`
bool Lexer::read_limit_item() {
  std::size_t operator_end = 0;
  std::uint32_t n = 0;
  if (!limits_ || peek() == '(' || peek() == ')' || peek() == '[' ||
      operator_at(at_, &operator_end, &n) != nullptr)
    return false;
  LimitItem item = limit_item_at(text_, at_, dialect_);
  if (item.end == 0) return false;
  if (item.field == nullptr)
    remark(Level::error, "field-without-data", std::min(at_, limit_), item.end,
           "litmine has no data for the limit " + cited(slice(at_, item.end)),
           "left out, so this may find more than the database does");
  Token& token = take(Kind::limit, item.end);
  token.begin_inner = item.begin_inner;
  token.end_inner = item.end_inner;
  if (item.field == nullptr) {
    token.field.use = Field::Use::unknown;
    return true;
  }
  token.field.name = item.field->name;
  token.field.parts = item.field->parts;
  token.field.use = item.field->use;
  token.field.values = item.field->values;
  return true;
}

/// `[mp=title, abstract]`
bool Lexer::read_comment() {
  if (!dialect_.bracket_comments || peek() != '[') return false;
  std::size_t end = std::min(text_.find_first_of("]\n\r", at_), text_.size());
  if (end < text_.size() && text_[end] == ']') ++end;
  remark(Level::note, "comment", at_, end,
         cited(slice(at_, end)) + " is a comment in " + std::string(dialect_.title),
         "nothing of it is searched");
  at_ = end;
  return true;
}

/// `adj 3` is meant as adj3.
const Operator* Lexer::with_parted_number(const Operator* op, std::size_t* end, std::uint32_t* n) {
  if (op == nullptr || op->kind != Clause::Kind::near || op->numbered) return op;
  std::size_t digits = after_spaces(*end), after = digits;
  while (after < text_.size() && is_digit(text_[after]) && after - digits < 2) ++after;
  if (after == digits || (after < text_.size() && !is_space(text_[after]))) return op;
  for (const Operator& other : dialect_.operators) {
    if (!other.glued || other.spelling != op->spelling) continue;
    *n = static_cast<std::uint32_t>(std::stoul(std::string(slice(digits, after))));
    std::string written = std::string(op->spelling) + std::to_string(*n);
    remarks_.add({Level::error, "proximity-number", source_.where(at_, after),
                  cited(slice(at_, after)) + " has a space before its number",
                  "write " + written + "; read like that", true, written,
                  std::string(op->spelling) + " and a word"});
    *end = after;
    return &other;
  }
  return op;
}

/// `sensitivity and specificity` may be meant as a phrase; then it needs quotes.
void Lexer::remark_on_operator_words() {
  auto is_bare = [&](std::size_t i) {
    return i < tokens_.size() && tokens_[i].kind == Kind::word &&
           slice(tokens_[i].begin, tokens_[i].end).find_first_of("*$:#?") == std::string_view::npos;
  };
  std::size_t count = 0, first = 0;
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    const Token& join = tokens_[i];
    bool in_lower_case = join.kind == Kind::join && join.join->kind != Clause::Kind::near &&
                         join.join->kind != Clause::Kind::any_of &&
                         slice(join.begin, join.end) != upper(slice(join.begin, join.end));
    bool field_next = i + 2 < tokens_.size() && tokens_[i + 2].kind == Kind::behind;
    bool parts = i < 2 || tokens_[i - 2].kind != Kind::word;
    if (!in_lower_case || !parts || field_next || !is_bare(i - 1) || !is_bare(i + 1)) continue;
    if (count++ == 0) first = i;
  }
  if (count == 0) return;
  const std::size_t begin = tokens_[first - 1].begin, end = tokens_[first + 1].end;
  remark(Level::note, "operator-word", begin, end,
         cited(slice(begin, end)) + " is read with " +
             upper(slice(tokens_[first].begin, tokens_[first].end)) + " as an operator" +
             (count > 1 ? " (" + counted(count, "place", "places") + ')' : std::string()),
         "if it is a phrase, it needs quotes, otherwise AND");
}

// ---------------------------------------------------------------------------------------
// everything else

/// `[tiab]` behind a word: PubMed's.
bool Lexer::read_foreign_tag() {
  if (peek() != '[') return false;
  std::size_t close = text_.substr(at_, 48).find(']');
  if (close == std::string_view::npos || close < 2) return false;
  remark(Level::error, "foreign-field", at_, at_ + close + 1,
         cited(slice(at_, at_ + close + 1)) + " looks like a tag of PubMed; " +
             std::string(dialect_.title) + " has no such sign",
         "left out");
  at_ += close + 1;
  return true;
}

/// May an operand begin here, so that a number alone is no word beside others?
bool Lexer::begins_operand() const {
  if (tokens_.empty()) return true;
  Kind last = tokens_.back().kind;
  return last == Kind::open || last == Kind::join || last == Kind::field;
}

/// Is there nothing behind a number that would make it a word among words?
bool Lexer::ends_operand(std::size_t at) const {
  at = after_spaces(at);
  std::size_t end = 0;
  std::uint32_t n = 0;
  return at >= text_.size() || at == limit_to_ || text_[at] == ')' || text_[at] == '[' ||
         text_[at] == '}' || operator_at(at, &end, &n) != nullptr ||
         (dialect_.set_commands && file_choice_at(text_, at) > 0);
}

/// `#1 AND #2`, `or/1-5`: the sets of a search history.
bool Lexer::read_line_reference() {
  bool hash = peek() == '#';
  if (!hash && !begins_operand()) return false;
  LineSigns signs{dialect_.lines.plain || only_references_, true,
                  dialect_.lines.letter || (in_history_ && only_references_)};
  LineReference found = line_reference_at(text_, at_, signs);
  if (found.end == 0) return read_line_again();
  if (!hash && !ends_operand(found.end)) return false;
  take_lines(std::move(found));
  return true;
}

/// `3.ti.` asks a set again in another field.
bool Lexer::read_line_again() {
  std::size_t digits = at_;
  while (digits < text_.size() && is_digit(text_[digits])) ++digits;
  bool number = in_history_ && dialect_.set_commands && digits > at_ && digits - at_ <= 3;
  DottedFields fields;
  if (number && digits < text_.size() && text_[digits] == '.')
    fields = dotted_fields_at(text_, digits, dialect_);
  if (fields.end == 0 || !ends_operand(fields.end)) return false;
  remark(Level::error, "line-reference", at_, fields.end,
         cited(slice(at_, fields.end)) +
             " asks another line again in these fields, which litmine "
             "cannot",
         "repeat the search of that line with its field; left out");
  at_ = fields.end;
  return true;
}

/// The number behind a command.
void Lexer::take_line() {
  LineReference found = line_reference_at(text_, at_, {true, true, false});
  if (found.end > 0) take_lines(std::move(found));
}

void Lexer::take_lines(LineReference found) {
  if (!in_history_) {
    remark(Level::error, "line-reference", at_, found.end,
           cited(slice(at_, found.end)) + " refers to another line of a search history",
           "give the whole history, or put that line in brackets here; left out");
    at_ = found.end;
    return;
  }
  Token& token = take(Kind::lines, found.end);
  token.reference = std::move(found);
}

bool Lexer::read_word() {
  static constexpr std::string_view kStops = "()\"{}[]";
  std::size_t end = at_;
  while (end < text_.size() && !is_space(text_[end])) {
    std::size_t gap_end = 0;
    if (numbered_gap_at(end, &gap_end)) {
      end = gap_end;
      continue;
    }
    if (kStops.find(text_[end]) != std::string_view::npos) break;
    if (end > at_ && field_behind_end(end) != 0) break;
    ++end;
  }
  if (end == at_) return false;
  bool letter_before = false;
  for (std::size_t i = at_; i < end; ++i) {
    bool letter = is_word_byte(text_[i]);
    bool letter_after = i + 1 < end && is_word_byte(text_[i + 1]);
    // An apostrophe inside a word, or the plural's at its end, is no quote.
    if (text_[i] == '\'' && !letter_before && (letter_after || i == at_)) {
      if (single_quotes_++ == 0) first_single_quote_ = i;
    }
    letter_before = letter;
  }
  take(Kind::word, end);
  return true;
}

bool Lexer::read_stray_sign() {
  remark(Level::error, "unknown-character", at_, at_ + 1,
         cited(slice(at_, at_ + 1)) + " means nothing in " + std::string(dialect_.title),
         "left out");
  ++at_;
  return true;
}

void Lexer::report_counted() {
  if (single_quotes_ > 0)
    remark(
        Level::warning, "single-quotes", first_single_quote_, first_single_quote_ + 1,
        "single quotes do not make a phrase (" + counted(single_quotes_, "place", "places") + ")",
        "use double quotes; read as if they were not there");
}

}  // namespace

std::vector<Token> cut_tokens(const QueryText& text, const Dialect& dialect, Remarks& remarks,
                              bool in_history) {
  return Lexer(text, dialect, remarks, in_history).cut();
}

}  // namespace litmine
