// libFuzzer: any bytes as a search string, in every dialect. Read, write, read again: the tree must
// come back, and every place must be inside the string.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "queries/dialect.h"
#include "queries/normal_form.h"
#include "queries/query.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace litmine;
  const std::string source(reinterpret_cast<const char*>(data), size);
  for (std::string_view name : dialect_names()) {
    const Dialect& dialect = *dialect_named(name);
    Parsed parsed = parse_query(source, dialect);
    for (const Diagnostic& note : parsed.notes) {
      if (note.where.end > source.size()) std::abort();
      render(note, "query", source);
    }
    to_json(parsed.query);
    Diagnostics lost;
    Parsed again = parse_query(write_query(parsed.query, dialect, lost), dialect);
    bool foreign = false;  // a field of another database may need several of this one's
    for (const Diagnostic& note : parsed.notes) foreign |= note.code == "foreign-field";
    bool same =
        to_native(normal_form(again.query.root)) == to_native(normal_form(parsed.query.root));
    if (lost.empty() && !foreign && !same) std::abort();
    Parsed native = parse_query(to_native(parsed.query.root), *dialect_named("native"));
    if (!native.query.root.same_as(parsed.query.root)) std::abort();
  }
  return 0;
}
