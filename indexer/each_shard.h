// Work that is done shard by shard, in parallel when there is enough of it.
#pragma once

#include <cstddef>
#include <functional>

#include "indexer/store.h"

namespace litmine {

/// Calls `work(shard)` once for every shard and waits for all of them; `in_threads`: by several
/// threads, at most one a core. A shard is used by one thread at a time, which is all that Xapian
/// asks for. When some throw, what the first of these shards threw is thrown again.
void each_shard(const Store& store, bool in_threads, const std::function<void(std::size_t)>& work);

}  // namespace litmine
