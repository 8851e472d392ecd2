// Words quoted as evidence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "text/span.h"

namespace litmine {

/// About `length` bytes from `at`, whole words, blanks as single spaces, "…" where it goes on.
std::string excerpt(std::string_view text, std::size_t at, std::size_t length = 80);
/// Likewise, with `where` in the middle.
std::string excerpt_around(std::string_view text, std::size_t where, std::size_t length = 80);

/// The pages of a document, or the whole text as one when it has none. Reference lists are left
/// out: names and titles of many languages follow no rule of running text.
struct PageText {
  std::uint32_t page = 0;  ///< from 1; 0 when there are no pages
  std::string_view text;
  std::uint32_t begin = 0;  ///< byte in the document's text
};
std::vector<PageText> pages_without_references(const Document& document);

}  // namespace litmine
