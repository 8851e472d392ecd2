// Changes of one clause that would let a missed study meet it: the raw material of improve.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "queries/query.h"
#include "strategies/layout.h"
#include "strategies/study_text.h"
#include "strategies/verdict.h"

namespace litmine {

/// What an edit does, in the order in which edits of equal gain and cost are preferred.
enum class EditKind : std::uint8_t {
  other_form,     ///< a form that the text has, as OR beside the term
  words_between,  ///< a phrase or proximity that allows (more) words in between
  truncate,       ///< a word cut to its beginning, with a wildcard
  add_term,       ///< a term of the missed text's keywords, title or abstract, as OR
  further_parts,  ///< the clause searched in more parts
  drop_clause,    ///< an operand of an AND, or what a NOT takes away, left out
};
/// "other_form" and so on: a key for output.
std::string_view name_of(EditKind kind);

struct Candidate {
  EditKind kind = EditKind::drop_clause;
  std::size_t lost_by = 0;   ///< the clause at fault that it mends
  Change change;             ///< of that clause, or of a term below it
  std::string what;          ///< for people: "add \"online sales\" beside ..."
  std::uint32_t weight = 0;  ///< among equals the lesser is preferred
};

/// All candidates for one clause at fault in one study. Each mends the clause for this study, as
/// the reference evaluator sees it; none says what it costs. Terms to add are at most `most_terms`,
/// first those that share a beginning with a word of the clause, then those that stand in the
/// keywords, then in the title, then in the abstract. A single word of the title or abstract is
/// taken only if it shares such a beginning.
std::vector<Candidate> candidates_for(const Query& query, const Layout& layout, const LostBy& lost,
                                      const StudyText& text, std::size_t most_terms = 24);

}  // namespace litmine
