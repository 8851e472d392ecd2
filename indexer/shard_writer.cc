// Everything between two commits is one Xapian transaction: without it Xapian would make a half of
// it visible when it finds that it holds enough in memory.
#include "indexer/shard_writer.h"

#include <xapian.h>

namespace litmine {
namespace {

constexpr std::size_t kMostWaiting = 32;  // documents of up to some MB

}  // namespace

ShardWriter::ShardWriter(const std::string& path, bool make_new)
    : shard_(std::make_unique<Xapian::WritableDatabase>(
          path, make_new ? Xapian::DB_CREATE_OR_OVERWRITE : Xapian::DB_OPEN)) {
  shard_->begin_transaction();
  thread_ = std::thread([this] { work(); });
}

ShardWriter::~ShardWriter() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
    jobs_.clear();
  }
  something_to_do_.notify_all();
  thread_.join();
  try {
    shard_->cancel_transaction();
  } catch (...) {  // NOLINT(bugprone-empty-catch): it is lost anyway
  }
}

void ShardWriter::throw_if_broken() {
  if (broken_) std::rethrow_exception(broken_);
}

void ShardWriter::give(Job job) {
  std::unique_lock lock(mutex_);
  something_done_.wait(lock, [this] { return jobs_.size() < kMostWaiting || broken_; });
  throw_if_broken();
  jobs_.push_back(std::move(job));
  something_to_do_.notify_one();
}

void ShardWriter::wait() {
  std::unique_lock lock(mutex_);
  something_done_.wait(lock, [this] { return (jobs_.empty() && !busy_) || broken_; });
  throw_if_broken();
}

void ShardWriter::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    something_to_do_.wait(lock, [this] { return !jobs_.empty() || closing_; });
    if (closing_) return;
    {
      Job job = std::move(jobs_.front());
      jobs_.pop_front();
      busy_ = true;
      lock.unlock();
      std::exception_ptr thrown;
      try {
        job(*shard_);
      } catch (...) {
        thrown = std::current_exception();
      }
      job = nullptr;  // a big document goes before the lock is taken again
      lock.lock();
      busy_ = false;
      if (thrown) broken_ = thrown;
    }
    something_done_.notify_all();
    if (broken_) return;
  }
}

}  // namespace litmine
