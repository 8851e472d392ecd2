// What lint found, for people and for programs.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "strategies/lint.h"

namespace litmine {

/// One remark after the other as a compiler would print them, then a line that sums up.
void write_lint_text(std::ostream& out, const LintReport& report, std::string_view name);
/// One object; places in bytes and in characters (code points), from 0. See docs/commands.md.
void write_lint_json(std::ostream& out, const LintReport& report, std::string_view name);
/// SARIF 2.1.0 (OASIS): one run, with a rule for every code that litmine has. Columns count code
/// points from 1.
void write_lint_sarif(std::ostream& out, const LintReport& report, std::string_view name);

}  // namespace litmine
