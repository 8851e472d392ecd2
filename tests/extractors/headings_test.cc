#include "extractors/headings.h"

#include <gtest/gtest.h>

#include "extractors/text.h"
#include "manuscripts.h"

namespace litmine {
namespace {

using testing::manuscript_of;

struct Case {
  const char* heading;
  const char* part;  ///< empty: names none
};

constexpr Case kCases[] = {
    {"Introduction", "introduction"},
    {"1. INTRODUCTION", "introduction"},
    {"1 | INTRODUCTION", "introduction"},
    {"I. Introduction", "introduction"},
    {"## 2 Literature review", "theory"},
    {"Theoretical background and hypotheses", "theory"},
    {"Theory and Hypotheses", "theory"},
    {"Digital internationalization in previous literature reviews", "theory"},
    {"Resource-based theory", "theory"},
    {"Related Work", "theory"},
    {"2. Literature and hypotheses", "theory"},
    {"3.2 Sample and data collection", "method"},
    {"Materials & Methods", "method"},
    {"Methodology", "method"},
    {"Empirical strategy", "method"},
    {"Data, sample and measures", "method"},
    {"4. Results and discussion", "results"},
    {"Data analysis and results", "results"},
    {"Data analysis", "method"},
    {"Main findings", "results"},
    {"Discussion and conclusions", "discussion"},
    {"Theoretical contributions", "discussion"},
    {"Implications for theory and practice", "discussion"},
    {"Conclusion and Agenda for Future Research", "discussion"},
    {"Limitations and future research", "limitations"},
    {"Potential avenues for future research", "limitations"},
    {"R E F E R E N C E S", "references"},
    {"**References**", "references"},
    {"Works Cited", "references"},
    {"Literatur", "references"},
    {"3 Methode und Sample", "method"},
    {"Acknowledgments", "back_matter"},
    {"Declaration of competing interest", "back_matter"},
    {"About the Authors", "back_matter"},
    {"Appendix A. Interview guide", "back_matter"},
    {"CRediT authorship contribution statement", "back_matter"},
    {"Key words", "keywords"},
    {"ABSTRACT", "abstract"},
    {"Digital platforms and small firms", ""},
    {"Big data in retailing", ""},
    {"The case of Alibaba", ""},
};

TEST(Headings, NameParts) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.heading);
    std::optional<Part> part = part_of_heading(c.heading);
    EXPECT_EQ(part ? std::string(part_name(*part)) : "", c.part);
  }
}

struct NumberCase {
  const char* text;
  int depth, first;
  const char* words;
};

constexpr NumberCase kNumbers[] = {
    {"2.1 Method", 2, 2, "Method"},
    {"3. Results", 1, 3, "Results"},
    {"IV. Discussion", 1, 4, "Discussion"},
    {"A. Data", 2, 1, "Data"},
    {"2.1.3. Sample", 3, 2, "Sample"},
    {"Section 2: Theory", 1, 2, "Theory"},
    {"107 micro providers", 0, 0, "107 micro providers"},
    {"2020 Annual report", 0, 0, "2020 Annual report"},
    {"I think", 0, 0, "I think"},
    {"3.5 percent", 0, 0, "3.5 percent"},
};

TEST(Headings, Numbering) {
  for (const NumberCase& c : kNumbers) {
    SCOPED_TRACE(c.text);
    Numbering number = numbering_of(c.text);
    EXPECT_EQ(number.depth, c.depth);
    EXPECT_EQ(number.first, c.first);
    EXPECT_EQ(std::string(c.text).substr(number.bytes), c.words);
  }
}

TEST(Headings, RunIntoTheirText) {
  const std::pair<const char*, const char*> kLines[] = {
      {"Abstract: We study firms.", "We study firms."},
      {"Abstract—We study firms.", "We study firms."},
      {"ABSTRACT We study firms.", "We study firms."},
      {"Keywords: a; b", "a; b"},
      {"Keywords a, b, c", "a, b, c"},
      {"Key words – a, b", "a, b"},
      {"Funding: This work was paid.", "This work was paid."},
  };
  for (auto [line, text] : kLines) {
    SCOPED_TRACE(line);
    std::size_t bytes = run_in_heading(line, nullptr);
    EXPECT_GT(bytes, 0u);
    EXPECT_EQ(std::string(line).substr(bytes), text);
  }
  for (const char* line : {"Abstract concepts are hard.", "Keywords were chosen by two coders.",
                           "Summary statistics are in Table 1.", "Abstract"})
    EXPECT_EQ(run_in_heading(line, nullptr), 0u) << line;
}

TEST(Headings, Captions) {
  for (const char* line : {"Table 2", "Figure 1. The model", "Fig. 3 Results", "TABLE IV",
                           "Source: authors", "Note: n = 30", "Fig 3. Plaques"})
    EXPECT_TRUE(is_caption(line)) << line;
  for (const char* line :
       {"Tables of contents", "Figures in speech", "Results", "Notes on contributors"})
    EXPECT_FALSE(is_caption(line)) << line;
}

std::vector<std::string> found(const Manuscript& manuscript) {
  std::vector<std::string> words;
  for (const Heading& heading : find_headings(manuscript.lines, manuscript)) {
    std::string text;
    for (std::size_t i = heading.begin; i < heading.end; ++i)
      text += (text.empty() ? "" : " ") + manuscript.lines[i].text;
    words.push_back(text);
  }
  return words;
}

TEST(Headings, ByLookOnAPage) {
  Manuscript manuscript = manuscript_of({
      {1, 12, "PB", "1 Introduction"},
      {1, 10, "P", "Small firms sell abroad through platforms, and more of them do so each year."},
      {1, 12, "PB", "2 Platforms and the growth of small firms in"},
      {1, 12, "B", "distant markets"},
      {1, 10, "P",
       "Platforms lower the cost of reaching buyers, which matters to small firms most."},
      {1, 10, "P", "Table 1"},
      {1, 8, "PB", "Firm size (%)"},
      {1, 8, "P", "12.3"},
      {1, 10, "P", "Results"},
      {1, 10, "P", "The firms in the sample sold more than those that were not on a platform."},
      {1, 10, "P",
       "Firms grow. They do so in many ways that this sentence is too long to be a heading."},
  });
  EXPECT_EQ(found(manuscript),
            (std::vector<std::string>{
                "1 Introduction", "2 Platforms and the growth of small firms in distant markets",
                "Results"}));
}

TEST(Headings, InPlainText) {
  Manuscript manuscript = read_lines(
      "Introduction\n\nSmall firms sell abroad through digital platforms, and many of them do "
      "well.\n\n"
      "Digital trade\n\nMost of the trade of small firms is now digital in one way or another, it "
      "is said.\n\n"
      "Sweden\nNorway\nDenmark\n\nSource: the authors\n\n"
      "Method\n\nData collection\n\nWe asked three hundred and ten firms in four countries by "
      "questionnaire.\n");
  EXPECT_EQ(found(manuscript), (std::vector<std::string>{"Introduction", "Digital trade", "Method",
                                                         "Data collection"}));
}

TEST(Headings, SubheadingsInheritAndUnknownMainHeadingsAreOther) {
  auto heading = [](std::optional<Part> names, int level) {
    return Heading{0, 1, names, level, 0, false, false};
  };
  std::vector<Heading> headings = {
      heading(Part::introduction, 1), heading(std::nullopt, 1), heading(std::nullopt, 2),
      heading(Part::method, 1),       heading(std::nullopt, 2), heading(Part::discussion, 1),
      heading(Part::limitations, 2),  heading(std::nullopt, 2), heading(Part::results, 0),
      heading(std::nullopt, 0),
  };
  EXPECT_EQ(parts_of(headings),
            (std::vector<Part>{Part::introduction, Part::other, Part::other, Part::method,
                               Part::method, Part::discussion, Part::limitations, Part::discussion,
                               Part::results, Part::results}));
}

TEST(Headings, ASubheadingIsNamedByItsFirstWordsOnly) {
  EXPECT_TRUE(names_weakly("2.2 Ranking and selection methods"));
  EXPECT_FALSE(names_weakly("Methods"));
  EXPECT_FALSE(names_weakly("Sample"));
  std::vector<Heading> headings = {{0, 1, Part::theory, 1, 2, false, false},
                                   {1, 2, Part::method, 2, 2, false, true}};
  EXPECT_EQ(parts_of(headings), (std::vector<Part>{Part::theory, Part::theory}));
  headings = {{0, 1, Part::method, 1, 3, false, false},
              {1, 2, Part::results, 2, 3, false, false},  // "3.3 Analysis"
              {2, 3, Part::limitations, 2, 3, false, false},
              {3, 4, Part::discussion, 1, 4, false, false}};
  EXPECT_EQ(parts_of(headings),
            (std::vector<Part>{Part::method, Part::method, Part::limitations, Part::discussion}));
}

TEST(Headings, NothingLeavesAnAppendix) {
  std::vector<Heading> headings = {{0, 1, Part::discussion, 1, 0, false, false},
                                   {1, 2, Part::back_matter, 1, 0, true, false},
                                   {2, 3, Part::method, 1, 0, false, false},
                                   {3, 4, Part::references, 1, 0, false, false}};
  EXPECT_EQ(parts_of(headings), (std::vector<Part>{Part::discussion, Part::back_matter,
                                                   Part::back_matter, Part::references}));
}

}  // namespace
}  // namespace litmine
