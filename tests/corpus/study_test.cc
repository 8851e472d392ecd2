// Studies and their reports: each case is a handful of reports and the groups they should fall
// into.
#include "corpus/study.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "corpus/duplicate_decisions.h"

namespace litmine {
namespace {

using Kind = Document::Kind;

struct Case {
  const char* name;
  std::vector<Identity> reports;
  const char* groups;  // "a b|c": reports of a study in their order, studies by id
};

std::string written(const std::vector<Study>& studies) {
  std::string out;
  for (const Study& study : studies) {
    if (!out.empty()) out += "|";
    EXPECT_EQ(study.id, study.reports.front());
    EXPECT_EQ(study.reason.empty(), study.reports.size() == 1);
    for (const DocId& id : study.reports) out += (id == study.id ? "" : " ") + id;
  }
  return out;
}

constexpr auto kFull = Kind::full_text;
constexpr auto kRecord = Kind::record;
const char* const kOnline = "Digitalization, internationalization and scaling of online SMEs";

const std::vector<Case>& cases() {
  static const std::vector<Case> kCases = {
      {"nothing", {}, ""},
      {"one alone", {{"a", kFull, "", "", "", {}}}, "a"},
      {"a PDF and its record, by DOI",
       {{"b-record", kRecord, "10.1/X", kOnline, "Westerlund", 2020},
        {"pdf", kFull, "10.1/x", kOnline, "Westerlund", 2020}},
       "pdf b-record"},
      {"prefixes and case of a DOI do not matter",
       {{"a", kRecord, "https://doi.org/10.1/X.", "", "", {}},
        {"b", kRecord, "doi:10.1/x", "", "", {}},
        {"c", kRecord, "http://dx.doi.org/10.1/x", "", "", {}}},
       "a b c"},
      {"the same DOI, but plainly another title",
       {{"a", kRecord, "10.1/x", kOnline, "Westerlund", 2020},
        {"b", kRecord, "10.1/x", "Bees and their dances in alpine meadows", "Frisch", 1965}},
       "a|b"},
      {"the same DOI, one title without its subtitle",
       {{"a", kRecord, "10.1/x", "Platforms", "Lee", 2020},
        {"b", kRecord, "10.1/x", "Platforms: how small firms grow", "Lee", 2020}},
       "a b"},
      {"the same DOI, one without a title, and a choice between two",
       {{"a", kRecord, "10.1/x", kOnline, "Westerlund", 2020},
        {"b", kRecord, "10.1/x", "Bees and their dances in alpine meadows", "Frisch", 1965},
        {"c", kRecord, "10.1/x", "", "", {}}},
       "a|b|c"},
      {"by title, in another writing",
       {{"a", kRecord, "", "E-Commerce &amp; <i>Small</i> Firms’ Growth", "Müller", 2019},
        {"b", kFull, "", "Ecommerce small firms' growth", "Muller", 2019}},
       "b a"},
      {"years one apart are near enough, two are not",
       {{"a", kRecord, "", kOnline, "Westerlund", 2019},
        {"b", kRecord, "", kOnline, "Westerlund", 2020},
        {"c", kRecord, "", kOnline, "Westerlund", 2022}},
       "a b|c"},
      {"a chain of years does not grow",
       {{"a", kRecord, "", kOnline, "Westerlund", 2019},
        {"b", kRecord, "", kOnline, "Westerlund", 2020},
        {"c", kRecord, "", kOnline, "Westerlund", 2021}},
       "a b|c"},
      {"a missing year or author does not speak against",
       {{"a", kRecord, "", kOnline, "Westerlund", {}},
        {"b", kFull, "10.1/x", kOnline, "", {}},
        {"c", kRecord, "", kOnline, "Westerlund", 2020}},
       "b a c"},
      {"another first author does",
       {{"a", kRecord, "", kOnline, "Westerlund", 2020}, {"b", kRecord, "", kOnline, "Lee", 2020}},
       "a|b"},
      {"a family name with and without its particle",
       {{"a", kRecord, "", kOnline, "van der Berg", 2020},
        {"b", kRecord, "", kOnline, "Berg", 2020}},
       "a b"},
      {"two DOIs are never joined by a title, nor through a third report",
       {{"a", kRecord, "10.1/preprint", kOnline, "Westerlund", 2020},
        {"b", kRecord, "10.1/journal", kOnline, "Westerlund", 2020},
        {"c", kRecord, "", kOnline, "Westerlund", 2020}},
       "a|b c"},
      {"titles that many works share join nothing",
       {{"a", kRecord, "", "Editorial", "Lee", 2020}, {"b", kRecord, "", "Editorial", "Lee", 2020}},
       "a|b"},
      {"titles in other scripts",
       {{"a", kRecord, "", "数字平台与小企业", "王", 2020},
        {"b", kRecord, "", "数字平台与小企业", "王", 2020},
        {"c", kRecord, "", "数字平台与大企业", "王", 2020}},
       "a b|c"},
  };
  return kCases;
}

TEST(Studies, AreGroupedAsTheTableSays) {
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(written(group_into_studies(c.reports)), c.groups);
  }
}

TEST(Studies, DoNotDependOnTheOrderOfReports) {
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.name);
    std::vector<Identity> reports = c.reports;
    const auto by_id = [](const Identity& a, const Identity& b) { return a.id < b.id; };
    std::sort(reports.begin(), reports.end(), by_id);
    do {
      EXPECT_EQ(written(group_into_studies(reports)), c.groups);
    } while (std::next_permutation(reports.begin(), reports.end(), by_id));
  }
}

TEST(Studies, FollowWhatPeopleDecided) {
  const std::vector<Identity> reports = {{"a", kRecord, "", kOnline, "Lee", 2020},
                                         {"b", kFull, "", kOnline, "Lee", 2021},
                                         {"c", kRecord, "", "Another work", "Kim", 2011}};
  const auto decided = [&](Relation relation, int a, int b) {
    DuplicateDecision decision;
    decision.relation = relation;
    decision.a = record_key(reports[static_cast<std::size_t>(a)]);
    decision.b = record_key(reports[static_cast<std::size_t>(b)]);
    return std::vector<DuplicateDecision>{decision};
  };
  const std::string joined = written(group_into_studies(reports));
  EXPECT_EQ(written(group_into_studies(reports, decided(Relation::different, 0, 1))), "a|b|c");
  EXPECT_EQ(written(group_into_studies(reports, decided(Relation::doubtful, 0, 1))), "a|b|c");
  EXPECT_EQ(written(group_into_studies(reports, decided(Relation::same, 0, 2))), "a c|b");
  EXPECT_EQ(group_into_studies(reports, decided(Relation::same, 0, 2))[0].reason, "decided");
  DuplicateDecision elsewhere;
  elsewhere.relation = Relation::different;
  elsewhere.a = std::string(16, '0');
  elsewhere.b = record_key(reports[0]);
  EXPECT_EQ(written(group_into_studies(reports, {elsewhere})), joined);
}

TEST(Studies, SayWhyTheyWereJoined) {
  const auto reason = [](const std::vector<Identity>& reports) {
    const std::vector<Study> studies = group_into_studies(reports);
    EXPECT_EQ(studies.size(), 1u);
    return studies.front().reason;
  };
  EXPECT_EQ(reason({{"a", kRecord, "10.1/X", "", "", {}}, {"b", kFull, "10.1/x", "", "", {}}}),
            "same DOI 10.1/x");
  EXPECT_EQ(
      reason({{"a", kRecord, "", kOnline, "Lee", 2020}, {"b", kFull, "", kOnline, "Lee", 2020}}),
      "same title, same authors, same year");
  EXPECT_EQ(
      reason({{"a", kRecord, "", kOnline, "Lee", 2020}, {"b", kFull, "", kOnline, "Lee", 2021}}),
      "same title, same authors");
  EXPECT_EQ(reason({{"a", kRecord, "", kOnline, "", 2021}, {"b", kFull, "", kOnline, "Lee", 2021}}),
            "same title, same year");
  EXPECT_EQ(
      reason({{"a", kRecord, "10.1/x", kOnline, "Lee", 2020},
              {"b", kRecord, "10.1/x", kOnline, "Lee", 2020},
              {"c", kFull, "", kOnline, "Lee", 2020}}),
      "same title, same authors, same year; same title, same authors, same year, same DOI 10.1/x");
}

TEST(Studies, OfThousandsOfEqualRecordsAreQuick) {
  std::vector<Identity> reports;
  for (int i = 0; i < 20000; ++i)
    reports.push_back(
        {"r" + std::to_string(i), kRecord, i % 2 ? "10.1/x" : "", kOnline, "Lee", 2020});
  const std::vector<Study> studies = group_into_studies(reports);
  std::size_t sum = 0;
  for (const Study& study : studies) sum += study.reports.size();
  EXPECT_EQ(sum, reports.size());
  EXPECT_EQ(studies.size(), 1u);
}

struct Key {
  const char* title;
  const char* key;
};

constexpr Key kKeys[] = {
    {"", ""},
    {"Digital Platforms: A Review", "digital platforms a review"},
    {"  E-Commerce—in\nPoland’s Łódź ", "e commerce in polands lodz"},
    {"R&amp;D in <i>small</i> firms<sup>1</sup>", "r d in small firms1"},
    {"CO<sub>2</sub> &lt; x", "co2 x"},
    {"a < b and c > d", "a b and c d"},
    {"AT&T; or not", "at t or not"},
    {"数字平台", "数 字 平 台"},
};

TEST(TitleKey, AsTheTableSays) {
  for (const Key& c : kKeys) EXPECT_EQ(title_key(c.title), c.key) << c.title;
}

struct Named {
  const char* source;
  std::uint32_t record;
  Biblio about;
  const char* id;
};

Biblio facts(const char* family, std::optional<int> year, const char* title) {
  Biblio about;
  if (*family != 0) about.authors = {{family, "X."}};
  about.year = year;
  about.title = title;
  return about;
}

const Named kNamed[] = {
    {"pdfs/Smith 2020.pdf", 0, {}, "smith-2020"},
    {"Smith 2020.PDF", 0, facts("Lee", 1999, "Else"), "smith-2020"},
    {"a/b/Müller & Łoś (2021) – O'Brien’s_case.txt", 0, {}, "muller-los-2021-obriens-case"},
    {"J. Smith", 0, {}, "j-smith"},
    {"1-s2.0-S0148296320301235-main.pdf", 0, {}, "1-s2-0-s0148296320301235-main"},
    {"12345.pdf", 0, {}, "12345"},
    {"a very long name of a file that somebody saved with its whole title.pdf",
     0,
     {},
     "a-very-long-name-of-a-file-that-somebody-saved"},
    {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.pdf",
     0,
     {},
     "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    {"数字平台.pdf", 0, {}, "document-"},
    {"платформа.pdf", 0, {}, "document-"},
    {"....pdf", 0, {}, "document-"},
    {"x.ris", 3, facts("Westerlund", 2020, "Digitalization, and the scaling of online SMEs"),
     "westerlund-2020-digitalization-scaling-online"},
    {"x.ris", 3, facts("van der Berg", {}, "On <i>platforms</i>"), "van-der-berg-platforms"},
    {"x.ris", 3, facts("", 2020, "The platform"), "2020-platform"},
    {"my export.ris", 3, facts("", 2020, ""), "my-export-3"},
    {"x.ris", 3, {}, "x-3"},
    {"数.ris", 3, {}, "record-3"},
    {"x.ris", 3, facts("王", 2020, "数字平台与小企业"), "document-"},
};

TEST(NewId, AsTheTableSays) {
  for (const Named& c : kNamed) {
    Document document;
    document.source = c.source;
    document.record = c.record;
    document.about = c.about;
    const DocId id = new_id(document, [](const DocId&) { return false; });
    SCOPED_TRACE(std::string(c.source) + " → " + id);
    if (std::string_view(c.id) == "document-") {
      EXPECT_EQ(id.size(), std::string_view("document-01234567").size());
      EXPECT_TRUE(id.starts_with(c.id));
    } else {
      EXPECT_EQ(id, c.id);
    }
    EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos);
    EXPECT_LE(id.size(), 48u);
  }
}

TEST(NewId, IsNeverOneThatIsTaken) {
  Document document;
  document.source = "smith.pdf";
  std::set<DocId> ids;
  for (int i = 0; i < 5; ++i)
    ids.insert(new_id(document, [&](const DocId& id) { return ids.contains(id); }));
  EXPECT_EQ(ids, (std::set<DocId>{"smith", "smith-2", "smith-3", "smith-4", "smith-5"}));
}

TEST(NewId, DoesNotDependOnTheFolder) {
  Document here, there;
  here.source = "a/数字.pdf";
  there.source = "/b/c/数字.pdf";
  const auto id = [](const Document& d) { return new_id(d, [](const DocId&) { return false; }); };
  EXPECT_EQ(id(here), id(there));
  there.source = "数学.pdf";
  EXPECT_NE(id(here), id(there));
}

TEST(Identity, IsReadFromFactsOrElseFromTheText) {
  Document document;
  document.id = "a";
  document.text = "A title\n\nBody";
  document.sections = {{Part::title, {}, {0, 7}}};
  EXPECT_EQ(identity_of(document).title, "A title");
  document.about = facts("Lee", 2020, "Another");
  document.about.doi = "10.1/x";
  const Identity identity = identity_of(document);
  EXPECT_EQ(identity.title, "Another");
  EXPECT_EQ(identity.authors, "Lee, X.");
  EXPECT_EQ(identity.doi, "10.1/x");
  EXPECT_EQ(identity.year, 2020);
}

}  // namespace
}  // namespace litmine
