#include "queries/normal_form.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// Sorts equal trees together and different ones always the same way.
std::string key(const Clause& clause) {
  if (clause.kind == Kind::word) {
    std::string flags;
    flags += clause.variants.plurals ? 'p' : '-';
    flags += clause.variants.spelling ? 's' : '-';
    flags += clause.variants.lemmas ? 'l' : '-';
    flags += clause.variants.greek ? 'g' : '-';
    return clause.pattern.text() + '~' + flags;
  }
  std::string text = label(clause) + '(';
  for (const Clause& operand : clause.operands) text += key(operand) + ' ';
  return text + ')';
}

void sort_operands(Clause& clause, std::ptrdiff_t from = 0) {
  std::vector<std::pair<std::string, Clause>> keyed;
  for (auto it = clause.operands.begin() + from; it != clause.operands.end(); ++it)
    keyed.emplace_back(key(*it), std::move(*it));
  std::sort(keyed.begin(), keyed.end(), [](auto& a, auto& b) { return a.first < b.first; });
  auto end =
      std::unique(keyed.begin(), keyed.end(), [](auto& a, auto& b) { return a.first == b.first; });
  clause.operands.erase(clause.operands.begin() + from, clause.operands.end());
  for (auto it = keyed.begin(); it != end; ++it) clause.operands.push_back(std::move(it->second));
}

void append(std::vector<Clause>& list, std::vector<Clause>&& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

/// Operands of the same kind become operands of this one.
void flatten(Clause& clause) {
  std::vector<Clause> operands;
  for (Clause& operand : clause.operands) {
    if (operand.kind == clause.kind)
      append(operands, std::move(operand.operands));
    else
      operands.push_back(std::move(operand));
  }
  clause.operands = std::move(operands);
}

/// Several ranges of years, all to be met, are one; each becomes it, and doubles are dropped later.
void intersect_years(Clause& all_of) {
  Clause* first = nullptr;
  for (Clause& operand : all_of.operands) {
    if (operand.kind != Kind::years) continue;
    if (first == nullptr) {
      first = &operand;
      continue;
    }
    first->from = std::max(first->from, operand.from);
    first->to = std::min(first->to, operand.to);
  }
  for (Clause& operand : all_of.operands)
    if (first != nullptr && operand.kind == Kind::years) {
      operand.from = first->from;
      operand.to = first->to;
    }
}

bool has_places(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::exact || kind == Kind::near ||
         kind == Kind::heading;
}

/// One term in title OR in abstract is the term in title and abstract.
void join_fields(Clause& any_of) {
  std::map<std::string, std::size_t> first;
  std::vector<Clause> kept;
  for (Clause& operand : any_of.operands) {
    bool term = operand.kind == Kind::within && has_places(operand.operands.front().kind);
    if (term) {
      auto [it, fresh] = first.try_emplace(key(operand.operands.front()), kept.size());
      if (!fresh) {
        kept[it->second].parts = kept[it->second].parts | operand.parts;
        continue;
      }
    }
    kept.push_back(std::move(operand));
  }
  any_of.operands = std::move(kept);
}

Clause normal_except(Clause clause);

Clause normal_list(Clause clause) {
  flatten(clause);
  if (clause.kind == Kind::all_of) {
    intersect_years(clause);
    std::vector<Clause> without;
    for (Clause& operand : clause.operands) {
      if (operand.kind != Kind::except) continue;
      Clause kept = std::move(operand.operands.front());
      operand.operands.erase(operand.operands.begin());
      append(without, std::move(operand.operands));
      operand = std::move(kept);
    }
    if (!without.empty()) {
      Clause except;
      except.kind = Kind::except;
      except.operands.push_back(normal_list(std::move(clause)));
      append(except.operands, std::move(without));
      return normal_except(std::move(except));
    }
  }
  if (clause.kind == Kind::any_of) join_fields(clause);
  sort_operands(clause);
  if (clause.operands.size() == 1) return Clause(clause.operands.front());
  return clause;
}

Clause normal_except(Clause clause) {
  std::vector<Clause> operands;
  Clause first = std::move(clause.operands.front());
  std::vector<Clause> rest(std::make_move_iterator(clause.operands.begin() + 1),
                           std::make_move_iterator(clause.operands.end()));
  if (first.kind == Kind::except) {
    operands = std::move(first.operands);
  } else {
    operands.push_back(std::move(first));
  }
  for (Clause& without : rest) {
    if (without.kind == Kind::any_of)
      append(operands, std::move(without.operands));
    else
      operands.push_back(std::move(without));
  }
  clause.operands = std::move(operands);
  sort_operands(clause, 1);
  return clause;
}

Clause normal_near(Clause clause) {
  auto is_words = [](const Clause& c) { return c.kind == Kind::word || c.kind == Kind::phrase; };
  if (clause.operands.size() == 2) clause.together = false;  // a pair is all there is
  if (clause.together) {  // in any order, but a word asked for twice is needed twice
    std::sort(clause.operands.begin(), clause.operands.end(),
              [](const Clause& a, const Clause& b) { return key(a) < key(b); });
    return clause;
  }
  bool phrase = clause.ordered && clause.between == 0 && !clause.skips_stop_words &&
                std::all_of(clause.operands.begin(), clause.operands.end(), is_words);
  if (phrase) {
    Clause words;
    words.kind = Kind::phrase;
    for (Clause& operand : clause.operands) {
      if (operand.kind == Kind::phrase)
        append(words.operands, std::move(operand.operands));
      else
        words.operands.push_back(std::move(operand));
    }
    return words;
  }
  if (!clause.ordered && clause.operands.size() == 2 &&
      key(clause.operands[1]) < key(clause.operands[0]))
    std::swap(clause.operands[0], clause.operands[1]);
  return clause;
}

/// `pattern` with its first gap of limited width at each width it can have; alone if it has none.
std::vector<Pattern> at_each_width(const Pattern& pattern) {
  const auto& pieces = pattern.pieces();
  auto limited = std::find_if(pieces.begin(), pieces.end(), [](const Pattern::Piece& piece) {
    return piece.is_gap() && piece.max != Pattern::kAnyRun && piece.max != piece.min;
  });
  if (limited == pieces.end()) return {pattern};
  std::vector<Pattern> patterns;
  for (std::uint32_t width = limited->min; width <= limited->max; ++width) {
    Pattern fixed;
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
      auto exactly = static_cast<std::uint16_t>(width);
      if (!piece->is_gap())
        fixed.add_letters(piece->letters);
      else if (piece != limited)
        fixed.add_gap(piece->min, piece->max);
      else if (width > 0)
        fixed.add_gap(exactly, exactly);
    }
    patterns.push_back(std::move(fixed));
  }
  return patterns;
}

std::size_t forms_of(const Clause& term) {
  std::size_t forms = 1;
  for (const Pattern::Piece& piece : term.pattern.pieces())
    if (piece.is_gap() && piece.max != Pattern::kAnyRun)
      forms = std::min<std::size_t>(forms * (piece.max - piece.min + 1u), 1000);
  for (const Clause& word : term.operands)
    forms = std::min<std::size_t>(forms * forms_of(word), 1000);
  return forms;
}

/// {digital} is the word without its variants.
std::optional<Clause> word_of(const Clause& exact) {
  Clause word;
  word.kind = Kind::word;
  word.where = exact.where;
  std::size_t words = 0;
  cut_words(exact.literal, [&](const Word& cut) {
    bool whole = cut.where.begin == 0 && cut.where.end == exact.literal.size();
    words += cut.form != Word::Form::unaccented || !whole;
    if (whole) word.pattern = Pattern(cut.text);
  });
  if (words != 1 || word.pattern.empty()) return std::nullopt;
  return word;
}

/// colo$r is color OR colo?r; what has more than a few forms stays.
Clause with_exact_widths(Clause clause) {
  constexpr std::size_t kMostForms = 8;
  if (clause.kind == Kind::exact) return word_of(clause).value_or(clause);
  bool term = clause.kind == Kind::word || clause.kind == Kind::phrase;
  if (!term) {
    for (Clause& operand : clause.operands) operand = with_exact_widths(std::move(operand));
    return clause;
  }
  const std::size_t forms = forms_of(clause);
  if (forms < 2 || forms > kMostForms) return clause;
  Clause any;
  any.kind = Kind::any_of;
  std::vector<Clause*> words{&clause};
  for (Clause& word : clause.operands) words.push_back(&word);
  for (Clause* word : words) {
    const Pattern pattern = word->pattern;
    const std::vector<Pattern> patterns = at_each_width(pattern);
    if (patterns.size() < 2) continue;
    for (const Pattern& fixed : patterns) {
      word->pattern = fixed;
      any.operands.push_back(with_exact_widths(clause));
    }
    return any;
  }
  return clause;
}

/// (a OR b) NEAR/3 c is a NEAR/3 c OR b NEAR/3 c; what has more than a few alternatives stays.
Clause with_distances_spread(Clause clause) {
  constexpr std::size_t kMostAlternatives = 16;
  for (Clause& operand : clause.operands) operand = with_distances_spread(std::move(operand));
  auto is_words = [](const Clause& c) { return c.kind == Kind::word || c.kind == Kind::phrase; };
  auto is_either = [&](const Clause& c) {
    return c.kind == Kind::any_of && std::all_of(c.operands.begin(), c.operands.end(), is_words);
  };
  std::size_t alternatives = 1;
  bool simple = clause.kind == Kind::near;
  for (const Clause& operand : clause.operands) {
    simple &= is_words(operand) || is_either(operand);
    if (is_either(operand))
      alternatives =
          std::min<std::size_t>(alternatives * operand.operands.size(), kMostAlternatives + 1);
  }
  if (!simple || alternatives == 1 || alternatives > kMostAlternatives) return clause;
  auto either = std::find_if(clause.operands.begin(), clause.operands.end(), is_either);
  Clause any = *either;
  for (Clause& alternative : any.operands) {
    *either = std::move(alternative);
    alternative = with_distances_spread(clause);
  }
  return any;
}

/// Fields inside one entry are said of its terms.
Clause with_fields_on_terms(Clause clause) {
  for (Clause& operand : clause.operands) operand = with_fields_on_terms(std::move(operand));
  if (clause.kind != Kind::within) return clause;
  Clause inside = std::move(clause.operands.front());
  bool list =
      inside.kind == Kind::any_of || inside.kind == Kind::all_of || inside.kind == Kind::except;
  if (list) {
    for (Clause& operand : inside.operands) {
      clause.operands.front() = std::move(operand);
      operand = with_fields_on_terms(clause);
    }
    return inside;
  }
  clause.operands.front() = std::move(inside);
  return clause;
}

/// One entry holds one of several exactly when one of them stands in one entry; what stands in one
/// place of a text stands in one entry anyway.
Clause with_alternatives_apart(Clause entry) {
  Clause& operand = entry.operands.front();
  switch (operand.kind) {
    case Kind::any_of: {
      Clause list = std::move(operand);
      for (Clause& one : list.operands) {
        entry.operands.front() = std::move(one);
        one = with_alternatives_apart(entry);
      }
      return list;
    }
    case Kind::same_entry:
      return with_alternatives_apart(Clause(operand));
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::years:
      return Clause(operand);
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::nothing:
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  return entry;
}

/// Puts every leaf into a `within`.
Clause scoped(const Clause& clause, Parts parts) {
  switch (clause.kind) {
    case Kind::within:
      return scoped(clause.operands.front(), clause.parts);
    case Kind::any_of:
    case Kind::all_of:
    case Kind::except: {
      Clause list = clause;
      for (Clause& operand : list.operands) operand = scoped(Clause(operand), parts);
      return list;
    }
    case Kind::same_entry: {
      Clause apart = with_alternatives_apart(clause);
      if (apart.kind != Kind::same_entry) return scoped(apart, parts);
      break;
    }
    case Kind::nothing:
    case Kind::years:
      return clause;
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  Clause within;
  within.kind = Kind::within;
  within.parts = parts;
  within.where = clause.where;
  within.operands.push_back(clause.kind == Kind::same_entry ? with_fields_on_terms(clause)
                                                            : clause);
  return within;
}

/// Of `title:x OR abstract:x` makes `title,abstract:x`. `operands`: alternatives.
void join_parts(std::vector<Clause>& operands) {
  std::map<std::string, std::size_t> first;  // by what is searched
  std::vector<Clause> joined;
  for (Clause& operand : operands) {
    bool within = operand.kind == Kind::within;
    auto [it, is_new] = first.try_emplace(
        within ? key(operand.operands.front()) : ' ' + std::to_string(joined.size()),
        joined.size());
    if (is_new || !within)
      joined.push_back(std::move(operand));
    else
      joined[it->second].parts = joined[it->second].parts | operand.parts;
  }
  operands = std::move(joined);
}

Clause with_parts_joined(Clause clause) {
  for (Clause& operand : clause.operands) operand = with_parts_joined(std::move(operand));
  if (clause.kind == Kind::any_of) join_parts(clause.operands);
  if (clause.kind == Kind::except) {  // without any of these
    std::vector<Clause> others(std::make_move_iterator(clause.operands.begin() + 1),
                               std::make_move_iterator(clause.operands.end()));
    join_parts(others);
    clause.operands.resize(1);
    append(clause.operands, std::move(others));
  }
  return clause;
}

/// Years know no parts: (a AND 2010) in a title is a in the title AND 2010.
Clause normal_within(Clause within) {
  Clause& inside = within.operands.front();
  if (inside.kind == Kind::within || inside.kind == Kind::years) return Clause(inside);
  bool list =
      inside.kind == Kind::any_of || inside.kind == Kind::all_of || inside.kind == Kind::except;
  bool years = std::any_of(inside.operands.begin(), inside.operands.end(),
                           [](const Clause& operand) { return operand.kind == Kind::years; });
  if (!list || !years) return within;
  Clause outside = std::move(inside);
  for (Clause& operand : outside.operands) {
    Clause alone;
    alone.kind = Kind::within;
    alone.where = within.where;
    alone.parts = within.parts;
    alone.operands.push_back(std::move(operand));
    operand = normal_within(std::move(alone));
  }
  return outside.kind == Kind::except ? normal_except(std::move(outside))
                                      : normal_list(std::move(outside));
}

/// Takes the clause apart rather than a copy: copies at every level would be as many as the tree is
/// deep.
Clause normal(Clause clause) {
  for (Clause& operand : clause.operands) operand = normal(std::move(operand));
  switch (clause.kind) {
    case Kind::any_of:
    case Kind::all_of:
      return normal_list(std::move(clause));
    case Kind::except:
      return normal_except(std::move(clause));
    case Kind::near:
      return normal_near(std::move(clause));
    case Kind::within:
      return normal_within(std::move(clause));
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::same_entry:
    case Kind::years:
      return clause;
    case Kind::heading:
      std::sort(clause.subheadings.begin(), clause.subheadings.end());
      clause.subheadings.erase(std::unique(clause.subheadings.begin(), clause.subheadings.end()),
                               clause.subheadings.end());
      return clause;
    case Kind::frequent:
      return clause;
  }
  return clause;
}

}  // namespace

Clause normal_form(const Query& query) {
  Clause root = normal(with_exact_widths(normal(query.root)));  // phrases before their widths
  for (int i = 0; i < 2; ++i)
    root = normal(with_distances_spread(std::move(root)));  // and in these
  return normal(with_parts_joined(normal(scoped(root, query.in))));
}

Clause normal_form(const Clause& clause) { return normal(clause); }

}  // namespace litmine
