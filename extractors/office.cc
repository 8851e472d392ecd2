#include "extractors/office.h"

namespace litmine {

std::string part_of_office(const ZipFile& zip, std::string_view name, const FullText& file) {
  const ZipEntry* entry = zip.entry(name);
  if (!entry) return {};
  std::string error;
  std::optional<std::string> bytes = zip.read(*entry, error, kLargestMarkup);
  if (!bytes)
    file.doubt("damaged-part", "was read without its part '" + entry->name + "', which " + error,
               "open it in the program that wrote it and save it again");
  return bytes.value_or("");
}

}  // namespace litmine
