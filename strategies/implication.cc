// By structure: an OR implies what all its operands imply, an AND what one of them implies, and at
// the bottom a word implies a word by its letters (covers.h), a phrase its words and the phrases
// within it, a proximity its operands and the same proximity with more room.
#include "strategies/implication.h"

#include <algorithm>
#include <vector>

#include "queries/variants.h"
#include "strategies/covers.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr std::size_t kMostForms = 2000;  // pairs of forms that are compared for two words

bool within_parts(Parts narrow, Parts wide) { return (narrow - wide).empty(); }

/// Worth remembering: the same two clauses may be compared by many ways.
bool has_lists(const Clause& clause) {
  return !clause.operands.empty() && clause.kind != Kind::phrase;
}

bool all_words(const Clause& clause) {
  return std::all_of(clause.operands.begin(), clause.operands.end(),
                     [](const Clause& operand) { return operand.kind == Kind::word; });
}

bool has_skips(const Clause& phrase) {
  return std::any_of(phrase.operands.begin(), phrase.operands.end(),
                     [](const Clause& word) { return word.skip > 0; });
}

/// The words of a phrase or a word, in order; nothing for anything else.
std::vector<const Clause*> words_of(const Clause& clause) {
  if (clause.kind == Kind::word) return {&clause};
  std::vector<const Clause*> words;
  if (clause.kind == Kind::phrase && all_words(clause) && !has_skips(clause))
    for (const Clause& word : clause.operands) words.push_back(&word);
  return words;
}

/// Every stretch of words that meets `a` meets `b`: for operands of a proximity.
bool same_places(const Clause& a, const Clause& b, WordForms& forms) {
  if (a.kind == Kind::any_of)
    return std::all_of(a.operands.begin(), a.operands.end(),
                       [&](const Clause& operand) { return same_places(operand, b, forms); });
  if (a.same_as(b)) return true;
  if (b.kind == Kind::any_of)
    return std::any_of(b.operands.begin(), b.operands.end(),
                       [&](const Clause& operand) { return same_places(a, operand, forms); });
  std::vector<const Clause*> in_a = words_of(a), in_b = words_of(b);
  if (!in_a.empty())
    return in_a.size() == in_b.size() &&
           std::equal(in_a.begin(), in_a.end(), in_b.begin(),
                      [&](const Clause* x, const Clause* y) { return forms.implies(*x, *y); });
  if (a.kind != Kind::near || b.kind != Kind::near) return false;
  bool room = a.operands.size() == b.operands.size() && a.between <= b.between &&
              (a.ordered || !b.ordered) && a.together == b.together &&
              (b.skips_stop_words || !a.skips_stop_words);
  if (!room) return false;
  auto alike = [&](const Clause& x, const Clause& y) { return same_places(x, y, forms); };
  if (std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), alike)) return true;
  return !b.ordered && a.operands.size() == 2 && alike(a.operands[0], b.operands[1]) &&
         alike(a.operands[1], b.operands[0]);
}

/// The phrase `b` stands within the phrase `a`.
bool holds_phrase(const std::vector<const Clause*>& a, const std::vector<const Clause*>& b,
                  WordForms& forms) {
  for (std::size_t at = 0; at + b.size() <= a.size(); ++at) {
    auto from = a.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::equal(b.begin(), b.end(), from,
                   [&](const Clause* y, const Clause* x) { return forms.implies(*x, *y); }))
      return true;
  }
  return false;
}

/// The words of the phrase stand in the order and the distances that `near` asks for. For a
/// proximity of words, taken one after the other from the left.
bool phrase_meets(std::vector<const Clause*> phrase, const Clause& near, WordForms& forms) {
  if (!all_words(near) || near.together) return false;
  auto found = [&](const std::vector<const Clause*>& words) {
    for (std::size_t start = 0; start < words.size(); ++start) {
      std::size_t at = start, operand = 0;
      if (!forms.implies(*words[at], near.operands[0])) continue;
      for (operand = 1; operand < near.operands.size(); ++operand) {
        std::size_t next = at + 1;
        while (next < words.size() && next - at - 1 <= near.between &&
               !forms.implies(*words[next], near.operands[operand]))
          ++next;
        if (next >= words.size() || next - at - 1 > near.between) break;
        at = next;
      }
      if (operand == near.operands.size()) return true;
    }
    return false;
  };
  if (found(phrase)) return true;
  std::reverse(phrase.begin(), phrase.end());
  return !near.ordered && found(phrase);
}

}  // namespace

const std::vector<Pattern>& WordForms::of(const Clause& word) {
  auto it = forms_.find(&word);
  if (it != forms_.end()) return it->second;
  std::vector<Pattern> forms;
  if (word.pattern.is_literal() && word.variants.any()) {
    for (const std::string& form : variants_of(word.pattern.literal_prefix(), word.variants))
      forms.emplace_back(form);
  } else {
    forms.push_back(word.pattern);
  }
  return forms_.emplace(&word, std::move(forms)).first->second;
}

bool WordForms::implies(const Clause& a, const Clause& b) {
  if (a.pattern == b.pattern && (a.variants == b.variants || !a.variants.any())) return true;
  const std::vector<Pattern>&of_a = of(a), &of_b = of(b);
  if (of_a.size() * of_b.size() > kMostForms) return false;
  return std::all_of(of_a.begin(), of_a.end(), [&](const Pattern& narrow) {
    return std::any_of(of_b.begin(), of_b.end(),
                       [&](const Pattern& wide) { return covers(wide, narrow); });
  });
}

bool Implication::implies(const Placed& a, const Placed& b) {
  if (a.clause == b.clause && within_parts(a.parts, b.parts)) return true;
  const bool remembered = has_lists(*a.clause) || has_lists(*b.clause);
  auto key = std::pair(a.clause, b.clause);  // a clause of a tree has its parts from the tree
  if (remembered)
    if (auto it = known_.find(key); it != known_.end()) return it->second;
  if (steps_ == 0) return false;
  --steps_;
  bool proven = prove(a, b);
  if (remembered) known_[key] = proven;
  return proven;
}

/// The simple shapes of `a`, then those of `b`, then both as they stand.
bool Implication::prove(const Placed& a, const Placed& b) {
  const Clause &left = *a.clause, &right = *b.clause;
  if (left.kind == Kind::nothing) return true;
  if (right.kind == Kind::nothing) return false;
  if (left.kind == Kind::within) return implies({&left.operands.front(), left.parts}, b);
  if (right.kind == Kind::within) return implies(a, {&right.operands.front(), right.parts});
  if (left.kind == Kind::any_of)
    return std::all_of(left.operands.begin(), left.operands.end(), [&](const Clause& operand) {
      return implies({&operand, a.parts}, b);
    });
  if (right.kind == Kind::all_of && implies_every(a, b)) return true;
  if (right.kind == Kind::except && excludes(a, b)) return true;
  bool by_an_operand =
      right.kind == Kind::any_of &&
      std::any_of(right.operands.begin(), right.operands.end(), [&](const Clause& operand) {
        return implies(a, {&operand, b.parts});
      });
  return by_an_operand || implies_list(a, b) || leaf_implies(a, b);
}

bool Implication::implies_every(const Placed& a, const Placed& b) {
  return std::all_of(b.clause->operands.begin(), b.clause->operands.end(),
                     [&](const Clause& operand) {
                       return implies(a, {&operand, b.parts});
                     });
}

/// `a NOT x` implies `a NOT y` if y implies x.
bool Implication::excludes(const Placed& a, const Placed& b) {
  const Clause &left = *a.clause, &right = *b.clause;
  if (!implies(a, {&right.operands.front(), b.parts}) || left.kind != Kind::except) return false;
  return std::all_of(right.operands.begin() + 1, right.operands.end(), [&](const Clause& out) {
    return std::any_of(left.operands.begin() + 1, left.operands.end(), [&](const Clause& mine) {
      return implies({&out, b.parts}, {&mine, a.parts});
    });
  });
}

/// One operand of an AND (the first of a NOT, any of a proximity) is enough.
bool Implication::implies_list(const Placed& a, const Placed& b) {
  const Clause& left = *a.clause;
  auto one = [&](const Clause& operand) { return implies({&operand, a.parts}, b); };
  if (left.kind == Kind::except || left.kind == Kind::same_entry || left.kind == Kind::frequent)
    return one(left.operands.front());
  return (left.kind == Kind::all_of || left.kind == Kind::near) &&
         std::any_of(left.operands.begin(), left.operands.end(), one);
}

bool Implication::leaf_implies(const Placed& a, const Placed& b) {
  const Clause &left = *a.clause, &right = *b.clause;
  if (left.kind == Kind::years && right.kind == Kind::years)
    return right.from <= left.from && left.to <= right.to;
  if (!within_parts(a.parts, b.parts)) return false;
  if (left.same_as(right)) return true;
  if (left.kind == Kind::frequent && right.kind == Kind::frequent)
    return left.least >= right.least && left.operands.front().same_as(right.operands.front()) &&
           a.parts == b.parts;
  if (left.kind == Kind::near) return same_places(left, right, forms_);
  std::vector<const Clause*> words = words_of(left);
  if (words.empty()) return false;
  if (right.kind == Kind::near) return phrase_meets(words, right, forms_);
  std::vector<const Clause*> wanted = words_of(right);
  return !wanted.empty() && holds_phrase(words, wanted, forms_);
}

bool Implication::can_match(const Placed& placed) {
  if (auto it = matchable_.find(placed.clause); it != matchable_.end()) return it->second;
  const bool can = can_match_at_all(placed);
  matchable_[placed.clause] = can;
  return can;
}

bool Implication::can_match_at_all(const Placed& placed) {
  const Clause& clause = *placed.clause;
  auto can = [&](const Clause& operand) {
    return can_match({&operand, clause.kind == Kind::within ? clause.parts : placed.parts});
  };
  const auto& operands = clause.operands;
  if (clause.kind == Kind::nothing) return false;
  if (clause.kind == Kind::any_of) return std::any_of(operands.begin(), operands.end(), can);
  if (clause.kind == Kind::except) {
    const Placed first{&operands.front(), placed.parts};
    return can(operands.front()) &&
           std::none_of(operands.begin() + 1, operands.end(), [&](const Clause& out) {
             return implies(first, {&out, placed.parts});
           });
  }
  if (clause.kind == Kind::all_of) {
    int from = 0, to = 9999;
    for (const Clause& operand : operands)
      if (operand.kind == Kind::years) {
        from = std::max(from, operand.from);
        to = std::min(to, operand.to);
      }
    if (from > to) return false;
  }
  return std::all_of(operands.begin(), operands.end(), can);
}

}  // namespace litmine
