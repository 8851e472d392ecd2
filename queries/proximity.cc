// `a NEAR/3 (b AND c)` becomes `(a NEAR/3 b) AND (a NEAR/3 c)`. Distributing doubles the tree with
// every AND, so it stops at kMostNodes; what is left is read as AND of the operands, which finds
// more and is said.
#include "queries/proximity.h"

#include <algorithm>
#include <optional>

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr std::size_t kMostNodes = 2000;

bool is_legal(const Clause& clause) {
  switch (clause.kind) {
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
      return true;
    case Kind::near:
    case Kind::any_of:
      return std::all_of(clause.operands.begin(), clause.operands.end(), is_legal);
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
    case Kind::years:
    case Kind::heading:
    case Kind::frequent:
      return false;
  }
  return false;
}

/// The first clause that may not stand here, for the message.
const Clause& culprit(const Clause& clause) {
  if (clause.kind == Kind::near || clause.kind == Kind::any_of)
    for (const Clause& operand : clause.operands)
      if (!is_legal(operand)) return culprit(operand);
  return clause;
}

Clause joined(Kind kind, std::vector<Clause> operands, Span where) {
  if (operands.size() == 1) return std::move(operands.front());
  Clause clause;
  clause.kind = kind;
  clause.operands = std::move(operands);
  clause.where = where;
  clause.repaired = true;
  return clause;
}

class Distributor {
 public:
  /// Nothing if the tree would grow too large, or the operands stand in different fields.
  std::optional<Clause> distribute(Clause near) {
    nodes_ += clause_count(near);
    if (nodes_ > kMostNodes) return std::nullopt;
    auto it = std::find_if(near.operands.begin(), near.operands.end(),
                           [](const Clause& operand) { return !is_legal(operand); });
    if (it == near.operands.end()) return near;
    auto at = static_cast<std::size_t>(it - near.operands.begin());
    Clause operand = std::move(*it);
    switch (operand.kind) {
      case Kind::all_of:
      case Kind::except:
      case Kind::any_of:
        return over(std::move(near), at, std::move(operand));
      case Kind::within:
      case Kind::same_entry:
        return out_of(std::move(near), at, std::move(operand));
      case Kind::near:
        return inner(std::move(near), at, std::move(operand));
      case Kind::years:
      case Kind::nothing:
      case Kind::word:
      case Kind::phrase:
      case Kind::exact:
      case Kind::heading:
      case Kind::frequent:
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  std::optional<Clause> over(Clause near, std::size_t at, Clause operand) {
    std::vector<Clause> results, legal;
    for (Clause& alternative : operand.operands) {
      if (operand.kind == Kind::any_of && is_legal(alternative)) {
        legal.push_back(std::move(alternative));
        continue;
      }
      near.operands[at] = std::move(alternative);
      std::optional<Clause> result = distribute(near);
      if (!result) return std::nullopt;
      results.push_back(std::move(*result));
    }
    if (!legal.empty()) {
      near.operands[at] = joined(Kind::any_of, std::move(legal), operand.where);
      std::optional<Clause> rest = distribute(std::move(near));  // another operand may be illegal
      if (!rest) return std::nullopt;
      results.insert(results.begin(), std::move(*rest));
    }
    return joined(operand.kind, std::move(results), operand.where);
  }

  std::optional<Clause> out_of(Clause near, std::size_t at, Clause operand) {
    // `TITLE(a) W/3 TITLE(b)` is one field; between different fields there is no distance.
    for (std::size_t i = 0; i < near.operands.size(); ++i) {
      Clause& other = near.operands[i];
      if (i == at) continue;
      bool same = operand.kind == Kind::within && other.kind == Kind::within &&
                  other.parts == operand.parts;
      if (!same) return std::nullopt;
      Clause inside = std::move(other.operands.front());
      other = std::move(inside);
    }
    Clause inside = std::move(operand.operands.front());
    near.operands[at] = std::move(inside);
    std::optional<Clause> result = distribute(std::move(near));
    if (!result) return std::nullopt;
    operand.operands.front() = std::move(*result);
    operand.repaired = true;
    return operand;
  }

  /// A proximity that could not be made legal by itself has become something else by now.
  std::optional<Clause> inner(Clause near, std::size_t at, Clause operand) {
    std::optional<Clause> settled = distribute(std::move(operand));
    if (!settled) return std::nullopt;
    near.operands[at] = std::move(*settled);
    return distribute(std::move(near));
  }

  std::size_t nodes_ = 0;
};

std::string_view what_stands_there(Kind kind) {
  switch (kind) {
    case Kind::all_of:
      return "AND";
    case Kind::except:
      return "NOT";
    case Kind::within:
      return "a field";
    case Kind::same_entry:
      return "a field of entries";
    case Kind::years:
      return "a year";
    case Kind::heading:
      return "a subject heading";
    case Kind::frequent:
      return "a frequency";
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::any_of:
      break;
  }
  return "an operator";
}

/// A word, or an OR of words.
bool is_single(const Clause& clause) {
  if (clause.kind == Kind::any_of)
    return std::all_of(clause.operands.begin(), clause.operands.end(), is_single);
  return clause.kind == Kind::word || clause.kind == Kind::nothing;
}

/// All together is for single words; with anything else the operands are taken in pairs.
void settle_together(Clause& near, std::string_view source, Remarks& remarks) {
  if (!near.together) return;
  auto it = std::find_if_not(near.operands.begin(), near.operands.end(), is_single);
  if (it == near.operands.end()) return;
  remarks.add({Diagnostic::Level::error, "operator-in-proximity", it->where,
               cited(it->where.in(source)) + " is no single word, as an operand of " + label(near) +
                   " must be",
               "read as a distance from each operand to the next", true, "in pairs", ""});
  near.together = false;
  near.repaired = true;
}

void settle(Clause& near, std::string_view source, Remarks& remarks, bool as_and) {
  auto it = std::find_if(near.operands.begin(), near.operands.end(),
                         [](const Clause& operand) { return !is_legal(operand); });
  if (it == near.operands.end()) return;
  const Clause& wrong = culprit(*it);
  Diagnostic note{Diagnostic::Level::error,
                  "operator-in-proximity",
                  wrong.where,
                  std::string(what_stands_there(wrong.kind)) + " inside an operand of " +
                      label(near) + ": " + cited(wrong.where.in(source)),
                  "",
                  true,
                  "",
                  ""};
  std::vector<Clause> operands = near.operands;
  Span where = near.where;
  bool bracketed = near.bracketed;
  std::optional<Clause> distributed;
  if (!as_and) distributed = Distributor().distribute(std::move(near));
  if (distributed) {
    near = std::move(*distributed);
    note.hint = "only words, phrases and OR may stand there; read as the distance to each part";
    note.choice = "distributed";
  } else {
    near = joined(Kind::all_of, std::move(operands), where);
    note.hint =
        "only words, phrases and OR of one field may stand there; read as AND, without a distance";
    note.choice = "AND";
  }
  near.repaired = true;
  near.where = where;
  near.bracketed = bracketed;
  remarks.add(std::move(note));
}

}  // namespace

bool may_stand_in_proximity(const Clause& clause) { return is_legal(clause); }

void settle_proximity(Clause& root, std::string_view source, Remarks& remarks, bool as_and) {
  for (Clause& operand : root.operands) settle_proximity(operand, source, remarks, as_and);
  if (root.kind == Kind::near) settle_together(root, source, remarks);
  if (root.kind == Kind::near) settle(root, source, remarks, as_and);
}

}  // namespace litmine
