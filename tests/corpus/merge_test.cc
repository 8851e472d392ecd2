#include "corpus/merge.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace litmine {
namespace {

/// A record with random fields, some missing, some equal to those of other records.
Document made_up(std::mt19937& random) {
  const auto value = [&](const char* name) {
    const auto n = random() % 5;
    return n == 0 ? std::string() : name + std::string(n, 'x');
  };
  Document document;
  Biblio& about = document.about;
  for (std::string* field :
       {&about.type,         &about.title,     &about.source,   &about.volume, &about.issue,
        &about.pages,        &about.publisher, &about.doi,      &about.url,    &about.issn,
        &about.pmid,         &about.language,  &about.database, &about.genre,  &about.date,
        &about.short_source, &about.place,     &about.isbn,     &about.pmcid,  &about.accession,
        &about.key})
    *field = value("v");
  if (random() % 3) about.year = 2000 + static_cast<int>(random() % 3);
  for (auto n = random() % 4; n > 0; --n) about.authors.push_back({value("Family"), value("G")});
  for (auto n = random() % 3; n > 0; --n)
    about.editors.push_back({value("Family"), value("G"), random() % 4 == 0 ? "Jr." : ""});
  for (std::vector<std::string>* list :
       {&about.index_terms, &about.document_types, &about.affiliations, &about.files})
    for (auto n = random() % 4; n > 0; --n) list->push_back(value("term"));
  for (auto n = random() % 3; n > 0; --n)
    about.decisions.push_back({value("person"), "included", value("reason")});
  for (auto n = random() % 3; n > 0; --n) about.extra.push_back({value("name"), value("fact")});
  const std::string abstract = value("abstract"), keyword = value("keyword");
  document.text = abstract + "\n\n" + keyword;
  const auto a = static_cast<std::uint32_t>(abstract.size());
  const auto k = static_cast<std::uint32_t>(document.text.size());
  document.sections = {{Part::abstract, {0, 0}, {0, a}},
                       {Part::keywords, {a + 2, a + 2}, {a + 2, k}}};
  if (!keyword.empty()) document.keywords = {{a + 2, k}};
  for (auto n = random() % 3; n > 0; --n) {
    document.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += value("reference");
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.sections.push_back({Part::references, {begin, begin}, {begin, end}});
    document.references.push_back({begin, end});
  }
  return document;
}

TEST(Merge, DropsNoField) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<Document> records;
    for (auto n = 1 + random() % 4; n > 0; --n) records.push_back(made_up(random));
    std::vector<const Document*> pointers;
    for (const Document& record : records) pointers.push_back(&record);
    const MergedRecord one = merged(pointers);

    Document taken;
    taken.about = one.about;
    taken.text = one.abstract;
    taken.sections = {
        {Part::abstract, {0, 0}, {0, static_cast<std::uint32_t>(one.abstract.size())}}};
    std::set<std::pair<std::string, std::string>> kept;
    for (auto& field : all_fields(taken)) kept.insert(field);
    for (const std::string& keyword : one.keywords) kept.emplace("keyword", keyword);
    for (const std::string& reference : one.references) kept.emplace("reference", reference);
    for (const OtherValue& other : one.others) {
      EXPECT_LT(other.record, records.size());
      EXPECT_TRUE(kept.emplace(other.field, other.value).second) << other.field << " twice";
    }
    for (const Document& record : records)
      for (const auto& field : all_fields(record))
        EXPECT_TRUE(kept.contains(field)) << field.first << ": " << field.second;
  }
}

TEST(Merge, TakesYearVolumeAndPagesFromOneRecord) {
  Document early, printed;
  early.about.title = "Platforms: a review";
  early.about.year = 2019;
  early.about.date = "2019-11";
  early.about.authors = {{"Lee", "A."}, {"Kim", "B."}};
  early.about.doi = "10.1/a";
  early.about.url = "https://example.org/a";
  printed.about.title = "Platforms";
  printed.about.year = 2020;
  printed.about.volume = "7";
  printed.about.pages = "1-9";
  printed.about.authors = {{"Lee", "Anna"}, {"Kim", "Bo"}};
  printed.about.pmid = "77";
  const MergedRecord one = merged({&early, &printed});
  EXPECT_EQ(one.lead, 1u);
  EXPECT_EQ(one.about.title, "Platforms: a review");
  EXPECT_EQ(one.about.year, 2020);
  EXPECT_EQ(one.about.date, "") << "2019-11 is no date of 2020";
  EXPECT_EQ(one.about.volume, "7");
  EXPECT_EQ(one.about.authors[0].given, "Anna");
  EXPECT_EQ(one.about.doi, "10.1/a");
  EXPECT_EQ(one.about.pmid, "77");
  EXPECT_EQ(one.about.url, "https://example.org/a");
  const std::vector<OtherValue> others = {{"authors", "Lee, A.; Kim, B.", 0},
                                          {"date", "2019-11", 0},
                                          {"title", "Platforms", 1},
                                          {"year", "2019", 0}};
  EXPECT_EQ(one.others, others);
}

TEST(Merge, KeepsANumberWithItsDatabase) {
  Document scopus, wos;
  scopus.about.database = "Scopus";
  wos.about.database = "Web of Science";
  wos.about.accession = "WOS:000123";
  const MergedRecord one = merged({&scopus, &wos});
  EXPECT_EQ(one.about.database, "Web of Science");
  EXPECT_EQ(one.about.accession, "WOS:000123");
  const std::vector<OtherValue> others = {{"database", "Scopus", 0}};
  EXPECT_EQ(one.others, others);
}

TEST(Merge, OfOneRecordIsThatRecord) {
  std::mt19937 random(9);
  for (int round = 0; round < 50; ++round) {
    const Document record = made_up(random);
    const MergedRecord one = merged({&record});
    EXPECT_EQ(one.about.title, record.about.title);
    EXPECT_EQ(one.about.year, record.about.year);
    EXPECT_TRUE(one.others.empty());
  }
}

}  // namespace
}  // namespace litmine
