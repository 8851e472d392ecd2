#include "queries/normal_form.h"

#include <algorithm>
#include <iterator>

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// Sorts equal trees together and different ones always the same way.
std::string key(const Clause& clause) {
  if (clause.kind == Kind::word) {
    std::string flags;
    flags += clause.variants.plurals ? 'p' : '-';
    flags += clause.variants.spelling ? 's' : '-';
    flags += clause.variants.lemmas ? 'l' : '-';
    flags += clause.variants.greek ? 'g' : '-';
    return clause.pattern.text() + '~' + flags;
  }
  std::string text = label(clause) + '(';
  for (const Clause& operand : clause.operands) text += key(operand) + ' ';
  return text + ')';
}

void sort_operands(Clause& clause, std::ptrdiff_t from = 0) {
  std::vector<std::pair<std::string, Clause>> keyed;
  for (auto it = clause.operands.begin() + from; it != clause.operands.end(); ++it)
    keyed.emplace_back(key(*it), std::move(*it));
  std::sort(keyed.begin(), keyed.end(), [](auto& a, auto& b) { return a.first < b.first; });
  auto end =
      std::unique(keyed.begin(), keyed.end(), [](auto& a, auto& b) { return a.first == b.first; });
  clause.operands.erase(clause.operands.begin() + from, clause.operands.end());
  for (auto it = keyed.begin(); it != end; ++it) clause.operands.push_back(std::move(it->second));
}

void append(std::vector<Clause>& list, std::vector<Clause>&& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

/// Operands of the same kind become operands of this one.
void flatten(Clause& clause) {
  std::vector<Clause> operands;
  for (Clause& operand : clause.operands) {
    if (operand.kind == clause.kind)
      append(operands, std::move(operand.operands));
    else
      operands.push_back(std::move(operand));
  }
  clause.operands = std::move(operands);
}

/// Several ranges of years, all to be met, are one; each becomes it, and doubles are dropped later.
void intersect_years(Clause& all_of) {
  Clause* first = nullptr;
  for (Clause& operand : all_of.operands) {
    if (operand.kind != Kind::years) continue;
    if (first == nullptr) {
      first = &operand;
      continue;
    }
    first->from = std::max(first->from, operand.from);
    first->to = std::min(first->to, operand.to);
  }
  for (Clause& operand : all_of.operands)
    if (first != nullptr && operand.kind == Kind::years) {
      operand.from = first->from;
      operand.to = first->to;
    }
}

Clause normal_except(Clause clause);

Clause normal_list(Clause clause) {
  flatten(clause);
  if (clause.kind == Kind::all_of) {
    intersect_years(clause);
    std::vector<Clause> without;
    for (Clause& operand : clause.operands) {
      if (operand.kind != Kind::except) continue;
      Clause kept = std::move(operand.operands.front());
      operand.operands.erase(operand.operands.begin());
      append(without, std::move(operand.operands));
      operand = std::move(kept);
    }
    if (!without.empty()) {
      Clause except;
      except.kind = Kind::except;
      except.operands.push_back(normal_list(std::move(clause)));
      append(except.operands, std::move(without));
      return normal_except(std::move(except));
    }
  }
  sort_operands(clause);
  if (clause.operands.size() == 1) return Clause(clause.operands.front());
  return clause;
}

Clause normal_except(Clause clause) {
  std::vector<Clause> operands;
  Clause first = std::move(clause.operands.front());
  std::vector<Clause> rest(std::make_move_iterator(clause.operands.begin() + 1),
                           std::make_move_iterator(clause.operands.end()));
  if (first.kind == Kind::except) {
    operands = std::move(first.operands);
  } else {
    operands.push_back(std::move(first));
  }
  for (Clause& without : rest) {
    if (without.kind == Kind::any_of)
      append(operands, std::move(without.operands));
    else
      operands.push_back(std::move(without));
  }
  clause.operands = std::move(operands);
  sort_operands(clause, 1);
  return clause;
}

Clause normal_near(Clause clause) {
  auto is_words = [](const Clause& c) { return c.kind == Kind::word || c.kind == Kind::phrase; };
  bool phrase = clause.ordered && clause.between == 0 &&
                std::all_of(clause.operands.begin(), clause.operands.end(), is_words);
  if (phrase) {
    Clause words;
    words.kind = Kind::phrase;
    for (Clause& operand : clause.operands) {
      if (operand.kind == Kind::phrase)
        append(words.operands, std::move(operand.operands));
      else
        words.operands.push_back(std::move(operand));
    }
    return words;
  }
  if (!clause.ordered && clause.operands.size() == 2 &&
      key(clause.operands[1]) < key(clause.operands[0]))
    std::swap(clause.operands[0], clause.operands[1]);
  return clause;
}

}  // namespace

Clause normal_form(const Clause& clause) {
  Clause result = clause;
  for (Clause& operand : result.operands) operand = normal_form(operand);
  switch (result.kind) {
    case Kind::any_of:
    case Kind::all_of:
      return normal_list(std::move(result));
    case Kind::except:
      return normal_except(std::move(result));
    case Kind::near:
      return normal_near(std::move(result));
    case Kind::within:
      if (result.operands.front().kind == Kind::within) return Clause(result.operands.front());
      return result;
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::same_entry:
    case Kind::years:
    case Kind::heading:
    case Kind::frequent:
      return result;
  }
  return result;
}

}  // namespace litmine
