// The codebook that is shipped keeps its word: every rule's own sentences do what they say.
#include "taggers/codebook.h"

#include <gtest/gtest.h>

namespace litmine {
namespace {

TEST(ShippedCodebook, EveryExampleDoesWhatItSays) {
  auto codebook = Codebook::load(LITMINE_SOURCE_DIR "/taggers/codebook");
  ASSERT_TRUE(codebook) << codebook.error().what << "\n" << codebook.error().hint;
  EXPECT_GT(codebook->example_count(), 1500U);
  for (const ExampleFailure& failure : codebook->check())
    ADD_FAILURE() << failure.rule << (failure.expected ? " should speak: " : " should be silent: ")
                  << failure.sentence;
}

}  // namespace
}  // namespace litmine
