// Several indexes into one.
#pragma once

#include <filesystem>
#include <vector>

#include "text/result.h"

namespace litmine {

/// Makes a new index in `into` of the documents of all these finished indexes, which must have
/// equally many shards and no document id in common. The postings of each word then stand together:
/// the new index takes about half the room, and writing a million documents in parts and merging
/// them is several times faster than writing them at one go, because adding to a large index
/// touches nearly all of it. The given indexes stay as they are. Errors: an index that is missing,
/// not finished or of another shape, `into` in use, no room.
Result<void> merge_indexes(const std::vector<std::filesystem::path>& folders,
                           const std::filesystem::path& into);

}  // namespace litmine
