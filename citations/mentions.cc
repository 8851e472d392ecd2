// Author-year: every year in the text is asked who stands before it. The reference list is the
// witness: a name counts when an entry of that year begins with it, so capitals at the start of a
// sentence and "In 2019" do no harm. What looks like a mention and fits no entry is kept, unlinked.
// Numbers: brackets, raised digits or rounds, whichever the text uses most, and only numbers that
// the list has.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_map>

#include "citations/citations.h"
#include "text/normalize.h"

namespace litmine {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_wordly(char c) {
  return is_ascii_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Letters and digits of a name, folded, without accents, hyphens and apostrophes: one word.
std::string squeezed(std::string_view name) {
  std::string out;
  for (char c : unaccented(folded(name)))
    if (is_wordly(c)) out += c;
  // Typographic apostrophes and hyphens are three bytes each, of this block only.
  for (std::size_t at; (at = out.find("\xE2\x80")) != std::string::npos;) out.erase(at, 3);
  return out;
}

/// A word of the running text, for names.
struct Word {
  std::string key;  ///< squeezed
  Span where;
  bool capital = false, initial = false;
};

constexpr std::string_view kParticles[] = {"van", "von", "de", "der", "den", "del", "da",  "di",
                                           "dos", "das", "do", "du",  "la",  "le",  "el",  "al",
                                           "ten", "ter", "zu", "zur", "af",  "av",  "bin", "st"};
constexpr std::string_view kAnds[] = {"and", "und", "et", "y", "e", "och", "og", "en"};
/// Words that stand before a year without being an author.
constexpr std::string_view kNoNames[] = {
    "in",       "since",     "by",        "from",     "until",    "till",       "the",
    "between",  "after",     "before",    "during",   "early",    "late",       "mid",
    "january",  "february",  "march",     "april",    "may",      "june",       "july",
    "august",   "september", "october",   "november", "december", "spring",     "summer",
    "autumn",   "winter",    "fall",      "year",     "table",    "figure",     "fig",
    "section",  "chapter",   "appendix",  "equation", "act",      "version",    "vol",
    "no",       "see",       "of",        "to",       "for",      "jan",        "feb",
    "mar",      "apr",       "jun",       "jul",      "aug",      "sep",        "oct",
    "nov",      "dec",       "covid",     "study",    "model",    "hypothesis", "on",
    "at",       "copyright", "published", "accessed", "received", "accepted",   "revised",
    "online",   "isbn",      "window",    "windows",  "office",   "however",    "thus",
    "although", "while",     "when"};

template <class Array>
bool is_one_of(std::string_view word, const Array& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// The first author's names an entry can be called by.
struct Called {
  std::vector<std::string> first;   ///< the family name, and of a body its initials
  std::vector<std::string> others;  ///< family names of the other authors
  bool many = false;                ///< more authors than are listed
};

Called called(const Reference& reference) {
  Called out;
  const std::vector<Name>& names =
      reference.authors.empty() ? reference.editors : reference.authors;
  out.many = reference.et_al;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string key = squeezed(names[i].family);
    if (key.empty()) continue;
    if (i > 0) {
      out.others.push_back(key);
      continue;
    }
    out.first.push_back(key);
    if (names[i].corporate) {
      std::string initials;
      bool start = true;
      for (char c : names[i].family) {
        if (start && c >= 'A' && c <= 'Z') initials += static_cast<char>(c | 0x20);
        start = c == ' ' || c == '-';
      }
      if (initials.size() >= 2) out.first.push_back(initials);
      // "World Health Organization (WHO)"
      const std::size_t open = names[i].family.find('(');
      if (open != std::string::npos) {
        out.first.push_back(squeezed(std::string_view(names[i].family).substr(0, open)));
        out.first.push_back(squeezed(std::string_view(names[i].family).substr(open)));
      }
    } else if (const std::size_t blank = names[i].family.rfind(' '); blank != std::string::npos) {
      // "Alarcón del Amo" is also "del Amo" or "Amo" in the text; "van der Berg" also "Berg".
      out.first.push_back(squeezed(std::string_view(names[i].family).substr(blank)));
    }
  }
  if (out.first.empty() && !reference.title.empty())
    out.first.push_back(squeezed(reference.title.substr(0, reference.title.find(' ', 20))));
  return out;
}

/// A year, or what stands for one, in the text.
struct Dated {
  Span where;
  std::optional<int> year;
  std::string letter;
  std::string status;  ///< "forthcoming", "in press", "n.d."
};

constexpr std::string_view kStatusWords[] = {"forthcoming", "in press", "n.d.", "in prep",
                                             "im Druck",    "o. J.",    "s.d."};

/// The names before a year, word by word.
struct Phrase {
  std::vector<Word> words;  ///< in the order of the text
  bool et_al = false;
  bool joined = false;  ///< two names with "and"
  Span where;
};

class Finder {
 public:
  Finder(const Document& document, Citations& out)
      : text_(document.text), document_(document), out_(out) {
    for (std::size_t i = 0; i < out_.entries.size(); ++i) {
      const Reference& reference = out_.entries[i].reference;
      called_.push_back(called(reference));
      for (const std::string& name : called_.back().first) by_first_[name].push_back(i);
      by_number_.emplace(out_.entries[i].number, i);
    }
  }

  void find() {
    std::vector<Mention> years, numbers;
    for (Span zone : zones()) find_years(zone, years);
    const CitingStyle numeric = numeric_style();
    if (numeric != CitingStyle::none)
      for (Span zone : zones()) find_numbers(zone, numeric, numbers);
    const auto linked =
        static_cast<std::size_t>(std::count_if(years.begin(), years.end(), [](const Mention& m) {
          return m.link != Mention::Link::unlinked;
        }));
    if (!numbers.empty() && numbers.size() > linked * 2) {
      out_.style = numeric;
      out_.mentions = std::move(numbers);
    } else {
      out_.mentions = std::move(years);
      for (Span zone : zones()) find_undated(zone);
      if (!out_.mentions.empty()) out_.style = CitingStyle::author_year;
      if (linked * 4 < out_.entries.size()) add_paged(linked);
    }
    finish();
  }

 private:
  /// Where mentions can stand: every section but the list, the front's names and the keywords.
  std::vector<Span> zones() const {
    std::vector<Span> zones;
    for (const Section& section : document_.sections)
      if (section.part != Part::references && section.part != Part::affiliations &&
          section.part != Part::keywords && section.part != Part::title)
        zones.push_back(section.body);
    if (document_.sections.empty()) zones.push_back({0, static_cast<std::uint32_t>(text_.size())});
    return zones;
  }

  // ---- author and year ----------------------------------------------------------------------

  std::optional<Dated> dated_at(std::uint32_t at, Span zone) const {
    Dated dated;
    if (at > zone.begin && is_wordly(text_[at - 1])) return std::nullopt;
    if (is_digit(text_[at])) {
      std::uint32_t end = at;
      while (end < zone.end && is_digit(text_[end])) ++end;
      if (end - at != 4) return std::nullopt;
      int year = 0;
      std::from_chars(text_.data() + at, text_.data() + end, year);
      if (year < 1500 || year > 2049) return std::nullopt;
      if (at > zone.begin && (text_[at - 1] == '$' || text_[at - 1] == '.')) return std::nullopt;
      dated.year = year;
      if (end < zone.end && text_[end] >= 'a' && text_[end] <= 'z' &&
          (end + 1 >= zone.end || !is_wordly(text_[end + 1]))) {
        dated.letter = std::string(1, text_[end]);
        ++end;
      } else if (end < zone.end && (is_ascii_letter(text_[end]))) {
        return std::nullopt;
      }
      if (end + 1 < zone.end && (text_[end] == '.' || text_[end] == '%') &&
          is_digit(text_[end + 1]))
        return std::nullopt;
      dated.where = {at, end};
      return dated;
    }
    const std::string_view rest = std::string_view(text_).substr(at, zone.end - at);
    for (std::string_view word : kStatusWords)
      if (rest.starts_with(word)) {
        dated.status = std::string(word);
        dated.where = {at, static_cast<std::uint32_t>(at + word.size())};
        return dated;
      }
    return std::nullopt;
  }

  /// Between the last year and this one stand only marks: "2010, 2011", "2010; 2012a", "2010a and
  /// b".
  bool goes_on(std::uint32_t from, std::uint32_t to) const {
    if (to - from > 8) return false;
    bool mark = false;
    std::uint32_t at = from;
    while (at < to) {
      const std::string_view rest = std::string_view(text_).substr(at, to - at);
      if (rest.starts_with("and ") || rest.starts_with("und ")) {
        mark = true;
        at += 4;
      } else if (rest[0] == ',' || rest[0] == ';' || rest[0] == '&' || rest[0] == '/') {
        mark = true;
        ++at;
      } else if (rest[0] == ' ' || rest[0] == '\n') {
        ++at;
      } else {
        return false;
      }
    }
    return mark;
  }

  void find_years(Span zone, std::vector<Mention>& mentions) const {
    std::uint32_t last_end = 0;
    bool last_was_mention = false;
    Phrase last_phrase;
    for (std::uint32_t at = zone.begin; at < zone.end; ++at) {
      const char c = text_[at];
      if (!is_digit(c) && c != 'f' && c != 'i' && c != 'n' && c != 'o' && c != 's') continue;
      const auto dated = dated_at(at, zone);
      if (!dated) {
        if (is_digit(c))
          while (at + 1 < zone.end && is_digit(text_[at + 1])) ++at;
        continue;
      }
      if (last_was_mention && goes_on(last_end, dated->where.begin)) {
        Mention mention = mention_of(last_phrase, *dated, mentions.back().narrative);
        mention.names = mentions.back().names;
        mention.where = dated->where;
        mentions.push_back(std::move(mention));
        at = last_end = dated->where.end;
        add_letters(zone, at, last_end, last_phrase, *dated, mentions);
        continue;
      }
      bool narrative = false, bracketed = false;
      Phrase phrase = phrase_before(dated->where.begin, zone, narrative, bracketed);
      last_was_mention = false;
      if (!phrase.words.empty()) {
        Mention mention = mention_of(phrase, *dated, narrative);
        if (mention.link != Mention::Link::unlinked ||
            (!is_period(*dated, zone) &&
             reads_like_mention(phrase, *dated, narrative, bracketed))) {
          mentions.push_back(std::move(mention));
          last_was_mention = true;
          last_phrase = std::move(phrase);
          last_end = dated->where.end;
          at = dated->where.end;
          add_letters(zone, at, last_end, last_phrase, *dated, mentions);
          continue;
        }
      }
      at = dated->where.end - 1;
    }
  }

  /// "2010a, b and c": letters behind the year are mentions of their own.
  void add_letters(Span zone, std::uint32_t& at, std::uint32_t& last_end, const Phrase& phrase,
                   const Dated& dated, std::vector<Mention>& mentions) const {
    if (dated.letter.empty()) return;
    std::uint32_t look = last_end;
    while (look + 2 < zone.end) {
      std::uint32_t letter = look;
      while (letter < zone.end && (text_[letter] == ',' || text_[letter] == ' ')) ++letter;
      if (text_.compare(letter, 4, "and ") == 0) letter += 4;
      if (letter == look || letter >= zone.end || text_[letter] < 'b' || text_[letter] > 'h' ||
          (letter + 1 < zone.end && is_wordly(text_[letter + 1])))
        return;
      Dated more = dated;
      more.letter = std::string(1, text_[letter]);
      more.where = {letter, letter + 1};
      Mention mention = mention_of(phrase, more, mentions.back().narrative);
      mention.names = mentions.back().names;
      mention.where = more.where;
      mentions.push_back(std::move(mention));
      look = letter + 1;
      at = last_end = look;
    }
  }

  /// The word that ends at `end`, hyphens and apostrophes inside it.
  std::uint32_t word_begin(std::uint32_t end, std::uint32_t least) const {
    std::uint32_t begin = end;
    while (begin > least) {
      const char c = text_[begin - 1];
      if (is_wordly(c)) {
        // Quotes and dashes in three bytes are no letters, unless they join two.
        if (begin >= least + 3 && text_.compare(begin - 3, 2, "\xE2\x80") == 0) {
          const bool joins =
              begin < end && begin >= least + 4 && is_wordly(text_[begin - 4]) &&
              (text_.compare(begin - 3, 3, "’") == 0 || text_.compare(begin - 3, 3, "‐") == 0 ||
               text_.compare(begin - 3, 3, "‑") == 0 || text_.compare(begin - 3, 3, "–") == 0);
          if (!joins) break;
          begin -= 3;
          continue;
        }
        --begin;
      } else if ((c == '-' || c == '\'') && begin < end && begin >= least + 2 &&
                 is_wordly(text_[begin - 2])) {
        --begin;
      } else {
        break;
      }
    }
    return begin;
  }

  Word word_of(std::uint32_t begin, std::uint32_t end) const {
    Word word;
    word.where = {begin, end};
    std::string_view printed = word.where.in(text_);
    // The genitive is not of the name: "Porter's (1980)".
    for (std::string_view genitive : {"'s", "’s"})
      if (printed.ends_with(genitive)) printed.remove_suffix(genitive.size());
    word.key = squeezed(printed);
    const auto lead = static_cast<unsigned char>(printed.empty() ? 0 : printed[0]);
    if (lead < 0x80) {
      word.capital = lead >= 'A' && lead <= 'Z';
    } else {
      const std::string first(printed.substr(0, lead < 0xE0 ? 2 : 3));
      word.capital = folded(first) != first;
    }
    word.initial = word.capital && printed.size() <= 2 && lead < 0x80;
    return word;
  }

  /// Goes left from the year over the bracket and the names.
  Phrase phrase_before(std::uint32_t year, Span zone, bool& narrative, bool& bracketed) const {
    Phrase phrase;
    std::uint32_t at = year;
    const std::uint32_t least = year - zone.begin > 260 ? year - 260 : zone.begin;
    auto skip_blanks = [&] {
      while (at > least && (text_[at - 1] == ' ' || text_[at - 1] == '\n')) --at;
    };
    skip_blanks();
    if (at > least && (text_[at - 1] == '(' || text_[at - 1] == '[')) {
      narrative = true;
      --at;
      skip_blanks();
    } else if (at > least && (text_[at - 1] == ',' || text_[at - 1] == ':')) {
      --at;
      skip_blanks();
    }
    // The genitive behind the dot of "Vadana et al.'s (2020)"; behind a letter word_of takes it
    // off.
    for (std::string_view genitive : {".'s", ".’s"})
      if (Span{least, at}.in(text_).ends_with(genitive)) {
        at -= static_cast<std::uint32_t>(genitive.size()) - 1;
        break;
      }
    const std::uint32_t end = at;
    bool comma = false;
    while (at > least && phrase.words.size() < 16) {
      // The dot of "al." and of an initial belongs to it.
      const std::uint32_t stop = at;
      if (text_[at - 1] == '.' && at - least >= 2) {
        const std::uint32_t begin = word_begin(at - 1, least);
        const Word word = word_of(begin, at - 1);
        if (word.key != "al" && !word.initial && word.key != "jr" && word.key != "colab") break;
        --at;
      } else if (text_[at - 1] == '-' && !phrase.words.empty() && phrase.words.back().initial) {
        --at;  // "J.-E. Vahlne"
        continue;
      } else if (text_[at - 1] == ',') {
        if (comma) break;
        comma = true;
        --at;
        skip_blanks();
        continue;
      } else if (text_[at - 1] == '&') {
        phrase.joined = true;
        comma = false;
        --at;
        skip_blanks();
        continue;
      } else if (text_[at - 1] == '/' && !phrase.words.empty()) {
        phrase.joined = true;
        --at;
        continue;
      }
      const std::uint32_t begin = word_begin(at, least);
      if (begin == at) {
        at = stop;
        break;
      }
      Word word = word_of(begin, at);
      if (word.key == "al" || word.key == "colleagues" || word.key == "others" ||
          word.key == "coworkers" || word.key == "colab") {
        phrase.et_al = true;
      } else if (is_one_of(word.key, kAnds) && !word.capital) {
        if (!phrase.et_al || !phrase.words.empty()) phrase.joined = true;
      } else if (word.capital || (is_one_of(word.key, kParticles) && !phrase.words.empty())) {
        if (is_digit(word.key.empty() ? '0' : word.key[0])) break;
        phrase.words.push_back(std::move(word));
        phrase.where = {begin, end};
      } else if (body_word(word.key) && !phrase.words.empty()) {
        phrase.words.push_back(std::move(word));
      } else {
        break;
      }
      comma = false;
      at = begin;
      skip_blanks();
    }
    std::reverse(phrase.words.begin(), phrase.words.end());
    while (!phrase.words.empty() && !phrase.words.front().capital &&
           !is_one_of(phrase.words.front().key, kParticles))
      phrase.words.erase(phrase.words.begin());
    if (!phrase.words.empty()) phrase.where = {phrase.words.front().where.begin, end};
    bracketed = is_bracketed(phrase.words.empty() ? year : phrase.words.front().where.begin, zone);
    return phrase;
  }

  /// Small words inside a body's name: "Ministry of Health", "Organisation for Economic ...".
  static bool body_word(std::string_view key) {
    return key == "of" || key == "for" || key == "the" || key == "on";
  }

  /// Is there an open bracket before, in the same paragraph?
  bool is_bracketed(std::uint32_t at, Span zone) const {
    int closed = 0;
    const std::uint32_t least = at - zone.begin > 600 ? at - 600 : zone.begin;
    for (std::uint32_t i = at; i > least; --i) {
      const char c = text_[i - 1];
      if (c == ')' || c == ']') ++closed;
      if (c == '(' || c == '[') {
        if (closed == 0) return true;
        --closed;
      }
      if (c == '\n' && i >= 2 && text_[i - 2] == '\n') return false;
    }
    return false;
  }

  /// "(UCJ, 1968–1972)" says how long something lasted.
  bool is_period(const Dated& dated, Span zone) const {
    const std::string_view behind = Span{dated.where.end, zone.end}.in(text_);
    for (std::string_view dash : {"-", "–", "—"})
      if (behind.starts_with(dash) && behind.size() > dash.size() + 3)
        return std::all_of(behind.begin() + static_cast<std::ptrdiff_t>(dash.size()),
                           behind.begin() + static_cast<std::ptrdiff_t>(dash.size() + 4), is_digit);
    return false;
  }

  /// Without an entry: does it at least look like a mention?
  static bool reads_like_mention(const Phrase& phrase, const Dated& dated, bool narrative,
                                 bool bracketed) {
    const Word& last = phrase.words.back();
    if (is_one_of(last.key, kNoNames) || last.key.size() < 2 || !last.capital) return false;
    if (!dated.year && !bracketed && !narrative) return false;
    if (phrase.et_al) return true;
    if (dated.year && *dated.year < 1900 && !bracketed && !narrative) return false;
    std::size_t names = 0;
    for (const Word& word : phrase.words) names += is_one_of(word.key, kNoNames) ? 0 : 1;
    return (narrative && names <= 6) || (bracketed && names <= 6);
  }

  /// Where in the phrase the words of a squeezed name stand: the place of its first word.
  static std::optional<std::size_t> found_at(const Phrase& phrase, const std::string& name,
                                             std::size_t from = 0) {
    for (std::size_t i = from; i < phrase.words.size(); ++i) {
      std::string joined;
      for (std::size_t j = i; j < phrase.words.size() && joined.size() < name.size(); ++j) {
        joined += phrase.words[j].key;
        if (joined == name) return i;
      }
    }
    return std::nullopt;
  }

  /// How well the phrase calls the entry; nothing if it does not name its first author.
  std::optional<double> fit(const Phrase& phrase, std::size_t entry, std::size_t& begin) const {
    const Called& names = called_[entry];
    std::optional<std::size_t> at;
    double score = 0;
    for (std::size_t i = 0; i < names.first.size(); ++i) {
      const auto found = found_at(phrase, names.first[i]);
      if (found && (!at || *found < *at)) {
        at = found;
        score = i == 0 ? 3 : 2.5;
      }
    }
    if (!at) return std::nullopt;
    begin = *at;
    const std::size_t authors = 1 + names.others.size() + (names.many ? 2 : 0);
    std::size_t others = 0;
    for (const std::string& other : names.others)
      others += found_at(phrase, other, *at + 1) ? 1 : 0;
    // Words before the first author, other than "See" and "In", speak for another first author.
    for (std::size_t i = 0; i < *at; ++i) {
      const Word& word = phrase.words[i];
      if (word.capital && !word.initial && !is_one_of(word.key, kNoNames))
        score -= phrase.joined ? 1.2 : 0.4;
    }
    if (phrase.et_al) {
      score += authors > 2 ? 1 : authors == 2 ? 0.2 : -1.5;
    } else if (others > 0) {
      score += 1.5 + (others + 1 == authors ? 0.5 : 0);
    } else if (phrase.joined && *at + 1 < phrase.words.size()) {
      score -= 1.5;
    } else {
      score += authors == 1 ? 1 : authors > 2 ? -0.8 : -0.5;
    }
    return score;
  }

  bool same_date(const Dated& dated, const Reference& reference) const {
    if (dated.year) return reference.year == dated.year;
    return !reference.year || !reference.status.empty();
  }

  struct Fit {
    std::size_t entry = 0, begin = 0;
    double score = 0;
  };

  /// Entries whose first author is named in the phrase.
  std::vector<Fit> fits(const Phrase& phrase) const {
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      std::string joined;
      for (std::size_t j = i; j < phrase.words.size() && j < i + 8; ++j) {
        joined += phrase.words[j].key;
        if (auto found = by_first_.find(joined); found != by_first_.end())
          asked.insert(asked.end(), found->second.begin(), found->second.end());
      }
    }
    std::sort(asked.begin(), asked.end());
    asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
    std::vector<Fit> all;
    for (std::size_t entry : asked) {
      Fit fit_here{entry, 0, 0};
      if (auto score = fit(phrase, entry, fit_here.begin)) {
        fit_here.score = *score;
        all.push_back(fit_here);
      }
    }
    return all;
  }

  Mention mention_of(const Phrase& phrase, const Dated& dated, bool narrative) const {
    Mention mention;
    mention.narrative = narrative;
    mention.year = dated.year ? fmt::format("{}{}", *dated.year, dated.letter) : dated.status;
    std::size_t begin = first_name(phrase);
    std::vector<Fit> all = fits(phrase), dated_right;
    for (const Fit& fit : all)
      if (same_date(dated, out_.entries[fit.entry].reference)) dated_right.push_back(fit);
    if (!dated_right.empty()) {
      link_best(mention, dated_right, dated, begin);
    } else if (!all.empty()) {
      link_other_year(mention, all, dated, begin);
    } else {
      link_misspelt(mention, phrase, dated, begin);
    }
    if (begin < phrase.words.size()) {
      mention.where = {phrase.words[begin].where.begin, dated.where.end};
      mention.names =
          std::string(Span{phrase.words[begin].where.begin, phrase.where.end}.in(text_));
    }
    while (!mention.names.empty() && (mention.names.back() == ' ' || mention.names.back() == ','))
      mention.names.pop_back();
    return mention;
  }

  /// The first word of the phrase that is not "See" or "However".
  static std::size_t first_name(const Phrase& phrase) {
    std::size_t at = 0;
    while (at + 1 < phrase.words.size() && is_one_of(phrase.words[at].key, kNoNames)) ++at;
    return at;
  }

  void link_best(Mention& mention, std::vector<Fit>& fits, const Dated& dated,
                 std::size_t& begin) const {
    std::stable_sort(fits.begin(), fits.end(),
                     [](const Fit& a, const Fit& b) { return a.score > b.score; });
    std::vector<Fit> best;
    for (const Fit& fit : fits)
      if (fit.score > fits.front().score - 0.05) best.push_back(fit);
    if (best.size() > 1) {
      std::vector<Fit> lettered;
      for (const Fit& fit : best)
        if (out_.entries[fit.entry].reference.year_letter == dated.letter) lettered.push_back(fit);
      if (!lettered.empty()) best = lettered;
    }
    begin = best.front().begin;
    for (const Fit& fit : best) mention.entries.push_back(fit.entry);
    const std::string& letter = out_.entries[best.front().entry].reference.year_letter;
    mention.link = Mention::Link::doubtful;
    if (best.size() > 1)
      mention.why = fmt::format("{} entries fit", best.size());
    else if (letter != dated.letter && !dated.letter.empty())
      mention.why = fmt::format("the list has no '{}' behind the year", dated.letter);
    else if (best.front().score < 1.6)
      mention.why = fmt::format("the names differ: the list has '{}'",
                                called_by(out_.entries[best.front().entry].reference));
    else
      mention.link = Mention::Link::linked;
  }

  /// "Reuber and Fischer", "Lee et al.": how an entry is called in running text.
  static std::string called_by(const Reference& reference) {
    const std::vector<Name>& names =
        reference.authors.empty() ? reference.editors : reference.authors;
    if (names.empty()) return reference.title;
    if (names.size() == 2) return names[0].family + " and " + names[1].family;
    return names[0].family + (names.size() > 2 || reference.et_al ? " et al." : "");
  }

  void link_other_year(Mention& mention, std::vector<Fit>& fits, const Dated& dated,
                       std::size_t& begin) const {
    std::stable_sort(fits.begin(), fits.end(), [&](const Fit& a, const Fit& b) {
      return a.score - distance(a, dated) > b.score - distance(b, dated);
    });
    const Fit& best = fits.front();
    const Reference& reference = out_.entries[best.entry].reference;
    const std::string listed = reference.year
                                   ? fmt::format("{}{}", *reference.year, reference.year_letter)
                               : reference.status.empty() ? "no year"
                                                          : reference.status;
    begin = best.begin;
    if (best.score >= 2.4 && distance(best, dated) <= 0.6) {
      mention.link = Mention::Link::doubtful;
      mention.entries = {best.entry};
      mention.why = fmt::format("the list has {}", listed);
    } else {
      mention.why = fmt::format("no entry of this year; by these names the list has {}", listed);
    }
  }

  double distance(const Fit& fit, const Dated& dated) const {
    const Reference& reference = out_.entries[fit.entry].reference;
    if (!dated.year || !reference.year) return 0.5;
    return 0.3 * std::abs(*dated.year - *reference.year);
  }

  void link_misspelt(Mention& mention, const Phrase& phrase, const Dated& dated,
                     std::size_t& begin) const {
    mention.why = out_.entries.empty() ? "there is no reference list" : "no entry has these names";
    std::size_t least = 3;
    for (std::size_t i = 0; i < out_.entries.size(); ++i) {
      if (!same_date(dated, out_.entries[i].reference) || called_[i].first.empty()) continue;
      const std::string& name = called_[i].first.front();
      for (std::size_t at = 0; at < phrase.words.size(); ++at) {
        const Word& word = phrase.words[at];
        if (!word.capital || word.key.size() < 5 || is_one_of(word.key, kNoNames)) continue;
        const std::size_t limit = std::min<std::size_t>(word.key.size() / 4, 2);
        const std::size_t edits = edit_distance(word.key, name, limit);
        if (edits > limit || edits >= least) continue;
        least = edits;
        begin = at;
        mention.link = Mention::Link::doubtful;
        mention.entries = {i};
        const Reference& reference = out_.entries[i].reference;
        mention.why = fmt::format(
            "the list has '{}'",
            (reference.authors.empty() ? reference.editors : reference.authors).front().family);
      }
    }
  }

  /// The entries that a phrase without a year names best; `first` is the name's place in it.
  std::vector<std::size_t> named_by(const Phrase& phrase, std::size_t& first) const {
    std::vector<std::size_t> entries;
    double most = 0;
    for (const Fit& fit : fits(phrase)) {
      if (fit.score < 2) continue;
      if (fit.score > most + 0.05) {
        most = fit.score;
        entries = {fit.entry};
        first = fit.begin;
      } else if (fit.score > most - 0.05) {
        entries.push_back(fit.entry);
      }
    }
    return entries;
  }

  /// "660", "660-79", "pp. 660–79" and the bracket or semicolon behind it: where the number begins
  /// and ends. A year is no page.
  std::optional<Span> pages_at(std::uint32_t at, Span zone) const {
    if (!is_digit(text_[at]) || at == zone.begin || text_[at - 1] != ' ') return std::nullopt;
    auto digits_end = [&](std::uint32_t from) {
      while (from < zone.end && is_digit(text_[from])) ++from;
      return from;
    };
    std::uint32_t end = digits_end(at);
    if (end - at > 4 || dated_at(at, zone)) return std::nullopt;
    for (std::string_view dash : {"-", "–", ", "})
      if (std::string_view(text_).substr(end).starts_with(dash)) {
        const auto behind = static_cast<std::uint32_t>(end + dash.size());
        if (digits_end(behind) > behind) end = digits_end(behind);
        break;
      }
    if (end >= zone.end || (text_[end] != ')' && text_[end] != ';')) return std::nullopt;
    std::uint32_t begin = at;
    for (std::string_view word : {" p. ", " pp. "})
      if (Span{zone.begin, at}.in(text_).ends_with(word))
        begin = static_cast<std::uint32_t>(at - word.size() + 1);
    return Span{begin, end};
  }

  /// Names and a page in brackets. Without a year only what names an entry is a mention: "(Table
  /// 3)" has the same form.
  void find_paged(Span zone, std::vector<Mention>& mentions) const {
    for (std::uint32_t at = zone.begin; at < zone.end; ++at) {
      const auto pages = pages_at(at, zone);
      if (!pages) continue;
      bool narrative = false, bracketed = false;
      const Phrase phrase = phrase_before(pages->begin, zone, narrative, bracketed);
      at = pages->end - 1;
      if (phrase.words.empty() || narrative || !bracketed) continue;
      Mention mention;
      std::size_t first = phrase.words.size() - 1;
      mention.entries = named_by(phrase, first);
      if (mention.entries.empty()) continue;
      mention.link = mention.entries.size() == 1 ? Mention::Link::linked : Mention::Link::doubtful;
      if (mention.entries.size() > 1)
        mention.why = fmt::format("no year; {} entries fit", mention.entries.size());
      const std::uint32_t begin = phrase.words[first].where.begin;
      mention.where = {begin, pages->end};
      mention.names = std::string(Span{begin, phrase.where.end}.in(text_));
      mentions.push_back(std::move(mention));
    }
  }

  /// Takes names with pages as mentions, if that is how this text cites: more of them than years.
  void add_paged(std::size_t with_years) {
    std::vector<Mention> paged;
    for (Span zone : zones()) find_paged(zone, paged);
    if (paged.size() < 3 || paged.size() <= with_years) return;
    out_.style = CitingStyle::author_page;
    // "Lee et al. 4" was taken as a mention without a year.
    std::erase_if(out_.mentions, [&](const Mention& undated) {
      return std::any_of(paged.begin(), paged.end(), [&](const Mention& mention) {
        return mention.where.begin <= undated.where.begin && undated.where.end <= mention.where.end;
      });
    });
    out_.mentions.insert(out_.mentions.end(), std::make_move_iterator(paged.begin()),
                         std::make_move_iterator(paged.end()));
  }

  /// "Aronica et al.;" names a work without its year.
  void find_undated(Span zone) {
    std::vector<Mention> found;
    for (std::size_t at = text_.find("et al", zone.begin); at < zone.end;
         at = text_.find("et al", at + 5)) {
      const auto begin = static_cast<std::uint32_t>(at);
      std::uint32_t end = begin + 5;
      if (end < zone.end && text_[end] == '.') ++end;
      if (covered(begin)) continue;
      bool narrative = false, bracketed = false;
      Phrase phrase = phrase_before(begin, zone, narrative, bracketed);
      if (phrase.words.empty() || phrase.words.back().key.size() < 2) continue;
      phrase.et_al = true;
      // Only the last name: what stands before it is another sentence.
      Mention mention;
      mention.narrative = !bracketed;
      mention.link = Mention::Link::unlinked;
      mention.why = "no year, and no entry begins with this name";
      std::size_t first = phrase.words.size() - 1;
      mention.entries = named_by(phrase, first);
      if (!mention.entries.empty()) {
        mention.link = Mention::Link::doubtful;
        mention.why = mention.entries.size() == 1
                          ? "no year"
                          : fmt::format("no year; {} entries fit", mention.entries.size());
      }
      mention.where = {phrase.words[first].where.begin, end};
      mention.names = std::string(mention.where.in(text_));
      found.push_back(std::move(mention));
    }
    out_.mentions.insert(out_.mentions.end(), found.begin(), found.end());
  }

  bool covered(std::uint32_t at) const {
    return std::any_of(out_.mentions.begin(), out_.mentions.end(), [&](const Mention& mention) {
      return mention.where.begin <= at && at < mention.where.end;
    });
  }

  // ---- numbers ------------------------------------------------------------------------------

  /// The value of a raised digit at `at` and its bytes; -1 if it is none.
  int raised_digit(std::uint32_t at, std::uint32_t& bytes) const {
    const std::string_view rest = std::string_view(text_).substr(at, 3);
    constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                          "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (std::size_t i = 0; i < kRaised.size(); ++i)
      if (rest.starts_with(kRaised[i])) {
        bytes = static_cast<std::uint32_t>(kRaised[i].size());
        return static_cast<int>(i);
      }
    return -1;
  }

  /// One cited number, with the number that a range ends with.
  struct Numbered {
    int from = 0, to = 0;
    Span where;
  };

  /// "[3, 5–7]": the numbers between the brackets at `at`; empty if other things stand there.
  std::vector<Numbered> in_brackets(std::uint32_t at, char close, std::uint32_t& end,
                                    Span zone) const {
    std::vector<Numbered> numbers;
    std::uint32_t i = at + 1;
    bool range = false, expect = true;
    while (i < zone.end && i < at + 80) {
      const std::string_view rest = std::string_view(text_).substr(i, zone.end - i);
      if (rest[0] == close) {
        end = i + 1;
        return expect ? std::vector<Numbered>{} : numbers;
      }
      if (is_digit(rest[0])) {
        std::uint32_t stop = i;
        int value = 0;
        while (stop < zone.end && is_digit(text_[stop]) && stop - i < 5)
          value = value * 10 + (text_[stop++] - '0');
        if (!expect || value == 0) return {};
        if (range) {
          if (numbers.empty() || value < numbers.back().from || value - numbers.back().from > 60)
            return {};
          numbers.back().to = value;
          numbers.back().where.end = stop;
        } else {
          numbers.push_back({value, value, {i, stop}});
        }
        range = expect = false;
        i = stop;
      } else if (rest[0] == ',' || rest[0] == ';') {
        if (expect) return {};
        // "[12, p. 45]": the pages are not a number of the list.
        if (rest.starts_with(", p")) {
          const std::size_t closing = rest.find(close);
          if (closing > 25) return {};  // or there is none
          end = i + static_cast<std::uint32_t>(closing) + 1;
          return numbers;
        }
        expect = true;
        ++i;
      } else if (rest[0] == '-' || rest.starts_with("–") || rest.starts_with("‐") ||
                 rest.starts_with("−") || rest.starts_with("—")) {
        if (expect) return {};
        range = expect = true;
        i += rest[0] == '-' ? 1 : 3;
      } else if (rest[0] == ' ' || rest[0] == '\n') {
        ++i;
      } else if (rest.starts_with("and ")) {
        expect = true;
        i += 4;
      } else {
        return {};
      }
    }
    return {};
  }

  /// A run of raised digits with their commas and dashes: "word³,⁵–⁷".
  std::vector<Numbered> in_raised(std::uint32_t at, std::uint32_t& end, Span zone) const {
    std::vector<Numbered> numbers;
    std::uint32_t i = at;
    bool range = false;
    while (i < zone.end) {
      std::uint32_t bytes = 0;
      int digit = raised_digit(i, bytes);
      if (digit < 0) break;
      const std::uint32_t begin = i;
      int value = 0;
      while (i < zone.end && (digit = raised_digit(i, bytes)) >= 0 && i - begin < 16) {
        value = value * 10 + digit;
        i += bytes;
      }
      if (range && !numbers.empty() && value > numbers.back().from &&
          value - numbers.back().from < 60) {
        numbers.back().to = value;
        numbers.back().where.end = i;
      } else {
        numbers.push_back({value, value, {begin, i}});
      }
      end = i;
      range = false;
      const std::string_view rest = std::string_view(text_).substr(i, zone.end - i);
      std::uint32_t skip = 0;
      if (rest.starts_with(",") || rest.starts_with(" ")) skip = 1;
      if (rest.starts_with(", ")) skip = 2;
      if (rest.starts_with("–") || rest.starts_with("⁻") || rest.starts_with("‐") ||
          rest.starts_with("−"))
        skip = 3, range = true;
      if (rest.starts_with("-")) skip = 1, range = true;
      if (skip == 0 || i + skip >= zone.end || raised_digit(i + skip, bytes) < 0) break;
      i += skip;
    }
    return numbers;
  }

  bool in_list(const Numbered& numbered) const {
    return by_number_.contains(numbered.from) && by_number_.contains(numbered.to);
  }

  /// The numeric style that names most entries of the list; none when it names few.
  CitingStyle numeric_style() const {
    if (out_.entries.empty()) return CitingStyle::none;
    std::map<CitingStyle, std::map<int, int>> named;
    bool labels = false;
    for (const Entry& entry : out_.entries) labels = labels || !entry.reference.label.empty();
    for (Span zone : zones())
      for (CitingStyle style :
           {CitingStyle::brackets, CitingStyle::superscripts, CitingStyle::rounds})
        each_group(zone, style, [&](const std::vector<Numbered>& numbers) {
          for (const Numbered& number : numbers)
            if (in_list(number))
              for (int n = number.from; n <= number.to; ++n) ++named[style][n];
        });
    CitingStyle best = CitingStyle::none;
    std::size_t most = 2;
    for (const auto& [style, numbers] : named) {
      // "(1)" also numbers lists and equations: it must name a good part of a numbered list.
      if (style == CitingStyle::rounds && (!labels || numbers.size() * 2 < out_.entries.size()))
        continue;
      if (style == CitingStyle::superscripts && numbers.size() * 4 < out_.entries.size()) continue;
      if (numbers.size() > most) {
        most = numbers.size();
        best = style;
      }
    }
    return best;
  }

  template <class Take>
  void each_group(Span zone, CitingStyle style, Take take) const {
    for (std::uint32_t at = zone.begin; at < zone.end; ++at) {
      const char c = text_[at];
      std::uint32_t end = at;
      std::vector<Numbered> numbers;
      if (style == CitingStyle::brackets && c == '[')
        numbers = in_brackets(at, ']', end, zone);
      else if (style == CitingStyle::rounds && c == '(')
        numbers = in_brackets(at, ')', end, zone);
      else if (style == CitingStyle::superscripts && (static_cast<unsigned char>(c) & 0xE0) >= 0xC0)
        numbers = in_raised(at, end, zone);
      if (numbers.empty()) continue;
      take(numbers);
      at = end - 1;
    }
  }

  void find_numbers(Span zone, CitingStyle style, std::vector<Mention>& mentions) const {
    each_group(zone, style, [&](const std::vector<Numbered>& numbers) {
      // "m²" and "10⁶" are not in the list, or are: a raised 2 behind a short unit is no mention.
      if (style == CitingStyle::superscripts && is_power(numbers.front())) return;
      if (style != CitingStyle::brackets &&
          std::none_of(numbers.begin(), numbers.end(),
                       [&](const Numbered& n) { return in_list(n); }))
        return;
      for (const Numbered& number : numbers)
        for (int n = number.from; n <= number.to; ++n) mentions.push_back(numbered(number, n));
    });
  }

  bool is_power(const Numbered& number) const {
    if (number.where.begin == 0) return false;
    const std::uint32_t begin =
        word_begin(number.where.begin, number.where.begin > 12 ? number.where.begin - 12 : 0);
    const std::string_view word = Span{begin, number.where.begin}.in(text_);
    constexpr std::string_view kUnits[] = {"m",  "cm", "mm", "km",  "kg",  "R", "r", "s",
                                           "10", "x",  "χ",  "Chi", "chi", "η", "p", "I"};
    return is_one_of(word, kUnits);
  }

  Mention numbered(const Numbered& number, int n) const {
    Mention mention;
    mention.number = n;
    mention.where = number.where;
    const auto found = by_number_.find(n);
    if (found != by_number_.end()) {
      mention.link = Mention::Link::linked;
      mention.entries = {found->second};
    } else {
      mention.why = fmt::format("the list has no number {}", n);
    }
    return mention;
  }

  void finish() {
    std::stable_sort(out_.mentions.begin(), out_.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.where < b.where; });
    out_.mentions_of.assign(out_.entries.size(), {});
    for (std::size_t i = 0; i < out_.mentions.size(); ++i) {
      Mention& mention = out_.mentions[i];
      mention.part = document_.part_at(mention.where.begin);
      mention.page = document_.page_at(mention.where.begin);
      for (std::size_t entry : mention.entries) out_.mentions_of[entry].push_back(i);
    }
  }

  const std::string& text_;
  const Document& document_;
  Citations& out_;
  std::vector<Called> called_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;
  std::map<int, std::size_t> by_number_;
};

}  // namespace

std::string_view citing_style_name(CitingStyle style) {
  constexpr std::string_view kNames[] = {"none",
                                         "author-year",
                                         "numbers in brackets",
                                         "raised numbers",
                                         "numbers in round brackets",
                                         "author-page"};
  return kNames[static_cast<std::size_t>(style)];
}

std::string_view link_name(Mention::Link link) {
  constexpr std::string_view kNames[] = {"linked", "doubtful", "unlinked"};
  return kNames[static_cast<std::size_t>(link)];
}

std::size_t Citations::count(Mention::Link link) const {
  return static_cast<std::size_t>(
      std::count_if(mentions.begin(), mentions.end(),
                    [&](const Mention& mention) { return mention.link == link; }));
}

std::size_t Citations::never_mentioned() const {
  return static_cast<std::size_t>(std::count_if(mentions_of.begin(), mentions_of.end(),
                                                [](const auto& of) { return of.empty(); }));
}

void find_mentions(const Document& document, Citations& citations) {
  citations.mentions.clear();
  citations.style = CitingStyle::none;
  Finder(document, citations).find();
}

Citations read_citations(const Document& document, const ReferenceModel& model) {
  Citations citations;
  citations.entries = read_entries(document, model);
  find_mentions(document, citations);
  return citations;
}

}  // namespace litmine
