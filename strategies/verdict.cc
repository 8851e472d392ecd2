#include "strategies/verdict.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

void blame(const Layout& layout, std::size_t number, Verdict& verdict) {
  const std::vector<std::size_t> operands = operands_of(layout, number);
  switch (layout[number].clause->kind) {
    case Kind::all_of:
      for (std::size_t operand : operands)
        if (!verdict.met[operand]) blame(layout, operand, verdict);
      return;
    case Kind::within:
      return blame(layout, operands.front(), verdict);
    case Kind::except:
      if (!verdict.met[operands.front()]) blame(layout, operands.front(), verdict);
      for (std::size_t i = 1; i < operands.size(); ++i)
        if (verdict.met[operands[i]]) verdict.lost_by.push_back({operands[i], true});
      return;
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::any_of:
    case Kind::same_entry:
    case Kind::years:
    case Kind::heading:
    case Kind::frequent:
      verdict.lost_by.push_back({number, false});
      return;
  }
}

}  // namespace

Verdict verdict_on(const Query& query, const Layout& layout, const CutStudy& study) {
  Verdict verdict;
  verdict.met = matches_by_clause(query, study);
  verdict.found = verdict.met.front();
  if (!verdict.found) blame(layout, 0, verdict);
  return verdict;
}

}  // namespace litmine
