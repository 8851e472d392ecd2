// The reference evaluator: a query over one document's words, without an index. It is the second
// way to every answer of the index, and it finds the places that a hit is shown with.
//
// What both engines promise:
// - A word is met by the folded and the unaccented form of a text's word, not by the fused form:
//   `ecommerce` does not find "e-commerce", as in the databases. Positions count from 0 in each
//   passage. Variants count for patterns without gaps only (variants.h).
// - Distances follow intervals.h, literal strings exact.h. An exact string without any letter or
//   digit meets nothing.
// - A study matches a word if one of its reports has it, and years if one of its reports is known
//   to be of these years.
// - Headings follow heading_match.h, the stop words that a distance does not count stop_words.h.
// - `frequent` counts the places that would be shown (the shortest stretches) of its operand in one
//   part of one report; 0 and 1 are the same. Its operand may also be an OR of terms.
// - Below `same_entry` everything is asked of one passage at a time, frequency too.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "queries/query.h"

namespace litmine {

/// Documents of one study, cut into words once and asked often. The documents must outlive it.
class CutStudy {
 public:
  explicit CutStudy(const std::vector<const Document*>& reports);
  explicit CutStudy(const Document& report);
  ~CutStudy();
  CutStudy(CutStudy&&) noexcept;
  CutStudy& operator=(CutStudy&&) noexcept;

  struct Words;
  const Words& words() const { return *words_; }

 private:
  std::unique_ptr<Words> words_;
};

/// A place where a node of the query is met.
struct Match {
  std::size_t clause = 0;  ///< number of the node (each_clause)
  std::size_t report = 0;  ///< which of the study's documents
  Part part = Part::other;
  Span where;  ///< bytes in that document's text; empty when the part is a fact from Biblio
  friend auto operator<=>(const Match&, const Match&) = default;
};

/// Does the study match? (A study matches a word if any of its reports has it; AND, OR and NOT are
/// taken over the whole study, phrases and proximity within one passage.)
bool matches(const Query& query, const CutStudy& study);

/// For every node, by number: does it match on its own? Words below a phrase or proximity count
/// wherever they stand; nodes below `same_entry` if they hold in one passage.
std::vector<bool> matches_by_clause(const Query& query, const CutStudy& study);

/// Places of the words, phrases, exact strings, headings and proximities that the study meets,
/// sorted by report and place; what stands after an `except` is left out, and so are the nodes
/// below a phrase or proximity, which is shown whole. Of stretches that hold each other only the
/// shortest is given. At most `limit` a node, the first ones.
std::vector<Match> find_matches(const Query& query, const CutStudy& study, std::size_t limit = 100);

}  // namespace litmine
