// `bile duct[tiab]`: where words side by side are one term, they become one token, so that phrases,
// headings and the letters before a wildcard are read from the term as it was typed.
#include <algorithm>

#include "queries/tokens.h"

namespace litmine {
namespace {

using Kind = Token::Kind;

/// `"2010/01/01"[dp] : "2020/12/31"[dp]`: five tokens, and the last field is said of them all.
bool is_range_of_dates(const std::vector<Token>& tokens, std::size_t at, const QueryText& text) {
  if (at + 4 >= tokens.size()) return false;
  auto is_term = [](const Token& token) {
    return token.kind == Kind::word || token.kind == Kind::phrase;
  };
  auto is_date_field = [](const Token& token) {
    return token.kind == Kind::behind && token.field.use == Field::Use::years;
  };
  const Token& colon = tokens[at + 2];
  return is_term(tokens[at]) && is_date_field(tokens[at + 1]) && colon.kind == Kind::word &&
         text.text.compare(colon.begin, colon.end - colon.begin, ":") == 0 &&
         is_term(tokens[at + 3]) && is_date_field(tokens[at + 4]);
}

Token joined(const Token& first, const Token& last) {
  Token token;
  token.kind = Kind::word;
  token.begin = first.begin;
  token.end = last.end;
  return token;
}

}  // namespace

std::vector<Token> with_words_joined(std::vector<Token> tokens, const QueryText& text,
                                     const Dialect& dialect) {
  if (dialect.joined_words == JoinedWords::never) return tokens;
  std::vector<Token> result;
  result.reserve(tokens.size());
  for (std::size_t at = 0; at < tokens.size();) {
    if (is_range_of_dates(tokens, at, text)) {
      result.push_back(joined(tokens[at], tokens[at + 3]));
      at += 4;
      continue;
    }
    std::size_t end = at;
    while (end < tokens.size() && tokens[end].kind == Kind::word &&
           (end == at || !is_range_of_dates(tokens, end, text)))
      ++end;
    bool field_behind = end < tokens.size() && tokens[end].kind == Kind::behind;
    if (end > at + 1 && (field_behind || dialect.joined_words == JoinedWords::always)) {
      result.push_back(joined(tokens[at], tokens[end - 1]));
      at = end;
    } else {
      end = std::max(end, at + 1);
      while (at < end) result.push_back(std::move(tokens[at++]));
    }
  }
  return result;
}

}  // namespace litmine
