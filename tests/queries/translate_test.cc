// Every string of every dialect is written in every other: read again it means the same, or what
// was lost is said.
#include "queries/translate.h"

#include <gtest/gtest.h>

#include <random>

#include "queries/dialects.h"
#include "queries/normal_form.h"
#include "tests/queries/helpers.h"
#include "tests/queries/random_strings.h"

namespace litmine::testing_queries {
namespace {

Translation translated(std::string_view from, std::string_view query, std::string_view into) {
  return translate(read(from, query).query, *dialect_named(into));
}

TEST(Translate, EveryPairMeansTheSameOrSaysWhatIsLost) {
  std::mt19937 engine(random_seed(20260722));
  std::size_t same = 0, lost = 0;
  for (const Dialect* from : all_dialects())
    for (int i = 0; i < 120; ++i) {
      const std::string source = random_string(*from, engine);
      const Parsed parsed = parse_query(source, *from);
      for (const Dialect* into : all_dialects()) {
        SCOPED_TRACE(std::string(from->name) + " to " + std::string(into->name) + ": " + source);
        const Translation translation = translate(parsed.query, *into);
        for (const Diagnostic& note : translation.lost) {
          ASSERT_NE(note.code, "lost-meaning") << translation.text << "\n"
                                               << to_native(normal_form(parsed.query)) << "\n"
                                               << to_native(normal_form(translation.query));
          ASSERT_LE(note.where.end, source.size());
        }
        ASSERT_TRUE(translation.same || !translation.lost.empty());
        (translation.same ? same : lost) += 1;
      }
    }
  std::cout << same << " translations are the same tree, " << lost << " say what is lost\n";
  EXPECT_GT(2 * same, lost);  // PubMed and ACM have few distances, most have fewer parts
}

struct Case {
  const char *from, *query, *into, *text;
};
constexpr Case kSame[] = {
    {"scopus", "\"cat food\" W/3 dog*", "wos", "\"cat food\" NEAR/3 dog*"},
    {"scopus", "TITLE(cat* W/3 dog*)", "ebsco", "TI (cat* N3 dog*)"},
    {"scopus", "TITLE(cat* PRE/3 dog*)", "ebsco", "TI (cat* W3 dog*)"},
    {"wos", "TI=(cat* NEAR/3 dog*)", "proquest", "TI(cat[*20] NEAR/3 dog[*20])"},
    {"wos", "TI=(colo$r)", "ebsco", "TI (colo#r)"},
    {"wos", "TI=(colo$r)", "proquest", "TI(colo[*1]r)"},
    {"ebsco", "TI colo#r", "wos", "TI=(colo$r)"},
    {"ebsco", "MM \"Social Media+\"", "native",
     "keywords,index_terms:(heading:{exp *Social Media})"},
    {"ebsco", "\"company of America\"", "native", "\"company ? america\""},
    {"proquest", "\"{cat food}\"", "native", "\"cat food\"~sl"},
};

TEST(Translate, WritesAsTheOtherDatabaseReads) {
  for (const Case& c : kSame) {
    SCOPED_TRACE(std::string(c.from) + ": " + c.query);
    EXPECT_EQ(translated(c.from, c.query, c.into).text, c.text);
  }
}

struct Lost {
  const char *from, *query, *into, *code;
};
constexpr Lost kLost[] = {
    {"scopus", "cat PRE/3 dog", "wos", "lost-order"},
    {"scopus", "{heart-attack}", "ebsco", "lost-exact"},
    {"scopus", "mouse", "wos", "lost-variants"},
    {"wos", "TS=(cat*)", "proquest", "lost-wildcard"},
    {"wos", "TI=(*oxide)", "ebsco", "lost-wildcard"},
    {"ebsco", "\"company of America\"", "scopus", "lost-any-word"},
    {"ebsco", "MM \"Social Media\"", "scopus", "lost-heading"},
    {"wos", "TI=(theory of mind)", "ebsco", "lost-stop-word"},
};

TEST(Translate, SaysWhatIsLost) {
  for (const Lost& c : kLost) {
    SCOPED_TRACE(std::string(c.from) + ": " + c.query + " to " + c.into);
    const Translation translation = translated(c.from, c.query, c.into);
    EXPECT_TRUE(std::any_of(translation.lost.begin(), translation.lost.end(),
                            [&](const Diagnostic& note) { return note.code == c.code; }))
        << translation.text;
  }
}

}  // namespace
}  // namespace litmine::testing_queries
