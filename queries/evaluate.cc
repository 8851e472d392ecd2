// Plain and slow on purpose: every rule of the tree is written once more here, over words in
// memory, so that the index can be checked against it. Only the algebra of distances (intervals.h),
// literal strings (exact.h) and the lists of variants (variants.h) are shared with the index.
#include "queries/evaluate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "queries/exact.h"
#include "queries/heading_match.h"
#include "queries/intervals.h"
#include "queries/stop_words.h"
#include "queries/variants.h"
#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// A passage and the places of its words, by position.
struct CutPassage {
  std::size_t report = 0;
  Passage passage;
  std::vector<Span> words;  // bytes in the passage
};

struct WordPlace {
  std::uint32_t passage = 0, position = 0;
  friend auto operator<=>(const WordPlace&, const WordPlace&) = default;
};

}  // namespace

struct CutStudy::Words {
  std::vector<CutPassage> passages;
  std::map<std::string, std::vector<WordPlace>, std::less<>> vocabulary;
  std::vector<std::optional<int>> years;  // of the reports
};

namespace {

void cut_passage(const Passage& passage, std::size_t report, CutStudy::Words& study) {
  auto number = static_cast<std::uint32_t>(study.passages.size());
  CutPassage cut{report, passage, {}};
  cut_words(passage.text, [&](const Word& word) {
    // The fused form ("ecommerce" for "e-commerce") is for hints: the databases do not find it.
    if (word.form == Word::Form::fused) return;
    if (word.form == Word::Form::folded) {
      cut.words.resize(word.position + 1);
      cut.words[word.position] = word.where;
    }
    study.vocabulary[word.text].push_back({number, word.position});
  });
  study.passages.push_back(std::move(cut));
}

/// A node of the tree with what its ancestors say about it.
struct Node {
  const Clause* clause = nullptr;
  Parts parts;
  bool in_entry = false;          // below `same_entry`: asked one passage at a time
  bool in_span = false;           // below `phrase` or `near`
  bool left_out = false;          // below `except`, not in its first operand
  std::size_t end = 0;            // number of the first node after this one and all below it
  std::vector<WordPlace> places;  // of a word, in its parts
};

constexpr std::size_t kEverywhere = static_cast<std::size_t>(-1);

class Evaluation {
 public:
  Evaluation(const Query& query, const CutStudy::Words& study) : study_(study) {
    Node root;
    root.parts = query.in;
    add(query.root, root);
  }

  bool holds(std::size_t number, std::size_t passage = kEverywhere) const;
  /// Does the node hold, asked on its own?
  bool holds_alone(std::size_t number) const;
  std::vector<Match> matches_of(std::size_t number, std::size_t limit) const;
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  void add(const Clause& clause, Node node);
  std::vector<WordPlace> places_of(const Clause& word, Parts parts) const;
  Intervals intervals(std::size_t number, std::size_t passage) const;
  Intervals phrase_intervals(std::size_t number, std::size_t passage) const;
  Intervals near_intervals(std::size_t number, std::size_t passage) const;
  std::vector<std::uint32_t> stop_words_in(std::size_t passage) const;
  bool is_frequent(std::size_t number, std::size_t passage) const;
  bool stands_somewhere(std::size_t number, std::size_t passage) const;
  bool in_years(const Clause& years) const;
  template <class Test>
  bool any_passage(Test test) const;
  template <class Take>
  void each_operand(std::size_t number, Take take) const {
    for (std::size_t at = number + 1; at < nodes_[number].end; at = nodes_[at].end) take(at);
  }

  const CutStudy::Words& study_;
  std::vector<Node> nodes_;
};

void Evaluation::add(const Clause& clause, Node node) {
  node.clause = &clause;
  if (clause.kind == Kind::within) node.parts = clause.parts;
  std::size_t number = nodes_.size();
  nodes_.push_back(node);
  if (clause.kind == Kind::word) nodes_[number].places = places_of(clause, node.parts);

  node.in_entry |= clause.kind == Kind::same_entry;
  node.in_span |= clause.kind == Kind::phrase || clause.kind == Kind::near;
  for (std::size_t i = 0; i < clause.operands.size(); ++i) {
    node.left_out |= clause.kind == Kind::except && i > 0;
    add(clause.operands[i], node);
  }
  nodes_[number].end = nodes_.size();
}

/// The same query is asked of many studies, and making the variants takes longer than asking.
const std::vector<std::string>& remembered_variants(const Clause& word) {
  constexpr std::size_t kMost = 10'000;
  thread_local std::map<std::string, std::vector<std::string>> remembered;
  const Variants& v = word.variants;
  std::string key = word.pattern.literal_prefix();
  for (bool flag : {v.plurals, v.spelling, v.lemmas, v.greek}) key += flag ? '+' : '-';
  if (remembered.size() > kMost) remembered.clear();
  auto [it, is_new] = remembered.try_emplace(key);
  if (is_new) it->second = variants_of(word.pattern.literal_prefix(), v);
  return it->second;
}

std::vector<WordPlace> Evaluation::places_of(const Clause& word, Parts parts) const {
  std::vector<WordPlace> places;
  auto take = [&](const std::vector<WordPlace>& all) {
    for (WordPlace place : all)
      if (parts.contains(study_.passages[place.passage].passage.part)) places.push_back(place);
  };
  if (word.pattern.empty()) return places;
  if (word.pattern.is_literal()) {
    for (const std::string& form : remembered_variants(word))
      if (auto found = study_.vocabulary.find(form); found != study_.vocabulary.end())
        take(found->second);
  } else {
    std::string prefix = word.pattern.literal_prefix();
    for (auto it = study_.vocabulary.lower_bound(prefix);
         it != study_.vocabulary.end() && it->first.starts_with(prefix); ++it)
      if (word.pattern.matches(it->first)) take(it->second);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

Intervals exact_intervals(const CutPassage& passage, const std::string& literal) {
  Intervals list;
  for (Span found : find_exact(passage.passage.text, literal)) {
    auto first = std::find_if(passage.words.begin(), passage.words.end(),
                              [&](Span word) { return word.overlaps(found); });
    if (first == passage.words.end()) continue;  // punctuation only
    auto after =
        std::find_if(first, passage.words.end(), [&](Span word) { return !word.overlaps(found); });
    list.push_back({static_cast<std::uint32_t>(first - passage.words.begin()),
                    static_cast<std::uint32_t>(after - passage.words.begin() - 1)});
  }
  return list;
}

Intervals heading_intervals(const CutPassage& passage, const Clause& heading) {
  if (passage.words.empty() || !is_heading(passage.passage.text, heading)) return {};
  return {{0, static_cast<std::uint32_t>(passage.words.size() - 1)}};
}

/// The stretches of words in one passage that a word, phrase, exact string, heading or proximity
/// covers.
Intervals Evaluation::intervals(std::size_t number, std::size_t passage) const {
  const Node& node = nodes_[number];
  const CutPassage& cut = study_.passages[passage];
  const Clause& clause = *node.clause;
  if (!node.parts.contains(cut.passage.part)) return {};
  Intervals list;
  switch (clause.kind) {
    case Kind::word: {
      WordPlace begin{static_cast<std::uint32_t>(passage), 0};
      auto it = std::lower_bound(node.places.begin(), node.places.end(), begin);
      for (; it != node.places.end() && it->passage == passage; ++it)
        list.push_back({it->position, it->position});
      return list;
    }
    case Kind::exact:
      return exact_intervals(cut, clause.literal);
    case Kind::heading:
      return heading_intervals(cut, clause);
    case Kind::any_of:
      each_operand(number,
                   [&](std::size_t operand) { list = united(list, intervals(operand, passage)); });
      return list;
    case Kind::phrase:
      return phrase_intervals(number, passage);
    case Kind::near:
      return near_intervals(number, passage);
    case Kind::nothing:
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
    case Kind::years:
    case Kind::frequent:
      return {};  // never below a phrase or proximity
  }
  return {};
}

Intervals Evaluation::phrase_intervals(std::size_t number, std::size_t passage) const {
  Intervals list = intervals(number + 1, passage);
  each_operand(number, [&](std::size_t operand) {
    if (operand != number + 1)
      list = followed(list, intervals(operand, passage), nodes_[operand].clause->skip);
  });
  return list;
}

Intervals Evaluation::near_intervals(std::size_t number, std::size_t passage) const {
  const Clause& clause = *nodes_[number].clause;
  std::vector<std::uint32_t> uncounted;
  if (clause.skips_stop_words) uncounted = stop_words_in(passage);
  std::vector<Intervals> operands;
  each_operand(number,
               [&](std::size_t operand) { operands.push_back(intervals(operand, passage)); });
  if (clause.together) return near_together(operands, clause.between, uncounted);
  Intervals list = operands.front();
  for (std::size_t i = 1; i < operands.size(); ++i)
    list = near(list, operands[i], clause.between, clause.ordered, uncounted);
  return list;
}

std::vector<std::uint32_t> Evaluation::stop_words_in(std::size_t passage) const {
  std::vector<std::uint32_t> positions;
  for (std::string_view word : stop_words())
    if (auto found = study_.vocabulary.find(word); found != study_.vocabulary.end())
      for (WordPlace place : found->second)
        if (place.passage == passage) positions.push_back(place.position);
  std::sort(positions.begin(), positions.end());
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  return positions;
}

/// In enough places of one passage, or of one part of one report.
bool Evaluation::is_frequent(std::size_t number, std::size_t passage) const {
  auto places_in = [&](std::size_t p) { return shortest(intervals(number + 1, p)).size(); };
  const std::size_t least = std::max(1u, nodes_[number].clause->least);
  if (passage != kEverywhere) return places_in(passage) >= least;
  std::map<std::pair<std::size_t, Part>, std::size_t> places;
  for (std::size_t p = 0; p < study_.passages.size(); ++p)
    places[{study_.passages[p].report, study_.passages[p].passage.part}] += places_in(p);
  return std::any_of(places.begin(), places.end(),
                     [&](const auto& each) { return each.second >= least; });
}

template <class Test>
bool Evaluation::any_passage(Test test) const {
  for (std::size_t passage = 0; passage < study_.passages.size(); ++passage)
    if (test(passage)) return true;
  return false;
}

bool Evaluation::stands_somewhere(std::size_t number, std::size_t passage) const {
  if (passage != kEverywhere) return !intervals(number, passage).empty();
  if (nodes_[number].clause->kind == Kind::word) return !nodes_[number].places.empty();
  return any_passage([&](std::size_t p) { return !intervals(number, p).empty(); });
}

bool Evaluation::in_years(const Clause& years) const {
  return std::any_of(study_.years.begin(), study_.years.end(), [&](std::optional<int> year) {
    return year && years.from <= *year && *year <= years.to;
  });
}

bool Evaluation::holds(std::size_t number, std::size_t passage) const {
  const Clause& clause = *nodes_[number].clause;
  bool any = false, all = true, first = false, others = false;
  auto ask_operands = [&] {
    each_operand(number, [&](std::size_t operand) {
      bool yes = holds(operand, passage);
      any |= yes;
      all &= yes;
      (operand == number + 1 ? first : others) |= yes;
    });
  };
  switch (clause.kind) {
    case Kind::nothing:
      return false;
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::heading:
      return stands_somewhere(number, passage);
    case Kind::any_of:
      ask_operands();
      return any;
    case Kind::all_of:
      ask_operands();
      return all;
    case Kind::except:
      ask_operands();
      return first && !others;
    case Kind::within:
      return holds(number + 1, passage);
    case Kind::same_entry:
      if (passage != kEverywhere) return holds(number + 1, passage);
      return any_passage([&](std::size_t p) { return holds(number + 1, p); });
    case Kind::years:
      return in_years(clause);
    case Kind::frequent:
      return is_frequent(number, passage);
  }
  return false;
}

bool Evaluation::holds_alone(std::size_t number) const {
  if (!nodes_[number].in_entry) return holds(number);
  return any_passage([&](std::size_t p) { return holds(number, p); });
}

std::vector<Match> Evaluation::matches_of(std::size_t number, std::size_t limit) const {
  std::vector<Match> found;
  for (std::size_t p = 0; p < study_.passages.size(); ++p) {
    const CutPassage& cut = study_.passages[p];
    for (Interval stretch : shortest(intervals(number, p))) {
      Match match{number, cut.report, cut.passage.part, {}};
      if (cut.passage.in_text)
        match.where = {cut.passage.at + cut.words[stretch.first].begin,
                       cut.passage.at + cut.words[stretch.last].end};
      found.push_back(match);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
    return std::pair(a.report, a.where) < std::pair(b.report, b.where);
  });
  if (found.size() > limit) found.resize(limit);
  return found;
}

bool has_places(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::exact || kind == Kind::near ||
         kind == Kind::heading;
}

}  // namespace

CutStudy::CutStudy(const std::vector<const Document*>& reports)
    : words_(std::make_unique<Words>()) {
  for (std::size_t report = 0; report < reports.size(); ++report) {
    for (const Passage& passage : passages(*reports[report])) cut_passage(passage, report, *words_);
    words_->years.push_back(reports[report]->about.year);
  }
}
CutStudy::CutStudy(const Document& report) : CutStudy(std::vector<const Document*>{&report}) {}
CutStudy::~CutStudy() = default;
CutStudy::CutStudy(CutStudy&&) noexcept = default;
CutStudy& CutStudy::operator=(CutStudy&&) noexcept = default;

bool matches(const Query& query, const CutStudy& study) {
  return Evaluation(query, study.words()).holds(0);
}

std::vector<bool> matches_by_clause(const Query& query, const CutStudy& study) {
  Evaluation evaluation(query, study.words());
  std::vector<bool> met(evaluation.nodes().size());
  for (std::size_t number = 0; number < met.size(); ++number)
    met[number] = evaluation.holds_alone(number);
  return met;
}

std::vector<Match> find_matches(const Query& query, const CutStudy& study, std::size_t limit) {
  Evaluation evaluation(query, study.words());
  std::vector<Match> found;
  for (std::size_t number = 0; number < evaluation.nodes().size(); ++number) {
    const Node& node = evaluation.nodes()[number];
    if (!has_places(node.clause->kind) || node.in_span || node.left_out) continue;
    std::vector<Match> here = evaluation.matches_of(number, limit);
    found.insert(found.end(), here.begin(), here.end());
  }
  std::sort(found.begin(), found.end(), [](const Match& a, const Match& b) {
    return std::tuple(a.report, a.where, a.clause) < std::tuple(b.report, b.where, b.clause);
  });
  return found;
}

}  // namespace litmine
