// The shards of an index, for reading. Documents are known by number: dense, from 0, over all
// shards; a number is valid for one opened Store only. Within its shard a document is known by its
// place, from 0. What is thrown is caught at the door (door.h).
//
// Calls that name a shard may be made from several threads, each shard by one at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/doc_set.h"

namespace litmine {

/// A word of a document: for sorting many of them by document, then by position.
struct WordAt {
  std::uint32_t document = 0, position = 0;  ///< the document by its place in the shard
  friend bool operator==(WordAt, WordAt) = default;
  friend auto operator<=>(WordAt, WordAt) = default;
};

/// What the file `litmine-index` says. Throws Failure: nothing there, not ours, another format.
struct Marker {
  std::uint32_t shards = 0;
};
Marker read_marker(const std::filesystem::path& folder);
void write_marker(const std::filesystem::path& folder, Marker marker);
bool has_marker(const std::filesystem::path& folder);
std::filesystem::path shard_path(const std::filesystem::path& folder, std::size_t shard);

class Store {
 public:
  explicit Store(const std::filesystem::path& folder);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  std::size_t shards() const;
  /// One more than the largest number of a document.
  std::uint32_t numbers() const;
  /// One more than the last place of a shard.
  std::uint32_t places(std::size_t shard) const;
  /// The number of the document at that place.
  std::uint32_t number_at(std::size_t shard, std::uint32_t place) const;
  /// A document's number that stays the same when documents are added, and back.
  std::uint64_t lasting(std::uint32_t number) const;
  std::optional<std::uint32_t> number_of(std::uint64_t lasting) const;

  /// Documents of files that a cut-off run left unfinished: as good as not there, ascending.
  const std::vector<std::uint32_t>& hidden() const;
  /// Paths of those files, sorted.
  const std::vector<std::string>& unfinished() const;
  /// The last commit did not reach every shard.
  bool was_cut_off() const;

  /// Calls `take(term)` for each term of one shard that begins so, ascending.
  void each_term(std::size_t shard, const std::string& beginning,
                 const std::function<void(const std::string&)>& take) const;
  std::uint32_t frequency(std::size_t shard, const std::string& term) const;
  /// Adds the places of the documents of one shard that have the term.
  void add_documents(std::size_t shard, const std::string& term, DocSet& into) const;
  /// The documents that have the term, over all shards, ascending.
  std::vector<std::uint32_t> documents_with(const std::string& term) const;
  /// Appends the positions of a term in those documents of one shard that are in `among` (places),
  /// which holds `count`.
  void add_positions(std::size_t shard, const std::string& term, const DocSet& among,
                     std::size_t count, std::vector<WordAt>& into) const;

  std::string data(std::uint32_t number) const;
  std::string data(std::size_t shard, std::uint32_t place) const;
  std::string value(std::uint32_t number, unsigned slot) const;
  /// Calls `take(number, value)` for each document that has a value there.
  void each_value(unsigned slot,
                  const std::function<void(std::uint32_t, const std::string&)>& take) const;
  std::string metadata(const std::string& key, std::size_t shard = 0) const;
  void each_metadata(const std::string& beginning,
                     const std::function<void(const std::string&)>& take) const;
  std::uint64_t epoch() const;  ///< number of the last commit
  std::uint64_t words() const;  ///< words of all documents that are not hidden

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace litmine
