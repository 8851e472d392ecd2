// The query as one tree, free of any engine and any dialect.
//
// Every dialect is read into this tree and every engine runs it: the index (indexer/) and the
// reference evaluator (queries/evaluate.h) must give the same set for the same tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/part.h"
#include "queries/pattern.h"
#include "text/span.h"

namespace litmine {

/// Which other forms of a bare word its database finds too. Expanded by queries/variants.h.
struct Variants {
  bool plurals = false;   ///< plural, singular and possessive
  bool spelling = false;  ///< British and American
  bool lemmas = false;    ///< inflected forms: cite, cites, cited, citing; mouse, mice
  bool greek = false;     ///< alpha and α
  bool any() const { return plurals || spelling || lemmas || greek; }
  friend bool operator==(const Variants&, const Variants&) = default;
};

/// A node of the tree. A plain struct: which members count depends on `kind`.
///
/// What the parser promises and engines rely on: operands of `phrase` are words; operands of `near`
/// are, all the way down, only word, phrase, exact, near, any_of or nothing; `any_of`, `all_of`,
/// `phrase` and `near` have two operands or more, `except` too; `within`, `same_entry` and
/// `frequent` have one.
/// A `within` inside a `within` replaces the outer parts.
struct Clause {
  enum class Kind : std::uint8_t {
    nothing,  ///< a term is missing here; matches no study
    word,     ///< `pattern`, with `variants`: one word in one of the parts
    phrase,   ///< operands (words) one after the other with nothing between, in one passage
    exact,    ///< `literal` as it stands, with its punctuation and spaces; case and accents aside
    near,     ///< operands at most `between` words apart, in one passage; taken in pairs from the
           ///< left: near(a,b,c) is near(near(a,b),c). `ordered`: each begins after the one before
           ///< ends; never overlapping
    any_of,      ///< at least one operand (OR)
    all_of,      ///< every operand (AND)
    except,      ///< the first operand without the others (AND NOT)
    within,      ///< the operand, searched in `parts` only
    same_entry,  ///< the operand, all of it in one passage (one reference, one affiliation, one
                 ///< author)
    years,       ///< published in `from` to `to`, both included
    heading,  ///< a subject heading: a passage that is `literal`, case, accents and a mark of focus
              ///< aside; see `focus`, `subheadings`, `explode`
    frequent,  ///< the operand (word, phrase, exact, near, or an OR of such) in at least `least`
               ///< places of one part
  };

  Kind kind = Kind::nothing;
  Span where;  ///< bytes in the query as typed
  std::vector<Clause> operands;

  Pattern pattern;            // word
  Variants variants;          // word
  std::string literal;        // exact: as typed between the braces, normalized; heading: its text
  std::uint32_t between = 0;  // near: words allowed between, whatever the dialect's number means
  bool ordered = false;       // near
  /// near: not in pairs but all together: one stretch holds every operand, in any order and without
  /// overlap, and at most `between` words that belong to none. (PubMed's "a b c"[tiab:~3]) Operands
  /// are then words or ORs of words, and `ordered` is false.
  bool together = false;
  /// near: the stop words of queries/stop_words.h between operands are not counted.
  bool skips_stop_words = false;
  /// An operand of `phrase`, not the first: exactly so many words, whichever, stand before it.
  /// (EBSCOhost's stop words in a phrase)
  std::uint32_t skip = 0;
  /// heading: also the narrower headings. Without the thesaurus this finds the heading alone; the
  /// parser says so.
  bool explode = false;
  bool focus = false;  // heading: as a main topic, marked by `*` in records that mark it
  std::vector<std::string> subheadings;  // heading: one of these behind its `/`; none: any or none
  std::uint32_t least = 0;               // frequent
  Parts parts;                           // within
  int from = 0, to = 9999;               // years

  bool implicit = false;   ///< the operator was not typed (adjacent words)
  bool bracketed = false;  ///< the user put it in brackets
  bool repaired = false;   ///< changed by a repair; a Diagnostic says how
  int line = 0;            ///< the line of a search history that this node stands for; 0: none

  /// Same meaning: compares what is searched, not places, brackets or who typed the operator.
  bool same_as(const Clause& other) const;
};

/// A tree and what it was read from. Words outside any `within` are searched in `in`.
struct Query {
  Clause root;
  Parts in = kFront;
  std::string source;   ///< the query as typed; Clause::where points in here
  std::string dialect;  ///< name of the dialect it was read in
};

/// Calls `visit(clause, number, depth)` for every node: a parent before its operands, operands in
/// order. `number` counts from 0; it is how counts, matches and diagnostics refer to a node.
template <class Visit>
void each_clause(const Clause& clause, Visit&& visit, std::size_t& number, std::size_t depth = 0) {
  visit(clause, number++, depth);
  for (const Clause& operand : clause.operands) each_clause(operand, visit, number, depth + 1);
}
template <class Visit>
void each_clause(const Clause& root, Visit&& visit) {
  std::size_t number = 0;
  each_clause(root, visit, number);
}
std::size_t clause_count(const Clause& root);

/// Fully bracketed, one line: `(and (or "digital platform*" e-commerce) (near/3 a b))`; see
/// docs/query-tree.md.
std::string to_sexp(const Clause& clause);
/// The same as JSON, with byte and character offsets into `query.source`; one object per node.
std::string to_json(const Query& query);
/// Fully bracketed in litmine's native dialect; reading it again gives the same tree.
std::string to_native(const Clause& clause);
/// One node without its operands, for lists and trees: `AND`, `NEAR/3`, `"digital platform*"`,
/// `title,abstract:`.
std::string label(const Clause& clause);

}  // namespace litmine
