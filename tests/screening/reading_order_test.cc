// The order at the keyboard: the list's until something is learnt, then the likeliest first.
#include "screening/reading_order.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

std::vector<std::string> texts() {
  std::vector<std::string> made;
  for (int i = 0; i < 20; ++i)
    made.push_back(i % 4 == 0 ? "Small firms export through digital platforms " + std::to_string(i)
                              : "Milk yield and fodder of goats in the hills " + std::to_string(i));
  return made;
}

TEST(ReadingOrder, LearnsFromTheDecisions) {
  ReadingOrder order(texts());
  std::vector<bool> passed(20, false);
  EXPECT_EQ(order.next(passed), 0u) << "the order of the list";
  passed[0] = passed[1] = true;
  order.decide(0, Label::relevant);
  EXPECT_EQ(order.next(passed), 2u) << "one kind alone teaches nothing";
  EXPECT_FALSE(order.learnt());
  order.decide(1, Label::irrelevant);
  for (const std::size_t expected : {4u, 8u, 12u, 16u}) {
    const auto next = order.next(passed);
    ASSERT_EQ(next, expected);
    EXPECT_FALSE(order.reasons(*next).empty());
    passed[*next] = true;
    order.decide(*next, Label::relevant);
  }
  EXPECT_TRUE(order.learnt());
}

TEST(ReadingOrder, TakingBackUnlearns) {
  ReadingOrder order(texts());
  std::vector<bool> passed(20, false);
  order.decide(0, Label::relevant);
  order.decide(1, Label::irrelevant);
  ASSERT_EQ(order.next(passed), 0u);
  EXPECT_TRUE(order.learnt());
  order.decide(1, Label::unknown);
  EXPECT_EQ(order.next(passed), 0u);
  EXPECT_FALSE(order.learnt());
}

TEST(ReadingOrder, EndsWhenAllWerePassed) {
  ReadingOrder order(texts());
  EXPECT_FALSE(order.next(std::vector<bool>(20, true)));
  ReadingOrder none(std::vector<std::string>{});
  EXPECT_FALSE(none.next({}));
}

}  // namespace
}  // namespace litmine
