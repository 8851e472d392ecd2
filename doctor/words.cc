// Are its words words? Blanks that were lost between them, and the slips of text recognition.
#include "text/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "doctor/doctor.h"
#include "doctor/excerpt.h"
#include "doctor/small_words.h"

namespace litmine {
namespace {

constexpr std::size_t kLongWord = 28;  // letters; few words of any language are longer

using Counts = std::unordered_map<std::string, std::uint32_t>;

bool is_ascii_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

template <class Take>
void each_word(std::string_view text, const Take& take) {
  cut_words(text, [&](const Word& word) {
    if (word.form == Word::Form::folded) take(word);
  });
}

/// Part of an address or a name for machines: "www.thefirmsofchile.org", "in_the".
bool in_an_address(std::string_view text, Span where) {
  const auto joins = [](char c) {
    return c == '.' || c == '/' || c == '@' || c == '_' || c == '\\' || c == '=' || c == '#';
  };
  const char before = where.begin == 0 ? ' ' : text[where.begin - 1];
  const char behind = where.end >= text.size() ? ' ' : text[where.end];
  // Where blanks are lost, "show.The" is the end of a sentence and no address.
  const auto begins_sentence = [&](std::size_t at) {
    return at >= text.size() || text[at] == ' ' || text[at] == '\n' ||
           (text[at] >= 'A' && text[at] <= 'Z');
  };
  const bool behind_sentence = before == '.' && begins_sentence(where.begin);
  const bool ends_sentence = behind == '.' && begins_sentence(where.end + 1);
  return (joins(before) && !behind_sentence) || (joins(behind) && !ends_sentence);
}

/// The words of one document, to tell which of them are glued together.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<PageText>& pages) {
    for (const PageText& page : pages)
      each_word(page.text, [&](const Word& word) { ++counts_[word.text]; });
  }

  bool is_glued(const std::string& word) const {
    if (word.size() < 5 || !is_ascii_word(word)) return false;
    if (is_glued_pair(word)) return true;
    const auto own = counts_.find(word);
    if (word.size() < 8 || (own != counts_.end() && own->second > 3)) return false;
    return falls_apart(word);
  }

  /// A word that stands nowhere else in the text and is two that do, one behind the other.
  /// Compounds are like that, too ("workplace"), so few of them say nothing.
  bool is_perhaps_glued(const std::string& word) const {
    if (word.size() < 8 || !is_ascii_word(word)) return false;
    const auto own = counts_.find(word);
    if (own != counts_.end() && own->second > 1) return false;
    const auto stands = [&](std::string_view part) {
      return part.size() >= 4 && counts_.contains(std::string(part));
    };
    const std::string_view all = word;
    for (std::size_t cut = 2; cut + 2 <= all.size(); ++cut) {
      const std::string_view front = all.substr(0, cut), back = all.substr(cut);
      if (stands(front) && (stands(back) || is_small_english(back))) return true;
      if (stands(back) && front.size() >= 3 && is_small_english(front)) return true;
    }
    return false;
  }
  /// Is its running text English? Other languages write compounds in one word.
  bool is_english() const {
    std::size_t all = 0, small = 0;
    for (const auto& [word, count] : counts_) {
      all += count;
      if (is_small_english(word)) small += count;
    }
    return small * 6 >= all;
  }

 private:
  /// A word of this text, on its own: long enough that it stands in no other by chance.
  bool is_known(const std::string& word) const {
    if (word.size() < 5) return false;
    const auto found = counts_.find(word);
    return found != counts_.end() && found->second >= 2;
  }
  /// "thefirms", "firmsand": a small word beside a known one; or known and small words all through
  /// ("firmsinchileand"), at least three, at least one of them small.
  bool falls_apart(const std::string& word) const {
    constexpr std::string_view kReal[] = {
        "nevertheless", "nonetheless",  "notwithstanding", "hereinafter", "therewith",
        "wherewith",    "standpoint",   "thereby",         "thereof",     "inasmuch",
        "insofar",      "withstanding", "outstanding",     "furthermore", "notebook",
        "therein",      "wherein",      "thereto",         "whereby",     "hereto"};
    if (std::find(std::begin(kReal), std::end(kReal), word) != std::end(kReal)) return false;
    for (std::string_view small : {"the", "and", "with", "that", "this", "which", "from", "were"}) {
      if (word.starts_with(small) && is_known(word.substr(small.size()))) return true;
      if (word.ends_with(small) && is_known(word.substr(0, word.size() - small.size())))
        return true;
    }
    for (std::string_view small : {"of", "to", "by", "for", "are", "was", "has", "its", "our"})
      if (word.starts_with(small) && is_known(word.substr(small.size()))) return true;
    for (std::string_view small : {"of", "to", "for", "are", "is", "was", "has", "in", "by"})
      if (word.ends_with(small) && is_known(word.substr(0, word.size() - small.size())))
        return true;
    if (word.size() < 12 || word.size() > 200) return false;
    // best[i]: most small words in a cutting of the first i letters into at least pieces[i] pieces.
    std::vector<int> small(word.size() + 1, -1), pieces(word.size() + 1, 0);
    small[0] = 0;
    for (std::size_t end = 2; end <= word.size(); ++end)
      for (std::size_t begin = end > 20 ? end - 20 : 0; begin + 2 <= end; ++begin) {
        if (small[begin] < 0) continue;
        const std::string piece = word.substr(begin, end - begin);
        const bool is_small = is_small_english(piece);
        if (!is_small && !is_known(piece)) continue;
        const int count = small[begin] + (is_small ? 1 : 0);
        if (count > small[end]) {
          small[end] = count;
          pieces[end] = pieces[begin] + 1;
        }
      }
    return small.back() >= 1 && pieces.back() >= 3;
  }

  Counts counts_;
};

struct PageCount {
  std::uint32_t page = 0;
  std::size_t words = 0, found = 0, perhaps = 0, letters = 0, long_letters = 0;
  std::set<std::string> examples;
  std::size_t example_bytes = 0;
};

void keep_example(PageCount& count, std::string_view shown) {
  if (count.examples.size() < 4) count.examples.insert(excerpt(shown, 0, 40));
}

std::string quoted(const std::set<std::string>& examples) {
  std::string list;
  for (const std::string& example : examples) {
    list += list.empty() ? "\"" : ", \"";
    list += example;
    list += '"';
  }
  return list;
}

bool is_glued_page(const PageCount& page) {
  return (page.found >= 3 && page.found * 100 >= page.words) ||
         (page.long_letters >= 120 && page.long_letters * 8 >= page.letters);
}

/// "derPlattform", "dieFirmen": a small word, and a capital within the word.
bool has_small_word_before_capital(std::string_view printed) {
  std::size_t cut = 0;
  while (cut < printed.size() && printed[cut] >= 'a' && printed[cut] <= 'z') ++cut;
  if (cut < 2 || cut + 3 > printed.size() || printed[cut] < 'A' || printed[cut] > 'Z') return false;
  const char behind = printed[cut + 1];
  return behind >= 'a' && behind <= 'z' && is_small_word_of_any(printed.substr(0, cut));
}

PageCount glued_on(const PageText& page, const Vocabulary& vocabulary, bool english) {
  PageCount count;
  count.page = page.page;
  each_word(page.text, [&](const Word& word) {
    ++count.words;
    count.letters += word.text.size();
    if (in_an_address(page.text, word.where)) return;
    const bool too_long = word.text.size() >= kLongWord && is_ascii_word(word.text);
    if (too_long) count.long_letters += word.text.size();
    if (!too_long && !vocabulary.is_glued(word.text) &&
        !has_small_word_before_capital(word.where.in(page.text))) {
      if (english && vocabulary.is_perhaps_glued(word.text)) ++count.perhaps;
      return;
    }
    ++count.found;
    keep_example(count, word.where.in(page.text));
  });
  return count;
}

void examine_blanks(const std::vector<PageText>& pages, std::vector<Symptom>& symptoms) {
  const Vocabulary vocabulary(pages);
  const bool english = vocabulary.is_english();
  PageCount all;
  std::uint32_t glued_pages = 0;
  for (const PageText& page : pages) {
    const PageCount count = glued_on(page, vocabulary, english);
    all.words += count.words;
    all.perhaps += count.perhaps;
    all.found += count.found;
    if (is_glued_page(count) && glued_pages++ == 0) {
      all.page = count.page;
      all.examples = count.examples;
    } else if (all.page == 0 && all.examples.size() < 4) {
      for (const std::string& example : count.examples) keep_example(all, example);
    }
  }
  // Thinly spread over the whole text, it is as bad for phrases.
  const bool thinly = all.found >= 6 && all.found * 250 >= all.words;
  const std::size_t with_doubtful = all.found + all.perhaps;
  const bool likely = all.found >= 3 && with_doubtful >= 8 && with_doubtful * 125 >= all.words;
  if (glued_pages == 0 && !thinly && !likely) return;
  if (likely) all.found = with_doubtful;
  const std::string where = glued_pages == 0
                                ? ""
                                : fmt::format("{} {} full of them; ", glued_pages,
                                              glued_pages == 1 ? "page is" : "pages are");
  symptoms.push_back({Fault::glued_words, all.page,
                      fmt::format("{}{} of {} words are several in one, such as {}", where,
                                  all.found, all.words, quoted(all.examples)),
                      ""});
}

/// "pl4tform": a digit among small letters.
bool has_digit_within(std::string_view word) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t i = 2; i + 2 < word.size(); ++i)
    if (word[i] >= '0' && word[i] <= '9' && small(word[i - 1]) && small(word[i - 2]) &&
        small(word[i + 1]) && small(word[i + 2]))
      return true;
  return false;
}

void examine_recognition(const std::vector<PageText>& pages, std::vector<Symptom>& symptoms) {
  PageCount all;
  for (const PageText& page : pages)
    each_word(page.text, [&](const Word& word) {
      ++all.words;
      if (!is_recognition_slip(word.text) && !has_digit_within(word.text)) return;
      if (in_an_address(page.text, word.where)) return;
      ++all.found;
      if (all.page == 0) all.page = page.page;
      keep_example(all, word.where.in(page.text));
    });
  if (all.found < 4 || all.examples.size() < 2 || all.found * 700 < all.words) return;
  symptoms.push_back({Fault::ocr, all.page,
                      fmt::format("{} of {} words are slips of text recognition, such as {}",
                                  all.found, all.words, quoted(all.examples)),
                      ""});
}

}  // namespace

void examine_words(const Document& document, std::vector<Symptom>& symptoms) {
  const std::vector<PageText> pages = pages_without_references(document);
  examine_blanks(pages, symptoms);
  examine_recognition(pages, symptoms);
}

}  // namespace litmine
