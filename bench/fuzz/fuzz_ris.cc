// Any bytes as a file of RIS records.
#include "bench/fuzz/memory_file.h"
#include "extractors/ris.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  litmine::fuzz::check_records(litmine::ris_extractor(), data, size);
  return 0;
}
