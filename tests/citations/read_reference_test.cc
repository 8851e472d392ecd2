// Entries that we made up, one for each style and language: each must come out whole. How well
// entries of others come out is measured in bench/references.
#include "citations/read_reference.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "citations/csl.h"

namespace litmine {
namespace {

const ReferenceModel& model() {
  static const ReferenceModel kModel = [] {
    auto loaded = ReferenceModel::load(std::filesystem::path(LITMINE_SOURCE_DIR) /
                                       "citations/model/references.model");
    EXPECT_TRUE(loaded) << loaded.error().what;
    return loaded ? std::move(*loaded) : ReferenceModel{};
  }();
  return kModel;
}

std::string families(const std::vector<Name>& names) {
  std::string out;
  for (const Name& name : names) out += (out.empty() ? "" : "; ") + name.family;
  return out;
}

struct Case {
  const char* style;
  const char* text;
  const char *authors, *year, *title, *container, *volume, *issue, *pages, *publisher, *type;
};

constexpr Case kCases[] = {
    {"APA article",
     "Moretti, P., & van Dijk, J. A. (2019a). Trust between strangers: How small exporters choose "
     "a "
     "marketplace. Journal of Made-Up Business, 12(3), 45–67. https://doi.org/10.1234/jmb.2019.07",
     "Moretti; van Dijk", "2019a",
     "Trust between strangers: How small exporters choose a marketplace",
     "Journal of Made-Up Business", "12", "3", "45-67", "", "article-journal"},
    {"APA chapter",
     "Hansen, M. T. (2008). Knowing who knows. In K. Lee & O. Brandt (Eds.), Handbook of knowledge "
     "in firms (pp. 101–120). Cheltenham: Edward Elgar.",
     "Hansen", "2008", "Knowing who knows", "Handbook of knowledge in firms", "", "", "101-120",
     "Edward Elgar", "chapter"},
    {"APA book", "Okafor, C. (1998). The market town (2nd ed.). London: Sage.", "Okafor", "1998",
     "The market town", "", "", "", "", "Sage", "book"},
    {"Emerald",
     "Silva, A.B., Costa, M. and Reis, J. (2021), “Digital bridges: a study of small wineries”, "
     "International Marketing Review, Vol. 38 No. 2, pp. 210-233, doi: 10.1108/IMR-01-2020-0001.",
     "Silva; Costa; Reis", "2021", "Digital bridges: a study of small wineries",
     "International Marketing Review", "38", "2", "210-233", "", "article-journal"},
    {"Harvard book", "Brown, T. (2012) Markets and morals. Oxford: Oxford University Press.",
     "Brown", "2012", "Markets and morals", "", "", "", "", "Oxford University Press", "book"},
    {"Chicago",
     "Keller, Anna, and Robert Stone. 2015. “Learning at a Distance.” Research Policy 44 (7): "
     "1345–58.",
     "Keller; Stone", "2015", "Learning at a Distance", "Research Policy", "44", "7", "1345-58", "",
     "article-journal"},
    {"Vancouver",
     "12. Smith JA, Lee KH, Novak P. Sleep and memory in older adults. J Sleep Res. "
     "2016;25(4):401-9.",
     "Smith; Lee; Novak", "2016", "Sleep and memory in older adults", "J Sleep Res", "25", "4",
     "401-9", "", "article-journal"},
    {"IEEE",
     "[7] P. Kumar and J. Li, “A fast method for counting bees,” IEEE Trans. Image Process., vol. "
     "21, no. 5, pp. 88–97, 2014.",
     "Kumar; Li", "2014", "A fast method for counting bees", "IEEE Trans. Image Process", "21", "5",
     "88-97", "", "article-journal"},
    {"German",
     "Krüger, Anna; Maier, Bernd (2009): Schule und Herkunft. In: Zeitschrift für Soziologie 38 "
     "(2), "
     "S. 120–138.",
     "Krüger; Maier", "2009", "Schule und Herkunft", "Zeitschrift für Soziologie", "38", "2",
     "120-138", "", "article-journal"},
    {"Portuguese",
     "SOUZA, M. A.; LIMA, J. R. A internacionalização de pequenas empresas. Revista de "
     "Administração "
     "Contemporânea, v. 14, n. 2, p. 201-219, 2010.",
     "SOUZA; LIMA", "2010", "A internacionalização de pequenas empresas",
     "Revista de Administração Contemporânea", "14", "2", "201-219", "", "article-journal"},
    {"Spanish",
     "Gómez, R. y Ruiz, L. (2017). Las pymes y el comercio electrónico. Cuadernos de Gestión, "
     "17(1), "
     "33-52.",
     "Gómez; Ruiz", "2017", "Las pymes y el comercio electrónico", "Cuadernos de Gestión", "17",
     "1", "33-52", "", "article-journal"},
    {"an edition behind the title",
     "Kern, M./Schall, S. (2011): Internationales Handeln, 7. Aufl., München: Oldenbourg.",
     "Kern; Schall", "2011", "Internationales Handeln", "", "", "", "", "Oldenbourg", "book"},
    {"an edition in brackets",
     "Mahler, P. (2010). Inhalte prüfen: Grundlagen und Techniken (11., überarb. Aufl.). Weinheim: "
     "Beltz.",
     "Mahler", "2010", "Inhalte prüfen: Grundlagen und Techniken", "", "", "", "", "Beltz", "book"},
    {"a German chapter",
     "Kern, M./Schall, S. (1999): Führung unter fremden Bedingungen, in: Engel, J. (Hrsg.): "
     "Interkulturelles Management, Wiesbaden, S. 35–55.",
     "Kern; Schall", "1999", "Führung unter fremden Bedingungen", "Interkulturelles Management", "",
     "", "35-55", "", "chapter"},
    {"a German issue behind the year",
     "Schall, Anna / Kern, Bernd: Die alte Ordnung. In: Kölner Zeitschrift für Soziologie und "
     "Sozialpsychologie, Jg. 55 (2003), H. 3, S. 461-490.",
     "Schall; Kern", "2003", "Die alte Ordnung",
     "Kölner Zeitschrift für Soziologie und Sozialpsychologie", "55", "3", "461-490", "",
     "article-journal"},
    {"a body that publishes its own report",
     "World Bank (2021), World Trade Report 2021: Data for All, World Bank, Washington, DC.",
     "World Bank", "2021", "World Trade Report 2021: Data for All", "", "", "", "", "World Bank",
     "book"},
    {"a quotation in front of a quoted title",
     "Bell, J. and Loane, S. (2010), “‘New-wave’ global firms: web 2.0 and small exporters”, "
     "Journal of Made-Up Business, Vol. 26 No. 3, pp. 213-229.",
     "Bell; Loane", "2010", "‘New-wave’ global firms: web 2.0 and small exporters",
     "Journal of Made-Up Business", "26", "3", "213-229", "", "article-journal"},
    {"a thesis in brackets",
     "Smith, J. (2015). Habits of small firms (Doctoral dissertation, University of Nowhere). "
     "ProQuest Dissertations and Theses.",
     "Smith", "2015", "Habits of small firms", "", "", "", "", "University of Nowhere", "thesis"},
};

std::string year_of(const Reference& reference) {
  return (reference.year ? std::to_string(*reference.year) : "") + reference.year_letter;
}

TEST(ReadReference, OfEachStyle) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.style);
    const Reference read = read_reference(c.text, model());
    EXPECT_EQ(families(read.authors), c.authors);
    EXPECT_EQ(year_of(read), c.year);
    EXPECT_EQ(read.title, c.title);
    EXPECT_EQ(read.container, c.container);
    EXPECT_EQ(read.volume, c.volume);
    EXPECT_EQ(read.issue, c.issue);
    EXPECT_EQ(read.pages, c.pages);
    EXPECT_EQ(read.publisher, c.publisher);
    EXPECT_EQ(read.type, c.type);
    EXPECT_GT(read.confidence, 0.3);
  }
}

TEST(ReadReference, EveryFieldShowsItsPlace) {
  const std::string text = kCases[0].text;
  const Reference read = read_reference(text, model());
  bool title = false;
  for (const RefPlace& place : read.places) {
    EXPECT_LE(place.where.end, text.size());
    if (place.field == RefField::title) title = place.where.in(text) == read.title;
  }
  EXPECT_TRUE(title);
  EXPECT_EQ(read.doi, "10.1234/jmb.2019.07");
  EXPECT_EQ(read.language, "en");
}

TEST(ReadReference, KeepsOldDoisWhole) {
  const Reference read = read_reference(
      "Stone, R. (2000), “Dynamic markets”, Strategic Management Journal, Vol. 21 No. 10, pp. "
      "1105-1121, doi: 10.1002/1097-0266(200010/11)21:10/11<1105::AID-SMJ133>3.0.CO;2-E.",
      model());
  EXPECT_EQ(read.doi, "10.1002/1097-0266(200010/11)21:10/11<1105::aid-smj133>3.0.co;2-e");
}

TEST(ReadReference, StandsAnything) {
  std::mt19937 random(11);
  const std::string pieces[] = {"(",    ")", "[",     "2010", ",",       ".",      "–",
                                "“",    "J", "et al", "In",   "http://", "10.1/x", "\xC3\xA9",
                                "\xFF", " ", ";",     "/",    "Smith"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 40; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const Reference read = read_reference(text, model());
    EXPECT_GE(read.confidence, 0);
    EXPECT_LE(read.confidence, 1.0001);
    EXPECT_TRUE(nlohmann::json::accept(csl_json(read))) << text;
  }
  EXPECT_LE(cut_reference(std::string(100000, ',')).size(), kMostRefTokens);
}

TEST(CslJson, SaysWhatWasRead) {
  const auto json = nlohmann::json::parse(csl_json(read_reference(kCases[0].text, model()), "7"));
  EXPECT_EQ(json["id"], "7");
  EXPECT_EQ(json["author"][1]["family"], "van Dijk");
  EXPECT_EQ(json["issued"]["date-parts"][0][0], 2019);
  EXPECT_EQ(json["year-suffix"], "a");
  EXPECT_EQ(json["DOI"], "10.1234/jmb.2019.07");
  EXPECT_EQ(json["page"], "45-67");
}

}  // namespace
}  // namespace litmine
