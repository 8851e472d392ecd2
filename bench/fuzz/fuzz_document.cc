// Bytes as a broken worker might send them: unpacked() gives nothing, or a Document that holds.
#include <cstddef>
#include <cstdint>

#include "bench/fuzz/document_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto document = litmine::unpacked(bytes)) litmine::fuzz::check_document(*document);
  return 0;
}
