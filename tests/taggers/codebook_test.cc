// The codebook: what is shipped keeps its word, what a person writes is read or refused with its
// place, and a new facet is one new file.
#include "taggers/codebook.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "taggers/tagger.h"
#include "tests/taggers/article.h"

namespace litmine {
namespace {

namespace fs = std::filesystem;

constexpr const char* kShipped = LITMINE_SOURCE_DIR "/taggers/codebook";

// A folder of its own with a copy of the shipped codebook, gone at the end.
class Copy {
 public:
  Copy() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() /
              ("litmine-codebook-" + std::to_string(::getpid()) + "-" + test->name());
    fs::remove_all(folder_);
    fs::copy(kShipped, folder_);
  }
  // Leaves the gate only, which loads fast.
  void shrink() const {
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(folder_))
      if (!std::set<std::string>{"document.toml", "type.toml", "contexts.toml"}.contains(
              entry.path().filename().string()))
        others.push_back(entry.path());
    for (const fs::path& file : others) fs::remove(file);
    write("zones.toml", "order = [\"type\"]\n[weights.default]\nabstract = 3\n");
  }
  ~Copy() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  void write(const std::string& name, std::string_view content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  Result<Codebook> load() const { return Codebook::load(folder_); }

 private:
  fs::path folder_;
};

TEST(ShippedCodebook, EveryExampleDoesWhatItSays) {
  auto codebook = Codebook::load(kShipped);
  ASSERT_TRUE(codebook) << codebook.error().what << "\n" << codebook.error().hint;
  EXPECT_GT(codebook->example_count(), 3000U);
  for (const ExampleFailure& failure : codebook->check())
    ADD_FAILURE() << failure.rule << (failure.expected ? " should speak: " : " should be silent: ")
                  << failure.sentence;
}

TEST(ShippedCodebook, HasTheFacetsAndTheirCodes) {
  auto codebook = Codebook::load(kShipped);
  ASSERT_TRUE(codebook);
  EXPECT_EQ(codebook->facets(),
            (std::vector<std::string>{"type", "method", "theory", "country", "authorship", "sample",
                                      "industry", "firm", "firm_size", "period", "platform",
                                      "focus", "issues", "findings"}));
  std::map<std::string, std::size_t> count;
  for (const CodeEntry& code : codebook->codes()) ++count[code.facet];
  EXPECT_GE(count["theory"], 150U);
  EXPECT_EQ(count["country"], 249U + 2U + 5U);  // ISO 3166-1, MULTI and NA_, five regions above
  EXPECT_EQ(count["authorship"], 249U);
  EXPECT_EQ(codebook->hash().size(), 16U);
}

TEST(Codebook, ANewFacetIsOneNewFile) {
  Copy copy;
  auto before = copy.load();
  ASSERT_TRUE(before);
  copy.write("food.toml", R"toml(
facet = "food_industry"
label = "Industry"
anchored_in = ["title"]

[[code]]
code = "food"
label = "Food and drink"
  [[code.rule]]
  id = "word"
  words = ["food (firms|producers|industry)", "winer(y|ies)"]
  yes = ["We visited winery owners.", "The food industry grows."]
  no = ["They fed the cat."]
)toml");
  auto codebook = copy.load();
  ASSERT_TRUE(codebook) << codebook.error().what;
  EXPECT_EQ(codebook->facets().back(), "food_industry");
  EXPECT_NE(codebook->hash(), before->hash());
  EXPECT_TRUE(codebook->check().empty());
  Tagging tagging = tag(record("Georgian wineries and their buyers"), *codebook);
  ASSERT_EQ(tagging.facets.back().facet, "food_industry");
  ASSERT_FALSE(tagging.facets.back().codes.empty());
  EXPECT_EQ(tagging.facets.back().codes.front().code, "food");
  EXPECT_EQ(tagging.facets.back().codes.front().band, Band::high);
}

TEST(Codebook, ABrokenExampleIsReported) {
  Copy copy;
  copy.write("colour.toml", R"toml(
facet = "colour"
[[code]]
code = "red"
  [[code.rule]]
  id = "word"
  words = ["red"]
  yes = ["It is blue."]
  no = ["It is red."]
)toml");
  auto codebook = copy.load();
  ASSERT_TRUE(codebook);
  std::vector<ExampleFailure> failures = codebook->check();
  ASSERT_EQ(failures.size(), 2U);
  EXPECT_EQ(failures[0].rule, "colour.red.word");
  EXPECT_EQ(failures[0].sentence, "It is blue.");
  EXPECT_TRUE(failures[0].expected);
  EXPECT_FALSE(failures[1].expected);
}

struct Wrong {
  const char* content;
  const char* says;  // part of the message
  const char* hint;  // part of the hint
};

constexpr Wrong kWrong[] = {
    {"facet = \"x\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nword = [\"b\"]\n",
     "the rule 'x.a.w' needs words", ""},
    {"facet = \"x\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nwords = [\"b\"]\nyess = "
     "1\n",
     "7:1: [[rule]] has no key 'yess'", "'yes'"},
    {"facet = \"x\"\nlable = \"X\"\n[[code]]\ncode = \"a\"\n", "2:1: the file has no key 'lable'",
     "'label'"},
    {"facet = \"x\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nwords = [\"(b\"]\n",
     "'(' is never closed", ""},
    {"facet = \"x\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nwords = [\"<fim>\"]\n",
     "did you mean 'firm'", ""},
    {"facet = \"x\"\nnot = [\"citaton\"]\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\n"
     "words = [\"b\"]\n",
     "no context is called 'citaton'", "'citation'"},
    {"facet = \"x\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nwords = [\"b\"]\n"
     "zones = [\"abstact\"]\n",
     "7:9: no zone is called 'abstact'", "'abstract'"},
    {"facet = \"x\"\nsingle = 1\n[[code]]\ncode = \"a\"\n", "must be true or false", ""},
    {"facet = \"x\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nwords = [\"re:b*\"]\n",
     "match the empty text", ""},
    {"facet = \"x\"\n", "a facet needs codes", ""},
    {"facet = \"x\n", "1:", "not valid TOML"},
    {"facet = \"type\"\n[[code]]\ncode = \"a\"\n[[code.rule]]\nid = \"w\"\nwords = [\"b\"]\n",
     "both define the facet 'type'", ""},
};

TEST(Codebook, WhatIsWrongIsSaidWithItsPlace) {
  for (const Wrong& c : kWrong) {
    SCOPED_TRACE(c.content);
    Copy copy;
    copy.shrink();
    copy.write("x.toml", c.content);
    auto codebook = copy.load();
    ASSERT_FALSE(codebook);
    EXPECT_NE(codebook.error().what.find("x.toml"), std::string::npos) << codebook.error().what;
    EXPECT_NE(codebook.error().what.find(c.says), std::string::npos) << codebook.error().what;
    EXPECT_NE(codebook.error().hint.find(c.hint), std::string::npos) << codebook.error().hint;
  }
}

TEST(Codebook, AFolderThatIsNotThere) {
  auto codebook = Codebook::load("/nowhere/at/all");
  ASSERT_FALSE(codebook);
  EXPECT_EQ(codebook.error().kind, Error::Kind::not_found);
}

}  // namespace
}  // namespace litmine
