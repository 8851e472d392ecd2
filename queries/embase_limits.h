// The limits that embase.com appends: [english]/lim, [2010-2020]/py.
#pragma once

#include <cstddef>
#include <string_view>

#include "queries/tokens.h"

namespace litmine {

/// What a limit is said of. `end`: the byte after it, 0 if there is none at `at`; `field` may be
/// one without data. The value stands from `begin_inner` to `end_inner`.
struct BracketedLimit {
  std::size_t end = 0, begin_inner = 0, end_inner = 0;
  FieldUse field;
};

BracketedLimit bracketed_limit_at(std::string_view text, std::size_t at, const Dialect& dialect);

}  // namespace litmine
