// The steps of lint.cc, for it alone. Each looks at one examined string and adds its findings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "queries/dialect.h"
#include "strategies/corpus_view.h"
#include "strategies/implication.h"
#include "strategies/layout.h"
#include "strategies/lint.h"

namespace litmine {

/// A string under examination.
struct Examined {
  const Query& query;
  const Dialect& dialect;
  const LintOptions& options;
  const Layout& layout;
  CorpusView* corpus;  ///< nothing without an index
  std::vector<Finding>& findings;

  /// Adds a finding; gives it back for what is known besides.
  Finding& add(Diagnostic::Level level, std::string_view code, Span where, std::string message,
               std::string hint = {}) const;
  /// The term as typed, in single quotes, cut when long.
  std::string named(std::size_t node) const;
};

/// Which lists an operand of an OR or AND may be left out of, by number of the node.
struct Redundant {
  std::vector<bool> flagged;  ///< by number: said to be superfluous by language alone
};

/// Precedence is remarked by the parser; this says what repeats, covers or contradicts.
Redundant lint_logic(const Examined& examined, Implication& implication);
/// Where words without a field are searched, and limits that the string does not set.
void lint_scope(const Examined& examined);
/// For each remark with two readings: reads the other one and counts both.
Result<void> lint_readings(const Examined& examined, std::size_t remarks);
/// What a short stem stands for; words that are not there; forms that are missing.
Result<void> lint_forms(const Examined& examined);
/// What each term adds and each clause takes away.
Result<void> lint_effects(const Examined& examined, const Redundant& redundant);

/// "1 study", "3 studies".
std::string studies_text(std::uint64_t count);

}  // namespace litmine
