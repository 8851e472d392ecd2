// From criteria to a suggestion. Three-valued: a rule is met, is not met, or cannot be told because
// the record does not say; what cannot be told never counts as either. A suggestion is never a
// decision.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/criterion.h"
#include "corpus/document.h"

namespace litmine {

/// What was found of a criterion, or of one of its rules, on a record.
struct CriterionFinding {
  enum class State : std::uint8_t { met, not_met, not_known, for_people };
  State state = State::for_people;
  std::string because;     ///< "2012 is before 2016", "no abstract"
  std::string sentence;    ///< that speaks for it; empty where a fact does
  std::uint32_t page = 0;  ///< of the sentence, from 1; 0 when there are no pages
  std::string part, file;  ///< where the sentence stands
};
std::string_view state_name(CriterionFinding::State state);  ///< "met", "not met", "not known", ...

/// The rules that ask for facts: years, languages, document types, in this order; only those that
/// the criterion has. A fact that the record lacks is `not_known`, "no year".
std::vector<CriterionFinding> facts_against(const Criterion& criterion, const Biblio& about);

/// All rules of one criterion together: not met if one is not met, else not known if one is not,
/// else met, with the first sentence; for people when there is no rule.
CriterionFinding all_rules(std::span<const CriterionFinding> rules);

/// What the criteria of a stage suggest for a record.
struct ScreeningSuggestion {
  enum class Kind : std::uint8_t { include, exclude, unclear };
  Kind kind = Kind::unclear;
  /// The criterion that speaks: of an exclusion the first that excludes by a sentence, else the
  /// first; of an include the first with a sentence; of an unclear one the first that is not known.
  /// Nothing without any rule.
  std::optional<std::size_t> criterion;
  std::vector<std::size_t> not_known;  ///< criteria that could not be told
};
std::string_view kind_name(ScreeningSuggestion::Kind kind);  ///< "include", "exclude", "unclear"

/// The reason of an exclusion at the full text that counts as a report that was not retrieved.
inline constexpr const char* kNotRetrieved = "not retrieved";

/// Does the finding put the record out of the review?
bool puts_out(const Criterion& criterion, const CriterionFinding& finding);

/// One finding a criterion, in their order. Exclude, when a criterion puts the record out; else
/// unclear, when one is not known or none has a rule; else include.
ScreeningSuggestion suggestion_of(std::span<const Criterion> criteria,
                                  std::span<const CriterionFinding> findings);

}  // namespace litmine
