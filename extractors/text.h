// Plain text and Markdown-like text to Manuscripts.
#pragma once

#include <string>
#include <string_view>

#include "extractors/extractor.h"
#include "extractors/manuscript.h"

namespace litmine {

/// Reads *.txt, *.md and whatever else decodes to running text.
const Extractor& text_extractor();

/// The lines of a text (UTF-8): form feeds are page breaks, marks of Markdown become headings, bold
/// and list items, hard-wrapped lines are told from lines that are paragraphs. Running heads and
/// page numbers that stand alone and repeat go to `furniture`.
Manuscript read_lines(std::string_view text);

}  // namespace litmine
