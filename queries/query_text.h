// A search string in the characters that the dialects' tables speak of: typographic quotes, dashes
// and spaces become plain ones, invisible characters go, and every byte remembers where it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "queries/dialects.h"
#include "queries/remarks.h"
#include "text/span.h"

namespace litmine {

struct QueryText {
  /// Which way a quote that came from a curly one looks.
  enum class Looks : char { neither, opening, closing };

  std::string text;
  std::vector<std::uint32_t> origin;  ///< byte of the source; one more than text
  std::vector<Looks> looks;           ///< of each byte of the text

  /// The place in the source of bytes of the text.
  Span where(std::size_t begin, std::size_t end) const {
    return {origin[begin], origin[end] > origin[begin] ? origin[end] : origin[begin]};
  }
};

/// Never fails; what was changed is remarked upon, one remark a kind of character. `window`: reads
/// these bytes of the source only, with their places in the whole.
QueryText read_characters(std::string_view source, const Dialect& dialect, Remarks& remarks,
                          Span window = {0, 0xffffffff});

}  // namespace litmine
