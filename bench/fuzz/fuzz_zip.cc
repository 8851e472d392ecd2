// Any bytes as a ZIP file: an archive of files, Word, OpenDocument, EPUB.
#include "bench/fuzz/memory_file.h"
#include "extractors/archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  litmine::fuzz::check_article(litmine::zip_extractor(), data, size);
  return 0;
}
