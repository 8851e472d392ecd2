#include "extractors/ocr.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "extractors/pdf.h"
#include "tests/extractors/make_pdf.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTable =
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_"
    "num\tleft\ttop\twidth\theight\tconf\ttext\n"
    "1\t1\t0\t0\t0\t0\t0\t0\t2500\t3300\t-1\t\n"
    "4\t1\t1\t1\t1\t0\t300\t400\t900\t50\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t300\t410\t400\t30\t96.5\tRecognized\n"
    "5\t1\t1\t1\t1\t2\t720\t400\t480\t50\t90\twords\n"
    "5\t1\t1\t1\t1\t3\t1220\t400\t0\t50\t90\tflat\n"
    "5\t1\t1\t1\t1\t4\tx\t400\t10\t50\t90\tnonsense\n"
    "5\t1\t1\t1";

TEST(Ocr, ReadsTheWordsOfATable) {
  RecognizedPage page = words_of_tsv(kTable, 0.24F);
  ASSERT_EQ(page.words.size(), 2U);
  EXPECT_EQ(page.words[0].text, "Recognized");
  EXPECT_FLOAT_EQ(page.words[0].box.left, 72);
  EXPECT_FLOAT_EQ(page.words[0].box.top, 96) << "a word is as high as its line";
  EXPECT_FLOAT_EQ(page.words[0].box.bottom, 108);
  EXPECT_FLOAT_EQ(page.words[0].size, 9);
  EXPECT_NEAR(page.confidence, 93.25, 0.01);
}

TEST(Ocr, SaysWhenTheProgramIsMissingOrFails) {
  Picture page{2, 1, 1, {0, 255}};
  OcrOptions options;
  options.program = "no-such-program-of-any-name";
  auto missing = recognized(page, options);
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().what.find("could not be started"), std::string::npos);
  options.program = "false";
  auto failing = recognized(page, options);
  ASSERT_FALSE(failing);
  EXPECT_NE(failing.error().hint.find("--list-langs"), std::string::npos);
}

/// A stand-in for tesseract that wants a picture and prints one line of text.
class OcrOfPdf : public ::testing::Test {
 protected:
  OcrOfPdf() : folder_(fs::path(::testing::TempDir()) / fmt::format("litmine-ocr-{}", getpid())) {
    fs::create_directories(folder_);
    std::ofstream script(folder_ / "recognize");
    script << "#!/bin/sh\nhead -c 2 | grep -q P5 || exit 1\ncat > /dev/null\n"
           << "[ \"$4\" = eng+deu ] || exit 1\ncat <<'END'\n"
           << kTable << "\nEND\n";
    script.close();
    fs::permissions(folder_ / "recognize", fs::perms::owner_all);
    options_.wanted = true;
    options_.languages = "eng+deu";
    options_.program = (folder_ / "recognize").string();
    intake_.document = [this](Document&& document) { documents_.push_back(std::move(document)); };
    intake_.problem = [this](Problem&& problem) { problems_.push_back(std::move(problem)); };
  }
  ~OcrOfPdf() override { fs::remove_all(folder_); }

  fs::path folder_;
  OcrOptions options_;
  Intake intake_;
  std::vector<Document> documents_;
  std::vector<Problem> problems_;
};

TEST_F(OcrOfPdf, ReadsPicturesWhereTheFileHasNoTextAndSaysSo) {
  testing::MakePdf pdf;
  pdf.page().text(72, 100, 10, "Printed words stay as they are printed.");
  pdf.page().draw("0 g 100 100 200 200 re f");
  pdf.page();  // blank: there is nothing to recognize
  pdf.write(folder_ / "scan.pdf");
  extract_pdf(folder_ / "scan.pdf", intake_, options_);
  ASSERT_EQ(documents_.size(), 1U);
  EXPECT_EQ(documents_[0].extractor, "pdf+ocr");
  EXPECT_NE(documents_[0].text.find("Printed words"), std::string::npos);
  EXPECT_NE(documents_[0].text.find("Recognized words"), std::string::npos);
  auto ocr = std::find_if(problems_.begin(), problems_.end(),
                          [](const Problem& problem) { return problem.code == "ocr"; });
  ASSERT_NE(ocr, problems_.end());
  EXPECT_EQ(ocr->page, 2U);
  EXPECT_NE(ocr->reason.find("1 of 3 pages (page 2)"), std::string::npos) << ocr->reason;
}

TEST_F(OcrOfPdf, IsNotDoneUnlessWanted) {
  testing::MakePdf pdf;
  pdf.page().draw("0 g 100 100 200 200 re f");
  pdf.write(folder_ / "scan.pdf");
  extract_pdf(folder_ / "scan.pdf", intake_, OcrOptions{});
  EXPECT_TRUE(documents_.empty());
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_EQ(problems_[0].code, "no-text");
  EXPECT_NE(problems_[0].hint.find("--ocr"), std::string::npos) << problems_[0].hint;
}

TEST_F(OcrOfPdf, TellsBlankPagesFromPictures) {
  testing::MakePdf pdf;
  pdf.page();
  pdf.write(folder_ / "blank.pdf");
  extract_pdf(folder_ / "blank.pdf", intake_, OcrOptions{});
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_NE(problems_[0].reason.find("blank"), std::string::npos) << problems_[0].reason;
}

}  // namespace
}  // namespace litmine
