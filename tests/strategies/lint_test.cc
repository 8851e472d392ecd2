// What lint says of a string, and that every number in it is what a run of the changed string
// finds.
#include "strategies/lint.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "queries/normal_form.h"
#include "strategies/corpus_view.h"
#include "strategies/layout.h"
#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::count;
using strategies_test::Library;
using strategies_test::Paper;
using strategies_test::read;

Paper paper(const std::string& id, const std::string& title, const std::string& abstract,
            std::optional<int> year = {}) {
  return {id, title, abstract, {}, "", {}, year, ""};
}

const std::vector<Paper> kPapers = {
    paper("a", "Digital platforms and SMEs", "Small firms go abroad on digital platforms.", 2016),
    paper("b", "A digital platform economy", "International trade; smell and taste.", 2017),
    paper("c", "Ecommerce in Asia", "Ecommerce is international. SMEs are small firms.", 2018),
    paper("d", "E-commerce and e-tailing", "Online shops abroad sell globally.", 2019),
    paper("e", "Small and medium-sized enterprises", "Information technology helps to export."),
    paper("f", "Global value chains", "Global trade by small and medium enterprises.", 2021),
    paper("g", "International new ventures", "Born globals use information technologies.", 2022),
    paper("h", "Globalisation and behaviour", "A born global is a small firm online.", 2023),
};

const char* const kQueries[] = {
    "(digital OR ecommerce OR online) AND (small OR SME*) AND (international* OR global OR abroad)",
    "digital AND NOT (platform* OR trade)",
    "TITLE(digital OR global) OR ABS(small AND NOT (online OR trade))",
    "((digital OR online) AND trade) OR (small AND (firm* OR export))",
    "(digital W/3 platform*) AND PUBYEAR > 2015 AND NOT (smell OR taste)",
    "digital",
    "\"small firm\" OR \"small and medium enterprise*\" AND export OR AND global",
};

const Finding* finding(const LintReport& report, std::string_view code, std::string_view typed) {
  for (const Finding& one : report.findings)
    if (one.note.code == code && one.note.where.in(report.parsed.query.source) == typed)
      return &one;
  return nullptr;
}

std::uint64_t number(const Finding& finding, std::string_view name) {
  for (const auto& [key, count] : finding.counts)
    if (key == name) return count;
  ADD_FAILURE() << "no count '" << name << "'";
  return 0;
}

LintReport lint_of(std::string_view text, const Index* index = nullptr,
                   const char* dialect = "scopus", std::vector<DocId> known = {}) {
  LintOptions options;
  options.index = index;
  options.known = std::move(known);
  Result<LintReport> report = lint(text, *dialect_named(dialect), options);
  EXPECT_TRUE(report) << report.error().what;
  return std::move(*report);
}

TEST(Lint, EveryDroppedNodeIsWhatARunOfTheRestFinds) {
  const Library library(kPapers);
  std::size_t compared = 0;
  for (const char* text : kQueries) {
    const Query query = read(text);
    const Layout layout = layout_of(query);
    Result<CorpusView> view = CorpusView::of(query, layout, library.index());
    ASSERT_TRUE(view);
    for (std::size_t node = 0; node < layout.size(); ++node) {
      if (!view->is_boolean(node)) continue;
      SCOPED_TRACE(std::string(text) + ": without " + typed(query, *layout[node].clause));
      const std::optional<DocSet> without = view->result_without(node);
      const std::optional<Clause> rest = changed(query.root, {{node, std::nullopt}});
      ASSERT_EQ(without.has_value(), rest.has_value());
      if (!rest) continue;
      Query dropped = query;
      dropped.root = *rest;
      EXPECT_EQ(view->ids(*without), library.index().search(dropped)->studies);
      ++compared;
    }
  }
  EXPECT_GT(compared, 40u);
}

TEST(Lint, ReplacedNodesAreWhatARunFinds) {
  const Library library(kPapers);
  const Clause form = read("online OR export").root;
  for (const char* text : kQueries) {
    const Query query = read(text);
    const Layout layout = layout_of(query);
    Result<CorpusView> view = CorpusView::of(query, layout, library.index());
    ASSERT_TRUE(view);
    for (std::size_t node = 0; node < layout.size(); ++node) {
      const bool field = layout[node].clause->kind == Clause::Kind::within;  // has parts of its own
      if (!view->is_boolean(node) || field) continue;
      Result<DocSet> found = view->find(form, layout[node].parts);
      ASSERT_TRUE(found);
      Query replaced = query;
      replaced.root = *changed(query.root, {{node, form}});
      EXPECT_EQ(view->ids(view->result_with(node, *found)),
                library.index().search(replaced)->studies)
          << text << " node " << node;
    }
  }
}

TEST(Lint, BothReadingsAreRun) {
  const Library library(kPapers);
  const char* strings[][2] = {
      {"scopus", "digital OR AND small"},
      {"scopus", "digital OR global AND small"},
      {"wos", "digital OR global AND small"},
      {"scopus", "“small firm” OR digital"},
      {"scopus", "digital AND"},
      {"scopus", "(digital OR global AND small"},
      {"scopus", "digital) AND small"},
      {"scopus", "\"small firms AND online"},
      {"scopus", "digital W/3 (platform AND small)"},
      {"scopus", "'small firm'"},
      {"scopus", "digital OR SUBJAREA(BUSI)"},
      {"wos", "#1 OR digital"},
      {"native", "small digital"},
      {"scopus", "digital W/n platform"},
      {"scopus", "() OR digital"},
      {"wos", "PY=20* OR digital"},
  };
  for (const auto& [name, text] : strings) {
    SCOPED_TRACE(std::string(name) + ": " + text);
    const Dialect& dialect = *dialect_named(name);
    const LintReport report = lint_of(text, &library.index(), name);
    std::size_t pairs = 0;
    for (const Finding& one : report.findings) {
      if (one.note.repaired) {
        EXPECT_FALSE(one.note.choice.empty()) << one.note.code;
        EXPECT_FALSE(one.note.alternative.empty()) << one.note.code;
        EXPECT_TRUE(one.alternative_studies.has_value()) << one.note.code;
      }
      if (!one.alternative_studies) continue;
      ++pairs;
      EXPECT_EQ(*one.choice_studies, count(library.index(), report.parsed.query));
      std::optional<Query> other =
          alternative_reading(text, one.note, report.parsed.query, dialect, {});
      ASSERT_TRUE(other);
      EXPECT_EQ(*one.alternative_studies, count(library.index(), *other)) << one.note.code;
    }
    EXPECT_GT(pairs, 0u);
  }
}

TEST(Lint, TheOtherReadingIsTheOneThatIsMeant) {
  struct Case {
    const char *dialect, *text, *code, *other;
  };
  constexpr Case kCases[] = {
      {"scopus", "a OR AND b", "operator-doubled", "a OR b"},
      {"scopus", "a OR b AND c", "mixed-without-brackets", "a OR (b AND c)"},
      {"wos", "a OR b AND c", "mixed-without-brackets", "(a OR b) AND c"},
      {"scopus", "“x y” OR z", "curly-quotes", "x y OR z"},
      {"scopus", "(a OR b", "unbalanced-bracket", "a OR b"},
      {"scopus", "a W/2 (b AND c)", "operator-in-proximity", "a AND b AND c"},
      {"scopus", "a AND 'b c'", "single-quotes", "a AND \"b c\""},
      {"scopus", "a W/n b", "proximity-number", "a AND b"},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    const Dialect& dialect = *dialect_named(c.dialect);
    const Parsed parsed = parse_query(c.text, dialect);
    auto note = std::find_if(parsed.notes.begin(), parsed.notes.end(),
                             [&](const Diagnostic& one) { return one.code == c.code; });
    ASSERT_NE(note, parsed.notes.end());
    std::optional<Query> other = alternative_reading(c.text, *note, parsed.query, dialect, {});
    ASSERT_TRUE(other);
    EXPECT_EQ(to_sexp(normal_form(other->root)),
              to_sexp(normal_form(read(c.other, c.dialect).root)));
  }
}

TEST(Lint, CountsOfFormsAreThoseOfARun) {
  const Library library(kPapers);
  const char* strings[][2] = {
      {"wos", "TS=(\"digital platform\" OR online) AND TS=(abroad OR international)"},
      {"scopus", "(\"e-commerce\" OR digital) AND (international* OR abroad)"},
      {"scopus", "ecommerce"},
      {"scopus", "\"small and medium enterprise*\" OR taste"},
      {"wos", "TI=(\"behavior\" OR digital)"},
      {"scopus", "globaliz*"},
  };
  for (const auto& [name, text] : strings) {
    SCOPED_TRACE(text);
    const LintReport report = lint_of(text, &library.index(), name);
    const Layout layout = layout_of(report.parsed.query);
    std::size_t forms = 0;
    for (const Finding& one : report.findings) {
      if (one.code->number[0] != 'C' || one.code->number[1] != '2' ||
          one.note.level == Diagnostic::Level::note)
        continue;
      ++forms;
      std::size_t node = 0;
      for (std::size_t at : search_terms(layout, 0))
        if (layout[at].clause->where == one.note.where) node = at;
      ReadingOptions reading;
      reading.in = layout[node].parts;
      const Query form = parse_query(one.note.alternative, *dialect_named("native"), reading).query;
      EXPECT_EQ(number(one, "studies"), count(library.index(), form)) << one.note.alternative;
      // The string with the form beside the term.
      Clause either;
      either.kind = Clause::Kind::any_of;
      either.operands = {*layout[node].clause, form.root};
      Query wider = report.parsed.query;
      wider.root = *changed(wider.root, {{node, either}});
      EXPECT_EQ(number(one, "new"),
                count(library.index(), wider) - count(library.index(), report.parsed.query));
    }
    EXPECT_GT(forms, 0u);
  }
}

TEST(Lint, ClauseEffectsAndKnownStudies) {
  const Library library(kPapers);
  const char* text = "(digital OR ecommerce) AND (small OR SME*) AND (asia OR abroad)";
  const LintReport report = lint_of(text, &library.index(), "scopus", {"b", "c", "a"});
  const Finding* effect = finding(report, "clause-effect", "(asia OR abroad)");
  ASSERT_NE(effect, nullptr);
  EXPECT_EQ(number(*effect, "with"), count(library.index(), read(text)));
  EXPECT_EQ(number(*effect, "without"),
            count(library.index(), read("(digital OR ecommerce) AND (small OR SME*)")));
  const LintReport missed = lint_of("digital AND small", &library.index(), "scopus", {"a", "b"});
  const Finding* removes = finding(missed, "clause-removes-known", "small");
  ASSERT_NE(removes, nullptr);
  EXPECT_EQ(number(*removes, "removed"), 1u);
  EXPECT_EQ(number(*removes, "known"), 2u);
  EXPECT_NE(removes->note.message.find(": b"), std::string::npos) << removes->note.message;
}

TEST(Lint, WhatTheLanguageProvesShowsOnTheIndex) {
  const Library library(kPapers);
  const LintReport report =
      lint_of("global OR \"global value chain\" OR globals OR export", &library.index());
  const Finding* implied = finding(report, "term-implied", "\"global value chain\"");
  ASSERT_NE(implied, nullptr);
  EXPECT_EQ(number(*implied, "studies"), 1u);
  EXPECT_EQ(number(*implied, "new"), 0u);
  EXPECT_NE(finding(report, "term-implied", "globals"), nullptr);  // Scopus finds both numbers
  EXPECT_EQ(finding(report, "term-implied", "global"), nullptr);
  EXPECT_EQ(finding(report, "adds-nothing", "\"global value chain\""), nullptr) << "said already";
}

TEST(Lint, TermsThatAddNothingCanAllGoTogether) {
  const Library library(kPapers);
  const char* text = "digital OR platform OR SME* OR firm OR small OR medium OR enterprise";
  const LintReport report = lint_of(text, &library.index());
  const Layout layout = layout_of(report.parsed.query);
  std::vector<Change> dropped;
  for (const Finding& one : report.findings)
    for (std::size_t node = 1; node < layout.size(); ++node)
      if (one.note.code == "adds-nothing" && layout[node].clause->where == one.note.where)
        dropped.push_back({node, std::nullopt});
  EXPECT_GE(dropped.size(), 3u);
  Query rest = report.parsed.query;
  rest.root = *changed(rest.root, dropped);
  EXPECT_EQ(library.index().search(rest)->studies,
            library.index().search(report.parsed.query)->studies);
}

TEST(Lint, StemsAndWordsThatAreNotThere) {
  const Library library(kPapers);
  const LintReport report = lint_of("SME* AND \"information techonolog*\"", &library.index());
  const Finding* stem = finding(report, "stem-words", "SME*");
  ASSERT_NE(stem, nullptr);
  EXPECT_NE(stem->note.message.find("2 words"), std::string::npos) << stem->note.message;
  EXPECT_NE(stem->note.message.find("smes (2), smell (1)"), std::string::npos)
      << stem->note.message;
  const Finding* missing = finding(report, "no-match", "\"information techonolog*\"");
  ASSERT_NE(missing, nullptr);
  EXPECT_EQ(number(*missing, "new"),
            count(library.index(), read("SME* AND \"information technolog*\"")));
}

TEST(Lint, StrictSeesEveryRepair) {
  EXPECT_TRUE(was_repaired(lint_of("digital OR AND small")));
  EXPECT_TRUE(was_repaired(lint_of("“digital platform”")));
  EXPECT_TRUE(was_repaired(lint_of("a OR b AND c", nullptr, "native")));
  EXPECT_FALSE(was_repaired(lint_of("a OR b AND c")));  // Scopus has an order
  EXPECT_FALSE(was_repaired(lint_of("(digital OR online) AND \"small firm*\"")));
}

TEST(Lint, WithoutAnIndexThereAreNoCounts) {
  const LintReport report = lint_of("digital OR AND digital");
  EXPECT_FALSE(report.studies.has_value());
  for (const Finding& one : report.findings) {
    EXPECT_NE(one.code->family(), DiagnosticCode::Family::corpus);
    EXPECT_FALSE(one.choice_studies.has_value());
  }
}

}  // namespace
}  // namespace litmine
