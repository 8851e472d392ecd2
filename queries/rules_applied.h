// Which rules of a database a string depends on, in words, for `explain`.
#pragma once

#include <string>
#include <vector>

#include "queries/dialect.h"
#include "queries/query.h"

namespace litmine {

struct AppliedRule {
  std::string about;   ///< "order of operators", "wildcards", ...
  std::string rule;    ///< "OR before W/n, PRE/n before AND before AND NOT"
  std::string source;  ///< keys in docs/dialects.md, or its name where the table there has them
};

/// The rules that the tree shows to have been used: the order where operators of two ranks stand in
/// it, wildcards where there is one, and so on; then every rule that changed or is contested, with
/// the reading taken. All from the dialect's table as `options` choose it.
std::vector<AppliedRule> rules_applied(const Query& query, const Dialect& dialect,
                                       const ReadingOptions& options);

}  // namespace litmine
