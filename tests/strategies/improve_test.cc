// Every edit is run again as printed: its numbers must be those of the run, and the items that it
// is said to gain must be among its hits.
#include "strategies/improve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::count;
using strategies_test::Library;
using strategies_test::Paper;

KnownItem titled(const Paper& paper) {
  KnownItem known;
  known.about.title = paper.title;
  known.about.year = paper.year;
  return known;
}

std::vector<KnownItem> all_of(const std::vector<Paper>& papers) {
  std::vector<KnownItem> known;
  for (const Paper& paper : papers) known.push_back(titled(paper));
  return known;
}

/// What every improvement promises. Gives the kinds of edits that were seen.
std::set<EditKind> check(const Library& library, const std::string& text, const char* dialect,
                         const std::vector<KnownItem>& known, const ReadingOptions& reading = {}) {
  std::set<EditKind> kinds;
  const Dialect& rules = *dialect_named(dialect);
  const Query query = parse_query(text, rules, reading).query;
  Result<Improvement> improvement = improvement_of(query, rules, reading, known, library.index());
  EXPECT_TRUE(improvement);
  if (!improvement) return kinds;
  const std::uint64_t before = count(library.index(), query);
  EXPECT_EQ(improvement->recall.hits, before);
  std::size_t gained_before = SIZE_MAX;
  std::uint64_t extra_before = 0;
  for (const Edit& edit : improvement->edits) {
    SCOPED_TRACE(edit.query);
    for (EditKind kind : edit.kinds) kinds.insert(kind);
    Result<Hits> hits = library.index().search(parse_query(edit.query, rules, reading).query);
    EXPECT_TRUE(hits);
    if (!hits) continue;
    EXPECT_EQ(hits->studies.size(), edit.found);
    EXPECT_EQ(edit.found + edit.fewer, before + edit.gained.size() + edit.extra);
    EXPECT_FALSE(edit.gained.empty());
    EXPECT_EQ(edit.kinds.size(), edit.what.size());
    for (std::size_t item : edit.gained) {
      const KnownResult& one = improvement->recall.items[item];
      EXPECT_EQ(one.fate, KnownResult::Fate::missed);
      EXPECT_TRUE(
          std::binary_search(hits->studies.begin(), hits->studies.end(), *one.joined.study));
    }
    EXPECT_LE(edit.gained.size(), gained_before);
    if (edit.gained.size() == gained_before) {
      EXPECT_GE(edit.extra, extra_before);
    }
    gained_before = edit.gained.size();
    extra_before = edit.extra;
  }
  for (std::size_t item = 0; item < improvement->edits_for.size(); ++item) {
    if (improvement->edits_for[item].empty()) continue;
    const Edit& top = improvement->edits[improvement->edits_for[item].front()];
    EXPECT_TRUE(std::find(top.gained.begin(), top.gained.end(), item) != top.gained.end());
  }
  return kinds;
}

const std::vector<Paper> kPapers = {
    {"found",
     "Digital platforms of small firms",
     "Small firms export.",
     {"export"},
     "",
     {},
     2019,
     {}},
    {"form",
     "Digital platforms of small enterprise",
     "Firms which exported wine.",
     {},
     "",
     {},
     2020,
     {}},
    {"apart",
     "Digital and social platforms",
     "Small firms export online.",
     {"web shops"},
     "",
     {},
     2018,
     {}},
    {"stem", "Digital platforms", "Exporters in small firms.", {}, "", {}, 2017, {}},
    {"body", "On bakers", "Small firms.", {}, "They export on digital platforms.", {}, 2021, {}},
    {"none", "Rivers", "Water runs down.", {"hydrology"}, "", {}, 1999, {}},
    {"other", "Online shops of small firms", "Export by mail.", {}, "", {}, 2016, {}},
};

TEST(Improve, PrintedNumbersAreThoseOfARun) {
  const Library library(kPapers);
  std::set<EditKind> kinds;
  for (const auto& [dialect, text] : {
           std::pair{"scopus", "\"digital platform*\" AND \"small firm*\" AND export"},
           {"scopus", "TITLE(digital) AND ABS(\"small firm\") AND (export OR import)"},
           {"scopus", "\"digital platforms\" AND export AND NOT wine"},
           {"scopus", "digital W/0 platforms AND small PRE/0 firms"},
           {"scopus", "{digital platforms} AND export AND PUBYEAR > 2018"},
           {"wos", "TS=(\"digital platform*\") AND TS=(\"small firm\" AND export)"},
           {"wos", "TI=\"digital platform\" OR TI=\"online shop\""},
           {"wos", "TS=(digital NEAR/0 platform*) NOT TS=wine"},
           {"native", "(digital and export) or hydrology"},
       }) {
    SCOPED_TRACE(text);
    for (EditKind kind : check(library, text, dialect, all_of(kPapers))) kinds.insert(kind);
  }
  for (EditKind kind : {EditKind::other_form, EditKind::words_between, EditKind::truncate,
                        EditKind::add_term, EditKind::further_parts, EditKind::drop_clause})
    EXPECT_TRUE(kinds.contains(kind)) << name_of(kind) << " was never proposed";
}

TEST(Improve, InEveryDialect) {
  const Library library(kPapers);
  for (std::string_view dialect : dialect_names()) {
    SCOPED_TRACE(dialect);
    check(library, "(digital OR hydrology) AND export", std::string(dialect).c_str(),
          all_of(kPapers));
  }
}

TEST(Improve, WordsSearchedElsewhereByOptionStaySo) {
  const Library library(kPapers);
  ReadingOptions reading;
  reading.in = Parts(Part::title);
  check(library, "digital AND export", "wos", all_of(kPapers), reading);
}

TEST(Improve, TheGentlestEditOfEqualCost) {
  const Library library(kPapers);
  const Query query = strategies_test::read("digital AND \"small firm\" AND export", "wos");
  Result<Improvement> improvement =
      improvement_of(query, *dialect_named("wos"), {}, {titled(kPapers[0])}, library.index());
  ASSERT_TRUE(improvement);
  ASSERT_FALSE(improvement->edits_for[0].empty());
  const Edit& top = improvement->edits[improvement->edits_for[0].front()];
  EXPECT_EQ(top.kinds, std::vector<EditKind>{EditKind::other_form});
  EXPECT_NE(top.query.find("\"small firms\""), std::string::npos) << top.query;
}

TEST(Improve, NothingMissedNothingProposed) {
  const Library library(kPapers);
  const Query query = strategies_test::read("rivers");
  Result<Improvement> improvement =
      improvement_of(query, *dialect_named("scopus"), {}, {titled(kPapers[5])}, library.index());
  ASSERT_TRUE(improvement);
  EXPECT_TRUE(improvement->edits.empty());
}

TEST(Improve, SaysHowManyItWasNotLookingInto) {
  const Library library(kPapers);
  const Query query = strategies_test::read("nowhere");
  ImproveOptions options;
  options.most_items = 1;
  Result<Improvement> improvement = improvement_of(query, *dialect_named("scopus"), {},
                                                   all_of(kPapers), library.index(), options);
  ASSERT_TRUE(improvement);
  EXPECT_EQ(improvement->not_looked_into, std::size(kPapers) - 1);
}

/// Queries made up over the words of made-up papers.
TEST(Improve, HoldsForRandomQueries) {
  std::mt19937_64 random(20261122);
  const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(random() % sides); };
  const std::vector<std::string> words = {"digital", "platform", "platforms", "small",
                                          "firm",    "firms",    "export",    "exporter",
                                          "web",     "market",   "behaviour", "behavior"};
  const auto text = [&](std::size_t length) {
    std::string line;
    for (std::size_t i = 0; i < length; ++i) line += (i > 0 ? " " : "") + words[roll(words.size())];
    return line;
  };
  std::vector<Paper> papers;
  for (int i = 0; i < 30; ++i)
    papers.push_back({"p" + std::to_string(i),
                      text(4) + ' ' + std::to_string(i),
                      text(8),
                      {text(1), text(2)},
                      text(12),
                      {},
                      2000 + i % 20,
                      {}});
  const Library library(papers);
  const auto term = [&](bool scopus) -> std::string {
    const std::string a = words[roll(words.size())], b = words[roll(words.size())];
    switch (roll(5)) {
      case 0:
        return a;
      case 1:
        return a.substr(0, 5) + '*';
      case 2:
        return '"' + a + ' ' + b + '"';
      case 3:
        return a + (scopus ? " W/1 " : " NEAR/1 ") + b;
      default:
        return "\"" + a + "\"";
    }
  };
  for (int round = 0; round < 40; ++round) {
    const bool scopus = roll(2) == 0;
    std::string query;
    for (std::size_t group = 0; group < 1 + roll(3); ++group) {
      std::string list;
      for (std::size_t i = 0; i < 1 + roll(3); ++i)
        list += (i > 0 ? " OR (" : "(") + term(scopus) + ')';
      query += (group > 0 ? (roll(4) == 0 ? (scopus ? " AND NOT " : " NOT ") : " AND ") : "");
      query += '(' + list + ')';
    }
    if (!scopus) query = "TS=(" + query + ')';
    SCOPED_TRACE(query);
    check(library, query, scopus ? "scopus" : "wos",
          {titled(papers[roll(30)]), titled(papers[roll(30)]), titled(papers[roll(30)])});
  }
}

}  // namespace
}  // namespace litmine
