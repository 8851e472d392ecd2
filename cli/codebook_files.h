// Codebooks in the formats of others: CSV and REFI-QDA.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/coding.h"
#include "exporters/refi_qda.h"
#include "taggers/codebook.h"
#include "text/result.h"

namespace litmine {

/// The facets with their codes, those that have a parent below it.
std::vector<QdaCode> qda_codes(const Codebook& codebook);
/// Facet and labels from the top to this code, as in qda_codes.
std::vector<std::string> qda_path(const Codebook& codebook, const std::string& facet,
                                  const std::string& code);

/// Writes the codes to `file`: .qdc, or .csv (facet, code, label, definition, parent). Errors:
/// another ending, cannot be written.
Result<void> export_codebook(const Codebook& codebook, const std::filesystem::path& file);

/// Reads `file` (.qdc, .qdpx, or .csv with columns code, tag, name or path; also facet, label,
/// definition or description, parent; "A/B" is B below A) and writes a file a facet to `folder`,
/// without rules. A folder without a codebook gets what every codebook needs from `basis`. Gives
/// back the files written. Errors: cannot be read, a facet that `folder` has already.
Result<std::vector<std::string>> import_codebook(const std::filesystem::path& file,
                                                 const std::filesystem::path& folder,
                                                 const std::filesystem::path& basis);

/// "text" with quotes, for a TOML file.
std::string toml_quoted(std::string_view text);

}  // namespace litmine
