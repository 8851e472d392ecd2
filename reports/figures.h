// The figures of a report. Every mark that stands for studies can be a link: `link` gives the
// target for a set of studies and what it is ("#n12"), or nothing for a figure without links.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reports/flow.h"
#include "reports/svg.h"
#include "reports/tally.h"

namespace litmine {

using LinkTo = std::function<std::string(const StudySet&, const std::string& what)>;

/// The flow diagram of PRISMA 2020. Boxes of arms that are not there are left out; a number that is
/// not known says so. `flow` must have been checked. `link` is asked with the box's name and an
/// empty set: the figure of a flow knows no studies.
Figure flow_figure(const Flow& flow, const std::function<std::string(const std::string&)>& link);

/// Upright bars, one a count, in the order given.
Figure bar_figure(const std::string& id, const std::string& title, const std::vector<Count>& counts,
                  const LinkTo& link);

/// Upright bars of rows x columns: a bar a column, a layer a row.
Figure stacked_figure(const std::string& id, const std::string& title, const Cross& crossed,
                      const LinkTo& link);

/// A grid of squares, the darker the more studies; with numbers.
Figure grid_figure(const std::string& id, const std::string& title, const Cross& crossed,
                   const LinkTo& link);

/// Values on a circle, tied where they stand in the same study.
Figure pairs_figure(const std::string& id, const std::string& title,
                    const std::vector<ValuePair>& pairs, const std::vector<Count>& counts,
                    const LinkTo& link);

/// Who cites whom: the studies of `data.citations` in a column a year, the older to the left, a
/// line from each that cites to each that is cited. The same data gives the same bytes.
Figure citation_figure(const std::string& id, const std::string& title, const ReviewData& data,
                       const LinkTo& link);

/// The world by studies a country: Equal Earth projection (B. Savric, T. Patterson, B. Jenny,
/// International Journal of Geographical Information Science 33, 2019). Countries too small to see
/// are circles. Groups that are no country are named in the note.
Figure map_figure(const std::string& id, const std::string& title, const std::vector<Count>& counts,
                  const LinkTo& link);

/// Where a place stands in the projection; x within ±2.71, y within ±1.32. Degrees.
struct Projected {
  double x = 0, y = 0;
};
Projected equal_earth(double longitude, double latitude);

}  // namespace litmine
