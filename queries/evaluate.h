// The reference evaluator: a query over one document's words, without an index. It is the second
// way to every answer of the index, and it finds the places that a hit is shown with.
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

/// For every node, by number: does it match on its own?
std::vector<bool> matches_by_clause(const Query& query, const CutStudy& study);

/// Places of the words, phrases, exact strings and proximities that the study meets, sorted by
/// report and place; nodes below `except`'s first operand are left out. At most `limit` a node.
std::vector<Match> find_matches(const Query& query, const CutStudy& study, std::size_t limit = 100);

}  // namespace litmine
