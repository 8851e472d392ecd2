// The rows of `dedupe` (docs/rows.md).
#pragma once

#include <vector>

#include "cli/dedupe_records.h"
#include "corpus/duplicates.h"
#include "exporters/sink.h"

namespace litmine {

/// Records that are duplicates of another that stays. Of a group its first record stays.
std::size_t removed_by(const Duplicates& found);

const std::vector<Column>& group_columns();
const std::vector<Column>& pair_columns();
const std::vector<Column>& flow_columns();
const std::vector<Column>& merged_columns();

void write_groups(Sink& sink, const DedupeRecords& records, const Duplicates& found);
void write_doubtful(Sink& sink, const DedupeRecords& records, const Duplicates& found);
void write_linked(Sink& sink, const DedupeRecords& records, const Duplicates& found);
void write_flow(Sink& sink, const DedupeRecords& records, const Duplicates& found);
void write_merged(Sink& sink, const DedupeRecords& records, const Duplicates& found);

}  // namespace litmine
