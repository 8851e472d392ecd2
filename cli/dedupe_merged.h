// What `dedupe` leaves: one record for each publication.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "cli/dedupe_records.h"
#include "corpus/document.h"
#include "corpus/duplicates.h"
#include "corpus/merge.h"
#include "text/result.h"

namespace litmine {

/// One publication: its records by their places, and the fields of all of them.
struct MergedPublication {
  std::vector<std::uint32_t> members;  ///< the first is the one that stays
  MergedRecord record;
};

/// Calls `visit` for each publication, in the order of the records that stay.
template <typename Visit>
void each_publication(const DedupeRecords& records, const Duplicates& found, Visit visit) {
  std::vector<const DuplicateGroup*> groups(records.size(), nullptr);
  for (const DuplicateGroup& group : found.groups)
    for (std::uint32_t member : group.members) groups[member] = &group;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (groups[i] != nullptr && groups[i]->members.front() != i) continue;
    MergedPublication one;
    one.members = groups[i] != nullptr ? groups[i]->members : std::vector<std::uint32_t>{i};
    std::vector<const Document*> documents;
    for (std::uint32_t member : one.members) documents.push_back(&records.documents[member]);
    one.record = merged(documents);
    visit(one);
  }
}

/// The publication as one record. What other records say otherwise becomes extra facts, "title of
/// wos.ris#12", and "merged from" names the records; a publication with one record is that record.
Document document_of(const MergedPublication& publication, const DedupeRecords& records);

/// All publications in a format of records (exporters/record_writer.h). Error: unknown format.
Result<void> write_publications(const std::string& format, std::ostream& out,
                                const DedupeRecords& records, const Duplicates& found);

}  // namespace litmine
