// Writing an index. Documents are dealt out among the shards in turn, and each shard cuts and
// writes its own in a thread of its own. Metadata is only written at a commit, in the same
// transaction as the documents that it speaks of.
//
// The commit reaches the shards one by one in any order. When it is cut off in between, their
// epochs differ, and the files changed by that commit count as unfinished (store.cc).
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <map>
#include <set>
#include <thread>
#include <unordered_set>

#include "corpus/duplicate_decisions.h"
#include "indexer/door.h"
#include "indexer/index.h"
#include "indexer/schema.h"
#include "indexer/shard_writer.h"
#include "indexer/store.h"
#include "indexer/study_table.h"
#include "indexer/terms.h"

namespace litmine {
namespace fs = std::filesystem;
namespace {

// A commit comes after so much a shard. Xapian writes postings fastest in small helpings: 27,000
// abstracts took 24 s in thousands and 34 s in ten thousands.
constexpr std::size_t kDocumentsPerCommit = 1000;
constexpr std::size_t kBytesPerCommit = std::size_t{16} << 20;

constexpr unsigned kMostShards = 4;
constexpr std::size_t kLargestText = std::size_t{64} << 20;

unsigned shards_for(const WriterOptions& options) {
  if (options.shards > 0) return options.shards;
  return std::clamp(std::thread::hardware_concurrency(), 1u, kMostShards);
}

/// What a run that was cut off while making the index may have left.
bool is_leftover(const fs::path& entry) {
  std::string name = entry.filename().string();
  return name.starts_with("shard-") || name.starts_with(schema::kMarkerFile);
}

void check_free_for_index(const fs::path& folder) {
  if (!fs::exists(folder)) return;
  if (!fs::is_directory(folder))
    throw Failure{{Error::Kind::usage, "'" + folder.string() + "' is a file, not a folder",
                   "name a folder for the index"}};
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (!is_leftover(entry.path()))
      throw Failure{{Error::Kind::usage,
                     fmt::format("'{}' is not an index of litmine, and not empty: it holds '{}'",
                                 folder.string(), entry.path().filename().string()),
                     "name a new folder for the index"}};
}

/// Makes everything before it visible and safe.
void commit_shard(Xapian::WritableDatabase& shard) {
  shard.commit_transaction();
  shard.begin_transaction();
}

std::size_t hash_of(const std::string& id) { return std::hash<std::string>{}(id); }

}  // namespace

struct IndexWriter::Impl {
  fs::path folder;
  std::vector<std::unique_ptr<ShardWriter>> shards;
  std::map<std::string, FileStamp> stamps;
  std::set<std::string> unfinished;
  std::uint64_t epoch = 0;
  std::string decisions;  // on duplicates, as lines
  bool joined = false;    // the table of studies is that of the last commit

  std::set<std::string> changed;  // since the last commit
  std::size_t documents = 0, bytes = 0;
  std::uint64_t dealt = 0;
  std::optional<std::unordered_set<std::size_t>> ids;  // hashes of those in use, once needed

  Impl(fs::path folder_given, const WriterOptions& options);
  void read_state();
  void load_ids();
  using ShardJob = std::function<void(std::size_t, Xapian::WritableDatabase&)>;
  void each_shard(const ShardJob& job);
  void remove_documents(const std::string& path);
  std::vector<Document> documents_of(const std::string& path);
  void add(Document document);
  void commit();
  void finish();
};

IndexWriter::Impl::Impl(fs::path folder_given, const WriterOptions& options)
    : folder(std::move(folder_given)) {
  const bool make_new = !has_marker(folder);
  if (make_new) {
    check_free_for_index(folder);
    fs::create_directories(folder);
  }
  Marker marker = make_new ? Marker{shards_for(options)} : read_marker(folder);
  for (std::size_t shard = 0; shard < marker.shards; ++shard)
    shards.push_back(std::make_unique<ShardWriter>(shard_path(folder, shard).string(), make_new));
  if (make_new) write_marker(folder, marker);
  read_state();
}

void IndexWriter::Impl::read_state() {
  Store store(folder);
  epoch = store.epoch();
  joined = !store.was_cut_off() && store.metadata(std::string(schema::kJoined)) == "1";
  decisions = store.metadata(std::string(schema::kDecisions));
  store.each_metadata(std::string(schema::kStamp), [&](const std::string& bytes) {
    auto stamp = schema::unpacked_stamp(bytes);
    if (!stamp) throw Xapian::DatabaseCorruptError("the stamp of a file is damaged");
    std::string path = stamp->path;
    stamps.emplace(std::move(path), std::move(*stamp));
  });
  for (const std::string& path : store.unfinished()) {
    remove_documents(path);
    stamps.erase(path);
    changed.insert(path);
  }
}

/// Has every shard do it, and waits for all of them whatever goes wrong: `job` may hold references.
void IndexWriter::Impl::each_shard(const ShardJob& job) {
  std::exception_ptr thrown;
  auto keep_going = [&](auto&& step) {
    try {
      step();
    } catch (...) {
      thrown = std::current_exception();
    }
  };
  for (std::size_t i = 0; i < shards.size(); ++i)
    keep_going(
        [&] { shards[i]->give([&job, i](Xapian::WritableDatabase& shard) { job(i, shard); }); });
  for (auto& shard : shards) keep_going([&] { shard->wait(); });
  if (thrown) std::rethrow_exception(thrown);
}

void IndexWriter::Impl::load_ids() {
  std::vector<std::vector<std::size_t>> found(shards.size());
  each_shard([&](std::size_t i, Xapian::WritableDatabase& shard) {
    const std::string letter(1, schema::kId);
    auto end = shard.allterms_end(letter);
    for (auto it = shard.allterms_begin(letter); it != end; ++it)
      found[i].push_back(hash_of((*it).substr(1)));
  });
  ids.emplace();
  for (const auto& hashes : found) ids->insert(hashes.begin(), hashes.end());
}

void IndexWriter::Impl::remove_documents(const std::string& path) {
  const std::string term = schema::kFile + schema::tail_of(path);
  std::vector<std::vector<std::string>> freed(shards.size());
  each_shard([&](std::size_t i, Xapian::WritableDatabase& shard) {
    std::vector<Xapian::docid> found(shard.postlist_begin(term), shard.postlist_end(term));
    for (Xapian::docid document : found) {
      auto identity =
          schema::unpacked_identity(shard.get_document(document).get_value(schema::kIdentitySlot));
      if (identity) freed[i].push_back(identity->id);
      shard.delete_document(document);
    }
  });
  if (!ids) return;
  for (const auto& list : freed)
    for (const std::string& id : list) ids->erase(hash_of(schema::tail_of(id)));
}

/// In the order of the file.
std::vector<Document> IndexWriter::Impl::documents_of(const std::string& path) {
  const std::string term = schema::kFile + schema::tail_of(path);
  std::vector<std::vector<Document>> found(shards.size());
  each_shard([&](std::size_t i, Xapian::WritableDatabase& shard) {
    const std::vector<Xapian::docid> ids(shard.postlist_begin(term), shard.postlist_end(term));
    for (Xapian::docid id : ids) {
      auto document = unpacked(shard.get_document(id).get_data());
      if (!document) throw Xapian::DatabaseCorruptError("a document is damaged");
      found[i].push_back(std::move(*document));
    }
  });
  std::vector<Document> documents;
  for (auto& list : found)
    for (Document& document : list) documents.push_back(std::move(document));
  std::sort(documents.begin(), documents.end(),
            [](const Document& a, const Document& b) { return a.record < b.record; });
  return documents;
}

void IndexWriter::Impl::add(Document document) {
  if (!ids) load_ids();
  ids->insert(hash_of(schema::tail_of(document.id)));
  changed.insert(document.source);
  unfinished.insert(document.source);
  documents += 1;
  bytes += document.text.size();
  auto shared = std::make_shared<Document>(std::move(document));
  shards[dealt++ % shards.size()]->give([shared](Xapian::WritableDatabase& shard) {
    Xapian::Document made;
    add_terms(*shared, made, [&](const std::string& key, const std::string& word) {
      shard.set_metadata(key, word);
    });
    shard.add_document(made);
  });
  if (documents >= kDocumentsPerCommit * shards.size() || bytes >= kBytesPerCommit * shards.size())
    commit();
}

void IndexWriter::Impl::commit() {
  if (changed.empty()) return;
  const std::vector<std::string> changed_paths(changed.begin(), changed.end());
  const std::vector<std::string> unfinished_paths(unfinished.begin(), unfinished.end());
  each_shard([&](std::size_t i, Xapian::WritableDatabase& shard) {
    shard.set_metadata(std::string(schema::kEpoch), std::to_string(epoch + 1));
    shard.set_metadata(std::string(schema::kChanged), schema::packed_list(changed_paths));
    if (i == 0) {
      shard.set_metadata(std::string(schema::kJoined), "");
      shard.set_metadata(std::string(schema::kUnfinished), schema::packed_list(unfinished_paths));
      for (const std::string& path : changed_paths) {
        auto stamp = stamps.find(path);
        shard.set_metadata(std::string(schema::kStamp) + schema::tail_of(path),
                           stamp == stamps.end() ? "" : schema::packed_stamp(stamp->second));
      }
    }
    commit_shard(shard);
  });
  epoch += 1;
  joined = false;
  changed.clear();
  documents = bytes = 0;
}

void IndexWriter::Impl::finish() {
  commit();
  if (joined) return;
  Store store(folder);
  StudyTable table = StudyTable::joined_again(store);
  each_shard([&](std::size_t i, Xapian::WritableDatabase& shard) {
    if (i != 0) return;
    const std::string blocks(schema::kStudyBlock);
    std::vector<std::string> old(shard.metadata_keys_begin(blocks),
                                 shard.metadata_keys_end(blocks));
    for (const std::string& key : old) shard.set_metadata(key, "");
    table.pack(store, [&](const std::string& key, const std::string& value) {
      shard.set_metadata(key, value);
    });
    shard.set_metadata(std::string(schema::kJoined), "1");
    commit_shard(shard);
  });
  joined = true;
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;

IndexWriter::~IndexWriter() {
  if (impl_) (void)commit();
}

Result<IndexWriter> IndexWriter::open(const fs::path& folder, const WriterOptions& options) {
  return at_the_door(folder, [&]() -> Result<IndexWriter> {
    return IndexWriter(std::make_unique<Impl>(folder, options));
  });
}

std::vector<FileStamp> IndexWriter::files() const {
  std::vector<FileStamp> files;
  files.reserve(impl_->stamps.size());
  for (const auto& [path, stamp] : impl_->stamps) files.push_back(stamp);
  return files;
}

Result<void> IndexWriter::decide(const std::vector<DuplicateDecision>& agreed) {
  std::string lines;
  for (const DuplicateDecision& decision : agreed) lines += line_of(decision);
  if (lines == impl_->decisions) return {};
  return at_the_door(impl_->folder, [&]() -> Result<void> {
    impl_->commit();
    impl_->decisions = std::move(lines);
    impl_->joined = false;
    impl_->shards.front()->give([kept = impl_->decisions](Xapian::WritableDatabase& shard) {
      shard.set_metadata(std::string(schema::kDecisions), kept);
      shard.set_metadata(std::string(schema::kJoined), "");
      commit_shard(shard);
    });
    impl_->shards.front()->wait();
    return {};
  });
}

Result<void> IndexWriter::move_file(const std::string& from, const FileStamp& to) {
  if (!impl_->stamps.contains(from))
    return failure(Error::Kind::internal, "'" + from + "' is not a finished file of the index");
  std::vector<Document> documents;
  auto taken = at_the_door(impl_->folder, [&]() -> Result<void> {
    documents = impl_->documents_of(from);
    return {};
  });
  if (!taken) return taken;
  for (const std::string& path : {from, to.path})
    if (auto removed = remove_file(path); !removed) return removed;
  for (Document& document : documents) {
    document.id.clear();
    document.source = to.path;
    if (auto added = add(std::move(document)); !added) return tl::unexpected(added.error());
  }
  return finish_file(to);
}

Result<void> IndexWriter::remove_file(const std::string& path) {
  return at_the_door(impl_->folder, [&]() -> Result<void> {
    if (impl_->stamps.erase(path) + impl_->unfinished.erase(path) == 0) return {};
    impl_->remove_documents(path);
    impl_->changed.insert(path);
    return {};
  });
}

Result<DocId> IndexWriter::add(Document document) {
  if (!document.id.empty())
    return failure(Error::Kind::internal,
                   "the document '" + document.id + "' is in a corpus already");
  if (document.text.size() > kLargestText)
    return failure(Error::Kind::limit,
                   fmt::format("'{}' has {} MB of text, and {} MB are allowed", document.source,
                               document.text.size() >> 20, kLargestText >> 20),
                   "split the file");
  if (impl_->stamps.contains(document.source))
    return failure(Error::Kind::internal, "'" + document.source + "' is finished already",
                   "remove the file from the index first");
  return at_the_door(impl_->folder, [&]() -> Result<DocId> {
    if (!impl_->ids) impl_->load_ids();
    document.id = new_id(document, [&](const DocId& id) {
      return impl_->ids->contains(hash_of(schema::tail_of(id)));
    });
    DocId id = document.id;
    impl_->add(std::move(document));
    return id;
  });
}

Result<void> IndexWriter::finish_file(const FileStamp& stamp) {
  return at_the_door(impl_->folder, [&]() -> Result<void> {
    impl_->stamps[stamp.path] = stamp;
    impl_->unfinished.erase(stamp.path);
    impl_->changed.insert(stamp.path);
    return {};
  });
}

Result<void> IndexWriter::commit() {
  return at_the_door(impl_->folder, [&]() -> Result<void> {
    impl_->commit();
    return {};
  });
}

Result<void> IndexWriter::finish() {
  return at_the_door(impl_->folder, [&]() -> Result<void> {
    impl_->finish();
    return {};
  });
}

}  // namespace litmine
