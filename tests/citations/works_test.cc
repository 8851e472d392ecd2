#include "citations/works.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "citations/graph.h"
#include "citations/names.h"
#include "citations/write_reference.h"

namespace litmine {
namespace {

Entry entry(const char* names, int year, const char* title, const char* doi = "") {
  Entry made;
  made.reference.authors = read_names(names).names;
  made.reference.year = year;
  made.reference.title = title;
  made.reference.doi = doi;
  made.reference.type = "article-journal";
  made.reference.container = "Journal of Made-Up Business";
  return made;
}

CitingStudy study(const char* id, std::vector<Entry> entries) {
  CitingStudy made;
  made.study = id;
  made.about.title = id;
  made.citations.mentions_of.assign(entries.size(), {});
  for (std::size_t i = 0; i < entries.size(); ++i) made.printed.emplace_back(id);
  made.citations.entries = std::move(entries);
  return made;
}

std::vector<CitingStudy> two_studies() {
  return {study("a", {entry("Samiee, S.", 1998, "The internet and international marketing"),
                      entry("Lee, K.", 2020, "Digital bridges between small wineries", "10.1/x"),
                      entry("Lee, K.", 2020, "Digital bridges between large breweries")}),
          study("b", {entry("Samiee, S.", 1999,
                            "The Internet and International Marketing: is there a fit?"),
                      entry("Lee, Kim", 2020, "A title printed otherwise here", "10.1/x"),
                      entry("Smith, J.", 2001, "Nobody else cites this")})};
}

TEST(Works, AreOneHoweverPrinted) {
  const std::vector<Work> works = cited_works(two_studies(), {});
  ASSERT_EQ(works.size(), 4u);
  EXPECT_EQ(works[0].cited_at.size(), 2u);
  EXPECT_EQ(works[1].cited_at.size(), 2u);
  EXPECT_EQ(works[2].cited_at.size(), 1u);
  std::set<std::string> keys;
  for (const Work& work : works) keys.insert(work.key);
  EXPECT_EQ(keys.size(), works.size());
}

TEST(Works, AreFoundInTheCorpus) {
  Identity held;
  held.id = "samiee-1998";
  held.title = "The internet and international marketing: Is there a fit";
  held.authors = "Samiee, Saeed; Chirapanda, Suthawan";
  held.year = 1998;
  std::size_t in_corpus = 0;
  for (const Work& work : cited_works(two_studies(), {held})) in_corpus += work.study == held.id;
  EXPECT_EQ(in_corpus, 1u);
}

TEST(Works, OfTheSameNameStayApart) {
  const auto works =
      cited_works({study("a", {entry("Lee, K.", 2020, "Bees and trees in towns", "10.1/x"),
                               entry("Lee, K.", 2020, "Bees and trees in villages", "10.1/y"),
                               entry("Lee, K.", 2012, "Bees and trees in towns")})},
                  {});
  EXPECT_EQ(works.size(), 3u);
}

TEST(Graph, IsWhatNetworkProgramsRead) {
  const auto citing = two_studies();
  const auto works = cited_works(citing, {});
  const CitationGraph coupling = citation_graph(citing, works, GraphKind::coupling);
  ASSERT_EQ(coupling.edges.size(), 1u);
  EXPECT_EQ(coupling.edges[0].weight, 2u);
  const CitationGraph together = citation_graph(citing, works, GraphKind::co_citation, 2);
  EXPECT_EQ(together.edges.size(), 1u);
  const CitationGraph cited = citation_graph(citing, works, GraphKind::citation);
  EXPECT_EQ(cited.edges.size(), 6u);
  for (const char* format : {"graphml", "gexf", "csv", "vosviewer"}) {
    std::ostringstream out;
    ASSERT_TRUE(write_graph(out, cited, format));
    EXPECT_NE(out.str().find("Samiee 199"), std::string::npos) << format;
  }
  std::ostringstream json;
  ASSERT_TRUE(write_graph(json, coupling, "vosviewer"));
  EXPECT_EQ(nlohmann::json::parse(json.str())["network"]["links"][0]["strength"], 2);
  std::ostringstream none;
  EXPECT_FALSE(write_graph(none, cited, "gefx"));
}

TEST(Written, ForReferenceManagers) {
  const Reference reference =
      entry("Reuber, A.R. and Fischer, E.", 2011, "Markets & morals", "10.1016/j.x").reference;
  std::ostringstream ris, bibtex;
  write_ris(ris, reference, "r1", {"cited by a, page 3: \"two\nlines\""});
  EXPECT_EQ(ris.str(),
            "TY  - JOUR\nID  - r1\nAU  - Reuber, A.R.\nAU  - Fischer, E.\nTI  - Markets & morals\n"
            "PY  - 2011\nT2  - Journal of Made-Up Business\nDO  - 10.1016/j.x\n"
            "N1  - cited by a, page 3: \"two lines\"\nER  - \n\n");
  write_bibtex(bibtex, reference, "r1");
  EXPECT_NE(bibtex.str().find("title = {Markets \\& morals}"), std::string::npos);
  EXPECT_EQ(*formatted(reference, "apa"),
            "Reuber, A.R., & Fischer, E. (2011). Markets & morals. Journal of Made-Up Business. "
            "https://doi.org/10.1016/j.x");
  EXPECT_FALSE(formatted(reference, "ape"));
}

}  // namespace
}  // namespace litmine
