#include "bench/fts5.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace litmine {
namespace {

[[noreturn]] void give_up(sqlite3* database) {
  std::fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(database));
  std::exit(2);
}

void bind_text(sqlite3_stmt* statement, int column, std::string_view text) {
  sqlite3_bind_text(statement, column, text.data(), static_cast<int>(text.size()),
                    SQLITE_TRANSIENT);
}

}  // namespace

Fts5::Fts5(const std::filesystem::path& file) {
  if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) give_up(database_);
}

Fts5::~Fts5() { sqlite3_close(database_); }

void Fts5::run(const char* sql) const {
  if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) give_up(database_);
}

void Fts5::fill(std::uint32_t count, const std::function<Document(std::uint32_t)>& record) {
  run("PRAGMA journal_mode = OFF");
  run("PRAGMA synchronous = OFF");
  run("CREATE VIRTUAL TABLE records USING fts5(title, abstract, keywords, content='')");
  run("BEGIN");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database_,
                     "INSERT INTO records(rowid, title, abstract, keywords) VALUES(?,?,?,?)", -1,
                     &insert, nullptr);
  for (std::uint32_t number = 0; number < count; ++number) {
    const Document document = record(number);
    sqlite3_bind_int64(insert, 1, number + 1);
    bind_text(insert, 2, document.part_text(Part::title));
    bind_text(insert, 3, document.part_text(Part::abstract));
    bind_text(insert, 4, document.part_text(Part::keywords));
    if (sqlite3_step(insert) != SQLITE_DONE) give_up(database_);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run("COMMIT");
  run("INSERT INTO records(records) VALUES('optimize')");
}

std::uint64_t Fts5::count(const std::string& match) const {
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(database_, "SELECT count(*) FROM records WHERE records MATCH ?", -1, &select,
                     nullptr);
  bind_text(select, 1, match);
  if (sqlite3_step(select) != SQLITE_ROW) give_up(database_);
  auto found = static_cast<std::uint64_t>(sqlite3_column_int64(select, 0));
  sqlite3_finalize(select);
  return found;
}

}  // namespace litmine
