// One shard being written by a thread of its own. Jobs are done in the order given; what one of
// them throws is thrown again in the caller's thread, and the shard takes no more.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace Xapian {
class WritableDatabase;
}

namespace litmine {

class ShardWriter {
 public:
  using Job = std::function<void(Xapian::WritableDatabase&)>;

  /// Opens the shard, or makes an empty one. Throws what Xapian throws.
  ShardWriter(const std::string& path, bool make_new);
  ~ShardWriter();  ///< what was not committed is lost
  ShardWriter(const ShardWriter&) = delete;
  ShardWriter& operator=(const ShardWriter&) = delete;

  /// Gives the shard something to do; waits while much is waiting already.
  void give(Job job);
  /// Waits until all is done.
  void wait();

 private:
  void work();
  void throw_if_broken();

  std::unique_ptr<Xapian::WritableDatabase> shard_;
  std::mutex mutex_;
  std::condition_variable something_to_do_, something_done_;
  std::deque<Job> jobs_;
  bool busy_ = false, closing_ = false;
  std::exception_ptr broken_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace litmine
