#include "corpus/name_form.h"

#include <algorithm>

#include "corpus/title_form.h"
#include "text/normalize.h"

namespace litmine {
namespace {

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string compact(std::string_view key) {
  std::string out(key);
  out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
  return out;
}

// People

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "JA", "J.A.", "J. A.", "J-P": nothing but initials?
bool all_initials(std::string_view given) {
  int letters = 0, run = 0;
  for (char c : given) {
    if (is_capital(c)) {
      ++letters;
      if (++run > 3) return false;
    } else if (c == '.' || c == ' ' || c == '-') {
      run = 0;
    } else {
      return false;
    }
  }
  return letters > 0;
}

std::string initials_of(std::string_view given, std::string_view key) {
  std::string out;
  if (all_initials(given)) {
    for (char c : given)
      if (is_capital(c)) out += static_cast<char>(c | 32);
    return out;
  }
  for (std::string_view word : words_of(key)) out += word.front();
  return out;
}

constexpr std::string_view kNobody[] = {"anon",
                                        "anonymous",
                                        "et al",
                                        "and others",
                                        "others",
                                        "not available",
                                        "na",
                                        "n a",
                                        "unknown",
                                        "no author",
                                        "no authorship indicated",
                                        "no authors listed",
                                        "nn"};
constexpr std::string_view kSuffixes[] = {" jr", " sr", " ii", " iii", " iv", " phd", " md", " dr"};

bool same_word_run(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.empty()) return false;
  if (a == b) return true;
  // "van der Berg" and "Berg"; "Garcia Marquez" and "Garcia".
  if (a.ends_with(b) && a[a.size() - b.size() - 1] == ' ') return true;
  return b.size() >= 4 && a.starts_with(b) && a[b.size()] == ' ';
}

bool same_family(const NameForm& a, const NameForm& b) {
  if (same_word_run(a.family, b.family)) return true;
  const std::string x = compact(a.family), y = compact(b.family);
  if (x == y) return true;
  // A lost accent ("Muller", "Mueller", "M?ller") or a slip.
  const std::size_t longer = std::max(x.size(), y.size());
  return longer >= 5 && x.front() == y.front() && edits_between(x, y) <= (longer >= 9 ? 2u : 1u);
}

bool initials_agree(const NameForm& a, const NameForm& b) {
  if (a.initials.empty() || b.initials.empty()) return true;
  if (a.initials.front() == b.initials.front()) return true;
  // The given names in another order, or the first left out.
  return a.initials.find(b.initials.front()) != std::string::npos ||
         b.initials.find(a.initials.front()) != std::string::npos;
}

// Sources

/// Does `letters`, an abbreviation without its spaces, take a beginning of each telling word from
/// `at` on? Small words may be left out; so may the last words of a long name.
bool abbreviates(std::string_view letters, const std::vector<std::string_view>& words,
                 std::size_t at, int taken, int& budget) {
  if (letters.empty()) {
    for (; at < words.size(); ++at)
      if (!is_small_word(words[at]) && taken < 4) return false;
    return taken >= 2;
  }
  if (at == words.size() || --budget < 0) return false;
  const std::string_view word = words[at];
  std::size_t shared = 0;
  while (shared < word.size() && shared < letters.size() && word[shared] == letters[shared])
    ++shared;
  for (std::size_t take = shared; take > 0; --take)
    if (abbreviates(letters.substr(take), words, at + 1, taken + 1, budget)) return true;
  return is_small_word(word) && abbreviates(letters, words, at + 1, taken, budget);
}

bool is_subsequence(std::string_view shorter, std::string_view longer) {
  std::size_t at = 0;
  for (char c : longer)
    if (at < shorter.size() && shorter[at] == c) ++at;
  return at == shorter.size();
}

/// Word by word: "dtsch med wochenschr" for "deutsche medizinische wochenschrift".
bool abbreviates_words(const std::vector<std::string_view>& shorter,
                       const std::vector<std::string_view>& longer) {
  std::size_t at = 0;
  for (std::string_view word : longer) {
    if (at < shorter.size() && is_small_word(shorter[at]) && shorter[at] != word) ++at;
    if (at < shorter.size() && (word.starts_with(shorter[at]) ||
                                (shorter[at].size() >= 3 && shorter[at].front() == word.front() &&
                                 is_subsequence(shorter[at], word)))) {
      ++at;
    } else if (!is_small_word(word)) {
      return false;
    }
  }
  return at == shorter.size();
}

/// Without "the", "of", "and": where names of journals differ between databases.
std::string telling(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::string_view word : words)
    if (!is_small_word(word)) out += word;
  return out;
}

bool same_source(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::vector<std::string_view> x = words_of(a), y = words_of(b);
  const std::string left = telling(x), right = telling(y);
  if (!left.empty() && left == right) return true;
  const bool a_longer = left.size() != right.size() ? left.size() > right.size() : left > right;
  const auto &longer = a_longer ? x : y, &shorter = a_longer ? y : x;
  const std::string& letters = a_longer ? right : left;
  if (letters.size() < 3) return false;
  if (shorter.size() >= 2 && abbreviates_words(shorter, longer)) return true;
  int budget = 400;
  return abbreviates(letters, longer, 0, 0, budget);
}

/// How many telling words of `x` are in `y`, beginnings included; `all` gets how many there are.
int common_words(const std::vector<std::string_view>& x, const std::vector<std::string_view>& y,
                 int& all) {
  int common = 0;
  for (std::string_view word : x) {
    if (is_small_word(word)) continue;
    ++all;
    common += std::any_of(y.begin(), y.end(), [&](std::string_view other) {
      return other.size() >= 3 && word.size() >= 3 &&
             (other.starts_with(word) || word.starts_with(other));
    });
  }
  return common;
}

/// At least two words in common, and half of those of the longer name.
bool alike_sources(const std::string& a, const std::string& b) {
  const std::vector<std::string_view> x = words_of(a), y = words_of(b);
  int all_x = 0, all_y = 0;
  const int common = std::min(common_words(x, y, all_x), common_words(y, x, all_y));
  return common >= 2 && 2 * common >= std::max(all_x, all_y);
}

}  // namespace

NameForm name_form(std::string_view printed) {
  NameForm form;
  const std::size_t comma = printed.find(',');
  std::string_view family = printed.substr(0, comma), given;
  if (comma != std::string_view::npos) {
    given = printed.substr(comma + 1);
  } else if (const std::size_t space = printed.find_last_of(' ');
             space != std::string_view::npos && all_initials(printed.substr(space + 1))) {
    family = printed.substr(0, space);
    given = printed.substr(space + 1);
  }
  form.family = title_key(family);
  for (std::string_view suffix : kSuffixes)
    if (form.family.ends_with(suffix) && form.family.size() > suffix.size() + 1)
      form.family.resize(form.family.size() - suffix.size());
  if (std::find(std::begin(kNobody), std::end(kNobody), form.family) != std::end(kNobody))
    return {};
  form.given = title_key(given);
  const std::size_t begin = given.find_first_not_of(' ');
  form.initials =
      initials_of(begin == std::string_view::npos ? "" : given.substr(begin), form.given);
  return form;
}

bool may_be_same(const NameForm& a, const NameForm& b) {
  if (same_family(a, b)) return initials_agree(a, b);
  // Family and given name have changed places.
  if (a.given.size() >= 2 && same_word_run(a.given, b.family))
    return b.given.empty() || b.given.front() == a.family.front();
  if (b.given.size() >= 2 && same_word_run(b.given, a.family))
    return a.given.empty() || a.given.front() == b.family.front();
  // A whole name that was taken for the family name.
  return (a.given.empty() && !b.given.empty() && a.family == b.given + " " + b.family) ||
         (b.given.empty() && !a.given.empty() && b.family == a.given + " " + a.family);
}

std::vector<std::string> source_forms(std::string_view printed) {
  std::vector<std::string> forms;
  const auto add = [&](std::string_view part) {
    std::string key = title_key(part);
    if (key.starts_with("the ")) key.erase(0, 4);
    if (!key.empty() && forms.size() < 4 &&
        std::find(forms.begin(), forms.end(), key) == forms.end())
      forms.push_back(std::move(key));
  };
  printed = printed.substr(0, 600);
  add(printed);
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t equals = std::min(printed.find(" = ", at), printed.size());
    std::string_view side = printed.substr(at, equals - at);
    side = side.substr(0, side.find_first_of(":;(["));
    if (title_key(side).size() >= 4) add(side);
    at = equals + 3;
  }
  return forms;
}

SourceLikeness compare_sources(const std::vector<std::string>& a,
                               const std::vector<std::string>& b) {
  for (const std::string& x : a)
    for (const std::string& y : b)
      if (same_source(x, y)) return SourceLikeness::same;
  for (const std::string& x : a)
    for (const std::string& y : b)
      if (alike_sources(x, y)) return SourceLikeness::alike;
  return SourceLikeness::different;
}

}  // namespace litmine
