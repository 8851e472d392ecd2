// Facets of a list of studies: how many of them have which year, source, country, method ...
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/tables.h"
#include "text/result.h"

namespace litmine {

struct FacetCount {
  std::string facet, value;  ///< value: empty where it is not known
  std::uint64_t studies = 0;
};

/// The facets that can be asked for are year, language, type, source and author of the records,
/// then those of the codebook (its `type` as study_type).
struct FacetQuestion {
  std::string names;  ///< "year,country,method"
  std::filesystem::path index;
  std::string codebook;  ///< as given with --codebook; may be empty
};
/// Counts by facet, in the order asked for; within one years ascending, other values by number of
/// studies, then by name, what is not known last. A study with several values counts in each. Codes
/// are suggestions of medium band or better, made now from the studies' best reports. Errors: an
/// unknown facet (with the nearest), a codebook or index that cannot be read.
Result<std::vector<FacetCount>> facets_of(const FacetQuestion& question,
                                          const std::vector<DocId>& studies,
                                          const std::map<DocId, StudyFacts>& facts);

}  // namespace litmine
