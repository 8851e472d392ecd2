// How a text becomes trees, in steps: for this room only. parse_query and read_history are made of
// these.
#pragma once

#include <functional>
#include <string_view>

#include "queries/dialects.h"
#include "queries/known_lines.h"
#include "queries/query.h"
#include "queries/remarks.h"

namespace litmine {

/// The tree of the bytes `window` of a text; `nothing` if nothing of it could be read. `lines`:
/// what it may refer to when it is a line of a search history. All places are those of the whole
/// text.
Clause read_tree(std::string_view source, Span window, const Dialect& table,
                 const ReadingOptions& options, const KnownLines* lines, Remarks& remarks);

/// Says which contested rules `tree` depends on, and, for rules of another day, what they change:
/// `read_again` reads the text once with every other reading of each.
void remark_on_rules(const Clause& tree, const Dialect& dialect, const ReadingOptions& options,
                     const std::function<Clause(const Dialect&, const ReadingOptions&)>& read_again,
                     Remarks& remarks);

}  // namespace litmine
