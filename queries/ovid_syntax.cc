#include "queries/ovid_syntax.h"

#include <algorithm>
#include <optional>

#include "queries/tokens.h"
#include "queries/values.h"

namespace litmine {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char at_or_end(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }
std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}
std::size_t after_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_letter(text[at])) ++at;
  return at;
}
bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(text[at]) || text[at] == ')' || text[at] == '[';
}

/// Is that word at `at`, whole and in any case?
bool has_word(std::string_view text, std::size_t at, std::string_view upper_word) {
  return upper(text.substr(std::min(at, text.size()), upper_word.size())) == upper_word &&
         !is_word_byte(at_or_end(text, at + upper_word.size()));
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

bool is_subheading(std::string_view code, const Dialect& dialect) {
  return std::any_of(dialect.subheadings.begin(), dialect.subheadings.end(),
                     [&](const Value& value) { return value.code == lower(code); });
}

/// The byte after the codes behind the slash at `slash`; npos if what stands there is no heading's.
std::size_t end_of_subheadings(std::string_view text, std::size_t slash, const Dialect& dialect) {
  std::size_t end = slash + 1;
  if (is_boundary(text, end) || at_or_end(text, end) == ',') return end;
  for (std::size_t at = end;;) {
    std::size_t code_end = after_letters(text, at);
    std::string_view code = text.substr(at, code_end - at);
    char next = at_or_end(text, code_end);
    bool ends = is_boundary(text, code_end) || next == ',' || next == '/';
    if (!ends || !is_subheading(code, dialect)) return at == slash + 1 ? npos : end;
    end = code_end;
    if (next != ',' && next != '/') return end;
    at = after_spaces(text, code_end + 1);
  }
}

/// The slash that ends a heading's text from `at` on; npos if something else comes first.
std::size_t slash_after(std::string_view text, std::size_t at,
                        const std::function<bool(std::size_t)>& is_operator) {
  constexpr std::size_t kLongest = 200;
  if (at_or_end(text, at) == '"') {
    std::size_t close = text.substr(0, std::min(text.size(), at + kLongest)).find('"', at + 1);
    std::size_t slash = close == npos ? npos : after_spaces(text, close + 1);
    return slash != npos && at_or_end(text, slash) == '/' ? slash : npos;
  }
  if (text.substr(at, kLongest).find('/') == npos) return npos;
  bool letter = false;
  for (std::size_t i = at; i < text.size() && i < at + kLongest; ++i) {
    char c = text[i];
    if (c == '/') return letter ? i : npos;
    if (std::string_view("()[]{}\":;=$?#").find(c) != npos) return npos;
    bool word_begins = i == at || is_space(text[i - 1]);
    if (word_begins && (is_operator(i) || has_word(text, i, "OR") || has_word(text, i, "AND")))
      return npos;
    letter |= is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  }
  return npos;
}

}  // namespace

SlashHeading slash_heading_at(std::string_view text, std::size_t at, const Dialect& dialect,
                              const std::function<bool(std::size_t)>& is_operator) {
  SlashHeading heading;
  std::size_t begin = at;
  for (int i = 0; i < 3; ++i) {  // `exp *X`, also `*exp X`
    if (at_or_end(text, begin) == '*' && !heading.focus) {
      heading.focus = true;
      begin = after_spaces(text, begin + 1);
    } else if (!heading.explode && has_word(text, begin, "EXP") &&
               (is_space(at_or_end(text, begin + 3)) || at_or_end(text, begin + 3) == '*')) {
      heading.explode = true;
      begin = after_spaces(text, begin + 3);
    }
  }
  std::size_t slash = slash_after(text, begin, is_operator);
  if (slash == npos) return {};
  std::size_t end = end_of_subheadings(text, slash, dialect);
  if (end == npos) return {};
  heading.text = begin;
  heading.end = end;
  return heading;
}

// ----------------------------------------------------------------------------------- fields

namespace {

/// `/freq=3` behind the fields.
void take_frequency(std::string_view text, DottedFields& fields) {
  constexpr std::string_view kName = "/FREQ";
  std::size_t at = after_spaces(text, fields.end);
  if (upper(text.substr(std::min(at, text.size()), kName.size())) != kName) return;
  at = after_spaces(text, at + kName.size());
  if (at_or_end(text, at) != '=') return;
  std::size_t digits = after_spaces(text, at + 1), end = digits;
  unsigned least = 0;
  for (; is_digit(at_or_end(text, end)) && end - digits < 6; ++end)
    least = least * 10 + static_cast<unsigned>(text[end] - '0');
  if (end == digits || least == 0) return;
  fields.freq_end = end;
  fields.least = least;
}

}  // namespace

DottedFields dotted_fields_at(std::string_view text, std::size_t at, const Dialect& dialect) {
  DottedFields fields;
  std::size_t here = at;
  if (at == 0 || at_or_end(text, at) != '.') return {};
  fields.regular = !is_space(text[at - 1]);  // ` .mp.`
  std::size_t known = 0;
  bool closed = false;
  for (;;) {
    std::size_t begin = after_spaces(text, here + 1), end = after_letters(text, begin);
    if (end == begin) break;
    std::string name(text.substr(begin, end - begin));
    bool is_known = field_named(dialect, name) != nullptr;
    std::size_t sign = after_spaces(text, end);
    bool dot = at_or_end(text, sign) == '.', comma = at_or_end(text, sign) == ',';
    // Behind a dot that already closes, only a further closed field goes on: `.ti. ab .`
    if (closed && !(is_known && (dot || (is_boundary(text, sign) && begin == here + 1)))) break;
    if (!is_known && !(dot && end - begin == 2)) break;
    fields.regular &= begin == here + 1 && (!dot || sign == end) && !closed;
    fields.names.push_back(std::move(name));
    known += is_known ? 1 : 0;
    closed = dot;
    fields.end = dot ? sign + 1 : end;
    if (!dot && !comma) break;
    here = sign;
    if (comma && !is_letter(at_or_end(text, after_spaces(text, sign + 1)))) break;
  }
  bool last_is_open = !closed;
  bool ends = is_boundary(text, fields.end) || last_is_open == false;
  // What is not as it should be must be sure: known names, at the end of a word.
  bool sure = known == fields.names.size() && ends;
  fields.regular &= closed;
  if (fields.names.empty() || !(fields.regular || sure)) return {};
  if (last_is_open && !is_boundary(text, fields.end)) return {};
  take_frequency(text, fields);
  return fields;
}

// ----------------------------------------------------------------------------------- limits

namespace {

constexpr std::string_view kPublicationLimits[] = {
    "article",
    "journal article",
    "review",
    "review articles",
    "reviews",
    "systematic reviews",
    "systematic review",
    "meta analysis",
    "randomized controlled trial",
    "controlled clinical trial",
    "clinical trial",
    "case reports",
    "letter",
    "editorial",
    "comment",
    "news",
    "conference abstract",
    "conference paper",
    "conference review",
    "book",
    "chapter",
    "note",
    "short survey",
    "erratum",
    "guideline",
    "practice guideline",
    "dissertation",
    "dissertation abstract",
};

/// The end of one limit: a bracket that closes, or the next `and` or `or`.
std::size_t end_of_limit(std::string_view text, std::size_t at) {
  int open = 0;
  bool quoted = false;
  for (std::size_t i = at; i < text.size(); ++i) {
    char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    open += c == '(' ? 1 : 0;
    if (c == '[' || (c == ')' && open-- == 0)) return i;
    bool begins = i > at && is_space(text[i - 1]) && open == 0;
    if (begins && (has_word(text, i, "AND") || has_word(text, i, "OR") || has_word(text, i, "NOT")))
      return i;
  }
  return text.size();
}

const Field* field_of_words(std::string_view words, const Dialect& dialect) {
  std::string key = lower(words);
  for (char& c : key)
    if (c == '"') c = ' ';
  std::size_t first = key.find_first_not_of(' '), last = key.find_last_not_of(" .");
  if (first == npos || last == npos) return nullptr;
  key = key.substr(first, last - first + 1);
  for (const Value& language : kLanguages)
    if (key == language.code || key == std::string(language.code) + " language")
      return field_named(dialect, "LG");
  bool type = std::find(std::begin(kPublicationLimits), std::end(kPublicationLimits), key) !=
              std::end(kPublicationLimits);
  return type ? field_named(dialect, "PT") : nullptr;
}

}  // namespace

LimitItem limit_item_at(std::string_view text, std::size_t at, const Dialect& dialect) {
  LimitItem item;
  item.end = end_of_limit(text, at);
  while (item.end > at && is_space(text[item.end - 1])) --item.end;
  if (item.end == at) return {};
  std::size_t name_end = after_letters(text, at), sign = after_spaces(text, name_end);
  if (at_or_end(text, sign) == '=' && sign < item.end) {
    item.begin_inner = after_spaces(text, sign + 1);
    item.end_inner = item.end;
    item.field = field_named(dialect, text.substr(at, name_end - at));
    if (item.field != nullptr && item.field->use == Field::Use::unknown) item.field = nullptr;
    return item;
  }
  item.begin_inner = at;
  item.end_inner = item.end;
  item.field = field_of_words(text.substr(at, item.end - at), dialect);
  if (item.end_inner - at > 2 && text[at] == '"' && text[item.end_inner - 1] == '"') {
    ++item.begin_inner;
    --item.end_inner;
  }
  constexpr std::string_view kLanguage = " LANGUAGE";
  if (upper(text.substr(item.begin_inner, item.end_inner - item.begin_inner)).ends_with(kLanguage))
    item.end_inner -= kLanguage.size();
  return item;
}

// --------------------------------------------------------------------------------- commands

std::size_t limit_to_from(std::string_view text, std::size_t at) {
  bool quoted = false;
  for (std::size_t i = at; i < text.size(); ++i)
    if (text[i] == '"')
      quoted = !quoted;
    else if (!quoted && is_space(text[i]) && has_word(text, i + 1, "TO") &&
             is_space(at_or_end(text, i + 3)))
      return i + 1;
  return npos;
}

SetCommand set_command_at(std::string_view text, std::size_t at) {
  using Does = SetCommand::Does;
  if (has_word(text, at, "LIMIT") && is_space(at_or_end(text, at + 5)) &&
      limit_to_from(text, at + 5) != npos)
    return {Does::limits, at + 5};
  for (std::string_view words : {"REMOVE DUPLICATES FROM", "..DEDUP", "DEDUP"})
    if (has_word(text, at, words) && is_space(at_or_end(text, at + words.size())))
      return {Does::keeps, at + words.size()};
  if (has_word(text, at, "FROM") && is_digit(at_or_end(text, after_spaces(text, at + 4))) &&
      upper(text.substr(at)).find(" KEEP ") != npos)
    return {Does::picks, after_spaces(text, at + 4)};
  if (!text.substr(std::min(at, text.size())).starts_with("..")) return {};
  std::size_t end = after_letters(text, at + 2);
  std::string_view name = text.substr(at + 2, end - at - 2);
  if (name.empty()) return {};
  if (upper(name) == "L" && at_or_end(text, end) == '/') return {Does::shortens, end + 1};
  return {Does::leaves, text.size()};
}

std::size_t file_choice_at(std::string_view text, std::size_t at) {
  if (!has_word(text, at, "USE") || !is_space(at_or_end(text, at + 3))) return 0;
  std::size_t begin = after_spaces(text, at + 3), end = begin;
  while (is_letter(at_or_end(text, end)) || is_digit(at_or_end(text, end)) ||
         at_or_end(text, end) == ',')
    ++end;
  return end - begin >= 3 && is_boundary(text, end) ? end : 0;
}

}  // namespace litmine
