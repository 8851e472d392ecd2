// review.toml: what is read from it, and how a mistake in it is told.
#include "corpus/protocol.h"

#include <gtest/gtest.h>

#include <fstream>

namespace litmine {
namespace {

namespace fs = std::filesystem;

class ProtocolTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) /
        (std::string("protocol-") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  fs::path folder_;
};

TEST_F(ProtocolTest, ReadsEverything) {
  write("string.txt", "“a” OR b\n");
  auto protocol = read_protocol(write("review.toml", R"(
title = "Small firms"
[sources]
paths = ["articles", "records.ris"]
exclude = ["articles/drafts"]
[[searches]]
name = "one"
dialect = "wos"
fields = ["title", "abstract"]
query_file = "string.txt"
doubled_operator = "first"
[[searches]]
query = "c AND d"
[limits]
years = { from = 2016, to = 2023 }
languages = ["English"]
[coding]
codebook = "mine"
[criteria]
include = ["empirical"]
[results]
folder = "out"
)"));
  ASSERT_TRUE(protocol) << protocol.error().what;
  EXPECT_EQ(protocol->title, "Small firms");
  EXPECT_EQ(protocol->sources, (std::vector<fs::path>{"articles", "records.ris"}));
  EXPECT_EQ(protocol->exclude, std::vector<std::string>{"articles/drafts"});
  ASSERT_EQ(protocol->searches.size(), 2u);
  EXPECT_EQ(protocol->searches[0].query, "“a” OR b")
      << "the line end of the file is not the string's";
  EXPECT_EQ(protocol->searches[0].dialect, "wos");
  EXPECT_TRUE(protocol->searches[0].keep_first_operator);
  EXPECT_EQ(*protocol->searches[0].in, (Parts{Part::title, Part::abstract}));
  EXPECT_EQ(protocol->searches[1].name, "search 2");
  EXPECT_FALSE(protocol->searches[1].in);
  EXPECT_EQ(protocol->first_year, 2016);
  EXPECT_EQ(protocol->last_year, 2023);
  EXPECT_EQ(protocol->codebook, "mine");
  EXPECT_EQ(protocol->results, "out");
  EXPECT_EQ(protocol->folder, folder_);
}

TEST_F(ProtocolTest, CriteriaAreRulesOrWords) {
  auto protocol = read_protocol(write("review.toml", R"(
[sources]
paths = ["a"]
[[searches]]
query = "a"
searched = 2023-06-30
platform = "scopus.com"
records = 289
[criteria]
exclude = ["retracted"]
[[criteria.include]]
name = "recent"
reason = "too old"
years = { from = 2016 }
[[criteria.include]]
name = "small firms"
stage = "full-text"
query = '"SME*"'
fields = ["title"]
codes = ["firm/sme", "firm"]
[screening]
votes = 3
third = "carla"
)"));
  ASSERT_TRUE(protocol) << protocol.error().what;
  EXPECT_EQ(protocol->searches[0].searched, "2023-06-30");
  EXPECT_EQ(protocol->searches[0].records, 289u);
  ASSERT_EQ(protocol->criteria.size(), 3u);
  const Criterion &recent = protocol->criteria[0], &firms = protocol->criteria[1],
                  &retracted = protocol->criteria[2];
  EXPECT_EQ(recent.reason, "too old");
  EXPECT_EQ(recent.first_year, 2016);
  EXPECT_FALSE(recent.last_year);
  EXPECT_FALSE(recent.excludes);
  EXPECT_EQ(firms.reason, "not: small firms");
  EXPECT_TRUE(firms.full_text_only);
  EXPECT_EQ(firms.codes.size(), 2u);
  EXPECT_EQ(*firms.in, Parts{Part::title});
  EXPECT_TRUE(retracted.excludes);
  EXPECT_FALSE(retracted.has_rule());
  EXPECT_EQ(retracted.reason, "retracted");
  EXPECT_EQ(protocol->screening.votes, 3u);
  EXPECT_EQ(protocol->screening.third, "carla");
}

struct Mistake {
  const char* text;
  const char* place;  ///< "line:column"
  const char* what;
  const char* hint;
};
constexpr Mistake kMistakes[] = {
    {"[sources]\npath = [\"a\"]\n", ":2:1:", "'path' is not a key of [sources]",
     "did you mean 'paths'?"},
    {"[sources]\npaths = [\"a\"]\n[limits]\nyears = {from = 2016, till = 2020}\n",
     ":4:", "'till' is not a key of years", "known keys"},
    {"[sources]\npaths = \"a\"\n", ":2:", "must be a list", ""},
    {"[sources]\npaths = [\"a\", 3]\n", ":2:", "must hold texts", ""},
    {"title = \"x\"\n", ":1:", "names no source", "paths ="},
    {"[sources]\npaths = [\"a\"]\n[[searches]]\nname = \"x\"\n",
     ":3:", "needs either 'query' or 'query_file'", ""},
    {"[sources]\npaths = [\"a\"]\n[[searches]]\nquery_file = \"none.txt\"\n", ":4:", "none.txt",
     "check the name"},
    {"[sources]\npaths = [\"a\"]\n[[searches]]\nquery = \"a\"\nfields = [\"titel\"]\n",
     ":5:", "'titel' is not a part", "title, abstract"},
    {"[sources]\npaths = [\"a\"]\n[limits]\nyears = {from = 2020, to = 2016}\n", ":4:", "backwards",
     ""},
    {"[sources]\npaths = [\"a\"]\n[limits]\nyears = {from = \"2020\"}\n", ":4:", "must be a year",
     ""},
    {"[sources]\npaths = [\"a\"]\n[[criteria.include]]\nyears = {from = 2016}\n",
     ":3:", "has no name", "name ="},
    {"[sources]\npaths = [\"a\"]\n[[criteria.include]]\nname = \"x\"\nyear = 2016\n",
     ":5:", "'year' is not a key of a criterion", "did you mean 'years'?"},
    {"[sources]\npaths = [\"a\"]\n[[criteria.include]]\nname = \"x\"\ncodes = [\"firm/\"]\n",
     ":5:", "'firm/' is not the name of a code", "firm/sme"},
    {"[sources]\npaths = [\"a\"]\n[criteria]\nexclude = [\"a\", \"a\"]\n",
     ":4:", "two criteria exclude as 'a'", "reason"},
    {"[sources]\npaths = [\"a\"]\n[[criteria.exclude]]\nname = \"x\"\nstage = \"full\"\n",
     ":5:", "no stage 'full'", "full-text"},
    {"[sources]\npaths = [\"a\"]\n[[searches]]\nquery = \"a\"\nsearched = \"June\"\n",
     ":5:", "must be a day", ""},
    {"[sources]\npaths = [\"a\"]\n[screening]\nvotes = 0\n", ":4:", "1 or more", ""},
    {"title = \"x\ny\"\n", ":1:", "", "TOML"},
};

TEST_F(ProtocolTest, NamesThePlaceOfAMistake) {
  for (const Mistake& mistake : kMistakes) {
    SCOPED_TRACE(mistake.text);
    auto protocol = read_protocol(write("review.toml", mistake.text));
    ASSERT_FALSE(protocol);
    EXPECT_NE(protocol.error().what.find(mistake.place), std::string::npos)
        << protocol.error().what;
    EXPECT_NE(protocol.error().what.find(mistake.what), std::string::npos) << protocol.error().what;
    EXPECT_NE(protocol.error().hint.find(mistake.hint), std::string::npos) << protocol.error().hint;
  }
}

TEST_F(ProtocolTest, ItsOwnTemplateIsRead) {
  auto protocol =
      read_protocol(write("review.toml", protocol_template("Firms \"and\" \\ platforms")));
  ASSERT_TRUE(protocol) << protocol.error().what;
  EXPECT_EQ(protocol->title, "Firms \"and\" \\ platforms");
  EXPECT_EQ(protocol->searches.size(), 1u);
}

TEST_F(ProtocolTest, AMissingFileIsNotFound) {
  auto protocol = read_protocol(folder_ / "nowhere.toml");
  ASSERT_FALSE(protocol);
  EXPECT_EQ(protocol.error().kind, Error::Kind::not_found);
}

}  // namespace
}  // namespace litmine
