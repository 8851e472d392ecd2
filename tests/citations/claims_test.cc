#include "citations/claims.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  const auto list = static_cast<std::uint32_t>(text.find("Lee, J. (2001)"));
  const auto size = static_cast<std::uint32_t>(text.size());
  document.sections.push_back({Part::results, {0, 0}, {0, std::min(list, size)}});
  if (list < size) document.sections.push_back({Part::references, {list, list}, {list, size}});
  return document;
}

std::vector<ClaimWord> claim_of(const std::vector<std::string>& words) {
  std::vector<ClaimWord> claim;
  for (const std::string& word : words) claim.push_back({word, {word, word + "s"}});
  return claim;
}

const char* const kFirst =
    "The firms grew. The platform lowered the cost of entry. The rest is the same as the others.";
const char* const kSecond =
    "The weather was the same. Entry has a price. The cost was told. Costs of the platform "
    "fell.\n\n"
    "Lee, J. (2001). Platforms lower the cost of entry. The Journal.";

std::vector<std::string> sentences_found(const ClaimSearch& search, std::size_t limit,
                                         double least) {
  const std::vector<std::string> texts = {kFirst, kSecond};
  std::vector<std::string> out;
  for (const ClaimPassage& passage : search.best(limit, least))
    out.emplace_back(passage.where.in(texts[passage.document]));
  return out;
}

ClaimSearch searched(const std::vector<std::string>& words) {
  ClaimSearch search(claim_of(words));
  search.add(document_of(kFirst));
  search.add(document_of(kSecond));
  return search;
}

TEST(ClaimSearch, RanksBySharesOfTheClaim) {
  const auto found = sentences_found(searched({"the", "platform", "cost", "of", "entry"}), 2, 0.3);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "The platform lowered the cost of entry.");
  EXPECT_EQ(found[1], "Costs of the platform fell.");
}

TEST(ClaimSearch, LeavesTheReferenceListOut) {
  for (const std::string& sentence : sentences_found(searched({"platform", "entry"}), 99, 0))
    EXPECT_EQ(sentence.find("Lee, J."), std::string::npos);
}

TEST(ClaimSearch, SaysWhatASentenceLacks) {
  const auto passages = searched({"platform", "cost", "weather"}).best(1, 0);
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_EQ(passages[0].lacking, std::vector<std::string>{"weather"});
  EXPECT_EQ(passages[0].part, Part::results);
}

TEST(ClaimSearch, FindsNothingWhereNothingIs) {
  EXPECT_TRUE(searched({"submarine"}).best(5, 0.3).empty());
  EXPECT_TRUE(ClaimSearch({}).best(5, 0.3).empty());
  ClaimSearch many(claim_of(std::vector<std::string>(200, "platform")));
  many.add(document_of(kFirst));
  EXPECT_EQ(many.best(1, 0).size(), 1u);
}

}  // namespace
}  // namespace litmine
