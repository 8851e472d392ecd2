// `litmine explain --document`: why one study is found, or not.
#pragma once

#include <string>

#include "cli/cli.h"
#include "cli/options.h"
#include "indexer/index.h"
#include "strategies/explained_study.h"

namespace litmine {

/// Writes it in `format` (text or json) and gives the exit status: nothing found is 1.
int explain_study(const ReadQuery& read, const Index& index, const std::string& study,
                  const std::string& format, Terminal& terminal);

/// "page 3, theory: "...the sentence..."": where a place is, for people; "in the record" where
/// there are no pages.
std::string where_and_quote(const Place& place);

/// The same as JSON: one object of `explain --document` and `recall`.
std::string loss_as_json(const Query& query, const Layout& layout, const Loss& loss);

/// The lines under a clause that lost a study: the nearest text, or that there is none.
std::string said_of_loss(const Query& query, const Layout& layout, const Loss& loss,
                         const std::string& indent);

}  // namespace litmine
