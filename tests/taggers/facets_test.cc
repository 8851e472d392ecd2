// The facets beside type, method, theory, country and platform: values out of the text, countries
// of authorship, what an empty cell says.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "taggers/tagger.h"
#include "tests/taggers/article.h"

namespace litmine {
namespace {

const Codebook& codebook() {
  static const auto* const loaded = [] {
    auto codebook = Codebook::load(LITMINE_SOURCE_DIR "/taggers/codebook");
    if (!codebook) throw std::runtime_error(codebook.error().what);
    return new Codebook(std::move(*codebook));
  }();
  return *loaded;
}

const FacetResult& facet(const Tagging& tagging, std::string_view name) {
  for (const FacetResult& result : tagging.facets)
    if (result.facet == name) return result;
  throw std::runtime_error("no facet " + std::string(name));
}

// "746 SMEs": labels at medium or above, best first.
std::string shown(const Document& document, std::string_view name) {
  Tagging tagging = tag(document, codebook());
  std::string list;
  for (const Code& code : facet(tagging, name).codes)
    if (code.band >= Band::medium) list += (list.empty() ? "" : "; ") + code.label;
  return list;
}

struct Case {
  const char* facet;
  const char* abstract;
  const char* labels;
};

// Invented sentences; the traps are those of the codebook's contexts.
constexpr Case kCases[] = {
    {"sample", "We surveyed 746 Italian family SMEs.", "746 SMEs"},
    {"sample", "Interviews with thirteen Australian founders were held.", "13 founders"},
    {"sample", "A panel of 19,248 small firms is analysed.", "19,248 firms"},
    {"sample", "The questionnaire was e-mailed to 1,200 firms; 213 firms responded.", "213 firms"},
    {"sample", "Twenty-one managers who did not answer were dropped.", ""},
    {"sample", "Our survey took 12 months, and many firms took part.", ""},
    {"sample", "Data come from firms in 54 countries.", ""},
    {"firm_size", "The sample holds firms with fewer than 250 employees.",
     "fewer than 250 employees"},
    {"firm_size", "About 40 per cent of the sample firms had fewer than 10 employees.", ""},
    {"period", "The survey was conducted between March 2016 and May 2017.", "2016-2017"},
    {"period", "Interviews were held in spring 2019.", "2019"},
    {"period", "Data come from a firm founded in 1999.", ""},
    {"industry", "We surveyed 120 wineries in Georgia.", "Food and beverage"},
    {"industry", "The sample comes from the software industry.", "Software and IT"},
    {"firm", "We interviewed founders of born globals in two towns.",
     "Born globals and international new ventures"},
};

TEST(Facets, AsTheTableSays) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(std::string(c.facet) + ": " + c.abstract);
    Document document = article({{Part::abstract, "", c.abstract}});
    document.kind = Document::Kind::record;
    EXPECT_EQ(shown(document, c.facet), c.labels);
  }
}

TEST(Authorship, IsReadFromAffiliationsWhateverTheArticleIs) {
  Document document =
      article({{Part::title, "", "Trade of small firms: a systematic literature review"},
               {Part::affiliations, "",
                "Department of Marketing, Hill University, Lahti, Finland\n\n"
                "Israel Hill, School of Business, Park College, Georgia"},
               {Part::abstract, "", "This paper presents a systematic review of firms in Peru."},
               {Part::introduction, "1 Introduction", "We review 80 articles on trade."}});
  Tagging tagging = tag(document, codebook());
  EXPECT_EQ(tagging.kind.kind, "review");
  EXPECT_EQ(facet(tagging, "country").empty_because, "gated: a literature review");
  std::string codes;
  for (const Code& code : facet(tagging, "authorship").codes) codes += code.code + " ";
  EXPECT_EQ(codes, "FI GE ");
}

TEST(EmptyCells, SayWhetherThereWasAnythingToRead) {
  Document document = article({{Part::title, "", "On trade"},
                               {Part::introduction, "1 Introduction", "Trade is old."},
                               {Part::method, "2 Method", "We surveyed 40 shops."}});
  Tagging tagging = tag(document, codebook());
  EXPECT_EQ(facet(tagging, "authorship").empty_because, "not read: the text has no affiliations");
  EXPECT_EQ(facet(tagging, "platform").empty_because, "nothing found in title,introduction,method");
}

TEST(Parents, StandBesideTheCode) {
  Document document = article({{Part::abstract, "", "We surveyed 40 firms in Peru."}});
  Tagging tagging = tag(document, codebook());
  ASSERT_FALSE(facet(tagging, "country").codes.empty());
  EXPECT_EQ(facet(tagging, "country").codes[0].parent, "Americas");
}

}  // namespace
}  // namespace litmine
