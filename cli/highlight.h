// Hits on a terminal: the sentences with the search's own words in colour.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/cli.h"
#include "cli/tables.h"
#include "text/span.h"

namespace litmine {

/// True on a terminal, unless NO_COLOR is set (https://no-color.org).
bool wants_colour(const Terminal& terminal);

/// A stretch of a text and the concept block it belongs to.
struct Painted {
  Span where;
  std::size_t block = 0;
};

/// The words of `stretch` on one line, each painted part in the colour of its block. Where parts
/// overlap the first, of two at one place the longer, is painted.
std::string painted_line(std::string_view text, Span stretch, std::vector<Painted> painted);

/// For each hit its title, then each sentence with a place once, with all its places in colour.
/// At most `limit` places a clause. Errors: an index that cannot be read.
Result<void> show_highlighted(const Query& query, const Hits& hits, const Index& index,
                              const std::map<DocId, StudyFacts>& facts, std::size_t limit,
                              Terminal& terminal);

}  // namespace litmine
