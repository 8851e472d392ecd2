// Records in XML: PubMed's and EndNote's.
#pragma once

#include "extractors/extractor.h"

namespace litmine {

const Extractor& pubmed_xml_extractor();   ///< "pubmed-xml"
const Extractor& endnote_xml_extractor();  ///< "endnote-xml"

}  // namespace litmine
