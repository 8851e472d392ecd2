// Reading the shards. A commit of the writer reaches one shard after another; when it was cut off
// in between, their epochs differ, and the files that the commit was about are hidden.
#include "indexer/store.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "indexer/door.h"
#include "indexer/schema.h"

namespace litmine {
namespace fs = std::filesystem;
namespace {

constexpr std::uint32_t kMostShards = 4096;

[[noreturn]] void fail(Error::Kind kind, std::string what, std::string hint) {
  throw Failure{{kind, std::move(what), std::move(hint)}};
}

std::vector<std::string> list_in(const Xapian::Database& shard, std::string_view key) {
  auto list = schema::unpacked_list(shard.get_metadata(std::string(key)));
  if (!list) throw Xapian::DatabaseCorruptError("the list '" + std::string(key) + "' is damaged");
  return *list;
}

}  // namespace

fs::path shard_path(const fs::path& folder, std::size_t shard) {
  return folder / fmt::format("shard-{}", shard);
}

bool has_marker(const fs::path& folder) { return fs::exists(folder / schema::kMarkerFile); }

Marker read_marker(const fs::path& folder) {
  std::ifstream file(folder / schema::kMarkerFile);
  if (!file) {
    if (has_marker(folder))
      fail(Error::Kind::unreadable, "the index in '" + folder.string() + "' may not be read",
           "check the permissions of the folder");
    fail(Error::Kind::not_found, "there is no index in '" + folder.string() + "'",
         "run 'litmine index' with your files first");
  }
  std::string litmine, index, shards_word;
  std::uint32_t format = 0;
  Marker marker;
  file >> litmine >> index >> format >> shards_word >> marker.shards;
  bool ours = file && litmine == "litmine" && index == "index" && shards_word == "shards";
  if (ours && format != schema::kFormat)
    fail(Error::Kind::unsupported,
         fmt::format("the index in '{}' has format {}, and this litmine reads format {}",
                     folder.string(), format, schema::kFormat),
         "delete the folder and index again");
  if (!ours || marker.shards == 0 || marker.shards > kMostShards)
    fail(Error::Kind::unreadable,
         "'" + folder.string() + "' is not an index of litmine, or damaged",
         "delete the folder and index again; the files are the truth");
  return marker;
}

void write_marker(const fs::path& folder, Marker marker) {
  fs::path target = folder / schema::kMarkerFile;
  fs::path draft = target;
  draft += ".new";
  {
    std::ofstream file(draft);
    file << fmt::format("litmine index {} shards {}\n", schema::kFormat, marker.shards);
    if (!file.flush())
      fail(Error::Kind::unreadable, "cannot write into '" + folder.string() + "'",
           "check the permissions and the space on the disk");
  }
  fs::rename(draft, target);
}

struct Store::Impl {
  std::vector<Xapian::Database> shards;
  std::vector<std::uint32_t> base;  // number of the first document of each shard; one more at end
  std::vector<std::uint32_t> hidden;
  std::vector<std::string> unfinished;
  std::uint64_t epoch = 0;
  bool cut_off = false;

  std::size_t shard_of(std::uint32_t number) const {
    auto after = std::upper_bound(base.begin(), base.end(), number);
    return static_cast<std::size_t>(after - base.begin()) - 1;
  }
  std::uint32_t number(std::size_t shard, Xapian::docid id) const { return base[shard] + id - 1; }
  Xapian::docid id_in_shard(std::uint32_t number) const {
    return number - base[shard_of(number)] + 1;
  }
  void hide_unfinished();
};

void Store::Impl::hide_unfinished() {
  for (const std::string& path : unfinished)
    for (std::size_t shard = 0; shard < shards.size(); ++shard) {
      std::string term = schema::kFile + schema::tail_of(path);
      auto end = shards[shard].postlist_end(term);
      for (auto it = shards[shard].postlist_begin(term); it != end; ++it)
        hidden.push_back(number(shard, *it));
    }
  std::sort(hidden.begin(), hidden.end());
}

Store::Store(const fs::path& folder) : impl_(std::make_unique<Impl>()) {
  Marker marker = read_marker(folder);
  std::set<std::string> unfinished;
  std::vector<std::uint64_t> epochs;
  std::uint64_t base = 0;
  for (std::size_t shard = 0; shard < marker.shards; ++shard) {
    Xapian::Database& database = impl_->shards.emplace_back(shard_path(folder, shard).string());
    impl_->base.push_back(static_cast<std::uint32_t>(base));
    base += database.get_lastdocid();
    std::string epoch = database.get_metadata(std::string(schema::kEpoch));
    epochs.push_back(epoch.empty() ? 0 : std::stoull(epoch));
  }
  if (base >= 0xffffffffu)
    fail(Error::Kind::limit, "the index holds more documents than can be numbered", {});
  impl_->base.push_back(static_cast<std::uint32_t>(base));

  for (std::string& path : list_in(impl_->shards.front(), schema::kUnfinished))
    unfinished.insert(std::move(path));
  std::uint64_t latest = *std::max_element(epochs.begin(), epochs.end());
  for (std::size_t shard = 0; shard < epochs.size(); ++shard)
    impl_->cut_off |= epochs[shard] != latest;
  for (std::size_t shard = 0; shard < epochs.size() && impl_->cut_off; ++shard)
    if (epochs[shard] == latest)
      for (std::string& path : list_in(impl_->shards[shard], schema::kChanged))
        unfinished.insert(std::move(path));
  impl_->epoch = latest;
  impl_->unfinished.assign(unfinished.begin(), unfinished.end());
  impl_->hide_unfinished();
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::size_t Store::shards() const { return impl_->shards.size(); }
std::uint32_t Store::numbers() const { return impl_->base.back(); }
std::uint32_t Store::places(std::size_t shard) const {
  return impl_->base[shard + 1] - impl_->base[shard];
}
std::uint32_t Store::number_at(std::size_t shard, std::uint32_t place) const {
  return impl_->base[shard] + place;
}
const std::vector<std::uint32_t>& Store::hidden() const { return impl_->hidden; }
const std::vector<std::string>& Store::unfinished() const { return impl_->unfinished; }
std::uint64_t Store::epoch() const { return impl_->epoch; }
bool Store::was_cut_off() const { return impl_->cut_off; }

std::uint64_t Store::lasting(std::uint32_t number) const {
  return std::uint64_t{impl_->id_in_shard(number)} * shards() + impl_->shard_of(number);
}

std::optional<std::uint32_t> Store::number_of(std::uint64_t lasting) const {
  std::size_t shard = lasting % shards();
  std::uint64_t id = lasting / shards();
  if (id == 0 || id > impl_->base[shard + 1] - impl_->base[shard]) return {};
  return impl_->number(shard, static_cast<Xapian::docid>(id));
}

void Store::each_term(std::size_t shard, const std::string& beginning,
                      const std::function<void(const std::string&)>& take) const {
  const Xapian::Database& database = impl_->shards[shard];
  auto end = database.allterms_end(beginning);
  for (auto it = database.allterms_begin(beginning); it != end; ++it) take(*it);
}

std::uint32_t Store::frequency(std::size_t shard, const std::string& term) const {
  return impl_->shards[shard].get_termfreq(term);
}

void Store::add_documents(std::size_t shard, const std::string& term, DocSet& into) const {
  const Xapian::Database& database = impl_->shards[shard];
  auto end = database.postlist_end(term);
  for (auto it = database.postlist_begin(term); it != end; ++it) into.add(*it - 1);
}

std::vector<std::uint32_t> Store::documents_with(const std::string& term) const {
  std::vector<std::uint32_t> numbers;
  for (std::size_t shard = 0; shard < shards(); ++shard) {
    auto end = impl_->shards[shard].postlist_end(term);
    for (auto it = impl_->shards[shard].postlist_begin(term); it != end; ++it)
      numbers.push_back(impl_->number(shard, *it));
  }
  return numbers;
}

void Store::add_positions(std::size_t shard, const std::string& term, const DocSet& among,
                          std::size_t count, std::vector<WordAt>& into) const {
  const Xapian::Database& database = impl_->shards[shard];
  auto add = [&](std::uint32_t place) {
    auto end = database.positionlist_end(place + 1, term);
    for (auto at = database.positionlist_begin(place + 1, term); at != end; ++at)
      into.push_back({place, *at});
  };
  if (database.get_termfreq(term) < 2 * count) {  // a rare word: walk its documents
    auto end = database.postlist_end(term);
    for (auto it = database.postlist_begin(term); it != end; ++it)
      if (among.contains(*it - 1)) add(*it - 1);
    return;
  }
  among.each(add);  // a frequent one: ask each document, it may not have it
}

std::string Store::data(std::size_t shard, std::uint32_t place) const {
  return impl_->shards[shard].get_document(place + 1).get_data();
}

std::string Store::data(std::uint32_t number) const {
  const Xapian::Database& database = impl_->shards[impl_->shard_of(number)];
  return database.get_document(impl_->id_in_shard(number)).get_data();
}

std::string Store::value(std::uint32_t number, unsigned slot) const {
  const Xapian::Database& database = impl_->shards[impl_->shard_of(number)];
  return database.get_document(impl_->id_in_shard(number), Xapian::DOC_ASSUME_VALID)
      .get_value(slot);
}

void Store::each_value(unsigned slot,
                       const std::function<void(std::uint32_t, const std::string&)>& take) const {
  for (std::size_t shard = 0; shard < shards(); ++shard) {
    auto end = impl_->shards[shard].valuestream_end(slot);
    for (auto it = impl_->shards[shard].valuestream_begin(slot); it != end; ++it)
      take(impl_->number(shard, it.get_docid()), *it);
  }
}

std::string Store::metadata(const std::string& key, std::size_t shard) const {
  return impl_->shards[shard].get_metadata(key);
}

void Store::each_metadata(const std::string& beginning,
                          const std::function<void(const std::string&)>& take) const {
  const Xapian::Database& database = impl_->shards.front();
  auto end = database.metadata_keys_end(beginning);
  for (auto it = database.metadata_keys_begin(beginning); it != end; ++it)
    take(database.get_metadata(*it));
}

std::uint64_t Store::words() const {
  std::uint64_t sum = 0;
  for (const Xapian::Database& shard : impl_->shards) sum += shard.get_total_length();
  for (std::uint32_t number : impl_->hidden)
    sum -= impl_->shards[impl_->shard_of(number)].get_doclength(impl_->id_in_shard(number));
  return sum;
}

}  // namespace litmine
