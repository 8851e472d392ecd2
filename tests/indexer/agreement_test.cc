// Two ways to the same answer: random queries over random documents, through the index and through
// the reference evaluator, must give the same studies for every node of the query. Longer runs:
// LITMINE_RANDOM_PAIRS=1000000.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>

#include "indexer/index.h"
#include "made_up.h"
#include "queries/evaluate.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using made_up::Dice;

// A few words that share beginnings, ends, accents and hyphens.
constexpr const char* kWords[] = {
    "digital", "digitally", "digit",   "platform", "platforms", "trade",     "colour",
    "color",   "Gdańsk",    "gdansk",  "e",        "commerce",  "ecommerce", "the",
    "firm",    "firms",     "women's", "α",        "alpha",     "mouse",     "mice",
    "straße",  "strasse",   "web2",    "中",       "of",        "in"};
constexpr const char* kHeadings[] = {"Commerce", "Digital Platforms", "women's trade",
                                     "E-Commerce"};
constexpr const char* kSubheadings[] = {"drug therapy", "therapy", "Economics",
                                        "prevention & control"};
constexpr const char* kWantedSubheadings[] = {"th", "drug  therapy", "ec", "pc", "surgery"};
constexpr const char* kJoints[] = {" ", " ", " ", " ", " ", " ", "-", ", ", ". ", "\n", " (", "/"};
constexpr Part kSections[] = {Part::introduction, Part::method, Part::results, Part::other};

std::string words(Dice& dice, std::size_t most) {
  std::string text;
  for (std::size_t left = 1 + dice.roll(most); left > 0; --left) {
    text += dice.pick(kWords);
    if (left > 1) text += dice.pick(kJoints);
  }
  return text;
}

/// "Commerce/*drug therapy/economics"
std::string random_heading(Dice& dice) {
  std::string heading = dice.chance(25) ? "*" : "";
  heading += dice.pick(kHeadings);
  if (dice.chance(10)) heading += "*";
  for (std::size_t left = dice.roll(3); left > 0; --left) {
    heading += dice.chance(80) ? "/" : " -- ";
    if (dice.chance(25)) heading += "*";
    heading += dice.pick(kSubheadings);
  }
  return heading;
}

Document random_document(Dice& dice, std::uint32_t number) {
  made_up::Scribe scribe;
  Document& document = scribe.document;
  auto entries = [&](std::size_t most) {
    std::vector<std::string> list;
    for (std::size_t left = 1 + dice.roll(most); left > 0; --left) list.push_back(words(dice, 4));
    return list;
  };
  if (dice.chance(20)) scribe.write(words(dice, 3) + "\n");
  if (dice.chance(80)) scribe.section(Part::title, "", words(dice, 5));
  if (dice.chance(80)) scribe.section(Part::abstract, "Abstract", words(dice, 25));
  if (dice.chance(60)) scribe.entries(Part::keywords, "Keywords:", entries(4));
  for (std::size_t left = dice.roll(4); left > 0; --left)
    scribe.section(dice.pick(kSections), dice.chance(70) ? words(dice, 2) : "", words(dice, 30));
  if (dice.chance(50)) scribe.entries(Part::references, "References", entries(5));
  if (dice.chance(30)) scribe.write(words(dice, 3));
  document.kind = dice.chance(50) ? Document::Kind::record : Document::Kind::full_text;
  document.source = "file-" + std::to_string(number / 3);
  document.record = number;
  document.extractor = "made up";
  document.about.title = words(dice, 4);
  document.about.source = words(dice, 3);
  if (dice.chance(70)) document.about.year = 2000 + static_cast<int>(dice.roll(12));
  for (std::size_t left = dice.roll(3); left > 0; --left)
    document.about.authors.push_back({dice.pick(kWords), dice.chance(50) ? "A. " : "digital"});
  for (std::size_t left = dice.roll(3); left > 0; --left)
    document.about.index_terms.push_back(dice.chance(50) ? words(dice, 3) : random_heading(dice));
  if (dice.chance(60)) {  // the same work as its neighbours: up to three reports of one study
    document.about.title = "Platforms and trade, study " + std::to_string(number / 3);
    document.about.doi = "10.1/" + std::to_string(number / 3);
  }
  return document;
}

Pattern random_pattern(Dice& dice) {
  std::string word = dice.pick(kWords);
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (word == "gdańsk") word = "gdansk";
  if (word == "straße") word = "strasse";
  if (dice.chance(60)) return Pattern(word);
  if (word.size() < 3 || static_cast<unsigned char>(word[0]) >= 0x80) return Pattern(word);
  constexpr std::pair<std::uint16_t, std::uint16_t> kGaps[] = {
      {0, Pattern::kAnyRun}, {0, Pattern::kAnyRun}, {1, 1}, {0, 1}, {0, 3}, {2, 5}};
  Pattern pattern;
  auto gap = [&] {
    auto [min, max] = dice.pick(kGaps);
    pattern.add_gap(min, max);
  };
  std::size_t from = dice.chance(25) ? 1 + dice.roll(2) : 0;
  std::size_t cut = from + 1 + dice.roll(word.size() - from);
  if (from > 0) gap();
  pattern.add_letters(std::string_view(word).substr(from, cut - from));
  if (dice.chance(80) || from == 0) gap();
  if (cut + 1 < word.size() && dice.chance(50))
    pattern.add_letters(std::string_view(word).substr(cut + dice.roll(2)));
  return pattern;
}

Clause random_word(Dice& dice) {
  Clause word;
  word.kind = Kind::word;
  word.pattern = random_pattern(dice);
  if (dice.chance(25))
    word.variants = {dice.chance(50), dice.chance(50), dice.chance(50), dice.chance(50)};
  return word;
}

Clause random_phrase(Dice& dice) {
  Clause phrase;
  phrase.kind = Kind::phrase;
  for (std::size_t left = 2 + dice.roll(2); left > 0; --left) {
    phrase.operands.push_back(random_word(dice));
    if (phrase.operands.size() > 1 && dice.chance(20))
      phrase.operands.back().skip =
          static_cast<std::uint32_t>(dice.chance(3) ? 1500 : dice.roll(4));
  }
  return phrase;
}

Clause random_heading_clause(Dice& dice) {
  Clause heading;
  heading.kind = Kind::heading;
  heading.literal = dice.chance(90) ? dice.pick(kHeadings) : words(dice, 2);
  heading.explode = dice.chance(20);
  heading.focus = dice.chance(25);
  for (std::size_t left = dice.chance(60) ? 0 : 1 + dice.roll(2); left > 0; --left)
    heading.subheadings.push_back(dice.pick(kWantedSubheadings));
  return heading;
}

/// Operands of a proximity of all together: words, and ORs of words.
Clause random_word_or_words(Dice& dice) {
  if (dice.chance(80)) return random_word(dice);
  Clause any;
  any.kind = Kind::any_of;
  for (std::size_t left = 2 + dice.roll(2); left > 0; --left)
    any.operands.push_back(random_word(dice));
  return any;
}

Clause random_together(Dice& dice) {
  Clause near;
  near.kind = Kind::near;
  near.together = true;
  near.skips_stop_words = dice.chance(50);
  near.between = static_cast<std::uint32_t>(dice.chance(5) ? 2000 : dice.roll(7));
  for (std::size_t left = 2 + dice.roll(3); left > 0; --left)
    near.operands.push_back(random_word_or_words(dice));
  return near;
}

Clause random_exact(Dice& dice) {
  Clause exact;
  exact.kind = Kind::exact;
  exact.literal = words(dice, 2);
  return exact;
}

/// A word, phrase, exact string, OR of such, or proximity.
Clause random_span(Dice& dice, std::size_t depth) {
  switch (depth == 0 ? dice.roll(10) : dice.roll(17)) {
    case 16:
      return random_together(dice);
    case 0:
      return random_exact(dice);
    case 1:
    case 2:
      return random_phrase(dice);
    case 10:
    case 11: {
      Clause any;
      any.kind = Kind::any_of;
      for (std::size_t left = 2 + dice.roll(2); left > 0; --left)
        any.operands.push_back(random_span(dice, depth - 1));
      return any;
    }
    case 12:
      if (dice.chance(10)) return Clause{};  // nothing
      [[fallthrough]];
    case 13:
    case 14: {
      Clause near;
      near.kind = Kind::near;
      near.ordered = dice.chance(40);
      near.skips_stop_words = dice.chance(25);
      near.between = static_cast<std::uint32_t>(dice.chance(5) ? 2000 : dice.roll(7));
      for (std::size_t left = 2 + dice.roll(2); left > 0; --left)
        near.operands.push_back(random_span(dice, depth - 1));
      return near;
    }
    default:
      return random_word(dice);
  }
}

Parts random_parts(Dice& dice) {
  constexpr Parts kGroups[] = {kFront,
                               kBody,
                               kText,
                               kAll,
                               Parts{Part::references},
                               Parts{Part::index_terms},
                               Parts{Part::title},
                               Parts{Part::authors, Part::source}};
  return dice.pick(kGroups);
}

Clause random_clause(Dice& dice, std::size_t depth) {
  if (depth == 0) return random_span(dice, 1);
  Clause clause;
  auto operands = [&](std::size_t count) {
    while (count-- > 0) clause.operands.push_back(random_clause(dice, depth - 1));
  };
  switch (dice.roll(17)) {
    case 14: {
      if (dice.chance(30)) return random_heading_clause(dice);
      clause.kind = Kind::within;  // where headings stand
      clause.parts = Part::index_terms;
      clause.operands.push_back(random_heading_clause(dice));
      return clause;
    }
    case 15:
    case 16:
      clause.kind = Kind::frequent;
      clause.least = static_cast<std::uint32_t>(dice.roll(5));
      clause.operands.push_back(random_span(dice, 1));
      return clause;
    case 0:
    case 1:
    case 2:
      clause.kind = Kind::any_of;
      operands(2 + dice.roll(3));
      return clause;
    case 3:
    case 4:
    case 5:
      clause.kind = Kind::all_of;
      operands(2 + dice.roll(2));
      return clause;
    case 6:
      clause.kind = Kind::except;
      operands(2 + dice.roll(2));
      return clause;
    case 7:
      clause.kind = Kind::within;
      clause.parts = random_parts(dice);
      operands(1);
      return clause;
    case 8:
      clause.kind = Kind::same_entry;
      operands(1);
      return clause;
    case 9:
      clause.kind = Kind::years;
      clause.from = 1998 + static_cast<int>(dice.roll(14));
      clause.to = dice.chance(20) ? 9999 : clause.from + static_cast<int>(dice.roll(5));
      return clause;
    default:
      return random_span(dice, depth);
  }
}

/// The kinds of nodes that must all be asked about, and met.
std::string kind_of(const Clause& clause) {
  switch (clause.kind) {
    case Kind::phrase:
      for (const Clause& word : clause.operands)
        if (word.skip > 0) return "phrase with any words";
      return "phrase";
    case Kind::near:
      return std::string(clause.together  ? "near, together"
                         : clause.ordered ? "pre"
                                          : "near") +
             (clause.skips_stop_words ? ", stop words aside" : "");
    case Kind::heading:
      return std::string("heading") + (clause.focus ? ", main topic" : "") +
             (clause.subheadings.empty() ? "" : ", subheadings");
    case Kind::word:
      return clause.pattern.is_literal() ? "word" : "pattern";
    case Kind::nothing:
      return "nothing";
    case Kind::exact:
      return "exact";
    case Kind::any_of:
      return "or";
    case Kind::all_of:
      return "and";
    case Kind::except:
      return "except";
    case Kind::within:
      return "within";
    case Kind::same_entry:
      return "same entry";
    case Kind::years:
      return "years";
    case Kind::frequent:
      return "frequent";
  }
  return "";
}

struct Corpus {
  std::map<DocId, Document> documents;
  std::vector<Study> studies;
  std::map<DocId, CutStudy> cut;
};

/// Writes documents into an index and keeps them beside it.
Corpus written(const std::filesystem::path& folder, Dice& dice, std::size_t count,
               unsigned shards) {
  Corpus corpus;
  auto writer = IndexWriter::open(folder, {.shards = shards});
  EXPECT_TRUE(writer.has_value());
  std::string open_file;
  auto close_file = [&] {
    FileStamp stamp;
    stamp.path = open_file;
    EXPECT_TRUE(writer->finish_file(stamp).has_value());
  };
  for (std::uint32_t number = 0; number < count; ++number) {
    Document document = random_document(dice, number);
    if (number > 0 && document.source != open_file) close_file();
    open_file = document.source;
    auto id = writer->add(document);
    EXPECT_TRUE(id.has_value());
    document.id = *id;
    corpus.documents.emplace(*id, std::move(document));
  }
  close_file();
  EXPECT_TRUE(writer->finish().has_value());
  return corpus;
}

void cut_studies(Corpus& corpus, const Index& index) {
  corpus.studies = index.studies();
  for (const Study& study : corpus.studies) {
    std::vector<const Document*> reports;
    for (const DocId& id : study.reports) reports.push_back(&corpus.documents.at(id));
    corpus.cut.emplace(study.id, CutStudy(reports));
  }
}

std::size_t wanted_pairs() {
  const char* asked = std::getenv("LITMINE_RANDOM_PAIRS");
  return asked ? std::strtoull(asked, nullptr, 10) : 100'000;
}

/// How often each kind of node was asked about, and with how many hits.
struct Asked {
  std::size_t nodes = 0, hits = 0;
};

TEST(Agreement, IndexAndReferenceGiveTheSameStudiesForEveryNode) {
  std::size_t pairs = 0, hits = 0, nodes = 0, joined = 0;
  std::map<std::string, Asked> asked;
  for (std::uint64_t round = 0; pairs < wanted_pairs(); ++round) {
    Dice dice(20240501 + round);
    made_up::Folder folder("agreement");
    Corpus corpus = written(folder.index(), dice, 40, 1 + static_cast<unsigned>(round % 3));
    auto index = Index::open(folder.index());
    ASSERT_TRUE(index.has_value()) << index.error().what;
    cut_studies(corpus, *index);
    for (const Study& study : corpus.studies) joined += study.reports.size() > 1;

    for (int queries = 0; queries < 60; ++queries) {
      Query query;
      query.root = random_clause(dice, 1 + dice.roll(3));
      query.in = random_parts(dice);
      SearchOptions options;
      if (round % 2 == 0) options.threads_from = 0;
      auto found = index->search(query, options);
      ASSERT_TRUE(found.has_value()) << found.error().what;
      std::vector<std::vector<DocId>> expected(clause_count(query.root));
      for (const Study& study : corpus.studies) {
        std::vector<bool> met = matches_by_clause(query, corpus.cut.at(study.id));
        ASSERT_EQ(met.size(), expected.size());
        for (std::size_t number = 0; number < met.size(); ++number)
          if (met[number]) expected[number].push_back(study.id);
      }
      pairs += corpus.studies.size();
      hits += expected.front().size();
      nodes += expected.size();
      for (std::size_t number = 0; number < expected.size(); ++number)
        ASSERT_EQ(found->by_clause[number], expected[number])
            << "node " << number << " of " << to_sexp(query.root) << "\nround " << round;
      ASSERT_EQ(found->studies, expected.front());
      each_clause(query.root, [&](const Clause& clause, std::size_t number, std::size_t) {
        ASSERT_EQ(found->counts[number].studies, expected[number].size());
        Asked& of_kind = asked[kind_of(clause)];
        of_kind.nodes += 1;
        of_kind.hits += expected[number].size();
      });
    }
  }
  std::printf(
      "%zu pairs of a query and a study agree, %zu %% of them hits; %zu nodes, %zu studies "
      "of several reports\n",
      pairs, hits * 100 / pairs, nodes, joined);
  for (const auto& [kind, each] : asked) {
    std::printf("  %-32s %6zu nodes, %7zu hits\n", kind.c_str(), each.nodes, each.hits);
    EXPECT_TRUE(each.hits > 0 || kind == "nothing") << kind;
  }
  EXPECT_GT(hits * 100 / pairs, 20u);
  EXPECT_LT(hits * 100 / pairs, 80u);
}

}  // namespace
}  // namespace litmine
