// Sentences: the blocks of sentences.cases, and what spans promise for any text.
#include "text/sentences.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace litmine {
namespace {

std::vector<std::string> cut(const std::string& text) {
  std::vector<std::string> found;
  for (Span sentence : sentences(text)) found.emplace_back(sentence.in(text));
  return found;
}

using Block = std::vector<std::string>;

std::vector<Block> blocks_of_cases() {
  std::ifstream file(LITMINE_SOURCE_DIR "/tests/text/sentences.cases");
  std::vector<Block> blocks(1);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (!line.empty())
      blocks.back().push_back(line);
    else if (!blocks.back().empty())
      blocks.emplace_back();
  }
  if (blocks.back().empty()) blocks.pop_back();
  return blocks;
}

TEST(Sentences, AreCutAsTheCasesSay) {
  const std::vector<Block> blocks = blocks_of_cases();
  ASSERT_GE(blocks.size(), 60u);
  for (const Block& block : blocks) {
    std::string text;
    for (const std::string& sentence : block) text += (text.empty() ? "" : " ") + sentence;
    EXPECT_EQ(cut(text), block);
  }
}

struct Case {
  const char* text;
  std::vector<std::string> sentences;
};

TEST(Sentences, LinesAndParagraphs) {
  const std::vector<Case> cases = {
      {"", {}},
      {" \n\n\t\n ", {}},
      {"one", {"one"}},
      {"a line\nthat goes on. Next.", {"a line\nthat goes on.", "Next."}},
      {"A heading\n\nA body. Its end", {"A heading", "A body.", "Its end"}},
      {"A heading\n  \t\nA body.\n\n\n", {"A heading", "A body."}},
      {"One.\nTwo.\r\nThree.", {"One.", "Two.", "Three."}},
      {"page one\fgoes on. End.", {"page one\fgoes on.", "End."}},
      {"Firms:\n• pay fees\n• sell goods", {"Firms:", "• pay fees", "• sell goods"}},
      {"Firms: • pay fees • sell goods", {"Firms:", "• pay fees", "• sell goods"}},
      {"Firms:\n- pay\n- sell", {"Firms:", "- pay\n- sell"}},
      {"- pay\n- sell", {"- pay", "- sell"}},
      {"a dash\n- and more", {"a dash\n- and more"}},
      {"Two aims:\n1. grow fast;\n2. stay small.",
       {"Two aims:", "1. grow fast;", "2. stay small."}},
      {"in Chapter\n2. the end", {"in Chapter\n2. the end"}},
      {"...", {"..."}},
      {". . .", {". . ."}},
      {"?! ?!", {"?!", "?!"}},
      {"bad \xFF\xFE. Bytes \xE2\x82", {"bad \xFF\xFE.", "Bytes \xE2\x82"}},
  };
  for (const Case& c : cases) EXPECT_EQ(cut(c.text), c.sentences) << c.text;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kBits = {
      "a", "The ", "et al. ", ".",  ". ", "? ", "!",  "\n", "\n\n", " ",    "• ",   "- ",   "1. ",
      "(", ")",    "[3]",     "\"", "”",  "…",  "。", "字", "é",    "U.S.", "e.g.", "\xFF", "\f"};
  std::string text;
  for (std::size_t n = random() % 30; n > 0; --n) text += kBits[random() % kBits.size()];
  return text;
}

bool is_blank(char c) { return std::string_view(" \t\n\r\f").find(c) != std::string_view::npos; }

TEST(Sentences, HoldEveryCharacterOfAnyText) {
  std::mt19937 random(4);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_text(random);
    SCOPED_TRACE(text);
    std::vector<bool> held(text.size());
    std::uint32_t last = 0;
    for (Span sentence : sentences(text)) {
      ASSERT_FALSE(sentence.empty());
      ASSERT_LE(last, sentence.begin);
      ASSERT_LE(sentence.end, text.size());
      ASSERT_FALSE(is_blank(text[sentence.begin]) || is_blank(text[sentence.end - 1]));
      for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) held[at] = true;
      last = sentence.end;
    }
    for (std::size_t at = 0; at < text.size(); ++at) ASSERT_TRUE(held[at] || is_blank(text[at]));
  }
}

TEST(SentenceAround, IsTheOneThatHoldsTheByte) {
  std::mt19937 random(5);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random);
    SCOPED_TRACE(text);
    for (Span sentence : sentences(text))
      for (std::uint32_t at = sentence.begin; at < sentence.end; ++at)
        ASSERT_EQ(sentence_around(text, at), sentence);
  }
}

TEST(SentenceAround, BetweenSentencesItIsTheOneBefore) {
  const std::string text = "One.  Two.\n\nThree.";
  EXPECT_EQ(sentence_around(text, 5).in(text), "One.");
  EXPECT_EQ(sentence_around(text, 10).in(text), "Two.");
  EXPECT_EQ(sentence_around(text, 12).in(text), "Three.");
  EXPECT_EQ(sentence_around(text, 999).in(text), "Three.");
  EXPECT_TRUE(sentence_around("", 0).empty());
  EXPECT_TRUE(sentence_around("\n\n\n", 1).empty());
}

TEST(SentencesAround, ContainAllOfThePlace) {
  const std::string text = "One here. Two here. Three.\n\nFour.";
  const auto around = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(text.find(words));
    return sentences_around(text, {begin, begin + static_cast<std::uint32_t>(words.size())});
  };
  EXPECT_EQ(around("Two").in(text), "Two here.");
  EXPECT_EQ(around("here. Two").in(text), "One here. Two here.");
  EXPECT_EQ(around("Three.\n\nFour").in(text), "Three.\n\nFour.");
  std::mt19937 random(6);
  for (int i = 0; i < 5000; ++i) {
    const std::string any = random_text(random);
    if (any.empty()) continue;
    const auto begin = static_cast<std::uint32_t>(random() % any.size());
    const auto end = begin + 1 + static_cast<std::uint32_t>(random() % (any.size() - begin));
    const Span found = sentences_around(any, {begin, end});
    ASSERT_TRUE(found.contains(Span{begin, end})) << any;
    ASSERT_LE(found.end, any.size());
  }
}

}  // namespace
}  // namespace litmine
