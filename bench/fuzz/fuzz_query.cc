// libFuzzer: the first byte says the dialect, the others are a search string. Read, write, read
// again: the tree must come back, and every place must be inside the string.
#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "bench/fuzz/check.h"
#include "queries/dialect.h"
#include "queries/normal_form.h"
#include "queries/query.h"

using namespace litmine;

namespace {

std::string normal_writing(const Query& query) { return to_native(normal_form(query)); }

void check_places(const Parsed& parsed) {
  for (const Diagnostic& note : parsed.notes) {
    CHECK_THAT(note.where.end <= parsed.query.source.size());
    render(note, "query", parsed.query.source);
  }
  each_clause(parsed.query.root, [&](const Clause& clause, std::size_t, std::size_t) {
    CHECK_THAT(clause.where.begin <= clause.where.end);
    CHECK_THAT(clause.where.end <= parsed.query.source.size());
  });
}

void check_writing(const Parsed& parsed, const Dialect& dialect) {
  Diagnostics lost;
  std::string written = write_query(parsed.query, dialect, lost);
  bool foreign = false;  // a field of another database may need several of this one's
  for (const Diagnostic& note : parsed.notes) foreign |= note.code == "foreign-field";
  if (lost.empty() && !foreign) {
    const std::string again = normal_writing(parse_query(written, dialect).query);
    const std::string first = normal_writing(parsed.query);
    if (again != first) fmt::print(stderr, "{}\nread as {}\nand then {}\n", written, first, again);
    CHECK_THAT(again == first);
  }
  Parsed native = parse_query(to_native(parsed.query.root), *dialect_named("native"));
  CHECK_THAT(native.query.root.same_as(parsed.query.root));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string source(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::vector<std::string_view> names = dialect_names();
  const Dialect& dialect = *dialect_named(names[data[0] % names.size()]);
  const Parsed parsed = parse_query(source, dialect);
  check_places(parsed);
  check_writing(parsed, dialect);
  to_json(parsed.query);
  return 0;
}
