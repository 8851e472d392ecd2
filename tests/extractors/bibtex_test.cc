#include "extractors/bibtex.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litmine {
namespace {

struct Reading {
  std::vector<Document> documents;
  std::vector<Problem> problems;
};
Reading read(std::string_view text) {
  Reading reading;
  read_bibtex(text, "known.bib",
              {[&](Document&& document) { reading.documents.push_back(std::move(document)); },
               [&](Problem&& problem) { reading.problems.push_back(std::move(problem)); }});
  return reading;
}

TEST(BibTeX, AnEntryBecomesARecord) {
  const Reading reading = read(
      "% made by hand\n"
      "@string{jib = \"Journal of \" # {Made-Up Business}}\n"
      "@comment{ @article{no, title={Not this}} }\n"
      "@Article{m\xC3\xBCller20,\n"
      "  Title = {The {SME} and the \"Web\": a {\\'e}tude},\n"
      "  author = \"M{\\\"u}ller, J{\\'o}zef and Anna de Smet and {The Trade Office} and "
      "others\",\n"
      "  journal = jib, year = 2020, volume = 3, pages = {1--9},\n"
      "  doi = {https://doi.org/10.5555/ABC}, keywords = {web; export}, abstract = {Small \\& "
      "large.}\n"
      "}\n");
  EXPECT_TRUE(reading.problems.empty());
  ASSERT_EQ(reading.documents.size(), 1u);
  const Document& document = reading.documents[0];
  const Biblio& about = document.about;
  EXPECT_EQ(about.title, "The SME and the \"Web\": a \u00e9tude");
  EXPECT_EQ(about.authors,
            (std::vector<Author>{
                {"M\u00fcller", "J\u00f3zef"}, {"de Smet", "Anna"}, {"The Trade Office", ""}}));
  EXPECT_EQ(about.source, "Journal of Made-Up Business");
  EXPECT_EQ(about.year, 2020);
  EXPECT_EQ(about.pages, "1-9");
  EXPECT_EQ(about.doi, "10.5555/abc");
  EXPECT_EQ(about.type, "article-journal");
  EXPECT_EQ(document.part_text(Part::abstract), "Small & large.");
  EXPECT_EQ(document.line, 4u);
  EXPECT_EQ(document.record, 1u);
}

struct Odd {
  const char* text;
  std::size_t documents, problems;
  std::uint32_t line;  ///< of the first problem
};
constexpr Odd kOdd[] = {
    {"", 0, 0, 0},
    {"no entries here, mail me@example.org", 0, 0, 0},
    {"@article{a, title={Cut off", 1, 2, 1},
    {"@article{a, title={One}}\n@article{b, title {Two}}\n@article{c, title={Three}}", 2, 2, 2},
    {"\n@misc{a, note={no title}}", 0, 1, 2},
    {"@article(a, title=\"In brackets\", year={in press})", 1, 0, 0},
    {"@article{a, title={Unclosed {brace}, year=2000}\n@article{b, title={Next}}", 2, 1, 1},
    {"@article{a, title={No key\\}}}", 1, 0, 0},
};

TEST(BibTeX, WhatIsBrokenIsSaidWithItsLine) {
  for (const Odd& odd : kOdd) {
    SCOPED_TRACE(odd.text);
    const Reading reading = read(odd.text);
    EXPECT_EQ(reading.documents.size(), odd.documents);
    ASSERT_EQ(reading.problems.size(), odd.problems);
    if (odd.problems > 0) {
      EXPECT_EQ(reading.problems[0].line, odd.line);
    }
  }
}

TEST(BibTeX, NoCutEndsInACrash) {
  const std::string whole =
      "@string{s = \"x\"}\n@article{k, title={A {\\\"o}{\\'{\\i}} \\LaTeX\\ b}, author={{A} and B, "
      "C}, year=s # 1}";
  for (std::size_t size = 0; size <= whole.size(); ++size) read(whole.substr(0, size));
  read(std::string(100'000, '{'));
  read(std::string(100'000, '@'));
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "@a{";
  read(many);
}

TEST(BibTeX, IsRecognisedByItsBeginning) {
  EXPECT_TRUE(is_bibtex("\n% x\n@article{a,"));
  EXPECT_TRUE(is_bibtex("@string (a = 1)"));
  EXPECT_FALSE(is_bibtex("TY  - JOUR\n@article{"));
  EXPECT_FALSE(is_bibtex("@handle wrote"));
  EXPECT_FALSE(is_bibtex(""));
}

}  // namespace
}  // namespace litmine
