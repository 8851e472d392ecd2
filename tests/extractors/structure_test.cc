#include <gtest/gtest.h>

#include "corpus/document.h"
#include "extractors/text.h"
#include "manuscripts.h"

namespace litmine {
namespace {

using testing::manuscript_of;

std::string outline(const Document& document) {
  std::string out;
  for (const Section& section : document.sections) {
    out += std::string(part_name(section.part));
    if (!section.heading.empty())
      out += " [" + std::string(section.heading.in(document.text)) + "]";
    out += "\n";
  }
  return out;
}

std::string section_text(const Document& document, Part part) {
  for (const Section& section : document.sections)
    if (section.part == part) return std::string(section.body.in(document.text));
  return {};
}

Manuscript article() {
  Manuscript manuscript = manuscript_of({
      {1, 9, "P", "RESEARCH ARTICLE"},
      {1, 18, "PB", "How small firms use platforms to"},
      {1, 18, "B", "reach distant markets"},
      {1, 11, "P", "Ana María Díaz¹*, Bo C. O’Neil, PhD², and Li Wei¹"},
      {1, 8, "P", "¹ Department of Business, University of Nowhere, Norland"},
      {1, 10, "PB", "Abstract"},
      {1, 9, "P", "We asked 310 firms how they sell abroad. Those on platforms sell"},
      {1, 9, "", "more than those that are not."},
      {1, 9, "P", "Keywords: SMEs; e-commerce; export performance"},
      {1, 12, "PB", "1 Introduction"},
      {1, 10, "P", "Small firms sell abroad through plat-"},
      {1, 8, "PN", "* Corresponding author: diaz@example.org"},
      {2, 10, "", "forms, and this matters to their owners and to those who study"},
      {2, 10, "", "them."},
      {2, 12, "PB", "2 Method"},
      {2, 11, "PB", "2.1 Sample"},
      {2, 10, "P", "The sample holds 310 firms from four countries of the north."},
      {2, 12, "PB", "3 Conclusion"},
      {2, 10, "P", "Platforms help small firms, but not all of them in the same way."},
      {2, 12, "PB", "References"},
      {2, 9, "P", "Adams, J. (2019). Small firms abroad. Journal of Trade, 4(2),"},
      {2, 9, "", "10-20.", 60},
      {2, 9, "P", "Baker, K. L., & Cole, M. (2020). Selling online. Trade Press."},
      {2, 9, "P", "OECD (2018). Small firms in numbers. Paris: OECD."},
      {2, 12, "PB", "About the authors"},
      {2, 10, "P", "Ana María Díaz teaches at the University of Nowhere in Norland."},
  });
  Line foot;
  foot.text = "Journal of Distant Trade 12(3), 45-67 (2021) https://doi.org/10.1234/JDT.2021.5.";
  manuscript.first_page_furniture.push_back(foot);
  return manuscript;
}

TEST(Structure, SectionsOfAnArticle) {
  Document document = to_document(article());
  EXPECT_EQ(
      outline(document),
      "affiliations\ntitle\naffiliations\nabstract [Abstract]\nkeywords [Keywords:]\n"
      "introduction [1 Introduction]\nmethod [2 Method]\nmethod [2.1 Sample]\n"
      "discussion [3 Conclusion]\nreferences [References]\nback_matter [About the authors]\n");
}

TEST(Structure, FactsOfAnArticle) {
  Biblio about = to_document(article()).about;
  EXPECT_EQ(about.title, "How small firms use platforms to reach distant markets");
  EXPECT_EQ(about.authors,
            (std::vector<Author>{{"Díaz", "Ana María"}, {"O’Neil", "Bo C."}, {"Wei", "Li"}}));
  EXPECT_EQ(about.doi, "10.1234/jdt.2021.5");
  EXPECT_EQ(about.year, 2021);
  EXPECT_EQ(about.source, "Journal of Distant Trade");
  EXPECT_EQ(about.volume, "12");
  EXPECT_EQ(about.type, "article-journal");
}

TEST(Structure, KeywordsAndReferencesHaveSpans) {
  Document document = to_document(article());
  std::vector<std::string> keywords, references;
  for (Span span : document.keywords) keywords.emplace_back(span.in(document.text));
  for (Span span : document.references) references.emplace_back(span.in(document.text));
  EXPECT_EQ(keywords, (std::vector<std::string>{"SMEs", "e-commerce", "export performance"}));
  EXPECT_EQ(references, (std::vector<std::string>{
                            "Adams, J. (2019). Small firms abroad. Journal of Trade, 4(2), 10-20.",
                            "Baker, K. L., & Cole, M. (2020). Selling online. Trade Press.",
                            "OECD (2018). Small firms in numbers. Paris: OECD."}));
}

TEST(Structure, AWordBrokenOverPagesIsWhole) {
  Document document = to_document(article());
  std::size_t at = document.text.find("through platforms, and this matters");
  ASSERT_NE(at, std::string::npos);
  ASSERT_EQ(document.pages.size(), 2u);
  EXPECT_EQ(document.text.substr(document.pages[1], 5), "forms");
  EXPECT_EQ(document.page_at(static_cast<std::uint32_t>(at)), 1u);
}

TEST(Structure, NoLineBreaksInsideParagraphsAndSpansInOrder) {
  Document document = to_document(article());
  for (std::size_t at = document.text.find('\n'); at != std::string::npos;
       at = document.text.find('\n', at + 2))
    EXPECT_EQ(document.text.substr(at, 2), "\n\n");
  std::uint32_t last = 0;
  for (const Section& section : document.sections) {
    if (!section.heading.empty()) {
      EXPECT_GE(section.heading.begin, last);
      last = section.heading.end;
    }
    EXPECT_GE(section.body.begin, last);
    EXPECT_LE(section.body.end, document.text.size());
    last = section.body.end;
  }
}

TEST(Structure, PagesWithoutTextStandBetween) {
  Manuscript manuscript = manuscript_of({{1, 10, "P", "The first page has this text on it."},
                                         {4, 10, "P", "The fourth has this other text."}});
  manuscript.page_count = 6;
  Document document = to_document(manuscript);
  std::uint32_t fourth = static_cast<std::uint32_t>(document.text.find("The fourth"));
  auto end = static_cast<std::uint32_t>(document.text.size());
  EXPECT_EQ(document.pages, (std::vector<std::uint32_t>{0, fourth, fourth, fourth, end, end}));
}

TEST(Structure, AnEmptyManuscriptIsAnEmptyDocument) {
  Document document = to_document(Manuscript{});
  EXPECT_TRUE(document.text.empty());
  EXPECT_TRUE(document.sections.empty());
}

TEST(Structure, LabelsOfAStructuredAbstractStayInIt) {
  Document document = to_document(
      read_lines("Selling abroad online: a survey of small firms\n\nAna Díaz and Bo "
                 "Neil\n\nAbstract\n\nPurpose\n\n"
                 "We study small firms that sell abroad.\n\nDesign/methodology/approach\n\nA "
                 "survey of 310 firms.\n\n"
                 "Findings\n\nThey sell more.\n\nKeywords\n\nSMEs, platforms\n\nIntroduction\n\n"
                 "Small firms sell abroad through platforms and do so more and more each year.\n"));
  EXPECT_EQ(outline(document),
            "title\naffiliations\nabstract [Abstract]\nkeywords [Keywords]\nintroduction "
            "[Introduction]\n");
  EXPECT_NE(section_text(document, Part::abstract).find("A survey of 310 firms."),
            std::string::npos);
  EXPECT_EQ(document.keywords.size(), 2u);
}

TEST(Structure, ProseBeforeTheIntroductionIsTheAbstract) {
  std::string prose = "Small firms sell abroad through platforms. ";
  std::string abstract = prose + prose + prose + prose + prose + prose + prose;
  Document document = to_document(read_lines(
      "Selling abroad online and the growth of firms\n\nAna Díaz\n\n" + abstract +
      "\n\nIntroduction\n\nFirms are many and they sell many things to many people abroad.\n" +
      abstract + "\n\n" + abstract + "\n\n" + abstract));
  EXPECT_EQ(document.about.title, "Selling abroad online and the growth of firms");
  EXPECT_EQ(section_text(document, Part::abstract) + " ", abstract);
}

TEST(Structure, MastheadNamesWithAddressesAndKeywordsAtTheAbstractsEnd) {
  Document document = to_document(read_lines(
      "Atlas of Distant Regions\nVolume 17, Number 2, 2020, pages 145-166\n\n"
      "LEARNING TO SEND: HOW SEVEN MAKERS OF SMALL\nTHINGS PREPARED THEIR FIRST EXPORTS\n\n"
      "Haruka Tanaka, Institute for Regional Studies, Matsumoto\nBea Nunes, Faculty of Studies, "
      "Coimbra\n\n"
      "ABSTRACT\n\nSmall makers are invited to export. This paper reports what happened then. "
      "Keywords: exports; food\n\n"
      "INTRODUCTION\n\nIn the valley where this paper was written there are seven makers of small "
      "things.\n\n"
      "METHOD\n\nWe asked all seven makers of the valley what they did and why they did so.\n"));
  EXPECT_EQ(document.about.title,
            "LEARNING TO SEND: HOW SEVEN MAKERS OF SMALL THINGS PREPARED THEIR FIRST EXPORTS");
  EXPECT_EQ(document.about.source, "Atlas of Distant Regions");
  EXPECT_EQ(document.about.authors, (std::vector<Author>{{"Tanaka", "Haruka"}, {"Nunes", "Bea"}}));
  EXPECT_EQ(document.keywords.size(), 2u);
  EXPECT_TRUE(document.has(Part::introduction));
  EXPECT_TRUE(document.has(Part::method));
}

TEST(Structure, ATextWithoutFrontMatterIsAllBody) {
  std::string prose =
      "Digital tools play a role in the growth of small firms and lead to changes in them. ";
  std::string body = prose + prose + prose + "\n\n" + prose + prose + prose + "\n\n";
  Document document =
      to_document(read_lines(body + body + body + "Managerial implications\n\n" + body));
  EXPECT_EQ(document.about.title, "");
  EXPECT_EQ(outline(document), "introduction\ndiscussion [Managerial implications]\n");
}

}  // namespace
}  // namespace litmine
