// Were the lines of two columns read across? Then a sentence goes on in another one at every line's
// end, and three things meet that hardly do in a text as it was written: small words that never
// follow each other ("the of"), a small letter behind the end of a sentence ("in Chile. of the"),
// and the beginning of a sentence in the middle of one ("the market However the"). Each alone has
// other causes, so more than one kind is asked for.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "doctor/doctor.h"
#include "doctor/excerpt.h"
#include "doctor/small_words.h"
#include "text/words.h"

namespace litmine {
namespace {

struct Torn {
  std::size_t words = 0;
  std::size_t never = 0, behind_end = 0, within = 0, halves = 0;
  std::size_t first = std::string::npos;  ///< byte in the page

  std::size_t places() const { return never + behind_end + within + halves; }
  std::size_t kinds() const {
    return std::size_t{never > 0} + std::size_t{behind_end > 0} + std::size_t{within > 0};
  }
};

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }

/// A half of a word: "enter- the", but not "pre- and post-war".
bool is_half_word(std::string_view text, Span before, Span behind, std::string_view next) {
  constexpr std::string_view kJoining[] = {"and", "or", "to", "und", "oder", "bis", "et",
                                           "ou",  "y",  "o",  "e",   "as",   "nor", "vs"};
  return behind.begin == before.end + 2 && text[before.end] == '-' && text[before.end + 1] == ' ' &&
         before.end - before.begin >= 2 && is_small_letter(text[before.end - 1]) &&
         is_small_letter(text[behind.begin]) &&
         std::find(std::begin(kJoining), std::end(kJoining), next) == std::end(kJoining);
}

/// Only a blank between, and neither is part of a hyphenated word.
bool are_neighbours(std::string_view text, Span before, Span behind) {
  if (behind.begin != before.end + 1 || (text[before.end] != ' ' && text[before.end] != '\n'))
    return false;
  const char left = before.begin == 0 ? ' ' : text[before.begin - 1];
  const char right = behind.end >= text.size() ? ' ' : text[behind.end];
  const auto part_of_more = [](char c) {
    return c == '-' || c == '/' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  };
  return !part_of_more(left) && !part_of_more(right) && is_small_letter(text[before.begin]) &&
         is_small_letter(text[behind.begin]);
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// In small letters, with a blank, a comma or a full stop behind: no address, name or formula.
bool is_plain_word(std::string_view text, Span where) {
  const std::string_view word = where.in(text);
  const char behind = where.end >= text.size() ? ' ' : text[where.end];
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), is_small_letter) &&
         (behind == ' ' || behind == ',' || behind == '\n');
}

/// "Chile. of": the end of a sentence and a small letter. Not behind abbreviations, which are
/// short or hold a dot themselves ("et al. as", "cf. the", "i.e. the", "Fig. a").
bool goes_on_behind_end(std::string_view text, Span before, Span behind) {
  constexpr std::string_view kAbbreviations[] = {"approx", "resp", "ibid", "assoc", "dept",
                                                 "univ",   "proc", "chap", "eqns",  "figs"};
  const std::string_view last = before.in(text);
  return behind.begin == before.end + 2 && text[before.end] == '.' &&
         (text[before.end + 1] == ' ' || text[before.end + 1] == '\n') && last.size() >= 4 &&
         std::all_of(last.begin(), last.end(), is_small_letter) &&
         std::find(std::begin(kAbbreviations), std::end(kAbbreviations), last) ==
             std::end(kAbbreviations) &&
         is_plain_word(text, behind);
}

/// "market However": words that begin sentences and are no names, behind a word with a small
/// letter.
bool begins_within(std::string_view text, Span before, Span behind) {
  constexpr std::string_view kBeginnings[] = {
      "The",       "This",    "These",        "In",       "It",          "We",           "However",
      "There",     "They",    "For",          "When",     "Moreover",    "Thus",         "As",
      "Our",       "To",      "While",        "Although", "Since",       "Their",        "If",
      "Therefore", "From",    "Finally",      "Such",     "Furthermore", "With",         "Hence",
      "Those",     "Because", "Both",         "Another",  "Some",        "Additionally", "Each",
      "Many",      "Despite", "Given",        "After",    "During",      "By",           "On",
      "At",        "But",     "Most",         "Its",      "An",          "He",           "She",
      "Similarly", "Also",    "Consequently", "Based",    "Here",        "That",         "Not",
      "Die",       "Der",     "Das",          "Es",       "Les",         "La",           "El",
      "Los",       "En",      "Diese",        "Ein",      "Eine",        "Im",           "Bei",
      "Auch",      "Wie"};
  const std::string_view word = behind.in(text);
  return behind.begin == before.end + 1 && (text[before.end] == ' ' || text[before.end] == '\n') &&
         is_small_letter(text[before.begin]) && is_small_letter(text[before.end - 1]) &&
         std::find(std::begin(kBeginnings), std::end(kBeginnings), word) != std::end(kBeginnings) &&
         behind.end < text.size() && text[behind.end] == ' ' && behind.end + 1 < text.size() &&
         !is_capital(text[behind.end + 1]);
}

Torn torn_on(std::string_view text) {
  Torn torn;
  std::string before;
  Span where{0, 0};
  cut_words(text, [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    ++torn.words;
    if (!before.empty()) {
      const std::size_t known = torn.places();
      // "of a and c": letters that are names.
      const bool letter = before == "a" && (word.text == "and" || word.text == "or");
      if (is_half_word(text, where, word.where, word.text))
        ++torn.halves;
      else if (!letter && are_neighbours(text, where, word.where) &&
               (never_neighbours(before, word.text) || adjective_without_noun(before, word.text)))
        ++torn.never;
      else if (goes_on_behind_end(text, where, word.where))
        ++torn.behind_end;
      else if (begins_within(text, where, word.where))
        ++torn.within;
      if (torn.places() > known && torn.first == std::string::npos) torn.first = word.where.begin;
    }
    before = word.text;
    where = word.where;
  });
  return torn;
}

bool is_torn(const Torn& torn) {
  const std::size_t sure = torn.never + torn.behind_end + torn.within;
  return sure >= 3 && (torn.kinds() >= 2 || torn.never >= 5) && torn.never + torn.within >= 2 &&
         sure * 250 >= torn.words;
}

}  // namespace

void examine_columns(const Document& document, std::vector<Symptom>& symptoms) {
  Torn all;
  std::uint32_t pages = 0, first_page = 0, any_page = 0;
  std::string evidence, any_evidence;
  for (const PageText& page : pages_without_references(document)) {
    const Torn torn = torn_on(page.text);
    all.words += torn.words;
    all.never += torn.never;
    all.behind_end += torn.behind_end;
    all.within += torn.within;
    const auto quoted = [&] {
      return fmt::format(", such as \"{}\"", excerpt_around(page.text, torn.first, 60));
    };
    if (torn.never > 0 && any_evidence.empty()) {
      any_page = page.page;
      any_evidence = quoted();
    }
    if (!is_torn(torn)) continue;
    if (pages++ > 0) continue;
    first_page = page.page;
    evidence =
        fmt::format("{} places where a sentence goes on in another one{}", torn.places(), quoted());
  }
  if (pages > 1) evidence += fmt::format("; {} pages are like that", pages);
  if (pages == 0) {
    // Thinly spread over the whole text.
    const std::size_t sure = all.never + all.behind_end + all.within;
    if (sure < 8 || all.kinds() < 3 || all.never < 3 || sure * 250 < all.words) return;
    first_page = any_page;
    evidence =
        fmt::format("{} places where a sentence goes on in another one{}", sure, any_evidence);
  }
  symptoms.push_back({Fault::interleaved, first_page, evidence, ""});
}

}  // namespace litmine
