// What may stand beside NEAR and its kin. The engines take words, phrases, literal strings, OR and
// other proximities there; anything else is an error that is read on by distributing.
#pragma once

#include "queries/query.h"
#include "queries/remarks.h"

namespace litmine {

/// A word, phrase, literal string, or an OR or proximity of such.
bool may_stand_in_proximity(const Clause& clause);

/// Makes every `near` below `root` legal. Each one that was not is remarked, with the operator.
/// `as_and`: by reading it as AND without a distance, not by distributing.
void settle_proximity(Clause& root, std::string_view source, Remarks& remarks, bool as_and = false);

}  // namespace litmine
