#include "indexer/merge.h"

#include <fmt/format.h>
#include <xapian.h>

#include <string>

#include "indexer/door.h"
#include "indexer/index.h"
#include "indexer/schema.h"
#include "indexer/store.h"

namespace litmine {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void refuse(std::string what, std::string hint) {
  throw Failure{{Error::Kind::usage, std::move(what), std::move(hint)}};
}

std::size_t shards_of(const std::vector<fs::path>& folders) {
  if (folders.empty()) refuse("there is nothing to merge", "name an index");
  const std::size_t shards = read_marker(folders.front()).shards;
  for (const fs::path& folder : folders) {
    if (read_marker(folder).shards != shards)
      refuse(fmt::format("'{}' and '{}' have not equally many shards", folder.string(),
                         folders.front().string()),
             "index again with one version and on one machine");
    if (Store store(folder); store.was_cut_off() || !store.unfinished().empty())
      refuse(fmt::format("the index in '{}' is not finished", folder.string()),
             "run 'litmine index' on it again first");
  }
  return shards;
}

/// What several parts say of the same thing: lists of the last commit are of no use any more, words
/// too long for a term are the same in all.
class OneOfEach : public Xapian::Compactor {
 public:
  std::string resolve_duplicate_metadata(const std::string&, std::size_t,
                                         const std::string tags[]) override {
    return tags[0];
  }
};

void merge_shard(const std::vector<fs::path>& folders, std::size_t shard, const fs::path& into) {
  Xapian::Database all;
  for (const fs::path& folder : folders)
    all.add_database(Xapian::Database(shard_path(folder, shard).string()));
  OneOfEach rule;
  all.compact(shard_path(into, shard).string(), 0u, 0, rule);
}

/// The merged shards as they are after a commit that joined no studies yet.
void settle(const fs::path& into, std::size_t shards, std::uint64_t epoch) {
  for (std::size_t shard = 0; shard < shards; ++shard) {
    Xapian::WritableDatabase database(shard_path(into, shard).string(), Xapian::DB_OPEN);
    database.set_metadata(std::string(schema::kEpoch), std::to_string(epoch));
    database.set_metadata(std::string(schema::kChanged), "");
    if (shard == 0) database.set_metadata(std::string(schema::kJoined), "");
    database.commit();
  }
}

}  // namespace

Result<void> merge_indexes(const std::vector<fs::path>& folders, const fs::path& into) {
  auto merged = at_the_door(into, [&]() -> Result<void> {
    const std::size_t shards = shards_of(folders);
    if (fs::exists(into) && !fs::is_empty(into))
      refuse(fmt::format("'{}' is not empty", into.string()), "name a new folder");
    fs::create_directories(into);
    for (std::size_t shard = 0; shard < shards; ++shard) merge_shard(folders, shard, into);
    settle(into, shards, 1);
    write_marker(into, Marker{static_cast<std::uint32_t>(shards)});
    return {};
  });
  if (!merged) return merged;
  auto writer = IndexWriter::open(into);
  if (!writer) return tl::unexpected<Error>(writer.error());
  return writer->finish();
}

}  // namespace litmine
