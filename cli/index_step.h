// Indexing as a person sees it: progress, what could not be read, and a closing line.
#pragma once

#include "cli/cli.h"
#include "cli/indexing.h"

namespace litmine {

/// update_index() with progress and Ctrl-C. Lists the files that could not be read on `err`, at
/// most 20, and says how many more.
Result<IndexingSummary> index_with_progress(const IndexingOptions& options, bool quiet,
                                            Terminal& terminal);

}  // namespace litmine
