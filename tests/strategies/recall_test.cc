// Known items joined to the studies of an index, and what is said of those that are missed.
#include "strategies/recall.h"

#include <gtest/gtest.h>

#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::Library;
using strategies_test::Paper;
using strategies_test::read;

const std::vector<Paper> kPapers = {
    {"wine",
     "Wine makers on the web",
     "Small firms sell wine online.",
     {},
     "",
     {},
     2020,
     "10.1/wine"},
    {"cheese", "Cheese makers abroad", "Exports of small dairies.", {}, "", {}, 2018, ""},
    {"bread", "Bakers on platforms", "", {}, "Small bakers sell online.", {}, 2021, "10.1/bread"},
};

KnownItem item(const std::string& doi, const std::string& title = {},
               std::optional<int> year = {}) {
  KnownItem known;
  known.about.doi = doi;
  known.about.title = title;
  known.about.year = year;
  return known;
}

TEST(Known, AreJoinedByDoiElseByTitleAndYear) {
  const Library library(kPapers);
  const std::vector<JoinedItem> joined = joined_to_studies(
      {
          item("10.1/WINE"), item("", "Cheese Makers Abroad.", 2018),
          item("", "Cheese makers abroad", 2010),                   // another year: another work
          item("10.1/wine", "Something else altogether"),           // a DOI mistyped
          item("10.1/nobody"), item("", "wine makers on the web"),  // the first once more
      },
      library.index());
  std::string studies;
  for (const JoinedItem& one : joined) studies += one.study.value_or("-") + ' ';
  EXPECT_EQ(studies, "wine cheese - - - wine ");
  EXPECT_EQ(joined[5].same_as, std::optional<std::size_t>(0));
  EXPECT_FALSE(joined[0].reason.empty());
}

TEST(Recall, FoundMissedAndNotInTheIndexAreApart) {
  const Library library(kPapers);
  Result<Recall> recall = recall_of(read("small AND online"),
                                    {item("10.1/wine"), item("10.1/bread"), item("10.1/nobody"),
                                     item("", "Cheese makers abroad", 2018), item("10.1/wine")},
                                    library.index());
  ASSERT_TRUE(recall);
  EXPECT_EQ(recall->found, 1u);
  EXPECT_EQ(recall->missed, 2u);
  EXPECT_EQ(recall->not_in_index, 1u);
  EXPECT_EQ(recall->same_study, 1u);
  EXPECT_NEAR(recall->share.value, 1.0 / 3, 1e-9);
  EXPECT_EQ(recall->hits, 1u);
  EXPECT_EQ(recall->total, 3u);
  // Bread has the words in its body only; its front has no abstract.
  const KnownResult& bread = recall->items[1];
  ASSERT_EQ(bread.losses.size(), 2u);
  ASSERT_EQ(bread.losses[0].nearest.size(), 1u);
  EXPECT_EQ(bread.losses[0].nearest[0].form.how, Loosened::How::as_it_is);
  EXPECT_TRUE(bread.without.contains(Part::abstract));
  EXPECT_FALSE(bread.without.contains(Part::title));
}

TEST(Recall, OfNothingInTheIndexIsNoShare) {
  const Library library(kPapers);
  Result<Recall> recall = recall_of(read("small"), {item("10.1/nobody")}, library.index());
  ASSERT_TRUE(recall);
  EXPECT_EQ(recall->found + recall->missed, 0u);
  EXPECT_EQ(recall->share.low, 0);
  EXPECT_EQ(recall->share.high, 1);
}

}  // namespace
}  // namespace litmine
