// Sentences of academic prose: where a stop is the end and where it is only a full stop.
//
// The rules follow Unicode's sentence boundaries (UAX 29, SB3 to SB11): a sentence ends behind a
// run of terminators (property Sentence_Terminal, from ICU) with the quotes and brackets that
// close there, when white space follows and the next letter is not a small one. That alone is
// wrong for about every second reference to a study ("Smith et al. (2020)"), so each stop that
// is a single dot is then asked about the word before it, from the tables below. It is done on the
// UTF-8 bytes: ICU's own iterator costs ten times as much and would break at every line end.
//
// When in doubt the sentence goes on: evidence with a sentence too many is still evidence, one
// that was cut off is not.
#include "text/sentences.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace litmine {
namespace {

/// What a word with a dot says about what follows.
enum class Follows : std::uint8_t {
  always,  // never ends a sentence: "e.g.", "cf.", "Dr."
  number,  // goes on before a number, a numeral or a single letter: "Fig. 2", "App. A"
  name,    // goes on unless a word follows that begins sentences: "et al.", "Inc.", "U.S."
};

struct Abbreviations {
  Follows follows;
  std::string_view words;  // separated by spaces, without the last dot
};

// Written small, found in any writing.
constexpr Abbreviations kAnyCase[] = {
    {Follows::always,
     "e.g i.e eg ie cf viz vs v approx ca incl excl inkl esp usu et op loc bzw ggf vgl evtl sog "
     "z.b "
     "d.h u.a p.ej messrs"},
    {Follows::number,
     "fig figs eq eqs eqn eqns no nos nr num vol vols p pp ch chap chaps sec secs sect sects tab "
     "tabs art arts ref refs ex exs app appx pt pts par para paras ver hyp prop cor def thm lem "
     "obs "
     "fn ln l ll n nn pl pls vv suppl ser min max c est item cap abb bd hft jg kap núm"},
    {Follows::name,
     "al ed eds edn trans inc ltd co corp bros pty dept univ assoc assn govt cit ibid resp ff seq "
     "jr sr rpt repr orig"},
};

// Found only as written here: small, they are words ("by bus.", "20 ms.").
constexpr Abbreviations kAsWritten[] = {
    {Follows::always,
     "Dr Drs Prof Profs Mr Mrs Ms Mme Mlle Gen Gov Sen Rep Hon Capt Lt Col Sgt Maj Pres"},
    {Follows::number, "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Nr"},
    {Follows::name,
     "St Mt Ft Acad Adm Admin Am Amer Anal Ann Appl Bull Bus Comput Commun Conf Econ Econom Educ "
     "Eng Entrep Entrepr Environ Eur Exp Inf Inform Inst Int Intl Libr Manag Manage Math Natl Oper "
     "Org Organ Pers Phys Proc Psychol Quart Res Rev Sci Soc Sociol Stat Std Strat Stud Symp Syst "
     "Technol Theor Yahoo"},
};

// Words that begin sentences and hardly ever names.
constexpr std::string_view kOpeners =
    "A An The This These Those That They Their There Then Thus Therefore Thereby However Hence "
    "Here "
    "Moreover Furthermore Although Though While Whereas When Whenever Where Whether Which Who Why "
    "How What If It Its In On At As By For From With Without Within We Our Ours Such Since Because "
    "Before After During Despite Finally First Firstly Second Secondly Third Thirdly Fourth Also "
    "Additionally Another Other Others Overall Some Most Many Much More Several All Each Every "
    "Both "
    "Either Neither He She His Her To Under Until Unlike Using Based Given Consistent Similarly "
    "Similar Specifically Conversely Consequently Accordingly Instead Meanwhile Nevertheless "
    "Nonetheless Notably Indeed Interestingly Importantly Recently Previous Prior Results Findings "
    "Respondents Participants One Two Three Four No Not Only Once Next Let So Yet But And Or Nor I "
    "You Do Does Did Are Is Was Were Drawing Building Following According Due Through Throughout "
    "Between Across Among Against Compared Beyond Contrary Even Few Future Further";

// Of these, the short ones are surnames too ("J. He", "X. An"): after an initial they are names.
constexpr std::string_view kOpenersAfterInitial =
    "The This These Those That They Their There Then Thus Therefore However Hence Moreover "
    "Furthermore Although Though While Whereas When Where Whether Which What Its For From With "
    "Without Within Our Such Since Because Before After During Despite Finally Firstly Secondly "
    "Thirdly Also Additionally Another Overall Some Most Many Several Each Both Either Neither "
    "Under Until Unlike Using Based Consistent Similarly Specifically Conversely Consequently "
    "Accordingly Instead Meanwhile Nevertheless Nonetheless Notably Indeed Recently Previous Prior "
    "Results Findings Respondents Participants But Drawing Following According Compared";

using Words = std::unordered_set<std::string_view>;
using AbbreviationMap = std::unordered_map<std::string_view, Follows>;

template <class Take>
void each_word(std::string_view list, Take take) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    take(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

Words set_of(std::string_view list) {
  Words words;
  each_word(list, [&](std::string_view word) { words.insert(word); });
  return words;
}

template <std::size_t N>
AbbreviationMap map_of(const Abbreviations (&table)[N]) {
  AbbreviationMap map;
  for (const Abbreviations& row : table)
    each_word(row.words, [&](std::string_view word) { map.emplace(word, row.follows); });
  return map;
}

bool is_opener(std::string_view word) {
  static const Words words = set_of(kOpeners);
  return words.contains(word);
}

bool is_opener_after_initial(std::string_view word) {
  static const Words words = set_of(kOpenersAfterInitial);
  return words.contains(word);
}

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

const Follows* abbreviation(std::string_view word) {
  static const AbbreviationMap any_case = map_of(kAnyCase);
  static const AbbreviationMap as_written = map_of(kAsWritten);
  if (word.size() > 8) return nullptr;
  if (auto found = as_written.find(word); found != as_written.end()) return &found->second;
  if (auto found = any_case.find(lower(word)); found != any_case.end()) return &found->second;
  return nullptr;
}

// Characters

constexpr UChar32 kEnd = -1;

UChar32 read(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, text.size(), c);
  return c;
}

UChar32 peek(std::string_view text, std::size_t at) {
  return at < text.size() ? read(text, at) : kEnd;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

std::size_t trim_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

bool is_terminator(UChar32 c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  return c == 0x2026 || u_hasBinaryProperty(c, UCHAR_S_TERM);
}

bool is_wide(UChar32 c) {
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool closes(UChar32 c) {
  switch (c) {
    case ')':
    case ']':
    case '}':
    case '"':
    case '\'':
    case 0x2019:  // ’
    case 0x201C:  // “, which closes in German
    case 0x201D:  // ”
    case 0x00BB:  // »
    case 0x203A:  // ›
    case 0x2020:  // †
    case 0x2021:  // ‡
      return true;
    default:
      return c > 0x3000 && u_charType(c) == U_END_PUNCTUATION;
  }
}

bool is_superscript_digit(UChar32 c) {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x2079);
}

bool opens(UChar32 c) {
  switch (c) {
    case '"':
    case '\'':
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x00BF:
    case 0x00A1:
      return true;
    default:
      return c >= 0 && u_charType(c) == U_START_PUNCTUATION;
  }
}

bool is_bullet(UChar32 c) {
  return c == 0x2022 || c == 0x25AA || c == 0x25AB || c == 0x2023 || c == 0x25CF || c == 0x25CB ||
         c == 0x25E6 || c == 0x25A0 || c == 0x25A1 || c == 0x27A2 || c == 0x27A4 || c == 0xF0B7;
}

bool is_dash(UChar32 c) { return c == '-' || c == '*' || c == 0x2013 || c == 0x2014; }

bool is_numeral(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

/// A word from `at` to its last letter or digit.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    std::size_t next = end;
    if (!u_isalnum(read(text, next))) break;
    end = next;
  }
  return text.substr(at, end - at);
}

/// A place where a sentence may end.
struct Stop {
  std::size_t dot = 0;   // first terminator
  std::size_t end = 0;   // behind terminators, closing quotes and brackets, marks of notes
  std::size_t next = 0;  // the next character that is not white space
  std::size_t lead = 0;  // the next one that is not an opening quote or bracket either
  bool single_dot = false, ellipsis = false, cased = false, wide = false, bracket = false;
};

class Splitter {
 public:
  /// Splits `paragraph`, which is in `text`.
  Splitter(std::string_view text, Span paragraph)
      : text_(text.substr(0, paragraph.end)), at_(skip_blanks(text_, paragraph.begin)) {
    begin_ = first_ = at_;
  }

  /// The next sentence; empty behind the last.
  Span next() {
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (!kLook[byte]) {
        ++at_;
        continue;
      }
      if (byte == '\n') {
        ++at_;
        if (begins_item(at_)) return close(at_);
        continue;
      }
      std::size_t behind = at_;
      const UChar32 c = read(text_, behind);
      if (is_bullet(c) && stands_apart(at_, behind) && at_ > begin_) return close(at_);
      if (!is_terminator(c)) {
        at_ = behind;
        continue;
      }
      const Stop stop = read_stop();
      at_ = stop.end;
      if (ends_at(stop)) return close(stop.end);
    }
    return begin_ < text_.size() ? close(text_.size()) : Span{};
  }

 private:
  // Bytes that may be more than a letter of a sentence.
  static constexpr std::array<bool, 256> kLook = [] {
    std::array<bool, 256> look{};
    for (unsigned c = 0x80; c < 0x100; ++c) look[c] = true;
    look['.'] = look['!'] = look['?'] = look['\n'] = true;
    return look;
  }();

  Span close(std::size_t end) {
    const Span found{static_cast<std::uint32_t>(begin_),
                     static_cast<std::uint32_t>(trim_blanks(text_, begin_, end))};
    begin_ = at_ = skip_blanks(text_, end);
    if (found.empty()) return next();
    return found;
  }

  bool stands_apart(std::size_t from, std::size_t to) const {
    return (from == 0 || is_blank(text_[from - 1])) && (to == text_.size() || is_blank(text_[to]));
  }

  /// Does the line at `line` begin with the bullet, dash or number of a list?
  bool begins_item(std::size_t line) const {
    line = skip_blanks(text_, line);
    if (line >= text_.size() || line <= begin_) return false;
    std::size_t behind = line;
    const UChar32 c = read(text_, behind);
    if (is_bullet(c)) return stands_apart(line, behind);
    const std::size_t before = trim_blanks(text_, begin_, line);
    const char last = before > begin_ ? text_[before - 1] : ' ';
    const bool after_stop = std::string_view(".:;!?").find(last) != std::string_view::npos;
    if (is_dash(c)) return stands_apart(line, behind) && (after_stop || peek(text_, first_) == c);
    return after_stop && begins_with_number(line);
  }

  /// "1. ", "1) ", "(a) ", "(iv) "
  bool begins_with_number(std::size_t at) const {
    const bool bracket = text_[at] == '(';
    const std::string_view word = word_at(text_, at + (bracket ? 1 : 0));
    const std::size_t behind = at + (bracket ? 1 : 0) + word.size();
    if (word.empty() || word.size() > 4 || behind + 1 >= text_.size()) return false;
    const bool digits = word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit);
    const bool letters =
        word.find_first_not_of("ivx") == std::string_view::npos || word.size() == 1;
    const bool closed = text_[behind] == ')' || (text_[behind] == '.' && digits && !bracket);
    return (digits || letters) && closed && is_blank(text_[behind + 1]);
  }

  Stop read_stop() const {
    Stop stop;
    stop.dot = stop.end = at_;
    std::size_t count = 0;
    UChar32 last = 0;
    for (UChar32 c = peek(text_, stop.end); c != kEnd && is_terminator(c);
         c = peek(text_, stop.end)) {
      stop.cased = stop.cased || c < 0x80 || c == 0x2026;
      stop.wide = stop.wide || is_wide(c);
      last = c;
      ++count;
      read(text_, stop.end);
    }
    stop.single_dot = count == 1 && last == '.';
    stop.ellipsis = last == 0x2026 || (count > 1 && last == '.' && text_[stop.dot] == '.');
    take_closers(stop);
    stop.next = skip_blanks(text_, stop.end);
    stop.lead = stop.next;
    for (UChar32 c = peek(text_, stop.lead); c != kEnd && opens(c); c = peek(text_, stop.lead))
      read(text_, stop.lead);
    return stop;
  }

  void take_closers(Stop& stop) const {
    for (;;) {
      std::size_t next = stop.end;
      const UChar32 c = next < text_.size() ? read(text_, next) : kEnd;
      if (c == kEnd) return;
      if (closes(c)) {
        stop.bracket = stop.bracket || c == ')' || c == ']';
        stop.end = next;
      } else if (is_superscript_digit(c)) {
        stop.end = next;
      } else if (const std::size_t note = end_of_note(stop)) {
        stop.end = note;
        return;
      } else {
        return;
      }
    }
  }

  /// The mark of a note printed right behind the stop, as "firms.1 The" or "firms.[2,3] The": where
  /// it ends, or 0 when it is none.
  std::size_t end_of_note(const Stop& stop) const {
    std::size_t at = stop.end;
    const bool bracket = text_[at] == '[';
    if (bracket) ++at;
    const std::size_t digits = at;
    while (at < text_.size() && (is_digit(text_[at]) || (at > digits && is_note_joint(at)))) ++at;
    if (at == digits || at - digits > (bracket ? 24 : 5)) return 0;
    if (bracket) {
      if (at == text_.size() || text_[at] != ']') return 0;
      ++at;
    } else if (!word_goes_before(stop)) {
      return 0;
    }
    if (at < text_.size() && !is_blank(text_[at])) return 0;
    const UChar32 next = peek(text_, skip_blanks(text_, at));
    return next == kEnd || u_isupper(next) || opens(next) ? at : 0;
  }

  bool is_note_joint(std::size_t at) const {
    return text_[at] == ',' && at + 1 < text_.size() && is_digit(text_[at + 1]);
  }

  /// Is it a word that the stop ends, not a number or an abbreviation ("No.1", "v.2", "3.5")?
  bool word_goes_before(const Stop& stop) const {
    if (stop.end > stop.dot + 1) return true;  // behind a closing quote or bracket
    const std::string_view word = word_before(stop.dot);
    return word.size() >= 3 && word.find('.') == std::string_view::npos &&
           u_islower(static_cast<unsigned char>(word.back())) && abbreviation(word) == nullptr;
  }

  bool ends_at(const Stop& stop) const {
    if (stop.next >= text_.size()) return true;
    if (stop.wide) return !inside_bracket(stop);
    if (stop.next == stop.end) return false;
    if (!stop.cased) return true;
    const UChar32 lead = peek(text_, stop.lead);
    if (lead == '.' || lead == ',' || lead == ';') return false;
    if (begins_small(stop.lead)) return false;
    if (stop.bracket && inside_bracket(stop)) return false;
    if (stop.single_dot) return dot_ends(stop);
    if (stop.ellipsis) return !is_digit(lead);
    const std::string_view word = word_before(stop.dot);
    return word != "Yahoo" || is_opener(word_at(text_, stop.lead));
  }

  /// A small letter, but not as in "eBay" or "iOS".
  bool begins_small(std::size_t at) const {
    const UChar32 c = peek(text_, at);
    if (c == kEnd || !u_islower(c)) return false;
    read(text_, at);
    const UChar32 second = peek(text_, at);
    return second == kEnd || !u_isupper(second);
  }

  /// Does the stop stand in a bracket that was opened within the sentence: "(etc.)", "[...]"?
  bool inside_bracket(const Stop& stop) const {
    int depth = 0;
    for (std::size_t i = begin_ + 1; i < stop.dot; ++i) {
      if (text_[i] == '(' || text_[i] == '[') ++depth;
      if (text_[i] == ')' || text_[i] == ']') --depth;
    }
    return depth > 0;
  }

  /// Letters, digits and dots right before `dot`.
  std::string_view word_before(std::size_t dot) const {
    std::size_t begin = dot;
    while (begin > begin_) {
      std::size_t at = begin - 1;
      while (at > begin_ && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
      const UChar32 c = peek(text_, at);
      if (c != '.' && c != '\'' && !u_isalnum(c)) break;
      begin = at;
    }
    std::string_view word = text_.substr(begin, dot - begin);
    while (!word.empty() && (word.front() == '\'' || word.front() == '.')) word.remove_prefix(1);
    return word;
  }

  bool dot_ends(const Stop& stop) const {
    const std::string_view word = word_before(stop.dot);
    const std::string_view next = word_at(text_, stop.lead);
    if (word.empty())  // "p < . 05"
      return stop.dot == begin_ || !is_blank(text_[stop.dot - 1]) ||
             !is_digit(peek(text_, stop.lead));
    if (is_enumerator(word, stop.dot)) return false;
    if (const Follows* follows = abbreviation(word)) return ends_despite(*follows, stop, next);
    if (is_initial(word)) return is_opener_after_initial(next);
    if (is_dotted(word)) return opens_sentence(next, stop.lead);
    return true;
  }

  bool ends_despite(Follows follows, const Stop& stop, std::string_view next) const {
    switch (follows) {
      case Follows::always:
        return false;
      case Follows::number:
        return !is_number_or_letter(next) && text_[stop.next] != '#';
      case Follows::name:
        return opens_sentence(next, stop.lead);
    }
    return true;
  }

  static bool is_number_or_letter(std::string_view word) {
    if (word.empty()) return false;
    const bool has_digit =
        std::any_of(word.begin(), word.end(), [](char c) { return is_digit(c); });
    return has_digit || is_numeral(word) || word.size() == 1;
  }

  /// "A" begins a sentence only as an article: "A new", not "A. Smith".
  bool opens_sentence(std::string_view word, std::size_t at) const {
    if (word == "A" || word == "I") {
      at += word.size();
      return at + 1 < text_.size() && is_blank(text_[at]) && u_islower(peek(text_, at + 1));
    }
    return is_opener(word);
  }

  /// "1.", "2.3.", "a.", "IV." as the first thing of the sentence.
  bool is_enumerator(std::string_view word, std::size_t dot) const {
    if (begin_ + word.size() != dot || word.size() > 8) return false;
    const bool digits =
        std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; });
    if (digits) return word.size() < 4 || word.find('.') != std::string_view::npos;
    return word.size() == 1 || is_numeral(word) ||
           word.find_first_not_of("ivx") == std::string_view::npos;
  }

  static bool is_initial(std::string_view word) {
    std::size_t at = 0;
    return u_isupper(read(word, at)) && at == word.size();
  }

  /// "U.S", "Ph.D", "a.m": groups of at most three letters with dots between.
  static bool is_dotted(std::string_view word) {
    if (word.find('.') == std::string_view::npos) return false;
    std::size_t group = 0;
    for (std::size_t at = 0; at < word.size();) {
      const UChar32 c = read(word, at);
      if (c == '.') {
        group = 0;
      } else if (!u_isalpha(c) || ++group > 3) {
        return false;
      }
    }
    return true;
  }

  std::string_view text_;  // up to the end of the paragraph
  std::size_t at_ = 0;     // where to look on
  std::size_t begin_ = 0;  // of the sentence
  std::size_t first_ = 0;  // character of the paragraph
};

/// The end of the paragraph that begins at `at`: the line end before an empty line, or the end.
std::size_t paragraph_end(std::string_view text, std::size_t at) {
  for (at = text.find('\n', at); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    std::size_t next = at + 1;
    while (next < text.size() && text[next] != '\n' && is_blank(text[next])) ++next;
    if (next < text.size() && text[next] == '\n') return at;
  }
  return text.size();
}

/// The begin of the paragraph around `at`: behind the last empty line before it.
std::size_t paragraph_begin(std::string_view text, std::size_t at) {
  while (at > 0) {
    const std::size_t line = text.rfind('\n', at - 1);
    if (line == std::string_view::npos) return 0;
    std::size_t before = line;
    while (before > 0 && text[before - 1] != '\n' && is_blank(text[before - 1])) --before;
    if (before > 0 && text[before - 1] == '\n') return line + 1;
    at = line;
  }
  return 0;
}

Span paragraph_around(std::string_view text, std::size_t at) {
  const std::size_t begin = paragraph_begin(text, at);
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(std::max(begin, paragraph_end(text, begin)))};
}

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> found;
  for (std::size_t at = skip_blanks(text, 0); at < text.size(); at = skip_blanks(text, at)) {
    const std::size_t end = paragraph_end(text, at);
    Splitter splitter(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    for (Span next = splitter.next(); !next.empty(); next = splitter.next()) found.push_back(next);
    at = end;
  }
  return found;
}

Span sentence_around(std::string_view text, std::uint32_t byte) {
  const auto at = static_cast<std::uint32_t>(std::min<std::size_t>(byte, text.size()));
  Splitter splitter(text, paragraph_around(text, at));
  Span last{at, at};
  for (Span next = splitter.next(); !next.empty(); next = splitter.next()) {
    if (at < next.begin && !last.empty()) return last;  // in the white space behind it
    if (at < next.end) return next;
    last = next;
  }
  return last;
}

Span sentences_around(std::string_view text, Span where) {
  const Span first = sentence_around(text, where.begin);
  if (where.size() == 0 || where.empty()) return first;
  const Span last = sentence_around(text, where.end - 1);
  return {std::min(first.begin, where.begin), std::max(last.end, where.end)};
}

}  // namespace litmine
