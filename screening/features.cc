#include "screening/features.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "text/words.h"

namespace litmine {
namespace {

constexpr double kMostRecords = 0.95;  // terms of more records than this share say nothing

/// How often each term stands in one record, by number of the term as first seen.
struct Counts {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> terms;
};

/// Numbers for terms, in the order in which they are first seen.
class Vocabulary {
 public:
  std::uint32_t number(const std::string& term) {
    auto [at, added] = numbers_.try_emplace(term, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(term);
    return at->second;
  }
  std::vector<std::string> names_;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A single letter or digit says little; a single character of Chinese or Japanese is a word.
bool counts_as_word(std::string_view word) { return word.size() > 1; }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  cut_words(text, [&](const Word& word) {
    if (word.form == Word::Form::folded && counts_as_word(word.text)) words.push_back(word.text);
  });
  return words;
}

Counts counted(std::string_view text, Vocabulary& vocabulary) {
  const std::vector<std::string> words = words_of(text);
  std::vector<std::uint32_t> seen;
  seen.reserve(words.size() * 2);
  for (std::size_t i = 0; i < words.size(); ++i) {
    seen.push_back(vocabulary.number(words[i]));
    if (i + 1 < words.size()) seen.push_back(vocabulary.number(words[i] + ' ' + words[i + 1]));
  }
  std::sort(seen.begin(), seen.end());
  Counts counts;
  for (std::uint32_t term : seen) {
    if (!counts.terms.empty() && counts.terms.back().first == term)
      ++counts.terms.back().second;
    else
      counts.terms.emplace_back(term, 1);
  }
  return counts;
}

void scale_to_length_one(FeatureRow& row) {
  double sum = 0;
  for (const Feature& feature : row) sum += feature.weight * feature.weight;
  if (sum == 0) return;
  const double length = std::sqrt(sum);
  for (Feature& feature : row) feature.weight /= length;
}

constexpr std::uint32_t kDropped = 0xffffffff, kOwn = 0xfffffffe;

}  // namespace

TextFeatures::TextFeatures(std::span<const std::string> texts) {
  Vocabulary vocabulary;
  std::vector<Counts> counts;
  counts.reserve(texts.size());
  for (const std::string& text : texts) counts.push_back(counted(text, vocabulary));

  std::vector<std::uint32_t> records(vocabulary.names_.size());
  for (const Counts& record : counts)
    for (const auto& [term, times] : record.terms) ++records[term];

  // Too frequent ones go (but two records are too few to call anything frequent), lonely ones
  // become the record's own, the others get new numbers.
  const double most = std::max(2.0, kMostRecords * static_cast<double>(texts.size()));
  std::vector<std::uint32_t> number(records.size());
  for (std::uint32_t term = 0; term < records.size(); ++term) {
    if (records[term] > most) {
      number[term] = kDropped;
    } else if (records[term] == 1) {
      number[term] = kOwn;
    } else {
      number[term] = static_cast<std::uint32_t>(names_.size());
      names_.push_back(std::move(vocabulary.names_[term]));
    }
  }
  const auto n = static_cast<double>(texts.size());
  rows_.resize(texts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    FeatureRow& row = rows_[i];
    double own = 0;
    for (const auto& [term, times] : counts[i].terms) {
      if (number[term] == kDropped) continue;
      const double weight = (1 + std::log(times)) * (std::log((1 + n) / (1.0 + records[term])) + 1);
      if (number[term] == kOwn)
        own += weight * weight;
      else
        row.push_back({number[term], weight});
    }
    std::sort(row.begin(), row.end(),
              [](const Feature& a, const Feature& b) { return a.term < b.term; });
    if (own > 0) {
      row.push_back({static_cast<std::uint32_t>(names_.size()), std::sqrt(own)});
      names_.emplace_back();
    }
    scale_to_length_one(row);
    counts[i].terms = {};
  }
}

}  // namespace litmine
