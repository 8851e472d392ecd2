// The steps in order: read, logic, scope, and with an index: both readings, forms, effects.
#include "strategies/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "queries/remarks.h"
#include "strategies/lint_parts.h"

namespace litmine {

std::string studies_text(std::uint64_t count) {
  return count == 1 ? "1 study" : fmt::format("{} studies", count);
}

Finding& Examined::add(Diagnostic::Level level, std::string_view code, Span where,
                       std::string message, std::string hint) const {
  Finding finding;
  finding.note.level = level;
  finding.note.code = std::string(code);
  finding.note.where = where;
  finding.note.message = std::move(message);
  finding.note.hint = std::move(hint);
  finding.code = diagnostic_code(code);
  assert(finding.code != nullptr);
  findings.push_back(std::move(finding));
  return findings.back();
}

std::string Examined::named(std::size_t node) const {
  return cited(typed(query, *layout[node].clause));
}

namespace {

using Kind = Clause::Kind;
using Level = Diagnostic::Level;

std::string in_words(Parts parts) {
  if (parts == kAll) return "all parts";
  std::string names;
  parts.each([&](Part part) {
    names += names.empty() ? "" : ", ";
    names += part_name(part);
  });
  return names;
}

/// Words outside any field, years outside them, and fields of facts.
struct Scope {
  bool bare_words = false, years = false, language = false, doctype = false;
};

Scope scope_of(const Query& query, const Layout& layout) {
  Scope scope;
  for (const Spot& spot : layout) {
    if (spot.clause->kind == Kind::years) scope.years = true;
    if (spot.clause->kind == Kind::within) {
      scope.language |= spot.parts.contains(Part::language);
      scope.doctype |= spot.parts.contains(Part::doctype);
    }
  }
  for (std::size_t node = 0; node < layout.size();) {
    const Kind kind = layout[node].clause->kind;
    const bool word = kind == Kind::word || kind == Kind::phrase || kind == Kind::exact;
    scope.bare_words |= word && layout[node].parts == query.in;
    node = kind == Kind::within ? layout[node].end : node + 1;
  }
  return scope;
}

void sort(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::pair(a.note.where.begin, b.note.level) <
           std::pair(b.note.where.begin, a.note.level);
  });
}

}  // namespace

void lint_scope(const Examined& examined) {
  const Scope scope = scope_of(examined.query, examined.layout);
  if (scope.bare_words)
    examined.add(Level::note, "default-fields", {},
                 "words without a field are searched in " + in_words(examined.query.in),
                 "index terms that the databases add (Keywords Plus, thesaurus terms) are only "
                 "known here for records that brought them along; keywords are the authors'");
  std::string missing;
  auto lacks = [&](bool there, std::string_view name) {
    if (!there) missing += (missing.empty() ? "" : ", ") + std::string(name);
  };
  lacks(scope.years, "year");
  lacks(scope.language, "language");
  lacks(scope.doctype, "document type");
  if (!missing.empty() && examined.query.root.kind != Kind::nothing)
    examined.add(Level::note, "no-limits", {}, "the string sets no limit on " + missing,
                 "if the review reports such limits, they were set elsewhere: add them to the "
                 "string, or the same string will find more than the review did");
}

Result<LintReport> lint(std::string_view source, const Dialect& dialect,
                        const LintOptions& options) {
  LintReport report;
  report.parsed = parse_query(source, dialect, options.reading);
  const Query& query = report.parsed.query;
  const Layout layout = layout_of(query);
  std::optional<CorpusView> corpus;
  if (options.index != nullptr) {
    Result<CorpusView> view = CorpusView::of(query, layout, *options.index);
    if (!view) return tl::unexpected<Error>(view.error());
    corpus.emplace(std::move(*view));
    report.studies = corpus->result().count();
    report.studies_total = corpus->hits().studies_total;
  }
  const Examined examined{query,          dialect, options, layout, corpus ? &*corpus : nullptr,
                          report.findings};
  for (const Diagnostic& note : report.parsed.notes) {
    Finding finding;
    finding.note = note;
    finding.code = diagnostic_code(note.code);
    report.findings.push_back(std::move(finding));
  }
  const std::size_t remarks = report.findings.size();
  Implication implication;
  const Redundant redundant = lint_logic(examined, implication);
  lint_scope(examined);
  if (Result<void> done = lint_readings(examined, remarks); !done)
    return tl::unexpected<Error>(done.error());
  if (Result<void> done = lint_forms(examined); !done) return tl::unexpected<Error>(done.error());
  if (Result<void> done = lint_effects(examined, redundant); !done)
    return tl::unexpected<Error>(done.error());
  sort(report.findings);
  return report;
}

bool was_repaired(const LintReport& report) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [](const Finding& finding) { return finding.note.repaired; });
}

}  // namespace litmine
