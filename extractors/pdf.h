// PDF files, through Poppler. What is taken from it is words with their boxes; the reading order,
// the lines and what is left out as furniture are our own (layout.h, furniture.h).
#pragma once

#include "extractors/extractor.h"

namespace litmine {

/// The extractor named "pdf". It accepts what holds "%PDF-" within its first 1,024 bytes, and any
/// file called .pdf, so that a broken one is reported as damaged rather than as unknown. Poppler
/// reports to one place per process: at most one thread may extract PDFs at a time.
const Extractor& pdf_extractor();

}  // namespace litmine
