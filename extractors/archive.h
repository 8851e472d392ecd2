// ZIP files: articles in Word, OpenDocument and EPUB are ZIP files of their own kind; any other is
// a folder of files, each read by its own reader without being unpacked to disk.
#pragma once

#include <filesystem>

#include "extractors/extractor.h"
#include "extractors/ocr.h"

namespace litmine {

/// "zip". What kind it is shows only in its list of entries; Document::extractor then says "docx",
/// "odt", "epub", or the reader of the file inside, and Document::inside where that stands.
const Extractor& zip_extractor();

/// What the extractor does, with pages of its PDFs that are only pictures recognized if `ocr` wants
/// it.
void extract_zip(const std::filesystem::path& path, const Intake& intake, const OcrOptions& ocr);

}  // namespace litmine
