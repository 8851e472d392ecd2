// Records written and read again are the records that were written, in every format that litmine
// writes: 5,000 made-up ones, and every real export there is.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "exporters/record_writer.h"
#include "extractors/extractor.h"
#include "extractors/records.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMadeUp = 5000;

std::vector<Document> read_file(const fs::path& path, std::vector<Problem>* problems = nullptr) {
  std::vector<Document> documents;
  extract_file(path, {[&](Document&& d) { documents.push_back(std::move(d)); },
                      [&](Problem&& p) {
                        if (problems) problems->push_back(std::move(p));
                      }});
  return documents;
}

std::string written(const std::vector<Document>& documents, std::string_view format) {
  std::ostringstream out;
  auto writer = make_record_writer(format, out);
  for (const Document& document : documents) (*writer)->record(document);
  (*writer)->end();
  return out.str();
}

std::vector<Document> read_again(const std::string& bytes, std::vector<Problem>* problems) {
  fs::path path = fs::temp_directory_path() / ("litmine-round-trip-" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  std::vector<Document> documents = read_file(path, problems);
  fs::remove(path);
  return documents;
}

/// What a record says, whatever file it stands in.
Document content(Document document) {
  document.line = document.record = 0;
  document.source = document.extractor = document.id = "";
  return document;
}

std::string shown(const Document& document) {
  std::ostringstream out;
  const Biblio& about = document.about;
  const auto names = [&](const char* what, const std::vector<Author>& list) {
    for (const Author& name : list)
      out << what << name.family << '|' << name.given << '|' << name.suffix << '\n';
  };
  const auto list = [&](const char* what, const std::vector<std::string>& items) {
    for (const std::string& item : items) out << what << item << '\n';
  };
  out << "type " << about.type << "\ngenre " << about.genre << "\ntitle " << about.title << '\n';
  names("author ", about.authors);
  names("editor ", about.editors);
  out << "year " << about.year.value_or(0) << " date " << about.date << "\nsource " << about.source
      << " / " << about.short_source << "\nvolume " << about.volume << " issue " << about.issue
      << " pages " << about.pages << "\npublisher " << about.publisher << " / " << about.place
      << "\ndoi " << about.doi << " url " << about.url << "\nissn " << about.issn << " isbn "
      << about.isbn << " pmid " << about.pmid << " pmcid " << about.pmcid << "\naccession "
      << about.accession << " database " << about.database << " key " << about.key << " language "
      << about.language << '\n';
  list("type ", about.document_types);
  list("term ", about.index_terms);
  list("place ", about.affiliations);
  list("file ", about.files);
  for (const EarlierDecision& d : about.decisions)
    out << "decision " << d.by << '|' << d.verdict << '|' << d.reason << '\n';
  for (const Fact& fact : about.extra) out << "extra " << fact.name << '=' << fact.value << '\n';
  for (Span span : document.keywords) out << "keyword " << span.in(document.text) << '\n';
  for (Span span : document.references) out << "reference " << span.in(document.text) << '\n';
  out << "text " << document.text;
  return out.str();
}

/// Words with everything that a format could stumble over.
class MadeUp {
 public:
  explicit MadeUp(std::uint32_t seed) : random_(seed) {}

  Document document() {
    Record record;
    Biblio& about = record.about;
    if (likely(95)) about.title = phrase(1, 12);
    if (likely(80)) about.type = one_of(kTypes);
    if (likely(50)) about.genre = one_of(kGenres);
    fill_names(about.authors, likely(3) ? 40 : 5);
    if (likely(20)) fill_names(about.editors, 2);
    fill_dates(about);
    if (likely(80)) about.source = phrase(1, 5);
    if (!about.source.empty() && likely(30)) about.short_source = phrase(1, 3);
    if (likely(70)) about.volume = std::to_string(number(1, 99));
    if (likely(50)) about.issue = one_of(kIssues);
    if (likely(70)) about.pages = one_of(kPages);
    if (likely(40)) about.publisher = phrase(1, 3);
    if (likely(30)) about.place = phrase(1, 2);
    fill_identifiers(about);
    if (likely(40)) about.language = one_of(kLanguages);
    if (likely(40)) about.database = one_of(kDatabases);
    if (likely(50)) about.key = one_of(kKeys) + std::to_string(number(1, 9999));
    if (likely(80)) record.abstract = paragraphs();
    fill(record.keywords, 6, 3);
    fill(about.index_terms, 4, 3);
    fill(about.affiliations, 3, 6);
    fill(record.references, 4, 9);
    if (likely(15)) about.files = {"pdf/" + std::to_string(number(1, 99)) + ": a;b.pdf", "c.pdf"};
    fill_decisions(about);
    for (std::size_t i = number(0, 3); i > 0; --i)
      about.extra.push_back({one_of(kNames), phrase(1, 6)});
    std::vector<RecordDoubt> doubts;
    return record_document(std::move(record), "", doubts);
  }

 private:
  using Words = std::vector<std::string>;

  bool likely(int percent) { return number(1, 100) <= static_cast<std::size_t>(percent); }
  std::size_t number(std::size_t least, std::size_t most) {
    return least + random_() % (most - least + 1);
  }
  const std::string& one_of(const Words& words) { return words[random_() % words.size()]; }

  std::string phrase(std::size_t least, std::size_t most) {
    std::string text;
    for (std::size_t i = number(least, most); i > 0; --i)
      text += (text.empty() ? "" : " ") + one_of(kWords);
    return text;
  }

  std::string paragraphs() {
    std::string text = phrase(3, 40);
    for (std::size_t i = number(0, 2); i > 0; --i) text += "\n\n" + phrase(3, 20);
    return text;
  }

  void fill(Words& list, std::size_t most, std::size_t words) {
    for (std::size_t i = number(0, most); i > 0; --i) list.push_back(phrase(1, words));
  }

  void fill_names(std::vector<Author>& names, std::size_t most) {
    for (std::size_t i = number(0, most); i > 0; --i) {
      Author name{one_of(kFamilies), one_of(kGivens)};
      if (likely(5)) name.suffix = "Jr.";
      if (likely(10)) name = {one_of(kCorporate), ""};
      names.push_back(std::move(name));
    }
  }

  void fill_dates(Biblio& about) {
    if (!likely(90)) return;
    about.year = static_cast<int>(number(1900, 2030));
    std::string year = std::to_string(*about.year);
    if (likely(20)) about.date = year + "-07";
    if (likely(20)) about.date = year + "-02-28";
    if (likely(10)) about.date = year + " Nov-Dec";
    if (likely(5)) about.date = "SEP";
  }

  void fill_identifiers(Biblio& about) {
    std::string some = std::to_string(number(1000, 99999));
    if (likely(60)) about.doi = "10.1000/abc_" + some + "(x)";
    if (likely(40)) about.url = "https://example.org/~a/" + some + "?q=1&r=50%25#s";
    if (likely(40)) about.issn = "1234-567X";
    if (likely(20)) about.isbn = "9783161484100";
    if (likely(30)) about.pmid = some;
    if (likely(20)) about.pmcid = "PMC" + some;
    if (likely(30)) about.accession = "2-s2.0-" + some;
  }

  void fill_decisions(Biblio& about) {
    if (likely(10)) about.decisions.push_back({"ASReview", "included", ""});
    if (likely(10)) about.decisions.push_back({"Rayyan: Ana", "excluded", "wrong population"});
    if (likely(10)) about.decisions.push_back({"label_included", "maybe", ""});
  }

  const Words kWords = {
      "firms",       "export",     "the",      "of",          "and",    "in",      "Größe",  "R&D",
      "e-commerce",  "50%",        "$5",       "a_b",         "C#",     "{x}",     "~",      "^",
      "back\\slash", "\"quoted\"", "'single'", "``ticks''",   "--",     "---",     "ER",     "TY",
      "-",           "PMID-",      "@article", "@article(a,", "p<.05",  "a>b",     "日本語", "Łódź",
      "naïve",       "α",          "x,",       "y.",          "(2020)", "=",       "#",      "'s",
      "H₂O",         "[1]",        "%",        "&",           "/",      "10.1234", "ER -x",  "|"};
  const Words kFamilies = {"Smith",        "de la Cruz", "O'Neil",   "Łoś",   "Díaz-Canel",
                           "van den Berg", "Li",         "{Braces}", "Müller"};
  const Words kGivens = {"John A.", "J.", "Ana María", "X", "Jean-Luc", "Li Wei", "Ø."};
  const Words kCorporate = {"World Bank", "OECD", "Council on Care, Surgery and Health",
                            "Institute of Trade and Industry", "others"};
  const Words kTypes = {"article-journal",
                        "book",
                        "chapter",
                        "paper-conference",
                        "thesis",
                        "report",
                        "webpage",
                        "dataset",
                        "software",
                        "manuscript",
                        "patent",
                        "review-book",
                        "song",
                        "map",
                        "legal_case",
                        "article",
                        "personal_communication",
                        "entry-encyclopedia",
                        "standard"};
  const Words kGenres = {"Article",
                         "Review",
                         "Article; Early Access",
                         "Conference Paper",
                         "A thing of its own",
                         "Editorial Material; Book Chapter"};
  const Words kIssues = {"1", "3-4", "Suppl 2", "03n04", "Spec. No."};
  const Words kPages = {"1-20", "e12", "A-1-A-5", "100", "S12-S19", "5-5", "12-13, 20-21"};
  const Words kLanguages = {"English", "en", "eng; fre", "German"};
  const Words kDatabases = {"Scopus", "Web of Science", "Embase", "PubMed", "ProQuest"};
  const Words kKeys = {"smith", "x:y/", "a b, ", "WOS:", "ключ"};
  const Words kNames = {"N1", "C3", "note", "Cited by", "owner", "funding-text", "TI", "x: y"};

  std::mt19937 random_;
};

TEST(RecordsRoundTrip, MadeUpRecordsComeBackWhole) {
  MadeUp made_up(20260101);
  std::vector<Document> documents;
  for (std::size_t i = 0; i < kMadeUp; ++i) documents.push_back(made_up.document());
  for (std::string_view format : record_formats()) {
    SCOPED_TRACE(std::string(format));
    std::string bytes = written(documents, format);
    std::vector<Problem> problems;
    std::vector<Document> again = read_again(bytes, &problems);
    for (const Problem& problem : problems) {
      bool expected = problem.code == "no-title" || problem.code == "sum";
      EXPECT_TRUE(expected) << problem.code << ":" << problem.line << " " << problem.reason;
    }
    ASSERT_EQ(again.size(), documents.size());
    std::size_t different = 0;
    for (std::size_t i = 0; i < documents.size() && different < 5; ++i) {
      std::string before = shown(content(documents[i])), after = shown(content(again[i]));
      // A name that holds ": " is the one thing that is written otherwise.
      for (std::size_t at; (at = before.find("extra x: y=")) != before.npos;)
        before.replace(at, 11, "extra x:y=");
      if (before == after) continue;
      ++different;
      ADD_FAILURE() << "record " << i + 1 << "\n--- written\n"
                    << before << "\n--- read again\n"
                    << after;
    }
    EXPECT_EQ(written(again, format), written(read_again(written(again, format), nullptr), format));
  }
}

/// Real exports hold what no format can say in every detail; but what was written once is read and
/// written the same from then on, and no record is lost.
TEST(RecordsRoundTrip, RealExportsAreAFixpoint) {
  fs::path folder = fs::path(LITMINE_SOURCE_DIR) / ".." / "shared" / "data" / "records" / "formats";
  if (!fs::exists(folder)) GTEST_SKIP() << "skipped: no real exports beside the source";
  std::size_t files = 0, records = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::vector<Document> documents = read_file(entry.path());
    bool all_records = !documents.empty() && documents[0].kind == Document::Kind::record;
    if (!all_records) continue;
    ++files;
    records += documents.size();
    for (std::string_view format : record_formats()) {
      SCOPED_TRACE(entry.path().filename().string() + " as " + std::string(format));
      std::vector<Document> once = read_again(written(documents, format), nullptr);
      ASSERT_EQ(once.size(), documents.size());
      for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(once[i].about.title, documents[i].about.title);
        EXPECT_EQ(once[i].about.doi, documents[i].about.doi);
        EXPECT_EQ(once[i].about.authors.size(), documents[i].about.authors.size());
        EXPECT_EQ(once[i].part_text(Part::abstract), documents[i].part_text(Part::abstract));
      }
      std::string second = written(once, format);
      EXPECT_EQ(written(read_again(second, nullptr), format), second);
    }
  }
  EXPECT_GE(files, 150u);
  EXPECT_GE(records, 1500u);
}

TEST(RecordWriter, NamesTheNearestFormat) {
  std::ostringstream out;
  auto writer = make_record_writer("bibtx", out);
  ASSERT_FALSE(writer);
  EXPECT_NE(writer.error().what.find("did you mean 'bibtex'?"), std::string::npos);
}

TEST(RecordWriter, NoRecordsIsAnEmptyFileOfTheFormat) {
  for (std::string_view format : record_formats()) {
    std::string bytes = written({}, format);
    EXPECT_TRUE(format == "ris" || format == "nbib" || format == "bibtex" ? bytes.empty()
                                                                          : !bytes.empty());
  }
}

}  // namespace
}  // namespace litmine
