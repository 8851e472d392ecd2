// Ranges of dates as PubMed writes them. Only their years are known of a record.
#pragma once

#include <optional>
#include <string_view>

namespace litmine {

struct DateRange {
  int from = 0, to = 9999;  ///< years, both included; 0 and 9999: open
  bool whole_years = true;  ///< it does not begin or end in the middle of a year
};

/// Reads `2016:2023`, `2020/01/01:2020/06/30`, `2020/05`; years from 3000 on mean no end. Quotes,
/// spaces and tags in square brackets are passed over. Nothing if it is something else.
std::optional<DateRange> read_dates(std::string_view typed);

}  // namespace litmine
