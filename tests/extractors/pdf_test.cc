#include "extractors/pdf.h"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <map>
#include <set>

#include "extractors/workers.h"
#include "tests/extractors/make_pdf.h"

// fontconfig, which Poppler asks for the standard fonts, keeps its patterns until the end. Only the
// leak sanitizer calls this.
extern "C" const char* __lsan_default_suppressions();  // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace litmine {
namespace {

using testing::MakePdf;
using testing::PdfPage;

/// A folder for one test, gone after it.
class Folder {
 public:
  Folder() : path_(std::filesystem::path(::testing::TempDir()) / unique()) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  static std::string unique() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    return fmt::format("litmine-{}-{}-{}", test->test_suite_name(), test->name(), getpid());
  }
  std::filesystem::path path_;
};

struct Result {
  std::vector<Document> documents;
  std::vector<Problem> problems;

  std::string text() const { return documents.empty() ? "" : documents.front().text; }
  const Problem* problem(std::string_view code) const {
    for (const Problem& problem : problems)
      if (problem.code == code) return &problem;
    return nullptr;
  }
  std::string codes() const {
    std::string all;
    for (const Problem& problem : problems) all += (all.empty() ? "" : " ") + problem.code;
    return all;
  }
};

Result extracted(const std::filesystem::path& path) {
  Result result;
  Intake intake;
  intake.document = [&](Document&& document) { result.documents.push_back(std::move(document)); };
  intake.problem = [&](Problem&& problem) { result.problems.push_back(std::move(problem)); };
  pdf_extractor().extract(path, intake);
  return result;
}

Result extracted(const MakePdf& pdf) {
  Folder folder;
  std::filesystem::path path = folder / "article.pdf";
  pdf.write(path);
  return extracted(path);
}

/// A page with enough text not to be called empty.
void fill(PdfPage& page, const std::string& about) {
  for (int i = 0; i < 6; ++i)
    page.text(72, 100 + 12 * i, 10, "Line of ordinary text about " + about + " and more of it.");
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST(Pdf, IsToldByItsMarkOrItsName) {
  const Extractor& pdf = pdf_extractor();
  EXPECT_EQ(pdf.name(), "pdf");
  EXPECT_TRUE(pdf.accepts("%PDF-1.7\n", "article"));
  EXPECT_TRUE(pdf.accepts(std::string(1000, '\n') + "%PDF-1.7\n", "article"));
  EXPECT_FALSE(pdf.accepts(std::string(2000, '\n') + "%PDF-1.7\n", "article"));
  EXPECT_TRUE(pdf.accepts("nonsense", "article.PDF"));
  EXPECT_FALSE(pdf.accepts("TY  - JOUR", "records.ris"));
}

TEST(Pdf, GivesTextPagesAndSource) {
  MakePdf pdf;
  fill(pdf.page(), "firms");
  fill(pdf.page(), "platforms");
  Result result = extracted(pdf);
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_EQ(result.codes(), "");
  const Document& document = result.documents.front();
  EXPECT_EQ(document.kind, Document::Kind::full_text);
  EXPECT_EQ(document.extractor, "pdf");
  EXPECT_TRUE(contains(document.source, "article.pdf"));
  ASSERT_EQ(document.pages.size(), 2U);
  std::size_t second = document.text.find("platforms");
  ASSERT_NE(second, std::string::npos);
  EXPECT_EQ(document.page_at(static_cast<std::uint32_t>(second)), 2U);
  EXPECT_EQ(document.page_at(static_cast<std::uint32_t>(document.text.find("firms"))), 1U);
}

TEST(Pdf, ReadsColumnsOneAfterTheOther) {
  MakePdf pdf;
  PdfPage& page = pdf.page();
  for (int i = 0; i < 8; ++i) {
    std::string number(1, static_cast<char>('a' + i));
    page.text(60, 100 + 12 * i, 10, "left line " + number + " with some words in the column");
    page.text(320, 100 + 12 * i, 10, "right line " + number + " with some words in the column");
  }
  std::string text = extracted(pdf).text();
  EXPECT_LT(text.find("left line h"), text.find("right line a")) << text;
}

TEST(Pdf, ReadsPagesPrintedSideways) {
  for (int degrees : {90, 180, 270}) {
    SCOPED_TRACE(degrees);
    MakePdf pdf;
    fill(pdf.page().rotated(degrees), "firms");
    EXPECT_TRUE(contains(extracted(pdf).text(), "ordinary text about firms and more of it. Line"))
        << extracted(pdf).text();
  }
}

TEST(Pdf, LeavesOutRunningHeads) {
  MakePdf pdf;
  for (int i = 1; i <= 3; ++i) {
    PdfPage& page = pdf.page();
    page.text(72, 40, 8, fmt::format("Journal of Small Firms 12 (2020)   {}", i + 100));
    fill(page, std::string("topic") + static_cast<char>('a' + i));
  }
  Result result = extracted(pdf);
  EXPECT_FALSE(contains(result.text(), "Journal of Small Firms")) << result.text();
  ASSERT_EQ(result.documents.front().furniture.size(), 3U);
  EXPECT_EQ(result.documents.front().furniture[1], "page 2: Journal of Small Firms 12 (2020) 102");
}

TEST(Pdf, KeepsBoldHeadingsApart) {
  MakePdf pdf;
  PdfPage& page = pdf.page();
  page.text(72, 80, 12, "1. Introduction", PdfPage::bold);
  fill(page, "firms");
  page.text(72, 200, 12, "2. Method", PdfPage::bold);
  for (int i = 0; i < 5; ++i)
    page.text(72, 220 + 12 * i, 10, "We asked a number of firms about what they sell abroad.");
  Result result = extracted(pdf);
  ASSERT_EQ(result.documents.size(), 1U);
  EXPECT_TRUE(result.documents.front().has(Part::method));
}

// Opening colour profiles would double the time (see pdf.cc); this is to notice if a change of the
// linker or of Poppler lets them in again.
TEST(Pdf, OpensNoColourProfiles) {
  void* open = dlsym(RTLD_DEFAULT, "cmsOpenProfileFromMem");
  if (open == nullptr) GTEST_SKIP() << "skipped: this Poppler is built without colour management";
  Dl_info where{};
  ASSERT_NE(dladdr(open, &where), 0);
  EXPECT_FALSE(contains(where.dli_fname, "lcms")) << where.dli_fname;
}

// ---- What is wrong with a file -----------------------------------------------------------------

TEST(PdfProblems, AMissingFile) {
  Result result = extracted("/nowhere/at all.pdf");
  ASSERT_EQ(result.codes(), "unreadable");
  EXPECT_EQ(result.problems[0].level, Problem::Level::not_read);
  EXPECT_TRUE(contains(result.problems[0].reason, "No such file"));
}

TEST(PdfProblems, AFolder) {
  Folder folder;
  EXPECT_EQ(extracted(folder / "").codes(), "unreadable");
}

TEST(PdfProblems, AnEmptyFile) {
  Folder folder;
  std::ofstream(folder / "empty.pdf").flush();
  Result result = extracted(folder / "empty.pdf");
  ASSERT_EQ(result.codes(), "damaged");
  EXPECT_TRUE(contains(result.problems[0].reason, "0 bytes"));
}

TEST(PdfProblems, AFileThatIsNoPdf) {
  Folder folder;
  std::ofstream(folder / "page.pdf") << "<html><body>Log in to read this article</body></html>\n";
  Result result = extracted(folder / "page.pdf");
  ASSERT_EQ(result.codes(), "damaged");
  EXPECT_TRUE(result.documents.empty());
  EXPECT_TRUE(contains(result.problems[0].reason, "web page")) << result.problems[0].reason;
}

TEST(PdfProblems, AFileCutOff) {
  MakePdf pdf;
  fill(pdf.page(), "firms");
  std::string bytes = pdf.bytes();
  Folder folder;
  for (std::size_t part = 0; part < 20; ++part) {
    SCOPED_TRACE(part);
    std::ofstream(folder / "cut.pdf", std::ios::binary)
        << bytes.substr(0, bytes.size() * part / 20);
    Result result = extracted(folder / "cut.pdf");
    EXPECT_TRUE(!result.problems.empty() || contains(result.text(), "firms"));
    EXPECT_LE(result.documents.size(), 1U);
  }
}

TEST(PdfProblems, ALockedFile) {
  MakePdf pdf;
  fill(pdf.page(), "firms");
  Result result = extracted(pdf.lock());
  ASSERT_EQ(result.codes(), "password");
  EXPECT_EQ(result.problems[0].level, Problem::Level::not_read);
  EXPECT_TRUE(result.documents.empty());
  EXPECT_FALSE(result.problems[0].hint.empty());
}

TEST(PdfProblems, NoPages) { EXPECT_EQ(extracted(MakePdf{}).codes(), "no-pages"); }

TEST(PdfProblems, ImagesOnly) {
  MakePdf pdf;
  for (int i = 0; i < 3; ++i) pdf.page().draw("0 0 100 100 re f");
  Result result = extracted(pdf);
  ASSERT_EQ(result.codes(), "no-text");
  EXPECT_TRUE(contains(result.problems[0].reason, "3 pages"));
  EXPECT_TRUE(contains(result.problems[0].hint, "OCR"));
}

TEST(PdfProblems, SomePagesWithoutText) {
  MakePdf pdf;
  for (int i = 0; i < 6; ++i) {
    PdfPage& page = pdf.page();
    if (i < 2 || i == 5) fill(page, "firms");
  }
  Result result = extracted(pdf);
  const Problem* problem = result.problem("pages-without-text");
  ASSERT_NE(problem, nullptr) << result.codes();
  EXPECT_EQ(problem->level, Problem::Level::doubtful);
  EXPECT_EQ(problem->page, 3U);
  EXPECT_TRUE(contains(problem->reason, "pages 3-5")) << problem->reason;
  EXPECT_EQ(result.documents.size(), 1U);
}

TEST(PdfProblems, HardlyAnyText) {
  MakePdf pdf;
  pdf.page().text(72, 100, 10, "Cover");
  Result result = extracted(pdf);
  EXPECT_EQ(result.codes(), "little-text");
  EXPECT_EQ(result.documents.size(), 1U);
}

TEST(PdfProblems, LettersThatSayNothing) {
  MakePdf pdf;
  PdfPage& page = pdf.page();
  for (int i = 0; i < 6; ++i)
    page.text(72, 100 + 12 * i, 10, "\x01\x02\x03\x04\x05\x06 \x01\x02\x03\x04 ab");
  Result result = extracted(pdf);
  EXPECT_TRUE(result.problem("broken-fonts") != nullptr || result.problem("no-text") != nullptr ||
              result.problem("little-text") != nullptr)
      << result.codes();
}

TEST(PdfProblems, AttachedFilesAreNamed) {
  MakePdf pdf;
  fill(pdf.page(), "firms");
  pdf.attach("appendix.csv", "a,b\n1,2\n");
  Result result = extracted(pdf);
  const Problem* problem = result.problem("attachments");
  ASSERT_NE(problem, nullptr) << result.codes();
  EXPECT_TRUE(contains(problem->reason, "'appendix.csv'"));
  EXPECT_EQ(result.documents.size(), 1U);
}

TEST(PdfProblems, ARepairedFileIsDoubtful) {
  MakePdf pdf;
  fill(pdf.page(), "firms");
  pdf.page().text(72, 100, 10, "second page").draw("(never closed Tj 7 8 9 nonsense");
  Result result = extracted(pdf);
  EXPECT_EQ(result.documents.size(), 1U);
  const Problem* problem = result.problem("repaired");
  ASSERT_NE(problem, nullptr) << result.codes();
  EXPECT_EQ(problem->level, Problem::Level::doubtful);
}

TEST(Pdf, NamesWithOddCharacters) {
  MakePdf pdf;
  fill(pdf.page(), "firms");
  Folder folder;
  for (const char* name :
       {"a#b.pdf", "50% of it.pdf", "quo'te \".pdf", "gda\xC5\x84sk.pdf", "%s%n.pdf"}) {
    SCOPED_TRACE(name);
    pdf.write(folder / name);
    EXPECT_EQ(extracted(folder / name).documents.size(), 1U);
  }
}

TEST(Pdf, OneFileLeavesNoTraceInTheNext) {
  MakePdf good, bad;
  fill(good.page(), "firms");
  fill(bad.page(), "firms");
  bad.page().draw("(never closed Tj nonsense");
  EXPECT_NE(extracted(bad).codes(), "");
  EXPECT_EQ(extracted(good).codes(), "");
}

// ---- Files of others ---------------------------------------------------------------------------

std::filesystem::path shared(const char* folder) {
  return std::filesystem::path(LITMINE_SOURCE_DIR) / "../shared/data/fulltext" / folder;
}

/// Every difficult file ends with a document or a reason, in time and within its memory.
TEST(HardFiles, EndWithADocumentOrAReason) {
  if (!std::filesystem::exists(shared("hard")))
    GTEST_SKIP() << "skipped: no difficult files in " << shared("hard");
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(shared("hard")))
    if (entry.is_regular_file() && entry.path().extension() == ".pdf")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ASSERT_GE(files.size(), 40U);
  std::map<std::size_t, std::size_t> documents;
  std::map<std::size_t, std::vector<Problem>> problems;
  std::set<std::size_t> done;
  WorkerEvents events;
  events.document = [&](std::size_t file, Document&&) { ++documents[file]; };
  events.problem = [&](std::size_t file, Problem&& problem) {
    problems[file].push_back(std::move(problem));
  };
  events.done = [&](std::size_t file, bool) { done.insert(file); };
  WorkerLimits limits;
  limits.time = std::chrono::seconds(10);  // a sixth of what a user gives them
  auto read = [](const std::filesystem::path& path, const Intake& intake) {
    pdf_extractor().extract(path, intake);
  };
  EXPECT_EQ(extract_in_workers(files, 2, limits, events, nullptr, read), files.size());
  EXPECT_EQ(done.size(), files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    SCOPED_TRACE(files[i].string());
    EXPECT_TRUE(documents[i] > 0 || !problems[i].empty());
    for (const Problem& problem : problems[i]) {
      EXPECT_NE(problem.code, "crash") << problem.reason;
      EXPECT_FALSE(problem.reason.empty());
      EXPECT_EQ(problem.level == Problem::Level::not_read, documents[i] == 0) << problem.code;
    }
  }
}

/// What is known about some of them, and why.
TEST(HardFiles, GiveTheReasonThatIsTrue) {
  if (!std::filesystem::exists(shared("hard")))
    GTEST_SKIP() << "skipped: no difficult files in " << shared("hard");
  constexpr struct {
    const char* file;
    const char* code;  ///< "" for a document without a doubt
  } kCases[] = {
      {"encrypted/aes-128.pdf", "password"},         {"encrypted/aes-256-r6.pdf", "password"},
      {"encrypted/encryption_nocopy.pdf", ""},       {"encrypted/issue9972-1.pdf", ""},
      {"structure/empty.pdf", "no-pages"},           {"structure/minimal_test.pdf", "damaged"},
      {"notext/imagemagick-images.pdf", "no-text"},  {"notext/veraPDFHiRes.pdf", "no-text"},
      {"active/with-attachment.pdf", "attachments"}, {"text/multicolumn.pdf", ""},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.file);
    EXPECT_EQ(extracted(shared("hard") / c.file).codes(), c.code);
  }
}

}  // namespace
}  // namespace litmine
