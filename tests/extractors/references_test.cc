#include "extractors/references.h"

#include <gtest/gtest.h>

#include "extractors/text.h"
#include "manuscripts.h"

namespace litmine {
namespace {

using testing::manuscript_of;

std::vector<std::string> entries(const Document& document) {
  std::vector<std::string> out;
  for (Span span : document.references) out.emplace_back(span.in(document.text));
  return out;
}

const std::string kBody =
    "Introduction\n\nSmall firms sell abroad through digital platforms, and many of them do well "
    "there.\n\n"
    "Conclusion\n\nPlatforms help small firms that know how to use them, as we have shown "
    "above.\n\n";

TEST(References, LookLikeThemselves) {
  for (const char* entry : {"Adams, J. (2019). Small firms abroad. Journal of Trade, 4(2), 10-20.",
                            "[12] J. Adams, “Small firms,” J. Trade, vol. 4, pp. 10–20, 2019.",
                            "3. Adams J, Baker K. Small firms abroad. J Trade. 2019;4(2):10–20.",
                            "OECD (2020), Enterprises by size, OECD Publishing, Paris.",
                            "de Perea, J. G.-A., & Cubo-Molina, A. 2019. Internationalization. "
                            "Sustainability, 11(10): 2755."})
    EXPECT_TRUE(begins_like_reference(entry) && looks_like_reference(entry)) << entry;
  for (const char* other :
       {"Mika Miller is a professor at a university in the north of the country.",
        "We thank the 310 firms that took part in 2019.",
        "In 2019, small firms sold more abroad than before."})
    EXPECT_FALSE(begins_like_reference(other) && looks_like_reference(other)) << other;
}

TEST(References, PlainTextUntilTheBiography) {
  Document document = to_document(read_lines(
      kBody +
      "References\n\nAdams, J. (2019). Small firms abroad. Journal of Trade, 4(2), 10-20.\n\n"
      "https://doi.org/10.1234/x\n\nBaker, K. (2020). Selling. Trade Press.\n\nCole, M. (2021). "
      "Growing. Trade Press.\n\n"
      "Ana Díaz is a professor of trade at the university of a country in the north, where she "
      "teaches.\n"));
  EXPECT_EQ(entries(document),
            (std::vector<std::string>{"Adams, J. (2019). Small firms abroad. Journal of Trade, "
                                      "4(2), 10-20. https://doi.org/10.1234/x",
                                      "Baker, K. (2020). Selling. Trade Press.",
                                      "Cole, M. (2021). Growing. Trade Press."}));
  EXPECT_EQ(document.sections.back().part, Part::back_matter);
}

TEST(References, OneOnEachLineHoweverLong) {
  const std::string longest =
      "Cole, M., Dorn, P. and Ekman, L. (2019). Cross-border portals and the degree of "
      "internationalization of small firms: evidence from exporters of a country in the south. "
      "Journal of Trade, 12(3), 45-67.";
  const std::string shorter = "Dietz, C. (1990). Institutions and change. Trade Press.";
  Document document = to_document(
      read_lines(kBody +
                 "References\n\n"
                 "Adams, J. (1991). Resources and advantage. Journal of Trade, 17(1), 9-12.\n"
                 "Baker, K. (2014). Contacts before contracts. Journal of Trade, 3(1), 1-20.\n" +
                 longest + "\n" + shorter + "\n"));
  const std::vector<std::string> found = entries(document);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[2], longest);
  EXPECT_EQ(found[3], shorter);
}

TEST(References, WithoutAHeading) {
  Document document = to_document(read_lines(
      kBody +
      "Adams, J. (2019). Small firms abroad. Journal of Trade, 4(2), 10-20.\n\n"
      "Baker, K. (2020). Selling. Trade Press.\n\nCole, M. (2021). Growing. Trade Press.\n\n"
      "Dunn, N. (2018). Trading. Trade Press.\n\nEvans, O. (2017). Shipping. Trade Press.\n"));
  EXPECT_EQ(entries(document).size(), 5u);
  EXPECT_EQ(document.part_at(document.references[0].begin), Part::references);
}

TEST(References, NumbersThatCountUp) {
  Document document = to_document(manuscript_of({
      {1, 12, "PB", "1 Introduction"},
      {1, 10, "P", "Small firms sell abroad through platforms [1], and so do others [2,3]."},
      {1, 12, "PB", "References"},
      {1, 9, "P", "[1] J. Adams, “Small firms,” J. Trade, vol. 4,"},
      {1, 9, "", "pp. 10–20, 2019."},
      {1, 9, "", "[2] K. Baker, Selling. Trade Press,"},
      {1, 9, "", "2020."},
      {1, 9, "", "[3] M. Cole, Growing. Trade Press, 2021."},
  }));
  EXPECT_EQ(
      entries(document),
      (std::vector<std::string>{"[1] J. Adams, “Small firms,” J. Trade, vol. 4, pp. 10–20, 2019.",
                                "[2] K. Baker, Selling. Trade Press, 2020.",
                                "[3] M. Cole, Growing. Trade Press, 2021."}));
}

TEST(References, AHangingIndent) {
  Document document = to_document(manuscript_of({
      {1, 12, "PB", "Introduction"},
      {1, 10, "P", "Small firms sell abroad through platforms, and so do many others today."},
      {1, 12, "PB", "References"},
      {1, 9, "P", "Adams, J. (2019). Small firms abroad and at"},
      {1, 9, "", "home. Journal of Trade, 4(2), 10-20.", 62},
      {1, 9, "", "Baker, K. (2020). Selling things to people who"},
      {1, 9, "", "Live Abroad, G. Trade Press.", 62},
      {1, 9, "", "Cole, M. (2021). Growing. Trade Press."},
      {1, 9, "", "Dunn, N. (2018). Trading with those who are"},
      {1, 9, "", "far away. Trade Press.", 62},
  }));
  EXPECT_EQ(entries(document).size(), 4u);
  EXPECT_EQ(entries(document)[1],
            "Baker, K. (2020). Selling things to people who Live Abroad, G. Trade Press.");
}

TEST(References, ALiteratureSectionWithoutEntriesIsTheory) {
  Document document = to_document(read_lines(
      "1. Introduction\n\nSmall firms sell abroad through digital platforms, and many of them do "
      "well there.\n\n"
      "2. Literature\n\nWhat others have written on platforms and on the firms that use them is "
      "told here.\n\n"
      "References\n\nAdams, J. (2019). Small firms abroad. Journal of Trade, 4(2), 10-20.\n\n"
      "Baker, K. (2020). Selling. Trade Press.\n"));
  EXPECT_TRUE(document.has(Part::theory));
  EXPECT_EQ(entries(document).size(), 2u);
}

TEST(References, AppendixAndFurtherReading) {
  Document document = to_document(read_lines(
      kBody +
      "References\n\nAdams, J. (2019). Small firms abroad. Journal of Trade, 4(2), 10-20.\n\n"
      "Baker, K. (2020). Selling. Trade Press.\n\nFurther reading\n\nCole, M. (2021). Growing. "
      "Trade Press.\n\n"
      "Appendix\n\nThe interview guide had twelve questions on platforms and on the markets of the "
      "firms.\n"));
  EXPECT_EQ(entries(document).size(), 3u);
  EXPECT_EQ(document.sections.back().part, Part::back_matter);
}

}  // namespace
}  // namespace litmine
