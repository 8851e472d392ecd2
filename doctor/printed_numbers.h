// The page numbers that are printed on pages, read from the running heads and feet that were left
// out of the text.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// A run of pages whose printed numbers go up with the pages: page p shows p + ahead.
struct NumberedRun {
  std::uint32_t first = 0, last = 0;  ///< pages of the file, from 1, that show their number
  std::int64_t ahead = 0;
  std::uint32_t shown = 0;  ///< how many pages of the run do
};

struct PrintedNumbers {
  std::vector<NumberedRun> runs;  ///< in the order of the pages; they do not overlap
  std::uint32_t total = 0;        ///< "page 3 of 16": 16; 0 when it is not said
  std::uint32_t pages = 0;        ///< of the file
};

PrintedNumbers printed_numbers(const Document& document);

}  // namespace litmine
