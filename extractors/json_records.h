// Records in JSON: CSL-JSON, Crossref, OpenAlex, and lists of plain objects with a title; one
// array, an answer of a service with its items, or one object a line.
#pragma once

#include "extractors/extractor.h"

namespace litmine {

const Extractor& json_extractor();  ///< "json"

}  // namespace litmine
