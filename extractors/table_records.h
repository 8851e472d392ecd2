// Records as rows of a table: Scopus CSV, Web of Science tab-delimited, ASReview, Rayyan, PubMed,
// Embase, Lens, OpenAlex, Springer, IEEE, and any other table whose first line names a title.
#pragma once

#include "extractors/extractor.h"

namespace litmine {

/// "table". Columns are known by their names; what is not known is kept under its name.
const Extractor& table_extractor();

}  // namespace litmine
