#include "strategies/layout.h"

#include <algorithm>

#include "queries/remarks.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

void lay_out(const Clause& clause, Spot spot, Layout& layout) {
  const std::size_t number = layout.size();
  spot.clause = &clause;
  if (clause.kind == Kind::within) spot.parts = clause.parts;
  layout.push_back(spot);
  for (std::size_t i = 0; i < clause.operands.size(); ++i) {
    Spot below;
    below.parent = number;
    below.operand = i;
    below.parts = spot.parts;
    below.negated = spot.negated || (clause.kind == Kind::except && i > 0);
    lay_out(clause.operands[i], below, layout);
  }
  layout[number].end = layout.size();
}

/// What is left of a node when some of its operands are gone.
std::optional<Clause> collapsed(Clause clause, bool first_is_gone) {
  switch (clause.kind) {
    case Kind::except:
      if (first_is_gone) return std::nullopt;
      break;
    case Kind::phrase:
    case Kind::near:
    case Kind::any_of:
    case Kind::all_of:
    case Kind::within:
    case Kind::same_entry:
    case Kind::frequent:
      break;
    case Kind::heading:
    case Kind::nothing:
    case Kind::word:
    case Kind::exact:
    case Kind::years:
      return clause;  // without operands
  }
  if (clause.operands.empty()) return std::nullopt;
  const bool needs_two = clause.kind != Kind::within && clause.kind != Kind::same_entry &&
                         clause.kind != Kind::frequent;
  if (needs_two && clause.operands.size() == 1) return Clause(std::move(clause.operands.front()));
  return clause;
}

std::optional<Clause> changed_at(const Clause& clause, const std::vector<Change>& changes,
                                 std::size_t& number) {
  const std::size_t here = number++;
  const auto change = std::find_if(changes.begin(), changes.end(),
                                   [&](const Change& c) { return c.clause == here; });
  if (change != changes.end()) {
    number += clause_count(clause) - 1;
    return change->replacement;
  }
  Clause copy = clause;
  copy.operands.clear();
  bool first_is_gone = false;
  for (std::size_t i = 0; i < clause.operands.size(); ++i) {
    std::optional<Clause> operand = changed_at(clause.operands[i], changes, number);
    if (operand)
      copy.operands.push_back(std::move(*operand));
    else if (i == 0)
      first_is_gone = true;
  }
  if (copy.operands.size() == clause.operands.size()) return copy;
  return collapsed(std::move(copy), first_is_gone);
}

}  // namespace

Layout layout_of(const Query& query) {
  Layout layout;
  Spot root;
  root.parts = query.in;
  lay_out(query.root, root, layout);
  return layout;
}

std::vector<std::size_t> operands_of(const Layout& layout, std::size_t number) {
  std::vector<std::size_t> operands;
  for (std::size_t at = number + 1; at < layout[number].end; at = layout[at].end)
    operands.push_back(at);
  return operands;
}

bool is_search_term(const Clause& clause) {
  switch (clause.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::years:
    case Kind::heading:
    case Kind::frequent:
    case Kind::nothing:
      return true;
    case Kind::any_of:
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
      return false;
  }
  return false;
}

std::vector<std::size_t> search_terms(const Layout& layout, std::size_t number) {
  std::vector<std::size_t> terms;
  for (std::size_t at = number; at < layout[number].end;) {
    if (is_search_term(*layout[at].clause)) {
      terms.push_back(at);
      at = layout[at].end;
    } else {
      ++at;
    }
  }
  return terms;
}

std::string typed(const Query& query, const Clause& clause, std::size_t most) {
  const std::string_view source = clause.where.in(query.source);
  std::string text =
      cited(source.empty() ? to_native(clause) : source, most == 0 ? SIZE_MAX : most);
  return text.substr(1, text.size() - 2);  // without the quotes of `cited`
}

std::optional<Clause> changed(const Clause& root, const std::vector<Change>& changes) {
  std::size_t number = 0;
  return changed_at(root, changes, number);
}

}  // namespace litmine
