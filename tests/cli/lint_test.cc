// lint as a script and a code review tool see it, on the sample review.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/cli.h"
#include "queries/diagnostic_codes.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

const fs::path kSample = fs::path(LITMINE_SOURCE_DIR) / "corpus/sample";

struct Outcome {
  int status;
  std::string out, err;
};

Outcome run(std::vector<std::string> words) {
  std::istringstream in;
  std::ostringstream out, err;
  Terminal terminal{in, out, err, false, 0};
  std::vector<const char*> argv = {"litmine"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  int status = run_command_line(static_cast<int>(argv.size()), argv.data(), terminal);
  return {status, out.str(), err.str()};
}

/// The index of the sample review, made once.
class SampleReview : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = fs::temp_directory_path() / ("litmine-lint-" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    run({"run", (kSample / "review.toml").string(), "--results", folder_.string()});
  }
  static void TearDownTestSuite() { fs::remove_all(folder_); }
  static std::string index() { return (folder_ / ".litmine/index").string(); }
  static Json lint(std::vector<std::string> more) {
    std::vector<std::string> words = {"lint", "--index", index(), "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return Json::parse(run(words).out);
  }
  static Json as_printed(std::vector<std::string> more = {}) {
    more.push_back("--query-file");
    more.push_back((kSample / "queries/as-printed.txt").string());
    return lint(more);
  }
  static std::uint64_t studies(std::vector<std::string> words) {
    words.insert(words.begin(), {"search", "--count", "--index", index()});
    return std::stoull(run(words).out);
  }

 private:
  static inline fs::path folder_;
};

const Json* finding(const Json& report, const std::string& code, const std::string& text) {
  for (const Json& one : report["findings"])
    if (one["code"] == code && one["text"].get<std::string>().starts_with(text)) return &one;
  return nullptr;
}

/// What an excellent tool says of the review's string as it was printed: code, the place (bytes),
/// level, the text there.
struct Expected {
  const char* code;
  std::size_t begin, end;
  const char *level, *text;
};
constexpr Expected kExpected[] = {
    {"operator-doubled", 273, 279, "error", "OR AND"},
    {"mixed-without-brackets", 0, 667, "warning", "“digitalization” OR"},
    {"curly-quotes", 0, 3, "warning", "“"},
    {"no-match", 194, 223, "warning", "“information techonolog*”"},
    {"plural-missing", 73, 95, "note", "“digital platform”"},
    {"plural-missing", 333, 364, "note", "“international new venture”"},
    {"plural-missing", 420, 436, "note", "“small firm”"},
    {"phrase-too-tight", 454, 488, "warning", "“small and medium enterprise*”"},
    {"short-stem", 443, 447, "warning", "SME*"},
    {"short-stem", 552, 556, "warning", "SMC*"},
    {"stem-words", 440, 450, "note", "“SME*”"},
    {"term-implied", 643, 667, "warning", "“global value chain”"},
    {"operand-partly-implied", 564, 667, "note", "“export*” OR"},
    {"operand-implied-here", 564, 667, "note", "“export*” OR"},
    {"clause-effect", 280, 415, "note", "“INV” OR"},
    {"hyphen", 102, 112, "note", "e-commerce"},
    {"hyphen-form-missing", 99, 115, "warning", "“e-commerce”"},
    {"wildcard-in-quotes", 180, 187, "note", "servic*"},
    {"default-fields", 0, 667, "note", "“digitalization” OR"},
    {"acronym-case", 283, 286, "note", "INV"},
    {"no-limits", 0, 667, "note", "“digitalization” OR"},
};

TEST_F(SampleReview, TheStringAsPrintedGetsEveryDiagnosticThatTheIndexSupports) {
  const Json report = as_printed();
  const std::string source = report["query"];
  for (const Expected& expected : kExpected) {
    SCOPED_TRACE(std::string(expected.code) + " " + expected.text);
    bool found = false;
    for (const Json& one : report["findings"]) {
      if (one["code"] != expected.code || one["bytes"] != Json({expected.begin, expected.end}))
        continue;
      found = true;
      EXPECT_EQ(one["level"], expected.level);
      EXPECT_TRUE(one["text"].get<std::string>().starts_with(expected.text)) << one["text"];
      EXPECT_EQ(source.substr(expected.begin, expected.end - expected.begin), one["text"]);
    }
    EXPECT_TRUE(found);
  }
}

TEST_F(SampleReview, ItsCountsAreThoseOfARun) {
  const std::string file = (kSample / "queries/as-printed.txt").string();
  const Json report = as_printed();
  const std::uint64_t now = studies({"--query-file", file});
  EXPECT_EQ(report["studies"], now);

  const Json* doubled = finding(report, "operator-doubled", "OR AND");
  ASSERT_NE(doubled, nullptr);
  EXPECT_EQ((*doubled)["choice"], "AND");
  EXPECT_EQ((*doubled)["alternative"], "OR");
  EXPECT_EQ((*doubled)["choice_studies"], now);
  EXPECT_EQ((*doubled)["alternative_studies"],
            studies({"--query-file", file, "--doubled-operator", "first"}));

  // The other order alone: in Scopus' words, with its plurals, as Web of Science would join them.
  const Json* mixed = finding(report, "mixed-without-brackets", "");
  ASSERT_NE(mixed, nullptr);
  EXPECT_EQ((*mixed)["choice_studies"], now);
  EXPECT_EQ((*mixed)["alternative_studies"],
            studies({mixed->at("alternative").get<std::string>()}));

  const Json* effect = finding(report, "clause-effect", "“INV”");
  ASSERT_NE(effect, nullptr);
  const std::string source = report["query"];
  // Without the second group: what stands before "AND “INV”" and what follows it.
  const std::string rest = "(" + source.substr(0, 272) + ") AND (" + source.substr(420, 139) +
                           ") AND (" + source.substr(564) + ")";
  EXPECT_EQ((*effect)["counts"]["without"], studies({rest}));
  EXPECT_EQ((*effect)["counts"]["with"], now);

  const Json* nearest = finding(report, "no-match", "“information techonolog*”");
  ASSERT_NE(nearest, nullptr);
  std::string corrected = source;
  corrected.replace(corrected.find("techonolog"), 10, "technolog");
  EXPECT_EQ((*nearest)["counts"]["new"], studies({corrected}) - now);
}

TEST_F(SampleReview, WebOfScienceWouldLoseThePlurals) {
  const Json report = lint({"--dialect", "wos", "TI=\"digital platform\""});
  const Json* plural = finding(report, "plural-missing", "\"digital platform\"");
  ASSERT_NE(plural, nullptr);
  EXPECT_EQ((*plural)["level"], "warning");
  EXPECT_EQ((*plural)["counts"]["new"],
            studies({"--dialect", "wos", "TI=(\"digital platform\" OR \"digital platforms\")"}) -
                studies({"--dialect", "wos", "TI=\"digital platform\""}));
}

TEST_F(SampleReview, KnownStudiesThatOneClauseRemoves) {
  const fs::path list = fs::path(index()).parent_path() / "known.csv";
  {
    std::ofstream out(list);
    out << "title,year\n";
    Json all = Json::parse(run({"info", "--index", index(), "--studies", "--format", "json"}).out);
    for (const Json& study : all) out << '"' << study["title"].get<std::string>() << "\",\n";
  }
  const Json report = as_printed({"--known", list.string()});
  std::uint64_t removed = 0;
  for (const Json& one : report["findings"])
    if (one["code"] == "clause-removes-known") {
      ++removed;
      const Json* effect = nullptr;
      for (const Json& other : report["findings"])
        if (other["code"] == "clause-effect" && other["bytes"] == one["bytes"]) effect = &other;
      ASSERT_NE(effect, nullptr);
      EXPECT_LE(one["counts"]["removed"].get<std::uint64_t>(),
                effect->at("counts")["without"].get<std::uint64_t>() -
                    effect->at("counts")["with"].get<std::uint64_t>());
    }
  EXPECT_GT(removed, 0u);
}

TEST_F(SampleReview, StatusSaysWhetherThereIsSomethingToDo) {
  EXPECT_EQ(run({"lint", "--index", index(), "TITLE(platform*) AND PUBYEAR > 2010"}).status, kDone);
  EXPECT_EQ(run({"lint", "--index", index(), "platform AND NOT platform"}).status, kNothingFound);
  EXPECT_EQ(run({"lint", "--index", index(), "--format", "xml", "a"}).status, kError);
  EXPECT_EQ(run({"lint"}).status, kError);
  EXPECT_EQ(run({"lint", "--index", "nowhere", "a"}).status, kError);
  const Outcome strict = run({"lint", "--index", index(), "--strict", "a OR AND b"});
  EXPECT_EQ(strict.status, kNothingFound);
  EXPECT_NE(strict.err.find("--strict refuses"), std::string::npos);
  EXPECT_EQ(strict.out.find("studies"), std::string::npos) << "it was run all the same";
}

/// What SARIF 2.1.0 asks of a log, as far as litmine writes it (sections 3.13 to 3.30).
void expect_sarif(const Json& log, const std::string& source) {
  EXPECT_EQ(log.at("version"), "2.1.0");
  ASSERT_EQ(log.at("runs").size(), 1u);
  const Json& run = log.at("runs")[0];
  const Json& rules = run.at("tool").at("driver").at("rules");
  EXPECT_EQ(run.at("tool").at("driver").at("name"), "litmine");
  EXPECT_EQ(rules.size(), diagnostic_codes().size());
  for (const Json& rule : rules) {
    EXPECT_FALSE(rule.at("id").get<std::string>().empty());
    EXPECT_TRUE(rule.at("shortDescription").at("text").is_string());
    EXPECT_TRUE(rule.at("help").at("text").is_string());
  }
  EXPECT_EQ(run.at("columnKind"), "unicodeCodePoints");
  EXPECT_EQ(run.at("artifacts")[0].at("length"), source.size());
  EXPECT_FALSE(run.at("results").empty());
  for (const Json& result : run.at("results")) {
    EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
    const std::string level = result.at("level");
    EXPECT_TRUE(level == "error" || level == "warning" || level == "note") << level;
    EXPECT_FALSE(result.at("message").at("text").get<std::string>().empty());
    const Json& place = result.at("locations")[0].at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri"),
              run.at("artifacts")[0].at("location").at("uri"));
    const Json& region = place.at("region");
    const auto of = [&](const char* name) { return region.at(name).get<std::size_t>(); };
    EXPECT_GE(of("startLine"), 1u);
    EXPECT_GE(of("startColumn"), 1u);
    EXPECT_GE(of("endLine"), of("startLine"));
    EXPECT_LE(of("byteOffset") + of("byteLength"), source.size());
    std::size_t characters = 0;
    for (std::size_t i = 0; i < of("byteOffset"); ++i)
      characters += (static_cast<unsigned char>(source[i]) & 0xc0) != 0x80;
    EXPECT_EQ(of("charOffset"), characters);
    if (of("startLine") == 1) {
      EXPECT_EQ(of("startColumn"), characters + 1);
    }
  }
}

TEST_F(SampleReview, SarifIsWhatTheStandardAsksFor) {
  const Json report = as_printed();
  const std::string file = (kSample / "queries/as-printed.txt").string();
  expect_sarif(
      Json::parse(run({"lint", "--index", index(), "--format", "sarif", "--query-file", file}).out),
      report["query"]);
  const std::string broken = "a \xff“ OR\nAND 'b' %";
  expect_sarif(Json::parse(run({"lint", "--format", "sarif", broken}).out), broken);
}

}  // namespace
}  // namespace litmine
