// Any bytes as a file of a BibTeX library.
#include "bench/fuzz/memory_file.h"
#include "extractors/bibtex.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  litmine::fuzz::check_records(litmine::bibtex_extractor(), data, size);
  return 0;
}
