// docs/lint.md against the linter: every code has a page and every page a code; each bad example
// gives its code, each good one does not.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "queries/diagnostic_codes.h"
#include "queries/translate.h"
#include "strategies/lint.h"
#include "tests/strategies/library.h"

namespace litmine {
namespace {

using strategies_test::Library;
using strategies_test::Paper;

constexpr std::string_view kWhatToDo =
    "Write a section '### NUMBER code' into docs/lint.md: what it means, why it matters, a block "
    "```lint DIALECT with a 'bad:' and a 'good:' line, 'Read on:' and 'Source:'.";

struct Example {
  int line = 0;
  std::string how;  ///< "scopus", "corpus wos", "translate scopus wos", "scopus as-of 2008"
  bool bad = false;
  std::string query;
};

struct Page {
  int line = 0;
  std::string number, code, text;
  std::vector<Example> examples;
};

struct Pages {
  std::vector<Page> pages;
  std::vector<Paper> studies;
};

std::string utf8(unsigned long c) {
  std::string text;
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xc0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    text += static_cast<char>(0xe0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    text += static_cast<char>(0x80 | (c & 0x3f));
  }
  return text;
}

/// `\n`, `\xHH`, `\u{...}` and `⟦3×a⟧`.
std::string spelled_out(const std::string& written) {
  static const std::regex kSigns(R"re(\\n|\\x([0-9a-f]{2})|\\u\{([0-9a-f]+)\}|⟦([0-9]+)×(.*?)⟧)re");
  std::string text;
  auto from = written.cbegin();
  for (std::sregex_iterator it(written.begin(), written.end(), kSigns), end; it != end; ++it) {
    const std::smatch& sign = *it;
    text.append(from, sign[0].first);
    if (sign[1].matched) {
      text += static_cast<char>(std::stoul(sign[1], nullptr, 16));
    } else if (sign[2].matched) {
      text += utf8(std::stoul(sign[2], nullptr, 16));
    } else if (sign[3].matched) {
      for (unsigned long i = 0; i < std::stoul(sign[3]); ++i)
        for (char c : sign[4].str()) text += c == '#' ? std::to_string(i) : std::string(1, c);
    } else {
      text += '\n';
    }
    from = sign[0].second;
  }
  return text.append(from, written.cend());
}

std::string trimmed(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

Paper paper_of(const std::string& row) {
  Paper paper;
  std::istringstream cells(row);
  std::getline(cells, paper.id, '|');
  std::getline(cells, paper.title, '|');
  std::getline(cells, paper.abstract, '|');
  paper.id = trimmed(paper.id);
  paper.title = trimmed(paper.title);
  paper.abstract = trimmed(paper.abstract);
  return paper;
}

Pages read_pages() {
  static const std::regex kHeading("### ([A-Z][0-9]{3}) ([a-z-]+)");
  Pages pages;
  std::ifstream in(std::string(LITMINE_SOURCE_DIR) + "/docs/lint.md");
  EXPECT_TRUE(in.good());
  std::string line, block;
  for (int number = 1; std::getline(in, line); ++number) {
    std::smatch heading;
    if (line.starts_with("```")) {
      block = block.empty() ? line.substr(3) : std::string();
    } else if (block == "studies") {
      pages.studies.push_back(paper_of(line));
    } else if (std::regex_match(line, heading, kHeading)) {
      pages.pages.push_back({number, heading[1], heading[2], {}, {}});
    } else if (!pages.pages.empty() && block.starts_with("lint ")) {
      const bool bad = line.starts_with("bad:"), good = line.starts_with("good:");
      EXPECT_TRUE(bad || good) << "docs/lint.md:" << number;
      pages.pages.back().examples.push_back(
          {number, block.substr(5), bad, spelled_out(trimmed(line.substr(5)))});
    } else if (!pages.pages.empty()) {
      pages.pages.back().text += line + '\n';
    }
  }
  return pages;
}

/// What an example asks for: words behind the dialect.
struct Setting {
  bool corpus = false;
  std::string dialect, into;
  ReadingOptions reading;
  std::vector<std::string> known;
};

Setting setting_of(const std::string& how) {
  Setting setting;
  std::istringstream words(how);
  std::string word;
  words >> word;
  if (word == "corpus") setting.corpus = true;
  const bool translate = word == "translate";
  if (setting.corpus || translate) words >> word;
  setting.dialect = word;
  if (translate) words >> setting.into;
  while (words >> word) {
    if (word == "as-of") {
      words >> setting.reading.as_of;
    } else if (word == "rule") {
      words >> word;
      setting.reading.rules.emplace_back(word.substr(0, word.find('=')),
                                         word.substr(word.find('=') + 1));
    } else if (word == "known") {
      while (words >> word) setting.known.push_back(word);
    } else {
      ADD_FAILURE() << "what is '" << word << "'?";
    }
  }
  return setting;
}

std::set<std::string> codes_of(const Example& example, const Index& index) {
  const Setting setting = setting_of(example.how);
  const Dialect* dialect = dialect_named(setting.dialect);
  std::set<std::string> codes;
  if (dialect == nullptr) {
    ADD_FAILURE() << "no dialect '" << setting.dialect << "'";
    return codes;
  }
  if (!setting.into.empty()) {
    const Query query = parse_query(example.query, *dialect).query;
    for (const Diagnostic& note : translate(query, *dialect_named(setting.into)).lost)
      codes.insert(note.code);
    return codes;
  }
  LintOptions options;
  options.reading = setting.reading;
  options.known = setting.known;
  if (setting.corpus) options.index = &index;
  Result<LintReport> report = lint(example.query, *dialect, options);
  EXPECT_TRUE(report) << report.error().what;
  if (report)
    for (const Finding& finding : report->findings) codes.insert(finding.note.code);
  return codes;
}

TEST(LintPages, EveryCodeHasAPageAndEveryPageACode) {
  std::map<std::string, std::string> pages;
  for (const Page& page : read_pages().pages) {
    const DiagnosticCode* code = diagnostic_code(page.code);
    EXPECT_TRUE(code != nullptr && code->number == page.number)
        << "docs/lint.md:" << page.line << ": " << page.number << ' ' << page.code
        << " is not in queries/diagnostic_codes.cc";
    EXPECT_TRUE(pages.emplace(page.number, page.code).second) << page.number << " stands twice";
    EXPECT_NE(page.text.find("Read on: "), std::string::npos) << page.number;
  }
  std::string last;
  for (const Page& page : read_pages().pages) {
    const std::string family = "SDLC";
    const auto key = std::to_string(family.find(page.number[0])) + page.number;
    EXPECT_LT(last, key) << "docs/lint.md:" << page.line << ": not in the order of numbers";
    last = key;
  }
  for (const DiagnosticCode& code : diagnostic_codes())
    EXPECT_TRUE(pages.contains(std::string(code.number)))
        << code.number << ' ' << code.code << " has no page. " << kWhatToDo;
}

TEST(LintPages, ExamplesGiveWhatTheyPromise) {
  const Pages pages = read_pages();
  ASSERT_EQ(pages.studies.size(), 8u);
  const Library library(pages.studies);
  for (const Page& page : pages.pages) {
    int bad = 0, good = 0;
    for (const Example& example : page.examples) {
      SCOPED_TRACE("docs/lint.md:" + std::to_string(example.line) + ": " + page.code);
      const bool corpus = example.how.starts_with("corpus");
      EXPECT_EQ(corpus, page.number[0] == 'C') << "only corpus codes need an index";
      const std::set<std::string> codes = codes_of(example, library.index());
      EXPECT_EQ(codes.contains(page.code), example.bad) << example.query.substr(0, 200);
      (example.bad ? bad : good) += 1;
    }
    EXPECT_GT(bad, 0) << page.number << ' ' << page.code << " has no bad example. " << kWhatToDo;
    EXPECT_GT(good, 0) << page.number << ' ' << page.code << " has no good example. " << kWhatToDo;
  }
}

/// Every repair says how many studies this reading finds and how many the other, if there is one.
TEST(LintPages, RepairsCountBothReadings) {
  const Pages pages = read_pages();
  const Library library(pages.studies);
  int counted = 0;
  for (const Page& page : pages.pages) {
    const DiagnosticCode* code = diagnostic_code(page.code);
    if (code == nullptr || code->alternative.empty()) continue;
    if (page.code == "history-too-large") continue;  // its string holds 100,000 terms
    for (const Example& example : page.examples) {
      const Setting setting = setting_of(example.how);
      if (!example.bad || !setting.into.empty()) continue;
      SCOPED_TRACE("docs/lint.md:" + std::to_string(example.line) + ": " + page.code);
      LintOptions options;
      options.reading = setting.reading;
      options.index = &library.index();
      Result<LintReport> report = lint(example.query, *dialect_named(setting.dialect), options);
      ASSERT_TRUE(report) << report.error().what;
      for (const Finding& finding : report->findings) {
        if (!finding.note.repaired || finding.note.alternative.empty()) continue;
        if (finding.note.message.starts_with("and ")) continue;  // the rest of many alike
        const bool too_large = finding.note.hint.find("was not counted") != std::string::npos;
        EXPECT_TRUE(too_large || (finding.choice_studies && finding.alternative_studies))
            << finding.note.code << ": " << finding.note.message;
        ++counted;
      }
    }
  }
  EXPECT_GT(counted, 35);
}

TEST(LintPages, SourcesAreListed) {
  std::ifstream in(std::string(LITMINE_SOURCE_DIR) + "/docs/dialects.md");
  const std::string dialects(std::istreambuf_iterator<char>(in), {});
  const std::string sources = dialects.substr(dialects.find("## Sources"));
  static const std::regex kKey(R"re(\[([A-Z][0-9]+)\])re");
  for (const Page& page : read_pages().pages)
    for (std::sregex_iterator it(page.text.begin(), page.text.end(), kKey), end; it != end; ++it)
      EXPECT_NE(sources.find((*it)[0]), std::string::npos)
          << "docs/lint.md, " << page.number << ": " << (*it)[0] << " is not in docs/dialects.md";
}

TEST(LintPages, SignsAreSpelledOut) {
  EXPECT_EQ(spelled_out(R"(a\nb\x41\u{e9}⟦3×w# ⟧.)"), "a\nbA\u00e9w0 w1 w2 .");
}

}  // namespace
}  // namespace litmine
