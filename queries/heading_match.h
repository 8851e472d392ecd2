// Subject headings in records: `Neoplasms/*drug therapy/surgery` is the heading "Neoplasms" with
// two subheadings, of which the first is a main topic of the article.
#pragma once

#include <string_view>

#include "queries/query.h"

namespace litmine {

/// Is a passage the heading that a clause of kind `heading` asks for? Both engines use this
/// function.
///
/// The passage is the heading, then none or more subheadings, each behind `/` or `--`; a `*` before
/// or behind one of them marks a main topic (MEDLINE writes it before, PubMed's pages behind).
/// Compared as literal strings are (exact.h): case, accents and white space aside; a subheading
/// may be MEDLINE's two letters for it (`dt` is "drug therapy") on either side. With
/// `subheadings`, one of them must be there; with `focus`, the mark must be on the heading or on a
/// subheading (on one that is asked for, if any are). Without the thesaurus `explode` adds nothing.
bool is_heading(std::string_view passage, const Clause& heading);

}  // namespace litmine
