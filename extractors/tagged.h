// Records with a tag before each field and blanks before each line that goes on: PubMed's nbib
// (MEDLINE), Web of Science plain text, EndNote's tagged format (ENW, refer).
#pragma once

#include "extractors/extractor.h"
#include "extractors/records.h"

namespace litmine {

const Extractor& nbib_extractor();  ///< "nbib": "PMID- 123", a blank line between records
const Extractor& wos_extractor();   ///< "wos": FN, VR, then PT ... ER for each record, EF
const Extractor& enw_extractor();   ///< "enw": "%0 Journal Article", "%A ..."

/// The record of these fields under Web of Science's two-letter tags.
Record wos_record(std::vector<RecordField> fields, std::uint32_t line);
/// The same for a row of a table, where addresses and references stand in one cell each.
Record wos_record_of_cells(const std::vector<RecordField>& cells, std::uint32_t line);

}  // namespace litmine
