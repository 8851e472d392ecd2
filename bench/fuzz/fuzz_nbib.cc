// Any bytes as a file of PubMed's nbib.
#include "bench/fuzz/memory_file.h"
#include "extractors/tagged.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  litmine::fuzz::check_records(litmine::nbib_extractor(), data, size);
  return 0;
}
