// What stands before the body: title, authors, affiliations, abstract, keywords; and the facts of
// the publication that the first page tells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/structure.h"

namespace litmine {

/// Marks the lines before the body and sets `draft.body`, `about.title` and `about.authors`.
/// Headings must be known.
void mark_front_matter(Draft& draft);

/// DOI, year, journal, volume, issue and pages, from the first page, what was printed around it,
/// and a citation line ("To cite this article: ..."); also the title, when nothing else has it.
void read_facts(Draft& draft);

/// The names in a line of authors, notes and degrees removed: "Ana Díaz¹*, B. C. O’Neil, PhD and
/// Li Wei" gives three. Empty if anything in the line is not a name.
std::vector<Author> names_in(std::string_view line);

/// The first DOI in a text, lower case, trailing punctuation cut; empty if there is none.
std::string doi_in(std::string_view text);

/// Each keyword of a keywords section, as spans of `text`: cut at ; else • · | else , else at line
/// ends (paragraphs).
std::vector<Span> keyword_spans(std::string_view text, Span body);

}  // namespace litmine
