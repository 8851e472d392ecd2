// Rules that changed or are contested: which of them a reading depends on.
#include "queries/normal_form.h"
#include "queries/reading.h"

namespace litmine {
namespace {

using Level = Diagnostic::Level;

/// The first node, from the left, where two trees differ.
const Clause& first_difference(const Clause& one, const Clause& other) {
  if (one.kind != other.kind || one.operands.size() != other.operands.size()) return one;
  for (std::size_t i = 0; i < one.operands.size(); ++i)
    if (!one.operands[i].same_as(other.operands[i]))
      return first_difference(one.operands[i], other.operands[i]);
  return one;
}

ReadingOptions with_rule(ReadingOptions options, const Choice& choice) {
  options.rules.emplace_back(choice.rule, choice.reading);
  return options;
}

}  // namespace

void remark_on_rules(const Clause& tree, const Dialect& dialect, const ReadingOptions& options,
                     const std::function<Clause(const Dialect&, const ReadingOptions&)>& read_again,
                     Remarks& remarks) {
  Remarks unheard;
  for (const Choice& other : dialect.choices) {
    const Choice& taken = choice_taken(dialect, other.rule, options);
    bool changed = !taken.since.empty() || !taken.until.empty();
    if (&other == &taken || other.said_elsewhere) continue;
    if (changed && options.as_of.empty()) continue;
    const ReadingOptions otherwise = with_rule(options, other);
    const Dialect table = as_chosen(dialect, otherwise, unheard);
    const Clause other_tree = read_again(table, otherwise);
    if (normal_form(other_tree).same_as(normal_form(tree))) continue;
    remarks.add({changed || taken.documented ? Level::note : Level::warning,
                 changed ? "changed-rule" : "contested-rule",
                 first_difference(tree, other_tree).where,
                 std::string(dialect.title) + ": " + std::string(taken.meaning) + " (" +
                     std::string(taken.source) + "); otherwise " + std::string(other.meaning) +
                     " (" + std::string(other.source) + ")",
                 "read the other way with --rule " + std::string(other.rule) + '=' +
                     std::string(other.reading),
                 false, std::string(taken.reading), std::string(other.reading)});
  }
}

}  // namespace litmine
