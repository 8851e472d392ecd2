#include "queries/headings.h"

#include "text/normalize.h"
#include "text/one_line.h"

namespace litmine {
namespace {

constexpr std::string_view kExplode = "exp ";

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return "";
  std::size_t last = text.find_last_not_of(kBlanks);
  return std::string(text.substr(first, last - first + 1));
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

/// "Wounds and Injuries"/ has quotes for its `and`.
std::string without_quotes(std::string text) {
  bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
  return quoted ? trimmed(std::string_view(text).substr(1, text.size() - 2)) : text;
}

/// Takes what stands up to one of `signs` from the front; `\` before a sign makes it a character.
std::string take_until(std::string_view& rest, std::string_view signs, bool escapes) {
  std::string taken;
  while (!rest.empty() && signs.find(rest.front()) == std::string_view::npos) {
    bool escape = escapes && rest.front() == '\\' && rest.size() > 1;
    if (escape) rest.remove_prefix(1);
    taken += rest.front();
    rest.remove_prefix(1);
  }
  return taken;
}

bool take_front(std::string_view& rest, std::string_view sign) {
  bool there = rest.starts_with(sign);
  if (there) rest.remove_prefix(sign.size());
  return there;
}

bool take_plus(std::string& text) {
  bool there = text.ends_with('+');
  if (there) text.pop_back();
  return there;
}

std::string escaped(std::string_view text, std::string_view signs) {
  std::string result;
  for (char c : text) {
    if (signs.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

Clause read_heading(std::string_view typed, HeadingSigns signs) {
  bool own = signs == HeadingSigns::own;
  Clause heading;
  heading.kind = Clause::Kind::heading;
  std::string whole = own ? std::string(typed) : trimmed(typed);
  std::string_view rest = whole;
  if (own) {
    heading.explode = take_front(rest, kExplode);
    heading.focus = take_front(rest, "*");
  }
  std::string text = take_until(rest, signs == HeadingSigns::none ? "" : "/", own);
  if (!own) text = without_quotes(trimmed(text));
  if (signs == HeadingSigns::plus) heading.explode = take_plus(text);
  heading.literal = one_line(normalized(text));
  while (!rest.empty()) {
    rest.remove_prefix(1);
    std::string_view ends = signs == HeadingSigns::slash ? "" : "/,";
    std::string subheading = lower_case(trimmed(take_until(rest, ends, own)));
    if (signs == HeadingSigns::plus) heading.explode |= take_plus(subheading);
    if (!subheading.empty()) heading.subheadings.push_back(std::move(subheading));
  }
  return heading;
}

std::string write_heading(const Clause& heading, HeadingSigns signs) {
  bool own = signs == HeadingSigns::own;
  std::string text;
  if (own && heading.explode) text += kExplode;
  if (own && heading.focus) text += '*';
  std::string literal = own ? escaped(heading.literal, "\\/}") : heading.literal;
  bool like_a_sign =
      own && ((literal.starts_with(kExplode) && !heading.explode && !heading.focus) ||
              (literal.starts_with('*') && !heading.focus));
  if (like_a_sign) literal.insert(0, "\\");
  text += literal;
  if (signs == HeadingSigns::plus && heading.explode) text += '+';
  if (signs == HeadingSigns::none) return text;
  for (std::size_t i = 0; i < heading.subheadings.size(); ++i) {
    text += own && i > 0 ? ',' : '/';
    text += own ? escaped(heading.subheadings[i], "\\/},") : heading.subheadings[i];
  }
  return text;
}

}  // namespace litmine
