// What binds tighter, database by database. Add a line to kCases for every doubt.
#include <gtest/gtest.h>

#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

struct Case {
  const char *dialect, *query, *tree;
};
constexpr Case kCases[] = {
    {"scopus", "a OR b AND c", "(and (or a b) c)"},
    {"wos", "a OR b AND c", "(or a (and b c))"},
    {"native", "a OR b AND c", "(or a (and b c))"},
    {"scopus", "a AND b OR c", "(and a (or b c))"},
    {"wos", "a AND b OR c", "(or (and a b) c)"},
    {"scopus", "x AND NOT b OR c", "(except x (or b c))"},
    {"wos", "x NOT b OR c", "(or (except x b) c)"},
    {"scopus", "x AND NOT b AND c", "(except x (and b c))"},
    {"wos", "x NOT b AND c", "(and (except x b) c)"},
    {"scopus", "cat AND dog AND NOT rodent OR mouse", "(except (and cat dog) (or rodent mouse))"},
    {"scopus", "x AND NOT y AND NOT z", "(except x y z)"},
    {"scopus", "x W/3 y OR z", "(near/3 x (or y z))"},
    {"wos", "x NEAR/3 y OR z", "(or (near/3 x y) z)"},
    {"wos", "x AND y NEAR/3 z", "(and x (near/3 y z))"},
    {"wos", "x NEAR y", "(near/15 x y)"},
    {"wos", "x SAME y OR z", "(or (and x y) z)"},
    {"scopus", "x PRE/0 y AND z", "(and (pre/0 x y) z)"},
    {"scopus", "bay PRE/6 ship* PRE/6 channel", "(pre/6 bay ship* channel)"},
    {"scopus", "wind power", "(and wind power)"},
    {"wos", "TS=(rainbow trout fish)",
     "(in title,abstract,keywords,index_terms (and rainbow trout fish))"},
    {"wos", "DO=(10.1/a 10.1/b)", "(in identifiers (or \"10 1 a\" \"10 1 b\"))"},
    // Of one author or address is what SAME, a distance or a name joins; AND asks the record.
    {"wos", "AD=(Yale SAME Hosp)", "(in affiliations (entry (and yale hosp)))"},
    {"wos", "AD=(Yale SAME Hosp AND Bergen)",
     "(in affiliations (and (entry (and yale hosp)) bergen))"},
    {"wos", "AU=(Smith J* AND Jones K)",
     "(in authors (and (entry (and smith j*)) (entry (and jones k))))"},
    {"wos", "AU=((Smith J OR Wu) NOT Jones)",
     "(in authors (except (or (entry (and smith j)) wu) jones))"},
    {"ebsco", "AU smith john AND AU jones",
     "(and (in authors (entry (and smith john))) (in authors jones))"},
    {"proquest", "AU(smith john AND jones)", "(in authors (and (entry (and smith john)) jones))"},
    {"ebsco", "'heart attack'?", "(near/5 heart attack)"},
    {"embase", "'title:'/exp", "(in keywords,index_terms (heading \"exp title:/\"))"},
    {"proquest", "firm$0", "firm"},
    {"native", "a{12,12}*b", "a????????????*b"},
    {"scopus", "{small\n firm}", "{small firm}"},
    {"native", "{0,2}'m1", "{0,2}'m1"},
    {"proquest", "AU(CIT(bell AND wu))", "(in authors (in references (entry (and bell wu))))"},
    {"scopus", "AFFIL(london AND hospital)", "(in affiliations (entry (and london hospital)))"},
    {"scopus", "AUTH(smith j) AND AUTH(jones)",
     "(and (in authors (entry (and smith j))) (in authors jones))"},
    {"scopus", "finland or finnish and pisa", "(and (or finland finnish) pisa)"},
    {"scopus", "(a1 OR b1) AND (c1 OR d1)", "(and (or a1 b1) (or c1 d1))"},
    {"scopus", "a1 or b1 or (c1 or d1)", "(or a1 b1 (or c1 d1))"},
    {"scopus", "x and\n not y", "(except x y)"},
    {"wos", "x AND NOT y", "(except x y)"},
    {"native", "x AND NOT y", "(except x y)"},
    {"native", "x NEAR/3 y", "(near/3 x y)"},
    {"native", "x PRE/3 y", "(pre/3 x y)"},
};

TEST(Precedence, FollowsTheDatabase) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.dialect) + ": " + c.query);
    EXPECT_EQ(to_sexp(read(c.dialect, c.query).query.root), c.tree);
  }
}

TEST(Precedence, MixedOperatorsAreSaidInBothOrders) {
  Parsed parsed = read("scopus", "a OR b AND c");
  const Diagnostic* note = remark_of(parsed, "mixed-without-brackets");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->level, Diagnostic::Level::warning);
  EXPECT_EQ(note->where, (Span{0, 12}));
  EXPECT_EQ(note->choice, "(a OR b) AND c");
  EXPECT_EQ(note->alternative, "a OR (b AND c)");
  EXPECT_NE(note->hint.find("Scopus reads (a OR b) AND c"), std::string::npos);
  EXPECT_NE(note->hint.find("Web of Science reads a OR (b AND c)"), std::string::npos);

  EXPECT_EQ(remark_of(read("native", "a OR b AND c"), "mixed-without-brackets")->level,
            Diagnostic::Level::error);
}

TEST(Precedence, OrdersThatAgreeAreNotRemarkedUpon) {
  for (const char* query : {"a AND b AND NOT c", "(a OR b) AND c", "x W/3 y AND z", "a b c", "a"})
    EXPECT_EQ(remark_of(read("scopus", query), "mixed-without-brackets"), nullptr) << query;
}

}  // namespace
}  // namespace litmine::testing_queries
