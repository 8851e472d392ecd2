// Codes for a whole corpus, ready for the tables: every suggestion with its sentence, every empty
// cell with its reason.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/tables.h"
#include "corpus/code.h"
#include "taggers/codebook.h"
#include "taggers/tagger.h"
#include "text/result.h"

namespace litmine {

/// A sentence that speaks for a code, cut out of its document.
struct Quotation {
  std::string sentence;  ///< white space as single spaces
  std::uint32_t page = 0;
  Part part = Part::other;
  std::string rule, not_counted;
};

/// One suggestion, cut loose from the document it was made on.
struct Suggestion {
  Code code;
  std::vector<Quotation> quotes;     ///< as code.evidence
  std::vector<Quotation> also_seen;  ///< as code.also_seen
};

struct CodedStudy {
  DocId study;
  std::string kind;                 ///< "empirical", "review", "conceptual", "editorial", "record"
  Suggestion kind_evidence;         ///< its sentences; may have none
  std::vector<std::string> facets;  ///< in the codebook's order
  std::map<std::string, std::vector<Suggestion>> suggestions;  ///< by facet, best first
  std::map<std::string, std::string> empty_because;            ///< by facet
  std::map<std::string, std::vector<Quotation>> also_seen;     ///< by facet
};

/// Tags one document. Thread-safe.
CodedStudy code_study(const DocId& id, const Document& document, const Codebook& codebook);

/// Tags the best report of every study with `jobs` threads (0: as many as cores); sorted by study
/// id.
Result<std::vector<CodedStudy>> code_studies(const std::filesystem::path& index,
                                             const Codebook& codebook,
                                             const std::vector<DocId>& studies, unsigned jobs);

const std::vector<Column>& code_columns();  ///< study, facet, code, label, role, band, score,
                                            ///< sentence, page, part, rule, file, parent
/// key, file, authors, year, document, type, method, theories, ...; see docs/rows.md.
std::vector<Column> coding_columns(const std::vector<CodebookColumn>& columns);

class DecidedCodes;

/// One row a suggestion of at least `least` band, with what was decided on it.
void write_codes(Sink& sink, const std::vector<CodedStudy>& coded,
                 const std::map<DocId, StudyFacts>& facts, Band least, const DecidedCodes& decided);
/// One row a study; `found_by` names the searches that find it. What reviewers rejected is left
/// out, what they added or put in its place is there.
void write_coding_table(Sink& sink, const std::vector<CodedStudy>& coded,
                        const std::vector<CodebookColumn>& columns,
                        const std::map<DocId, StudyFacts>& facts,
                        const std::map<DocId, std::vector<std::string>>& found_by, Band least,
                        const DecidedCodes& decided, const std::vector<CodeEntry>& codes);

}  // namespace litmine
