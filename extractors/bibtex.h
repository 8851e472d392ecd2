// BibTeX and BibLaTeX, as Scopus, Web of Science, Zotero, JabRef and hands write it.
#pragma once

#include <filesystem>
#include <string_view>

#include "extractors/extractor.h"

namespace litmine {

const Extractor& bibtex_extractor();  ///< "bibtex"

/// Does a text look like BibTeX: `@`, a word and `{` or `(` at the begin of its first line that is
/// no comment?
bool is_bibtex(std::string_view head);

/// Reads the entries of `text` (UTF-8) as the extractor reads those of a file, without the sums; an
/// entry with neither a title nor a DOI is a Problem with its line. `path` names the file there.
void read_bibtex(std::string_view text, const std::filesystem::path& path, const Intake& intake);

}  // namespace litmine
