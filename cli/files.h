// Which files there are, and whether they changed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/problem.h"
#include "indexer/index.h"
#include "text/result.h"

namespace litmine {

/// A file to read: where it is, and what it is called in the index and in every table.
struct SourceFile {
  std::filesystem::path path;
  std::string name;  ///< relative to the base, with '/'; the path as it is when it is outside
};

/// All files under the sources, by name, each once. Hidden files and folders (".git", ".litmine")
/// are left out; links to folders are not followed. A folder that cannot be read becomes a Problem.
/// Error: a source that is not there.
Result<std::vector<SourceFile>> find_files(const std::vector<std::filesystem::path>& sources,
                                           const std::filesystem::path& base,
                                           const std::vector<std::string>& exclude,
                                           std::vector<Problem>& problems);

/// Does `name` fit a glob? `*` and `?` stay within a folder, `**` goes below; a plain path also
/// takes all below it.
bool fits_glob(std::string_view name, std::string_view glob);

/// Size and time of change; `hash` only when asked for.
Result<FileStamp> stamp_of(const SourceFile& file, bool with_hash);

}  // namespace litmine
