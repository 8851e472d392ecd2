// Pairs of records and what they are to each other.
#include "corpus/likeness.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace litmine {
namespace {

struct Facts {
  const char* title = "";
  const char* authors = "";
  int year = 0;
  const char* source = "";
  const char* volume = "";
  const char* pages = "";
  const char* doi = "";
  const char* pmid = "";
  const char* type = "";
};

Identity identity(const Facts& facts) {
  Identity identity;
  identity.kind = Document::Kind::record;
  identity.title = facts.title;
  identity.authors = facts.authors;
  if (facts.year != 0) identity.year = facts.year;
  identity.source = facts.source;
  identity.volume = facts.volume;
  identity.pages = facts.pages;
  identity.doi = facts.doi;
  identity.pmid = facts.pmid;
  identity.type = facts.type;
  return identity;
}

struct Case {
  const char* name;
  Facts a, b;
  Relation relation;
};

constexpr const char* kTitle =
    "How small firms sell through digital platforms: evidence from Chile";
constexpr const char* kOther = "Bees and their dances in alpine meadows in the early summer";

using enum Relation;

const Case kCases[] = {
    {"another database's export: capitals, initials, abbreviated journal, short last page",
     {kTitle, "Rojas, María; Pérez, Juan Luis", 2019, "Journal of Small Business Management", "57",
      "1240-1258"},
     {"HOW SMALL FIRMS SELL THROUGH DIGITAL PLATFORMS - EVIDENCE FROM CHILE", "Rojas M; Perez JL",
      2019, "J Small Bus Manag", "57", "1240-58"},
     same},
    {"online first and in print",
     {kTitle, "Rojas, M.", 2018, "J Small Bus Manag", "", "", "10.1/x"},
     {kTitle, "Rojas, M.", 2020, "Journal of Small Business Management", "58", "12-30", "10.1/x"},
     same},
    {"a title without its subtitle, in the same place",
     {"How small firms sell through digital platforms", "Rojas, M.", 2019, "JSBM", "57", "12"},
     {kTitle, "Rojas, M.", 2019, "JSBM", "57", "12-30"},
     same},
    {"a translated title, the original beside it",
     {"[How small firms sell through digital platforms]", "Rojas, M.", 2019, "Rev Econ", "5", "7"},
     {"How small firms sell through digital platforms. <ORIGINAL> Como venden las empresas",
      "Rojas, M.", 2019, "Revista de Economia", "5", "7-19"},
     same},
    {"a remark of the database in brackets",
     {"How small firms sell through platforms [Spanish]", "Rojas, M.", 2019, "Rev Econ", "5", "7"},
     {"How small firms sell through platforms.[Erratum appears in Rev Econ 2020;6:9]", "Rojas, M.",
      2019, "Rev Econ", "5", "7"},
     same},
    {"family and given name changed places",
     {kTitle, "Xiangdong, Zhou; Jian, Lan", 2019, "Platforms", "3", "7"},
     {kTitle, "Zhou, X.; Lan, J.", 2019, "Platforms", "3", "7"},
     same},
    {"a preprint and its article",
     {kTitle, "Rojas, M.; Perez, J.", 2018, "SSRN Electronic Journal", "", "", "10.2139/ssrn.123"},
     {kTitle, "Rojas, M.; Perez, J.", 2020, "Small Business Economics", "54", "1-20", "10.1007/s1"},
     same},
    {"headers without a year", {kTitle, "Rojas, M."}, {kTitle, "Rojas, Maria"}, same},
    {"a slip of spelling, a Greek letter, a roman number",
     {"Effects of β-carotene on platform users: a phase II trial", "Rojas, M.", 2019},
     {"Effects of beta-carotene on platfrom users: a phase 2 trial", "Rojas, M.", 2019},
     same},
    {"a supplement's abstracts share one DOI",
     {kTitle, "Rojas, M.", 2019, "Platforms", "3", "S1-S80", "10.1/suppl"},
     {kOther, "Rojas, M.", 2019, "Platforms", "3", "S1-S80", "10.1/suppl"},
     different},
    {"editorials share title and year",
     {"Editorial", "Lee, A.", 2019, "Platforms", "3", "1-2"},
     {"Editorial", "Lee, A.", 2019, "Platforms", "3", "85-86"},
     different},
    {"editorials of two journals",
     {"Editorial", "", 2019, "Platforms"},
     {"Editorial", "", 2019, "Small Firms"},
     different},
    {"the same editorial twice",
     {"Editorial", "Lee, A.", 2019, "Platforms", "3", "1-2", "10.1/e"},
     {"Editorial", "Lee, A.", 2019, "Platforms", "3", "1-2", "10.1/e"},
     same},
    {"a conference paper and the article",
     {kTitle, "Rojas, M.; Perez, J.", 2018, "Proceedings of ECIS", "", "", "10.1/conf", "",
      "paper-conference"},
     {kTitle, "Rojas, M.; Perez, J.", 2019, "Small Business Economics", "54", "33-50", "10.2/art",
      "", "article-journal"},
     linked},
    {"two parts of one work",
     {"Digital platforms of small firms in Chile. Part 1: method", "Rojas, M.", 2019, "P", "3",
      "1-9"},
     {"Digital platforms of small firms in Chile. Part 2: method", "Rojas, M.", 2019, "P", "3",
      "10"},
     linked},
    {"an erratum and its article",
     {"Erratum to: How small firms sell through digital platforms: evidence from Chile",
      "Rojas, M.", 2019, "Platforms", "3", "99"},
     {kTitle, "Rojas, M.", 2019, "Platforms", "3", "12-30"},
     linked},
    {"a correction as Web of Science writes it",
     {"How small firms sell through digital platforms: evidence from Chile (vol 3, pg 12, 2019)",
      "Rojas, M.", 2020, "Platforms", "4", "99"},
     {kTitle, "Rojas, M.", 2019, "Platforms", "3", "12-30"},
     linked},
    {"reprinted elsewhere",
     {kTitle, "Rojas, M.", 2019, "Platforms", "3", "12-30"},
     {kTitle, "Rojas, M.", 2019, "Small Business Economics", "54", "33-50"},
     linked},
    {"one word changed",
     {"The effect of platform fees on small firms in Chile", "Rojas, M.", 2019, "Platforms", "3",
      "12"},
     {"The effect of platform fees on large firms in Chile", "Rojas, M.", 2019, "Platforms", "3",
      "30"},
     different},
    {"the same title by others",
     {kTitle, "Rojas, M.", 2019},
     {kTitle, "Nowak, A.", 2019},
     different},
    {"other people of one family name",
     {kTitle, "Lee, Anna", 2019},
     {kTitle, "Lee, Bo", 2019},
     different},
    {"a conference every year",
     {"Introduction to the minitrack on platform work", "Lee, A.; Kim, B.", 2021,
      "Hawaii Conference on System Sciences", "", "", "10.24251/HICSS.2021.510"},
     {"Introduction to the minitrack on platform work", "Lee, A.; Kim, B.", 2022,
      "Hawaii Conference on System Sciences", "", "", "10.24251/HICSS.2022.544"},
     different},
    {"nothing known of one", {kTitle, "Rojas, M.", 2019}, {}, different},
    {"nothing known of both", {}, {}, different},
};

TEST(Likeness, TellsWhatPairsAre) {
  for (const Case& c : kCases) {
    const Likeness likeness = compare(form_of(identity(c.a)), form_of(identity(c.b)));
    EXPECT_EQ(name_of(likeness.relation), name_of(c.relation))
        << c.name << "\n  " << likeness.points << ": " << in_words(likeness);
  }
}

TEST(Likeness, IsSymmetric) {
  for (const Case& x : kCases)
    for (const Case& y : kCases)
      for (const Facts* a : {&x.a, &x.b})
        for (const Facts* b : {&y.a, &y.b}) {
          const Likeness one = compare(form_of(identity(*a)), form_of(identity(*b)));
          const Likeness other = compare(form_of(identity(*b)), form_of(identity(*a)));
          EXPECT_EQ(one.levels, other.levels) << a->title << " / " << b->title;
          EXPECT_EQ(one.points, other.points);
          EXPECT_EQ(one.relation, other.relation);
        }
}

TEST(Likeness, EveryWeightIsInTheTableOnce) {
  std::set<std::pair<Trait, Level>> seen;
  for (const Weight& weight : weights()) {
    EXPECT_TRUE(seen.insert({weight.trait, weight.level}).second) << weight.words;
    EXPECT_EQ(&weight_of(weight.trait, weight.level), &weight);
  }
  for (std::size_t i = 0; i < kTraits; ++i)
    EXPECT_TRUE(seen.contains({static_cast<Trait>(i), Level::unknown}));
}

TEST(Likeness, SaysWhatCounted) {
  const Likeness likeness =
      compare(form_of(identity({kTitle, "Rojas, M.", 2019, "Platforms", "3", "12"})),
              form_of(identity({kTitle, "Rojas, M.", 2019, "Platforms", "4", "12"})));
  EXPECT_EQ(in_words(likeness),
            "same title (+50), a title of many words (+12), same authors (+25), same year (+10), "
            "same source (+14), another volume (-14), same pages (+18)");
  EXPECT_EQ(short_words(likeness), "same title, same authors, same year, same source, same pages");
}

TEST(EditsBetween, AgreesWithThePlainTable) {
  const auto plain = [](const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      std::size_t corner = row[0]++;
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t kept = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
        corner = row[j];
        row[j] = std::min({kept, row[j] + 1, row[j - 1] + 1});
      }
    }
    return row[b.size()];
  };
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    std::string a, b;
    for (std::size_t i = random() % 200; i > 0; --i) a += static_cast<char>('a' + random() % 3);
    b = a;
    for (std::size_t i = random() % 20; i > 0 && !b.empty(); --i)
      b.replace(random() % b.size(), random() % 3, std::string(random() % 3, 'b'));
    if (round % 4 == 0)
      for (std::size_t i = random() % 90; i > 0; --i) b += static_cast<char>('a' + random() % 3);
    EXPECT_EQ(edits_between(a, b), plain(a, b)) << a << "\n" << b;
  }
}

TEST(SourceForms, KnowAbbreviations) {
  struct Pair {
    const char *a, *b;
    SourceLikeness likeness;
  };
  using enum SourceLikeness;
  for (const Pair& c : {
           Pair{"JAMA", "Journal of the American Medical Association", same},
           Pair{"J Small Bus Manag", "Journal of Small Business Management", same},
           Pair{"Dtsch Med Wochenschr", "Deutsche Medizinische Wochenschrift", same},
           Pair{"Jthoraccardiovascsurg", "The Journal of Thoracic & Cardiovascular Surgery", same},
           Pair{"Lancet", "The Lancet", same},
           Pair{"Lancet (London, England)", "The Lancet", same},
           Pair{"Aizheng", "Ai zheng = Aizheng = Chinese journal of cancer", same},
           Pair{"Journal of Marketing", "Journal of Marketing Research", alike},
           Pair{"Journal of Marketing", "Journal of Management", different},
           Pair{"Nature", "Science", different},
       })
    EXPECT_EQ(compare_sources(source_forms(c.a), source_forms(c.b)), c.likeness)
        << c.a << " / " << c.b;
}

}  // namespace
}  // namespace litmine
