#include "bench/made_up_collection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string_view>

namespace litmine {
namespace {

constexpr std::size_t kVocabulary = 300'000;
constexpr std::uint32_t kAuthors = 50'000;
constexpr double kShift = 2.7;  // Mandelbrot's: the first few words are not quite so frequent

/// The commonest words of English abstracts, which take the first ranks.
constexpr std::string_view kCommonest[] = {
    "the",  "of",    "and",     "in",   "to",    "a",       "is",    "for",      "that",
    "with", "this",  "on",      "are",  "as",    "by",      "we",    "from",     "an",
    "be",   "at",    "was",     "were", "or",    "it",      "these", "which",    "study",
    "has",  "their", "results", "have", "can",   "between", "not",   "research", "more",
    "been", "our",   "using",   "also", "paper", "based",   "data"};

/// How often a word stands in a record of 200 words, per 10,000 records: rough rates in business
/// and management abstracts, as far as they are words of the review's string or look like them.
struct Rate {
  std::string_view text;
  double records;
};
constexpr Rate kWords[] = {{"new", 2500},
                           {"information", 1500},
                           {"small", 1100},
                           {"value", 900},
                           {"international", 800},
                           {"social", 900},
                           {"global", 700},
                           {"services", 450},
                           {"service", 600},
                           {"technology", 700},
                           {"technologies", 350},
                           {"technological", 200},
                           {"business", 700},
                           {"e", 500},
                           {"media", 350},
                           {"digital", 400},
                           {"medium", 300},
                           {"chain", 350},
                           {"cross", 350},
                           {"firm", 350},
                           {"firms", 500},
                           {"company", 250},
                           {"companies", 300},
                           {"platform", 250},
                           {"platforms", 150},
                           {"enterprise", 130},
                           {"enterprises", 200},
                           {"commerce", 100},
                           {"border", 70},
                           {"export", 130},
                           {"exports", 70},
                           {"exporting", 50},
                           {"exporters", 30},
                           {"exported", 25},
                           {"entrepreneurship", 90},
                           {"venture", 60},
                           {"ventures", 50},
                           {"born", 50},
                           {"sme", 60},
                           {"smes", 120},
                           {"smc", 20},
                           {"smcs", 8},
                           {"inv", 4},
                           {"invs", 2},
                           {"marketplace", 35},
                           {"marketplaces", 25},
                           {"ecosystem", 110},
                           {"ecosystems", 80},
                           {"digitalization", 40},
                           {"digitalisation", 15},
                           {"businesses", 150},
                           {"servicing", 8},
                           {"internationally", 60},
                           {"internationalization", 50},
                           {"internationalisation", 25},
                           {"internationalize", 6},
                           {"internationalized", 5},
                           {"internationals", 3},
                           {"internationale", 2},
                           {"technologically", 15},
                           {"technologist", 3},
                           {"technologists", 4},
                           {"micromultinational", 0.2},
                           {"micromultinationals", 0.4},
                           {"tailing", 2},
                           {"globals", 1},
                           {"oxide", 120},
                           {"dioxide", 60},
                           {"peroxide", 25},
                           {"monoxide", 15},
                           {"hydroxide", 20},
                           {"superoxide", 12}};

/// The terms of the review's string as texts write them, per 10,000 records.
constexpr Rate kTerms[] = {{"digitalization", 25},
                           {"digital ecosystem", 4},
                           {"social media", 120},
                           {"digital platform", 12},
                           {"digital platforms", 18},
                           {"e-commerce", 45},
                           {"e-tailing", 1},
                           {"cross-border commerce", 0.5},
                           {"digital services", 5},
                           {"digital service", 3},
                           {"information technology", 60},
                           {"information technologies", 18},
                           {"e-business", 10},
                           {"e-businesses", 0.5},
                           {"global marketplace", 3},
                           {"INV", 0.5},
                           {"international entrepreneurship", 5},
                           {"international new venture", 2},
                           {"international new ventures", 4},
                           {"born global", 4},
                           {"born globals", 2},
                           {"micromultinationals", 0.3},
                           {"small firm", 8},
                           {"SMEs", 60},
                           {"small and medium enterprises", 25},
                           {"small and medium enterprise", 4},
                           {"small company", 3},
                           {"small and medium companies", 2},
                           {"cross-border", 12},
                           {"global value chain", 8},
                           {"global value chains", 12}};

/// One record in so many is about small firms that sell abroad with digital means.
constexpr std::uint32_t kOnTopic = 4000;
constexpr std::string_view kTopic[][4] = {
    {"e-commerce", "digital platforms", "social media", "information technologies"},
    {"born global", "international new ventures", "international entrepreneurship", "INVs and INV"},
    {"SMEs", "small and medium enterprises", "small firm", "small and medium companies"},
    {"exporters", "internationalization", "global", "cross-border"}};

constexpr std::string_view kSyllables[] = {"ba",  "co",  "di",  "fu",  "ga",  "le",  "mi", "no",
                                           "pra", "que", "ri",  "stu", "ta",  "ven", "xi", "lo",
                                           "mer", "pho", "sol", "tri", "und", "wa",  "zel"};
constexpr std::string_view kEndings[] = {"",    "s",   "ed",   "ing", "tion", "al", "ic",
                                         "ity", "ous", "ment", "er",  "ly",   "",   ""};

/// A word that no English text has; every thousandth ends in "oxide".
std::string made_up_word(std::size_t rank) {
  std::string word;
  for (std::size_t left = rank + 23; left > 0; left /= std::size(kSyllables))
    word += kSyllables[left % std::size(kSyllables)];
  word += rank % 1000 == 999 ? std::string_view("oxide") : kEndings[rank % std::size(kEndings)];
  return word;
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed * 0x9e3779b97f4a7c15u + 20240501) {}
  std::uint64_t roll() { return engine_() >> 20; }
  std::uint64_t roll(std::uint64_t sides) { return roll() % sides; }
  bool happens(double in_ten_thousand) {
    return static_cast<double>(roll(100'000'000)) < in_ten_thousand * 10'000;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace

MadeUpCollection::MadeUpCollection() {
  words_.resize(kVocabulary);
  for (std::size_t i = 0; i < std::size(kCommonest); ++i) words_[i] = kCommonest[i];
  std::vector<double> weights(kVocabulary);
  double sum = 0;
  for (std::size_t rank = 0; rank < kVocabulary; ++rank)
    sum += weights[rank] = 1 / (static_cast<double>(rank) + 1 + kShift);
  for (const Rate& rate : kWords) {
    // A record of 200 words has the word of weight w about 200 w / sum times.
    auto rank = static_cast<std::size_t>(200 * 10'000 / (rate.records * sum));
    rank = std::min(rank, kVocabulary - std::size(kWords));
    while (!words_[rank].empty()) ++rank;
    words_[rank] = rate.text;
  }
  for (std::size_t rank = 0; rank < kVocabulary; ++rank)
    if (words_[rank].empty()) words_[rank] = made_up_word(rank);

  rank_at_.resize(kQuantiles);
  double end = 0;
  std::size_t at = 0;
  for (std::size_t rank = 0; rank < kVocabulary; ++rank) {
    end += weights[rank] / sum * static_cast<double>(kQuantiles);
    for (; at < kQuantiles && static_cast<double>(at) < end; ++at)
      rank_at_[at] = static_cast<std::uint32_t>(rank);
  }
  for (; at < kQuantiles; ++at) rank_at_[at] = kVocabulary - 1;
}

Document MadeUpCollection::record(std::uint32_t number) const {
  Dice dice(number);
  std::vector<std::string_view> terms;
  for (const Rate& term : kTerms)
    if (dice.happens(term.records)) terms.push_back(term.text);
  if (number % kOnTopic == kOnTopic / 2)
    for (const auto& group : kTopic) terms.push_back(group[dice.roll(std::size(group))]);

  Document document;
  auto begin = [&](Part part) {
    Section section;
    section.part = part;
    section.body.begin = static_cast<std::uint32_t>(document.text.size());
    document.sections.push_back(section);
  };
  auto end = [&] {
    document.sections.back().body.end = static_cast<std::uint32_t>(document.text.size());
    document.text += "\n\n";
  };
  auto write = [&](std::size_t words, std::size_t terms_in_it) {
    const std::size_t every = words / (terms_in_it + 1) + 1;
    std::size_t next_term = 0;
    for (std::size_t i = 0; i < words; ++i) {
      if (i > 0) document.text += i % 23 == 22 ? ". " : " ";
      if (i % every == every - 1 && next_term < terms_in_it) {
        document.text += terms[next_term++];
        document.text += ' ';
      }
      document.text += word(dice.roll());
    }
  };
  begin(Part::title);
  write(11 + dice.roll(7), terms.empty() ? 0 : dice.roll(5) / 4);
  end();
  document.about.title = std::string(document.sections.back().body.in(document.text));
  begin(Part::abstract);
  write(120 + dice.roll(120), terms.size());
  end();
  begin(Part::keywords);
  for (int i = 0; i < 5; ++i) {
    if (i > 0) document.text += "; ";
    auto keyword = static_cast<std::uint32_t>(document.text.size());
    if (i == 0 && !terms.empty() && dice.roll(3) == 0)
      document.text += terms.back();
    else
      document.text += word(dice.roll()) + " " + word(dice.roll());
    document.keywords.push_back({keyword, static_cast<std::uint32_t>(document.text.size())});
  }
  end();

  document.kind = Document::Kind::record;
  document.source = fmt::format("records-{:05}.ris", number / kRecordsInAFile);
  document.record = number % kRecordsInAFile + 1;
  document.extractor = "ris";
  Biblio& about = document.about;
  if (dice.roll(50) != 0) about.year = 2024 - static_cast<int>(number / kAuthors);
  about.type = "article-journal";
  about.language = dice.roll(20) == 0 ? "German" : "English";
  about.source = "Journal of " + word(dice.roll(kQuantiles / 2)) + " " + word(dice.roll());
  about.doi = fmt::format("10.1000/made.{}", number);
  // First author and year together are the record's own, so that no two get one id.
  about.authors.push_back({made_up_word(number % kAuthors), "A."});
  for (std::uint64_t left = dice.roll(4); left > 0; --left)
    about.authors.push_back({made_up_word(dice.roll(kAuthors)), "B."});
  return document;
}

}  // namespace litmine
