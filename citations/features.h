// What the sequence model looks at: for each token of a reference, the hashes of what it is and
// what stands around it. Training and reading use this one function; a change here needs a new
// model (bench/references/README.md says how).
#pragma once

#include <cstdint>
#include <vector>

#include "citations/tokens.h"

namespace litmine {

/// Features of token i stand in `all[ends[i-1] .. ends[i])`.
struct RefFeatures {
  std::vector<std::uint64_t> all;
  std::vector<std::uint32_t> ends;
};
RefFeatures features_of(const std::vector<RefToken>& tokens);

}  // namespace litmine
