// What may stand beside NEAR and its kin. The engines take words, phrases, literal strings, OR and
// other proximities there; anything else is an error that is read on by distributing.
#pragma once

#include "queries/query.h"
#include "queries/remarks.h"

namespace litmine {

/// Makes every `near` below `root` legal. Each one that was not is remarked, with the operator.
void settle_proximity(Clause& root, std::string_view source, Remarks& remarks);

}  // namespace litmine
