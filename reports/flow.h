// The PRISMA 2020 flow diagram: its boxes, their arithmetic, and the CSV that the PRISMA2020 R
// package reads (M. J. Page et al., BMJ 372:n71, 2021; N. R. Haddaway et al., Campbell Systematic
// Reviews 18:e1230, 2022).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"

namespace litmine {

/// A number with its name: "Scopus, 200"; "not empirical, 12".
struct NamedNumber {
  std::string name;
  std::int64_t n = 0;
  friend bool operator==(const NamedNumber&, const NamedNumber&) = default;
};

/// The numbers of a flow diagram, by the template's names ("database_results"); one that is not
/// there is not known, and is never taken for 0. Lists are those of the `_specific_results` and
/// `_excluded` boxes.
struct Flow {
  std::map<std::string, std::int64_t> n;
  std::map<std::string, std::vector<NamedNumber>> lists;
  std::optional<std::int64_t> at(const std::string& box) const;
  /// The sum of a list, else the number; nothing when neither is known.
  std::optional<std::int64_t> sum(const std::string& box) const;
};

/// One row of the template.
struct FlowBox {
  std::string_view data;  ///< "database_results"; "NA" for a title box
  std::string_view node, box, description, text, tooltip, url;
  bool list = false;  ///< "Name, n; Name, n"
};
std::span<const FlowBox> flow_boxes();  ///< in the template's order

/// Works out what follows from the rest (screened from found and removed ...), then checks:
/// screened = databases + registers - removed; sought = screened - excluded; assessed = sought -
/// not retrieved; new studies = both arms' assessed less their exclusions; totals = previous + new;
/// reports >= studies; lists sum to their box; no number below 0. Where not every number is known,
/// the known ones must still leave room. Error: the first box that does not add up, by name, with
/// both numbers.
Result<Flow> checked(Flow flow);

/// Reads `data` and `n` of a table in the template's columns (others are passed over): a box whose
/// `n` is empty or NA is not known. Error: an unknown box (with the nearest), a number that is
/// none.
Result<Flow> read_flow(const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows);

/// The CSV in the template's columns: data, node, box, description, boxtext, tooltips, url, n. A
/// number that is not known is NA.
void write_flow(std::ostream& out, const Flow& flow);

}  // namespace litmine
