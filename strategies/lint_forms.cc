// Words and the vocabulary: what a short stem stands for, what a term that is not there could have
// been, and other forms of a term (plural, one word or two, British or American, words let in
// between) that find studies which the string does not.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "queries/variants.h"
#include "strategies/build.h"
#include "strategies/lint_parts.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;
using Level = Diagnostic::Level;

constexpr std::size_t kWordsShown = 5;     // of an expansion
constexpr std::size_t kLongestSplit = 24;  // characters of a word that is tried as two
constexpr std::uint32_t kLetIn = 2;        // words let into a phrase

std::vector<Clause> words_of(const Clause& term) {
  if (term.kind == Kind::phrase) return term.operands;
  return {term};
}

/// Another form of a term: what to look for, and how to name it.
struct Form {
  Clause clause;
  std::string name;
};

/// The clause as this database writes it; in litmine's own writing where it cannot.
std::string in_dialect(Clause clause, const Dialect& dialect) {
  Query query;
  query.root = std::move(clause);
  query.in = default_parts(dialect);
  Diagnostics lost;
  std::string text = write_query(query, dialect, lost);
  return lost.empty() ? text : to_native(query.root);
}

/// The term with other forms of its words in their place, for a person: "digital platforms".
std::string with_forms(const std::vector<Clause>& words, const Variants& wanted) {
  std::string text;
  for (const Clause& word : words) {
    if (!text.empty()) text += ' ';
    std::string shown = word.pattern.text();
    if (word.pattern.is_literal()) {
      std::string others;
      for (const std::string& form : variants_of(word.pattern.literal_prefix(), wanted))
        if (form != shown && form.find('\'') == std::string::npos)
          others += (others.empty() ? "" : "/") + form;
      if (!others.empty()) shown = others;
    }
    text += shown;
  }
  return text;
}

class Forms {
 public:
  explicit Forms(const Examined& examined)
      : examined_(examined), layout_(examined.layout), corpus_(*examined.corpus) {}

  Result<void> examine() {
    for (std::size_t node : search_terms(layout_, 0)) {
      const Kind kind = layout_[node].clause->kind;
      if (kind != Kind::word && kind != Kind::phrase) continue;
      for (auto step :
           {&Forms::stem, &Forms::plural, &Forms::hyphen, &Forms::spelling, &Forms::let_in})
        if (Result<void> done = (this->*step)(node); !done) return done;
    }
    return {};
  }

 private:
  /// What a form finds beside the term.
  struct Gain {
    std::uint64_t all = 0, beside_list = 0, new_to_result = 0;
  };

  const Clause& clause(std::size_t node) const { return *layout_[node].clause; }
  /// May a further term stand beside this one and add studies?
  bool adds(std::size_t node) const { return corpus_.is_boolean(node) && !layout_[node].negated; }
  Result<Gain> gain_of(std::size_t node, const Clause& form) const;
  std::string siblings_text(std::size_t node) const;
  Result<void> report(std::size_t node, Level level, std::string_view code, const Form& form,
                      std::string_view what, std::string hint);

  Result<void> stem(std::size_t node);
  Result<void> plural(std::size_t node);
  Result<void> hyphen(std::size_t node);
  Result<void> spelling(std::size_t node);
  Result<void> let_in(std::size_t node);

  const Examined& examined_;
  const Layout& layout_;
  CorpusView& corpus_;
};

Result<Forms::Gain> Forms::gain_of(std::size_t node, const Clause& form) const {
  Result<DocSet> found = corpus_.find(form, layout_[node].parts);
  if (!found) return tl::unexpected<Error>(found.error());
  Gain gain;
  gain.all = found->count();
  std::size_t list = node;  // the OR that would take the form in
  while (list != 0 && layout_[layout_[list].parent].clause->kind == Kind::any_of)
    list = layout_[list].parent;
  gain.beside_list = minus(*found, corpus_.set(list)).count();
  DocSet with_it = corpus_.set(list);
  with_it |= *found;
  gain.new_to_result =
      minus(corpus_.result_with(list, std::move(with_it)), corpus_.result()).count();
  return gain;
}

/// ", as 3 of the other 10 terms of its list are" truncated.
std::string Forms::siblings_text(std::size_t node) const {
  if (node == 0 || layout_[layout_[node].parent].clause->kind != Kind::any_of) return {};
  std::size_t all = 0, truncated = 0;
  for (std::size_t at : operands_of(layout_, layout_[node].parent)) {
    if (at == node || (clause(at).kind != Kind::word && clause(at).kind != Kind::phrase)) continue;
    ++all;
    const std::vector<Clause> words = words_of(clause(at));
    truncated += !words.back().pattern.is_literal();
  }
  if (truncated == 0) return {};
  return fmt::format("; of the other {} terms of its list {} {} truncated", all, truncated,
                     truncated == 1 ? "is" : "are");
}

Result<void> Forms::report(std::size_t node, Level level, std::string_view code, const Form& form,
                           std::string_view what, std::string hint) {
  if (!adds(node)) return {};
  Result<Gain> gain = gain_of(node, form.clause);
  if (!gain) return tl::unexpected<Error>(gain.error());
  if (gain->beside_list == 0) return {};
  Finding& finding = examined_.add(
      level, code, clause(node).where,
      fmt::format("{} {} '{}', which {} here {}: {} not found by the terms beside it, {} new to "
                  "the result",
                  examined_.named(node), what, form.name, studies_text(gain->all),
                  gain->all == 1 ? "has" : "have", gain->beside_list, gain->new_to_result),
      std::move(hint));
  finding.note.alternative = to_native(form.clause);
  finding.counts = {
      {"studies", gain->all}, {"beside_siblings", gain->beside_list}, {"new", gain->new_to_result}};
  return {};
}

// ------------------------------------------------------------------------------- short stems

Result<void> Forms::stem(std::size_t node) {
  std::size_t at = node;
  for (const Clause& word : words_of(clause(node))) {
    const std::size_t here = clause(node).kind == Kind::phrase ? ++at : node;
    const auto& pieces = word.pattern.pieces();
    const bool run = std::any_of(pieces.begin(), pieces.end(), [](const Pattern::Piece& piece) {
      return piece.is_gap() && piece.max == Pattern::kAnyRun;
    });
    if (!run || word.pattern.literal_length() > 3) continue;
    Result<Hits> hits = corpus_.expand(word, layout_[here].parts);
    if (!hits) return tl::unexpected<Error>(hits.error());
    if (hits->expansions.empty() || hits->expansions.front().words.empty()) continue;
    auto words = hits->expansions.front().words;
    std::stable_sort(words.begin(), words.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string shown;
    for (std::size_t i = 0; i < std::min(words.size(), kWordsShown); ++i)
      shown += fmt::format("{}{} ({})", i == 0 ? "" : ", ", words[i].first, words[i].second);
    if (words.size() > kWordsShown) shown += ", …";
    examined_.add(
        Level::note, "stem-words", word.where.empty() ? clause(node).where : word.where,
        fmt::format("'{}' stands for {} here, in so many studies each: {}", word.pattern.text(),
                    words.size() == 1 ? "1 word" : fmt::format("{} words", words.size()), shown),
        "a longer stem, or the words themselves, say what is meant");
  }
  return {};
}

// ------------------------------------------------------------------------------------ plurals

Result<void> Forms::plural(std::size_t node) {
  std::vector<Clause> words = words_of(clause(node));
  Clause& last = words.back();
  if (!last.pattern.is_literal() || !adds(node)) return {};
  if (!last.variants.plurals) {
    std::vector<Clause> plain(words.begin(), words.end() - 1);
    const std::string end = with_forms({last}, {.plurals = true});
    last.variants.plurals = true;
    Form form{make_phrase(words), {}};
    for (const Clause& word : plain) form.name += word.pattern.text() + ' ';
    form.name += end;
    return report(node, Level::warning, "plural-missing", form, "does not find its plural",
                  "truncate it, or add the plural with OR" + siblings_text(node));
  }
  // Found here because this database adds it; elsewhere it would be lost.
  last.variants.plurals = false;
  const Clause exact = make_phrase(words);
  Result<DocSet> as_typed = corpus_.find(exact, layout_[node].parts);
  if (!as_typed) return tl::unexpected<Error>(as_typed.error());
  const std::uint64_t lost = minus(corpus_.set(node), *as_typed).count();
  if (lost == 0) return {};
  Finding& finding = examined_.add(
      Level::note, "plural-missing", clause(node).where,
      fmt::format("{} is not truncated: {} here {} it only in the plural, which this "
                  "database adds; one that reads it as it stands (Web of Science in "
                  "quotes) would not find {}",
                  examined_.named(node), studies_text(lost), lost == 1 ? "has" : "have",
                  lost == 1 ? "it" : "them"),
      "truncate it if the string is to mean the same elsewhere" + siblings_text(node));
  finding.counts = {{"lost", lost}};
  return {};
}

// --------------------------------------------------------------------------- one word or two

/// Two neighbours as one word; nothing where both have wildcards in the way.
std::optional<Clause> fused(const Clause& left, const Clause& right) {
  if (!left.pattern.is_literal()) return std::nullopt;
  Clause word = right;
  word.where = {};
  word.pattern = Pattern(left.pattern.literal_prefix());
  bool first = true;
  for (const Pattern::Piece& piece : right.pattern.pieces()) {
    if (first && !piece.is_gap())
      word.pattern = Pattern(left.pattern.literal_prefix() + piece.letters);
    else if (piece.is_gap())
      word.pattern.add_gap(piece.min, piece.max);
    else
      word.pattern.add_letters(piece.letters);
    first = false;
  }
  return word;
}

/// Places between characters of a word, at least `least` bytes from either end.
std::vector<std::size_t> splits_of(const std::string& word) {
  std::vector<std::size_t> places;
  for (std::size_t at = 1; at < word.size(); ++at)
    if ((static_cast<unsigned char>(word[at]) & 0xc0) != 0x80) places.push_back(at);
  return places;
}

Result<void> Forms::hyphen(std::size_t node) {
  if (!adds(node)) return {};
  const std::vector<Clause> words = words_of(clause(node));
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    std::optional<Clause> word = fused(words[i], words[i + 1]);
    if (!word) continue;
    std::vector<Clause> list = words;
    list[i] = std::move(*word);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    Form form{make_phrase(std::move(list)), {}};
    form.name = in_dialect(form.clause, examined_.dialect);
    Result<void> done = report(node, Level::warning, "hyphen-form-missing", form,
                               "does not find the form in one word,", "add it with OR");
    if (!done) return done;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].pattern.is_literal()) continue;
    const std::string letters = words[i].pattern.literal_prefix();
    if (letters.size() > kLongestSplit) continue;
    for (std::size_t at : splits_of(letters)) {
      std::vector<Clause> list = words;
      list[i].pattern = Pattern(letters.substr(0, at));
      list[i].variants = {};
      Clause rest = words[i];
      rest.pattern = Pattern(letters.substr(at));
      list.insert(list.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
      Form form{make_phrase(std::move(list)), {}};
      form.name = in_dialect(form.clause, examined_.dialect);
      Result<void> done = report(node, Level::warning, "hyphen-form-missing", form,
                                 "does not find the form in two words or with a hyphen,",
                                 "add it with OR, with the hyphen");
      if (!done) return done;
    }
  }
  return {};
}

// ---------------------------------------------------------------------------------- spelling

/// Ends of stems that are spelled in two ways.
struct Twin {
  std::string_view one, other;
};
constexpr Twin kStemTwins[] = {
    {"iz", "is"}, {"yz", "ys"}, {"our", "or"}, {"isation", "ization"}, {"ising", "izing"},
};

std::string spelled_otherwise(const std::string& stem) {
  constexpr std::size_t kShortest = 5;  // letters of a stem that is long enough to be sure
  if (stem.size() < kShortest) return {};
  for (const Twin& twin : kStemTwins) {
    if (stem.ends_with(twin.one))
      return stem.substr(0, stem.size() - twin.one.size()) + std::string(twin.other);
    if (stem.ends_with(twin.other))
      return stem.substr(0, stem.size() - twin.other.size()) + std::string(twin.one);
  }
  return {};
}

Result<void> Forms::spelling(std::size_t node) {
  if (!adds(node)) return {};
  std::vector<Clause> words = words_of(clause(node));
  bool changed_any = false;
  for (Clause& word : words) {
    const auto& pieces = word.pattern.pieces();
    if (word.pattern.is_literal()) {
      changed_any |= !word.variants.spelling && !word.variants.lemmas;
      word.variants.spelling = true;
    } else if (pieces.size() == 2 && !pieces[0].is_gap()) {
      const std::string twin = spelled_otherwise(pieces[0].letters);
      if (twin.empty()) continue;
      Pattern pattern(twin);
      pattern.add_gap(pieces[1].min, pieces[1].max);
      word.pattern = pattern;
      changed_any = true;
    }
  }
  if (!changed_any) return {};
  Form form{make_phrase(words), {}};
  form.name = with_forms(words, {.spelling = true});
  return report(node, Level::warning, "spelling-missing", form,
                "is written in another way, too:", "add the other spelling with OR");
}

// --------------------------------------------------------------------------- words let in between

Result<void> Forms::let_in(std::size_t node) {
  if (!adds(node) || clause(node).kind != Kind::phrase) return {};
  const std::vector<Clause> words = clause(node).operands;
  // Two words with others between them are often something else; say so only if they never meet.
  if (words.size() < 3 && !corpus_.set(node).empty()) return {};
  std::optional<Form> best;
  std::uint64_t most = 0;
  for (std::size_t at = 1; at < words.size(); ++at) {
    auto cut = words.begin() + static_cast<std::ptrdiff_t>(at);
    Clause loose = make_near({make_phrase({words.begin(), cut}), make_phrase({cut, words.end()})},
                             kLetIn, true);
    Result<Gain> gain = gain_of(node, loose);
    if (!gain) return tl::unexpected<Error>(gain.error());
    if (gain->beside_list <= most) continue;
    most = gain->beside_list;
    best = Form{loose, in_dialect(loose, examined_.dialect)};
  }
  if (!best) return {};
  return report(node, Level::warning, "phrase-too-tight", *best, "allows no word in between, as in",
                "write it with a distance, or add the longer phrase with OR");
}

}  // namespace

Result<void> lint_forms(const Examined& examined) {
  if (examined.corpus == nullptr) return {};
  return Forms(examined).examine();
}

}  // namespace litmine
