// Records into the index against a bare Xapian writer of the same words, and the review's search
// string over them. CPU seconds are told besides wall time: on a shared machine only ratios count.
//
//     index_bench [RECORDS [FOLDER]]
#include <fmt/format.h>
#include <sys/resource.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "indexer/index.h"
#include "text/words.h"

namespace fs = std::filesystem;
using namespace litmine;

namespace {

constexpr std::size_t kWordsInARecord = 200;
constexpr std::size_t kVocabulary = 60'000;
constexpr std::uint32_t kRecordsInAFile = 1000;

// The groups of the search string in da Rocha et al. (2024).
const std::vector<std::vector<std::string>> kGroups = {
    {"digitalization", "digital ecosystem", "social media", "digital platform", "e-commerce",
     "e-tailing", "cross-border commerce", "digital servic*", "information technolog*",
     "e-business*", "global marketplace"},
    {"INV", "international entrepreneurship", "international new venture", "born global*",
     "micromultinational*"},
    {"small firm", "SME*", "small and medium enterprise*", "small company",
     "small and medium compan*", "SMC*"},
    {"export*", "international*", "global", "cross-border", "global value chain"},
};

/// Words by Zipf's law; the words of the search string stand among the frequent ones.
class Vocabulary {
 public:
  Vocabulary() {
    for (std::size_t i = 0; i < kVocabulary; ++i) words_.push_back(made_up(i));
    std::size_t at = 40;
    for (const char* form : {"digital",
                             "platform",
                             "commerce",
                             "social",
                             "media",
                             "small",
                             "firm",
                             "firms",
                             "global",
                             "international",
                             "export",
                             "exports",
                             "e",
                             "and",
                             "medium",
                             "enterprises",
                             "enterprise",
                             "company",
                             "companies",
                             "cross",
                             "border",
                             "value",
                             "chain",
                             "services",
                             "technology",
                             "information",
                             "born",
                             "sme",
                             "smes",
                             "new",
                             "venture",
                             "entrepreneurship",
                             "inv",
                             "digitalization",
                             "ecosystem",
                             "business",
                             "marketplace",
                             "exporting",
                             "internationalization",
                             "globals",
                             "service",
                             "technologies"})
      words_[at += 7] = form;
    double sum = 0;
    for (std::size_t i = 0; i < kVocabulary; ++i)
      ends_.push_back(sum += 1.0 / std::pow(i + 2, 0.95));
  }
  const std::string& pick(std::mt19937_64& dice) const {
    double at = static_cast<double>(dice() >> 11) / 9007199254740992.0 * ends_.back();
    auto found = std::lower_bound(ends_.begin(), ends_.end(), at);
    return words_[static_cast<std::size_t>(found - ends_.begin())];
  }

 private:
  static std::string made_up(std::size_t number) {
    static constexpr const char* kSyllables[] = {"ba",  "co",  "di", "fu",  "ga", "le",  "mi", "no",
                                                 "pra", "que", "ri", "stu", "ta", "ven", "xi"};
    std::string word;
    for (std::size_t left = number + 3; left > 0; left /= 15) word += kSyllables[left % 15];
    return word;
  }
  std::vector<std::string> words_;
  std::vector<double> ends_;
};

Document record(const Vocabulary& vocabulary, std::uint32_t number) {
  std::mt19937_64 dice(number);
  Document document;
  auto section = [&](Part part, std::size_t count) {
    Section made;
    made.part = part;
    made.body.begin = static_cast<std::uint32_t>(document.text.size());
    for (std::size_t i = 0; i < count; ++i)
      document.text += vocabulary.pick(dice) + (i % 17 == 16 ? ". " : " ");
    made.body.end = static_cast<std::uint32_t>(document.text.size());
    document.text += "\n\n";
    document.sections.push_back(made);
    return std::string(made.body.in(document.text));
  };
  document.about.title = section(Part::title, 14);
  section(Part::abstract, kWordsInARecord - 20);
  section(Part::keywords, 6);
  document.kind = Document::Kind::record;
  document.source = fmt::format("records-{:04}.ris", number / kRecordsInAFile);
  document.record = number % kRecordsInAFile + 1;
  document.about.year = 1990 + static_cast<int>(number % 35);
  document.about.authors = {{"Author" + std::to_string(number % 5000), "A."}};
  document.about.doi = fmt::format("10.1000/{}", number);
  return document;
}

struct Clock {
  std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
  double cpu_began = cpu();
  static double cpu() {
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    auto seconds = [](timeval t) {
      return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(use.ru_utime) + seconds(use.ru_stime);
  }
  double wall() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  }
  double spent() const { return cpu() - cpu_began; }
};

double megabytes(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return static_cast<double>(bytes) / 1e6;
}

void tell(const char* what, const Clock& clock, std::uint32_t records, const fs::path& folder) {
  fmt::print("{:<24} {:7.1f} s wall {:7.1f} s CPU {:7.0f} records/CPU s {:6.0f} MB\n", what,
             clock.wall(), clock.spent(), records / clock.spent(), megabytes(folder));
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

Clause term_of(const std::string& typed) {
  Clause phrase;
  phrase.kind = Clause::Kind::phrase;
  cut_words(
      typed,
      [&](const Word& word) {
        if (word.form != Word::Form::folded) return;
        Clause clause;
        clause.kind = Clause::Kind::word;
        bool open = word.text.back() == '*';
        clause.pattern = Pattern(word.text.substr(0, word.text.size() - open));
        if (open) clause.pattern.add_gap(0, Pattern::kAnyRun);
        phrase.operands.push_back(clause);
      },
      "*");
  return phrase.operands.size() == 1 ? phrase.operands.front() : phrase;
}

Query review() {
  Query query;
  query.root.kind = Clause::Kind::all_of;
  for (const auto& group : kGroups) {
    Clause any;
    any.kind = Clause::Kind::any_of;
    for (const std::string& typed : group) any.operands.push_back(term_of(typed));
    query.root.operands.push_back(any);
  }
  return query;
}

void run_review(const fs::path& folder, bool ids) {
  Clock opening;
  auto index = Index::open(folder);
  if (!index) std::abort();
  fmt::print("open {:.1f} ms; ", opening.wall() * 1e3);
  SearchOptions options;
  options.ids_by_clause = ids;
  options.remarks = false;
  for (int run = 0; run < 4; ++run) {
    Clock clock;
    auto hits = index->search(review(), options);
    if (!hits) std::abort();
    fmt::print("{} of {} in {:.1f} ms wall {:.1f} ms CPU{}", hits->studies.size(),
               hits->studies_total, clock.wall() * 1e3, clock.spent() * 1e3,
               run == 3 ? "\n" : "; ");
  }
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  auto records = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 20'000);
  fs::path folder = argc > 2 ? fs::path(argv[2]) : fs::temp_directory_path() / "litmine-bench";
  fs::remove_all(folder);
  fs::create_directories(folder);
  Vocabulary vocabulary;
  std::vector<Document> documents;
  for (std::uint32_t number = 0; number < records; ++number)
    documents.push_back(record(vocabulary, number));

  fmt::print("{} records of {} words\n", records, kWordsInARecord);
  Clock bare;
  write_bare(documents, folder / "bare");
  tell("bare Xapian writer", bare, records, folder / "bare");
  for (unsigned shards : {1u, 2u}) {
    Clock ours;
    fs::path index = folder / fmt::format("index-{}", shards);
    write_index(documents, index, shards);
    tell(fmt::format("litmine, {} shard{}", shards, shards > 1 ? "s" : "").c_str(), ours, records,
         index);
  }
  for (unsigned shards : {1u, 2u}) {
    fmt::print("{} shards: ", shards);
    run_review(folder / fmt::format("index-{}", shards), false);
  }
  fs::remove_all(folder);
}
