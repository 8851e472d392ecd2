// Word and OpenDocument text, each a ZIP file of XML.
#pragma once

#include "extractors/full_text.h"
#include "extractors/zip_entries.h"

namespace litmine {

void read_docx(const ZipFile& zip, const FullText& file);
void read_odt(const ZipFile& zip, const FullText& file);

/// Of an EPUB: the pages of its spine, in order.
void read_epub(const ZipFile& zip, const FullText& file);

}  // namespace litmine
