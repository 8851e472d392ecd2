// Which clause lost a study, and the nearest text to it.
#include "strategies/explained_study.h"

#include <gtest/gtest.h>

#include "strategies/dropping.h"
#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::count;
using strategies_test::Library;
using strategies_test::Paper;
using strategies_test::read;

const std::vector<Paper> kPapers = {
    {"platforms",
     "Digital platforms and small firms",
     "We study the internationalisation of small and medium-sized enterprises on online platforms.",
     {"export", "e-commerce"},
     "Born global firms are rare here. Ecommerce is common.",
     {"Knight, G. (2004), Innovation and the born-global firm"},
     2019,
     {}},
    {"other", "Rivers", "About water.", {}, "", {}, 1999, {}},
};

/// What lost "platforms", as it was typed; a leading "NOT " where it is what excludes.
std::string lost_by(const Library& library, const std::string& text, const char* dialect) {
  const Query query = read(text, dialect);
  Result<ExplainedStudy> explained = explained_study(query, library.index(), "platforms");
  EXPECT_TRUE(explained);
  const Layout layout = layout_of(query);
  std::string list;
  for (const Loss& loss : explained->losses)
    list += (list.empty() ? "" : " | ") + std::string(loss.by.excludes ? "NOT " : "") +
            typed(query, *layout[loss.by.clause].clause);
  EXPECT_EQ(explained->verdict.found, list.empty());
  return list;
}

struct Case {
  const char* dialect;
  const char* query;
  const char* lost_by;
};
constexpr Case kCases[] = {
    {"scopus", "digital AND firms", ""},
    {"scopus", "digital AND water", "water"},
    {"scopus", "digital AND (water OR fire)", "(water OR fire)"},
    {"scopus", "(digital AND water) AND fire", "water | fire"},
    {"scopus", "digital AND NOT export", "NOT export"},
    {"scopus", "water AND NOT export", "water | NOT export"},
    {"scopus", "digital AND PUBYEAR > 2020", "PUBYEAR > 2020"},
    {"scopus", "TITLE(digital AND export)", "export"},
    {"scopus", "\"small enterprises\"", "\"small enterprises\""},
    {"wos", "water OR digital AND fire", "water OR digital AND fire"},
};

TEST(Verdict, NamesTheSmallestClausesAtFault) {
  const Library library(kPapers);
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.dialect) + ": " + c.query);
    EXPECT_EQ(lost_by(library, c.query, c.dialect), c.lost_by);
  }
}

struct Near {
  const char* dialect;
  const char* query;  ///< one term, which the study does not meet
  Loosened::How how;
  Part part;
  const char* match;
  std::uint32_t between = 0;
};
using How = Loosened::How;
constexpr Near kNear[] = {
    // The term itself, in a part that is not searched.
    {"scopus", "\"born global\"", How::as_it_is, Part::introduction, "Born global"},
    {"scopus", "innovation", How::as_it_is, Part::references, "Innovation"},
    {"scopus", "TITLE(export)", How::as_it_is, Part::keywords, "export"},
    // Another form: plural, spelling, hyphen on either side.
    {"wos", "TS=\"digital platform\"", How::other_form, Part::title, "Digital platforms"},
    {"wos", "TS=\"internationalization\"", How::other_form, Part::abstract, "internationalisation"},
    {"wos", "TS=ecommerce", How::other_form, Part::keywords, "e-commerce"},
    // The words, with others between or in another order.
    {"scopus", "\"small and medium enterprise*\"", How::farther_apart, Part::abstract,
     "small and medium-sized enterprises", 1},
    {"scopus", "\"platforms digital\"", How::farther_apart, Part::title, "Digital platforms", 0},
    {"scopus", "digital PRE/1 firms", How::farther_apart, Part::title,
     "Digital platforms and small firms", 3},
    // Words that are spelled alike.
    {"scopus", "platfroms", How::spelled_alike, Part::title, "platforms"},
    {"scopus", "enterpirse*", How::spelled_alike, Part::abstract, "enterprises"},
    {"scopus", "{internationality}", How::begins_alike, Part::abstract, "internationalisation"},
};

TEST(NearText, IsTheNearestFormThatTheStudyHas) {
  const Library library(kPapers);
  Result<StudyText> text = StudyText::of(library.index(), "platforms");
  ASSERT_TRUE(text);
  for (const Near& near : kNear) {
    SCOPED_TRACE(near.query);
    const Query query = read(near.query, near.dialect);
    const Layout layout = layout_of(query);
    const Verdict verdict = verdict_on(query, layout, text->cut());
    ASSERT_FALSE(verdict.found);
    const std::vector<NearText> nearest = nearest_texts(layout, 0, *text);
    ASSERT_EQ(nearest.size(), 1u);
    EXPECT_EQ(name_of(nearest[0].form.how), name_of(near.how));
    EXPECT_EQ(part_name(nearest[0].form.place.part), part_name(near.part));
    EXPECT_EQ(nearest[0].form.place.match, near.match);
    EXPECT_EQ(nearest[0].form.between, near.between);
    const Place& place = nearest[0].form.place;
    EXPECT_NE(place.quote.find(place.match), std::string::npos) << place.quote;
  }
}

TEST(NearText, NothingIsMadeUp) {
  const Library library(kPapers);
  Result<StudyText> text = StudyText::of(library.index(), "platforms");
  ASSERT_TRUE(text);
  for (const char* term :
       {"volcano", "\"purple volcano\"", "INV", "PUBYEAR > 2020", "lava W/3 ash"}) {
    SCOPED_TRACE(term);
    const Query query = read(term);
    EXPECT_TRUE(nearest_texts(layout_of(query), 0, *text).empty());
  }
}

TEST(ExplainedStudy, AnUnknownStudyIsAnError) {
  const Library library(kPapers);
  EXPECT_EQ(explained_study(read("a"), library.index(), "nobody").error().kind,
            Error::Kind::not_found);
}

/// What dropping a clause changes is what a run of the shorter query says.
TEST(Dropping, CountsWhatARunCounts) {
  const Library library(kPapers);
  for (const char* text :
       {"digital AND (water OR small)", "(digital OR water) AND NOT export", "a AND b AND water",
        "TITLE(digital) AND (\"small firms\" OR water W/3 about)"}) {
    SCOPED_TRACE(text);
    const Query query = read(text);
    const std::uint64_t before = count(library.index(), query);
    Result<std::vector<Dropped>> dropped = dropping_each(query, library.index());
    ASSERT_TRUE(dropped);
    EXPECT_FALSE(dropped->empty());
    for (const Dropped& one : *dropped) {
      Query shorter = query;
      shorter.root = *changed(query.root, {{one.clause, std::nullopt}});
      EXPECT_EQ(one.counted.found, count(library.index(), shorter)) << one.clause;
      EXPECT_EQ(one.counted.found + one.counted.fewer, before + one.counted.more) << one.clause;
    }
  }
}

}  // namespace
}  // namespace litmine
