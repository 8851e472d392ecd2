// What must hold of duplicates whatever the records are: belonging together is an equivalence, the
// order of the input does not matter, records that contradict are never one, and the work is
// bounded. On the labelled sets, when they are there, our aims are held.
#include "corpus/duplicates.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/corpus/labelled_sets.h"

namespace litmine {
namespace {

using Random = std::mt19937;
std::uint32_t below(Random& random, std::uint32_t limit) {
  return static_cast<std::uint32_t>(random() % limit);
}

/// Records in which everything is near to everything: few words, authors, places and DOIs, fields
/// missing at random.
std::vector<Identity> crowded(std::uint32_t count, std::uint32_t seed) {
  Random random(seed);
  const char* words[] = {"platform", "market",     "small",  "firms",  "trust",     "export",
                         "growth",   "Erratum to", "Part 1", "Part 2", "Editorial", "[corrected]"};
  std::vector<Identity> records;
  for (std::uint32_t i = 0; i < count; ++i) {
    Identity record;
    record.id = fmt::format("r{:05}", i);
    const std::uint32_t base = below(random, 3);
    for (std::uint32_t k = 0; k < 4; ++k) record.title += fmt::format("{} ", words[base + k]);
    for (std::uint32_t k = below(random, 3); k > 0; --k)
      record.title += fmt::format("{} ", words[below(random, std::size(words))]);
    if (below(random, 20) == 0) record.title.clear();
    for (std::uint32_t k = below(random, 4); k > 0; --k)
      record.authors +=
          fmt::format("{}{}, {}.", record.authors.empty() ? "" : "; ",
                      std::string(1, static_cast<char>('A' + below(random, 4))) + "bel",
                      static_cast<char>('A' + below(random, 2)));
    if (below(random, 4)) record.year = 2010 + static_cast<int>(below(random, 4));
    if (below(random, 2)) record.source = below(random, 2) ? "Platforms" : "Small Firms";
    if (below(random, 2)) record.volume = fmt::format("{}", below(random, 3));
    if (below(random, 2)) record.pages = fmt::format("{}-99", 10 + below(random, 4));
    if (below(random, 3) == 0) record.doi = fmt::format("10.1000/x{}", below(random, 40));
    if (below(random, 4) == 0) record.pmid = fmt::format("{}", 1000 + below(random, 40));
    records.push_back(std::move(record));
  }
  return records;
}

std::set<std::set<std::string>> named(const std::vector<Identity>& records,
                                      const Duplicates& found) {
  std::set<std::set<std::string>> groups;
  for (const DuplicateGroup& group : found.groups) {
    std::set<std::string> ids;
    for (std::uint32_t member : group.members) ids.insert(records[member].id);
    groups.insert(ids);
  }
  return groups;
}

TEST(Duplicates, AreAnEquivalenceWithAReasonForEveryJoin) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto records = crowded(300, seed);
    const Duplicates found = find_duplicates(records);
    EXPECT_FALSE(found.groups.empty());
    std::vector<int> seen(records.size(), 0);
    for (const DuplicateGroup& group : found.groups) {
      EXPECT_GE(group.members.size(), 2u);
      for (std::uint32_t member : group.members) EXPECT_EQ(++seen[member], 1);
      // The reasons join all members, and no others: a tree.
      ASSERT_EQ(group.because.size(), group.members.size() - 1);
      std::map<std::uint32_t, std::uint32_t> root;
      for (std::uint32_t member : group.members) root[member] = member;
      for (const ComparedPair& pair : group.because) {
        ASSERT_TRUE(root.contains(pair.a) && root.contains(pair.b));
        EXPECT_NE(root[pair.a], root[pair.b]);
        EXPECT_GE(pair.likeness.points, kSamePoints);
        const std::uint32_t from = root[pair.b], to = root[pair.a];
        for (auto& [member, at] : root)
          if (at == from) at = to;
      }
    }
    for (const auto* pairs : {&found.doubtful, &found.linked})
      for (const ComparedPair& pair : *pairs) EXPECT_LT(pair.a, pair.b);
  }
}

TEST(Duplicates, NeverHoldRecordsThatContradict) {
  std::size_t pairs = 0;
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const auto records = crowded(300, seed);
    for (const DuplicateGroup& group : find_duplicates(records).groups)
      for (std::uint32_t a : group.members)
        for (std::uint32_t b : group.members) {
          if (a >= b) continue;
          ++pairs;
          const Likeness likeness = compare(form_of(records[a]), form_of(records[b]));
          EXPECT_FALSE(likeness.contradicted) << in_words(likeness);
          EXPECT_NE(likeness[Trait::title], Level::part);
          EXPECT_NE(likeness[Trait::title], Level::notice);
          EXPECT_FALSE(likeness[Trait::doi] == Level::different &&
                       likeness[Trait::pmid] == Level::different);
        }
  }
  EXPECT_GT(pairs, 100u);
}

TEST(Duplicates, DoNotDependOnTheOrderOfTheInput) {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    auto records = crowded(300, seed);
    const auto before = named(records, find_duplicates(records));
    Random random(seed + 100);
    for (int round = 0; round < 3; ++round) {
      std::shuffle(records.begin(), records.end(), random);
      EXPECT_EQ(named(records, find_duplicates(records)), before);
    }
  }
}

TEST(Duplicates, OfAHundredThousandRecordsAreBoundedWork) {
  Random random(3);
  std::vector<Identity> records;
  std::uint32_t copies = 0;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    Identity record;
    if (i % 4 == 3) {
      record = records[below(random, i)];
      if (below(random, 2)) record.doi.clear();
      if (below(random, 2)) record.pages.clear();
      ++copies;
    } else {
      for (int word = 0; word < 9; ++word) {  // few words are frequent, most are rare
        const std::uint32_t k = below(random, 141);
        record.title += fmt::format("w{}x ", k * k + below(random, k + 1));
      }
      record.authors = fmt::format("Family{}, A.", below(random, 30000));
      record.year = 1990 + static_cast<int>(below(random, 30));
      record.source = fmt::format("Journal of Things {}", below(random, 500));
      record.volume = fmt::format("{}", below(random, 60));
      record.pages = fmt::format("{}-9999", 1 + below(random, 2000));
      record.doi = fmt::format("10.1000/{}", i);
    }
    record.id = fmt::format("r{:06}", i);
    records.push_back(std::move(record));
  }
  const Duplicates found = find_duplicates(records);
  std::size_t removed = 0;
  for (const DuplicateGroup& group : found.groups) removed += group.members.size() - 1;
  EXPECT_EQ(removed, copies);
  EXPECT_LT(found.compared, 20 * records.size());
}

TEST(Duplicates, OfRecordsThatAllShareAKeyAreBoundedWork) {
  Random random(4);
  std::vector<Identity> records;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    Identity record;
    record.id = fmt::format("r{:06}", i);
    record.title = "Editorial";
    record.authors = fmt::format("Family{}, A.", i);
    record.doi = "10.1000/suppl";
    record.year = 2000 + static_cast<int>(below(random, 20));
    records.push_back(std::move(record));
  }
  const Duplicates found = find_duplicates(records);
  EXPECT_LT(found.compared, kMostKeys * kNeighbours * records.size());
}

std::vector<Identity> three() {
  Identity a, b, c;
  a.id = "a", b.id = "b", c.id = "c";
  a.title = b.title = c.title = "How small firms sell through digital platforms in Chile";
  a.authors = b.authors = c.authors = "Rojas, M.";
  a.year = b.year = 2019;
  c.year = 2018;
  b.pages = "7";
  return {a, b, c};
}

TEST(Duplicates, FollowDecisions) {
  const auto records = three();
  using Groups = std::set<std::set<std::string>>;
  const auto decided = [&](std::vector<PairDecision> decisions) {
    DuplicateOptions options;
    options.decisions = std::move(decisions);
    return named(records, find_duplicates(records, options));
  };
  EXPECT_EQ(decided({}), (Groups{{"a", "b", "c"}}));
  EXPECT_EQ(decided({{0, 1, Relation::different}, {1, 2, Relation::different}}),
            (Groups{{"a", "c"}}));
  EXPECT_EQ(
      decided({{0, 1, Relation::different}, {1, 2, Relation::linked}, {0, 2, Relation::different}}),
      Groups{});
  // Where people disagree, nothing is joined, and the pair is asked again.
  DuplicateOptions contested;
  contested.decisions = {{0, 1, Relation::doubtful}};
  const Duplicates asked = find_duplicates(records, contested);
  ASSERT_FALSE(asked.doubtful.empty());
  EXPECT_TRUE(asked.doubtful[0].decided);
  for (const auto& group : named(records, asked))
    EXPECT_FALSE(group.contains("a") && group.contains("b"));

  auto others = three();
  others[1].title = "Bees and their dances in alpine meadows";
  DuplicateOptions options;
  options.decisions = {{0, 1, Relation::same}};
  const Duplicates found = find_duplicates(others, options);
  ASSERT_EQ(found.groups.size(), 1u);
  EXPECT_TRUE(found.groups[0].because[0].decided);
  EXPECT_TRUE(named(others, found).begin()->contains("b"));
}

struct Aim {
  const char* set;
  double recall;
  std::size_t most_wrong;
};
// The best published tool's recall, and at most two records removed wrongly.
constexpr Aim kAims[] = {{"respiratory", .936, 2}, {"stroke", .994, 2}, {"special_cases", 1, 0}};

TEST(Duplicates, OfTheLabelledSetsAreFound) {
  const std::filesystem::path folder = LITMINE_SOURCE_DIR "/../shared/data/records/dedup";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no labelled sets here";
  for (const Aim& aim : kAims) {
    SCOPED_TRACE(aim.set);
    const labelled::Set set = labelled::read_set(folder / aim.set);
    ASSERT_FALSE(set.records.empty());
    const labelled::Counts counts = labelled::count(set, find_duplicates(set.records));
    EXPECT_GE(counts.recall(), aim.recall);
    EXPECT_LE(counts.false_positive, aim.most_wrong);
  }
}

}  // namespace
}  // namespace litmine
