// The criteria of a protocol looked up on the records of an index: facts, queries and codes, each
// by the room that understands it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/coding.h"
#include "cli/coding_decisions.h"
#include "cli/tables.h"
#include "corpus/protocol.h"
#include "queries/dialect.h"
#include "screening/criteria.h"
#include "screening/decisions.h"
#include "text/result.h"

namespace litmine {

/// What the criteria say of one record.
struct JudgedRecord {
  std::vector<CriterionFinding> findings;  ///< one a criterion of the stage
  ScreeningSuggestion suggestion;
};

/// Looks criteria up. Queries are run once, when it is made; codes are suggested when a record is
/// judged. Not thread-safe: it reads from the index it was made with.
class CriteriaJudge {
 public:
  /// The criteria of `protocol` that are asked at `stage`. `index`, `codebook` and `decided` must
  /// outlive it; `codebook` may be null where no criterion asks for a code. Errors: a query that
  /// cannot be read, an unknown dialect or code (with the nearest).
  static Result<CriteriaJudge> make(const Protocol& protocol, Stage stage, const Index& index,
                                    const Codebook* codebook, const DecidedCodes& decided);

  const std::vector<Criterion>& criteria() const { return criteria_; }
  bool asks_for_codes() const;
  /// `coded` is the record's coding when there is one already. Error: an index that cannot be read.
  Result<JudgedRecord> judge(const Study& study, const Biblio& about,
                             const CodedStudy* coded) const;

 private:
  struct Lookup {
    Parsed parsed;
    std::vector<DocId> studies;      ///< that the query finds, sorted
    std::vector<std::string> codes;  ///< with all codes below them
  };
  CriteriaJudge(const Index& index, const Codebook* codebook, const DecidedCodes& decided)
      : index_(&index), codebook_(codebook), decided_(&decided) {}
  Result<CriterionFinding> against_query(const Lookup& lookup, const Study& study) const;
  CriterionFinding against_codes(const Criterion& criterion, const Lookup& lookup,
                                 const CodedStudy& coded, const std::string& file) const;

  const Index* index_;
  const Codebook* codebook_;
  const DecidedCodes* decided_;
  std::vector<Criterion> criteria_;
  std::vector<Lookup> lookups_;  ///< one a criterion
};

/// Does the protocol have a criterion with a rule at this stage?
bool has_rules(const Protocol& protocol, Stage stage);
/// Does one ask for codes?
bool asks_for_codes(const Protocol& protocol);
/// What exclusions are called: the reasons of the stage's criteria, in order.
std::vector<std::string> exclusion_reasons(const Protocol& protocol, Stage stage);

/// record, suggestion, reason, because, sentence, page, part, file, not_known, title; one row a
/// record.
const std::vector<Column>& suggestion_columns();
void write_suggestion(Sink& sink, const DocId& record, const std::string& title,
                      const std::vector<Criterion>& criteria, const JudgedRecord& judged);
/// record, criterion, asks, state, because, sentence, page, part, file; a row a record and
/// criterion.
const std::vector<Column>& finding_columns();
void write_findings(Sink& sink, const DocId& record, const std::vector<Criterion>& criteria,
                    const JudgedRecord& judged);

/// How many records got which suggestion, by reason or by what is not known.
class SuggestionCounts {
 public:
  void add(const std::vector<Criterion>& criteria, const JudgedRecord& judged);
  struct Row {
    std::string suggestion, why;
    std::size_t records = 0;
  };
  std::vector<Row> rows() const;  ///< include, exclude by reason, unclear by what is not known
  std::size_t of(ScreeningSuggestion::Kind kind) const;

 private:
  std::map<std::pair<ScreeningSuggestion::Kind, std::string>, std::size_t> counts_;
};

}  // namespace litmine
