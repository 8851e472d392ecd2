// search_bench [RECORDS [FOLDER]]: what searching a large collection costs in time and memory, and
// what SQLite's FTS5 needs in the same run for the part of each string that it can say.
//
// The collection is made up from a seed (made_up_collection.h) and written through our own writer.
// With FOLDER it is kept there and found again by the next run; otherwise it goes at the end.
// Cold: files taken out of the system's cache, the index opened, the string run once. Warm: the
// median of 15 more runs. Counts of both sides are printed, so a wrong answer shows. REVIEW=FILE
// in the environment replaces the search string of the sample review, ONLY=WORDS runs the cases
// whose names hold these words.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "bench/made_up_collection.h"
#include "bench/measure.h"
#include "indexer/index.h"
#include "indexer/merge.h"
#include "queries/dialect.h"
#ifdef LITMINE_HAS_SQLITE
#include "bench/fts5.h"
#endif

namespace fs = std::filesystem;
using namespace litmine;

namespace {

constexpr int kWarmRuns = 15;

struct Case {
  std::string name, query;  // in the dialect of Scopus
  std::string fts5;         // the same for FTS5, empty when it has no way to say it
};

[[noreturn]] void give_up(const Error& error) {
  fmt::print(stderr, "{}: {}\n", error.what, error.hint);
  std::exit(2);
}

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

/// A clause in the language of FTS5, for the kinds that it has. Patterns may only end in a gap, and
/// in a phrase only the last word may.
std::string for_fts5(const Clause& clause) {
  auto list = [&](std::string_view sign) {
    std::string text;
    for (const Clause& operand : clause.operands)
      text += (text.empty() ? "(" : std::string(sign)) + for_fts5(operand);
    return text + ')';
  };
  auto word = [](const Clause& each) { return each.pattern.literal_prefix(); };
  switch (clause.kind) {
    case Clause::Kind::word:
      return '"' + word(clause) + '"' + (clause.pattern.is_literal() ? "" : "*");
    case Clause::Kind::phrase: {
      std::string text;
      for (const Clause& operand : clause.operands)
        text += (text.empty() ? "\"" : " ") + word(operand);
      return text + '"' + (clause.operands.back().pattern.is_literal() ? "" : "*");
    }
    case Clause::Kind::any_of:
      return list(" OR ");
    case Clause::Kind::all_of:
      return list(" AND ");
    default:
      return {};
  }
}

std::vector<Case> cases() {
  const char* asked = std::getenv("REVIEW");
  const std::string review = text_of(asked ? asked : "corpus/sample/queries/repaired.txt");
  return {
      {"the review's string, counts of every clause", review, {}},
      {"a phrase with two wildcards", "\"technolog* ventur*\"", {}},
      {"nested proximity",
       "(export* OR international*) W/10 (small W/3 (firm* OR enterprise* OR compan*))",
       {}},
      {"international*", "international*", "\"international\"*"},
      {"*oxide", "*oxide", {}},
  };
}

Query read(const std::string& source) {
  Query query = parse_query(source, *dialect_named("scopus")).query;
  // FTS5 knows no variants, and the counts are to be compared: plurals are off.
  auto plain = [](auto&& self, Clause& clause) -> void {
    clause.variants = {};
    for (Clause& operand : clause.operands) self(self, operand);
  };
  plain(plain, query.root);
  return query;
}

/// Records `from` to `to` - 1 into an index of two shards.
void write_slice(const MadeUpCollection& collection, std::uint32_t from, std::uint32_t to,
                 const fs::path& folder) {
  WriterOptions options;
  options.shards = 2;
  auto writer = IndexWriter::open(folder, options);
  if (!writer) give_up(writer.error());
  for (std::uint32_t number = from; number < to; ++number) {
    Document document = collection.record(number);
    FileStamp stamp;
    stamp.path = document.source;
    if (auto added = writer->add(std::move(document)); !added) give_up(added.error());
    if (number + 1 == to || (number + 1) % MadeUpCollection::kRecordsInAFile == 0)
      if (auto finished = writer->finish_file(stamp); !finished) give_up(finished.error());
  }
  if (auto finished = writer->finish(); !finished) give_up(finished.error());
}

/// A large collection is written in slices, which are merged at the end.
void write_index(const MadeUpCollection& collection, std::uint32_t records,
                 const fs::path& folder) {
  constexpr std::uint32_t kSlice = 50'000;
  Clock clock;
  forget_peak_memory();
  std::vector<fs::path> slices;
  for (std::uint32_t from = 0; from < records; from += kSlice) {
    slices.push_back(folder.parent_path() / fmt::format("slice-{:03}", from / kSlice));
    if (fs::exists(slices.back())) continue;
    fs::path draft = slices.back();
    draft += ".new";
    fs::remove_all(draft);
    write_slice(collection, from, std::min(records, from + kSlice), draft);
    fs::rename(draft, slices.back());
  }
  fmt::print("slices written: {:.0f} s wall, {:.0f} s CPU with making the records up\n",
             clock.wall(), clock.cpu());
  std::fflush(stdout);
  Clock merging;
  if (auto merged = merge_indexes(slices, folder); !merged) give_up(merged.error());
  for (const fs::path& slice : slices) fs::remove_all(slice);
  fmt::print("merged: {:.0f} s wall, {:.0f} s CPU, {:.0f} MB, peak of memory {:.0f} MB\n",
             merging.wall(), merging.cpu(), megabytes_in(folder), peak_megabytes());
  std::fflush(stdout);
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void tell(std::string_view who, std::uint64_t found, double cold, double warm, double cpu,
          double memory) {
  fmt::print("  {:<28} {:>8} found  cold {:>8.1f} ms  warm {:>8.1f} ms ({:.1f} ms CPU)", who, found,
             cold * 1e3, warm * 1e3, cpu * 1e3);
  if (memory > 0) fmt::print("  peak of memory {:.0f} MB", memory);
  fmt::print("\n");
  std::fflush(stdout);
}

struct Outcome {
  std::uint64_t found = 0;
  std::vector<std::uint64_t> counts;
};

Outcome run_ours(const Query& query, const fs::path& folder) {
  SearchOptions options;
  options.ids_by_clause = false;
  options.remarks = false;
  forget_files(folder);
  forget_peak_memory();
  Clock cold;
  auto index = Index::open(folder);
  if (!index) give_up(index.error());
  const double opened = cold.wall();
  auto hits = index->search(query, options);
  if (!hits) give_up(hits.error());
  const double cold_time = cold.wall();
  std::vector<double> walls, cpus;
  for (int run = 0; run < kWarmRuns; ++run) {
    Clock warm;
    hits = index->search(query, options);
    walls.push_back(warm.wall());
    cpus.push_back(warm.cpu());
  }
  tell(fmt::format("litmine (opened in {:.0f} ms)", opened * 1e3), hits->studies.size(), cold_time,
       median(walls), median(cpus), peak_megabytes());
  Outcome outcome{hits->studies.size(), {}};
  for (const ClauseCount& count : hits->counts) outcome.counts.push_back(count.studies);
  return outcome;
}

#ifdef LITMINE_HAS_SQLITE
/// What FTS5 needs for one total, and for the counts of every clause that is no single word of a
/// phrase.
void run_fts5(const Case& one, const Query& query, const fs::path& file, const Outcome& ours) {
  std::string total = one.fts5;
  std::vector<std::pair<std::size_t, std::string>> clauses;
  if (query.root.kind == Clause::Kind::all_of) {
    total = for_fts5(query.root);
    std::size_t behind = 0;
    each_clause(query.root, [&](const Clause& clause, std::size_t number, std::size_t) {
      if (number < behind) return;
      if (clause.kind == Clause::Kind::phrase) behind = number + clause_count(clause);
      clauses.emplace_back(number, for_fts5(clause));
    });
  }
  if (total.empty()) {
    fmt::print("  SQLite FTS5                  cannot say it\n");
    return;
  }
  forget_files(file.parent_path());
  Clock cold;
  Fts5 database(file);
  std::uint64_t found = database.count(total);
  const double cold_time = cold.wall();
  std::vector<double> walls, cpus;
  for (int run = 0; run < kWarmRuns; ++run) {
    Clock warm;
    database.count(total);
    walls.push_back(warm.wall());
    cpus.push_back(warm.cpu());
  }
  tell("SQLite FTS5, one total", found, cold_time, median(walls), median(cpus), 0);
  if (clauses.empty()) return;
  Clock all;
  std::size_t differ = 0;
  for (const auto& [number, match] : clauses)
    differ += database.count(match) != ours.counts[number];
  fmt::print("  SQLite FTS5, {} counts warm in {:.1f} ms; {} of them differ from ours\n",
             clauses.size(), all.wall() * 1e3, differ);
}
#endif

}  // namespace

int main(int argc, char** argv) {
  const auto records = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 100'000);
  const bool keep = argc > 2;
  const fs::path folder =
      keep ? fs::path(argv[2]) : fs::temp_directory_path() / fmt::format("litmine-{}", getpid());
  const fs::path index = folder / "index", peer = folder / "peer";
  fmt::print("{} made-up records, {} cores\n", records, std::thread::hardware_concurrency());
  {
    const MadeUpCollection collection;
    fs::create_directories(peer);
    if (!fs::exists(index)) write_index(collection, records, index);
#ifdef LITMINE_HAS_SQLITE
    if (!fs::exists(peer / "fts5")) {
      Clock clock;
      Fts5(peer / "fts5").fill(records, [&](std::uint32_t n) { return collection.record(n); });
      fmt::print("FTS5 written: {:.0f} s wall, {:.0f} s CPU, {:.0f} MB\n", clock.wall(),
                 clock.cpu(), megabytes_in(peer));
    }
#endif
  }
  const char* only = std::getenv("ONLY");
  for (const Case& one : cases()) {
    if (only != nullptr && one.name.find(only) == std::string::npos) continue;
    fmt::print("{}\n", one.name);
    const Query query = read(one.query);
    const Outcome ours = run_ours(query, index);
#ifdef LITMINE_HAS_SQLITE
    run_fts5(one, query, peer / "fts5", ours);
#endif
  }
  if (!keep) fs::remove_all(folder);
}
