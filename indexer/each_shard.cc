#include "indexer/each_shard.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

namespace litmine {

void each_shard(const Store& store, bool in_threads, const std::function<void(std::size_t)>& work) {
  std::vector<std::exception_ptr> thrown(store.shards());
  std::atomic<std::size_t> next = 0;
  auto take_shards = [&] {
    for (std::size_t shard = next++; shard < store.shards(); shard = next++) try {
        work(shard);
      } catch (...) {
        thrown[shard] = std::current_exception();
      }
  };
  std::size_t threads = 1;
  if (in_threads)
    threads = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, store.shards());
  {
    std::vector<std::jthread> others;
    while (others.size() + 1 < threads) others.emplace_back(take_shards);
    take_shards();
  }
  for (const std::exception_ptr& each : thrown)
    if (each) std::rethrow_exception(each);
}

}  // namespace litmine
