// Which file of full text belongs to which record, by what names say: the links of a reference
// manager, and files that are called after their article. Likeness (corpus/likeness.h) compares
// what the two say of themselves; this is for files that say little.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/identity.h"

namespace litmine {

struct AttachedFile {
  std::uint32_t record = 0, file = 0;  ///< places in the input
  std::string_view why;                ///< for people: "the record links to the file"
};

/// By the record's own link (of equal names the one in the most equal folders), by a file name that
/// is the record's DOI with other signs for "/" and ":", by a file name that holds the title or a
/// long beginning of it. Only where exactly one record and one file fit each other, and never
/// across two different DOIs. In the order of the files; about linear in the number of reports.
std::vector<AttachedFile> attached_files(const std::vector<Identity>& reports);

}  // namespace litmine
