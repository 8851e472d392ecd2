// The other forms of a word that a database finds without being asked: plurals, British and
// American spelling, inflected forms, Greek letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "queries/query.h"

namespace litmine {

/// All forms to look for, `word` itself included, sorted, without doubles. `word` is folded and
/// unaccented; so are the forms. Both engines and `explain` use this one list.
std::vector<std::string> variants_of(std::string_view word, const Variants& variants);

}  // namespace litmine
