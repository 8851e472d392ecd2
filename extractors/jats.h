// JATS and NLM XML, as PubMed Central and publishers give articles.
#pragma once

#include "extractors/extractor.h"

namespace litmine {

/// "jats": one article, or a set of them (<pmc-articleset>, an answer of OAI-PMH).
const Extractor& jats_extractor();

}  // namespace litmine
