// What the tree says by itself: terms that repeat or cover each other, conditions that fulfil each
// other, clauses that cannot match, brackets that do nothing. All of it is proven (implication.h).
#include <algorithm>
#include <optional>
#include <set>

#include "queries/normal_form.h"
#include "queries/remarks.h"
#include "strategies/lint_parts.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Level = Diagnostic::Level;

class Logic {
 public:
  Logic(const Examined& examined, Implication& implication)
      : examined_(examined), layout_(examined.layout), implication_(implication) {
    redundant_.flagged.assign(layout_.size(), false);
  }

  Redundant examine() {
    for (std::size_t node = 0; node < layout_.size(); ++node) {
      switch (kind(node)) {
        case Kind::any_of:
          if (is_top_of(Kind::any_of, node)) alternatives(node);
          break;
        case Kind::all_of:
          if (is_top_of(Kind::all_of, node)) conditions(node);
          break;
        case Kind::except:
          subtractions(node);
          break;
        default:
          break;
      }
      matchable(node);
      brackets(node);
    }
    if (implication_.gave_up())
      examined_.add(Level::note, "not-compared", {},
                    "the string has too many terms to compare all of them with each other",
                    "some repeated or implied terms may not be reported");
    return std::move(redundant_);
  }

 private:
  Kind kind(std::size_t node) const { return layout_[node].clause->kind; }
  Placed placed(std::size_t node) const { return {layout_[node].clause, layout_[node].parts}; }
  bool implies(std::size_t a, std::size_t b) { return implication_.implies(placed(a), placed(b)); }
  bool is_top_of(Kind of, std::size_t node) const {
    return node == 0 || kind(layout_[node].parent) != of;
  }
  bool in_proximity(std::size_t node) const {
    for (std::size_t at = node; at != 0; at = layout_[at].parent)
      if (kind(layout_[at].parent) == Kind::near) return true;
    return false;
  }

  std::vector<std::size_t> flat_operands(std::size_t list) const;
  bool same(std::size_t a, std::size_t b) const;
  void flag(std::size_t node, std::size_t by, std::string_view code, std::string why);
  void alternatives(std::size_t list);
  void conditions(std::size_t list);
  void partly(std::size_t node, const std::vector<std::size_t>& conditions);
  void subtractions(std::size_t except);
  void matchable(std::size_t node);
  void brackets(std::size_t node);

  const Examined& examined_;
  const Layout& layout_;
  Implication& implication_;
  Redundant redundant_;
};

/// Operands of an OR below the same OR are operands of it: brackets change nothing there.
std::vector<std::size_t> Logic::flat_operands(std::size_t list) const {
  std::vector<std::size_t> flat;
  for (std::size_t at = list + 1; at < layout_[list].end;) {
    if (kind(at) == kind(list)) {
      ++at;
    } else {
      flat.push_back(at);
      at = layout_[at].end;
    }
  }
  return flat;
}

bool Logic::same(std::size_t a, std::size_t b) const {
  return layout_[a].parts == layout_[b].parts &&
         normal_form(*layout_[a].clause).same_as(normal_form(*layout_[b].clause));
}

void Logic::flag(std::size_t node, std::size_t by, std::string_view code, std::string why) {
  redundant_.flagged[node] = true;
  examined_.add(Level::warning, code, layout_[node].clause->where,
                examined_.named(node) + std::move(why) + examined_.named(by),
                "leaving it out changes nothing");
}

void Logic::alternatives(std::size_t list) {
  const bool near = in_proximity(list);  // there a stretch counts, not the study
  const std::vector<std::size_t> terms = flat_operands(list);
  for (std::size_t i = 0; i < terms.size() && !implication_.gave_up(); ++i) {
    std::optional<std::size_t> covered_by;
    bool repeated = false;
    for (std::size_t j = 0; j < terms.size(); ++j) {
      const std::size_t one = terms[i], other = terms[j];
      if (i == j || redundant_.flagged[other] || kind(one) == Kind::nothing) continue;
      if (near && (kind(one) != Kind::word || kind(other) != Kind::word)) continue;
      if (!implies(one, other)) continue;
      if (i < j && implies(other, one)) continue;  // the later of two alike is the one to go
      covered_by = other;
      repeated = same(one, other);
      break;
    }
    if (covered_by && repeated)
      flag(terms[i], *covered_by, "term-repeated", " stands here again, after ");
    else if (covered_by)
      flag(terms[i], *covered_by, "term-implied", " finds nothing that is not found by ");
  }
}

void Logic::conditions(std::size_t list) {
  const std::vector<std::size_t> conditions = flat_operands(list);
  for (std::size_t i = 0; i < conditions.size() && !implication_.gave_up(); ++i) {
    const std::size_t one = conditions[i];
    std::optional<std::size_t> fulfilled_by;
    for (std::size_t j = 0; j < conditions.size() && !fulfilled_by; ++j) {
      const std::size_t other = conditions[j];
      bool comparable = i != j && !redundant_.flagged[other] && kind(other) != Kind::nothing;
      if (!comparable || !implies(other, one)) continue;
      if (i < j && implies(one, other)) continue;
      fulfilled_by = other;
    }
    if (fulfilled_by && same(one, *fulfilled_by))
      flag(one, *fulfilled_by, "term-repeated", " stands here again, after ");
    else if (fulfilled_by)
      flag(one, *fulfilled_by, "operand-implied", " is fulfilled by whatever meets ");
    else
      partly(one, conditions);
  }
}

/// "2 of 5 terms of (...) fulfil it": the condition bites only where the others alone are met.
void Logic::partly(std::size_t node, const std::vector<std::size_t>& conditions) {
  if (kind(node) == Kind::years) return;
  for (std::size_t other : conditions) {
    if (other == node || kind(other) != Kind::any_of) continue;
    const std::vector<std::size_t> terms = flat_operands(other);
    std::string examples;
    std::size_t fulfil = 0;
    for (std::size_t term : terms) {
      if (kind(term) == Kind::nothing || !implies(term, node)) continue;
      if (++fulfil <= 3) examples += (fulfil > 1 ? ", " : "") + examined_.named(term);
      if (fulfil == 4) examples += ", …";
    }
    if (fulfil == 0) continue;
    examined_.add(Level::note, "operand-partly-implied", layout_[node].clause->where,
                  examined_.named(node) + " is fulfilled by whatever meets " +
                      std::to_string(fulfil) + " of the " + std::to_string(terms.size()) +
                      " terms of " + examined_.named(other) + " (" + examples + ')',
                  "it only restricts the other terms");
  }
}

void Logic::subtractions(std::size_t except) {
  const std::vector<std::size_t> operands = operands_of(layout_, except);
  const std::size_t first = operands.front();
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const std::size_t out = operands[i];
    Span where = layout_[out].clause->where;
    if (implication_.can_match(placed(first)) && implies(first, out)) {
      examined_.add(Level::warning, "not-removes-everything", where,
                    "whatever meets " + examined_.named(first) + " meets " + examined_.named(out) +
                        ", so NOT removes everything",
                    "no study can match");
      continue;
    }
    std::optional<std::size_t> before;
    for (std::size_t j = 1; j < operands.size() && !before; ++j)
      if (j != i && implies(out, operands[j]) && (j < i || !implies(operands[j], out)))
        before = operands[j];
    const Clause& left = *layout_[first].clause;
    if (left.kind == Kind::except)
      for (std::size_t at : operands_of(layout_, first))
        if (!before && layout_[at].operand > 0 && implies(out, at)) before = at;
    if (before)
      examined_.add(Level::warning, "not-removes-nothing", where,
                    "what meets " + examined_.named(out) + " is removed already, by " +
                        examined_.named(*before),
                    "leaving it out changes nothing");
    else if (kind(out) != Kind::nothing && !implication_.can_match(placed(out)))
      examined_.add(Level::warning, "not-removes-nothing", where,
                    "no study can match " + examined_.named(out) + ", so NOT removes nothing",
                    "leaving it out changes nothing");
  }
}

/// Says it of the topmost clause that cannot match, and names the one at fault below it.
void Logic::matchable(std::size_t node) {
  if (implication_.can_match(placed(node))) return;
  if (node != 0 && !implication_.can_match(placed(layout_[node].parent))) return;
  if (kind(node) == Kind::nothing) return;  // remarked when it was read
  std::size_t culprit = node;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::size_t at : operands_of(layout_, culprit))
      if (layout_[at].operand == 0 || kind(culprit) != Kind::except)
        if (!implication_.can_match(placed(at))) {
          culprit = at;
          deeper = true;
          break;
        }
  }
  std::string because = "its conditions exclude each other";
  if (kind(culprit) == Kind::nothing)
    because = "a term is missing in it";
  else if (kind(culprit) == Kind::all_of)
    because = "no year is in all of its ranges";
  else if (kind(culprit) == Kind::except)
    because = "NOT removes everything";
  examined_.add(Level::warning, "never-matches", layout_[node].clause->where,
                "no study can match " + examined_.named(node) + ": " + because,
                "whatever it is joined to with AND finds nothing");
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// `((a OR b))`: a second pair of brackets directly inside the first.
bool is_doubled(std::string_view text) {
  if (text.size() < 4 || text.front() != '(' || text.back() != ')') return false;
  std::size_t inner = 1;
  while (inner < text.size() && is_blank(text[inner])) ++inner;
  if (text[inner] != '(') return false;
  std::size_t last = text.size() - 2;
  while (last > inner && is_blank(text[last])) --last;
  int level = 0;
  for (std::size_t i = inner; i <= last; ++i) {
    if (text[i] == '"') {
      i = std::min(text.find('"', i + 1), last);
      continue;
    }
    if (text[i] == '(') ++level;
    if (text[i] == ')' && --level == 0) return i == last;
  }
  return false;
}

void Logic::brackets(std::size_t node) {
  const Clause& clause = *layout_[node].clause;
  if (!clause.bracketed) return;
  const bool in_field = node != 0 && (kind(layout_[node].parent) == Kind::within ||
                                      kind(layout_[node].parent) == Kind::same_entry);
  const std::string_view typed = clause.where.in(examined_.query.source);
  const bool single =
      clause.kind == Kind::word || clause.kind == Kind::phrase || clause.kind == Kind::exact;
  if (is_doubled(typed))
    examined_.add(Level::note, "needless-brackets", clause.where,
                  "the brackets around " + examined_.named(node) + " are doubled",
                  "one pair is enough");
  else if (single && !in_field && typed.starts_with('('))
    examined_.add(Level::note, "needless-brackets", clause.where,
                  "there is a single term in these brackets", "they change nothing");
}

}  // namespace

Redundant lint_logic(const Examined& examined, Implication& implication) {
  return Logic(examined, implication).examine();
}

}  // namespace litmine
