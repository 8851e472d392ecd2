// SQLite's full-text index over the same records, as a peer: for the part of a search string that
// FTS5 can say.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "corpus/document.h"

struct sqlite3;

namespace litmine {

class Fts5 {
 public:
  /// Opens the database, or makes a new one. Ends the program with a message when that fails: a
  /// benchmark has nobody to report to.
  explicit Fts5(const std::filesystem::path& file);
  ~Fts5();
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;

  /// Writes records 0 to `count` - 1, in one transaction, without keeping their text.
  void fill(std::uint32_t count, const std::function<Document(std::uint32_t)>& record);
  /// How many records meet a string in FTS5's own language.
  std::uint64_t count(const std::string& match) const;

 private:
  void run(const char* sql) const;
  sqlite3* database_ = nullptr;
};

}  // namespace litmine
