// The written report: links that go somewhere, nothing fetched, well-formed, the same bytes.
#include <gtest/gtest.h>

#include <cmath>
#include <regex>
#include <set>
#include <sstream>

#include "reports/coding_table.h"
#include "reports/figures.h"
#include "reports/review_report.h"

namespace litmine {
namespace {

constexpr const char* kStrategy =
    "TITLE-ABS-KEY(\"digital platform*\" AND <SME*> & \xe2\x80\x9cINV\xe2\x80\x9d)\n  OR 'x' ``` "
    "end  ";

ReviewData made_up() {
  TableRows table{"made.csv",
                  {"key", "authors", "year", "type", "method", "theories", "countries_studied",
                   "sample", "main_findings"},
                  {}};
  const std::vector<std::vector<std::string>> rows = {
      {"a", "Smith <b> & \"Co\"", "2020", "quantitative", "survey", "RBV;TCE", "Singapore;Italy",
       "12 | firms", "a_b\\c {x} 50 %"},
      {"b", "Li", "2022", "qualitative", "case study", "RBV", "Several", "", ""},
      {"c", "</script><img src=http://x>", "", "qualitative", "interviews", "", "Malta", "",
       "more"}};
  std::uint32_t line = 1;
  for (const auto& row : rows) table.rows.push_back({++line, row});
  return std::move(read_coding_table(table)->data);
}

ReviewReport wanted() {
  ReviewReport report;
  report.title = "A <review> & more";
  report.subtitle = "three studies";
  Flow flow;
  flow.n = {{"database_results", 10}, {"new_studies", 3}};
  report.flow = *checked(flow);
  report.figures = {{"papers", "*", 3, {0, 1, 2}}, {"on Mars", "theory=none", 2, {2}}};
  report.crossings = {{"country", "type"}};
  report.search.searches = {{"main", "Scopus", "", "2025-01-01", kStrategy, "title", 10}};
  report.methods = {"We read."};
  report.remarks = {"a remark"};
  return report;
}

std::string html(const ReviewData& data) {
  std::ostringstream out;
  write_html(out, review_report(data, wanted()));
  return out.str();
}

std::string unescaped(std::string text) {
  for (const auto& [code, c] : {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"},
                                std::pair{"&quot;", "\""}, std::pair{"&amp;", "&"}})
    for (std::size_t at = text.find(code); at != text.npos; at = text.find(code, at + 1))
      text.replace(at, std::string_view(code).size(), c);
  return text;
}

TEST(Html, EveryLinkGoesSomewhereAndNoIdIsTwice) {
  const ReviewData data = made_up();
  const std::string page = html(data);
  std::multiset<std::string> ids;
  const std::regex id(" id=\"([^\"]*)\""), href(" href=\"([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at)
    ids.insert((*at)[1]);
  for (const std::string& one : ids) EXPECT_EQ(ids.count(one), 1U) << one;
  int links = 0;
  for (std::sregex_iterator at(page.begin(), page.end(), href), end; at != end; ++at) {
    const std::string target = (*at)[1];
    if (target == "data:,") continue;
    ASSERT_EQ(target[0], '#') << target;
    EXPECT_EQ(ids.count(target.substr(1)), 1U) << target;
    ++links;
  }
  EXPECT_GT(links, 40);
}

TEST(Html, FetchesNothingAndRunsNothing) {
  const std::string page = html(made_up());
  for (const char* wrong : {"<script", "<link rel=\"stylesheet", "@import", "url(", "<iframe",
                            "<img src=http", "src=\"http", "href=\"http"})
    EXPECT_EQ(page.find(wrong), std::string::npos) << wrong;
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
}

TEST(Html, EveryNumberOpensItsStudies) {
  const ReviewData data = made_up();
  const WrittenReport report = review_report(data, wanted());
  for (const Block& block : report.blocks)
    for (const auto& row : block.table.rows)
      for (std::size_t i = 0; i < row.size(); ++i) {
        const bool published = i == 1 && block.table.heads[1] == "published";
        if (row[i].number && row[i].text != "0" && !published) {
          EXPECT_FALSE(row[i].target.empty()) << block.table.caption << ": " << row[i].text;
        }
      }
}

TEST(SearchReport, PrintsTheStrategyByteForByte) {
  const ReviewData data = made_up();
  const std::string page = html(data);
  const std::size_t pre = page.find("<pre>\n");
  ASSERT_NE(pre, page.npos);
  const std::size_t end = page.find("</pre>", pre);
  EXPECT_EQ(unescaped(page.substr(pre + 6, end - pre - 6)), kStrategy);
  std::ostringstream markdown;
  write_markdown(markdown, review_report(data, wanted()));
  const std::string text = markdown.str();
  EXPECT_NE(text.find("````text\n" + std::string(kStrategy) + "\n````\n"), text.npos)
      << "the fence is longer than the backticks inside";
}

TEST(SearchReport, HasSixteenItemsFilledOrMarked) {
  const ReviewData data = made_up();
  for (const bool empty : {false, true}) {
    ReviewReport report = wanted();
    if (empty) report.search = {};
    const WrittenReport made = review_report(data, report);
    int item = 0;
    bool filled = true;
    for (const Block& block : made.blocks) {
      if (block.kind == Block::Kind::heading && block.id.starts_with("prisma-s-")) {
        EXPECT_TRUE(filled) << "item " << item << " is empty";
        ++item;
        EXPECT_TRUE(block.text.starts_with(std::to_string(item) + ". ")) << block.text;
        filled = false;
      } else {
        filled = filled || !block.text.empty();
      }
    }
    EXPECT_TRUE(filled);
    EXPECT_EQ(item, 16);
  }
}

TEST(SearchReport, WarnsOfAnOldSearch) {
  SearchAsRun search;
  search.date = "2025-01-31";
  EXPECT_EQ(too_old(search, "2026-01-31"), "");
  EXPECT_NE(too_old(search, "2026-02-01"), "");
  search.date = "last spring";
  EXPECT_EQ(too_old(search, "2026-02-01"), "");
}

/// Is every tag closed in order? Enough of XML for what we write.
std::string not_well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == xml.npos) return "a tag without an end";
    std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag[0] == '?' || tag[0] == '!') continue;
    if (tag[0] == '/') {
      if (open.empty() || open.back() != tag.substr(1))
        return "</" + tag.substr(1) + "> closes nothing";
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(tag.substr(0, tag.find_first_of(" \n")));
    }
  }
  if (!open.empty()) return "<" + open.back() + "> is open";
  for (std::size_t at = xml.find('&'); at != xml.npos; at = xml.find('&', at + 1))
    if (!std::regex_search(xml.substr(at, 8), std::regex("^&(amp|lt|gt|quot);"))) return "a bare &";
  return {};
}

TEST(Figures, AreWellFormedAndTheSameEachTime) {
  const ReviewData data = made_up();
  const WrittenReport one = review_report(data, wanted()), two = review_report(data, wanted());
  int figures = 0;
  for (std::size_t i = 0; i < one.blocks.size(); ++i) {
    if (one.blocks[i].kind != Block::Kind::figure) continue;
    ++figures;
    const Figure& figure = one.blocks[i].figure;
    EXPECT_EQ(not_well_formed(figure.standalone()), "") << figure.id;
    EXPECT_EQ(figure.standalone(), two.blocks[i].figure.standalone()) << figure.id;
    EXPECT_EQ(figure.standalone().find("<a "), std::string::npos) << figure.id;
    EXPECT_EQ(figure.body.find("nan"), std::string::npos) << figure.id;
  }
  EXPECT_GE(figures, 7);
}

TEST(Figures, TheMapMarksSmallCountries) {
  const ReviewData data = made_up();
  const Figure map = map_figure("m", "Countries", tally(data, "country"),
                                [](const StudySet&, const std::string&) { return std::string(); });
  EXPECT_NE(map.body.find("<circle class=\"m"), std::string::npos);
  EXPECT_NE(map.body.find("Singapore: 1 study"), std::string::npos);
  EXPECT_NE(map.body.find("Malta: 1 study"), std::string::npos);
  EXPECT_NE(map.note.find("several (1)"), std::string::npos);
}

TEST(Figures, NoOutlineRunsAcrossTheMap) {
  // A ring that jumps over the antimeridian would draw a line through the whole world.
  const Figure map = map_figure("m", "Countries", {},
                                [](const StudySet&, const std::string&) { return std::string(); });
  const std::regex point("[ML](-?[0-9.]+) ");
  double before = 0;
  for (std::sregex_iterator at(map.body.begin(), map.body.end(), point), end; at != end; ++at) {
    const double x = std::stod((*at)[1]);
    if ((*at).str()[0] == 'L') {
      ASSERT_LT(std::abs(x - before), 200) << at->str();
    }
    before = x;
  }
}

TEST(Projection, IsEqualEarth) {
  // Published: the map is 2.7066 radii to the side and 1.3173 up (Savric, Patterson, Jenny 2019).
  EXPECT_NEAR(equal_earth(180, 0).x, 2.7066, 1e-4);
  EXPECT_NEAR(equal_earth(0, 90).y, 1.3173, 1e-4);
  EXPECT_EQ(equal_earth(0, 0).x, 0);
  EXPECT_NEAR(equal_earth(-70, 35).x, -equal_earth(70, -35).x, 1e-12);
}

TEST(Coordinates, AreWrittenShort) {
  EXPECT_EQ(coordinate(12), "12");
  EXPECT_EQ(coordinate(12.34), "12.3");
  EXPECT_EQ(coordinate(-0.26), "-0.3");
  EXPECT_EQ(coordinate(-0.01), "0");
}

TEST(Docx, IsAnArchiveWithADocumentAndTheSameEachTime) {
  const ReviewData data = made_up();
  std::ostringstream one, two;
  write_docx(one, review_report(data, wanted()));
  write_docx(two, review_report(data, wanted()));
  EXPECT_EQ(one.str(), two.str());
  EXPECT_TRUE(one.str().starts_with("PK\x03\x04"));
  const std::size_t at = one.str().find("<w:document");
  ASSERT_NE(at, std::string::npos);
  const std::size_t end = one.str().find("</w:document>");
  EXPECT_EQ(not_well_formed(one.str().substr(at, end + 13 - at)), "");
}

TEST(Latex, EscapesWhatMeansSomethingThere) {
  const ReviewData data = made_up();
  std::ostringstream out;
  write_latex(out, review_report(data, wanted()));
  const std::string text = out.str();
  EXPECT_NE(text.find("a\\_b\\textbackslash{}c \\{x\\} 50 \\%"), text.npos);
  EXPECT_NE(text.find(kStrategy), text.npos) << "the strategy is not touched";
}

}  // namespace
}  // namespace litmine
