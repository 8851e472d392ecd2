// TEI XML of articles, as GROBID and publishers write it.
#pragma once

#include "extractors/extractor.h"

namespace litmine {

const Extractor& tei_extractor();  ///< "tei"

}  // namespace litmine
