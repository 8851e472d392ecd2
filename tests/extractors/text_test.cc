#include "extractors/text.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "extractors/extractor.h"
#include "extractors/text_formats.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

/// What a file with this content and name gives.
struct Outcome {
  std::vector<Document> documents;
  std::vector<Problem> problems;
};

Outcome read(const std::string& name, const std::string& bytes) {
  fs::path folder = fs::temp_directory_path() / ("litmine-text-test-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  fs::path path = folder / name;
  std::ofstream(path, std::ios::binary) << bytes;
  Outcome outcome;
  extract_file(path, {[&](Document&& d) { outcome.documents.push_back(std::move(d)); },
                      [&](Problem&& p) { outcome.problems.push_back(std::move(p)); }});
  fs::remove_all(folder);
  return outcome;
}

struct Case {
  const char* text;
  std::vector<std::string> paragraphs;
};

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> out;
  for (const Line& line : read_lines(text).lines) {
    if (line.paragraph || out.empty()) out.emplace_back();
    out.back() += (out.back().empty() ? "" : "|") + line.text;
  }
  return out;
}

TEST(Text, Paragraphs) {
  const Case kCases[] = {
      // one line a paragraph
      {"One line here.\nAnother line here.\n", {"One line here.", "Another line here."}},
      {"First paragraph.\n\nSecond one.\n", {"First paragraph.", "Second one."}},
      // hard-wrapped
      {"Small firms sell abroad through platforms and\nthey do so more and more each year, "
       "in\nmany ways.\n\nThe next\nparagraph "
       "goes on in the\nsame way as this.\n",
       {"Small firms sell abroad through platforms and|they do so more and more each year, in|many "
        "ways.",
        "The next|paragraph goes on in the|same way as this."}},
      // wrapped, paragraphs by indentation
      {"Small firms sell abroad through platforms and\nthey do so more and more, in many ways "
       "each.\n  Other firms sell at home "
       "and they are many,\nor so it is said by those who know.\n",
       {"Small firms sell abroad through platforms and|they do so more and more, in many ways "
        "each.",
        "Other firms sell at home and they are many,|or so it is said by those who know."}},
      // Markdown
      {"## Method\nWe asked *many* firms.\n\n- one item\n- **two** items\n\n> a quotation\n",
       {"Method", "We asked many firms.", "one item", "two items", "a quotation"}},
      {"p < 0.05* and 2*3*4 = 24, snake_case_name\n",
       {"p < 0.05* and 2*3*4 = 24, snake_case_name"}},
      {"in the <i>Journal</i> of H<sub>2</sub>O, a < b\n", {"in the Journal of H2O, a < b"}},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(paragraphs(c.text), c.paragraphs);
  }
}

TEST(Text, FormFeedsBeginPages) {
  Manuscript manuscript = read_lines("Page one.\n\fPage two.\n\f\fPage four.\n\f");
  EXPECT_EQ(manuscript.page_count, 4u);
  ASSERT_EQ(manuscript.lines.size(), 3u);
  EXPECT_EQ(manuscript.lines[1].page, 2u);
  EXPECT_EQ(manuscript.lines[2].page, 4u);
}

TEST(Text, RepeatedHeadsAndPageNumbersAreLeftOut) {
  std::string page =
      "\n\nAna Díaz\n\nThis paragraph says something new about small firms each time.\n\n17\n\n";
  Manuscript manuscript = read_lines("The title of it\n" + page + page + page);
  std::size_t heads = 0, numbers = 0;
  for (const Line& line : manuscript.lines) {
    heads += line.text == "Ana Díaz" ? 1 : 0;
    numbers += line.text == "17" ? 1 : 0;
  }
  EXPECT_EQ(heads, 1u);  // the first may be the author's name
  EXPECT_EQ(numbers, 0u);
  EXPECT_EQ(manuscript.furniture.size(), 5u);
}

struct FormatCase {
  const char* name;
  std::string bytes;
  const char* reason;  ///< part of it; empty: is read
};

TEST(Text, OtherFormatsAreNamed) {
  using namespace std::string_literals;
  const FormatCase kCases[] = {
      {"a.txt", "A plain text about small firms.\n", ""},
      {"README.md", "# About\n\nThis folder holds texts.\n", ""},
      {"noending", "Plain words.\n", ""},
      {"a.png", "\x89PNG\r\n\x1A\n", "PNG"},
      {"a.jpg", "\xFF\xD8\xFF\xE0", "JPEG"},
      {"a.gz", "\x1F\x8B\x08", "gzip"},
      {"page.txt", "<html><body>text</body></html>", ""},
      {"a.nxml", "<?xml version=\"1.0\"?><article/>", "XML"},
      {"a.json", "{\"colour\": \"x\"}", "JSON"},
      {"numbers.txt", "[[1, 2], [3]]", "JSON"},
      {"a.csv", "colour,size\nx,20\n", "CSV"},
      {"own.csv", "study,year,title,file\nx,2020,A,b\n", "CSV"},
      {"a.tsv", "colour\tsize\n", "TSV"},
      {"a.yml", "a: b\n", "YAML"},
      {"a.tex", "\\section{x}\n", "LaTeX"},
      {"a.ttl", "@prefix a: <b> .\n", "Turtle"},
      {"a.bin", "\x01\x02\x03\x04\x05\x06\x07\x01\x02"s, "neither"},
  };
  for (const FormatCase& c : kCases) {
    SCOPED_TRACE(c.name);
    Outcome outcome = read(c.name, c.bytes);
    bool is_read = std::string_view(c.reason).empty();
    EXPECT_EQ(outcome.documents.size(), is_read ? 1u : 0u);
    if (is_read) continue;
    ASSERT_EQ(outcome.problems.size(), 1u);
    EXPECT_EQ(outcome.problems[0].code, "unknown-format");
    EXPECT_NE(outcome.problems[0].reason.find(c.reason), std::string::npos)
        << outcome.problems[0].reason;
  }
}

TEST(Text, EmptyMissingAndWordlessFiles) {
  Outcome empty = read("empty.txt", "");
  ASSERT_EQ(empty.problems.size(), 1u);
  EXPECT_EQ(empty.problems[0].code, "empty");
  Outcome wordless = read("wordless.txt", "--- 12 ---\n***\n");
  ASSERT_EQ(wordless.problems.size(), 1u);
  EXPECT_EQ(wordless.problems[0].code, "no-text");
  std::vector<Problem> problems;
  extract_file("/nowhere/at/all.txt",
               {[](Document&&) {}, [&](Problem&& p) { problems.push_back(std::move(p)); }});
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "not-found");
}

TEST(Text, EncodingsAreToldAndDoubtsReported) {
  Outcome latin = read("latin.txt",
                       "Die Stra\xDF"
                       "e und das Gl\xFC"
                       "ck der kleinen Firmen.\n");
  ASSERT_EQ(latin.documents.size(), 1u);
  EXPECT_EQ(latin.documents[0].text, "Die Straße und das Glück der kleinen Firmen.");
  ASSERT_EQ(latin.problems.size(), 1u);
  EXPECT_EQ(latin.problems[0].level, Problem::Level::doubtful);
  std::string utf16 = "\xFF\xFE";
  for (char c : std::string("Small firms.\n")) utf16 += {c, '\0'};
  Outcome wide = read("wide.txt", utf16);
  ASSERT_EQ(wide.documents.size(), 1u);
  EXPECT_EQ(wide.documents[0].text, "Small firms.");
  EXPECT_TRUE(wide.problems.empty());
}

/// The real texts, when they are at hand: what a reader sees at once must be found.
TEST(Text, RealArticles) {
  fs::path folder = fs::path(LITMINE_SOURCE_DIR) / ".." / "shared" / "data" / "articles";
  if (!fs::exists(folder)) GTEST_SKIP() << "skipped: no real articles beside the source";
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    SCOPED_TRACE(entry.path().filename().string());
    std::vector<Document> documents;
    extract_file(entry.path(),
                 {[&](Document&& d) { documents.push_back(std::move(d)); }, [](Problem&&) {}});
    ASSERT_EQ(documents.size(), 1u);
    const Document& document = documents[0];
    bool has_list =
        std::ifstream(entry.path()).good() && document.text.find("References") != std::string::npos;
    EXPECT_EQ(!document.references.empty(), has_list);
    if (has_list) {
      EXPECT_FALSE(document.about.doi.empty());
      EXPECT_TRUE(document.has(Part::abstract));
      EXPECT_TRUE(document.has(Part::back_matter));
    }
  }
}

}  // namespace
}  // namespace litmine
