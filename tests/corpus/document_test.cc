// Documents: where a byte stands, passages, and bytes there and back.
#include "corpus/document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "corpus/code.h"
#include "corpus/part.h"
#include "corpus/problem.h"

namespace litmine {
namespace {

Span span_of(const Document& document, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(document.text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

/// An article with one of everything.
Document sample() {
  Document document;
  document.id = "smith-2020-platforms";
  Biblio& about = document.about;
  about.type = "article-journal";
  about.title = "Platforms, małe firmy";
  about.authors = {{"Smith", "Jane"}, {"World Bank", ""}};
  about.year = 2020;
  about.source = "Journal of Platforms";
  about.volume = "12";
  about.issue = "3";
  about.pages = "1-20";
  about.publisher = "Springer";
  about.doi = "10.1000/xyz";
  about.url = "https://example.org";
  about.issn = "1234-5678";
  about.pmid = "99";
  about.language = "English";
  about.index_terms = {"Small Business", "Internet"};
  about.database = "Scopus";
  about.genre = "Review Article";
  about.document_types = {"review"};
  about.date = "2020-05-01";
  about.short_source = "J. Platf.";
  about.place = "Berlin";
  about.isbn = "9783161484100";
  about.pmcid = "PMC7";
  about.accession = "2-s2.0-1";
  about.key = "smith2020";
  about.editors = {{"Kowalski", "Adam", "Jr."}};
  about.affiliations = {"University of Somewhere", "An Institute"};
  about.files = {"pdf/smith.pdf"};
  about.decisions = {{"Rayyan: Ana", "excluded", "wrong population"}};
  about.extra = {{"N1", "a note"}, {"N1", "another"}};
  document.text =
      "stamp\n\nPlatforms, małe firmy\n\nKeywords: platform; small firm\n\n"
      "1 Introduction\n\nFirms grow.\n\nThey shrink.\n\n"
      "Annex\n\nMore.\n\nReferences\n\nLee (2019) A.\n\nKim (2018) B.\n\n";
  const auto section = [&](Part part, std::string_view heading, std::string_view body) {
    const Span none{};
    document.sections.push_back(
        {part, heading.empty() ? none : span_of(document, heading), span_of(document, body)});
  };
  section(Part::title, "", "Platforms, małe firmy");
  section(Part::keywords, "Keywords:", " platform; small firm");
  section(Part::introduction, "1 Introduction", "Firms grow.\n\nThey shrink.");
  section(Part::introduction, "Annex", "More.");
  section(Part::references, "References", "Lee (2019) A.\n\nKim (2018) B.");
  document.keywords = {span_of(document, "platform;"), span_of(document, "small firm")};
  --document.keywords[0].end;
  document.references = {span_of(document, "Lee (2019) A."), span_of(document, "Kim (2018) B.")};
  document.pages = {0, span_of(document, "They").begin,
                    static_cast<std::uint32_t>(document.text.size())};
  document.furniture = {"page 1: Journal of Platforms"};
  document.source = "articles/smith.zip";
  document.inside = "2020/smith.pdf";
  document.record = 7;
  document.line = 1234567;
  document.extractor = "pdf";
  return document;
}

TEST(Document, KnowsWhereAByteStands) {
  const Document document = sample();
  const auto part = [&](std::string_view words) {
    return document.part_at(span_of(document, words).begin);
  };
  EXPECT_EQ(part("stamp"), Part::other);
  EXPECT_EQ(part("Platforms"), Part::title);
  EXPECT_EQ(part("Keywords"), Part::keywords);
  EXPECT_EQ(part("1 Intro"), Part::introduction);
  EXPECT_EQ(part("shrink"), Part::introduction);
  EXPECT_EQ(part("Kim"), Part::references);
  EXPECT_EQ(document.part_at(99999), Part::other);
  EXPECT_EQ(document.page_at(0), 1u);
  EXPECT_EQ(document.page_at(span_of(document, "grow").begin), 1u);
  EXPECT_EQ(document.page_at(span_of(document, "They").begin), 2u);
  EXPECT_EQ(document.page_at(99999), 3u);
  EXPECT_EQ(Document{}.page_at(5), 0u);
  EXPECT_EQ(Document{}.part_at(5), Part::other);
}

TEST(Document, GivesTheTextOfAPart) {
  const Document document = sample();
  EXPECT_EQ(document.part_text(Part::introduction), "Firms grow.\n\nThey shrink.\n\nMore.");
  EXPECT_EQ(document.part_text(Part::method), "");
  EXPECT_TRUE(document.has(Part::references));
  EXPECT_FALSE(document.has(Part::method));
}

std::vector<std::string> written(const Document& document) {
  std::vector<std::string> out;
  for (const Passage& passage : passages(document)) {
    out.push_back(std::string(part_name(passage.part)) + ": " + std::string(passage.text));
    if (passage.in_text) {
      EXPECT_EQ(document.text.substr(passage.at, passage.text.size()), passage.text);
    }
  }
  return out;
}

TEST(Passages, AreInTheOrderOfTheTextAndThenTheFacts) {
  const std::vector<std::string> expected = {
      "other: stamp\n\n",
      "title: Platforms, małe firmy",
      "keywords: Keywords:",
      "keywords: platform",
      "keywords: small firm",
      "introduction: 1 Introduction",
      "introduction: Firms grow.\n\nThey shrink.",
      "introduction: Annex",
      "introduction: More.",
      "references: References",
      "references: Lee (2019) A.",
      "references: Kim (2018) B.",
      "authors: Smith",
      "authors: Jane",
      "authors: World Bank",
      "affiliations: University of Somewhere",
      "affiliations: An Institute",
      "source: Journal of Platforms",
      "source: J. Platf.",
      "identifiers: 10.1000/xyz",
      "identifiers: 1234-5678",
      "identifiers: 9783161484100",
      "identifiers: 99",
      "identifiers: PMC7",
      "identifiers: 2-s2.0-1",
      "language: English",
      "doctype: review",
      "index_terms: Small Business",
      "index_terms: Internet",
  };
  EXPECT_EQ(written(sample()), expected);
}

TEST(Passages, LeaveNoWordOut) {
  Document document = sample();
  document.references.pop_back();  // an entry that was not recognised
  document.keywords.clear();
  const std::vector<std::string> found = written(document);
  const auto has = [&](const char* line) {
    return std::find(found.begin(), found.end(), line) != found.end();
  };
  EXPECT_TRUE(has("references: \n\nKim (2018) B."));
  EXPECT_TRUE(has("keywords:  platform; small firm"));
  document.sections.clear();
  EXPECT_EQ(written(document).front(), "other: " + document.text);
  EXPECT_EQ(written(document).at(1), "title: Platforms, małe firmy");
}

TEST(Passages, OfNothingAreNone) { EXPECT_TRUE(passages(Document{}).empty()); }

TEST(Packed, ComesBackTheSame) {
  EXPECT_EQ(unpacked(packed(sample())), sample());
  EXPECT_EQ(unpacked(packed(Document{})), Document{});
  for (const int year : {0, 1, -1, 2020, -2147483647 - 1, 2147483647}) {
    Document document;
    document.about.year = year;
    EXPECT_EQ(unpacked(packed(document)), document) << year;
  }
}

TEST(Packed, IsNotMuchLongerThanTheText) {
  Document document;
  document.text.assign(100000, 'x');
  EXPECT_LT(packed(document).size(), 100100u);
}

TEST(Unpacked, RefusesWhatIsCutOffOrTooLong) {
  const std::string bytes = packed(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(unpacked(std::string_view(bytes).substr(0, size))) << size;
  EXPECT_FALSE(unpacked(bytes + '\0'));
  EXPECT_FALSE(unpacked(bytes + bytes));
}

/// What reading promises of any bytes: nothing, or a document whose places are all in its text.
void check(const std::optional<Document>& document) {
  if (!document) return;
  const auto size = document->text.size();
  const auto inside = [&](Span span) { EXPECT_TRUE(span.begin <= span.end && span.end <= size); };
  for (const Section& section : document->sections) {
    EXPECT_LT(static_cast<int>(section.part), kParts);
    inside(section.heading);
    inside(section.body);
  }
  for (Span span : document->keywords) inside(span);
  for (Span span : document->references) inside(span);
  EXPECT_TRUE(std::is_sorted(document->pages.begin(), document->pages.end()));
  for (const Passage& passage : passages(*document)) {
    if (passage.in_text) {
      EXPECT_LE(passage.at + passage.text.size(), size);
    }
  }
  for (std::uint32_t at = 0; at < size; at += 7) {
    document->part_at(at);
    document->page_at(at);
  }
  EXPECT_EQ(unpacked(packed(*document)), document);
}

TEST(Unpacked, StandsAnyChangedByte) {
  const std::string bytes = packed(sample());
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (int change = 1; change < 256; ++change) {
      std::string broken = bytes;
      broken[at] = static_cast<char>(broken[at] ^ change);
      check(unpacked(broken));
    }
}

TEST(Unpacked, StandsBytesThatMeanNothing) {
  std::mt19937 random(1);
  const std::string bytes = packed(sample());
  for (int i = 0; i < 20000; ++i) {
    std::string broken = bytes.substr(0, 4 + random() % bytes.size());
    for (int changes = 0; changes < 4; ++changes)
      broken[random() % broken.size()] = static_cast<char>(random());
    check(unpacked(broken));
  }
  // A length that asks for all the memory there is.
  EXPECT_FALSE(unpacked(bytes.substr(0, 4) + std::string(9, '\xFF') + '\x01'));
  EXPECT_FALSE(unpacked(bytes.substr(0, 4) + std::string(20, '\xFF')));
}

TEST(Parts, HaveNames) {
  for (int i = 0; i < kParts; ++i) {
    const auto part = static_cast<Part>(i);
    EXPECT_FALSE(part_name(part).empty());
    EXPECT_EQ(part_named(part_name(part)), part);
  }
  EXPECT_EQ(part_name(Part::back_matter), "back_matter");
  EXPECT_EQ(part_name(Part::index_terms), "index_terms");
  EXPECT_FALSE(part_named("titles"));
  EXPECT_FALSE(part_named(""));
}

TEST(Parts, AreReadFromAList) {
  EXPECT_EQ(parts_named("title,abstract,keywords"), kFront);
  EXPECT_EQ(parts_named(" title , results"), (Parts{Part::title, Part::results}));
  EXPECT_EQ(parts_named("front,body"), kFront | kBody);
  EXPECT_EQ(parts_named("all"), kAll);
  std::string unknown;
  EXPECT_FALSE(parts_named("title,titel", &unknown));
  EXPECT_EQ(unknown, "titel");
  EXPECT_FALSE(parts_named("", &unknown));
  EXPECT_FALSE(parts_named("title,", &unknown));
  EXPECT_EQ(unknown, "");
}

TEST(Parts, AreWrittenAsAList) {
  EXPECT_EQ(parts_list(kFront), "front");
  EXPECT_EQ(parts_list(kAll), "all");
  EXPECT_EQ(parts_list(Parts{Part::results, Part::title}), "title,results");
  EXPECT_EQ(parts_list({}), "");
  for (Parts parts : {kFront, kBody, kText, kAll, Parts{Part::title, Part::source}})
    EXPECT_EQ(parts_named(parts_list(parts)), parts);
}

TEST(Names, OfBandsAndLevels) {
  EXPECT_EQ(band_name(Band::low), "low");
  EXPECT_EQ(band_name(Band::medium), "medium");
  EXPECT_EQ(band_name(Band::high), "high");
  EXPECT_EQ(level_name(Problem::Level::doubtful), "doubtful");
  EXPECT_EQ(level_name(Problem::Level::not_read), "not read");
}

}  // namespace
}  // namespace litmine
