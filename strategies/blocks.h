// The concept blocks of a query: what a reviewer would draw as columns of a table.
#pragma once

#include <cstddef>
#include <vector>

#include "queries/query.h"

namespace litmine {

/// For every node its block, counted from 0: the operands of the topmost AND are the blocks, below
/// fields and NOT; a query without an AND is one block. What stands above the blocks, and what is
/// behind NOT, is in kNoBlock.
inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);
std::vector<std::size_t> blocks_of(const Query& query);

}  // namespace litmine
