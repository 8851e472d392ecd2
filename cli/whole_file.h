// Files that are there whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include "text/result.h"

namespace litmine {

/// Writes beside the place first, then renames. Errors: what `write` gives, a full disk, a folder
/// that cannot be written.
Result<void> write_whole(const std::filesystem::path& path,
                         const std::function<Result<void>(std::ostream&)>& write);

/// Every byte of a file. Error: it cannot be read.
Result<std::string> read_whole(const std::filesystem::path& path);

}  // namespace litmine
