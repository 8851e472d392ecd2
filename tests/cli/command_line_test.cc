// The command line as scripts see it: exit statuses, what goes where, and what a mistype is
// answered.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/cli.h"
#include "cli/command.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

struct Outcome {
  int status;
  std::string out, err;
};

Outcome run(std::vector<std::string> words, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out, err;
  Terminal terminal{in, out, err, false, 0};
  std::vector<const char*> argv = {"litmine"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  int status = run_command_line(static_cast<int>(argv.size()), argv.data(), terminal);
  return {status, out.str(), err.str()};
}

TEST(CommandLine, HelpListsEveryCommand) {
  Outcome help = run({"--help"});
  EXPECT_EQ(help.status, kDone);
  for (const Command& command : commands()) {
    EXPECT_NE(help.out.find(command.name), std::string::npos) << command.name;
    EXPECT_EQ(run({command.name, "--help"}).status, kDone) << command.name;
  }
  EXPECT_EQ(run({}).out, help.out) << "no command at all shows the help";
  EXPECT_EQ(run({"--version"}).out, "litmine " LITMINE_VERSION "\n");
}

struct Mistype {
  std::vector<std::string> words;
  const char* said;
};

TEST(CommandLine, AMistypeIsAnsweredWithWhatWasMeant) {
  const Mistype kMistypes[] = {
      {{"serch"}, "did you mean 'search'?"},
      {{"frobnicate"}, "'litmine --help' lists the commands"},
      {{"parse", "--dialekt", "scopus", "a"}, "did you mean '--dialect'?"},
      {{"parse", "--dialect", "scopos", "a"}, "did you mean 'scopus'?"},
      {{"parse", "--in", "titel", "a"}, "did you mean 'title'?"},
      {{"parse", "--format", "jsn", "a"}, "did you mean 'json'?"},
      {{"parse"}, "no search string was given"},
      {{"parse", "a", "--query-file", "b"}, "given twice"},
      {{"parse", "--query-file", "nowhere.txt"}, "cannot read 'nowhere.txt'"},
      {{"parse", "--doubled-operator", "third", "a"}, "'first' or 'second'"},
      {{"index"}, "PATH"},
      {{"index", "nowhere"}, "'nowhere' is not there"},
      {{"run", "nowhere.toml"}, "'nowhere.toml' is not there"},
      {{"search", "--index", "nowhere", "a"}, "nowhere"},
      {{"show"}, "ID"},
      {{"completions", "tcsh"}, "shells: bash, zsh, fish"},
  };
  for (const Mistype& mistype : kMistypes) {
    std::string line;
    for (const std::string& word : mistype.words) line += word + ' ';
    SCOPED_TRACE(line);
    Outcome outcome = run(mistype.words);
    EXPECT_EQ(outcome.status, kError);
    EXPECT_NE(outcome.err.find(mistype.said), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(CommandLine, ParsePrintsTheTree) {
  Outcome parsed = run({"parse", "--dialect", "wos", "a OR b AND c"});
  EXPECT_EQ(parsed.out, "(or a (and b c))\n");
  EXPECT_EQ(run({"parse", "--dialect", "wos", "-"}, "a OR b AND c\n").out, parsed.out);
}

TEST(CommandLine, MatchAnswersEachLine) {
  Outcome matched = run({"match", "--dialect", "scopus", "TITLE(digital PRE/0 platform*)"},
                        "{\"id\": \"1\", \"title\": \"Digital platforms\"}\n"
                        "\n"
                        "{\"id\": 2, \"abstract\": \"digital platforms\"}\n"
                        "{\"id\": \"3\", \"text\": \"the digital platform\"}\n");
  EXPECT_EQ(matched.out,
            "{\"id\":\"1\",\"match\":true}\n"
            "{\"id\":2,\"match\":false}\n"
            "{\"id\":\"3\",\"match\":true}\n");
  EXPECT_EQ(matched.status, kDone);
}

TEST(CommandLine, MatchNamesABrokenLineAndGoesOn) {
  Outcome matched =
      run({"match", "a"}, "not json\n{\"id\": \"1\", \"text\": \"a\"}\n{\"text\": 5}\n");
  EXPECT_EQ(matched.status, kSomeNotRead);
  EXPECT_EQ(matched.out, "{\"id\":\"1\",\"match\":true}\n");
  EXPECT_NE(matched.err.find("standard input:1:"), std::string::npos) << matched.err;
  EXPECT_NE(matched.err.find("standard input:3:"), std::string::npos) << matched.err;
  EXPECT_EQ(run({"match", "zebra"}, "{\"text\": \"a\"}\n").status, kNothingFound);
  EXPECT_EQ(run({"match", "-"}).status, kError) << "standard input cannot be both";
}

TEST(CommandLine, TheManualAndTheCompletionsKnowEveryOption) {
  const std::string manual = run({"man"}).out;
  for (const Command& command : commands())
    EXPECT_NE(manual.find(std::string(".SS litmine ") + command.name), std::string::npos);
  EXPECT_NE(manual.find("\\-\\-doubled\\-operator"), std::string::npos);
  for (const char* shell : {"bash", "zsh", "fish"})
    EXPECT_NE(run({"completions", shell}).out.find("doubled-operator"), std::string::npos) << shell;
}

class CorpusTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        (std::string("corpus-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "in");
    write("in/records.ris",
          "TY  - JOUR\nTI  - Digital platforms and small firms\nAU  - Aalto, Aino\nPY  - 2019\n"
          "AB  - We study SMEs that export.\nER  - \n"
          "TY  - JOUR\nTI  - Whales of the north\nAU  - Bell, Bo\nPY  - 2020\nER  - \n");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string index() const { return (folder_ / "index").string(); }
  Outcome indexed() { return run({"index", (folder_ / "in").string(), "--index", index()}); }

  fs::path folder_;
};

TEST_F(CorpusTest, IndexThenSearch) {
  EXPECT_EQ(indexed().status, kDone);
  Outcome found = run({"search", "--index", index(), "--count", "platform AND SME"});
  EXPECT_EQ(found.out, "1\n");
  EXPECT_NE(found.err.find("1 of 2 studies"), std::string::npos) << found.err;
  Outcome none = run({"search", "--index", index(), "--count", "zebra"});
  EXPECT_EQ(none.status, kNothingFound);
  EXPECT_EQ(none.out, "0\n");
}

TEST_F(CorpusTest, TheSecondRunReadsOnlyWhatChanged) {
  indexed();
  EXPECT_NE(indexed().err.find("0 new or changed, 1 unchanged"), std::string::npos);
  write("in/more.ris", "TY  - JOUR\nTI  - More whales\nER  - \n");
  EXPECT_NE(indexed().err.find("1 new or changed, 1 unchanged"), std::string::npos);
  fs::remove(folder_ / "in/records.ris");
  Outcome third = indexed();
  EXPECT_NE(third.err.find("1 taken out; 1 document "), std::string::npos) << third.err;
}

TEST_F(CorpusTest, AFileThatCannotBeReadIsNamed) {
  write("in/broken.pdf", "%PDF-1.4\nnothing more");
  Outcome outcome = indexed();
  EXPECT_EQ(outcome.status, kSomeNotRead);
  EXPECT_NE(outcome.err.find("broken.pdf"), std::string::npos) << outcome.err;
  Outcome problems = run({"info", "--index", index(), "--problems", "--format", "csv"});
  EXPECT_NE(problems.out.find("broken.pdf"), std::string::npos) << problems.out;
}

TEST_F(CorpusTest, RunWritesAllItsFilesAndTheSameBytesAgain) {
  write(
      "in/review.toml",
      "[sources]\npaths = [\"records.ris\"]\n[[searches]]\nname = \"one\"\nquery = \"platform*\"\n"
      "[limits]\nyears = {from = 2020}\n");
  const std::string results = (folder_ / "out").string();
  Outcome first = run({"run", (folder_ / "in").string(), "--results", results});
  EXPECT_EQ(first.status, kDone) << first.err;
  auto content = [&] {
    std::string all;
    for (const char* name : {"hits.csv", "counts.csv", "counts.txt", "places.csv", "codes.csv",
                             "coding-table.csv", "problems.csv", "report.md"}) {
      std::ifstream file(fs::path(results) / name, std::ios::binary);
      EXPECT_TRUE(file.good()) << name;
      all += std::string(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  };
  const std::string once = content();
  EXPECT_NE(once.find("no: 2019 is before 2020"), std::string::npos) << "limits drop nothing";
  fs::remove_all(fs::path(results) / ".litmine");
  run({"run", (folder_ / "in").string(), "--results", results});
  EXPECT_EQ(content(), once);
}

TEST_F(CorpusTest, InitWritesAProtocolOnceOnly) {
  const std::string folder = (folder_ / "new").string();
  EXPECT_EQ(run({"init", folder, "--title", "My review"}).status, kDone);
  Outcome again = run({"init", folder});
  EXPECT_EQ(again.status, kError);
  EXPECT_NE(again.err.find("is there already"), std::string::npos);
}

}  // namespace
}  // namespace litmine
