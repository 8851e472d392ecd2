// Wildcards that carry numbers: `wom{1,2}n`, `dog$1`, `econom[*3]`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "queries/dialects.h"

namespace litmine {

struct Gap {
  std::size_t begin, end;  ///< bytes of the text
  std::uint16_t min, max;  ///< letters that it stands for
};

/// The one that begins at `at`, if the dialect has such. Numbers over 1000 are cut to it.
std::optional<Gap> gap_at(std::string_view text, std::size_t at, const Dialect& dialect);

}  // namespace litmine
