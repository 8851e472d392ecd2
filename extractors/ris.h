// RIS records, the format in which nearly every database exports. See docs/extraction.md for the
// tags that are read.
#pragma once

#include "extractors/extractor.h"

namespace litmine {

/// Reads a file record by record, whatever its size. Each record is one Document with title,
/// abstract and keywords as sections.
const Extractor& ris_extractor();

}  // namespace litmine
