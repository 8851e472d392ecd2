// For each kind of looseness a few candidate clauses are built from the term and the words that
// the study has; the reference evaluator then says which of them are met, and where. Nothing is
// given that it does not confirm.
#include "strategies/loosen.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "queries/variants.h"
#include "strategies/build.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using How = Loosened::How;

constexpr std::uint32_t kFarthest = 15;   // words between: a long sentence's half
constexpr std::size_t kMostAlike = 8;     // words taken of those that are spelled alike
constexpr std::size_t kShortestStem = 4;  // letters

/// How many letters of a word may differ for it to count as spelled alike; none of a short one,
/// since everything is near it.
std::size_t edits_allowed(std::size_t letters) {
  if (letters <= 3) return 0;
  if (letters <= 5) return 1;
  return letters <= 8 ? 2 : 3;
}

std::string_view first_bytes(std::string_view word, std::size_t bytes) {
  if (bytes >= word.size()) return word;
  while (bytes > 0 && (static_cast<unsigned char>(word[bytes]) & 0xC0) == 0x80) --bytes;
  return word.substr(0, bytes);
}

std::size_t common_beginning(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(
      a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
  (void)other;
  return first_bytes(a, static_cast<std::size_t>(end - a.begin())).size();
}

/// Is the pattern letters with a `*` behind them, or letters alone?
bool is_plain_or_truncated(const Pattern& pattern) {
  const auto& pieces = pattern.pieces();
  if (pieces.empty() || pieces.front().is_gap()) return false;
  return pieces.size() == 1 || (pieces.size() == 2 && pieces[1].max == Pattern::kAnyRun);
}

// Other forms of one word ---------------------------------------------------------------------

/// Clauses that are met where a word of the study is a form of this one.
using Forms = std::vector<Clause>;

Forms inflected(const Clause& word, const StudyText& text) {
  Forms forms;
  if (!word.pattern.is_literal()) return forms;
  const std::string letters = word.pattern.literal_prefix();
  const std::vector<std::string> own = variants_of(letters, word.variants);
  for (const std::string& form : variants_of(letters, {true, true, true, true}))
    if (text.has(form) && std::find(own.begin(), own.end(), form) == own.end())
      forms.push_back(make_word(form));
  return forms;
}

Clause phrase_of(const std::vector<std::string>& letters) {
  std::vector<Clause> words;
  for (const std::string& word : letters) words.push_back(make_word(word));
  return make_phrase(std::move(words));
}

/// "ecommerce" where the study writes "e-commerce" or "e commerce".
Forms taken_apart(const Clause& word, const StudyText& text) {
  Forms forms;
  if (!is_plain_or_truncated(word.pattern)) return forms;
  for (auto it = text.joined().lower_bound(word.pattern.literal_prefix());
       it != text.joined().end() && it->first.starts_with(word.pattern.literal_prefix()); ++it)
    if (it->second.size() > 1 && word.pattern.matches(it->first))
      forms.push_back(phrase_of(it->second));
  if (!forms.empty() || !word.pattern.is_literal()) return forms;
  constexpr std::size_t kShortestTail = 4;
  const std::string letters = word.pattern.literal_prefix();
  for (std::size_t at = 1; at + kShortestTail <= letters.size(); ++at) {
    const std::string head(letters.substr(0, at)), tail = letters.substr(at);
    if (text.has(head) && text.has(tail)) forms.push_back(phrase_of({head, tail}));
  }
  return forms;
}

/// "e commerce" where the study writes "ecommerce": neighbours of a phrase as one word.
Forms put_together(const Clause& phrase, const StudyText& text) {
  Forms forms;
  if (phrase.kind != Kind::phrase) return forms;
  for (std::size_t i = 0; i + 1 < phrase.operands.size(); ++i) {
    const Pattern &left = phrase.operands[i].pattern, &right = phrase.operands[i + 1].pattern;
    if (!left.is_literal()) continue;
    Clause fused = make_clause(Kind::word);
    fused.pattern.add_letters(left.literal_prefix());
    for (const Pattern::Piece& piece : right.pieces())
      if (piece.is_gap())
        fused.pattern.add_gap(piece.min, piece.max);
      else
        fused.pattern.add_letters(piece.letters);
    fused.variants = {true, false, false, false};
    if (!fused.pattern.is_literal()) fused.variants = {};
    const std::string beginning = fused.pattern.literal_prefix();
    const auto found = text.words().lower_bound(beginning);
    if (found == text.words().end() || !found->first.starts_with(beginning)) continue;
    std::vector<Clause> words(phrase.operands.begin(),
                              phrase.operands.begin() + static_cast<std::ptrdiff_t>(i));
    words.push_back(fused);
    words.insert(words.end(), phrase.operands.begin() + static_cast<std::ptrdiff_t>(i) + 2,
                 phrase.operands.end());
    forms.push_back(make_phrase(std::move(words)));
  }
  return forms;
}

/// Words of the study that begin with most of the letters of this one: "entrepreneurs" for
/// "entrepreneurship".
Forms beginning_alike(const Clause& word, const StudyText& text) {
  Forms forms;
  if (!is_plain_or_truncated(word.pattern)) return forms;
  const std::string letters = word.pattern.literal_prefix();
  const std::size_t least = std::max(kShortestStem, (2 * letters.size() + 2) / 3);
  if (letters.size() <= least) return forms;
  std::map<std::size_t, bool, std::greater<>> lengths;  // of the common beginnings
  const std::string stem(first_bytes(letters, least));
  for (auto it = text.words().lower_bound(stem);
       it != text.words().end() && it->first.starts_with(stem); ++it)
    if (!word.pattern.matches(it->first)) lengths[common_beginning(letters, it->first)] = true;
  for (const auto& [length, yes] : lengths) {
    if (length >= least && length > 0) forms.push_back(make_truncated(letters.substr(0, length)));
    break;  // the longest keeps most of the meaning
  }
  return forms;
}

struct Alike {
  std::size_t edits = 0;
  std::string word;
  friend auto operator<=>(const Alike&, const Alike&) = default;
};

std::size_t edits_between(const Pattern& pattern, const std::string& letters, std::string_view word,
                          std::size_t most) {
  if (pattern.is_literal()) {
    if (std::max(word.size(), letters.size()) - std::min(word.size(), letters.size()) > 3 * most)
      return most + 1;
    return edit_distance(letters, word, most);
  }
  std::size_t least = most + 1;
  if (word.size() + most < letters.size()) return least;
  for (std::size_t length = letters.size() - most; length <= letters.size() + most; ++length)
    least = std::min(least, edit_distance(letters, first_bytes(word, length), most));
  return least;
}

std::vector<Alike> spelled_alike(const Clause& word, const StudyText& text) {
  std::vector<Alike> alike;
  if (!is_plain_or_truncated(word.pattern)) return alike;
  const std::string letters = word.pattern.literal_prefix();
  const std::size_t most = edits_allowed(letters.size());
  if (most == 0) return alike;
  for (const auto& [other, seen] : text.words()) {
    if (other.size() < 3 || word.pattern.matches(other)) continue;
    const std::size_t edits = edits_between(word.pattern, letters, other, most);
    // "export" and "opport" are two edits apart and have nothing in common.
    if (edits > 1 && other.front() != letters.front()) continue;
    if (edits <= most) alike.push_back({edits, other});
  }
  std::sort(alike.begin(), alike.end());
  if (alike.size() > kMostAlike) alike.resize(kMostAlike);
  return alike;
}

// The whole term with some of its words exchanged -----------------------------------------------

/// The term with each of its words replaced by what `forms` gives (the word itself included);
/// phrases become proximities of no distance, which can hold alternatives.
Clause exchanged(const Clause& term, const std::function<Clause(const Clause&)>& forms) {
  if (term.kind == Kind::word) return forms(term);
  Clause copy = term;
  for (Clause& operand : copy.operands) operand = exchanged(Clause(operand), forms);
  if (copy.kind == Kind::phrase) return make_near(std::move(copy.operands), 0, true);
  return copy;
}

/// The literal string or heading as a phrase of its words.
Clause as_phrase(const Clause& exact) {
  std::vector<Clause> words;
  cut_words(exact.literal, [&](const Word& word) {
    if (word.form == Word::Form::folded) words.push_back(make_word(unaccented(word.text)));
  });
  return words.empty() ? make_clause(Kind::nothing) : make_phrase(std::move(words));
}

/// All words of a term stand in the study, in some form? Asked before anything slower.
bool has_all_words(const Clause& term, const StudyText& text, Parts parts) {
  if (term.kind == Kind::word) return text.first_place(term, parts).has_value();
  if (term.kind == Kind::any_of)
    return std::any_of(term.operands.begin(), term.operands.end(),
                       [&](const Clause& operand) { return has_all_words(operand, text, parts); });
  return std::all_of(term.operands.begin(), term.operands.end(),
                     [&](const Clause& operand) { return has_all_words(operand, text, parts); });
}

class Loosening {
 public:
  Loosening(const Clause& asked, const StudyText& text)
      : asked_(asked),
        term_(asked.kind == Kind::exact || asked.kind == Kind::heading ? as_phrase(asked) : asked),
        text_(text) {}

  /// Forms that are met in `parts`.
  void look_in(Parts parts, bool as_it_is);
  std::vector<Loosened> take() && { return std::move(found_); }
  bool any() const { return !found_.empty(); }

 private:
  void other_forms();
  void farther_apart();
  void alike();
  bool offer(How how, Clause clause, std::uint32_t between = 0, bool ordered = false,
             std::uint32_t edits = 0);
  std::optional<std::uint32_t> least_between(Clause near, std::uint32_t above) const;

  const Clause& asked_;
  Clause term_;
  const StudyText& text_;
  Parts parts_;
  std::vector<Loosened> found_;
};

/// Keeps a form if the study meets it.
bool Loosening::offer(How how, Clause clause, std::uint32_t between, bool ordered,
                      std::uint32_t edits) {
  std::optional<Place> place = text_.first_place(clause, parts_);
  if (!place) return false;
  found_.push_back({how, std::move(clause), parts_, between, ordered, edits, std::move(*place)});
  return true;
}

void Loosening::look_in(Parts parts, bool as_it_is) {
  parts_ = parts;
  if (parts.empty()) return;
  if (as_it_is && offer(How::as_it_is, asked_)) return;
  const std::size_t before = found_.size();
  other_forms();
  farther_apart();
  if (found_.size() == before) alike();
}

void Loosening::other_forms() {
  if (asked_.kind != term_.kind && term_.kind != Kind::nothing) offer(How::other_form, term_);
  for (Clause& form : put_together(term_, text_)) offer(How::other_form, std::move(form));
  bool any = false;
  Clause exchange = exchanged(term_, [&](const Clause& word) {
    std::vector<Clause> forms = inflected(word, text_);
    for (Clause& form : taken_apart(word, text_)) forms.push_back(std::move(form));
    if (forms.empty()) return word;
    any = true;
    if (term_.kind != Kind::word) forms.insert(forms.begin(), word);
    return make_any_of(std::move(forms));
  });
  if (!any) return;
  if (exchange.kind != Kind::any_of) {
    offer(How::other_form, std::move(exchange));
    return;
  }
  for (Clause& form : exchange.operands) offer(How::other_form, std::move(form));
}

/// The least number of words between at which a proximity is met, more than `above`.
std::optional<std::uint32_t> Loosening::least_between(Clause near, std::uint32_t above) const {
  auto is_met = [&](std::uint32_t between) {
    near.between = between;
    return text_.first_place(near, parts_).has_value();
  };
  std::uint32_t low = above + 1, high = std::max(kFarthest, above + kFarthest);
  if (!is_met(high)) return std::nullopt;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (is_met(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

void Loosening::farther_apart() {
  if (term_.kind != Kind::phrase && term_.kind != Kind::near) return;
  if (!has_all_words(term_, text_, parts_)) return;
  auto offer_near = [&](std::vector<Clause> operands, bool ordered, std::uint32_t above) {
    Clause near = make_near(std::move(operands), above, ordered);
    const std::optional<std::uint32_t> between = least_between(near, above);
    if (!between) return false;
    near.between = *between;
    return offer(How::farther_apart, std::move(near), *between, ordered);
  };
  if (term_.kind == Kind::near) {
    // The same words in another order are as near as they can be.
    Clause unordered = term_;
    unordered.ordered = false;
    if (term_.ordered && offer(How::farther_apart, unordered, term_.between)) return;
    if (!offer_near(term_.operands, term_.ordered, term_.between) && term_.ordered)
      offer_near(term_.operands, false, term_.between);
    return;
  }
  // A phrase that is broken at one place only keeps more of its meaning than loose words.
  bool broken_once = false;
  const auto& words = term_.operands;
  for (std::size_t i = 1; i < words.size() && words.size() > 2; ++i) {
    const auto middle = words.begin() + static_cast<std::ptrdiff_t>(i);
    broken_once |= offer_near(
        {make_phrase({words.begin(), middle}), make_phrase({middle, words.end()})}, true, 0);
  }
  if (broken_once) return;
  Clause unordered = make_near(words, 0, false);
  if (offer(How::farther_apart, unordered)) return;
  if (!offer_near(words, true, 0)) offer_near(words, false, 0);
}

void Loosening::alike() {
  bool any = false;
  Clause exchange = exchanged(term_, [&](const Clause& word) {
    Forms forms = beginning_alike(word, text_);
    if (forms.empty()) return word;
    any = true;
    if (term_.kind != Kind::word) forms.insert(forms.begin(), word);
    return make_any_of(std::move(forms));
  });
  if (any && offer(How::begins_alike, std::move(exchange))) return;
  std::size_t edits = 0;
  exchange = exchanged(term_, [&](const Clause& word) {
    const std::vector<Alike> alike = spelled_alike(word, text_);
    if (alike.empty()) return word;
    std::vector<Clause> forms;
    if (term_.kind != Kind::word) forms.push_back(word);
    for (const Alike& one : alike)
      if (one.edits == alike.front().edits) forms.push_back(make_word(one.word));
    edits += alike.front().edits;
    return make_any_of(std::move(forms));
  });
  if (edits == 0) return;
  if (exchange.kind == Kind::any_of) exchange = Clause(exchange.operands.front());
  offer(How::spelled_alike, std::move(exchange), 0, false, static_cast<std::uint32_t>(edits));
}

constexpr Parts kAround{Part::references, Part::back_matter, Part::affiliations};

}  // namespace

std::string_view name_of(How how) {
  switch (how) {
    case How::as_it_is:
      return "other_parts";
    case How::other_form:
      return "other_form";
    case How::farther_apart:
      return "farther_apart";
    case How::begins_alike:
      return "begins_alike";
    case How::spelled_alike:
      return "spelled_alike";
  }
  return "";
}

std::vector<Loosened> loosened(const Clause& term, Reach reach, const StudyText& text) {
  if (term.kind != Kind::word && term.kind != Kind::phrase && term.kind != Kind::exact &&
      term.kind != Kind::near && term.kind != Kind::heading)
    return {};
  Loosening loosening(term, text);
  loosening.look_in(reach.searched, false);
  if (reach.elsewhere) {
    loosening.look_in((kText - kAround) - reach.searched, true);
    if (!loosening.any()) loosening.look_in(kAll - kText - reach.searched, true);
    if (!loosening.any()) loosening.look_in(kAround - reach.searched, true);
  }
  return std::move(loosening).take();
}

}  // namespace litmine
