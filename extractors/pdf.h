// PDF files, through Poppler. What is taken from it is words with their boxes; the reading order,
// the lines and what is left out as furniture are our own (layout.h, furniture.h).
#pragma once

#include <filesystem>
#include <optional>

#include "extractors/extractor.h"
#include "extractors/manuscript.h"
#include "extractors/ocr.h"

namespace litmine {

/// The extractor named "pdf". It accepts what holds "%PDF-" within its first 1,024 bytes, and any
/// file called .pdf, so that a broken one is reported as damaged rather than as unknown. Poppler
/// reports to one place per process: at most one thread may extract PDFs at a time.
const Extractor& pdf_extractor();

/// What the extractor does, with pages that are only pictures recognized if `ocr` wants it. The
/// document's extractor is then "pdf+ocr", and a doubt "ocr" names the pages and the confidence.
void extract_pdf(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr);

/// The lines of one file in reading order, before its structure is looked for; none if it cannot be
/// read, which `intake` is told. For measuring and for looking at by eye. May throw as Poppler
/// does.
std::optional<Manuscript> pdf_manuscript(const std::filesystem::path& path, const Intake& intake);

}  // namespace litmine
