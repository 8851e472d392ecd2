// Counting studies, never without knowing which.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reports/review_data.h"
#include "text/result.h"

namespace litmine {

using StudySet = std::vector<std::size_t>;  ///< numbers of studies in ReviewData, ascending

struct Count {
  std::string group;
  StudySet studies;
};
/// How many studies have which value: by number, then by name; kSeveral and kNoValue last. Years
/// ascending, those between the first and the last all there. A study with several values counts in
/// each. `facet` may be "year".
std::vector<Count> tally(const ReviewData& data, const std::string& facet);

/// Two facets crossed: `cells[row][column]`.
struct Cross {
  std::string row_facet, column_facet;
  std::vector<Count> rows, columns;
  std::vector<std::vector<StudySet>> cells;
};
Cross cross(const ReviewData& data, const std::string& rows, const std::string& columns);

/// Pairs of values of one facet that stand in the same study; most frequent first.
struct ValuePair {
  std::string first, second;
  StudySet studies;
};
std::vector<ValuePair> pairs(const ReviewData& data, const std::string& facet);

/// The studies that meet a condition: terms joined by "&", each one of
///   type=quantitative     a group or a label, case and plural aside
///   theory=none           no value
///   year=2016..2019       both ends included; year=2023
///   country@Asia          a country of the region
///   country#>1            more than one value ("Several", "54 countries" count as more)
///   *                     every study
/// Error: a term that is none of these, an unknown facet, value or region (with the nearest).
Result<StudySet> studies_where(const ReviewData& data, std::string_view condition);

/// A figure that somebody published, and what the data say.
struct PublishedFigure {
  std::string what;       ///< "papers on Asia"
  std::string condition;  ///< as for studies_where
  std::size_t published = 0;
  StudySet counted;
  bool holds() const { return counted.size() == published; }
};

}  // namespace litmine
