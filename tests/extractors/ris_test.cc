#include "extractors/ris.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "extractors/extractor.h"
#include "extractors/records.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  std::vector<Document> documents;
  std::vector<Problem> problems;
  std::string codes() const {
    std::string out;
    for (const Problem& problem : problems) {
      if (problem.code == "sum") continue;
      out += (out.empty() ? "" : " ") + problem.code + ":" + std::to_string(problem.line);
    }
    return out;
  }
};

Outcome read_file(const fs::path& path) {
  Outcome outcome;
  extract_file(path, {[&](Document&& d) { outcome.documents.push_back(std::move(d)); },
                      [&](Problem&& p) { outcome.problems.push_back(std::move(p)); }});
  return outcome;
}

Outcome read(const std::string& bytes, const std::string& name = "records.txt") {
  fs::path folder = fs::temp_directory_path() / ("litmine-ris-test-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << bytes;
  Outcome outcome = read_file(folder / name);
  fs::remove_all(folder);
  return outcome;
}

const std::string kRecord =
    "TY  - JOUR\nTI  - Small firms abroad\nAU  - Díaz, Ana María\nAU  - Smith, J.A., Jr.\nPY  - "
    "2020/05//\n"
    "JF  - Journal of Trade\nVL  - 4\nIS  - 2\nSP  - 10\nEP  - 20\nSN  - 12345678\nDO  - "
    "https://doi.org/10.1234/ABC\n"
    "AB  - We asked 310 firms\nhow they sell.\nKW  - SMEs\nKW  - e-commerce; trade\nLA  - "
    "English\nDB  - Scopus\nER  - \n";

void expect_the_record(const Outcome& outcome) {
  ASSERT_EQ(outcome.documents.size(), 1u);
  const Document& document = outcome.documents[0];
  EXPECT_EQ(document.kind, Document::Kind::record);
  EXPECT_EQ(document.text,
            "Small firms abroad\n\nWe asked 310 firms how they sell.\n\nSMEs; e-commerce; trade");
  ASSERT_EQ(document.sections.size(), 3u);
  ASSERT_EQ(document.keywords.size(), 3u);
  EXPECT_EQ(document.keywords[1].in(document.text), "e-commerce");
  const Biblio& about = document.about;
  EXPECT_EQ(about.type, "article-journal");
  EXPECT_EQ(about.authors, (std::vector<Author>{{"Díaz", "Ana María"}, {"Smith", "J.A.", "Jr."}}));
  EXPECT_EQ(about.year, 2020);
  EXPECT_EQ(about.source, "Journal of Trade");
  EXPECT_EQ(about.pages, "10-20");
  EXPECT_EQ(about.issn, "1234-5678");
  EXPECT_EQ(about.doi, "10.1234/abc");
  EXPECT_EQ(about.database, "Scopus");
}

std::string with_line_ends(const std::string& text, const std::string& end) {
  std::string out;
  for (char c : text) out += c == '\n' ? end : std::string(1, c);
  return out;
}

std::string utf16(const std::string& ascii, bool big, bool mark) {
  std::string out = mark ? (big ? "\xFE\xFF" : "\xFF\xFE") : "";
  for (char c : ascii) out += big ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

TEST(Ris, ARecord) { expect_the_record(read(kRecord)); }
TEST(Ris, CarriageReturns) {
  expect_the_record(read(with_line_ends(kRecord, "\r\n")));
  expect_the_record(read(with_line_ends(kRecord, "\r")));
}
TEST(Ris, ByteOrderMarkAndPreamble) {
  Outcome outcome = read("\xEF\xBB\xBFRecord #1 of 1\nProvider: X\n\n1.\n" + kRecord);
  expect_the_record(outcome);
  EXPECT_EQ(outcome.codes(), "");
  EXPECT_EQ(outcome.documents[0].line, 5u);
  EXPECT_EQ(outcome.documents[0].record, 1u);
}

TEST(Ris, Utf16) {
  std::string record = "TY  - JOUR\r\nTI  - Small firms abroad\r\nER  - \r\n";
  for (bool big : {false, true}) {
    Outcome outcome = read(utf16(record, big, true));
    ASSERT_EQ(outcome.documents.size(), 1u);
    EXPECT_EQ(outcome.documents[0].about.title, "Small firms abroad");
  }
}

TEST(Ris, Latin1LineByLine) {
  Outcome outcome = read(
      "TY  - JOUR\nTI  - Gl\xFC"
      "ck und Größe\nAU  - M\xFCller, J.\nER  - \n");
  ASSERT_EQ(outcome.documents.size(), 1u);
  EXPECT_EQ(outcome.documents[0].about.authors[0].family, "Müller");
  EXPECT_EQ(outcome.codes(), "encoding:2 encoding:3");
}

struct RepairCase {
  const char* what;
  const char* text;
  std::size_t documents;
  const char* codes;
};

constexpr RepairCase kRepairs[] = {
    {"no ER at the end", "TY  - JOUR\nTI  - A\n", 1, "end-missing:1"},
    {"no ER between", "TY  - JOUR\nTI  - A\nTY  - JOUR\nTI  - B\nER  - \n", 2, "end-missing:3"},
    {"TY twice", "TY  - JOUR\nTY  - JOUR\nTI  - A\nER  - \n", 1, "type-twice:2"},
    {"no TY", "TY  - JOUR\nTI  - A\nER  - \n\nTI  - B\nAU  - C, D\nER  - \n", 2, "type-missing:5"},
    {"ER inside an abstract",
     "TY  - JOUR\nTI  - A\nAB  - tumours that are\nER  - positive cells\nof mice\nER  - \n", 1,
     "end-inside:4"},
    {"ER as a word", "TY  - JOUR\nTI  - A\nAB  - first,\nER then second\nER  - \n", 1, ""},
    {"ER twice", "TY  - JOUR\nTI  - A\nER  - \nER  - \n", 1, "end-alone:4"},
    {"text between",
     "TY  - JOUR\nTI  - A\nER  - \nNL  - x\nLink to it: y\n2.\nTY  - JOUR\nTI  - B\nER  - \n", 2,
     "outside-record:4 outside-record:5"},
    {"an empty record", "TY  - JOUR\nER  - \nTY  - JOUR\nTI  - B\nER  - \n", 1, "empty-record:1"},
    {"a year that is none", "TY  - JOUR\nTI  - A\nPY  - 10 15\nER  - \n", 1, "year:3"},
    {"no title", "TY  - JOUR\nDO  - 10.1234/x\nER  - \n", 1, "no-title:1"},
    {"unknown tags are normal", "TY  - JOUR\nTI  - A\nXX  - y\nZ9  - 3\nER  - \n", 1, ""},
    {"one blank", "TY - JOUR\nTI - A\nKW - b\nER -\n", 1, ""},
};

TEST(Ris, Repairs) {
  for (const RepairCase& c : kRepairs) {
    SCOPED_TRACE(c.what);
    Outcome outcome = read(c.text);
    EXPECT_EQ(outcome.documents.size(), c.documents);
    EXPECT_EQ(outcome.codes(), c.codes);
  }
}

TEST(Ris, AnAbstractKeepsTheLineThatBeginsWithEr) {
  Outcome outcome =
      read("TY  - JOUR\nTI  - A\nAB  - tumours that are\nER  - positive cells\nER  - \n");
  ASSERT_EQ(outcome.documents.size(), 1u);
  EXPECT_EQ(outcome.documents[0].part_text(Part::abstract), "tumours that are ER - positive cells");
}

struct DoiCase {
  const char* line;
  const char* doi;
};

TEST(Ris, DoiInManyPlaces) {
  const DoiCase kCases[] = {
      {"DO  - 10.1234/Abc", "10.1234/abc"},
      {"DO  - http://dx.doi.org/10.1234/abc", "10.1234/abc"},
      {"M3  - doi:10.1234/abc", "10.1234/abc"},
      {"L3  - 10.1234/abc", "10.1234/abc"},
      {"DO  - 10.1002/(SICI)1097-0258(19980815)17:15<1<::AID>3.0.CO;2-P",
       "10.1002/(sici)1097-0258(19980815)17:15<1<::aid>3.0.co;2-p"},
      {"UR  - https://x.org/record?doi=10.1234%2Fabc&id=3", "10.1234/abc"},
      {"N1  - DOI: 10.1234/abc.", "10.1234/abc"},
      {"N1  - References: Smith 2020, doi 10.9999/other", ""},
      {"M3  - Article", ""},
  };
  for (const DoiCase& c : kCases) {
    Outcome outcome = read(std::string("TY  - JOUR\nTI  - A\n") + c.line + "\nER  - \n");
    ASSERT_EQ(outcome.documents.size(), 1u);
    EXPECT_EQ(outcome.documents[0].about.doi, c.doi) << c.line;
  }
}

TEST(Ris, Authors) {
  const std::tuple<const char*, Author> kCases[] = {
      {"Smith, John A.", {"Smith", "John A."}},
      {"Smith, J., Jr.", {"Smith", "J.", "Jr."}},
      {"Liu R.", {"Liu", "R."}},
      {"de Silva P.A.", {"de Silva", "P.A."}},
      {"A. Author-One", {"Author-One", "A."}},
      {"Karl Marx", {"Marx", "Karl"}},
      {"World Bank,", {"World Bank", ""}},
      {"Council on Care, Surgery,,", {"Council on Care, Surgery", ""}},
      {"World Health Organization", {"World Health Organization", ""}},
      {"OECD", {"OECD", ""}},
  };
  for (const auto& [printed, author] : kCases) EXPECT_EQ(author_of(printed), author) << printed;
}

TEST(Ris, OtherTagsForTheSame) {
  Outcome outcome = read(
      "TY  - CHAP\nT1  - A\nA1  - B, C\nY1  - 1999\nN2  - An abstract.\nBT  - A book\nUR  - "
      "http://x.y\nER  -\n");
  ASSERT_EQ(outcome.documents.size(), 1u);
  const Biblio& about = outcome.documents[0].about;
  EXPECT_EQ(about.type, "chapter");
  EXPECT_EQ(about.title, "A");
  EXPECT_EQ(about.year, 1999);
  EXPECT_EQ(about.source, "A book");
  EXPECT_EQ(about.url, "http://x.y");
  EXPECT_TRUE(outcome.documents[0].has(Part::abstract));
}

TEST(Ris, StarredKeywordsAreTheDatabasesOwn) {
  Outcome outcome = read("TY  - JOUR\nTI  - A\nKW  - *Trade\nKW  - Firms\nER  - \n");
  ASSERT_EQ(outcome.documents.size(), 1u);
  EXPECT_EQ(outcome.documents[0].about.index_terms, (std::vector<std::string>{"*Trade", "Firms"}));
  EXPECT_FALSE(outcome.documents[0].has(Part::keywords));
}

TEST(Ris, RepeatedOdditiesAreCounted) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "TY  - JOUR\nTI  - A\n";
  Outcome outcome = read(text);
  EXPECT_EQ(outcome.documents.size(), 500u);
  ASSERT_EQ(outcome.problems.size(), 22u);
  EXPECT_EQ(
      outcome.problems[21].reason,
      "500 records read, 0 lost; 500 places in doubt or repaired, the first: line 3: a record "
      "begins before the one of line 1 has ended; read as ended here");
  EXPECT_NE(outcome.problems[20].reason.find("480 more"), std::string::npos);
}

TEST(Ris, AFileCalledRisWithoutRecords) {
  Outcome outcome = read("nothing of the kind\n", "empty.ris");
  EXPECT_TRUE(outcome.documents.empty());
  EXPECT_EQ(outcome.problems.back().code, "no-records");
}

TEST(Ris, AThousandAuthorsAndALongLine) {
  std::string text = "TY  - JOUR\nTI  - A\n";
  for (int i = 0; i < 1000; ++i) text += "AU  - Name" + std::to_string(i) + ", A.\n";
  text += "N1  - " + std::string(6 * 1024 * 1024, 'x') + "\nER  - \n";
  Outcome outcome = read(text);
  ASSERT_EQ(outcome.documents.size(), 1u);
  EXPECT_EQ(outcome.documents[0].about.authors.size(), 1000u);
  EXPECT_EQ(outcome.problems.front().code, "long-line");
}

/// Every TY line of the real exports is a record, but for the records with nothing in them.
TEST(Ris, RealExports) {
  fs::path folder = fs::path(LITMINE_SOURCE_DIR) / ".." / "shared" / "data" / "records" / "formats";
  if (!fs::exists(folder)) GTEST_SKIP() << "skipped: no real exports beside the source";
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".ris") continue;
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    std::size_t types = 0, empty = 0;
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      types += line.starts_with("TY  -") ? 1 : 0;
    }
    Outcome outcome = read_file(entry.path());
    for (const Problem& problem : outcome.problems) empty += problem.code == "empty-record" ? 1 : 0;
    EXPECT_EQ(outcome.documents.size() + empty, types);
  }
}

}  // namespace
}  // namespace litmine
