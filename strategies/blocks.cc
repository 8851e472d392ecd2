#include "strategies/blocks.h"

#include <algorithm>

#include "strategies/layout.h"

namespace litmine {

std::vector<std::size_t> blocks_of(const Query& query) {
  const Layout layout = layout_of(query);
  std::vector<std::size_t> blocks(layout.size(), kNoBlock);
  std::size_t top = 0;
  while (layout[top].clause->kind == Clause::Kind::within ||
         layout[top].clause->kind == Clause::Kind::except)
    ++top;  // the first operand
  std::vector<std::size_t> roots = {top};
  if (layout[top].clause->kind == Clause::Kind::all_of) roots = operands_of(layout, top);
  for (std::size_t block = 0; block < roots.size(); ++block)
    for (std::size_t at = roots[block]; at < layout[roots[block]].end; ++at)
      if (!layout[at].negated) blocks[at] = block;
  return blocks;
}

}  // namespace litmine
