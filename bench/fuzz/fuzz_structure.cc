// Any text as an article: lines, headings, sections, references.
#include <cstddef>
#include <cstdint>

#include "bench/fuzz/document_checks.h"
#include "extractors/manuscript.h"
#include "extractors/text.h"
#include "text/normalize.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = litmine::decoded(bytes);
  const litmine::Document document = litmine::to_document(litmine::read_lines(text));
  litmine::fuzz::check_document(document);
  CHECK_THAT(litmine::normalized(document.text) == document.text);
  return 0;
}
