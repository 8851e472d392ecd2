// Runs hard_cases.cases, and the few cases that a line cannot hold.
#include <gtest/gtest.h>

#include "queries/normal_form.h"
#include "tests/queries/helpers.h"

namespace litmine::testing_queries {
namespace {

void check_remark(const Parsed& parsed, const std::string& wanted) {
  if (wanted == "none") {
    EXPECT_FALSE(has_errors(parsed.notes)) << render(parsed.notes.front(), "", parsed.query.source);
    return;
  }
  std::string code = wanted.substr(0, wanted.find(' ')), level = wanted.substr(code.size() + 1);
  const Diagnostic* note = remark_of(parsed, code);
  ASSERT_NE(note, nullptr) << "no remark " << code;
  EXPECT_EQ(level_name(note->level), level);
}

TEST(HardCases, AreReadAndFoundAsTheDatabasesDo) {
  std::vector<CaseLine> cases = read_cases("hard_cases.cases");
  ASSERT_GT(cases.size(), 100u);
  for (const CaseLine& c : cases) {
    ASSERT_EQ(c.cells.size(), 4u) << "line " << c.line;
    const std::string &dialect = c.cells[0], &query = c.cells[1], &what = c.cells[2],
                      &with = c.cells[3];
    SCOPED_TRACE("hard_cases.cases:" + std::to_string(c.line) + ": " + query);
    Parsed parsed = read(dialect, query);
    if (what == "finds")
      EXPECT_TRUE(finds(dialect, query, document_of(with))) << with;
    else if (what == "not")
      EXPECT_FALSE(finds(dialect, query, document_of(with))) << with;
    else if (what == "means")
      EXPECT_EQ(to_sexp(normal_form(parsed.query.root)),
                to_sexp(normal_form(read(dialect, with).query.root)));
    else if (what == "remarks")
      check_remark(parsed, with);
    else
      ADD_FAILURE() << "unknown verb " << what;
  }
}

// 12
TEST(HardCases, APhraseNeverCrossesFields) {
  Document document =
      document_of({{Part::title, "we are digital"}, {Part::abstract, "platform of"}});
  EXPECT_FALSE(finds("scopus", "TITLE-ABS(\"digital platform\")", document));
  EXPECT_FALSE(finds("wos", "TS=(digital NEAR/5 platform)", document));
  EXPECT_TRUE(finds("scopus", "TITLE-ABS(digital AND platform)", document));
  EXPECT_TRUE(finds("scopus", "TITLE(digital) AND ABS(platform)", document));
  EXPECT_FALSE(finds("scopus", "TITLE(platform)", document));
}

// 37
TEST(HardCases, AReferenceHoldsAllOfItsWords) {
  Document document = document_of({{Part::references,
                                    "Darwin, C. (1871). The descent of man.\n\n"
                                    "Mill, J. S. (1859). On liberty."}});
  std::size_t second = document.text.find("Mill");
  document.references = {
      {0, static_cast<std::uint32_t>(second - 2)},
      {static_cast<std::uint32_t>(second), static_cast<std::uint32_t>(document.text.size())}};
  EXPECT_FALSE(finds("scopus", "REF(darwin 1859)", document));
  EXPECT_TRUE(finds("scopus", "REF(darwin 1871)", document));
  EXPECT_TRUE(finds("scopus", "REF(darwin) AND REF(1859)", document));
}

// 38
TEST(HardCases, YearsIncludeBothEnds) {
  Document document = document_of("platform");
  for (int year : {2015, 2016, 2023, 2024}) {
    document.about.year = year;
    SCOPED_TRACE(year);
    EXPECT_EQ(finds("scopus", "platform AND PUBYEAR > 2015", document), year > 2015);
    EXPECT_EQ(finds("scopus", "platform AND PUBYEAR < 2016", document), year < 2016);
    EXPECT_EQ(finds("wos", "platform AND PY=2016-2023", document), year >= 2016 && year <= 2023);
    EXPECT_EQ(finds("native", "platform AND year:2016-2023", document),
              year >= 2016 && year <= 2023);
    EXPECT_EQ(finds("native", "platform AND year:2016-", document), year >= 2016);
  }
  document.about.year.reset();
  EXPECT_FALSE(finds("wos", "platform AND PY=0000-9999", document));
}

TEST(HardCases, OnlyOneErrorForOneStrayQuote) {
  Parsed parsed = read("scopus", "(\"digital platform OR media) AND (firm OR \"small company\")");
  std::size_t errors = 0;
  for (const Diagnostic& note : parsed.notes) errors += note.level == Diagnostic::Level::error;
  EXPECT_EQ(errors, 1u);
  EXPECT_EQ(remark_of(parsed, "unbalanced-quote")->where, (Span{1, 18}));
}

TEST(HardCases, TheDoubledOperatorCanBeReadEitherWay) {
  ReadingOptions keep_first;
  keep_first.doubled = ReadingOptions::Doubled::keep_first;
  std::string_view query = "a OR AND b";
  Parsed second = parse_query(query, *dialect_named("wos"));
  Parsed first = parse_query(query, *dialect_named("wos"), keep_first);
  EXPECT_EQ(to_sexp(second.query.root), "(and a b)");
  EXPECT_EQ(to_sexp(first.query.root), "(or a b)");
  const Diagnostic* note = remark_of(second, "operator-doubled");
  ASSERT_NE(note, nullptr);
  EXPECT_EQ(note->where, (Span{2, 8}));
  EXPECT_TRUE(note->repaired);
  EXPECT_EQ(note->choice, "AND");
  EXPECT_EQ(note->alternative, "OR");
  EXPECT_TRUE(second.query.root.repaired);
}

}  // namespace
}  // namespace litmine::testing_queries
