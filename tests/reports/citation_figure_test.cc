// Who cites whom, drawn: every citation a line, every study that takes part a circle.
#include <gtest/gtest.h>

#include <algorithm>

#include "reports/figures.h"
#include "reports/review_report.h"

namespace litmine {
namespace {

ReviewData made_up() {
  ReviewData data;
  struct Made {
    const char* id;
    std::optional<int> year;
  };
  for (const Made& one : {Made{"old", 2015}, Made{"middle", 2018}, Made{"new", 2022},
                          Made{"undated", std::nullopt}, Made{"alone", 2020}}) {
    ReviewedStudy study;
    study.id = one.id;
    study.authors = std::string("Author of <") + one.id + ">";
    study.year = one.year;
    data.studies.push_back(study);
  }
  data.citations = {{1, 0}, {2, 0}, {2, 1}, {3, 0}};
  data.source = "test";
  return data;
}

std::size_t times(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
  return n;
}

TEST(CitationFigure, DrawsEveryCitationAndEveryStudyOfOne) {
  const ReviewData data = made_up();
  const LinkTo none = [](const StudySet&, const std::string&) { return std::string(); };
  const Figure figure = citation_figure("citations", "Citations", data, none);
  EXPECT_EQ(times(figure.body, "<path"), 4u);
  EXPECT_EQ(times(figure.body, "<circle"), 4u);
  EXPECT_EQ(figure.body.find("alone"), std::string::npos);
  EXPECT_NE(figure.body.find("no year"), std::string::npos);
  EXPECT_EQ(figure.body.find("<old>"), std::string::npos) << "names are escaped";
  EXPECT_NE(figure.note.find("4 citations between 4 studies"), std::string::npos);
  EXPECT_NE(figure.note.find("1 neither"), std::string::npos);
  EXPECT_EQ(figure.standalone(),
            citation_figure("citations", "Citations", data, none).standalone());
}

TEST(CitationFigure, IsInTheReportWithATableThatCounts) {
  const ReviewData data = made_up();
  const WrittenReport report = review_report(data, {});
  const auto figure = [](const Block& block) {
    return block.kind == Block::Kind::figure && block.figure.id == "citations";
  };
  EXPECT_EQ(std::count_if(report.blocks.begin(), report.blocks.end(), figure), 1);
  ReviewData without = data;
  without.citations.clear();
  const WrittenReport plain = review_report(without, {});
  EXPECT_EQ(std::count_if(plain.blocks.begin(), plain.blocks.end(), figure), 0);
}

}  // namespace
}  // namespace litmine
