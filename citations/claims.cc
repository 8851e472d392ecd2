#include "citations/claims.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "text/sentences.h"
#include "text/words.h"

namespace litmine {
namespace {

constexpr Parts kNotRead = {Part::references, Part::affiliations, Part::keywords};
constexpr double kAround = 1.0 / 3;       ///< what a neighbour adds, beside the sentence itself
constexpr double kClose = 0.15;           ///< for pairs of the claim that stay together
constexpr std::uint32_t kCloseWords = 4;  ///< positions between the words of such a pair

double weight(std::size_t sentences, std::size_t with_word) {
  return std::log(static_cast<double>(sentences + 1) / (static_cast<double>(with_word) + 0.5));
}

bool has(std::uint64_t words, std::size_t i) { return ((words >> i) & 1) != 0; }

}  // namespace

ClaimSearch::ClaimSearch(std::vector<ClaimWord> claim) : claim_(std::move(claim)) {
  if (claim_.size() > kMostWords) claim_.resize(kMostWords);
  for (ClaimWord& word : claim_) std::sort(word.forms.begin(), word.forms.end());
  with_word_.assign(claim_.size(), 0);
}

ClaimSearch::Seen ClaimSearch::seen(const Document& document, Span sentence) const {
  Seen out;
  std::vector<std::uint32_t> last(claim_.size(), UINT32_MAX);
  cut_words(sentence.in(document.text), [&](const Word& word) {
    if (word.form == Word::Form::fused) return;
    for (std::size_t i = 0; i < claim_.size(); ++i) {
      const std::vector<std::string>& forms = claim_[i].forms;
      if (!std::binary_search(forms.begin(), forms.end(), word.text)) continue;
      out.words |= std::uint64_t{1} << i;
      last[i] = word.position;
      for (std::size_t beside : {i - 1, i + 1}) {
        if (beside >= claim_.size() || last[beside] == UINT32_MAX) continue;
        const std::uint32_t apart = word.position - last[beside];
        if (apart > 0 && apart <= kCloseWords) out.close |= std::uint64_t{1} << std::min(i, beside);
      }
    }
  });
  return out;
}

void ClaimSearch::read_section(const Document& document, Part part, Span body) {
  std::uint64_t before = 0;
  std::size_t last = SIZE_MAX;  // the place in seen_ of the sentence before, if it is kept
  for (Span in_body : litmine::sentences(body.in(document.text))) {
    const Span sentence{body.begin + in_body.begin, body.begin + in_body.end};
    Seen now = seen(document, sentence);
    ++sentences_;
    if (last != SIZE_MAX) seen_[last].around |= now.words;
    for (std::size_t i = 0; i < claim_.size(); ++i) with_word_[i] += has(now.words, i) ? 1 : 0;
    last = SIZE_MAX;
    if (now.words != 0) {
      now.document = documents_;
      now.where = sentence;
      now.part = part;
      now.page = document.page_at(sentence.begin);
      now.around = before;
      last = seen_.size();
      seen_.push_back(now);
    }
    before = now.words;
  }
}

void ClaimSearch::add(const Document& document) {
  for (const Section& section : document.sections)
    if (!kNotRead.contains(section.part)) read_section(document, section.part, section.body);
  if (document.sections.empty())
    read_section(document, Part::other, {0, static_cast<std::uint32_t>(document.text.size())});
  ++documents_;
}

double ClaimSearch::weight_of(std::uint64_t words) const {
  double sum = 0;
  for (std::size_t i = 0; i < claim_.size(); ++i)
    if (has(words, i)) sum += weight(sentences_, with_word_[i]);
  return sum;
}

std::vector<ClaimPassage> ClaimSearch::best(std::size_t limit, double least) const {
  const double whole = weight_of(~std::uint64_t{0});
  std::vector<std::pair<ClaimPassage, const Seen*>> found;
  for (const Seen& seen : seen_) {
    ClaimPassage passage;
    passage.share = weight_of(seen.words) / whole;
    if (passage.share < least) continue;
    const double around = weight_of(seen.words | seen.around) / whole;
    passage.score =
        passage.share + kAround * (around - passage.share) + kClose * weight_of(seen.close) / whole;
    passage.document = seen.document;
    passage.where = seen.where;
    passage.part = seen.part;
    passage.page = seen.page;
    found.emplace_back(std::move(passage), &seen);
  }
  // Scores are compared as they print, so that the last bit of a sum decides nothing.
  auto order = [](const auto& found_one) {
    const ClaimPassage& passage = found_one.first;
    return std::make_tuple(-std::llround(passage.score * 1e6), passage.document,
                           passage.where.begin);
  };
  std::sort(found.begin(), found.end(),
            [&](const auto& a, const auto& b) { return order(a) < order(b); });
  if (found.size() > limit) found.resize(limit);
  std::vector<ClaimPassage> passages;
  for (auto& [passage, seen] : found) {
    for (std::size_t i = 0; i < claim_.size(); ++i)
      if (!has(seen->words, i)) passage.lacking.push_back(claim_[i].word);
    passages.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace litmine
