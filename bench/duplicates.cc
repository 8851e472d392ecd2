// How well duplicates are found: our table beside the figures that others published for the same
// sets. `duplicates FOLDER` with the folder of the labelled sets; `--wrong` lists what went wrong,
// `--only title,authors,...` empties every other field first; `--many N` times N made-up records
// instead.
#include <fmt/format.h>

#include <chrono>
#include <cstring>
#include <random>

#include "tests/corpus/labelled_sets.h"

namespace {

using namespace litmine;

void print(const Identity& record) {
  fmt::print("    {} | {} | {} | {} | {} | {} ({}) {} | {} {}\n", record.id,
             record.title.substr(0, 160), record.authors.substr(0, 60), record.year.value_or(0),
             record.source.substr(0, 50), record.volume, record.issue, record.pages, record.doi,
             record.type);
}

void print_wrong(const labelled::Set& set, const Duplicates& found) {
  std::map<std::uint32_t, std::size_t> truth, ours;
  for (std::size_t g = 0; g < set.groups.size(); ++g)
    for (std::uint32_t member : set.groups[g]) truth[member] = g + 1;
  for (const DuplicateGroup& group : found.groups) {
    bool right = true;
    for (std::uint32_t member : group.members)
      right = right && truth[member] == truth[group.members.front()] && truth[member] != 0;
    if (right) continue;
    fmt::print("  joined wrongly\n");
    for (std::uint32_t member : group.members) print(set.records[member]);
    for (const ComparedPair& pair : group.because)
      fmt::print("      {} {}: {} {}\n", set.records[pair.a].id, set.records[pair.b].id,
                 pair.likeness.points, in_words(pair.likeness));
  }
  for (std::size_t g = 0; g < found.groups.size(); ++g)
    for (std::uint32_t member : found.groups[g].members) ours[member] = g + 1;
  for (const auto& group : set.groups) {
    bool right = true;
    for (std::uint32_t member : group)
      right = right && ours[member] == ours[group.front()] && ours[member] != 0;
    if (right) continue;
    fmt::print("  not joined\n");
    for (std::uint32_t member : group) print(set.records[member]);
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < group.size() && j < i + 3; ++j) {
        const Likeness likeness =
            compare(form_of(set.records[group[i]]), form_of(set.records[group[j]]));
        fmt::print("      {} {}: {} {} against {} {}\n", set.records[group[i]].id,
                   set.records[group[j]].id, likeness.points, name_of(likeness.relation),
                   likeness.against, in_words(likeness));
      }
  }
}

struct Published {
  const char* set;
  const char* tool;
  double recall, specificity;
};
// By the same counting rule; respiratory and stroke as published for these tools.
constexpr Published kPublished[] = {
    {"respiratory", "BibDedupe", 0.936, 1.000}, {"respiratory", "ASySD", 0.915, 1.000},
    {"respiratory", "ASReview", 0.915, 0.991},  {"stroke", "BibDedupe", 0.994, 1.000},
    {"stroke", "ASySD", 0.962, 1.000},          {"stroke", "ASReview", 0.984, 0.988},
};

struct NamedField {
  const char* name;
  std::string Identity::*member;
};
constexpr NamedField kFields[] = {
    {"title", &Identity::title},   {"authors", &Identity::authors}, {"source", &Identity::source},
    {"volume", &Identity::volume}, {"issue", &Identity::issue},     {"pages", &Identity::pages},
    {"doi", &Identity::doi},       {"pmid", &Identity::pmid},       {"type", &Identity::type},
};

/// Empties all fields but those in `only`, names with commas between.
void keep_only(std::vector<Identity>& records, const std::string& only) {
  const auto kept = [&](const char* name) {
    return ("," + only + ",").find("," + std::string(name) + ",") != std::string::npos;
  };
  for (Identity& record : records) {
    for (const NamedField& field : kFields)
      if (!kept(field.name)) (record.*field.member).clear();
    if (!kept("year")) record.year.reset();
  }
}

void one_set(const std::filesystem::path& folder, const std::string& only, bool wrong) {
  labelled::Set set = labelled::read_set(folder);
  if (!only.empty()) keep_only(set.records, only);
  const std::string name = folder.filename().string();
  if (set.records.empty()) {
    fmt::print("{}: not there, skipped\n", folder.string());
    return;
  }
  const Duplicates found = find_duplicates(set.records);
  const labelled::Counts counts = labelled::count(set, found);
  fmt::print("{:<14}{:<12}{:>8}{:>7}{:>7}{:>7}{:>8.3f}{:>11.3f}{:>12.3f}{:>10}{:>8}\n", name,
             "litmine", counts.records, counts.true_positive, counts.false_negative,
             counts.false_positive, counts.recall(), counts.precision(), counts.specificity(),
             found.doubtful.size(), found.linked.size());
  for (const Published& other : kPublished)
    if (only.empty() && name == other.set)
      fmt::print("{:<14}{:<12}{:>8}{:>7}{:>7}{:>7}{:>8.3f}{:>11}{:>12.3f}\n", "", other.tool, "",
                 "", "", "", other.recall, "", other.specificity);
  if (wrong) print_wrong(set, found);
}

void many(std::uint32_t count) {
  std::mt19937 random(1);
  const auto pick = [&](std::uint32_t below) {
    return static_cast<std::uint32_t>(random() % below);
  };
  std::vector<Identity> records;
  for (std::uint32_t i = 0; i < count; ++i) {
    Identity record;
    if (i % 4 == 3) {
      record = records[pick(i)];
      if (pick(2)) record.doi.clear();
      if (pick(2)) record.pages.clear();
    } else {
      for (int word = 0; word < 10; ++word) {
        const std::uint32_t k = pick(141);
        record.title += fmt::format("w{}x ", k * k + pick(k + 1));
      }
      record.authors = fmt::format("Family{}, A.; Other{}, B.", pick(30000), pick(30000));
      record.year = 1990 + static_cast<int>(pick(30));
      record.source = fmt::format("Journal of Things {}", pick(500));
      record.volume = fmt::format("{}", pick(60));
      record.pages = fmt::format("{}-{}", pick(2000), 2100);
      record.doi = fmt::format("10.1000/{}", i);
    }
    record.id = fmt::format("r{:07}", i);
    records.push_back(std::move(record));
  }
  const auto begin = std::chrono::steady_clock::now();
  const Duplicates found = find_duplicates(records);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  fmt::print("{} records: {:.2f} s, {} compared, {} groups, {} doubtful\n", count, took.count(),
             found.compared, found.groups.size(), found.doubtful.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::filesystem::path folder = "../shared/data/records/dedup";
  std::string only;
  bool wrong = false;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--wrong") == 0) {
      wrong = true;
    } else if (std::strcmp(argv[i], "--many") == 0 && i + 1 < argc) {
      many(static_cast<std::uint32_t>(std::atoi(argv[++i])));
      return 0;
    } else if (std::strcmp(argv[i], "--only") == 0 && i + 1 < argc) {
      only = argv[++i];
    } else {
      folder = argv[i];
    }
  }
  fmt::print("{:<14}{:<12}{:>8}{:>7}{:>7}{:>7}{:>8}{:>11}{:>12}{:>10}{:>8}\n", "set", "tool",
             "records", "TP", "FN", "FP", "recall", "precision", "specificity", "doubtful",
             "linked");
  if (std::filesystem::exists(folder / "records_pre_merged.csv")) {
    one_set(folder, only, wrong);
  } else {
    for (const char* name : {"respiratory", "stroke", "special_cases"})
      one_set(folder / name, only, wrong);
  }
}
