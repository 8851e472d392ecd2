// Scores worked out by hand on four invented studies.
#include "taggers/evaluation.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

const Coding kGold = {
    {{"a", "method"}, {"survey", "interviews"}},
    {{"b", "method"}, {"survey"}},
    {{"c", "method"}, {}},
    {{"d", "method"}, {"none"}},
};

const std::vector<SuggestedCode> kSuggested = {
    {"a", "method", "survey", Band::high}, {"a", "method", "simulation", Band::medium},
    {"b", "method", "survey", Band::high}, {"c", "method", "survey", Band::medium},
    {"d", "method", "none", Band::medium}, {"elsewhere", "method", "survey", Band::high},
};

TEST(Evaluation, CountsCodesRowsAndBands) {
  FacetScore score = score_facet("method", kGold, kSuggested);
  EXPECT_EQ(score.rows, 4U);
  EXPECT_EQ(score.all.found, 3U);   // survey twice, none
  EXPECT_EQ(score.all.wrong, 2U);   // simulation of a, survey of c
  EXPECT_EQ(score.all.missed, 1U);  // interviews of a
  EXPECT_DOUBLE_EQ(score.all.precision.value, 0.6);
  EXPECT_DOUBLE_EQ(score.all.recall.value, 0.75);
  EXPECT_EQ(score.exact.of, 2U);  // b and d
  EXPECT_EQ(score.false_alarms.of, 1U);
  EXPECT_EQ(score.false_alarms.all, 2U);
  EXPECT_EQ(score.by_band.at(Band::high).of, 2U);
  EXPECT_EQ(score.by_band.at(Band::high).all, 2U);
  EXPECT_EQ(score.by_band.at(Band::medium).of, 1U);
  EXPECT_EQ(score.by_band.at(Band::medium).all, 3U);
  EXPECT_EQ(score.by_code.at("survey").wrong, 1U);
  ASSERT_EQ(score.confusions.size(), 2U);
  EXPECT_EQ(score.confusions[0].missed, std::vector<std::string>{"interviews"});
}

TEST(Evaluation, ComparesValuesAsPeopleWriteThem) {
  EXPECT_EQ(comparable("1,585 SMEs"), comparable("1585 SME"));
  EXPECT_EQ(comparable("IT"), comparable("it"));
  EXPECT_NE(comparable("15 SMEs"), comparable("1,5 SMEs 2"));
  EXPECT_EQ(comparable("business"), "business");
}

TEST(Evaluation, AgreementOfCodersLeavesOutWhatOneDidNotCode) {
  std::map<std::string, Coding> coders = {
      {"ana", {{{"a", "type"}, {"quantitative"}}, {{"b", "type"}, {"qualitative"}}}},
      {"ben", {{{"a", "type"}, {"quantitative"}}, {{"c", "type"}, {"mixed"}}}},
  };
  CoderAgreement found = coder_agreement("type", coders);
  EXPECT_FALSE(found.by_code);
  EXPECT_EQ(found.agreement.units, 1U);
  EXPECT_EQ(found.agreement.unpaired, 2U);
  coders["ben"][{"a", "type"}].insert("mixed");
  found = coder_agreement("type", coders);
  EXPECT_TRUE(found.by_code);
  EXPECT_EQ(found.agreement.units, 3U);  // study a, and the three codes anyone used
}

}  // namespace
}  // namespace litmine
