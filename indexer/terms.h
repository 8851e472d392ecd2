// A Document as the terms, positions and values of the schema.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace Xapian {
class Document;
}

namespace litmine {

/// Fills an empty Xapian document. Calls `keep(key, word)` for words too long for a term.
void add_terms(const Document& document, Xapian::Document& into,
               const std::function<void(const std::string&, const std::string&)>& keep);

}  // namespace litmine
