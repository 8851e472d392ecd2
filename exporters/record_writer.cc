// The formats of records: one table, a new one is a file and a line in it.
#include "exporters/record_writer.h"

#include <fmt/format.h>

#include "exporters/record_parts.h"
#include "text/normalize.h"

namespace litmine {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<RecordWriter> (*make)(std::ostream& out);
};

constexpr Format kFormats[] = {
    {"ris", ris_writer},   {"bibtex", bibtex_writer},           {"csl-json", csl_json_writer},
    {"nbib", nbib_writer}, {"endnote-xml", endnote_xml_writer}, {"csv", csv_record_writer},
};

Error unknown_format(std::string_view format) {
  const std::vector<std::string_view> names = record_formats();
  const std::string near = nearest(format, names);
  return {Error::Kind::usage,
          near.empty() ? fmt::format("no format of records is called '{}'", format)
                       : fmt::format("no format of records is called '{}'; did you mean '{}'?",
                                     format, near),
          fmt::format("the formats are {}", fmt::join(names, ", "))};
}

}  // namespace

Result<std::unique_ptr<RecordWriter>> make_record_writer(std::string_view format,
                                                         std::ostream& out) {
  for (const Format& known : kFormats)
    if (known.name == format) return known.make(out);
  return tl::unexpected(unknown_format(format));
}

std::vector<std::string_view> record_formats() {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) names.push_back(format.name);
  return names;
}

}  // namespace litmine
