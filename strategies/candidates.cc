#include "strategies/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "queries/variants.h"
#include "strategies/build.h"
#include "strategies/loosen.h"
#include "text/normalize.h"
#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr std::size_t kLongestKeyword = 4;   // words
constexpr std::size_t kLongestTerm = 3;      // words taken together from a title
constexpr std::size_t kSharedBeginning = 5;  // letters

// Words at which no term begins or ends; they tell nothing of a subject.
constexpr std::string_view kEmptyWords[] = {
    "a",       "about", "after",  "all",   "also",    "among", "an",    "and",    "are",
    "as",      "at",    "be",     "been",  "between", "both",  "but",   "by",     "can",
    "do",      "does",  "during", "each",  "for",     "from",  "had",   "has",    "have",
    "how",     "if",    "in",     "into",  "is",      "it",    "its",   "may",    "more",
    "most",    "no",    "not",    "of",    "on",      "one",   "only",  "or",     "other",
    "our",     "out",   "over",   "paper", "s",       "show",  "shows", "so",     "some",
    "study",   "such",  "than",   "that",  "the",     "their", "them",  "then",   "there",
    "these",   "they",  "this",   "those", "through", "to",    "two",   "under",  "up",
    "use",     "used",  "using",  "was",   "we",      "were",  "what",  "when",   "where",
    "whether", "which", "while",  "who",   "why",     "will",  "with",  "within", "without",
};

bool is_empty_word(std::string_view word) {
  return std::find(std::begin(kEmptyWords), std::end(kEmptyWords), word) != std::end(kEmptyWords);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  cut_words(text, [&](const Word& word) {
    if (word.form == Word::Form::folded) words.push_back(unaccented(word.text));
  });
  return words;
}

/// Runs of words with nothing but blanks and hyphens between them: no term goes over a comma.
std::vector<std::vector<std::string>> runs_of(std::string_view text) {
  std::vector<std::vector<std::string>> runs;
  std::uint32_t end = 0;
  cut_words(text, [&](const Word& word) {
    if (word.form != Word::Form::folded) return;
    const std::string_view between = Span{end, word.where.begin}.in(text);
    if (runs.empty() || between.find_first_not_of(" -\n\t") != std::string_view::npos)
      runs.emplace_back();
    runs.back().push_back(unaccented(word.text));
    end = word.where.end;
  });
  return runs;
}

/// The words with the variants that a term of that shape has elsewhere in the query, as if its
/// author had typed it there.
Clause term_of(const std::vector<std::string>& words, const Layout& layout) {
  const bool single = words.size() == 1;
  Variants usual;
  bool known = false;
  for (std::size_t at = 0; at < layout.size() && !known; ++at) {
    const Clause& clause = *layout[at].clause;
    const Kind above = layout[layout[at].parent].clause->kind;
    if (clause.kind != Kind::word || !clause.pattern.is_literal()) continue;
    if (single ? above == Kind::phrase || above == Kind::near : above != Kind::phrase) continue;
    usual = clause.variants;
    known = true;
  }
  std::vector<Clause> operands;
  for (const std::string& word : words) {
    operands.push_back(make_word(word));
    operands.back().variants = usual;
  }
  return make_phrase(std::move(operands));
}

std::string quoted(const std::vector<std::string>& words) {
  return fmt::format("\"{}\"", fmt::join(words, " "));
}

/// Tells whether a term mends a clause, and gathers what does.
class Search {
 public:
  Search(const Query& query, const Layout& layout, const LostBy& lost, const StudyText& text)
      : query_(query), layout_(layout), lost_(lost), text_(text) {}

  void drop();
  void loosen();
  void search_further();
  void add_terms(std::size_t most);
  std::vector<Candidate> take() && { return std::move(found_); }

 private:
  const Clause& clause(std::size_t number) const { return *layout_[number].clause; }
  std::string name(std::size_t number) const { return typed(query_, clause(number), 50); }
  void offer(EditKind kind, Change change, std::string what, std::uint32_t weight = 0) {
    found_.push_back({kind, lost_.clause, std::move(change), std::move(what), weight});
  }
  void offer_form(std::size_t term, const Loosened& form);
  void offer_truncated(std::size_t term, const Loosened& form);

  struct Term {
    std::vector<std::string> words;
    std::uint32_t source = 0;  // keywords 0, title 1, abstract 2
    bool related = false;      // begins like a word of the clause
  };
  std::vector<Term> terms_of_text() const;
  std::set<std::string> beginnings() const;

  const Query& query_;
  const Layout& layout_;
  const LostBy& lost_;
  const StudyText& text_;
  std::vector<Candidate> found_;
};

void Search::drop() {
  // What is alone in its field goes with the field.
  std::size_t number = lost_.clause;
  while (number != 0 && operands_of(layout_, layout_[number].parent).size() == 1)
    number = layout_[number].parent;
  if (number == 0) return;
  offer(EditKind::drop_clause, {number, std::nullopt},
        fmt::format("drop {}{}", lost_.excludes ? "NOT " : "", name(lost_.clause)));
}

void Search::loosen() {
  for (std::size_t term : search_terms(layout_, lost_.clause))
    for (const Loosened& form : loosened(clause(term), {layout_[term].parts, false}, text_))
      switch (form.how) {
        case Loosened::How::as_it_is:
          break;
        case Loosened::How::other_form:
        case Loosened::How::spelled_alike:
          offer_form(term, form);
          break;
        case Loosened::How::begins_alike:
          offer_truncated(term, form);
          offer_form(term, form);
          break;
        case Loosened::How::farther_apart:
          offer(EditKind::words_between, {term, form.clause},
                form.between == 0
                    ? fmt::format("let the words of {} stand in any order", name(term))
                    : fmt::format("let {} {} stand between the words of {}{}", form.between,
                                  form.between == 1 ? "word" : "words", name(term),
                                  form.ordered ? "" : ", in any order"),
                form.between);
          break;
      }
}

/// The words as the text has them, beside the term.
void Search::offer_form(std::size_t term, const Loosened& form) {
  const std::vector<std::string> words = words_of(form.place.match);
  if (words.empty()) return;
  const bool loose = clause(term).kind == Kind::near;
  Clause as_text = loose ? form.clause : term_of(words, layout_);
  offer(EditKind::other_form, {term, make_any_of({clause(term), std::move(as_text)})},
        fmt::format("add {} beside {}", quoted(words), name(term)), form.edits);
}

/// Each word that differs from the text's cut to what both begin with.
void Search::offer_truncated(std::size_t number, const Loosened& form) {
  const Clause& term = clause(number);
  const std::vector<std::string> words = words_of(form.place.match);
  std::vector<Clause> asked = term.kind == Kind::word ? std::vector<Clause>{term} : term.operands;
  if ((term.kind != Kind::word && term.kind != Kind::phrase) || words.size() != asked.size())
    return;
  bool covers = true;
  std::string shown;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    Clause& word = asked[i];
    shown += (i > 0 ? " " : "");
    const std::string letters = word.pattern.literal_prefix();
    const std::vector<std::string> own = word.pattern.is_literal()
                                             ? variants_of(letters, word.variants)
                                             : std::vector<std::string>{};
    const bool met = word.pattern.is_literal()
                         ? std::find(own.begin(), own.end(), words[i]) != own.end()
                         : word.pattern.matches(words[i]);
    if (!met) {
      const auto [end, other] = std::mismatch(
          letters.begin(),
          letters.begin() + static_cast<std::ptrdiff_t>(std::min(letters.size(), words[i].size())),
          words[i].begin());
      (void)other;
      std::string beginning(letters.begin(), end);
      while (!beginning.empty() && (static_cast<unsigned char>(beginning.back()) & 0x80) != 0)
        beginning.pop_back();  // never within a character
      if (beginning.empty()) return;
      covers &= std::all_of(own.begin(), own.end(),
                            [&](const std::string& one) { return one.starts_with(beginning); });
      word = make_truncated(beginning);
      shown += beginning + '*';
    } else {
      shown += word.pattern.text();
    }
  }
  Clause truncated = term.kind == Kind::word ? asked.front() : make_phrase(std::move(asked));
  Clause replacement = covers ? std::move(truncated) : make_any_of({term, std::move(truncated)});
  offer(EditKind::truncate, {number, std::move(replacement)},
        fmt::format("truncate {} to {}", name(number), shown));
}

void Search::search_further() {
  const Parts searched = layout_[lost_.clause].parts;
  const Parts kSets[] = {kFront | Part::index_terms, kText - Part::references,
                         kAll - Part::references, kText, kAll};
  std::uint32_t weight = 0;
  for (const Parts set : kSets) {
    const Parts parts = searched | set;
    ++weight;
    if (parts == searched) continue;
    Query further;
    further.root = clause(lost_.clause);
    further.in = parts;
    if (matches(further, text_.cut()))
      offer(EditKind::further_parts, {lost_.clause, make_within(parts, clause(lost_.clause))},
            fmt::format("search {} also in further parts", name(lost_.clause)), weight);
  }
}

std::set<std::string> Search::beginnings() const {
  std::set<std::string> all;
  for (std::size_t at = lost_.clause; at < layout_[lost_.clause].end; ++at)
    if (clause(at).kind == Kind::word)
      if (const std::string letters = clause(at).pattern.literal_prefix();
          letters.size() >= kSharedBeginning)
        all.insert(letters.substr(0, kSharedBeginning));
  return all;
}

std::vector<Search::Term> Search::terms_of_text() const {
  const Parts searched = layout_[lost_.clause].parts;
  const std::set<std::string> beginnings = this->beginnings();
  std::map<std::vector<std::string>, std::uint32_t> sources;
  auto take = [&](std::vector<std::string> words, std::uint32_t source) {
    if (words.empty() || std::any_of(words.begin(), words.end(), is_empty_word)) return;
    const auto is_short = [](const std::string& word) { return word.size() < 3; };
    const auto is_number = [](const std::string& word) {
      return word.find_first_not_of("0123456789") == std::string::npos;
    };
    if (std::all_of(words.begin(), words.end(), is_short) ||
        std::any_of(words.begin(), words.end(), is_number))
      return;
    const auto [entry, is_new] = sources.emplace(std::move(words), source);
    entry->second = std::min(entry->second, source);
  };
  for (const Document& report : text_.reports())
    for (const Passage& passage : passages(report)) {
      if (!searched.contains(passage.part)) continue;
      if (passage.part == Part::keywords)
        if (std::vector<std::string> words = words_of(passage.text);
            words.size() <= kLongestKeyword)
          take(std::move(words), 0);
      if (passage.part != Part::title && passage.part != Part::abstract) continue;
      const bool title = passage.part == Part::title;
      for (const std::vector<std::string>& words : runs_of(passage.text))
        for (std::size_t at = 0; at < words.size(); ++at)
          for (std::size_t length = 1; length <= (title ? kLongestTerm : 2); ++length)
            if (at + length <= words.size())
              take({words.begin() + static_cast<std::ptrdiff_t>(at),
                    words.begin() + static_cast<std::ptrdiff_t>(at + length)},
                   title ? 1 : 2);
    }
  std::vector<Term> terms;
  for (const auto& [words, source] : sources) {
    const bool related = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return beginnings.contains(word.substr(0, kSharedBeginning));
    });
    // A single word of running text that has nothing to do with the clause is no term for it.
    if (words.size() > 1 || source == 0 || related) terms.push_back({words, source, related});
  }
  return terms;
}

void Search::add_terms(std::size_t most) {
  const Clause& clause = this->clause(lost_.clause);
  if (clause.kind == Kind::years || clause.kind == Kind::same_entry || clause.kind == Kind::nothing)
    return;
  std::vector<Term> terms = terms_of_text();
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) {
    return std::tuple(!a.related, a.source, a.words) < std::tuple(!b.related, b.source, b.words);
  });
  if (terms.size() > most) terms.resize(most);
  for (const Term& term : terms) {
    // What is met must be met in the parts where the clause is searched.
    Clause added = term_of(term.words, layout_);
    if (!text_.first_place(added, layout_[lost_.clause].parts)) continue;
    offer(EditKind::add_term, {lost_.clause, make_any_of({clause, std::move(added)})},
          fmt::format("add {} beside {}", quoted(term.words), name(lost_.clause)),
          (term.related ? 0u : 10u) + term.source);
  }
}

}  // namespace

std::string_view name_of(EditKind kind) {
  switch (kind) {
    case EditKind::other_form:
      return "other_form";
    case EditKind::words_between:
      return "words_between";
    case EditKind::truncate:
      return "truncate";
    case EditKind::add_term:
      return "add_term";
    case EditKind::further_parts:
      return "further_parts";
    case EditKind::drop_clause:
      return "drop_clause";
  }
  return "";
}

std::vector<Candidate> candidates_for(const Query& query, const Layout& layout, const LostBy& lost,
                                      const StudyText& text, std::size_t most_terms) {
  Search search(query, layout, lost, text);
  search.drop();
  if (!lost.excludes) {
    search.loosen();
    search.search_further();
    search.add_terms(most_terms);
  }
  return std::move(search).take();
}

}  // namespace litmine
