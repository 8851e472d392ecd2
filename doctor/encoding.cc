// Are its characters those that were printed? Characters that could not be read, UTF-8 read as
// something else ("Ã©"), lost ligatures ("signi cant"), letters apart ("t e x t"), and fonts that
// don't say which letters their shapes are, so that the text is letters without a word.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include "doctor/detect_language.h"
#include "doctor/doctor.h"
#include "doctor/excerpt.h"
#include "doctor/small_words.h"
#include "text/words.h"

namespace litmine {
namespace {

/// What two bytes of UTF-8 look like when they are read as Windows-1252, and back to UTF-8 again.
constexpr std::string_view kMojibake[] = {"Ã©",
                                          "Ã¨",
                                          "Ã¼",
                                          "Ã¶",
                                          "Ã¤",
                                          "ÃŸ",
                                          "Ã±",
                                          "Ã³",
                                          "Ã¡",
                                          "Ã§",
                                          "Ã£",
                                          "Ãª",
                                          "Ã\u00AD",
                                          "Ã³",
                                          "Ãº",
                                          "Ã¸",
                                          "Ã¥",
                                          "â€™",
                                          "â€œ",
                                          "â€\u009D",
                                          "â€“",
                                          "â€”",
                                          "â€¦",
                                          "â\u0080\u0099",
                                          "â\u0080\u009C",
                                          "â\u0080\u009D",
                                          "â\u0080\u0093",
                                          "â\u0080\u0094",
                                          "Â ",
                                          "Â·",
                                          "Â§",
                                          "ï¬",
                                          "Ã ",
                                          "â€˜"};

struct Count {
  std::size_t count = 0;
  std::uint32_t page = 0;
  std::string example;

  void add(const PageText& where, std::size_t at, std::size_t more = 1) {
    if (count == 0) {
      page = where.page;
      example = excerpt_around(where.text, at, 50);
    }
    count += more;
  }
};

void tell(const Count& count, std::string_view what, std::vector<Symptom>& symptoms) {
  symptoms.push_back({Fault::bad_encoding, count.page,
                      fmt::format("{} {}, such as \"{}\"", count.count, what, count.example), ""});
}

void unreadable(const std::vector<PageText>& pages, std::vector<Symptom>& symptoms) {
  Count replaced, misread;
  for (const PageText& page : pages) {
    for (std::size_t at = page.text.find("\uFFFD"); at != std::string_view::npos;
         at = page.text.find("\uFFFD", at + 3))
      replaced.add(page, at);
    for (std::string_view sign : kMojibake)
      for (std::size_t at = page.text.find(sign); at != std::string_view::npos;
           at = page.text.find(sign, at + sign.size()))
        misread.add(page, at);
    // U+E000 to U+F8FF: shapes of a font that are no characters. Bullets are some, so many count.
    std::size_t shapes = 0, first = 0;
    for (std::size_t at = 0; at + 2 < page.text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(page.text[at]);
      if (byte == 0xEE || (byte == 0xEF && static_cast<unsigned char>(page.text[at + 1]) < 0xA4)) {
        if (shapes++ == 0) first = at;
      }
    }
    if (shapes > 40 && shapes * 60 > page.text.size()) replaced.add(page, first, shapes);
  }
  if (replaced.count >= 5) tell(replaced, "characters cannot be read", symptoms);
  if (misread.count >= 3)
    tell(misread, "characters were written in UTF-8 and read as something else", symptoms);
}

void lost_ligatures(const std::vector<PageText>& pages, std::vector<Symptom>& symptoms) {
  Count lost;
  for (const PageText& page : pages) {
    std::string before;
    Span where{0, 0};
    cut_words(page.text, [&](const Word& word) {
      if (word.form != Word::Form::folded) return;
      const bool near = word.where.begin > where.end && word.where.begin - where.end <= 3;
      if (is_without_ligature(word.text) || (near && lost_a_ligature(before, word.text)))
        lost.add(page, word.where.begin);
      before = word.text;
      where = word.where;
    });
  }
  if (lost.count >= 3) tell(lost, "words have lost their \"fi\", \"fl\" or \"ff\"", symptoms);
}

/// What the words of a page are like.
struct Look {
  std::size_t words = 0, small = 0, single = 0, letters = 0, vowels = 0;
  /// Far fewer than any language in Latin letters has.
  bool lacks_vowels() const { return letters > 0 && vowels * 100 < letters * 28; }
};
Look look_of(std::string_view text) {
  Look look;
  cut_words(text, [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    const bool digits = word.text.find_first_of("0123456789") != std::string::npos;
    if (digits) return;
    ++look.words;
    if (word.text.size() == 1) ++look.single;
    if (is_small_word_of_any(word.text)) ++look.small;
    for (char c : word.text) {
      if (c < 'a' || c > 'z') continue;
      ++look.letters;
      if (std::string_view("aeiouy").find(c) != std::string_view::npos) ++look.vowels;
    }
  });
  return look;
}

/// On how many pages each word of three letters and more stands.
class Pages {
 public:
  explicit Pages(const std::vector<PageText>& pages) {
    std::set<std::string> here;
    for (const PageText& page : pages) {
      here.clear();
      each(page.text, [&](const std::string& word) { here.insert(word); });
      for (const std::string& word : here) ++pages_of_[word];
    }
  }
  /// Hardly a word of the page stands on another one: less than one in eight, where a text of one
  /// language has two thirds.
  bool is_apart(std::string_view page) const {
    std::size_t words = 0, elsewhere = 0;
    each(page, [&](const std::string& word) {
      ++words;
      const auto found = pages_of_.find(word);
      if (found != pages_of_.end() && found->second >= 2) ++elsewhere;
    });
    return words >= 60 && elsewhere * 8 < words;
  }

 private:
  static void each(std::string_view text, const std::function<void(const std::string&)>& take) {
    cut_words(text, [&](const Word& word) {
      if (word.form == Word::Form::folded && word.text.size() >= 3 &&
          word.text.find_first_of("0123456789") == std::string::npos)
        take(word.text);
    });
  }
  std::unordered_map<std::string, std::uint32_t> pages_of_;
};

void no_words(const std::vector<PageText>& pages, std::vector<Symptom>& symptoms) {
  Count apart, shifted;
  const Pages all(pages);
  for (const PageText& page : pages) {
    const Look look = look_of(page.text);
    if (look.words < 80) continue;
    if (look.single * 2 > look.words)
      apart.add(page, page.text.size() / 2, look.single);
    else if (look.small * 25 < look.words &&
             (look.lacks_vowels() || (pages.size() > 1 && all.is_apart(page.text)) ||
              (look.small * 50 < look.words && !detect_language(page.text).reliable)))
      shifted.add(page, page.text.size() / 2, look.words);
  }
  if (apart.count > 0) tell(apart, "letters stand apart", symptoms);
  if (shifted.count > 0)
    tell(shifted,
         "words are of no language: a font in it does not say which letters its shapes are",
         symptoms);
}

}  // namespace

void examine_encoding(const Document& document, std::vector<Symptom>& symptoms) {
  const std::vector<PageText> pages = pages_without_references(document);
  unreadable(pages, symptoms);
  lost_ligatures(pages, symptoms);
  no_words(pages, symptoms);
}

}  // namespace litmine
