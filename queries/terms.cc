#include "queries/terms.h"

#include <algorithm>
#include <utility>

#include "queries/tokens.h"
#include "text/words.h"

namespace litmine {
namespace {

using Level = Diagnostic::Level;

constexpr std::string_view kForeignWildcards = "*?$#!";
constexpr char kGapSign = '\x01';  // stands for the bytes of `{m,n}` while words are cut

struct Gap {
  std::size_t begin, end;  // in the term
  std::uint16_t min, max;
};

/// Reads up to five digits at `at` and moves it behind them; -1 if there are none.
int read_number(std::string_view text, std::size_t& at) {
  int value = -1;
  for (std::size_t from = at;
       at < text.size() && at - from < 5 && text[at] >= '0' && text[at] <= '9'; ++at)
    value = std::max(value, 0) * 10 + (text[at] - '0');
  return value;
}

std::vector<Gap> counted_gaps(std::string_view raw) {
  std::vector<Gap> gaps;
  for (std::size_t at = raw.find('{'); at != std::string_view::npos; at = raw.find('{', at + 1)) {
    std::size_t end = at + 1;
    int min = read_number(raw, end);
    if (min < 0 || end >= raw.size() || raw[end] != ',') continue;
    int max = read_number(raw, ++end);
    if (max < 0 || end >= raw.size() || raw[end] != '}') continue;
    auto least = static_cast<std::uint16_t>(std::min(min, 1000));
    gaps.push_back(
        {at, end + 1, least, std::max(least, static_cast<std::uint16_t>(std::min(max, 1000)))});
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

std::vector<Clause> TermReader::words(const Term& term) {
  std::string_view raw = std::string_view(text_.text).substr(term.begin, term.end - term.begin);
  std::string letters(raw);
  std::string also;
  bool no_wildcards = term.quoted && dialect_.quoted_wildcards != QuotedWildcards::expand;
  for (const Wildcard& wildcard : dialect_.wildcards)
    if (!no_wildcards) also += wildcard.sign;
  std::vector<Gap> gaps;
  if (dialect_.counted_wildcards) gaps = counted_gaps(raw);
  for (const Gap& gap : gaps)
    std::fill(letters.begin() + static_cast<std::ptrdiff_t>(gap.begin),
              letters.begin() + static_cast<std::ptrdiff_t>(gap.end), kGapSign);
  if (!gaps.empty()) also += kGapSign;

  // `word~ps`: blank the suffix out and give it to the word before.
  struct Suffix {
    std::size_t at;
    Variants variants;
  };
  std::vector<Suffix> suffixes;
  if (dialect_.variant_suffixes) {
    for (std::size_t at = letters.find('~'); at != std::string::npos; at = letters.find('~', at)) {
      std::size_t end = at + 1;
      while (end < letters.size() && is_word_byte(letters[end])) ++end;
      suffixes.push_back({at, suffix_variants(raw.substr(at + 1, end - at - 1), term.begin + at)});
      for (; at < end; ++at) letters[at] = ' ';
    }
  }

  std::vector<Clause> found;
  std::vector<std::size_t> ends;  // of the found words, in the term
  bool any_wildcard = false, alone = false;
  std::uint32_t skip = 0;  // words, whichever, before the next one
  Span skipped_from;
  std::vector<Word> cut = cut_words(letters, also);
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (cut[i].form != Word::Form::folded) continue;
    bool has_plain_form = i + 1 < cut.size() && cut[i + 1].position == cut[i].position &&
                          cut[i + 1].form == Word::Form::unaccented;
    const std::string& form = has_plain_form ? cut[i + 1].text : cut[i].text;
    std::size_t begin = term.begin + cut[i].where.begin, end = term.begin + cut[i].where.end;
    Clause word;
    word.kind = Clause::Kind::word;
    word.where = text_.where(begin, end);
    std::size_t from = cut[i].where.begin, gap_signs_left = 0;
    for (std::size_t at = 0; at < form.size(); ++at) {
      if (form[at] == kGapSign) {
        if (gap_signs_left > 0) {
          --gap_signs_left;
          continue;
        }
        auto gap =
            std::find_if(gaps.begin(), gaps.end(), [&](const Gap& g) { return g.begin >= from; });
        if (gap == gaps.end()) continue;
        word.pattern.add_gap(gap->min, gap->max);
        gap_signs_left = gap->end - gap->begin - 1;
        from = gap->end;
      } else if (const Wildcard* wildcard = wildcard_of(dialect_, form[at])) {
        word.pattern.add_gap(wildcard->min, wildcard->max);
      } else {
        word.pattern.add_letters(std::string_view(form).substr(at, 1));
      }
    }
    bool any_word = term.quoted && dialect_.any_word != 0 && !found.empty() &&
                    form == std::string_view(&dialect_.any_word, 1);
    if (any_word) {
      if (skip++ == 0) skipped_from = word.where;
      continue;
    }
    if (word.pattern.literal_length() == 0) {
      alone = true;
      remarks_.add(Level::error, "wildcard-alone", word.where,
                   cited(raw) + " has a wildcard without any letter beside it",
                   "it would stand for every word; left out");
      continue;
    }
    any_wildcard |= !word.pattern.is_literal();
    check_wildcards(word.pattern, term, begin, end);
    notice(std::string_view(text_.text).substr(begin, end - begin), word.where);
    ends.push_back(cut[i].where.end);
    word.skip = std::exchange(skip, 0);
    found.push_back(std::move(word));
  }
  if (skip > 0)
    remarks_.add(Level::error, "wildcard-alone", skipped_from,
                 cited(raw) + " has a wildcard without any letter beside it",
                 "it would stand for every word; left out");

  if (found.empty() && !alone)
    remarks_.add(Level::error, "no-letters", text_.where(term.begin, term.end),
                 cited(raw) + " holds no letter and no digit", "left out");
  // A wildcard turns the variants of a bare term off, of the words beside it in quotes not.
  Variants variants = variants_for(dialect_, term.quoted, term.parts);
  for (Clause& word : found)
    if (word.pattern.is_literal() && (term.quoted || !any_wildcard)) word.variants = variants;
  for (const Suffix& suffix : suffixes)
    for (std::size_t i = ends.size(); i-- > 0;)
      if (ends[i] <= suffix.at) {
        if (ends[i] == suffix.at) found[i].variants = suffix.variants;
        break;
      }
  std::size_t hyphen = raw.find('-');
  if (found.size() > 1 && hyphen != std::string_view::npos && hyphen > 0 &&
      is_word_byte(raw[hyphen - 1]) && hyphen + 1 < raw.size() && is_word_byte(raw[hyphen + 1]))
    hyphens_.add(raw, text_.where(term.begin, term.end));
  bool foreign = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    bool beside_letter =
        (i > 0 && is_word_byte(raw[i - 1])) || (i + 1 < raw.size() && is_word_byte(raw[i + 1]));
    foreign |= beside_letter && kForeignWildcards.find(raw[i]) != std::string_view::npos &&
               wildcard_of(dialect_, raw[i]) == nullptr;
  }
  if (foreign) foreign_.add(raw, text_.where(term.begin, term.end));
  return found;
}

void TermReader::check_wildcards(const Pattern& pattern, const Term& term, std::size_t begin,
                                 std::size_t end) {
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

  // Characters before the first `*`, or after a leading one; `?` counts as one.
  bool leading = is_run(pieces.front());
  std::size_t beside = 0;
  std::size_t at = leading ? 1 : 0;
  for (; at < pieces.size() && !is_run(pieces[at]); ++at)
    beside += pieces[at].is_gap() ? pieces[at].min : characters_of(pieces[at]);
  bool has_run = std::any_of(pieces.begin(), pieces.end(), is_run);
  const StemRule& rule = dialect_.stems;
  std::size_t least = static_cast<std::size_t>(leading ? rule.after_leading : rule.before);
  if (has_run && beside < least) {
    remarks_.add(Level::error, "short-stem", where,
                 cited(typed) + " has fewer than " + std::to_string(least) + " characters " +
                     (leading ? "after its leading" : "before its") + " wildcard",
                 std::string(dialect_.title) + " refuses it; litmine searches it all the same");
  } else if (has_run && pattern.literal_length() <= static_cast<std::size_t>(rule.doubtful)) {
    remarks_.add(Level::warning, "short-stem", where,
                 cited(typed) + " has a stem of " +
                     counted(pattern.literal_length(), "letter", "letters") +
                     " and may stand for many unrelated words",
                 "`litmine explain` lists them");
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
  if (foreign_.count > 0)
    remarks_.add(Level::warning, "foreign-wildcard", foreign_.first,
                 foreign_.examples + (foreign_.count == 1 ? " holds a sign" : " hold a sign") +
                     " that is a wildcard elsewhere, not in " + std::string(dialect_.title),
                 "read as punctuation, so it parts the word");
}

}  // namespace litmine
