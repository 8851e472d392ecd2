// BibTeX, what reference managers and publishers' pages export. Read for its facts and abstract;
// what typesetting needs is passed over.
#pragma once

#include <filesystem>
#include <string_view>

#include "extractors/extractor.h"

namespace litmine {

/// Does a text look like BibTeX: `@`, a word and `{` or `(` at the begin of its first line that is
/// no comment?
bool is_bibtex(std::string_view head);

/// Reads the entries of `text` (UTF-8), each as a Document of kind record with its line. `@string`
/// names are put in, `#` joins, braces and TeX accents become letters ("{\"u}" is ü). `@comment`
/// and `@preamble` are passed over. An entry that never ends, or has neither a title nor a DOI,
/// becomes a Problem with its line; `path` names the file there. Never throws.
void read_bibtex(std::string_view text, const std::filesystem::path& path, const Intake& intake);

}  // namespace litmine
