#include "queries/terms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "queries/gaps.h"
#include "queries/tokens.h"
#include "text/words.h"

namespace litmine {
namespace {

using Level = Diagnostic::Level;

constexpr std::string_view kForeignWildcards = "*?$#!";
constexpr char kGapSign = '\x01';  // stands for the bytes of `{m,n}`, `$n` while words are cut

std::vector<Gap> gaps_in(std::string_view raw, const Dialect& dialect) {
  std::vector<Gap> gaps;
  for (std::size_t at = 0; at < raw.size(); ++at)
    if (std::optional<Gap> gap = gap_at(raw, at, dialect)) {
      gaps.push_back(*gap);
      at = gap->end - 1;
    }
  return gaps;
}

const Wildcard* wildcard_of(const Dialect& dialect, char sign) {
  for (const Wildcard& wildcard : dialect.wildcards)
    if (wildcard.sign == sign) return &wildcard;
  return nullptr;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool looks_like_acronym(std::string_view typed) {
  std::size_t capitals = 0;
  for (char c : typed) {
    if (is_capital(c))
      ++capitals;
    else if (is_word_byte(c))
      return false;
  }
  return capitals >= 2 && capitals <= 6;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (is_capital(c)) c = static_cast<char>(c + 32);
  return result;
}

constexpr Parts kNames{Part::authors, Part::identifiers, Part::language, Part::doctype,
                       Part::affiliations};

}  // namespace

Variants variants_for(const Dialect& dialect, bool quoted, Parts parts) {
  bool names_only = !parts.empty() && (parts - kNames).empty();
  if (names_only) return {};
  return quoted ? dialect.variants.quoted : dialect.variants.bare;
}

void TermReader::Noticed::add(std::string_view example, Span where) {
  constexpr std::size_t kMostExamples = 5;
  if (count++ == 0) first = where;
  if (count <= kMostExamples) examples += (count > 1 ? ", " : "") + cited(example, 24);
  if (count == kMostExamples + 1) examples += ", …";
}

/// The characters of a term as they are cut into words: suffixes are blanked out, numbered
/// wildcards are one sign each byte.
TermReader::Letters TermReader::letters_of(const Term& term) {
  Letters letters;
  std::string_view raw = slice(term.begin, term.end);
  letters.text = raw;
  bool no_wildcards = term.quoted && dialect_.quoted_wildcards != QuotedWildcards::expand;
  if (!no_wildcards) {
    for (const Wildcard& wildcard : dialect_.wildcards) {
      bool none = term.quoted &&
                  dialect_.punctuation_in_quotes.find(wildcard.sign) != std::string_view::npos;
      if (!none) letters.also += wildcard.sign;
    }
    letters.gaps = gaps_in(raw, dialect_);
  }
  for (const Gap& gap : letters.gaps)
    if (gap.max == 0)
      remarks_.add(Level::warning, "wildcard-misplaced",
                   text_.where(term.begin + gap.begin, term.begin + gap.end),
                   cited(raw.substr(gap.begin, gap.end - gap.begin)) +
                       " is a wildcard for no character at all",
                   "left out; write how many characters it may stand for");
  for (const Gap& gap : letters.gaps)
    std::fill(letters.text.begin() + static_cast<std::ptrdiff_t>(gap.begin),
              letters.text.begin() + static_cast<std::ptrdiff_t>(gap.end), kGapSign);
  if (!letters.gaps.empty()) letters.also += kGapSign;
  if (!dialect_.variant_suffixes) return letters;

  // `word~ps`: blank the suffix out and give it to the word before.
  std::string& text = letters.text;
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at)) {
    std::size_t end = at + 1;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    letters.suffixes.push_back(
        {at, suffix_variants(raw.substr(at + 1, end - at - 1), term.begin + at)});
    for (; at < end; ++at) text[at] = ' ';
  }
  return letters;
}

/// A word as it is searched, up to the wildcards that its end may not have.
std::string_view TermReader::kept_of(std::string_view form) const {
  while (!form.empty() && !dialect_.keeps_ending_wildcards) {
    const Wildcard* wildcard = wildcard_of(dialect_, form.back());
    if (wildcard == nullptr || wildcard->least_before_end == 0) return form;
    std::string_view before = form.substr(0, form.size() - 1);
    bool always = wildcard->least_before_end == Wildcard::kAlways;
    if (!always && before.size() >= wildcard->least_before_end) return form;
    form = before;
  }
  return form;
}

/// What stood beside a wildcard that is dropped belongs to no word: 'platform'*
std::string_view without_outer_apostrophes(std::string_view form) {
  while (!form.empty() && form.front() == '\'') form.remove_prefix(1);
  while (!form.empty() && form.back() == '\'') form.remove_suffix(1);
  return form;
}

/// `form` is what stands from byte `from` of the letters on.
Pattern TermReader::pattern_of(std::string_view form, std::size_t from,
                               const Letters& letters) const {
  Pattern pattern;
  std::size_t gap_signs_left = 0;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form[at] == kGapSign) {
      if (gap_signs_left > 0) {
        --gap_signs_left;
        continue;
      }
      auto gap = std::find_if(letters.gaps.begin(), letters.gaps.end(),
                              [&](const Gap& g) { return g.begin >= from; });
      if (gap == letters.gaps.end()) continue;
      pattern.add_gap(gap->min, gap->max);
      gap_signs_left = gap->end - gap->begin - 1;
      from = gap->end;
    } else if (const Wildcard* wildcard = wildcard_of(dialect_, form[at])) {
      pattern.add_gap(wildcard->min, wildcard->max);
    } else {
      pattern.add_letters(form.substr(at, 1));
    }
  }
  return pattern;
}

bool TermReader::is_stop_word(std::string_view form) const {
  return std::find(dialect_.stop_words.begin(), dialect_.stop_words.end(), form) !=
         dialect_.stop_words.end();
}

/// Does a word of a phrase only hold a place for any one word?
bool TermReader::is_any_word(std::string_view form, const Term& term, bool several) const {
  bool stop_word =
      dialect_.stop_words_stand_for_any && (term.quoted || several) && is_stop_word(form);
  bool sign = dialect_.any_word != 0 && term.quoted && form.size() == 1 &&
              form.front() == dialect_.any_word;
  return stop_word || sign;
}

std::vector<Clause> TermReader::words(const Term& term) {
  const std::string_view raw = slice(term.begin, term.end);
  const Letters letters = letters_of(term);
  std::vector<Clause> found;
  std::vector<std::size_t> ends;  // of the found words, in the term
  bool any_wildcard = false, said = false;
  std::uint32_t skip = 0;  // words, whichever, before the next one
  std::vector<Word> cut = cut_words(letters.text, letters.also);
  auto is_folded = [](const Word& word) { return word.form == Word::Form::folded; };
  bool several = std::count_if(cut.begin(), cut.end(), is_folded) > 1;
  auto last = std::find_if(cut.rbegin(), cut.rend(), is_folded);
  Stem stem;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (cut[i].form != Word::Form::folded) continue;
    stem.begin_word(&cut[i] == &*last);
    bool has_plain_form = i + 1 < cut.size() && cut[i + 1].position == cut[i].position &&
                          cut[i + 1].form == Word::Form::unaccented;
    const std::string& whole = has_plain_form ? cut[i + 1].text : cut[i].text;
    std::size_t begin = term.begin + cut[i].where.begin, end = term.begin + cut[i].where.end;
    std::string_view form = kept_of(whole);
    Clause word;
    word.kind = Clause::Kind::word;
    word.where = text_.where(begin, end);
    if (form.size() < whole.size()) dropped_.add(slice(begin, end), word.where);
    const std::string heeded_form = heeded(form, stem, raw, word.where);
    form = heeded_form;
    if (form.size() < whole.size()) form = without_outer_apostrophes(form);
    if (form.empty()) continue;
    if (is_any_word(form, term, several)) {
      bool stop_word = is_stop_word(form);
      if (stop_word) stop_words_.add(slice(begin, end), word.where);
      said |= stop_word;
      bool stray = !stop_word && found.empty();
      skip += found.empty() ? 0 : 1;
      if (!stray) continue;
    }
    word.pattern = pattern_of(form, cut[i].where.begin, letters);
    if (word.pattern.literal_length() == 0) {
      said = true;
      remark_on_lone_wildcard(raw, word.where);
      continue;
    }
    any_wildcard |= !word.pattern.is_literal();
    check_wildcards(word.pattern, term, !several, begin, end);
    notice(slice(begin, end), word.where);
    ends.push_back(cut[i].where.end);
    word.skip = std::exchange(skip, 0);
    found.push_back(std::move(word));
  }
  bool stray_sign = skip > 0 && !cut.empty() && cut.back().text.size() == 1 &&
                    cut.back().text.front() == dialect_.any_word;
  if (stray_sign)
    remark_on_lone_wildcard(
        raw, text_.where(term.begin + cut.back().where.begin, term.begin + cut.back().where.end));
  if (found.empty() && stop_words_.count > 0 && said)
    remarks_.add(Level::warning, "stop-word", text_.where(term.begin, term.end),
                 cited(raw) + " holds only stop words, which " + std::string(dialect_.title) +
                     " never searches",
                 "left out");
  if (found.empty() && !said)
    remarks_.add(Level::error, "no-letters", text_.where(term.begin, term.end),
                 cited(raw) + " holds no letter and no digit", "left out");
  give_variants(found, ends, any_wildcard, term, letters);
  notice_whole(letters.text, found.size(), term);
  return found;
}

void TermReader::give_variants(std::vector<Clause>& found, const std::vector<std::size_t>& ends,
                               bool any_wildcard, const Term& term, const Letters& letters) const {
  // A wildcard turns the variants of a bare term off, of the words beside it in quotes not.
  bool like_quoted = term.quoted && !term.keeps_variants;
  Variants variants = variants_for(dialect_, like_quoted, term.parts);
  for (Clause& word : found)
    if (word.pattern.is_literal() && (term.quoted || !any_wildcard)) word.variants = variants;
  for (const Suffix& suffix : letters.suffixes)
    for (std::size_t i = ends.size(); i-- > 0;)
      if (ends[i] <= suffix.at) {
        if (ends[i] == suffix.at) found[i].variants = suffix.variants;
        break;
      }
}

/// Hyphens, and wildcards of other databases. `letters` shows numbered wildcards as other signs.
void TermReader::notice_whole(std::string_view letters, std::size_t words, const Term& term) {
  std::string_view raw = slice(term.begin, term.end);
  std::size_t hyphen = raw.find('-');
  if (words > 1 && hyphen != std::string_view::npos && hyphen > 0 &&
      is_word_byte(raw[hyphen - 1]) && hyphen + 1 < raw.size() && is_word_byte(raw[hyphen + 1]))
    hyphens_.add(raw, text_.where(term.begin, term.end));
  bool foreign = false;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    bool beside_letter = (i > 0 && is_word_byte(letters[i - 1])) ||
                         (i + 1 < letters.size() && is_word_byte(letters[i + 1]));
    foreign |= beside_letter && kForeignWildcards.find(letters[i]) != std::string_view::npos &&
               wildcard_of(dialect_, letters[i]) == nullptr;
  }
  if (foreign) foreign_.add(raw, text_.where(term.begin, term.end));
}

void TermReader::remark_on_lone_wildcard(std::string_view raw, Span where) {
  remarks_.add(Level::error, "wildcard-alone", where,
               cited(raw) + " has a wildcard without any letter beside it",
               "it would stand for every word; left out");
}

/// The word without the wildcards that the database drops.
std::string TermReader::heeded(std::string_view form, Stem& stem, std::string_view raw,
                               Span where) {
  if (!dialect_.stems.drops && !dialect_.wildcards_at_end) return std::string(form);
  std::string kept;
  for (std::size_t at = 0; at < form.size(); ++at) {
    bool wildcard = wildcard_of(dialect_, form[at]) != nullptr;
    stem.at_end = stem.last_word && at + 1 == form.size();
    if (!wildcard) stem.add(form[at]);
    if (!wildcard || keeps_wildcard(stem, raw, where)) kept += form[at];
  }
  return kept;
}

/// Whether the database reads the wildcard after `stem`; if not, that is remarked.
bool TermReader::keeps_wildcard(const Stem& stem, std::string_view raw, Span where) {
  const StemRule& rule = dialect_.stems;
  if (rule.drops && stem.of_term == 0) return true;  // a leading one is remarked upon later
  std::size_t before = rule.of_term ? stem.of_term : stem.of_word;
  if (rule.drops && before < static_cast<std::size_t>(rule.before)) {
    remarks_.add(Level::warning, "short-stem", where,
                 "fewer than " + std::to_string(rule.before) + " characters before * in " +
                     cited(raw) + ": " + std::string(dialect_.title) +
                     " silently searches it without the wildcard",
                 "* dropped; write a longer beginning, or the forms with OR");
    return false;
  }
  if (dialect_.wildcards_at_end && !stem.at_end) {
    remarks_.add(Level::warning, "wildcard-misplaced", where,
                 "a wildcard works at the end of a term only, not here: " + cited(raw),
                 "* dropped");
    return false;
  }
  return true;
}

void TermReader::check_wildcards(const Pattern& pattern, const Term& term, bool one_word,
                                 std::size_t begin, std::size_t end) {
  if (pattern.is_literal()) return;
  Span where = text_.where(begin, end);
  std::string_view typed = std::string_view(text_.text).substr(begin, end - begin);
  const auto& pieces = pattern.pieces();
  auto characters_of = [](const Pattern::Piece& piece) {
    return Pattern(piece.letters).literal_length();
  };
  auto is_run = [](const Pattern::Piece& piece) {
    return piece.is_gap() && piece.max == Pattern::kAnyRun;
  };

  if (dialect_.stems.never_first && pieces.front().is_gap())
    remarks_.add(Level::error, "leading-wildcard", where, cited(typed) + " begins with a wildcard",
                 std::string(dialect_.title) +
                     " does not take it as the first character; litmine searches it all the same");

  // Characters before the first `*`, or after a leading one; `?` counts as one.
  bool leading = is_run(pieces.front());
  std::size_t beside = 0;
  std::size_t at = leading ? 1 : 0;
  for (; at < pieces.size() && !is_run(pieces[at]); ++at)
    beside += pieces[at].is_gap() ? pieces[at].min : characters_of(pieces[at]);
  bool has_run = std::any_of(pieces.begin(), pieces.end(), is_run);
  const StemRule& rule = dialect_.stems;
  auto least = static_cast<std::size_t>(leading ? rule.after_leading : rule.before);
  if (rule.drops) has_run &= one_word;  // what is left has been looked at: keeps_wildcard
  const bool initial = term.parts == Parts{Part::authors};  // "Smith J*"
  if (has_run && beside < least && !rule.drops && !initial) {
    remarks_.add(Level::error, "short-stem", where,
                 cited(typed) + " has fewer than " + std::to_string(least) + " characters " +
                     (leading ? "after its leading" : "before its") + " wildcard",
                 std::string(dialect_.title) + " refuses it; litmine searches it all the same");
  } else if (has_run && pattern.literal_length() <= static_cast<std::size_t>(rule.doubtful)) {
    remarks_.add(Level::warning, "short-stem", where,
                 cited(typed) + " has a stem of " +
                     counted(pattern.literal_length(), "letter", "letters") +
                     " and may stand for many unrelated words",
                 "`litmine explain` lists them; PubMed searches a stem of fewer than 4 letters "
                 "without its *");
  }

  auto gaps = static_cast<std::size_t>(std::count_if(
      pieces.begin(), pieces.end(), [](const auto& piece) { return piece.is_gap(); }));
  if (dialect_.wildcards_in_word > 0 && gaps > static_cast<std::size_t>(dialect_.wildcards_in_word))
    remarks_.add(Level::warning, "several-wildcards", where,
                 cited(typed) + " has " + std::to_string(gaps) +
                     " wildcards; only one wildcard per term is allowed according to the vendor",
                 "a library guide shows such terms working; read with all of them");
  if (!term.quoted) return;
  bool doubtful = typed.find_first_of(dialect_.doubtful_in_quotes) != std::string_view::npos;
  if (doubtful)
    doubtful_.add(typed, where);
  else if (!dialect_.remark_in_quotes.empty())
    in_quotes_.add(typed, where);
}

void TermReader::notice(std::string_view typed, Span where) {
  if (looks_like_acronym(typed)) acronyms_.add(typed, where);
}

Variants TermReader::suffix_variants(std::string_view letters, std::size_t begin) {
  if (letters.empty()) return {true, true, false, true};
  Variants variants;
  for (char c : lower_case(letters)) {
    if (c == 'p')
      variants.plurals = true;
    else if (c == 's')
      variants.spelling = true;
    else if (c == 'l')
      variants.lemmas = true;
    else if (c == 'g')
      variants.greek = true;
    else
      remarks_.add(Level::error, "unknown-variant", text_.where(begin, begin + 1 + letters.size()),
                   cited("~" + std::string(letters)) + " asks for variants that there are not",
                   "write ~ with p (plurals), s (spelling), l (lemmas), g (Greek)");
  }
  return variants;
}

void TermReader::report() {
  if (acronyms_.count > 0)
    remarks_.add(Level::note, "acronym-case", acronyms_.first,
                 "capitals make no difference: " + acronyms_.examples +
                     (acronyms_.count == 1 ? " is" : " are") + " matched without case");
  if (hyphens_.count > 0)
    remarks_.add(Level::note, "hyphen", hyphens_.first,
                 "a hyphen is read as a space: " + hyphens_.examples +
                     (hyphens_.count == 1 ? " finds" : " find") +
                     " the words with a hyphen or a space between them, not written as one word",
                 "add the form in one word with OR if it is wanted");
  if (in_quotes_.count > 0)
    remarks_.add(Level::note, "wildcard-in-quotes", in_quotes_.first,
                 counted(in_quotes_.count, "wildcard word", "wildcard words") + " in quotes (" +
                     in_quotes_.examples + ")",
                 std::string(dialect_.remark_in_quotes));
  if (doubtful_.count > 0)
    remarks_.add(Level::warning, "wildcard-in-quotes", doubtful_.first,
                 cited(dialect_.doubtful_in_quotes) +
                     " is not allowed in quotes according to older help pages (" +
                     doubtful_.examples + ")",
                 "published strategies use it all the same; read as a wildcard");
  if (dropped_.count > 0)
    remarks_.add(Level::note, "wildcard-dropped", dropped_.first,
                 std::string(dialect_.title) +
                     " removes wildcards at the end of a word: " + dropped_.examples,
                 "searched without them");
  if (stop_words_.count > 0)
    remarks_.add(Level::note, "stop-word", stop_words_.first,
                 std::string(dialect_.title) + " never searches stop words, not even in quotes (" +
                     stop_words_.examples + ")",
                 "between other words of a phrase each stands for any one word");
  if (foreign_.count > 0)
    remarks_.add(Level::warning, "foreign-wildcard", foreign_.first,
                 foreign_.examples + (foreign_.count == 1 ? " holds a sign" : " hold a sign") +
                     " that is a wildcard elsewhere, not in " + std::string(dialect_.title),
                 "read as punctuation, so it parts the word");
}

}  // namespace litmine
