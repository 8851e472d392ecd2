// tagging_bench INDEX [CODEBOOK [ROUNDS]]: the full texts of an index through the whole codebook,
// on one thread. CPU seconds are told besides wall time: on a shared machine only they say
// something.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "bench/measure.h"
#include "indexer/index.h"
#include "taggers/reading.h"
#include "taggers/rules.h"
#include "taggers/tagger.h"

using namespace litmine;

namespace {

struct Round {
  double wall = 0, cpu = 0;
  std::size_t codes = 0;
};

Round tag_all(const std::vector<Document>& documents, const Codebook& codebook) {
  Round round;
  Clock clock;
  for (const Document& document : documents)
    for (const FacetResult& facet : tag(document, codebook).facets)
      round.codes += facet.codes.size();
  round.wall = clock.wall();
  round.cpu = clock.cpu();
  return round;
}

// What is needed before any rule is asked: plain punctuation, zones, sentences.
double read_all(const std::vector<Document>& documents, const Codebook& codebook) {
  Clock clock;
  std::size_t sentences = 0;
  for (const Document& document : documents)
    sentences += Reading(document, codebook.compiled().zones).sentences().size();
  fmt::print("{} sentences\n", sentences);
  return clock.cpu();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "tagging_bench INDEX [CODEBOOK [ROUNDS]]\n");
    return 2;
  }
  auto index = Index::open(argv[1]);
  if (!index) {
    fmt::print(stderr, "{}\n", index.error().what);
    return 2;
  }
  std::vector<Document> documents;
  double bytes = 0;
  for (const Study& study : index->studies()) {
    auto document = index->best_report(study);
    if (!document) continue;
    bytes += static_cast<double>(document->text.size());
    documents.push_back(std::move(*document));
  }
  Clock loading;
  auto codebook = Codebook::load(argc > 2 ? argv[2] : "taggers/codebook");
  if (!codebook) {
    fmt::print(stderr, "{}\n", codebook.error().what);
    return 2;
  }
  fmt::print("codebook loaded in {:.0f} ms CPU\n", loading.cpu() * 1e3);
  const double megabytes = bytes / 1e6;
  fmt::print("{} texts, {:.2f} MB\n", documents.size(), megabytes);
  double reading = read_all(documents, *codebook);
  fmt::print("{:<22} {:7.3f} s CPU {:7.1f} MB/s\n", "reading only", reading, megabytes / reading);
  Round first = tag_all(documents, *codebook);
  fmt::print("{:<22} {:7.3f} s CPU {:7.1f} MB/s\n", "first, rules compiled", first.cpu,
             megabytes / first.cpu);
  std::vector<double> warm;
  for (int i = 0; i < (argc > 3 ? std::atoi(argv[3]) : 5); ++i)
    warm.push_back(tag_all(documents, *codebook).cpu);
  if (warm.empty()) return 0;
  std::sort(warm.begin(), warm.end());
  double median = warm[warm.size() / 2];
  fmt::print("{:<22} {:7.3f} s CPU {:7.1f} MB/s (median of {}); {} codes\n", "warm", median,
             megabytes / median, warm.size(), first.codes);
}
