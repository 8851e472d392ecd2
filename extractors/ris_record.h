// The tags of RIS, and a Record of what stands under them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/records.h"

namespace litmine {

/// The tag at the begin of a line ("TY  - JOUR"), with where its value begins; none if the line
/// goes on with the value before it. Two blanks before the hyphen make a tag of any two capitals or
/// digits; with one blank only the known tags are taken.
struct RisTag {
  std::string_view name;
  std::size_t value = 0;
};
std::optional<RisTag> ris_tag(std::string_view line);

/// The record that begins in `line` with these fields.
Record ris_record(std::vector<RecordField> fields, std::uint32_t line);

}  // namespace litmine
