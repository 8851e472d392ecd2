// A run is what stands at one level between two brackets: operands and the operators that join
// them. Precedence is applied here and nowhere else.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "queries/dialects.h"
#include "queries/remarks.h"

namespace litmine {

struct Joint {
  Clause::Kind kind = Clause::Kind::all_of;
  int binds = 0;
  std::uint32_t between = 0;
  bool ordered = false;
  bool together = false, skips_stop_words = false;
  bool implicit = false;  ///< no operator was typed
  bool repaired = false;
  Span where;
};

/// `joints[i]` stands between operands i and i + 1.
struct Run {
  std::vector<Clause> operands;
  std::vector<Joint> joints;
};

/// How tight a joint binds in a dialect.
int binding_of(const Joint& joint, const Dialect& dialect);

/// The tree of a run with at least one operand; joints that bind tighter first, equal ones from the
/// left. Operands of one operator in a row become one node.
Clause fold(Run run, const std::function<int(const Joint&)>& binds);

/// If the databases read the operators of this run in different orders, says so.
void remark_on_mixing(const Run& run, std::string_view source, const Dialect& dialect,
                      Remarks& remarks);

}  // namespace litmine
