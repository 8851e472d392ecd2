// `bile duct[tiab]`, `(a or b).ti,ab.`: a field that stands behind what it says is moved before it,
// with the number of tokens that belong to it. In brackets all of them do; of bare words all that
// stand side by side, because these databases read them as one term.
#include <algorithm>

#include "queries/tokens.h"

namespace litmine {
namespace {

using Kind = Token::Kind;

/// The bracket that `close` (a position in `tokens`) closes; its own position if there is none.
std::size_t opening_of(const std::vector<Token>& tokens, std::size_t close) {
  std::size_t level = 0;
  for (std::size_t at = close + 1; at-- > 0;) {
    if (tokens[at].kind == Kind::close) ++level;
    if (tokens[at].kind == Kind::open && --level == 0) return at;
  }
  return close;
}

/// Where that begins which a field behind the last of `tokens` is said of; their number: nothing.
std::size_t begin_of_operand(const std::vector<Token>& tokens, std::size_t free_from) {
  if (tokens.empty()) return 0;
  std::size_t last = tokens.size() - 1;
  switch (tokens[last].kind) {
    case Kind::close: {
      std::size_t open = opening_of(tokens, last);
      return open == last ? tokens.size() : open;
    }
    case Kind::word: {
      std::size_t begin = last;
      while (begin > 0 && tokens[begin - 1].kind == Kind::word) --begin;
      // Words before this field that another one already covers are its own.
      begin = std::max(begin, std::min(free_from, last));
      return begin;
    }
    case Kind::phrase:
    case Kind::exact:
      return last;
    case Kind::open:
    case Kind::join:
    case Kind::field:
    case Kind::behind:
    case Kind::years:
    case Kind::limit:
    case Kind::exclude:
    case Kind::lines:
    case Kind::heading:
      break;
  }
  return tokens.size();
}

/// Is the token at `at` under a field that has been moved before it? From `free_from` on none is.
bool is_covered(const std::vector<Token>& tokens, std::size_t at, std::size_t free_from) {
  if (at >= free_from) return false;
  for (std::size_t i = 0; i < at; ++i)
    if (tokens[i].covers > 0 && at <= i + tokens[i].covers) return true;
  return false;
}

/// Where the operand begins that ends with the token at `last`; `last + 1`: that ends none.
std::size_t begin_of_part(const std::vector<Token>& tokens, std::size_t last) {
  switch (tokens[last].kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::lines:
      return last;
    case Kind::close: {
      std::size_t open = opening_of(tokens, last);
      return open == last ? last + 1 : open;
    }
    case Kind::open:
    case Kind::join:
    case Kind::field:
    case Kind::behind:
    case Kind::years:
    case Kind::limit:
    case Kind::exclude:
    case Kind::heading:
      break;
  }
  return last + 1;
}

/// Where side by side means adjacent, a field behind is said of all that stands side by side or at
/// a distance: `home adj3 help.ti.`
std::size_t begin_of_chain(const std::vector<Token>& tokens, std::size_t free_from) {
  if (tokens.empty()) return 0;
  std::size_t begin = begin_of_part(tokens, tokens.size() - 1);
  while (begin > 0 && begin < tokens.size() && !is_covered(tokens, begin, free_from)) {
    std::size_t before = begin - 1;
    bool distance =
        tokens[before].kind == Kind::join && tokens[before].join->kind == Clause::Kind::near;
    if (distance && before == 0) break;
    std::size_t last = distance ? before - 1 : before;
    std::size_t next = begin_of_part(tokens, last);
    if (next > last || is_covered(tokens, last, free_from)) break;
    begin = next;
  }
  return begin;
}

}  // namespace

std::vector<Token> with_fields_first(std::vector<Token> tokens, const QueryText& text,
                                     const Dialect& dialect, Remarks& remarks) {
  if (!is_behind(dialect.field_syntax)) return tokens;
  std::vector<Token> ordered;
  std::size_t free_from = 0;  // no field covers a token from here on
  ordered.reserve(tokens.size());
  for (Token& token : tokens) {
    if (token.kind != Kind::behind) {
      ordered.push_back(std::move(token));
      continue;
    }
    bool chains = dialect.adjacency.kind == Clause::Kind::near;
    std::size_t begin =
        chains ? begin_of_chain(ordered, free_from) : begin_of_operand(ordered, free_from);
    if (begin == ordered.size()) {
      std::string typed = text.text.substr(token.begin, token.end - token.begin);
      remarks.add(Diagnostic::Level::error, "field-without-term",
                  text.where(token.begin, token.end),
                  "there is nothing to search before " + cited(typed), "left out");
      continue;
    }
    token.kind = Kind::field;
    token.covers = ordered.size() - begin;
    ordered.insert(ordered.begin() + static_cast<std::ptrdiff_t>(begin), std::move(token));
    free_from = ordered.size();
  }
  return ordered;
}

}  // namespace litmine
