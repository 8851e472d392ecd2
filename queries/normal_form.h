// One tree for all trees that plainly mean the same: for comparing readings, not for running.
#pragma once

#include "queries/query.h"

namespace litmine {

/// Nested ORs and ANDs are flattened, operands put in one order and doubles dropped; `a AND (b NOT
/// c)` is `(a AND b) NOT c`; an ordered distance of 0 is a phrase. Two queries whose normal forms
/// are `same_as` find the same studies in every corpus; the reverse is not promised.
Clause normal_form(const Clause& clause);

/// The same with the parts that are searched: every word, phrase or distance stands in a `within`
/// of its own. Good for comparing queries whose bare words are searched in different parts.
Clause normal_form(const Query& query);

}  // namespace litmine
