// Mentions of a small list, in every form that we know of. The list is made here, so that only the
// linking is tested.
#include <gtest/gtest.h>

#include "citations/citations.h"
#include "citations/names.h"

namespace litmine {
namespace {

Entry entry(const char* names, int year, const char* letter = "", int number = 0) {
  Entry made;
  made.reference.authors = read_names(names).names;
  made.reference.year = year;
  made.reference.year_letter = letter;
  made.reference.title = "A title that says little";
  made.number = number;
  if (number > 0) made.reference.label = std::to_string(number);
  return made;
}

const std::vector<Entry>& by_name() {
  static const std::vector<Entry> kEntries = {
      entry("Reuber, A.R. and Fischer, E.", 2011),                                // 0
      entry("Samiee, S.", 1998),                                                  // 1
      entry("Lee, Y., Kim, J. and Park, S.", 2022),                               // 2
      entry("Lee, Y., Kim, J. and Park, S.", 2023),                               // 3
      entry("Cassia, F. and Magno, F.", 2022, "a"),                               // 4
      entry("Cassia, F. and Magno, F.", 2022, "b"),                               // 5
      entry("Aronica, M., Bonfanti, R. and Piacentino, D.", 2021),                // 6
      entry("van der Berg, A.", 2005),                                            // 7
      entry("World Health Organization", 2019),                                   // 8
      entry("Alarcón-del-Amo, M., Rialp-Criado, A. and Rialp-Criado, J.", 2018),  // 9
      entry("Hakanson, L.", 2010),                                                // 10
      entry("Johanson, J. and Vahlne, J.-E.", 1977),                              // 11
  };
  return kEntries;
}

std::vector<Entry> by_number() {
  std::vector<Entry> entries;
  for (int i = 1; i <= 12; ++i) entries.push_back(entry("Smith, J.", 2000 + i, "", i));
  return entries;
}

Citations found(const std::string& text, std::vector<Entry> entries) {
  Document document;
  document.text = text;
  document.sections.push_back({Part::theory, {0, 0}, {0, static_cast<std::uint32_t>(text.size())}});
  Citations citations;
  citations.entries = std::move(entries);
  find_mentions(document, citations);
  return citations;
}

/// "0 1? x": entry 0, entry 1 with a doubt, one without an entry.
std::string shown(const Citations& citations) {
  std::string out;
  for (const Mention& mention : citations.mentions) {
    if (!out.empty()) out += ' ';
    if (mention.entries.empty()) {
      out += "x";
      continue;
    }
    out += std::to_string(mention.entries.front());
    if (mention.link == Mention::Link::doubtful) out += "?";
  }
  return out;
}

struct Case {
  const char* text;
  const char* links;
};

constexpr Case kNamed[] = {
    {"as others say (e.g. Reuber and Fischer, 2011; Samiee, 1998).", "0 1"},
    {"Lee et al. (2022, 2023) agree.", "2 3"},
    {"Cassia and Magno (2022a) differ.", "4"},
    {"It grew (Cassia and Magno, 2022a, b).", "4 5"},
    {"It grew (Cassia and Magno, 2022).", "4?"},
    {"Following Aronica et al.; others do not.", "6?"},
    {"In van der Berg's (2005) words.", "7"},
    {"Van der Berg (2005) and Samiee (1998)", "7 1"},
    {"the pandemic (World Health Organization, 2019) and (WHO, 2019)", "8 8"},
    {"Alarcón-del-Amo et al. (2018) and Alarcon-del-Amo et al. (2018)", "9 9"},
    {"networks (Håkansson, 2010)", "10?"},
    {"Reuber and Fischer (2012) say", "0?"},
    {"as Nobody and Noone (2014) show (Nemo, 2001)", "x x"},
    {"In 2011, the United States grew; since 1998 it has not. May 2022 was warm.", ""},
    {"Samiee [1998] and (see also Samiee 1998, p. 12)", "1 1"},
    {"(Lee et al., 2022: 44; Reuber & Fischer, 2011)", "2 0"},
    {"Lee et al.'s (2022) study and Lee et al.’s (2023) reply", "2 3"},
    {"J. Johanson and J.-E. Vahlne (1977) and J.‐E. Vahlne alone", "11"},
    {"Reuber and Fisher (2011) is misspelt", "0?"},
    {"the Union (UCJ, 1968–1972) and (Samiee, 1998–2001)", "1"},
};

TEST(Mentions, OfNamesAndYears) {
  for (const Case& c : kNamed) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(shown(found(c.text, by_name())), c.links);
  }
}

constexpr Case kNumbered[] = {
    {"as shown [1], [3, 5–7] and again [12].", "0 2 4 5 6 11"},
    {"as shown [1,2] and [4]; not here [99], nor [a].", "0 1 3 x"},
    {"as shown¹ and again³,⁵–⁷ with m² and twice⁴.", "0 2 4 5 6 3"},
};

TEST(Mentions, OfNumbers) {
  for (const Case& c : kNumbered) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(shown(found(c.text, by_number())), c.links);
  }
}

TEST(Mentions, OfNamesAndPages) {
  const Citations citations = found(
      "Firms learn (Reuber and Fischer 660), and export (Samiee 15-17; Aronica et al. pp. 9–12). "
      "See the numbers (Table 3), the year (in 2019) and the lists (Lee et al. 4).",
      by_name());
  EXPECT_EQ(citing_style_name(citations.style), "author-page");
  EXPECT_EQ(shown(citations), "0 1 6 2?");
  EXPECT_EQ(citations.mentions.at(3).why, "no year; 2 entries fit");
}

TEST(Mentions, OfNamesAndPagesOnlyWhereNoYearsAre) {
  const Citations citations = found(
      "Firms learn (Reuber and Fischer, 2011), export (Samiee, 1998), grow (Lee et al., 2022) and "
      "stay (van der Berg, 2005): (Samiee 4), (Lee et al. 5), (Reuber and Fischer 6).",
      by_name());
  EXPECT_EQ(citing_style_name(citations.style), "author-year");
  EXPECT_EQ(citations.count(Mention::Link::linked), 4u);
}

TEST(Mentions, SayWhyAndWhere) {
  const std::string text = "Good (Samiee, 1999). Lee et al. (2022) are better.";
  const Citations citations = found(text, by_name());
  ASSERT_EQ(citations.mentions.size(), 2u);
  EXPECT_EQ(citations.mentions[0].why, "the list has 1998");
  EXPECT_FALSE(citations.mentions[0].narrative);
  EXPECT_TRUE(citations.mentions[1].narrative);
  EXPECT_EQ(citations.mentions[1].where.in(text), "Lee et al. (2022");
  EXPECT_EQ(citations.mentions[1].part, Part::theory);
}

TEST(Mentions, SayWhatTheListHasInstead) {
  EXPECT_EQ(found("Reuber and Fisher (2011)", by_name()).mentions.at(0).why,
            "the names differ: the list has 'Reuber and Fischer'");
  EXPECT_EQ(found("Aronica et al.’s (2021) survey", by_name()).mentions.at(0).names,
            "Aronica et al.");
}

TEST(Mentions, AddUp) {
  const Citations citations = found("(Samiee, 1998; Nemo, 2001; Samiee, 1999)", by_name());
  EXPECT_EQ(citations.count(Mention::Link::linked) + citations.count(Mention::Link::doubtful) +
                citations.count(Mention::Link::unlinked),
            citations.mentions.size());
  EXPECT_EQ(citations.never_mentioned(), by_name().size() - 1);
}

TEST(Mentions, StandAnything) {
  for (const char* text : {"", "(2011", "2011)", "et al", "[1", "[,]", "[1-", "(((((((2011)",
                           "\xE2\x80", "and (2011)", "&, 2011", "¹", "a.b.c. (1998)"})
    EXPECT_NO_THROW(found(text, by_name()));
}

}  // namespace
}  // namespace litmine
