// From a match in a document to a place that can be shown.
#pragma once

#include "corpus/document.h"
#include "indexer/index.h"
#include "queries/evaluate.h"

namespace litmine {

/// The match with its part, page, words and sentence. `report` is the document that `match.where`
/// points into. A match in a fact (an empty span) shows all facts of its part.
Place place_of(const Match& match, const Document& report);

}  // namespace litmine
