// References for reference managers and for people.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reference.h"
#include "text/result.h"

namespace litmine {

/// One RIS record, with `notes` as N1. Line ends inside a value become blanks. Lines end in LF.
void write_ris(std::ostream& out, const Reference& reference, std::string_view id,
               const std::vector<std::string>& notes = {});

/// One BibTeX entry; what TeX would read as a command is escaped.
void write_bibtex(std::ostream& out, const Reference& reference, std::string_view key);

/// "Reuber, A.R. and Fischer, E. (2011), “International …”, Journal …, Vol. 26 No. 6, pp. 660-679."
/// Styles: "apa", "harvard", "vancouver", "chicago". Error: unknown style, with the nearest.
Result<std::string> formatted(const Reference& reference, std::string_view style);

/// "Smith, J.; Lee, K."
std::string listed_names(const std::vector<Name>& names);

}  // namespace litmine
