// Forms are proposed from the query's word alone, by rule and by the tables of word_tables.h; which
// of them exist is for the vocabulary to say. A form that is no word finds nothing, so the rules
// may propose too much, but never a form that is a word of its own with another meaning ("hoping"
// for "hop"): a base is accepted only if its own forms give the word back.
//
// The databases' own lists are not public. These rules follow what their help pages promise
// (docs/dialects.md) and the usual grammar.
#include "queries/variants.h"

#include <algorithm>
#include <set>

#include "queries/word_tables.h"

namespace litmine {
namespace {

using namespace word_tables;
using Forms = std::set<std::string>;

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string without_end(std::string_view word, std::size_t count) {
  return std::string(word.substr(0, word.size() - count));
}

/// English letters, at least three, and something to inflect.
bool can_inflect(std::string_view word) {
  bool letters = std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
  bool any_letter = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a'; });
  return word.size() >= 3 && letters && any_letter && !has(kUninflected, word);
}

bool has_vowel(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return is_vowel(c) || c == 'y'; });
}

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  bool in_vowels = false;
  for (char c : word) {
    bool vowel = is_vowel(c) || c == 'y';
    count += vowel && !in_vowels;
    in_vowels = vowel;
  }
  return count;
}

/// Consonant, single vowel, single consonant at the end: "plan", "travel".
bool may_double(std::string_view word) {
  if (word.size() < 3) return false;
  char last = word.back(), vowel = word[word.size() - 2], before = word[word.size() - 3];
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  bool qu = before == 'u' && word.size() > 3 && word[word.size() - 4] == 'q';
  return is_vowel(vowel) && (!is_vowel(before) || qu);
}

// ---------------------------------------------------------------------------------------- plurals

bool ends_in_hiss(std::string_view word) {
  for (std::string_view end : {"s", "x", "z", "ch", "sh"})
    if (word.ends_with(end)) return true;
  return false;
}

std::string s_form(std::string_view word) {
  if (ends_in_hiss(word)) return std::string(word) + "es";
  bool y_to_ies = word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
  return y_to_ies ? without_end(word, 1) + "ies" : std::string(word) + 's';
}

bool is_man_word(std::string_view word) {
  return word.size() > 3 && word.ends_with("man") && !has(kNotMen, word);
}

void add_plurals(std::string_view word, Forms& forms) {
  for (const Pair& pair : kPlurals)
    if (pair.one == word) forms.insert(std::string(pair.other));
  if (is_man_word(word)) {
    forms.insert(without_end(word, 2) + "en");
  } else if (word.size() > 4 && word.ends_with("sis")) {
    forms.insert(without_end(word, 2) + "es");  // analysis, hypothesis
  } else if (word == "man" || word == "woman" || word == "child") {
    return;
  } else {
    forms.insert(s_form(word));
  }
}

/// What the word may be the plural of; each is checked by the caller.
std::vector<std::string> singular_guesses(std::string_view word) {
  std::vector<std::string> guesses;
  for (const Pair& pair : kPlurals)
    if (pair.other == word) guesses.emplace_back(pair.one);
  if (word.size() > 3 && word.ends_with("men")) guesses.push_back(without_end(word, 2) + "an");
  bool may_be_plural = word.size() > 3 && word.back() == 's' && !word.ends_with("ss") &&
                       !word.ends_with("us") && !word.ends_with("is") && !word.ends_with("ics");
  if (!may_be_plural) return guesses;
  guesses.push_back(without_end(word, 1));
  if (word.ends_with("es")) guesses.push_back(without_end(word, 2));
  if (word.ends_with("ies")) guesses.push_back(without_end(word, 3) + 'y');
  if (word.ends_with("ses")) guesses.push_back(without_end(word, 2) + "is");
  return guesses;
}

void add_plural_family(const std::string& word, Forms& forms) {
  Forms bases{word};
  for (const std::string& guess : singular_guesses(word)) {
    if (!can_inflect(guess)) continue;
    Forms plurals;
    add_plurals(guess, plurals);
    if (plurals.contains(word)) bases.insert(guess);
  }
  bool is_plural = bases.size() > 1;
  for (const std::string& base : bases) {
    forms.insert(base);
    if (!(is_plural && base == word)) add_plurals(base, forms);
  }
}

/// "child's", "children's"; that of a regular plural is written with the apostrophe last, which
/// cut_words leaves out.
void add_possessives(Forms& forms) {
  Forms bases = forms;
  for (const std::string& base : bases)
    if (can_inflect(base) && (!base.ends_with('s') || base.ends_with("ss")))
      forms.insert(base + "'s");
}

// ----------------------------------------------------------------------------------------- lemmas

void add_verb_forms(const std::string& base, Forms& forms) {
  forms.insert(base);
  forms.insert(s_form(base));
  for (const Verb& verb : kVerbs) {
    if (verb.base != base) continue;
    for (std::string_view form : {verb.past, verb.participle, verb.other})
      if (!form.empty()) forms.insert(std::string(form));
  }
  bool irregular = std::any_of(std::begin(kVerbs), std::end(kVerbs),
                               [&](const Verb& verb) { return verb.base == base; });
  auto add = [&](const std::string& stem, const std::string& past_stem) {
    forms.insert(stem + "ing");
    if (!irregular) forms.insert(past_stem + "ed");
  };
  bool silent_e = base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe") &&
                  !base.ends_with("ye");
  if (base.ends_with("ie")) {
    add(without_end(base, 2) + 'y', without_end(base, 1));
  } else if (silent_e) {
    add(without_end(base, 1), without_end(base, 1));
  } else if (base.ends_with('e')) {
    add(base, without_end(base, 1));
  } else if (base.back() == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2])) {
    add(base, without_end(base, 1) + 'i');
  } else if (may_double(base)) {
    add(base + base.back(), base + base.back());
    if (syllables(base) > 1) add(base, base);  // "opening", "occurring": stress decides
  } else {
    add(base, base);
  }
}

std::vector<std::string> verb_base_guesses(const std::string& word) {
  std::vector<std::string> guesses;
  for (const Verb& verb : kVerbs)
    if (verb.past == word || verb.participle == word || verb.other == word)
      guesses.emplace_back(verb.base);
  if (has(kNotVerbForms, word)) return guesses;
  auto stem_guesses = [&](const std::string& stem) {
    guesses.push_back(stem);
    guesses.push_back(stem + 'e');
    bool doubled = stem.size() > 2 && stem.back() == stem[stem.size() - 2];
    if (doubled) guesses.push_back(without_end(stem, 1));
    if (stem.ends_with('y')) guesses.push_back(without_end(stem, 1) + "ie");
    if (stem.ends_with('i')) guesses.push_back(without_end(stem, 1) + 'y');
  };
  if (word.size() > 5 && word.ends_with("ing")) stem_guesses(without_end(word, 3));
  if (word.size() > 4 && word.ends_with("ed")) stem_guesses(without_end(word, 2));
  if (word.size() > 4 && word.ends_with("es")) stem_guesses(without_end(word, 2));
  if (word.size() > 3 && word.ends_with('s')) guesses.push_back(without_end(word, 1));
  return guesses;
}

/// "citation" for "cite": Web of Science finds it [W1]. Forward only, or half of all nouns would
/// find verbs.
void add_nominal(const std::string& word, Forms& forms) {
  bool fits = word.size() > 3 && word.ends_with('e') && !word.ends_with("ee") &&
              !word.ends_with("ate") && !has(kNoNominal, word);
  if (!fits) return;
  forms.insert(without_end(word, 1) + "ation");
  forms.insert(without_end(word, 1) + "ations");
}

/// taller, tallest; from any form of it. Only of adjectives that are known to have them: "tower" is
/// no form of "tow".
void add_comparatives(const std::string& word, Forms& forms) {
  for (const Comparison& irregular : kComparisons)
    if (irregular.base == word || irregular.more == word || irregular.most == word)
      for (std::string_view form : {irregular.base, irregular.more, irregular.most})
        forms.insert(std::string(form));
  for (std::string_view adjective : kComparable) {
    std::string stem(adjective);
    bool y = stem.ends_with('y') && stem.size() > 2 && !is_vowel(stem[stem.size() - 2]);
    if (y) stem.back() = 'i';
    if (stem.ends_with('e')) stem.pop_back();
    if (may_double(stem) && syllables(stem) == 1) stem += stem.back();
    const std::string more = stem + "er", most = stem + "est";
    if (word != adjective && word != more && word != most) continue;
    forms.insert(std::string(adjective));
    forms.insert(more);
    forms.insert(most);
  }
}

/// Nouns and adjectives by their ending: they have a plural, but are not conjugated.
bool is_plainly_no_verb(std::string_view word) {
  if (word.size() < 6) return false;
  for (std::string_view end :
       {"ation", "ition", "ution", "ment",    "ness",   "ity",  "ism",   "ist",
        "ship",  "ance",  "ence",  "ology",   "graphy", "ical", "ional", "sis",
        "ics",   "ous",   "hood",  "ability", "eria",   "ium",  "men",   "ren"})
    if (word.ends_with(end)) return true;
  return false;
}

void add_lemma_family(const std::string& word, Forms& forms) {
  Forms nouns;
  add_plural_family(word, nouns);
  Forms bases;
  for (const std::string& guess : verb_base_guesses(word)) {
    if (guess.size() < 2 || !has_vowel(guess) || !(can_inflect(guess) || guess.size() == 2))
      continue;
    Forms inflected;
    add_verb_forms(guess, inflected);
    if (inflected.contains(word)) bases.insert(guess);
  }
  // A word that is no form of another may itself be a verb; its plural is not conjugated again.
  bool inflected = !bases.empty() && (word.ends_with("ing") || word.ends_with("ed"));
  bool is_plural = word.ends_with('s') && nouns.size() > 2;
  if (!inflected && !is_plural && !has(kNotVerbForms, word)) bases.insert(word);
  for (const std::string& base : bases)
    if (!is_plainly_no_verb(base)) add_verb_forms(base, forms);
  for (const std::string& noun : nouns) {
    forms.insert(noun);
    bool is_base = noun.size() < word.size() && !is_plainly_no_verb(noun);
    if (is_base && word.ends_with('s')) add_verb_forms(noun, forms);
  }
  add_nominal(word, forms);
}

// --------------------------------------------------------------------------------------- spelling

void replace_each(const std::string& word, std::string_view from, std::string_view to,
                  Forms& forms) {
  for (std::size_t at = word.find(from); at != std::string::npos; at = word.find(from, at + 1)) {
    std::string other = word;
    forms.insert(other.replace(at, from.size(), to));
  }
}

void replace_end(const std::string& word, std::string_view from, std::string_view to,
                 Forms& forms) {
  if (word.size() >= from.size() + 3 && word.ends_with(from))
    forms.insert(without_end(word, from.size()) + std::string(to));
}

/// travelling and traveling, focussed and focused.
void add_doubled(const std::string& word, Forms& forms) {
  for (std::string_view verb : kBritishDoubled) {
    if (!word.starts_with(verb) || word.size() == verb.size()) continue;
    std::string rest = word.substr(verb.size());
    if (rest[0] == 'e' || rest[0] == 'i' || rest[0] == 'o')
      forms.insert(std::string(verb) + verb.back() + rest);
    else if (rest.size() > 1 && rest[0] == verb.back() && is_vowel(rest[1]))
      forms.insert(std::string(verb) + rest.substr(1));
  }
}

void add_spellings_of(const std::string& word, Forms& forms) {
  if (word.size() < 4) return;
  for (const Pair& pair : kSpellingAnywhere) {
    bool already_british = word.find(pair.one) != std::string::npos;
    if (already_british)
      replace_each(word, pair.one, pair.other, forms);
    else
      replace_each(word, pair.other, pair.one, forms);
  }
  for (const Pair& pair : kSpellingSuffixes) {
    replace_end(word, pair.one, pair.other, forms);
    replace_end(word, pair.other, pair.one, forms);
  }
  for (const Pair& pair : kSpellingWhole) {
    if (word == pair.one) forms.insert(std::string(pair.other));
    if (word == pair.other) forms.insert(std::string(pair.one));
  }
  add_doubled(word, forms);
}

/// To the second round, for words with two differences: "anaesthetise", "anesthetize".
void add_spellings(Forms& forms) {
  for (int round = 0; round < 2; ++round)
    for (const std::string& form : Forms(forms)) add_spellings_of(form, forms);
}

// ------------------------------------------------------------------------------------------ greek

void add_greek(const std::string& word, Forms& forms) {
  for (const Pair& pair : kGreek) {
    if (word == pair.one) forms.insert(std::string(pair.other));
    if (word == pair.other) forms.insert(std::string(pair.one));
  }
}

}  // namespace

std::vector<std::string> variants_of(std::string_view word, const Variants& variants) {
  Forms forms{std::string(word)};
  std::string base(word.ends_with("'s") ? word.substr(0, word.size() - 2) : word);
  if (variants.greek) add_greek(base, forms);
  if ((variants.plurals || variants.lemmas) && can_inflect(base)) {
    forms.insert(base);
    variants.lemmas ? add_lemma_family(base, forms) : add_plural_family(base, forms);
    if (variants.lemmas) add_comparatives(base, forms);
  }
  if (variants.plurals || variants.lemmas) {
    Forms nouns{base};
    if (can_inflect(base)) add_plural_family(base, nouns);
    add_possessives(nouns);
    forms.insert(nouns.begin(), nouns.end());
  }
  if (variants.spelling) add_spellings(forms);
  return {forms.begin(), forms.end()};
}

}  // namespace litmine
