// Titles in the form in which they are compared, and how alike two of them are.
//
// A title is compared as letters (nothing but its letters and digits, so that lost spaces, hyphens
// and signs cost nothing) and as words (so that one word changed in a long title is seen: "in rats"
// is not "in mice", however few letters differ).
#include "corpus/title_form.h"

#include <algorithm>
#include <array>

#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

// Titles that many works share.
constexpr std::string_view kCommonTitles[] = {
    "abstract",
    "abstracts",
    "acknowledgements",
    "acknowledgments",
    "addendum",
    "announcement",
    "announcements",
    "bookreview",
    "bookreviews",
    "calendar",
    "callforpapers",
    "comment",
    "commentary",
    "comments",
    "conclusion",
    "conclusions",
    "contents",
    "contributors",
    "correction",
    "correspondence",
    "corrigendum",
    "discussion",
    "editorial",
    "editorialboard",
    "editorialnote",
    "editorsnote",
    "editorspage",
    "erratum",
    "foreword",
    "fromtheeditor",
    "fromtheeditors",
    "guesteditorial",
    "inbrief",
    "index",
    "inthisissue",
    "introduction",
    "issueinformation",
    "letter",
    "letterfromtheeditor",
    "letters",
    "lettertotheeditor",
    "news",
    "notes",
    "obituary",
    "preface",
    "reply",
    "response",
    "retraction",
    "review",
    "reviews",
    "tableofcontents",
    "theauthorsreply",
    "titlepage",
    "untitled",
};

// Words that tell nothing about a title.
constexpr std::string_view kSmallWords[] = {
    "a",    "an",  "and",   "are",  "as",  "at",  "by",   "can",  "das",  "de",   "der",
    "des",  "die", "do",    "does", "du",  "el",  "et",   "for",  "from", "how",  "in",
    "into", "is",  "its",   "la",   "le",  "les", "los",  "of",   "on",   "or",   "our",
    "s",    "the", "their", "to",   "und", "von", "what", "when", "why",  "with", "y",
};

// Marks of type

constexpr std::string_view kTags[] = {"i",   "b",      "em",    "sub",  "sup", "strong",
                                      "scp", "italic", "title", "span", "p",   "u"};

// Signs that are no letters.
constexpr std::string_view kEntities[] = {"amp",   "lt",    "gt",    "quot",  "apos",  "nbsp",
                                          "ndash", "mdash", "lsquo", "rsquo", "ldquo", "rdquo"};

template <std::size_t N>
bool is_in(const std::string_view (&table)[N], std::string_view word) {
  return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

bool is_entity(std::string_view name) {
  return is_in(kEntities, name) ||
         (name.starts_with('#') && name.size() > 1 && name.size() <= 7 &&
          name.find_first_not_of("xX0123456789abcdefABCDEF", 1) == std::string_view::npos);
}

/// Databases leave marks of type in titles: "<i>", "&amp;".
std::string without_markup(std::string_view title) {
  if (title.find_first_of("<&") == std::string_view::npos) return std::string(title);
  std::string out;
  for (std::size_t at = 0; at < title.size();) {
    if (title[at] != '<' && title[at] != '&') {
      out += title[at++];
      continue;
    }
    // Neither a tag nor an entity is longer: a title of many '<' is not searched over and over.
    const std::string_view rest = title.substr(at, 120);
    const std::size_t end = rest.find(rest[0] == '<' ? '>' : ';');
    if (rest[0] == '<' && end != std::string_view::npos) {
      std::string_view name = rest.substr(1, end - 1);
      if (name.starts_with('/')) name.remove_prefix(1);
      if (name.starts_with("jats:")) name.remove_prefix(5);
      if (is_in(kTags, name.substr(0, name.find(' ')))) {
        at += end + 1;
        continue;
      }
    }
    if (rest[0] == '&' && end != std::string_view::npos && is_entity(rest.substr(1, end - 1))) {
      out += ' ';
      at += end + 1;
      continue;
    }
    out += title[at++];
  }
  return out;
}

// Numbers: "Phase II" and "Phase 2" are the same.

struct Numeral {
  std::string_view word, digits;
};
constexpr Numeral kRoman[] = {
    {"ii", "2"},   {"iii", "3"}, {"iv", "4"},  {"vi", "6"},   {"vii", "7"},
    {"viii", "8"}, {"ix", "9"},  {"xi", "11"}, {"xii", "12"},
};
// Read as numbers only behind a word that is counted.
constexpr Numeral kCounted[] = {
    {"i", "1"},   {"v", "5"},     {"x", "10"},   {"one", "1"},
    {"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"},
};
constexpr std::string_view kCounters[] = {"part",   "parts", "phase",   "type",
                                          "study",  "paper", "stage",   "grade",
                                          "volume", "class", "section", "chapter"};

std::string_view digits_of(std::string_view word, std::string_view before) {
  for (const Numeral& numeral : kRoman)
    if (numeral.word == word) return numeral.digits;
  if (is_in(kCounters, before))
    for (const Numeral& numeral : kCounted)
      if (numeral.word == word) return numeral.digits;
  return word;
}

// Greek letters stand as letters in one database and as their names in another.
constexpr std::string_view kGreek[] = {
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",   "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",    "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega",
};

/// The number of a small Greek letter at `at`, from 0; -1 if there is none.
int greek_at(std::string_view word, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(word[i]); };
  if (at + 1 >= word.size()) return -1;
  if (byte(at) == 0xCE && byte(at + 1) >= 0xB1) return byte(at + 1) - 0xB1;
  if (byte(at) == 0xCF && byte(at + 1) >= 0x80 && byte(at + 1) <= 0x89)
    return byte(at + 1) - 0x80 + 15;
  return -1;
}

/// With one or two Greek letters by their names; a word of the Greek language stays.
std::string without_greek(std::string word) {
  int letters = 0;
  for (std::size_t at = 0; at < word.size(); ++at) letters += greek_at(word, at) >= 0 ? 1 : 0;
  if (letters == 0 || letters > 2) return word;
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const int number = greek_at(word, at);
    if (number < 0) {
      out += word[at];
    } else {
      out += kGreek[number];
      ++at;
    }
  }
  return out;
}

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

// In which language a title is, as far as its small words tell.
constexpr std::string_view kEnglish[] = {"of",   "the", "and", "with", "for",
                                         "from", "by",  "to",  "on"};
constexpr std::string_view kForeign[] = {
    "al",   "aus",  "bei",   "com", "con", "da",  "dans", "das", "de",  "degli",
    "dei",  "del",  "della", "der", "des", "di",  "die",  "do",  "dos", "du",
    "ein",  "eine", "el",    "em",  "en",  "et",  "for",  "fur", "il",  "la",
    "las",  "le",   "les",   "los", "med", "mit", "na",   "nel", "och", "og",
    "para", "por",  "pour",  "sur", "um",  "una", "und",  "van", "von", "zur",
};

constexpr std::size_t kLongestTitle = 2000;

TitleForm form(std::string_view plain) {
  TitleForm form;
  int english = 0, foreign = 0;
  cut_words(plain, [&](const Word& word) {
    if (word.form != Word::Form::folded || form.compact.size() > kLongestTitle) return;
    std::string text = without_greek(unaccented(word.text));
    text.erase(std::remove(text.begin(), text.end(), '\''), text.end());
    text = digits_of(text, form.words.empty() ? std::string_view() : form.words.back());
    if (text.empty()) return;
    if (!is_in(kSmallWords, text)) ++form.telling;
    english += is_in(kEnglish, text) ? 1 : 0;
    foreign += is_in(kForeign, text) ? 1 : 0;
    for (char c : text)
      if (c >= '0' && c <= '9') form.digits += c;
    form.compact += text;
    form.keys.push_back(hash_of(text));
    form.words.push_back(std::move(text));
  });
  std::sort(form.keys.begin(), form.keys.end());
  form.foreign = foreign >= 2 && english == 0;
  return form;
}

// Remarks

/// The title without "[...]"; of one that stands in brackets as a whole, what they hold.
std::string without_remarks(std::string_view title) {
  const std::size_t begin = title.find_first_not_of(" \t\n\"'");
  const std::size_t end = title.find_last_not_of(" \t\n.\"'");
  if (begin == std::string_view::npos || end == std::string_view::npos) return {};
  std::string out;
  if (title[begin] == '[') {
    int depth = 0;
    std::size_t at = begin;
    for (; at <= end; ++at) {
      depth += title[at] == '[' ? 1 : title[at] == ']' ? -1 : 0;
      if (depth == 0) break;
    }
    if (at >= end || at - begin > 40) {  // translated: all of it, or followed by a remark
      out = title.substr(begin + 1, std::min(at, title.size()) - begin - 1);
      return out.find('[') == std::string::npos ? out : std::string(title);
    }
  }
  int depth = 0;
  for (char c : title) {
    if (c == '[') ++depth;
    if (depth == 0) out += c;
    if (c == ']' && depth > 0) --depth;
  }
  // "<ORIGINAL> La estimulacion": what follows is the same title again.
  for (std::string_view mark : {"<ORIGINAL>", "<original>", "<Original>"})
    if (const std::size_t at = out.find(mark); at != std::string::npos && at > 10) out.resize(at);
  return out;
}

// Notices

struct NoticeMark {
  std::string_view text;
  TitleNotice notice;
};
// How the title of a notice begins; what follows is the title of the work it is about.
constexpr NoticeMark kBeginnings[] = {
    {"erratum", TitleNotice::erratum},
    {"errata", TitleNotice::erratum},
    {"corrigendum", TitleNotice::erratum},
    {"corrigenda", TitleNotice::erratum},
    {"correction:", TitleNotice::erratum},
    {"correction to", TitleNotice::erratum},
    {"corrections to", TitleNotice::erratum},
    {"publisher correction", TitleNotice::erratum},
    {"author correction", TitleNotice::erratum},
    {"addendum to", TitleNotice::erratum},
    {"addendum:", TitleNotice::erratum},
    {"retraction notice", TitleNotice::retraction},
    {"retraction note", TitleNotice::retraction},
    {"retraction:", TitleNotice::retraction},
    {"retraction of", TitleNotice::retraction},
    {"expression of concern", TitleNotice::retraction},
    {"comment on", TitleNotice::comment},
    {"comments on", TitleNotice::comment},
    {"comment to", TitleNotice::comment},
    {"commentary on", TitleNotice::comment},
    {"commentary:", TitleNotice::comment},
    {"re:", TitleNotice::comment},
    {"reply to", TitleNotice::reply},
    {"reply:", TitleNotice::reply},
    {"in reply", TitleNotice::reply},
    {"authors' reply", TitleNotice::reply},
    {"author's reply", TitleNotice::reply},
    {"response to:", TitleNotice::reply},
    {"response to \"", TitleNotice::reply},
    {"response to '", TitleNotice::reply},
    {"reprint of", TitleNotice::reprint},
    {"republication of", TitleNotice::reprint},
};
// How it ends; Web of Science gives the place of the work that is corrected.
constexpr NoticeMark kEndings[] = {
    {": reply", TitleNotice::reply},           {"- reply", TitleNotice::reply},
    {": erratum", TitleNotice::erratum},       {": corrigendum", TitleNotice::erratum},
    {": retraction", TitleNotice::retraction}, {": comment", TitleNotice::comment},
    {": author's reply", TitleNotice::reply},
};
// Small words and signs between the notice and the title it is about.
constexpr std::string_view kAfterNotice[] = {":",   "to:",     "to", "for", "of", "on",
                                             "the", "article", "-",  "\"",  "'"};

TitleNotice take_notice(std::string& plain) {
  std::size_t begin = plain.find_first_not_of(" \t\n[(\"'.");
  if (begin == std::string::npos) return TitleNotice::none;
  std::string low = folded(plain);
  if (low.size() != plain.size()) plain = low;  // offsets must agree; case does not matter here
  const std::string_view view = std::string_view(low).substr(begin);
  for (const NoticeMark& mark : kBeginnings) {
    if (!view.starts_with(mark.text)) continue;
    if (mark.text.back() >= 'a' && mark.text.back() <= 'z' && view.size() > mark.text.size()) {
      const char next = view[mark.text.size()];
      if ((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9')) continue;
    }
    std::size_t at = begin + mark.text.size();
    for (bool taken = true; taken;) {
      taken = false;
      while (at < low.size() && (low[at] == ' ' || low[at] == ']' || low[at] == ')')) ++at;
      for (std::string_view word : kAfterNotice)
        if (low.compare(at, word.size(), word) == 0 &&
            (word.size() == 1 || at + word.size() == low.size() || low[at + word.size()] == ' ')) {
          at += word.size();
          taken = true;
          break;
        }
    }
    if (at < low.size()) plain.erase(0, at);
    return mark.notice;
  }
  std::size_t end = low.find_last_not_of(" .]\n") + 1;
  if (low.find("(vol ") != std::string::npos && low.find(" pg ") != std::string::npos &&
      low.find("(vol ") > 10) {
    plain.erase(plain.size() == low.size() ? low.find("(vol ") : plain.size());
    return TitleNotice::erratum;
  }
  for (const NoticeMark& mark : kEndings)
    if (std::string_view(low).substr(0, end).ends_with(mark.text) && end - mark.text.size() > 10) {
      plain.erase(end - mark.text.size());
      return mark.notice;
    }
  return TitleNotice::none;
}

// Likeness

std::size_t common_keys(const TitleForm& a, const TitleForm& b) {
  std::size_t count = 0;
  auto x = a.keys.begin();
  auto y = b.keys.begin();
  while (x != a.keys.end() && y != b.keys.end()) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++count, ++x, ++y;
    }
  }
  return count;
}

/// The words of one that the other has not, in order and as one.
struct Rest {
  std::string letters;
  bool telling = false;
};
Rest words_not_in(const TitleForm& a, const TitleForm& b) {
  std::vector<std::uint32_t> left = b.keys;
  std::vector<bool> used(left.size(), false);
  Rest rest;
  for (const std::string& word : a.words) {
    const std::uint32_t key = hash_of(word);
    auto at =
        static_cast<std::size_t>(std::lower_bound(left.begin(), left.end(), key) - left.begin());
    while (at < left.size() && left[at] == key && used[at]) ++at;
    if (at < left.size() && left[at] == key) {
      used[at] = true;
      continue;
    }
    rest.letters += word;
    rest.telling = rest.telling || !is_in(kSmallWords, word);
  }
  return rest;
}

/// Are the words that differ other words, and not the same in another spelling?
bool another_word(const TitleForm& a, const TitleForm& b) {
  const Rest x = words_not_in(a, b), y = words_not_in(b, a);
  if (!x.telling && !y.telling) return false;
  const std::size_t longer = std::max(x.letters.size(), y.letters.size());
  const std::size_t shorter = std::min(x.letters.size(), y.letters.size());
  if (shorter == 0) return true;
  if (longer - shorter <= 2 && shorter >= 3 &&
      (x.letters.starts_with(y.letters) || y.letters.starts_with(x.letters)))
    return false;
  return 5 * edit_distance(x.letters, y.letters, longer / 5) > longer;
}

bool within(std::string_view shorter, std::string_view longer) {
  return longer.find(shorter) != std::string_view::npos;
}

/// Do the numbers tell the titles apart? "Part 1" and "Part 2" do; a number that one has and the
/// other lacks (a footnote's mark, a trial's number) does not.
bool numbers_differ(const TitleForm& a, const TitleForm& b) {
  if (a.digits == b.digits || a.digits.empty() || b.digits.empty()) return false;
  if (a.digits.size() == b.digits.size()) return true;
  return !within(a.digits, b.digits) && !within(b.digits, a.digits);
}

/// What the longer title has beyond the shorter: the name of a part ("Part 2", "III")?
bool goes_on_with_part(const TitleForm& longer, std::size_t shared) {
  std::size_t at = 0;
  std::size_t word = 0;
  while (word < longer.words.size() && at < shared) at += longer.words[word++].size();
  if (word >= longer.words.size()) return false;
  const std::string& next = longer.words[word];
  if (next.size() <= 2 && next.find_first_not_of("0123456789") == std::string::npos)
    return word + 1 == longer.words.size() || longer.words.size() - word <= 12;
  return is_in(kCounters, next) && word + 1 < longer.words.size() &&
         longer.words[word + 1].find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::size_t edits_between(std::string_view a, std::string_view b) {
  // Myers' bit vectors in Hyyrö's blocks: a column of 64 cells at a time.
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return b.size();
  const std::size_t blocks = (a.size() + 63) / 64;
  std::vector<std::array<std::uint64_t, 256>> match(blocks);
  for (auto& block : match) block.fill(0);
  for (std::size_t i = 0; i < a.size(); ++i)
    match[i / 64][static_cast<unsigned char>(a[i])] |= std::uint64_t{1} << (i % 64);
  std::vector<std::uint64_t> up(blocks, ~std::uint64_t{0}), down(blocks, 0);
  std::size_t edits = a.size();
  const std::uint64_t last = std::uint64_t{1} << ((a.size() - 1) % 64);
  for (char c : b) {
    std::uint64_t carry_up = 1, carry_down = 0;
    for (std::size_t k = 0; k < blocks; ++k) {
      const std::uint64_t equal = match[k][static_cast<unsigned char>(c)];
      const std::uint64_t vertical = equal | down[k];
      const std::uint64_t with_carry = equal | carry_down;
      const std::uint64_t zero = (((with_carry & up[k]) + up[k]) ^ up[k]) | with_carry;
      std::uint64_t plus = down[k] | ~(zero | up[k]);
      std::uint64_t minus = up[k] & zero;
      if (k + 1 == blocks) {
        if (plus & last) ++edits;
        if (minus & last) --edits;
      }
      const std::uint64_t plus_out = plus >> 63, minus_out = minus >> 63;
      plus = (plus << 1) | carry_up;
      minus = (minus << 1) | carry_down;
      carry_up = plus_out;
      carry_down = minus_out;
      up[k] = minus | ~(vertical | plus);
      down[k] = plus & vertical;
    }
  }
  return edits;
}

TitleLikeness compare(const TitleForm& a, const TitleForm& b) {
  if (a.compact == b.compact) return TitleLikeness::same;
  // Of two of one length the one that sorts later: which is which must not matter.
  const bool a_longer = a.compact.size() != b.compact.size() ? a.compact.size() > b.compact.size()
                                                             : a.compact > b.compact;
  const TitleForm &longer = a_longer ? a : b, &shorter = a_longer ? b : a;
  if (shorter.compact.empty()) return TitleLikeness::different;
  const std::size_t size = longer.compact.size();
  const bool same_begin =
      longer.compact.starts_with(shorter.compact) &&
      ((shorter.compact.size() >= 20 && shorter.words.size() >= 3) ||
       (shorter.words.size() < longer.words.size() &&
        std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin())));
  if (same_begin)
    return goes_on_with_part(longer, shorter.compact.size()) ? TitleLikeness::part
                                                             : TitleLikeness::beginning;
  const std::size_t common = common_keys(a, b);
  const std::size_t words = a.keys.size() + b.keys.size();
  const std::size_t fewer = std::min(a.keys.size(), b.keys.size());
  if (common == 0 && longer.compact[0] != shorter.compact[0]) return TitleLikeness::different;
  const bool numbers = numbers_differ(a, b);
  if (size >= 12 && size - shorter.compact.size() <= size / 8 + 2) {
    const std::size_t edits = edits_between(a.compact, b.compact);
    if (edits <= std::max<std::size_t>(2, size / 10)) {
      if (numbers) return TitleLikeness::part;
      if (!another_word(a, b)) return TitleLikeness::nearly;
      return 10 * common >= 3 * words ? TitleLikeness::alike : TitleLikeness::partly;
    }
  }
  if (fewer >= 4 && shorter.telling >= 3 && 10 * common >= 9 * fewer &&
      !words_not_in(shorter, longer).telling)
    return numbers ? TitleLikeness::alike : TitleLikeness::contained;
  if (20 * common >= 7 * words) return TitleLikeness::alike;
  if (4 * common >= words) return TitleLikeness::partly;
  return TitleLikeness::different;
}

TitleForms title_forms(std::string_view title) {
  TitleForms forms;
  std::string plain = normalized(without_markup(title.substr(0, 4 * kLongestTitle)));
  forms.notice = take_notice(plain);
  TitleForm whole = form(plain);
  if (whole.compact.empty()) return forms;
  if (plain.find_first_of("[<") != std::string::npos) {
    TitleForm bare = form(without_remarks(plain));
    if (bare.words.size() >= 3 && bare.compact != whole.compact)
      forms.forms.push_back(std::move(bare));
  }
  forms.forms.insert(forms.forms.begin(), std::move(whole));
  // "Titel = Title": the same in two languages.
  if (const std::size_t at = plain.find(" = "); at != std::string::npos) {
    for (std::string_view half :
         {std::string_view(plain).substr(0, at), std::string_view(plain).substr(at + 3)}) {
      TitleForm side = form(half);
      if (side.words.size() >= 3 && forms.forms.size() < 4) forms.forms.push_back(std::move(side));
    }
  }
  return forms;
}

std::string title_key(std::string_view title) {
  std::string key;
  cut_words(normalized(without_markup(title)), [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    std::string plain = unaccented(word.text);
    plain.erase(std::remove(plain.begin(), plain.end(), '\''), plain.end());
    key.append(key.empty() ? "" : " ").append(plain);
  });
  return key;
}

bool is_common_title(std::string_view compact) { return is_in(kCommonTitles, compact); }
bool is_small_word(std::string_view word) { return is_in(kSmallWords, word); }

}  // namespace litmine
