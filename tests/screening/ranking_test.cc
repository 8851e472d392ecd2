// What the ranking sees of a record, what it learns, and what a simulation measures.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "screening/simulate.h"

namespace litmine {
namespace {

double weight_of(const TextFeatures& features, std::size_t record, std::string_view term) {
  for (const Feature& feature : features.row(record))
    if (features.name(feature.term) == term) return feature.weight;
  return 0;
}

TEST(Features, AreTfIdfWithPairsOfWords) {
  // By hand: n = 4; "export" and "firms" in 2 records each, "export firms" in 2, "a" too short.
  const std::vector<std::string> texts = {"Export firms", "export firms export", "pickles",
                                          "a pickles"};
  const TextFeatures features(texts);
  const double idf = std::log(5.0 / 3.0) + 1;
  EXPECT_NEAR(weight_of(features, 0, "export"), idf / std::sqrt(3 * idf * idf), 1e-12);
  EXPECT_NEAR(weight_of(features, 0, "export firms"), 1 / std::sqrt(3.0), 1e-12);
  // The second has "export" twice, and "firms export" alone: its own term.
  const double own = std::log(5.0 / 2.0) + 1, twice = (1 + std::log(2.0)) * idf;
  const double length = std::sqrt(twice * twice + 2 * idf * idf + own * own);
  EXPECT_NEAR(weight_of(features, 1, "export"), twice / length, 1e-12);
  EXPECT_NEAR(weight_of(features, 1, ""), own / length, 1e-12);
  EXPECT_EQ(weight_of(features, 3, "a"), 0);
}

TEST(Features, LeaveOutWhatNearlyAllRecordsHave) {
  std::vector<std::string> texts(30, "study alpha");
  for (int i = 0; i < 10; ++i) texts[static_cast<std::size_t>(i)] = "study beta";
  const TextFeatures features(texts);
  EXPECT_EQ(weight_of(features, 0, "study"), 0);
  EXPECT_GT(weight_of(features, 0, "beta"), 0);
}

TEST(Features, OfAnEmptyRecordAreNone) {
  const std::vector<std::string> texts = {"", "one word more", "one word"};
  EXPECT_TRUE(TextFeatures(texts).row(0).empty());
}

/// Records on platforms are relevant, records on goats are not, and all share some words.
std::vector<std::string> platforms_and_goats(std::size_t each) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < each; ++i) {
    const std::string odd = i % 2 ? "in remote valleys" : "in large cities";
    texts.push_back("digital platforms of small exporters " + odd);
    texts.push_back("milk yield of small goats " + odd);
  }
  return texts;
}

TEST(Ranker, PutsAlikeRecordsFirstAndSaysWhy) {
  const std::vector<std::string> texts = platforms_and_goats(5);
  const TextFeatures features(texts);
  std::vector<Label> labels(texts.size(), Label::unknown);
  labels[0] = Label::relevant;
  labels[1] = Label::irrelevant;
  Ranker ranker(features);
  ASSERT_TRUE(ranker.train(labels));
  const std::vector<std::size_t> order = in_order(ranker, labels);
  ASSERT_EQ(order.size(), 8U);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(order[i] % 2, i < 4 ? 0U : 1U) << i;
  const auto reasons = ranker.reasons(order.front());
  ASSERT_FALSE(reasons.empty());
  EXPECT_GT(reasons.front().adds, 0);
  EXPECT_NE(std::string("digital platforms of small exporters").find(reasons.front().term),
            std::string::npos);
  EXPECT_LT(ranker.reasons(order.back()).front().adds, 0.01);
}

TEST(Ranker, DoesNotDependOnWhichClassComesFirst) {
  std::vector<std::string> texts = platforms_and_goats(4);
  const TextFeatures features(texts);
  std::vector<Label> labels(texts.size(), Label::unknown);
  labels[1] = Label::irrelevant;  // the irrelevant one stands first
  labels[2] = Label::relevant;
  Ranker ranker(features);
  ASSERT_TRUE(ranker.train(labels));
  EXPECT_EQ(in_order(ranker, labels).front() % 2, 0U);
  ASSERT_TRUE(ranker.train(labels)) << "a second time, from where it was";
  EXPECT_EQ(in_order(ranker, labels).front() % 2, 0U);
}

TEST(Ranker, NeedsBothKinds) {
  const std::vector<std::string> texts = {"one text", "one more text"};
  const TextFeatures features(texts);
  Ranker ranker(features);
  EXPECT_FALSE(ranker.train(std::vector<Label>{Label::relevant, Label::unknown}));
  EXPECT_FALSE(ranker.train(std::vector<Label>{Label::unknown, Label::unknown}));
}

TEST(Simulation, MeasuresAsPublished) {
  // 20 records, the relevant ones are read 1st, 2nd, 4th and 10th.
  Simulation simulation;
  simulation.relevant.assign(20, false);
  for (std::size_t at : {1, 2, 4, 10}) simulation.relevant[at - 1] = true;
  measure(simulation);
  EXPECT_DOUBLE_EQ(simulation.wss95, 1 - 10.0 / 20 - 0.05);  // 95 % of 4 is all 4
  EXPECT_DOUBLE_EQ(simulation.rrf10, 2.0 / 4);
  EXPECT_DOUBLE_EQ(simulation.atd, (1 + 2 + 4 + 10) / 4.0 / 20);
  const std::vector<double> curve = recall_curve(simulation);
  ASSERT_EQ(curve.size(), 101U);
  EXPECT_DOUBLE_EQ(curve[0], 0);
  EXPECT_DOUBLE_EQ(curve[10], .5);
  EXPECT_DOUBLE_EQ(curve[19], .5);
  EXPECT_DOUBLE_EQ(curve[20], .75);
  EXPECT_DOUBLE_EQ(curve[100], 1);
}

TEST(Simulation, ReadsEveryRecordOnceAndTheSameWayEachTime) {
  const std::vector<std::string> texts = platforms_and_goats(20);
  const TextFeatures features(texts);
  std::vector<Label> labels;
  for (std::size_t i = 0; i < texts.size(); ++i)
    labels.push_back(i % 4 == 0 ? Label::relevant : Label::irrelevant);
  const auto one = simulate(features, labels, {7, 0}), two = simulate(features, labels, {7, 0});
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->order, two->order);
  std::vector<std::size_t> sorted = one->order;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(std::unique(sorted.begin(), sorted.end()), sorted.end());
  EXPECT_EQ(sorted.size(), texts.size() - 2);
  EXPECT_EQ(std::count(one->relevant.begin(), one->relevant.end(), true), 9);
  EXPECT_GT(one->wss95, 0.2) << "half of the records are goats";
}

TEST(Simulation, NeedsADecisionOnEveryRecord) {
  const std::vector<std::string> texts = platforms_and_goats(2);
  const TextFeatures features(texts);
  EXPECT_FALSE(simulate(features, std::vector<Label>(4, Label::unknown)));
  EXPECT_FALSE(simulate(features, std::vector<Label>(4, Label::relevant)));
  EXPECT_FALSE(simulate(features, std::vector<Label>{Label::relevant, Label::irrelevant,
                                                     Label::irrelevant, Label::irrelevant}));
}

}  // namespace
}  // namespace litmine
