// Agreement and intervals against worked examples that others have published.
#include "corpus/agreement.h"

#include <gtest/gtest.h>

#include <string_view>

namespace litmine {
namespace {

// One coder a string, one unit a character, '.' where nothing was given.
std::vector<Valued> units_of(std::initializer_list<std::string_view> coders) {
  std::vector<Valued> units(coders.begin()->size());
  for (std::string_view coder : coders)
    for (std::size_t i = 0; i < coder.size(); ++i)
      units[i].push_back(coder[i] == '.' ? std::nullopt
                                         : std::optional<std::string>(std::string(1, coder[i])));
  return units;
}

std::vector<Valued> table(int yes_yes, int yes_no, int no_yes, int no_no) {
  std::vector<Valued> units;
  auto add = [&](int times, const char* a, const char* b) {
    for (int i = 0; i < times; ++i) units.push_back({a, b});
  };
  add(yes_yes, "yes", "yes");
  add(yes_no, "yes", "no");
  add(no_yes, "no", "yes");
  add(no_no, "no", "no");
  return units;
}

struct Case {
  const char* source;
  std::vector<Valued> units;
  double observed, kappa, alpha, ac1;
};

TEST(Agreement, IsThatOfPublishedExamples) {
  const Case cases[] = {
      // Krippendorff 2011, example C (alpha .743); the same data as Gwet 2014 (AC1 .77544, observed
      // .81818). Kappa is the mean of the six pairs.
      {"four coders, missing data",
       units_of({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}), 9.0 / 11,
       3309726451.0 / 4727082360.0, 113.0 / 152, 31825.0 / 41041},
      // Krippendorff 2011, example A (alpha .095).
      {"two coders, ten units", units_of({"0100000010", "1110010000"}), 0.6, 1.0 / 11, 2.0 / 21,
       9.0 / 29},
      // The usual example of 50 proposals read by two people (kappa .4).
      {"fifty proposals", table(20, 5, 10, 15), 0.7, 0.4, 0.4, 41.0 / 101},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.source);
    Agreement found = agreement(c.units);
    EXPECT_NEAR(*found.observed.value, c.observed, 1e-9);
    EXPECT_NEAR(*found.kappa.value, c.kappa, 1e-9);
    EXPECT_NEAR(*found.alpha.value, c.alpha, 1e-9);
    EXPECT_NEAR(*found.ac1.value, c.ac1, 1e-9);
  }
}

TEST(Agreement, OfOneCategoryIsObservedButNotBeyondChance) {
  Agreement same = agreement({{"in", "in"}, {"in", "in"}, {"in", "in"}});
  EXPECT_EQ(same.observed.value, 1.0);
  EXPECT_FALSE(same.kappa.value);
  EXPECT_FALSE(same.alpha.value);
  EXPECT_FALSE(same.ac1.value);
  // Where the scheme has two categories, AC1 is defined.
  EXPECT_EQ(agreement({{"in", "in"}, {"in", "in"}}, 2).ac1.value, 1.0);
}

TEST(Agreement, OfNothingIsNotDefined) {
  EXPECT_FALSE(agreement({}).observed.value);
  EXPECT_FALSE(agreement({{"a"}, {"b"}}).alpha.value);
  Agreement apart = agreement({{"a", std::nullopt}, {std::nullopt, "a"}});
  EXPECT_EQ(apart.units, 0U);
  EXPECT_EQ(apart.unpaired, 2U);
  EXPECT_FALSE(apart.ac1.value);
}

TEST(Agreement, HasAnIntervalAroundIt) {
  for (const std::vector<Valued>& units : {table(20, 5, 10, 15), table(90, 2, 3, 5)}) {
    Agreement found = agreement(units);
    for (const Coefficient& one : {found.observed, found.kappa, found.alpha, found.ac1}) {
      EXPECT_LT(*one.low, *one.value);
      EXPECT_GT(*one.high, *one.value);
      EXPECT_LE(*one.high, 1.0);
    }
  }
  // The observed share is a mean: its jackknife error is the standard error of the mean.
  Agreement found = agreement(table(20, 5, 10, 15));
  EXPECT_NEAR(*found.observed.high - *found.observed.value, 1.959963984540054 * 0.0654653670707977,
              1e-9);
}

TEST(Agreement, DoesNotDependOnTheOrderOfUnits) {
  std::vector<Valued> units = table(20, 5, 10, 15);
  std::vector<Valued> turned(units.rbegin(), units.rend());
  EXPECT_NEAR(*agreement(units).alpha.value, *agreement(turned).alpha.value, 1e-12);
}

// R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
TEST(Share, HasWilsonsInterval) {
  struct Row {
    std::size_t of, all;
    double low, high;
  };
  for (const Row& row : {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605},
                         Row{0, 20, 0, 0.1611}, Row{1, 29, 0.0061, 0.1718}}) {
    Share found = share(row.of, row.all);
    EXPECT_NEAR(found.low, row.low, 5e-5);
    EXPECT_NEAR(found.high, row.high, 5e-5);
  }
  EXPECT_EQ(share(0, 0).high, 1);
  EXPECT_EQ(share(3, 3).high, 1);
}

TEST(Retrieval, IsPrecisionRecallAndF1) {
  Retrieval found = retrieval(8, 2, 4);
  EXPECT_DOUBLE_EQ(found.precision.value, 0.8);
  EXPECT_DOUBLE_EQ(found.recall.value, 8.0 / 12);
  EXPECT_DOUBLE_EQ(found.f1.value, 16.0 / 22);
  EXPECT_LT(found.f1.low, found.f1.value);
  EXPECT_GT(found.f1.high, found.f1.value);
  EXPECT_EQ(retrieval(0, 0, 0).f1.value, 0);
}

}  // namespace
}  // namespace litmine
