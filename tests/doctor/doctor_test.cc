// Faults planted into a made-up article are found, and the article as it is has none. What is found
// in real articles is measured by bench/doctor_bench.cc.
#include "doctor/doctor.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/doctor/planted.h"

namespace litmine {
namespace {

/// Running text of that many sentences, made of a few that a small machine puts together.
std::string running_text(planted::Random& random, std::size_t sentences) {
  const char* kSubjects[] = {"The platform",
                             "A small firm",
                             "The owner of the firm",
                             "Each of the managers",
                             "Trust between the partners",
                             "The export office",
                             "An online marketplace"};
  const char* kVerbs[] = {"offers a way to reach customers in", "is significant for the benefit of",
                          "was identified as the first condition of",
                          "has a specific influence on the efficiency of",
                          "reflects the difference between the offices and"};
  const char* kObjects[] = {"the foreign market", "the network of buyers", "a profit in the region",
                            "the crafts that were sold by the family",
                            "those who had entered the market before"};
  const char* kEnds[] = {"(Miller, 2014)", "when the cost of entry is low",
                         "as the interviews with the owners show",
                         "and with it the definition of the firm’s offer",
                         "although the office in the capital was closed"};
  std::string text;
  for (std::size_t i = 0; i < sentences; ++i) {
    text += std::string(kSubjects[planted::below(random, std::size(kSubjects))]) + " " +
            kVerbs[planted::below(random, std::size(kVerbs))] + " " +
            kObjects[planted::below(random, std::size(kObjects))] + " " +
            kEnds[planted::below(random, std::size(kEnds))] + ". ";
    if (i % 6 == 5) text += "\n\n";
  }
  return text;
}

planted::Loose article() {
  planted::Random random(5);
  planted::Loose loose;
  loose.about.title = "Selling crafts through digital platforms";
  loose.about.authors = {{"Miller", "Jane"}};
  loose.about.year = 2019;
  for (std::uint32_t page = 0; page < 9; ++page) {
    loose.pages.push_back((page == 0 ? "Selling crafts through digital platforms\n\n" : "") +
                          running_text(random, 40));
    loose.furniture.push_back({"Journal of Crafts 12 (2019) " + std::to_string(page + 241)});
  }
  return loose;
}

std::string list(const std::vector<Symptom>& symptoms) {
  std::string out;
  for (const Symptom& symptom : symptoms)
    out += std::string(words_of(symptom.fault).name) + ": " + symptom.evidence + "\n";
  return out;
}

std::vector<Symptom> examined(const planted::Loose& loose, const Background& background = {}) {
  return diagnosis(chart_of(planted::document_of(loose)), background);
}

bool has(const std::vector<Symptom>& symptoms, Fault fault) {
  return std::any_of(symptoms.begin(), symptoms.end(),
                     [&](const Symptom& symptom) { return symptom.fault == fault; });
}

TEST(Doctor, HasNothingToSayOfACleanArticle) { EXPECT_EQ(list(examined(article())), ""); }

TEST(Doctor, FindsPlantedFaults) {
  int planted_faults = 0;
  for (const planted::Planting& planting : planted::plantings())
    for (unsigned seed = 1; seed <= 3; ++seed) {
      planted::Loose loose = article();
      planted::Random random(seed);
      if (!planting.plant(loose, random)) continue;
      ++planted_faults;
      const auto symptoms = examined(loose);
      EXPECT_TRUE(has(symptoms, planting.fault)) << planting.name << "\n" << list(symptoms);
      for (const Symptom& symptom : symptoms) {
        EXPECT_FALSE(symptom.evidence.empty());
        EXPECT_FALSE(symptom.advice.empty());
        EXPECT_LE(symptom.page, 10U);
      }
    }
  EXPECT_GE(planted_faults, 36);
}

struct PagesCase {
  const char* name;
  const char* record;  ///< pages as the record says
  std::uint32_t first, count;
  bool missing;
};
constexpr PagesCase kPages[] = {
    {"all there", "241-249", 241, 9, false},
    {"all there, short form", "241-9", 241, 9, false},
    {"a record of an article number", "e12", 241, 9, false},
    {"the first two are not", "239-249", 241, 9, true},
    {"the last is not", "241-250", 241, 9, true},
    {"a record of another numbering", "1-9", 241, 9, false},
};

TEST(Doctor, ComparesPagesWithTheRecord) {
  for (const PagesCase& c : kPages) {
    SCOPED_TRACE(c.name);
    Background background;
    background.printed_pages = c.record;
    EXPECT_EQ(has(examined(article(), background), Fault::missing_pages), c.missing);
  }
}

TEST(Doctor, KnowsALonePageByTheWordsBesideItsNumber) {
  planted::Loose loose = article();
  const auto lose = [&](std::size_t page) {
    loose.pages.erase(loose.pages.begin() + static_cast<std::ptrdiff_t>(page));
    loose.furniture.erase(loose.furniture.begin() + static_cast<std::ptrdiff_t>(page));
  };
  lose(7);  // one page is left behind it
  EXPECT_TRUE(has(examined(loose), Fault::missing_pages));
  loose.furniture.back() = {"of Table 249 the mean"};
  EXPECT_FALSE(has(examined(loose), Fault::missing_pages));
}

/// German running text, each blank in twenty lost or none.
planted::Loose german_article(bool glued) {
  planted::Random random(3);
  planted::Loose loose;
  for (int page = 0; page < 4; ++page) {
    std::string text;
    for (int i = 0; i < 60; ++i)
      text +=
          "Die Plattformen der kleinen Firmen werden von den Betrieben in der Region genutzt, "
          "und die Befragung zeigt den Nutzen der Vertriebswege mit dem Ausland. ";
    if (glued) planted::glue(text, random, 20);
    loose.pages.push_back(text);
    loose.furniture.emplace_back();
  }
  return loose;
}

TEST(Doctor, FindsLostBlanksInGermanByCapitalsWithinWords) {
  EXPECT_FALSE(has(examined(german_article(false)), Fault::glued_words));
  EXPECT_TRUE(has(examined(german_article(true)), Fault::glued_words));
}

TEST(Doctor, TakesCompoundsForWords) {
  // "marketplace" is "market" and "place", but one such word in a text says nothing.
  planted::Loose loose = article();
  loose.pages[2] +=
      " The marketplace is a place in the network, and the workplace a place of work.";
  EXPECT_EQ(list(examined(loose)), "");
}

TEST(Doctor, TellsAPageWhoseWordsStandNowhereElse) {
  planted::Loose loose = article();
  for (char& c : loose.pages[4])
    if (c >= 'a' && c <= 'z') c = static_cast<char>('a' + (c - 'a' + 7) % 26);
  EXPECT_TRUE(has(examined(loose), Fault::bad_encoding));
}

TEST(Doctor, TellsAnotherArticle) {
  Biblio own = article().about, other;
  other.title = "Bees and their dances in alpine meadows";
  Background background;
  background.claims = {{&own, "its name is that of a record"}};
  EXPECT_EQ(list(examined(article(), background)), "");
  background.claims = {{&other, "its name is that of a record"}};
  EXPECT_TRUE(has(examined(article(), background), Fault::wrong_article));
  background.claims.push_back({&own, "it was joined with a record"});
  EXPECT_EQ(list(examined(article(), background)), "");
}

TEST(Doctor, TellsWhatAFileIsNamedAfter) {
  const Biblio record = article().about;
  EXPECT_TRUE(name_speaks_of("pdf/Miller 2019.pdf", record));
  EXPECT_TRUE(name_speaks_of("miller_2019_crafts.pdf", record));
  EXPECT_TRUE(name_speaks_of("Selling-crafts-through-digital-platforms.pdf", record));
  EXPECT_FALSE(name_speaks_of("Miller 2018.pdf", record));
  EXPECT_FALSE(name_speaks_of("1-s2.0-S0148.pdf", record));
}

TEST(Doctor, TellsTheLanguage) {
  Background background;
  background.expected_language = "en";
  EXPECT_EQ(list(examined(article(), background)), "");
  background.expected_language = "de";
  EXPECT_TRUE(has(examined(article(), background), Fault::foreign_language));
}

TEST(Doctor, TakesOverWhatTheReaderSaid) {
  Problem problem;
  problem.level = Problem::Level::doubtful;
  problem.code = "pages-without-text";
  problem.page = 3;
  problem.reason = "no text on 1 of 9 pages (page 3)";
  problem.hint = "run OCR";
  const std::vector<Problem> problems = {problem};
  const auto symptoms = diagnosis(chart_of(planted::document_of(article()), problems));
  ASSERT_EQ(symptoms.size(), 1U);
  EXPECT_EQ(symptoms[0].fault, Fault::partial);
  EXPECT_EQ(symptoms[0].page, 3U);
  EXPECT_EQ(symptoms[0].advice, "run OCR");
  problem.level = Problem::Level::not_read;
  problem.code = "password";
  EXPECT_EQ(symptoms_of(std::vector<Problem>{problem})[0].fault, Fault::none);
}

TEST(Doctor, EveryFaultHasItsRow) {
  std::size_t i = 0;
  for (const FaultWords& words : fault_words()) {
    EXPECT_EQ(static_cast<std::size_t>(words.fault), i++);
    EXPECT_NE(std::string(words.advice), "");
  }
}

TEST(Doctor, StandsAnyText) {
  planted::Random random(9);
  for (int round = 0; round < 200; ++round) {
    planted::Loose loose;
    const std::size_t pages = planted::below(random, 4);
    for (std::size_t page = 0; page < pages; ++page) {
      std::string bytes;
      const std::size_t size = planted::below(random, 900);
      for (std::size_t i = 0; i < size; ++i)
        bytes += planted::below(random, 3) ? static_cast<char>(' ' + planted::below(random, 95))
                                           : static_cast<char>(random());
      loose.pages.push_back(bytes);
      loose.furniture.push_back(
          {bytes.substr(0, planted::below(random, 60)), "99999999999999 of 1"});
    }
    Background background;
    background.printed_pages = "99999999999999999999-1";
    for (const Symptom& symptom : examined(loose, background)) EXPECT_FALSE(symptom.advice.empty());
  }
}

}  // namespace
}  // namespace litmine
