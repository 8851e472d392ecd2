#include "screening/criteria.h"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/language.h"
#include "corpus/publication_type.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using State = CriterionFinding::State;

CriterionFinding finding(State state, std::string because) {
  return {state, std::move(because), "", 0, "", ""};
}

CriterionFinding against_years(const Criterion& criterion, const Biblio& about) {
  if (!about.year) return finding(State::not_known, "no year");
  if (criterion.first_year && *about.year < *criterion.first_year)
    return finding(State::not_met,
                   fmt::format("{} is before {}", *about.year, *criterion.first_year));
  if (criterion.last_year && *about.year > *criterion.last_year)
    return finding(State::not_met,
                   fmt::format("{} is after {}", *about.year, *criterion.last_year));
  return finding(State::met, fmt::format("published {}", *about.year));
}

CriterionFinding against_languages(const Criterion& criterion, const Biblio& about) {
  if (about.language.empty()) return finding(State::not_known, "no language");
  const std::string key = language_key(about.language);
  const bool met = std::any_of(criterion.languages.begin(), criterion.languages.end(),
                               [&](const auto& one) { return language_key(one) == key; });
  return finding(met ? State::met : State::not_met, fmt::format("in {}", about.language));
}

CriterionFinding against_types(const Criterion& criterion, const Biblio& about) {
  std::vector<std::string> types = about.document_types;
  if (types.empty() && !about.type.empty()) types = {about.type};
  if (types.empty()) return finding(State::not_known, "no document type");
  const auto wanted = [&](const std::string& type) {
    return std::any_of(criterion.types.begin(), criterion.types.end(), [&](const auto& one) {
      return folded(one) == folded(type) || csl_type_of(one) == type;
    });
  };
  const bool met = std::any_of(types.begin(), types.end(), wanted);
  return finding(met ? State::met : State::not_met,
                 fmt::format("document type {}", fmt::join(types, ", ")));
}

}  // namespace

std::string_view state_name(CriterionFinding::State state) {
  switch (state) {
    case State::met:
      return "met";
    case State::not_met:
      return "not met";
    case State::not_known:
      return "not known";
    case State::for_people:
      return "for people";
  }
  return "";
}

std::string_view kind_name(ScreeningSuggestion::Kind kind) {
  switch (kind) {
    case ScreeningSuggestion::Kind::include:
      return "include";
    case ScreeningSuggestion::Kind::exclude:
      return "exclude";
    case ScreeningSuggestion::Kind::unclear:
      return "unclear";
  }
  return "";
}

std::vector<CriterionFinding> facts_against(const Criterion& criterion, const Biblio& about) {
  std::vector<CriterionFinding> findings;
  if (criterion.has_years()) findings.push_back(against_years(criterion, about));
  if (!criterion.languages.empty()) findings.push_back(against_languages(criterion, about));
  if (!criterion.types.empty()) findings.push_back(against_types(criterion, about));
  return findings;
}

CriterionFinding all_rules(std::span<const CriterionFinding> rules) {
  for (const State state : {State::not_met, State::not_known})
    for (const CriterionFinding& rule : rules)
      if (rule.state == state) return rule;
  for (const CriterionFinding& rule : rules)
    if (!rule.sentence.empty()) return rule;
  return rules.empty() ? finding(State::for_people, "people decide on it") : rules.front();
}

bool puts_out(const Criterion& criterion, const CriterionFinding& finding) {
  return finding.state == (criterion.excludes ? State::met : State::not_met);
}

ScreeningSuggestion suggestion_of(std::span<const Criterion> criteria,
                                  std::span<const CriterionFinding> findings) {
  ScreeningSuggestion suggestion;
  std::optional<std::size_t> out, out_by_sentence, with_sentence, any;
  for (std::size_t i = 0; i < criteria.size() && i < findings.size(); ++i) {
    const CriterionFinding& found = findings[i];
    if (found.state == State::not_known) suggestion.not_known.push_back(i);
    if (found.state == State::for_people) continue;
    if (!any) any = i;
    if (puts_out(criteria[i], found)) {
      if (!out) out = i;
      if (!out_by_sentence && !found.sentence.empty()) out_by_sentence = i;
    }
    if (!with_sentence && !found.sentence.empty()) with_sentence = i;
  }
  if (out) {
    suggestion.kind = ScreeningSuggestion::Kind::exclude;
    suggestion.criterion = out_by_sentence ? out_by_sentence : out;
  } else if (!suggestion.not_known.empty()) {
    suggestion.criterion = suggestion.not_known.front();
  } else if (any) {
    suggestion.kind = ScreeningSuggestion::Kind::include;
    suggestion.criterion = with_sentence ? with_sentence : any;
  }
  return suggestion;
}

}  // namespace litmine
