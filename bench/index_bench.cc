// index_bench [RECORDS [FOLDER]]: made-up records into the index, against a bare Xapian writer of
// the same words. CPU seconds are told besides wall time: on a shared machine only ratios count.
#include <fmt/format.h>
#include <xapian.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/made_up_collection.h"
#include "bench/measure.h"
#include "indexer/index.h"
#include "text/words.h"

namespace fs = std::filesystem;
using namespace litmine;

namespace {

void tell(const char* what, const Clock& clock, std::uint32_t records, const fs::path& folder) {
  fmt::print("{:<24} {:7.1f} s wall {:7.1f} s CPU {:7.0f} records/CPU s {:6.0f} MB\n", what,
             clock.wall(), clock.cpu(), records / clock.cpu(), megabytes_in(folder));
  std::fflush(stdout);
}

/// What Xapian itself needs for the same words, with positions and the same commits.
void write_bare(const std::vector<Document>& documents, const fs::path& folder) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  std::size_t count = 0;
  for (const Document& document : documents) {
    Xapian::Document made;
    Xapian::termpos base = 1;
    std::string term;
    for (const Passage& passage : passages(document)) {
      Xapian::termpos last = base;
      cut_words(passage.text, [&](const Word& word) {
        term.assign(1, static_cast<char>('A' + static_cast<int>(passage.part)));
        term += word.text;
        made.add_posting(term, last = base + word.position);
      });
      base = last + 1000;
    }
    made.set_data(document.text);
    database.add_document(made);
    if (++count % 1000 == 0) database.commit();
  }
  database.commit();
}

void write_index(const std::vector<Document>& documents, const fs::path& folder, unsigned shards) {
  WriterOptions options;
  options.shards = shards;
  auto writer = IndexWriter::open(folder, options);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!writer->add(documents[i])) std::abort();
    if (i + 1 == documents.size() || documents[i + 1].source != documents[i].source) {
      FileStamp stamp;
      stamp.path = documents[i].source;
      if (!writer->finish_file(stamp)) std::abort();
    }
  }
  if (!writer->finish()) std::abort();
}

}  // namespace

int main(int argc, char** argv) {
  const auto records = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 20'000);
  const fs::path folder =
      argc > 2 ? fs::path(argv[2]) : fs::temp_directory_path() / "litmine-bench";
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::vector<Document> documents;
  {
    const MadeUpCollection collection;
    for (std::uint32_t number = 0; number < records; ++number)
      documents.push_back(collection.record(number));
  }
  fmt::print("{} records\n", records);
  Clock bare;
  write_bare(documents, folder / "bare");
  tell("bare Xapian writer", bare, records, folder / "bare");
  for (unsigned shards : {1u, 2u}) {
    Clock ours;
    const fs::path index = folder / fmt::format("index-{}", shards);
    write_index(documents, index, shards);
    tell(fmt::format("litmine, {} shard{}", shards, shards > 1 ? "s" : "").c_str(), ours, records,
         index);
  }
  fs::remove_all(folder);
}
