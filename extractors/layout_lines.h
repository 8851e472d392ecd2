// Between the two halves of the layout: the columns of a page in reading order (layout.cc) and the
// lines made of them (layout_lines.cc).
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/layout.h"

namespace litmine {

/// Rows that stand below each other; each is the indexes of its runs from left to right.
struct PageColumn {
  std::vector<std::vector<std::uint32_t>> rows;
  std::uint32_t region = 0;  ///< columns of one region have the same edges
  bool aside = false;        ///< not running text: words turned against the page
};

std::vector<PageColumn> columns_in_order(const PrintedPage& page);

}  // namespace litmine
