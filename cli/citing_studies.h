// What the studies of an index cite, read and linked; for `cite` and for `run`.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "citations/works.h"
#include "exporters/sink.h"
#include "indexer/index.h"
#include "text/result.h"

namespace litmine {

struct CitedCorpus {
  std::vector<CitingStudy> citing;  ///< studies with a full text, by id
  std::vector<Work> works;
  std::size_t without_list = 0;     ///< full texts in which no reference list was found
  std::set<std::string> retracted;  ///< DOIs
};

/// Reads all full texts of the index. Errors: an index that cannot be read.
Result<CitedCorpus> read_cited_corpus(const Index& index, const ReferenceModel& model);

/// What the studies of an index can be met by: the identities of all their reports, each under the
/// study's id. Sorted.
std::vector<Identity> study_identities(const Index& index);

/// DOIs out of a CSV (or any text) file: whatever begins with "10." in any cell. Error: not
/// readable.
Result<std::set<std::string>> read_retractions(const std::string& file);

const std::vector<Column>& reference_columns();
const std::vector<Column>& mention_columns();
/// One row an entry; `study` empty means all.
void write_references(Sink& sink, const CitedCorpus& corpus, const std::string& study);
/// One row a mention.
void write_mentions(Sink& sink, const CitedCorpus& corpus, const std::string& study,
                    const std::string& link);

}  // namespace litmine
