// "Smith, J., van der Berg, A.-M. & OECD" into names, in the orders that lists are printed in.
#pragma once

#include <string_view>
#include <vector>

#include "citations/tokens.h"
#include "corpus/reference.h"

namespace litmine {

struct NameList {
  std::vector<Name> names;
  bool et_al = false;
};

/// The names in tokens [begin, end) of `text`. Knows "Family, Given", "Family, I.", "Family I",
/// "I. Family", "Given Family" and mixtures (first author turned round), separated by commas,
/// semicolons, slashes, "and", "&", "und", "et", "y", "e". A body's name stays whole. What cannot
/// be told apart (a Spanish double family name without a comma) goes by the last word. Thread-safe.
NameList read_names(std::string_view text, const std::vector<RefToken>& tokens, std::size_t begin,
                    std::size_t end);

/// The same for a string by itself.
NameList read_names(std::string_view text);

}  // namespace litmine
