// LaTeX as it stands in BibTeX values, as plain text.
#pragma once

#include <string>
#include <string_view>

namespace litmine {

/// `K{\"u}hne \& S\o{}n` → `Kühne & Søn`: accents, letters, signs, dashes and quotes as characters;
/// braces and commands that set type (\emph, \textit, $ $) go, and their text stays. Numbers below
/// the line are plain ("Cu$_2$O" → "Cu2O"), those above it raised ("m$^2$" → "m²"). A command that
/// is not known stays as it is written. Linear in time, whatever the nesting.
std::string latex_text(std::string_view value);

/// An address, a DOI or a path: only braces and the backslash before a sign go.
std::string latex_verbatim(std::string_view value);

}  // namespace litmine
