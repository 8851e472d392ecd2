#include "queries/rules_applied.h"

#include <algorithm>
#include <map>
#include <set>

#include "queries/dialects.h"
#include "queries/remarks.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

constexpr const char* kTable = "docs/dialects.md";

/// What a tree has in it.
struct Used {
  std::set<int> ranks;  ///< of the operators
  bool gaps = false, phrase = false, exact = false, near = false, variants = false, bare = false,
       implicit = false;
};

Used used_by(const Query& query, const Dialect& dialect) {
  Used used;
  each_clause(query.root, [&](const Clause& clause, std::size_t, std::size_t) {
    used.gaps |= !clause.pattern.is_literal();
    used.variants |= clause.variants.any();
    used.phrase |= clause.kind == Kind::phrase;
    used.exact |= clause.kind == Kind::exact;
    used.near |= clause.kind == Kind::near;
    used.implicit |= clause.implicit;
    used.bare |= clause.kind == Kind::word || clause.kind == Kind::phrase;
    for (const Operator& op : dialect.operators)
      if (op.kind == clause.kind && op.foreign.empty()) used.ranks.insert(op.binds);
  });
  return used;
}

/// "OR before W/n, PRE/n before AND": from the tightest to the loosest.
std::string order_of(const Dialect& dialect) {
  std::map<int, std::string, std::greater<>> ranks;
  for (const Operator& op : dialect.operators) {
    if (!op.foreign.empty()) continue;
    std::string& names = ranks[op.binds];
    names += (names.empty() ? "" : ", ") + std::string(op.spelling) +
             (op.numbered ? (op.glued ? "n" : "/n") : "");
  }
  std::string order;
  for (const auto& [rank, names] : ranks) order += (order.empty() ? "" : " before ") + names;
  return ranks.size() == 1 ? order + " from left to right" : order;
}

std::string letters(std::uint16_t min, std::uint16_t max) {
  if (max == Pattern::kAnyRun) return min == 0 ? "any letters" : std::to_string(min) + " or more";
  if (min == max) return min == 1 ? "one letter" : std::to_string(min) + " letters";
  return std::to_string(min) + " to " + std::to_string(max) + " letters";
}

std::string wildcards_of(const Dialect& dialect) {
  std::string list;
  for (const Wildcard& wildcard : dialect.wildcards)
    list += (list.empty() ? "" : ", ") + std::string(1, wildcard.sign) + " is " +
            letters(wildcard.min, wildcard.max);
  return list;
}

std::string distances_of(const Dialect& dialect) {
  std::string list;
  for (const Operator& op : dialect.operators) {
    if (op.kind != Kind::near || !op.numbered || !op.foreign.empty()) continue;
    const int minus = op.n_minus + dialect.distance_minus;
    list += (list.empty() ? "" : "; ") + std::string(op.spelling) + (op.glued ? "n" : "/n") + ": " +
            (minus == 0 ? "n" : "n-" + std::to_string(minus)) + " words between at most, " +
            (op.ordered ? "in this order" : "in any order");
  }
  return list;
}

std::string names_of(const Variants& variants) {
  std::string names;
  const auto add = [&](bool yes, const char* name) {
    if (yes) names += (names.empty() ? "" : ", ") + std::string(name);
  };
  add(variants.plurals, "plurals");
  add(variants.spelling, "British and American spelling");
  add(variants.lemmas, "inflected forms");
  add(variants.greek, "names of Greek letters");
  return names.empty() ? "no other forms" : names;
}

}  // namespace

std::vector<AppliedRule> rules_applied(const Query& query, const Dialect& table,
                                       const ReadingOptions& options) {
  Remarks ignored;
  const Dialect dialect = as_chosen(table, options, ignored);
  const Used used = used_by(query, dialect);
  std::vector<AppliedRule> rules;
  const auto add = [&](const char* about, std::string rule, std::string_view source = kTable) {
    if (!rule.empty()) rules.push_back({about, std::move(rule), std::string(source)});
  };
  if (used.ranks.size() > 1) add("order of operators", order_of(dialect));
  if (used.implicit && !dialect.remark_adjacency.empty())
    add("words side by side", std::string(dialect.remark_adjacency));
  if (used.gaps) add("wildcards", wildcards_of(dialect));
  if (used.near) add("distances", distances_of(dialect));
  if (used.exact) add("braces", "literal, with punctuation; no wildcards, no other forms");
  if (used.variants || used.bare) {
    const bool same = dialect.variants.bare == dialect.variants.quoted;
    add(same ? "other forms of a word" : "other forms of a bare word",
        names_of(dialect.variants.bare));
    if (!same) add("other forms in quotes", names_of(dialect.variants.quoted));
  }
  std::string_view before;
  for (const Choice& choice : table.choices) {
    if (choice.rule == before) continue;
    before = choice.rule;
    const Choice& taken = choice_taken(table, choice.rule, options);
    std::string rule = std::string(taken.rule) + '=' + std::string(taken.reading);
    if (!taken.meaning.empty()) rule += ": " + std::string(taken.meaning);
    add("changed or contested", std::move(rule), taken.source.empty() ? kTable : taken.source);
  }
  return rules;
}

}  // namespace litmine
