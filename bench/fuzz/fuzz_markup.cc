// Any bytes as a web page, as JATS and as TEI.
#include "bench/fuzz/memory_file.h"
#include "extractors/html.h"
#include "extractors/jats.h"
#include "extractors/tei.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const litmine::Extractor* extractor :
       {&litmine::html_extractor(), &litmine::jats_extractor(), &litmine::tei_extractor()})
    litmine::fuzz::check_article(*extractor, data, size);
  return 0;
}
