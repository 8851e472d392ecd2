// One RIS record as read, and the Document made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// A tag and its value; lines that go on with the value are joined by LF.
struct RisField {
  std::string tag;
  std::string value;
  std::uint32_t line = 0;
};

struct RisRecord {
  std::uint32_t line = 0;  ///< of its TY
  std::vector<RisField> fields;
};

/// The tag at the begin of a line ("TY  - JOUR"), with where its value begins; none if the line
/// goes on with the value before it. Two blanks before the hyphen make a tag of any two capitals or
/// digits; with one blank only the known tags are taken.
struct RisTag {
  std::string_view name;
  std::size_t value = 0;
};
std::optional<RisTag> ris_tag(std::string_view line);

/// What is doubtful about a record as a whole.
struct RisDoubt {
  std::string code, reason;
  std::uint32_t line = 0;
};

/// Title, abstract and keywords as text, the rest as facts. Doubts are added, e.g. a year that is
/// none.
Document ris_document(const RisRecord& record, std::vector<RisDoubt>& doubts);

/// Does it hold anything to find or to show?
bool has_content(const RisRecord& record);

/// "Smith, John A.", "Smith J.A.", "John Smith", "World Health Organization".
Author ris_author(std::string_view printed);

}  // namespace litmine
