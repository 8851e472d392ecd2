#include "queries/word_distances.h"

#include <iterator>
#include <utility>

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr std::size_t kMostAlternatives = 100;
constexpr std::size_t kMostWords = 20;  // in one of them

/// Words that stand together with `between` others among them.
struct Together {
  std::vector<Clause> words;
  std::uint32_t between = 0;
};
using Alternatives = std::vector<Together>;

class Expander {
 public:
  Expander(bool patterns, WordDistances& result) : patterns_(patterns), result_(result) {}

  /// Nothing if it cannot be said.
  Alternatives expand(const Clause& clause) {
    switch (clause.kind) {
      case Kind::word:
        if (!patterns_ && !clause.pattern.is_literal()) return {};
        return {{{clause}, 0}};
      case Kind::phrase:
        return expand_phrase(clause);
      case Kind::any_of:
        return expand_any(clause);
      case Kind::near:
        return expand_near(clause);
      case Kind::nothing:
      case Kind::exact:
      case Kind::all_of:
      case Kind::except:
      case Kind::within:
      case Kind::same_entry:
      case Kind::years:
      case Kind::heading:
      case Kind::frequent:
        break;
    }
    return {};
  }

 private:
  Alternatives expand_phrase(const Clause& phrase) {
    if (phrase.operands.size() > kMostWords) return {};
    Together all;
    for (const Clause& word : phrase.operands) {
      if (!patterns_ && !word.pattern.is_literal()) return {};
      all.words.push_back(word);
      all.words.back().skip = 0;
      all.between += word.skip;
      result_.lost_skips |= word.skip > 0;
    }
    result_.lost_phrases = true;
    return {std::move(all)};
  }

  Alternatives expand_any(const Clause& any_of) {
    Alternatives all;
    for (const Clause& operand : any_of.operands) {
      Alternatives some = expand(operand);
      if (some.empty() || all.size() + some.size() > kMostAlternatives) return {};
      all.insert(all.end(), std::make_move_iterator(some.begin()),
                 std::make_move_iterator(some.end()));
    }
    return all;
  }

  Alternatives expand_near(const Clause& near) {
    if (near.operands.size() > kMostWords) return {};
    result_.lost_order |= near.ordered;
    result_.lost_pairs |= !near.together && near.operands.size() > 2;
    std::size_t gaps = near.together ? 1 : near.operands.size() - 1;
    Alternatives all{{{}, near.between * static_cast<std::uint32_t>(gaps)}};
    for (const Clause& operand : near.operands) {
      Alternatives some = expand(operand), product;
      if (some.empty() || all.size() * some.size() > kMostAlternatives) return {};
      result_.lost_pairs |= operand.kind == Kind::near;
      for (const Together& left : all)
        for (const Together& right : some) {
          product.push_back(left);
          product.back().between += right.between;
          product.back().words.insert(product.back().words.end(), right.words.begin(),
                                      right.words.end());
          if (product.back().words.size() > kMostWords) return {};
        }
      all = std::move(product);
    }
    return all;
  }

  bool patterns_;
  WordDistances& result_;
};

}  // namespace

WordDistances word_distances(const Clause& near, bool patterns) {
  WordDistances result;
  for (Together& together : Expander(patterns, result).expand(near)) {
    Clause alternative;
    alternative.kind = Kind::near;
    alternative.together = true;
    alternative.skips_stop_words = near.skips_stop_words;
    alternative.between = together.between;
    alternative.where = near.where;
    alternative.operands = std::move(together.words);
    result.alternatives.push_back(std::move(alternative));
  }
  return result;
}

}  // namespace litmine
