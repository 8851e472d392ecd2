// Any bytes as text: normalizing twice changes nothing, words and sentences lie in the text and in
// order, and no character that is not white space is outside a sentence.
#include <cstddef>
#include <cstdint>

#include "bench/fuzz/check.h"
#include "text/normalize.h"
#include "text/sentences.h"
#include "text/words.h"

namespace {

using namespace litmine;

void check_words(std::string_view text) {
  std::uint32_t position = 0, begin = 0;
  cut_words(text, [&](const Word& word) {
    CHECK_THAT(!word.text.empty() && !word.where.empty() && word.where.end <= text.size());
    CHECK_THAT(word.position >= position && word.where.begin >= begin);
    position = word.position;
    begin = word.where.begin;
  });
}

void check_sentences(std::string_view text) {
  std::uint32_t last = 0;
  const auto blank = [&](Span span) {
    return span.in(text).find_first_not_of(" \t\n\f") == std::string_view::npos;
  };
  for (const Span sentence : sentences(text)) {
    CHECK_THAT(sentence.begin >= last && sentence.begin < sentence.end);
    CHECK_THAT(blank({last, sentence.begin}));
    last = sentence.end;
    const Span around = sentence_around(text, sentence.begin);
    CHECK_THAT(around.begin <= sentence.begin && sentence.begin < around.end);
  }
  CHECK_THAT(blank({last, static_cast<std::uint32_t>(text.size())}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = normalized(decoded(bytes));
  CHECK_THAT(normalized(text) == text);
  check_words(text);
  check_sentences(text);
  const Plain plain = plain_punctuation(text);
  CHECK_THAT(plain.origin.size() == plain.text.size() + 1);
  for (const std::uint32_t origin : plain.origin) CHECK_THAT(origin <= text.size());
  CHECK_THAT(folded(folded(text)) == folded(text));
  return 0;
}
