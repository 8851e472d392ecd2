// The reference list: where it begins, where it ends, and its entries.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extractors/structure.h"

namespace litmine {

/// Does it read like an entry of a reference list (names, a year, pages, an address), rather than
/// like a sentence?
bool looks_like_reference(std::string_view text);
/// Does it begin like one: "Smith, J.", "[12]", "12. Smith", "OECD (2020)"?
bool begins_like_reference(std::string_view text);

/// Marks the reference list, its entries, and what follows it as back matter. Body headings must
/// have been marked before.
void mark_references(Draft& draft);

}  // namespace litmine
