// What the taggers suggest, and what they leave out and why.
#include "taggers/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

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

// "IT CN/destination": the codes at medium or above, best first.
std::string shown(const Tagging& tagging, std::string_view name) {
  std::string list;
  for (const Code& code : facet(tagging, name).codes) {
    if (code.band < Band::medium) continue;
    if (!list.empty()) list += ' ';
    list += code.code;
    if (!code.role.empty() && code.role != "home") list += "/" + code.role;
  }
  return list;
}

// Every piece of evidence can be shown: inside the text, its sentence around it.
void expect_places(const Document& document, const Tagging& tagging) {
  for (const FacetResult& result : tagging.facets)
    for (const Code& code : result.codes) {
      SCOPED_TRACE(code.facet + "." + code.code);
      EXPECT_FALSE(code.evidence.empty());
      EXPECT_LE(code.evidence.size(), 3U);
      for (const Evidence& evidence : code.evidence) {
        EXPECT_FALSE(evidence.where.in(document.text).empty());
        EXPECT_TRUE(evidence.sentence.contains(evidence.where));
        EXPECT_LE(evidence.sentence.end, document.text.size());
        EXPECT_FALSE(evidence.rule.empty());
        EXPECT_TRUE(evidence.not_counted.empty());
      }
    }
}

struct Abstract {
  const char* facet;
  const char* text;
  const char* codes;
};

// Records: what title-and-abstract evidence gives.
constexpr Abstract kAbstracts[] = {
    {"type", "We test the hypotheses with structural equation modelling on 312 firms.",
     "quantitative"},
    {"type", "A qualitative study of four ventures was carried out.", "qualitative"},
    {"type", "We used a mixed-methods design among exporters.", "mixed"},
    {"type", "Unlike qualitative work, this note counts things.", ""},
    {"type", "Quantitative studies have shown that size matters.", ""},
    {"type", "These cases are a grounding for a quantitative research agenda.", ""},
    {"method", "An online survey of 152 Spanish firms was conducted.", "survey"},
    {"method", "We survey the literature on small exporters.", ""},
    {"method", "It reports a case study of 29 SMEs.", "multiple_case"},
    {"method", "We made a single case study of a brewery.", "single_case"},
    {"method", "The case of Alibaba is known to everybody.", ""},
    {"method", "We conducted 24 semi-structured interviews with founders.", "interviews"},
    {"method",
     "We conducted 24 semi-structured interviews in a multiple case study of six ventures.",
     "multiple_case"},
    {"method", "Using the panel data of Orbis, this study looks at exporters.", "secondary_data"},
    {"theory", "Drawing on the resource-based view, we explain growth.", "rbv"},
    {"theory", "We integrate effectuation theory and network theory.", "effectuation network"},
    {"theory", "Firms differ in resources (resource-based view; Hill, 1991).", ""},
    {"theory", "Many theories, such as transaction cost economics, have been used.", ""},
    {"theory", "DOI is measured as foreign to total sales; we use DOI as an outcome.", ""},
    {"theory", "Digital capabilities and marketing capabilities help exporters.", ""},
    {"theory", "Our TAM was measured in tons.", ""},
    {"country", "We surveyed 746 Italian SMEs.", "IT"},
    {"country", "The sample holds 120 firms from Finland, Sweden and New Zealand.", "FI NZ SE"},
    {"country", "Data on sellers in 54 countries were analysed.", "MULTI"},
    {"country", "Firms from the Visegrad Four were surveyed.", "CZ HU PL SK"},
    {"country", "We surveyed 90 Italian SMEs that export to China.", "IT CN/destination"},
    {"country", "This agrees with findings from China (Hill, 2011).", ""},
    {"country", "Funding by the National Natural Science Foundation of China is gratefully noted.",
     ""},
    {"country", "Students of the University of Georgia helped.", ""},
    {"country", "The turkey farms near the Jordan family's house grew.", ""},
    {"country", "They polish the finish for us, and we told them.", ""},
    {"platform", "The use of Instagram and Facebook by exporters is examined.", "social_media"},
    {"platform", "We study sellers on Amazon and eBay.", "ecommerce"},
    {"platform", "They compete in the global marketplace.", ""},
    {"platform", "Equity crowdfunding platforms help ventures; we study the use of crowdfunding.",
     "crowdfunding"},
};

TEST(Tagger, SuggestsFromAnAbstract) {
  for (const Abstract& c : kAbstracts) {
    SCOPED_TRACE(c.text);
    Document document = record("On small things", c.text);
    Tagging tagging = tag(document, codebook());
    std::string codes = shown(tagging, c.facet);
    std::string expected = c.codes;
    if (expected.find(' ') != std::string::npos && codes.size() == expected.size()) {
      std::sort(codes.begin(), codes.end());
      std::sort(expected.begin(), expected.end());
    }
    EXPECT_EQ(codes, expected);
    expect_places(document, tagging);
  }
}

TEST(Tagger, WhatTheMethodSectionSaysDecides) {
  Document document = article({
      {Part::title, "", "Selling crafts abroad"},
      {Part::abstract, "Abstract", "Small makers sell abroad. We ask how."},
      {Part::introduction, "Introduction", "A survey of makers (Hill, 2011) found little."},
      {Part::method, "Method",
       "We use publicly available data from a survey that a statistics office ran. The survey was "
       "not designed by the researcher. The survey covers 2,401 Canadian firms."},
      {Part::results, "Results", "Size matters. Lee (2010) surveyed 200 Korean firms."},
      {Part::references, "References", "Hill, A. (2011). Resource-based view of Brazil. Journal."},
  });
  Tagging tagging = tag(document, codebook());
  EXPECT_EQ(tagging.kind.kind, "empirical");
  EXPECT_EQ(shown(tagging, "country"), "CA");
  ASSERT_FALSE(facet(tagging, "method").codes.empty());
  EXPECT_EQ(facet(tagging, "method").codes.front().code, "secondary_data");
  EXPECT_EQ(facet(tagging, "method").codes.front().band, Band::high);
  EXPECT_EQ(shown(tagging, "theory"), "");
  expect_places(document, tagging);
  // What stands in the references only is shown as seen, with the reason.
  const FacetResult& theory = facet(tagging, "theory");
  ASSERT_FALSE(theory.also_seen.empty());
  EXPECT_EQ(theory.also_seen.front().not_counted, "reference list");
  EXPECT_EQ(theory.also_seen.front().where.in(document.text), "Resource-based view");
  EXPECT_NE(theory.empty_because.find("introduction"), std::string::npos);
}

TEST(Tagger, SamplesOfBothKindsInTheMethodSectionMakeMixed) {
  Document document = article({
      {Part::abstract, "Abstract", "We look at exporters."},
      {Part::method, "Method",
       "A survey of 310 exporters was conducted. We then held 24 semi-structured interviews with "
       "founders."},
  });
  EXPECT_EQ(facet(tag(document, codebook()), "type").codes.front().code, "mixed");
  Document pretest = article({
      {Part::abstract, "Abstract", "We look at exporters."},
      {Part::method, "Method",
       "A survey of 310 exporters was conducted. Before, 8 in-depth interviews served to refine "
       "the questionnaire."},
  });
  EXPECT_EQ(facet(tag(pretest, codebook()), "type").codes.front().code, "quantitative");
}

TEST(Tagger, NoTheoryIsAFindingOnlyWhenTheTheorySectionWasRead) {
  auto with = [](std::string_view theory) {
    return article({{Part::abstract, "Abstract", "A survey of 310 exporters was conducted."},
                    {Part::introduction, "Introduction", "Exporters are many."},
                    {Part::theory, "Background", theory},
                    {Part::method, "Method", "A questionnaire was sent to exporters."}});
  };
  EXPECT_EQ(shown(tag(with("Much is known of size."), codebook()), "theory"), "none");
  EXPECT_EQ(shown(tag(with("We draw on institutional theory here."), codebook()), "theory"),
            "institutional");
  Document unread = article({{Part::abstract, "Abstract", "A survey of 310 exporters."},
                             {Part::introduction, "Introduction", "Exporters are many."}});
  EXPECT_EQ(shown(tag(unread, codebook()), "theory"), "");
}

struct Gate {
  const char* title;
  const char* abstract;
  const char* kind;
};

constexpr Gate kGates[] = {
    {"Platforms and crafts: a systematic literature review",
     "This paper presents a systematic review of 51 articles on Italian and Chinese firms.",
     "review"},
    {"Platforms: thirty years of research",
     "We conducted a bibliometric analysis of the field and drew on the resource-based view.",
     "review"},
    {"On scale", "This conceptual paper links platforms to trust and derives propositions.",
     "conceptual"},
    {"Editorial: small firms", "The five papers in this special issue look at trade.", "editorial"},
    {"Exporters and trust",
     "After a review of the literature, a survey of 310 exporters was conducted and the hypotheses "
     "were tested with structural equation modelling.",
     "empirical"},
};

TEST(Gate, TellsReviewsAndConceptualPapersApart) {
  for (const Gate& c : kGates) {
    SCOPED_TRACE(c.title);
    Document document = article({{Part::title, "", c.title}, {Part::abstract, "", c.abstract}});
    Tagging tagging = tag(document, codebook());
    EXPECT_EQ(tagging.kind.kind, c.kind);
    ASSERT_FALSE(tagging.kind.code.evidence.empty());
    EXPECT_FALSE(tagging.kind.code.evidence.front().sentence.in(document.text).empty());
    if (tagging.kind.kind == "empirical") continue;
    for (const FacetResult& result : tagging.facets) {
      if (result.facet == "authorship" || result.facet == "issues") continue;  // of every article
      EXPECT_TRUE(result.codes.empty()) << result.facet;
      EXPECT_TRUE(result.empty_because.starts_with("gated: ")) << result.empty_because;
    }
  }
}

TEST(Gate, ARecordIsARecordUnlessItSaysOtherwise) {
  EXPECT_EQ(tag(record("Resources and digital export"), codebook()).kind.kind, "record");
  EXPECT_EQ(tag(record("Digital export: a systematic literature review"), codebook()).kind.kind,
            "review");
}

TEST(Tagger, ATextWithoutHeadingsGetsNothingAboveMedium) {
  std::string text = "We surveyed 746 Italian SMEs. The resource-based view is our lens. ";
  for (int i = 0; i < 60; ++i) text += "A sentence that says nothing much about anything. ";
  Document document = article({{Part::other, "", text}});
  Tagging tagging = tag(document, codebook());
  for (const FacetResult& result : tagging.facets)
    for (const Code& code : result.codes) EXPECT_LT(code.band, Band::high) << code.code;
  expect_places(document, tagging);
}

TEST(Tagger, HeadlinesInCapitalsAreRead) {
  Tagging tagging =
      tag(record("SOCIAL MEDIA ADOPTION IN ITALIAN FIRMS: WHAT HELPS US"), codebook());
  EXPECT_EQ(shown(tagging, "country"), "IT");
  EXPECT_EQ(shown(tagging, "platform"), "social_media");
}

TEST(Tagger, EvidenceIsCutFromTheTextAsPrinted) {
  Document document =
      record("On crafts", "“Drawing on” the resource–based view, we explain growth – and more.");
  Tagging tagging = tag(document, codebook());
  ASSERT_FALSE(facet(tagging, "theory").codes.empty());
  const Evidence& evidence = facet(tagging, "theory").codes.front().evidence.front();
  EXPECT_EQ(evidence.where.in(document.text), "resource–based view");
  EXPECT_TRUE(evidence.anchored);
}

TEST(Tagger, SurvivesOddTexts) {
  for (std::string_view text : {std::string_view(""), std::string_view("("), std::string_view("é"),
                                std::string_view("\xEF\xBF\xBD \n\n\n @ {} US US US")}) {
    Document document = article({{Part::other, "", text}, {Part::keywords, "", text}});
    expect_places(document, tag(document, codebook()));
  }
  std::string endless;
  for (int i = 0; i < 20000; ++i) endless += "Italy survey of 12 firms ";
  Document table = article({{Part::results, "Results", endless}});
  expect_places(table, tag(table, codebook()));
  expect_places(Document{}, tag(Document{}, codebook()));
}

TEST(Tagger, GivesTheSameTwice) {
  Document document = record("Italian SMEs on Alibaba", "We surveyed 90 Italian SMEs.");
  Tagging one = tag(document, codebook());
  Tagging two = tag(document, codebook());
  ASSERT_EQ(one.facets.size(), two.facets.size());
  for (std::size_t i = 0; i < one.facets.size(); ++i)
    EXPECT_EQ(one.facets[i].codes, two.facets[i].codes);
}

}  // namespace
}  // namespace litmine
