#include "extractors/front_matter.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

std::string shown(const std::vector<Author>& authors) {
  std::string out;
  for (const Author& author : authors)
    out += (out.empty() ? "" : " | ") + author.family + ", " + author.given;
  return out;
}

struct Case {
  const char* line;
  const char* names;
};

constexpr Case kNames[] = {
    {"Ana María Díaz¹*, Bo C. O’Neil, PhD, and Li Wei",
     "Díaz, Ana María | O’Neil, Bo C. | Wei, Li"},
    {"Markéta Ševčíková 1,* and Kaarle Nordenstreng 2",
     "Ševčíková, Markéta | Nordenstreng, Kaarle"},
    {"Amit Kumar¹ | Priyanka Mishra¹", "Kumar, Amit | Mishra, Priyanka"},
    {"Sander van der Burg & Jean de la Fontaine", "van der Burg, Sander | de la Fontaine, Jean"},
    {"Angela Da Rocha (Coppead, Universidade Federal do Rio de Janeiro)", "Da Rocha, Angela"},
    {"Lukas Lambert, PhD a, ∗, Lenka Janouskova, MD b", "Lambert, Lukas | Janouskova, Lenka"},
    {"Narayan Gyawali ID*, Amanda K. Murphy", "Gyawali, Narayan | Murphy, Amanda K."},
    {"Department of Marketing, University of Oslo", ""},
    {"Small firms and digital platforms", ""},
    {"Received 12 May 2020", ""},
    {"ana.diaz@example.org", ""},
    {"Madonna", ""},
    {"Ulrike Müller¹ Reto Aebi²", "Müller, Ulrike | Aebi, Reto"},
};

TEST(FrontMatter, NamesInALine) {
  for (const Case& c : kNames) {
    SCOPED_TRACE(c.line);
    EXPECT_EQ(shown(names_in(c.line)), c.names);
  }
}

constexpr Case kDois[] = {
    {"https://doi.org/10.1108/IMR-10-2023-0280.", "10.1108/imr-10-2023-0280"},
    {"(doi:10.1016/S0140-6736(05)67760-4)", "10.1016/s0140-6736(05)67760-4"},
    {"DOI: 10.1002/ece3.2483, accepted", "10.1002/ece3.2483"},
    {"see 10.5555/abc”", "10.5555/abc"},
    {"version 10.2 of 2020", ""},
    {"no doi", ""},
};

TEST(FrontMatter, DoiInAText) {
  for (const Case& c : kDois) EXPECT_EQ(doi_in(c.line), c.names) << c.line;
}

struct KeywordCase {
  const char* text;
  std::vector<std::string> words;
};

TEST(FrontMatter, Keywords) {
  const KeywordCase kCases[] = {
      {"SMEs, e-commerce, export.", {"SMEs", "e-commerce", "export"}},
      {"trade, digital; small firms", {"trade, digital", "small firms"}},
      {"SMEs · platforms · trade", {"SMEs", "platforms", "trade"}},
      {"SMEs • platforms", {"SMEs", "platforms"}},
      {"SMEs\n\nplatforms\n\ntrade", {"SMEs", "platforms", "trade"}},
  };
  for (const KeywordCase& c : kCases) {
    std::string text = std::string("xx ") + c.text;
    std::vector<std::string> words;
    for (Span span : keyword_spans(text, {3, static_cast<std::uint32_t>(text.size())}))
      words.emplace_back(span.in(text));
    EXPECT_EQ(words, c.words) << c.text;
  }
}

}  // namespace
}  // namespace litmine
