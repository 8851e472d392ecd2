// A ZIP archive without compression, the same bytes each time: what a DOCX needs.
#pragma once

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace litmine {

/// Writes files (name, content) in the order given; dates are 1980-01-01. Files below 4 GB.
void write_stored_zip(std::ostream& out,
                      const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace litmine
