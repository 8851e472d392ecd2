#include "corpus/duplicate_decisions.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

constexpr const char* kA = "00000000000000aa";
constexpr const char* kB = "00000000000000bb";

DuplicateDecision decision(std::optional<Relation> relation, const char* person) {
  return {relation, kA, kB, person, "one | other"};
}

TEST(Decisions, AreReadAsTheyWereWritten) {
  std::string text = "# a remark\n\n";
  const std::vector<DuplicateDecision> decisions = {
      decision(Relation::same, "anna"), decision(Relation::linked, ""),
      decision(Relation::different, "bo"), decision({}, "anna")};
  for (const DuplicateDecision& each : decisions) text += line_of(each);
  std::vector<Problem> problems;
  EXPECT_EQ(read_decisions(text, "f", problems), decisions);
  EXPECT_TRUE(problems.empty());
  DuplicateDecision odd = decision(Relation::same, "an\tna");
  odd.note = "two\nlines";
  const auto back = read_decisions(line_of(odd), "f", problems);
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(back[0].person, "an na");
  EXPECT_EQ(back[0].note, "two lines");
}

TEST(Decisions, NoLineIsPassedOverInSilence) {
  std::vector<Problem> problems;
  const auto decisions = read_decisions(
      "same\t00000000000000aa\t00000000000000bb\nsome\t00000000000000aa\t00000000000000bb\n"
      "same\t00000000000000aa\t00000000000000aa\nsame\tshort\t00000000000000aa\n<<<<<<< HEAD\n",
      "f.txt", problems);
  EXPECT_EQ(decisions.size(), 1u);
  ASSERT_EQ(problems.size(), 4u);
  EXPECT_EQ(problems[0].line, 2u);
  EXPECT_EQ(problems[0].file, "f.txt");
}

TEST(Decisions, TheLastWordOfEachPersonCounts) {
  const auto state = [](const std::vector<DuplicateDecision>& decisions) {
    const StandingDecisions all = standing(decisions);
    if (!all.contested.empty()) return std::string("contested");
    return all.agreed.empty() ? std::string("open") : std::string(name_of(*all.agreed[0].relation));
  };
  const DuplicateDecision same = decision(Relation::same, "anna"),
                          other = decision(Relation::different, "anna");
  const DuplicateDecision back = decision({}, "anna"), bo = decision(Relation::same, "bo");
  EXPECT_EQ(state({same}), "same");
  EXPECT_EQ(state({same, other}), "different");
  EXPECT_EQ(state({same, back}), "open");
  EXPECT_EQ(state({same, back, other}), "different");
  EXPECT_EQ(state({other, bo}), "contested");
  EXPECT_EQ(state({bo, other}), "contested");
  EXPECT_EQ(state({bo, other, back}), "same");
  EXPECT_EQ(state({bo, same}), "same");
}

TEST(Decisions, KnowRecordsByWhatTheySay) {
  Identity a, b;
  a.id = "x", b.id = "y";
  a.title = b.title = "Platforms";
  EXPECT_EQ(record_key(a), record_key(b));
  b.year = 2019;
  EXPECT_NE(record_key(a), record_key(b));
  std::size_t elsewhere = 0;
  DuplicateDecision here = decision(Relation::same, ""), gone = here;
  here.a = record_key(a), here.b = record_key(b);
  const auto found = decisions_on({here, gone}, {record_key(a), record_key(b)}, &elsewhere);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].a, 0u);
  EXPECT_EQ(found[0].b, 1u);
  EXPECT_EQ(elsewhere, 1u);
}

}  // namespace
}  // namespace litmine
