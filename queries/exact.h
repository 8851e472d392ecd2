// Literal strings, `{heart-attack}`: the only thing that is looked for with its punctuation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace litmine {

/// Every place in `passage` (bytes) where `literal` stands as it is: case, accents and the shape of
/// quotes and dashes aside, a run of white space as one space, and no word cut at either end
/// (`{heart attack}` is not in "heart attacks"). Both engines use this function.
std::vector<Span> find_exact(std::string_view passage, std::string_view literal);

/// A text in the form that is compared there.
std::string comparable_form(std::string_view text);

/// Does it hold a word? What does not meets nothing.
bool is_searchable(std::string_view literal);

}  // namespace litmine
