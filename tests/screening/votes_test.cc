// Agreement of votes, and decisions from and to other programs.
#include "screening/votes.h"

#include <gtest/gtest.h>

#include "screening/exchange.h"

namespace litmine {
namespace {

Decision vote(const std::string& reviewer, const std::string& record, Ruling verdict,
              const std::string& reason = {}) {
  Decision decision;
  decision.record = record;
  decision.reviewer = reviewer;
  decision.verdict = verdict;
  decision.reason = reason;
  decision.time = "2026-01-01T00:00:00.000Z";
  return decision;
}

TEST(FleissKappa, EqualsAPublishedExample) {
  // Fleiss 1971, as worked out step by step in Wikipedia's "Fleiss' kappa" (read 2026): 14 raters,
  // 10 units, 5 categories; P = .378, Pe = .213, kappa = .20993.
  constexpr int kCounts[10][5] = {
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0},  {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}};
  std::vector<std::vector<std::string>> units;
  for (const auto& row : kCounts) {
    auto& unit = units.emplace_back();
    for (int category = 0; category < 5; ++category)
      unit.insert(unit.end(), static_cast<std::size_t>(row[category]), std::to_string(category));
  }
  // The same in whole numbers: sum of squares 828, 140 values.
  double agreeing = 0, chance = 0;
  double sums[5] = {};
  for (const auto& row : kCounts)
    for (int category = 0; category < 5; ++category) {
      agreeing += row[category] * (row[category] - 1);
      sums[category] += row[category];
    }
  agreeing /= 10 * 14 * 13;
  for (const double sum : sums) chance += sum / 140 * (sum / 140);
  const Coefficient kappa = fleiss_kappa(units);
  ASSERT_TRUE(kappa.value && kappa.low && kappa.high);
  EXPECT_NEAR(*kappa.value, (agreeing - chance) / (1 - chance), 1e-9);
  EXPECT_NEAR(*kappa.value, 0.210, 5e-4);
  EXPECT_LT(*kappa.low, *kappa.value);
  EXPECT_GT(*kappa.high, *kappa.value);
}

TEST(FleissKappa, IsNotDefinedWithoutAChoice) {
  EXPECT_FALSE(fleiss_kappa({}).value);
  EXPECT_FALSE(fleiss_kappa({{"a", "a"}, {"a", "a"}}).value);
  EXPECT_FALSE(fleiss_kappa({{"a"}, {"b"}}).value);
  EXPECT_NEAR(*fleiss_kappa({{"a", "a"}, {"b", "b"}}).value, 1, 1e-12);
}

TEST(Agreement, OfAStageLeavesTheThirdOut) {
  DecisionLog history;
  for (int i = 0; i < 10; ++i) {
    const std::string record = "r" + std::to_string(i);
    history.add(vote("ana", record, i < 4 ? Ruling::include : Ruling::exclude));
    history.add(vote("ben", record, i < 5 ? Ruling::include : Ruling::exclude));
    if (i == 4) history.add(vote("carla", record, Ruling::include));
  }
  history.add(vote("ana", "alone", Ruling::include));
  const StageAgreement found = agreement_of(history, Stage::title_abstract, {{}, "carla", 2});
  EXPECT_EQ(found.reviewers, (std::vector<std::string>{"ana", "ben"}));
  EXPECT_EQ(found.overlap, 10U);
  EXPECT_NEAR(*found.include.observed.value, .9, 1e-12);
  // By hand: chance .4 * .5 + .6 * .5 = .5; kappa (.9 - .5) / .5.
  EXPECT_NEAR(*found.include.kappa.value, .8, 1e-9);
}

const std::vector<ExchangeRecord> kRecords = {
    {"a-2020", "Digital Platforms, and SMEs", "Ahn", "2020", "IMR", "10.1000/a", "An abstract"},
    {"b-2021", "Goats", "Bee", "2021", "JG", "", ""}};

TEST(Exchange, ReadsRayyan) {
  const ExchangeTable table{
      {"key", "title", "notes"},
      {{"rayyan-1", "Digital platforms and SMEs",
        R"(RAYYAN-INCLUSION: {"Ana"=>"Included", "Ben"=>"Excluded"} | RAYYAN-EXCLUSION-REASONS: wrong population | x)"},
       {"rayyan-2", "Goats", R"(RAYYAN-INCLUSION: {"Ana"=>"Maybe"})"},
       {"rayyan-3", "Nobody has this", R"(RAYYAN-INCLUSION: {"Ana"=>"Included"})"},
       {"rayyan-4", "Goats", "no decision yet"}}};
  const auto read = import_decisions("rayyan", table, kRecords,
                                     {"", Stage::title_abstract, "2026-01-01T00:00:00.000Z", {}});
  ASSERT_TRUE(read) << read.error().what;
  ASSERT_EQ(read->decisions.size(), 3U);
  EXPECT_EQ(read->decisions[0].record, "a-2020");
  EXPECT_EQ(read->decisions[0].verdict, Ruling::include);
  EXPECT_EQ(read->decisions[1].reviewer, "Ben");
  EXPECT_EQ(read->decisions[1].reason, "wrong population");
  EXPECT_EQ(read->decisions[2].verdict, Ruling::undecided);
  ASSERT_EQ(read->problems.size(), 1U);
  EXPECT_EQ(read->problems[0].line, 4U);
}

TEST(Exchange, ReadsAsreviewAndCovidence) {
  const auto asreview =
      import_decisions("asreview",
                       {{"title", "doi", "asreview_label", "asreview_time"},
                        {{"x", "https://doi.org/10.1000/A", "1", "2024-05-03 10:11:12.345678"},
                         {"Goats", "", "0", ""},
                         {"Goats", "", "", ""}}},
                       kRecords, {"ana", Stage::full_text, "2026-01-01T00:00:00.000Z", {}});
  ASSERT_TRUE(asreview);
  ASSERT_EQ(asreview->decisions.size(), 2U);
  EXPECT_EQ(asreview->decisions[0].time, "2024-05-03T10:11:12.345678");
  EXPECT_EQ(asreview->decisions[1].verdict, Ruling::exclude);
  const auto covidence = import_decisions(
      "covidence",
      {{"Title", "Notes"},
       {{"Goats", "Exclusion reason: Wrong setting; "}, {"Digital platforms and SMEs", ""}}},
      kRecords, {"ana", Stage::full_text, "2026-01-01T00:00:00.000Z", Ruling::include});
  ASSERT_TRUE(covidence);
  ASSERT_EQ(covidence->decisions.size(), 2U);
  EXPECT_EQ(covidence->decisions[0].reason, "Wrong setting");
  EXPECT_EQ(covidence->decisions[1].verdict, Ruling::include);
}

TEST(Exchange, WhatIsWrittenComesBack) {
  DecisionLog history;
  history.add(vote("ana", "a-2020", Ruling::include));
  history.add(vote("ana", "b-2021", Ruling::exclude, "no platform"));
  history.add(vote("ben", "b-2021", Ruling::undecided));
  for (const char* format : {"csv", "rayyan", "asreview"}) {
    SCOPED_TRACE(format);
    const auto table = export_decisions(format, history, Stage::title_abstract, kRecords, "ana");
    ASSERT_TRUE(table);
    const auto back = import_decisions(
        format, *table, kRecords, {"ana", Stage::title_abstract, "2026-01-01T00:00:00.000Z", {}});
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->problems.empty());
    DecisionLog again;
    for (const Decision& decision : back->decisions) again.add(decision);
    const auto standing = again.standing(Stage::title_abstract);
    EXPECT_EQ(standing.at("a-2020").at("ana").verdict, Ruling::include);
    EXPECT_EQ(standing.at("b-2021").at("ana").verdict, Ruling::exclude);
    if (std::string(format) != "asreview") {
      EXPECT_EQ(standing.at("b-2021").at("ben").verdict, Ruling::undecided);
      EXPECT_EQ(standing.at("b-2021").at("ana").reason, "no platform");
    }
  }
  EXPECT_FALSE(export_decisions("rayan", history, Stage::title_abstract, kRecords, ""));
}

TEST(Exchange, NeverPanicsOnNonsense) {
  for (const char* notes :
       {"RAYYAN-INCLUSION: {", "RAYYAN-INCLUSION: {\"", "RAYYAN-INCLUSION: {\"a\"=>",
        "RAYYAN-INCLUSION: {\"a\"=>\"", "RAYYAN-INCLUSION: {\"a\"=>\"Yesterday\"}"}) {
    const auto read =
        import_decisions("rayyan", {{"title", "notes"}, {{"Goats", notes}, {}}}, kRecords,
                         {"", Stage::title_abstract, "2026-01-01T00:00:00Z", {}});
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->decisions.empty()) << notes;
  }
}

}  // namespace
}  // namespace litmine
