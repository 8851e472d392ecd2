// Text into a document, section by section, each stretch with its span: for what says itself which
// part it is (records, JATS, TEI), where nothing has to be found out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// Adds `text` (normalized) behind an empty line.
Span append_text(Document& document, std::string_view text);

/// A section of one stretch, without a heading; nothing for an empty text.
void add_section(Document& document, Part part, std::string_view text);

/// A section of paragraphs under a heading, which may be empty; nothing when both are.
void add_section(Document& document, Part part, std::string_view heading,
                 const std::vector<std::string>& paragraphs);

/// A section of entries with `between` between them; the span of each goes to `spans`, which is the
/// document's keywords or references.
void add_entries(Document& document, Part part, std::string_view heading,
                 const std::vector<std::string>& entries, std::string_view between,
                 std::vector<Span>& spans);

}  // namespace litmine
