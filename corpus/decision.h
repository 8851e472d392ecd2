// Reviewers' decisions as the notes of a record tell them: what ASReview and Rayyan write into
// exports, and litmine's own writing for all others.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// Takes the decisions out of a note and leaves the rest: "ASReview_relevant. Seen twice." gives
/// one, and leaves "Seen twice."; `RAYYAN-INCLUSION: {"Ana"=>"Excluded"} |
/// RAYYAN-EXCLUSION-REASONS: animals` gives one with its reason.
std::vector<EarlierDecision> take_decisions(std::string& note);

/// The note that take_decisions() reads as this decision.
std::string note_of(const EarlierDecision& decision);

/// "included", "excluded", "maybe" or "not seen" for what a column of decisions holds: 1, 0, -1,
/// "yes", "irrelevant", ...; empty if it is none of these.
std::string_view verdict_of(std::string_view value);

}  // namespace litmine
