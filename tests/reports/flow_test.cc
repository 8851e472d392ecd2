// The flow diagram adds up, or says where it does not.
#include "reports/flow.h"

#include <gtest/gtest.h>

#include <sstream>

#include "reports/figures.h"

namespace litmine {
namespace {

using Numbers = std::map<std::string, std::int64_t>;

/// A whole flow that adds up.
Flow whole() {
  Flow flow;
  flow.n = {{"database_results", 500},
            {"register_results", 20},
            {"duplicates", 100},
            {"excluded_automatic", 5},
            {"excluded_other", 15},
            {"records_screened", 400},
            {"records_excluded", 300},
            {"dbr_sought_reports", 100},
            {"dbr_notretrieved_reports", 4},
            {"dbr_assessed", 96},
            {"citations_results", 12},
            {"other_sought_reports", 12},
            {"other_notretrieved_reports", 2},
            {"other_assessed", 10},
            {"new_studies", 48},
            {"new_reports", 50},
            {"total_studies", 48},
            {"total_reports", 50}};
  flow.lists["database_specific_results"] = {{"Scopus", 300}, {"Web of Science", 200}};
  flow.lists["dbr_excluded"] = {{"not empirical", 30}, {"no platform, at all", 22}};
  flow.lists["other_excluded"] = {{"review", 4}};
  return flow;
}

TEST(Flow, AddsUp) {
  const auto good = checked(whole());
  EXPECT_TRUE(good) << good.error().what;
}

TEST(Flow, ThatDoesNotAddUpNamesTheBox) {
  for (const auto& [box, n] : whole().n) {
    if (box == "new_studies" || box == "total_studies") continue;  // bounded by the reports only
    Flow wrong = whole();
    wrong.n[box] += 1;
    const auto found = checked(wrong);
    ASSERT_FALSE(found) << box;
    EXPECT_NE(found.error().what.find("does not add up at"), std::string::npos) << box;
    EXPECT_FALSE(found.error().hint.empty()) << box;
  }
  Flow wrong = whole();
  wrong.n["records_screened"] = 401;
  EXPECT_NE(checked(wrong).error().what.find("records_screened"), std::string::npos);
  wrong = whole();
  wrong.lists["dbr_excluded"].front().n = 31;
  EXPECT_NE(checked(wrong).error().what.find("new_reports"), std::string::npos);
  wrong = whole();
  wrong.lists["database_specific_results"].front().n = 299;
  EXPECT_NE(checked(wrong).error().what.find("database_results"), std::string::npos);
  wrong = whole();
  wrong.n["new_studies"] = 51;
  EXPECT_FALSE(checked(wrong)) << "more studies than reports";
}

TEST(Flow, FillsWhatFollows) {
  for (const char* box :
       {"records_screened", "dbr_sought_reports", "dbr_assessed", "duplicates", "records_excluded",
        "other_sought_reports", "other_assessed", "dbr_notretrieved_reports"}) {
    Flow flow = whole();
    flow.n.erase(box);
    const auto filled = checked(flow);
    ASSERT_TRUE(filled) << box << ": " << filled.error().what;
    EXPECT_EQ(filled->at(box), whole().at(box)) << box;
  }
}

TEST(Flow, OfThePublishedReviewAddsUp) {
  // 289 records, 46 left of them, 5 more from reference lists, 51 included.
  Flow flow;
  flow.n = {{"database_results", 289},
            {"dbr_assessed", 46},
            {"dbr_excluded", 0},
            {"citations_results", 5},
            {"new_studies", 51}};
  const auto good = checked(flow);
  ASSERT_TRUE(good) << good.error().what;
  EXPECT_EQ(good->at("total_studies"), 51);
  EXPECT_EQ(good->at("other_assessed"), 5);
  EXPECT_FALSE(good->at("duplicates")) << "not published, so not known";
  for (const auto& [box, n] : Numbers{{"dbr_assessed", 47},
                                      {"citations_results", 6},
                                      {"new_studies", 52},
                                      {"database_results", 45}}) {
    Flow wrong = flow;
    wrong.n[box] = n;
    EXPECT_FALSE(checked(wrong)) << box;
  }
}

TEST(Flow, NeverTakesANumberBelowNothing) {
  Flow flow;
  flow.n = {{"database_results", 10},
            {"duplicates", 11},
            {"excluded_automatic", 0},
            {"excluded_other", 0}};
  const auto found = checked(flow);
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().what.find("records_screened"), std::string::npos);
}

TEST(Flow, ComesBackFromItsTable) {
  const auto good = checked(whole());
  ASSERT_TRUE(good);
  std::ostringstream out;
  write_flow(out, *good);
  std::istringstream in(out.str());
  std::string line;
  std::getline(in, line);
  EXPECT_EQ(line, "data,node,box,description,boxtext,tooltips,url,n");
  std::vector<std::vector<std::string>> rows;
  while (std::getline(in, line)) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        cells.emplace_back();
      else
        cells.back() += c;
    }
    ASSERT_EQ(cells.size(), 8U) << line;
    rows.push_back(cells);
  }
  EXPECT_EQ(rows.size(), flow_boxes().size());
  auto back =
      read_flow({"data", "node", "box", "description", "boxtext", "tooltips", "url", "n"}, rows);
  ASSERT_TRUE(back) << back.error().what;
  back = checked(*back);
  ASSERT_TRUE(back) << back.error().what;
  EXPECT_EQ(back->n, good->n);
  EXPECT_EQ(back->sum("dbr_excluded"), 52);
}

TEST(Flow, NamesABoxThatThereIsNot) {
  const auto found = read_flow({"data", "n"}, {{"databse_results", "3"}});
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().hint.find("database_results"), std::string::npos);
  EXPECT_FALSE(read_flow({"data", "n"}, {{"duplicates", "many"}}));
  EXPECT_FALSE(read_flow({"box", "number"}, {}));
}

TEST(FlowFigure, ShowsEveryNumberThatIsKnown) {
  const auto good = checked(whole());
  ASSERT_TRUE(good);
  const Figure figure = flow_figure(*good, [](const std::string&) { return std::string(); });
  for (const auto& [box, n] : good->n)
    if (!box.starts_with("total") && !box.starts_with("previous")) {
      EXPECT_NE(figure.alt.find("(n = " + std::to_string(n) + ")"), std::string::npos) << box;
    }
  Flow little;
  little.n = {{"database_results", 289}};
  const Figure other = flow_figure(little, [](const std::string&) { return std::string(); });
  EXPECT_NE(other.alt.find("not reported"), std::string::npos);
}

}  // namespace
}  // namespace litmine
