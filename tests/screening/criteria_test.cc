// What criteria suggest: three values, and the reason that is given.
#include "screening/criteria.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

using State = CriterionFinding::State;
using Kind = ScreeningSuggestion::Kind;

Criterion include(const std::string& name) {
  Criterion criterion;
  criterion.name = name;
  return criterion;
}
Criterion exclude(const std::string& name) {
  Criterion criterion = include(name);
  criterion.excludes = true;
  return criterion;
}
CriterionFinding found(State state, const std::string& sentence = "") {
  return {state, "because", sentence, 0, "", ""};
}

TEST(Criteria, AskTheFactsAndSayWhatIsMissing) {
  Criterion criterion = include("x");
  criterion.first_year = 2016;
  criterion.last_year = 2023;
  criterion.languages = {"English"};
  criterion.types = {"article", "conference paper"};
  Biblio about;
  for (const CriterionFinding& one : facts_against(criterion, about))
    EXPECT_EQ(one.state, State::not_known);
  EXPECT_EQ(all_rules(facts_against(criterion, about)).because, "no year");

  struct Case {
    std::optional<int> year;
    const char* language;
    std::vector<std::string> types;
    State expected;
    const char* because;
  };
  const Case cases[] = {
      {2016, "eng", {"article"}, State::met, "published 2016"},
      {2023, "en-GB", {"Conference Paper"}, State::met, "published 2023"},
      {2015, "English", {"article"}, State::not_met, "2015 is before 2016"},
      {2024, "English", {"article"}, State::not_met, "2024 is after 2023"},
      {2020, "German", {"article"}, State::not_met, "in German"},
      {2020, "English", {"editorial"}, State::not_met, "document type editorial"},
      {2020, "", {"article"}, State::not_known, "no language"},
      // What is known to fail goes before what is not known.
      {std::nullopt, "German", {"article"}, State::not_met, "in German"},
  };
  for (const Case& one : cases) {
    about.year = one.year;
    about.language = one.language;
    about.document_types = one.types;
    const CriterionFinding all = all_rules(facts_against(criterion, about));
    EXPECT_EQ(all.state, one.expected) << one.because;
    EXPECT_EQ(all.because, one.because);
  }
}

TEST(Criteria, WithoutARuleAreForPeople) {
  EXPECT_EQ(all_rules({}).state, State::for_people);
  const std::vector<Criterion> criteria = {include("a"), exclude("b")};
  const std::vector<CriterionFinding> findings = {all_rules({}), all_rules({})};
  const ScreeningSuggestion suggestion = suggestion_of(criteria, findings);
  EXPECT_EQ(suggestion.kind, Kind::unclear);
  EXPECT_FALSE(suggestion.criterion);
}

// Every combination of two criteria, one of each kind, against the rule in words.
TEST(Criteria, SuggestByWhatIsMet) {
  const std::vector<Criterion> criteria = {include("a"), exclude("b")};
  for (const State a : {State::met, State::not_met, State::not_known, State::for_people})
    for (const State b : {State::met, State::not_met, State::not_known, State::for_people}) {
      const std::vector<CriterionFinding> findings = {found(a), found(b)};
      const bool out = a == State::not_met || b == State::met;
      const bool unclear = a == State::not_known || b == State::not_known ||
                           (a == State::for_people && b == State::for_people);
      const ScreeningSuggestion suggestion = suggestion_of(criteria, findings);
      EXPECT_EQ(suggestion.kind, out       ? Kind::exclude
                                 : unclear ? Kind::unclear
                                           : Kind::include)
          << state_name(a) << ", " << state_name(b);
    }
}

TEST(Criteria, ExcludeByTheSentenceWhereThereIsOne) {
  const std::vector<Criterion> criteria = {include("empirical"), exclude("review")};
  const std::vector<CriterionFinding> findings = {found(State::not_met),
                                                  found(State::met, "We reviewed 40 articles.")};
  EXPECT_EQ(suggestion_of(criteria, findings).criterion, 1u);
  const std::vector<CriterionFinding> other = {found(State::not_met), found(State::not_met)};
  EXPECT_EQ(suggestion_of(criteria, other).criterion, 0u);
}

TEST(Criteria, ASentenceIsKeptWhenAllRulesAreMet) {
  const CriterionFinding rules[] = {found(State::met), found(State::met, "SMEs export.")};
  EXPECT_EQ(all_rules(rules).sentence, "SMEs export.");
}

}  // namespace
}  // namespace litmine
