// Word and OpenDocument text, each a ZIP file of XML.
#pragma once

#include "extractors/full_text.h"
#include "extractors/zip_entries.h"

namespace litmine {

void read_docx(const ZipFile& zip, const FullText& file);
void read_odt(const ZipFile& zip, const FullText& file);

/// A part of such a file; empty if there is none. One that is there and cannot be read is told to
/// be missing.
std::string part_of_office(const ZipFile& zip, std::string_view name, const FullText& file);

/// Of an EPUB: the pages of its spine, in order.
void read_epub(const ZipFile& zip, const FullText& file);

}  // namespace litmine
