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
