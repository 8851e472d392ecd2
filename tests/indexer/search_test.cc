// What a search says beside the hits: counts, expansions, remarks and places.
#include <gtest/gtest.h>

#include "indexer/index.h"
#include "made_up.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using made_up::Folder;

/// A query whose `source` holds what was typed for each node.
class Typed {
 public:
  Query query;
  Clause word(const std::string& typed) {
    Clause clause;
    clause.kind = Kind::word;
    clause.where = place(typed);
    std::string letters;
    for (char c : typed) {
      if (c == '*') {
        clause.pattern.add_letters(letters);
        clause.pattern.add_gap(0, Pattern::kAnyRun);
        letters.clear();
      } else {
        letters += c;
      }
    }
    clause.pattern.add_letters(letters);
    return clause;
  }
  Clause phrase(const std::string& typed, const std::vector<std::string>& words) {
    Clause clause;
    clause.kind = Kind::phrase;
    clause.where = place(typed);
    for (const std::string& each : words) clause.operands.push_back(word(each));
    return clause;
  }
  Span place(const std::string& typed) {
    auto begin = static_cast<std::uint32_t>(query.source.size());
    query.source += typed + " ";
    return {begin, begin + static_cast<std::uint32_t>(typed.size())};
  }
};

class Searching : public ::testing::Test {
 protected:
  void SetUp() override {
    auto writer = IndexWriter::open(folder_.index(), {2});
    const char* abstracts[] = {
        "Digital platforms help small firms. They trade.",
        "Technology platforms, and technological change in e-commerce.",
        "A survey of technology\n use.  Firms\nexport goods abroad; p < .05 holds.",
        "Behaviour of online markets. Digital trade grows.",
    };
    std::uint32_t number = 0;
    for (const char* abstract : abstracts) {
      ++number;
      std::optional<int> year;
      if (number != 4) year = 2010 + static_cast<int>(number);
      Document document =
          made_up::record("a.ris", number, "Study " + std::to_string(number), abstract, year);
      document.about.source = "Journal of Zebras";
      if (number == 1) document.about.language = "English";
      if (number == 2) document.about.language = "German";
      if (number == 3) document.about.index_terms = {"Commerce/*economics", "Technology"};
      ASSERT_TRUE(writer->add(document).has_value());
    }
    FileStamp stamp;
    stamp.path = "a.ris";
    ASSERT_TRUE(writer->finish_file(stamp).has_value());
    ASSERT_TRUE(writer->finish().has_value());
    index_.emplace(Index::open(folder_.index()).value());
  }

  Folder folder_{"searching"};
  std::optional<Index> index_;
};

TEST_F(Searching, SaysWhichWordIsNearAPatternThatMatchesNothing) {
  Typed typed;
  typed.query.root = typed.word("techonolog*");
  Hits hits = index_->search(typed.query).value();
  EXPECT_TRUE(hits.studies.empty());
  ASSERT_EQ(hits.notes.size(), 1u);
  EXPECT_EQ(hits.notes[0].code, "no-match");
  EXPECT_EQ(hits.notes[0].message,
            "'techonolog*' matches no word in title, abstract, keywords; nearest is 'technolog*' "
            "(2 studies)");
  EXPECT_EQ(hits.notes[0].where.in(typed.query.source), "techonolog*");
  EXPECT_EQ(hits.notes[0].alternative, "technolog*");
}

TEST_F(Searching, SaysWhichWordIsNearOneThatIsNotThere) {
  Typed typed;
  typed.query.root = typed.word("platfroms");
  Hits hits = index_->search(typed.query).value();
  ASSERT_EQ(hits.notes.size(), 1u);
  EXPECT_EQ(hits.notes[0].message,
            "'platfroms' matches no word in title, abstract, keywords; nearest is 'platforms' (2 "
            "studies)");
  Typed fused;
  fused.query.root = fused.word("ecommerce");
  hits = index_->search(fused.query).value();
  ASSERT_EQ(hits.notes.size(), 1u);
  EXPECT_NE(hits.notes[0].hint.find("1 study write it with a hyphen"), std::string::npos)
      << hits.notes[0].hint;
}

TEST_F(Searching, SpeaksOfThePhraseAndNotOfItsWords) {
  Typed typed;
  typed.query.root = typed.phrase("\"digital platfroms\"", {"digital", "platfroms"});
  Hits hits = index_->search(typed.query).value();
  ASSERT_EQ(hits.notes.size(), 1u);
  EXPECT_NE(hits.notes[0].message.find("\"digital platforms\"' (1 study)"), std::string::npos)
      << hits.notes[0].message;
  EXPECT_EQ(hits.notes[0].alternative, "\"digital platforms\"");
  Typed apart;
  apart.query.root = apart.phrase("\"digital survey\"", {"digital", "survey"});
  hits = index_->search(apart.query).value();
  ASSERT_EQ(hits.notes.size(), 1u);
  EXPECT_NE(hits.notes[0].message.find("each word occurs, but never together"), std::string::npos);
}

TEST_F(Searching, GivesTheSetsOfAllNodesByNumber) {
  Typed typed;
  typed.query.root.kind = Kind::any_of;
  typed.query.root.operands = {typed.word("digital"), typed.word("technolog*")};
  auto hits = index_->search(typed.query, {.sets = true});
  ASSERT_TRUE(hits.has_value());
  ASSERT_EQ(hits->sets.size(), 3u);
  for (std::size_t node = 0; node < 3; ++node) {
    std::vector<DocId> ids;
    hits->sets[node].each([&](std::uint32_t number) { ids.push_back(index_->study_at(number)); });
    EXPECT_EQ(ids, hits->by_clause[node]);
  }
  EXPECT_EQ(index_->study_at(0), index_->studies().front().id);
  EXPECT_EQ(index_->study_at(4), "");
  EXPECT_TRUE(index_->search(typed.query)->sets.empty());
}

TEST_F(Searching, CountsApartTheStudiesThatDoNotSayTheirLanguageTypeOrYear) {
  Typed typed;
  auto within = [&](Part part, const std::string& word) {
    Clause clause;
    clause.kind = Kind::within;
    clause.parts = part;
    clause.operands.push_back(typed.word(word));
    clause.where = clause.operands.front().where;
    return clause;
  };
  Clause years;
  years.kind = Kind::years;
  years.from = 2012;
  years.where = typed.place("2012-");
  typed.query.root.kind = Kind::any_of;
  typed.query.root.operands = {within(Part::language, "english"), within(Part::doctype, "article"),
                               within(Part::title, "study"), years};
  Hits hits = index_->search(typed.query).value();
  EXPECT_EQ(hits.counts[1].studies, 1u);
  EXPECT_EQ(hits.counts[1].without_field, 2u);
  EXPECT_EQ(hits.counts[3].studies, 0u);
  EXPECT_EQ(hits.counts[3].without_field, 4u);
  EXPECT_EQ(hits.counts[5].without_field, 0u) << "a title is no limit";
  EXPECT_EQ(hits.counts[7].without_field, 1u);
  std::vector<std::string> said;
  for (const Diagnostic& note : hits.notes)
    if (note.code == "field-not-known") said.push_back(note.message + "; " + note.hint);
  ASSERT_EQ(said.size(), 3u);
  EXPECT_EQ(said[0],
            "2 of 4 studies do not say their language; they are not among the 1 that meet "
            "'english'");
  EXPECT_EQ(said[2],
            "1 of 4 studies does not say its year; it is not among the 2 that meet '2012-'");
}

TEST_F(Searching, SaysWhyNoStudyHasAHeadingOrATermSoOften) {
  Typed typed;
  auto heading = [&](const std::string& text, std::vector<std::string> subheadings) {
    Clause clause;
    clause.kind = Kind::heading;
    clause.literal = text;
    clause.subheadings = std::move(subheadings);
    clause.where = typed.place(text);
    return clause;
  };
  Clause frequent;
  frequent.kind = Kind::frequent;
  frequent.least = 3;
  frequent.operands.push_back(typed.word("digital"));
  frequent.where = frequent.operands.front().where;
  typed.query.in = Parts{Part::index_terms, Part::abstract};
  typed.query.root.kind = Kind::any_of;
  typed.query.root.operands = {heading("Commerce", {"ec"}), heading("Commerce", {"th"}),
                               heading("Zebras", {}), frequent};
  Hits hits = index_->search(typed.query).value();
  EXPECT_EQ(hits.counts[1].studies, 1u);
  std::vector<std::string> said;
  for (const Diagnostic& note : hits.notes) said.push_back(note.message);
  EXPECT_EQ(said, (std::vector<std::string>{
                      "no study has the heading 'Commerce'; 1 study has 'Commerce' without such a "
                      "subheading or mark",
                      "no study has the heading 'Zebras'",
                      "'digital' is in no study: its term occurs, but nowhere 3 times in one "
                      "part"}));
}

TEST_F(Searching, ListsWhatAPatternBecame) {
  Typed typed;
  typed.query.root = typed.word("technolog*");
  SearchOptions options;
  options.expansions = true;
  Hits hits = index_->search(typed.query, options).value();
  ASSERT_EQ(hits.expansions.size(), 1u);
  using Words = std::vector<std::pair<std::string, std::uint64_t>>;
  EXPECT_EQ(hits.expansions[0].words, (Words{{"technological", 1}, {"technology", 2}}));
  EXPECT_EQ(hits.counts[0].studies, 2u);
  EXPECT_EQ(hits.studies_total, 4u);
}

TEST_F(Searching, NeverCutsAPattern) {
  Typed typed;
  typed.query.root = typed.word("t*");
  SearchOptions options;
  options.expansion_limit = 2;
  auto hits = index_->search(typed.query, options);
  ASSERT_FALSE(hits.has_value());
  EXPECT_EQ(hits.error().kind, Error::Kind::limit);
  EXPECT_NE(hits.error().what.find("'t*' stands for 4 words"), std::string::npos)
      << hits.error().what;
}

TEST_F(Searching, CountsStudiesWithoutAYearApart) {
  Typed typed;
  typed.query.root.kind = Kind::years;
  typed.query.root.from = 2012;
  Hits hits = index_->search(typed.query).value();
  EXPECT_EQ(hits.counts[0].studies, 2u);
  EXPECT_EQ(hits.counts[0].without_field, 1u);
}

TEST_F(Searching, ShowsThePlaceOfAHit) {
  Typed typed;
  typed.query.root = typed.phrase("\"firms export\"", {"firms", "export"});
  Hits hits = index_->search(typed.query).value();
  ASSERT_EQ(hits.studies.size(), 1u);
  auto places = index_->places(typed.query, hits.studies[0]).value();
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].part, Part::abstract);
  EXPECT_EQ(places[0].match, "Firms export");
  EXPECT_EQ(places[0].quote, "Firms export goods abroad; p < .05 holds.");
  Document report = index_->document(places[0].report).value();
  EXPECT_EQ(places[0].where.in(report.text), "Firms\nexport");
  EXPECT_TRUE(places[0].sentence.contains(places[0].where));
  EXPECT_EQ(index_->places(typed.query, "no-such").error().kind, Error::Kind::not_found);
}

TEST_F(Searching, ShowsAFactThatStandsInNoText) {
  Typed typed;
  typed.query.in = Parts{Part::source};
  typed.query.root = typed.word("zebras");
  Hits hits = index_->search(typed.query).value();
  ASSERT_EQ(hits.studies.size(), 4u);
  auto places = index_->places(typed.query, hits.studies[0]).value();
  ASSERT_EQ(places.size(), 1u);
  EXPECT_TRUE(places[0].where.empty());
  EXPECT_EQ(places[0].quote, "Journal of Zebras");
}

TEST_F(Searching, OffersWordsNearBy) {
  auto words = index_->near_words("technologie", kFront);
  ASSERT_FALSE(words.empty());
  EXPECT_EQ(words[0].first, "technology");
  EXPECT_EQ(words[0].second, 2u);
  EXPECT_TRUE(index_->near_words("qqqqqqqq", kFront).empty());
}

}  // namespace
}  // namespace litmine
