// Clauses made here rather than read: what a loosened term or a changed query consists of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "queries/query.h"

namespace litmine {

inline Clause make_clause(Clause::Kind kind, std::vector<Clause> operands = {}) {
  Clause clause;
  clause.kind = kind;
  clause.operands = std::move(operands);
  return clause;
}

/// A word without wildcards and variants; `letters` are folded.
inline Clause make_word(std::string letters) {
  Clause clause = make_clause(Clause::Kind::word);
  clause.pattern = Pattern(std::move(letters));
  return clause;
}

/// All words that begin with these (folded) letters.
inline Clause make_truncated(std::string_view letters) {
  Clause clause = make_clause(Clause::Kind::word);
  clause.pattern.add_letters(letters);
  clause.pattern.add_gap(0, Pattern::kAnyRun);
  return clause;
}

/// One word is itself, several are a phrase.
inline Clause make_phrase(std::vector<Clause> words) {
  if (words.size() == 1) return Clause(std::move(words.front()));
  return make_clause(Clause::Kind::phrase, std::move(words));
}

inline Clause make_near(std::vector<Clause> operands, std::uint32_t between, bool ordered) {
  if (operands.size() == 1) return Clause(std::move(operands.front()));
  Clause clause = make_clause(Clause::Kind::near, std::move(operands));
  clause.between = between;
  clause.ordered = ordered;
  return clause;
}

/// One is itself; alternatives below alternatives become one list.
inline Clause make_any_of(std::vector<Clause> operands) {
  std::vector<Clause> flat;
  for (Clause& operand : operands) {
    if (operand.kind != Clause::Kind::any_of) {
      flat.push_back(std::move(operand));
      continue;
    }
    for (Clause& below : operand.operands) flat.push_back(std::move(below));
  }
  if (flat.size() == 1) return Clause(std::move(flat.front()));
  return make_clause(Clause::Kind::any_of, std::move(flat));
}

inline Clause make_within(Parts parts, Clause operand) {
  Clause clause = make_clause(Clause::Kind::within, {std::move(operand)});
  clause.parts = parts;
  return clause;
}

}  // namespace litmine
