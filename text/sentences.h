// Sentences, for showing evidence.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace litmine {

/// The sentences of `text`, in order, without white space around them; together they hold every
/// character that is not white space. Sentence breaks after UAX 29, but "et al.",
/// "e.g.", "i.e.", "cf.", "vs.", "Fig. 2", "Eq.", "No. 3", "pp.", "p < .05", "St.", "Inc.", "Dr.",
/// initials ("J. Smith"), decimals ("3.5") and a following lower-case letter do not end one. A line
/// end inside a paragraph does not end one either; an empty line does.
std::vector<Span> sentences(std::string_view text);

/// The sentence around a byte: looks only as far as the paragraph (empty line) around it.
Span sentence_around(std::string_view text, std::uint32_t byte);

/// The sentence or sentences that contain all of `where`.
Span sentences_around(std::string_view text, Span where);

}  // namespace litmine
