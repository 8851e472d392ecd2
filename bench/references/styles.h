// Entries printed anew in styles and languages that the tagged sets lack.
#pragma once

#include <cstddef>
#include <vector>

#include "bench/references/gold.h"

namespace litmine::bench {

/// `count` entries: facts of the gold entries that do not judge, and made-up ones in French,
/// German, Spanish and Portuguese, printed by the templates in styles.cc. Same input, same entries.
std::vector<GoldReference> print_in_styles(const std::vector<GoldReference>& gold,
                                           std::size_t count);

}  // namespace litmine::bench
