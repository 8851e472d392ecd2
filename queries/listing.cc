// The tokens of a string as a person sees them. Bytes that the lexer set aside with a remark (a
// stray quote, a character it cannot read) are listed as "other", so that nothing is missing from
// the list.
#include <algorithm>
#include <optional>

#include "queries/dialect.h"
#include "queries/history_text.h"
#include "queries/query_text.h"
#include "queries/remarks.h"
#include "queries/tokens.h"

namespace litmine {
namespace {

std::string_view kind_of(const Token& token) {
  switch (token.kind) {
    case Token::Kind::word:
      return "word";
    case Token::Kind::phrase:
      return "quoted";
    case Token::Kind::exact:
      return "exact";
    case Token::Kind::open:
    case Token::Kind::close:
      return "bracket";
    case Token::Kind::join:
      return "operator";
    case Token::Kind::field:
    case Token::Kind::behind:
      return "field";
    case Token::Kind::years:
      return "years";
    case Token::Kind::limit:
    case Token::Kind::exclude:
      return "limit";
    case Token::Kind::lines:
      return "line";
    case Token::Kind::heading:
      return "heading";
  }
  return "other";
}

/// What stands between two tokens, without the space around it.
void add_rest(std::string_view source, Span between, std::vector<QueryToken>& tokens) {
  while (between.begin < between.end && is_space(source[between.begin])) ++between.begin;
  while (between.begin < between.end && is_space(source[between.end - 1])) --between.end;
  if (!between.empty()) tokens.push_back({between, "other"});
}

/// The tokens of the bytes `window`; `at` is the byte up to which all is listed.
void add_tokens(std::string_view source, Span window, const Dialect& dialect, bool in_history,
                std::vector<QueryToken>& tokens, std::uint32_t& at) {
  Remarks unread;
  const QueryText text = read_characters(source, dialect, unread, window);
  for (const Token& token : cut_tokens(text, dialect, unread, in_history)) {
    const Span where = text.where(token.begin, token.end);
    add_rest(source, {at, where.begin}, tokens);
    tokens.push_back({where, kind_of(token)});
    at = where.end;
  }
}

}  // namespace

std::vector<QueryToken> tokens_of(std::string_view source, const Dialect& dialect) {
  std::vector<QueryToken> tokens;
  std::uint32_t at = 0;
  const Span whole{0, static_cast<std::uint32_t>(source.size())};
  std::vector<Span> windows{whole};
  const std::optional<HistoryText> history = cut_history(source, dialect);
  if (history) {
    windows.clear();
    for (const HistoryText::Line& line : history->lines) windows.push_back(line.where);
    std::sort(windows.begin(), windows.end());
  }
  for (Span window : windows)
    if (!window.empty()) add_tokens(source, window, dialect, history.has_value(), tokens, at);
  add_rest(source, {at, whole.end}, tokens);
  return tokens;
}

}  // namespace litmine
