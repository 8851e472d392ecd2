// Who cites whom among the studies: a column a year, the older to the left, so that a line always
// leads from right to left, and one that does not is a preprint or a mistake worth a look.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "reports/figures.h"
#include "reports/report.h"

namespace litmine {
namespace {

constexpr double kColumn = 150, kRow = 54, kTop = 40, kLeft = 20;
// Neighbouring columns stand at different heights, so that lines do not run into one another.
constexpr double kSteps[] = {0, 18, 36};

struct Spot {
  double x = 0, y = 0;
};

struct Network {
  std::set<std::size_t> drawn;               ///< studies with a citation
  std::map<std::size_t, std::size_t> cited;  ///< how often, by study
  std::map<std::size_t, Spot> spots;
  std::map<int, std::vector<std::size_t>> columns;  ///< by year; 0 is not known
  std::size_t rows = 0;
};

Network network_of(const ReviewData& data) {
  Network network;
  for (const StudyCitation& one : data.citations) {
    network.drawn.insert({one.from, one.to});
    ++network.cited[one.to];
  }
  for (const std::size_t study : network.drawn)
    network.columns[data.studies[study].year.value_or(0)].push_back(study);
  double x = kLeft;
  std::size_t column = 0;
  for (auto& [year, studies] : network.columns) {
    const double top = kTop + 20 + kSteps[column++ % std::size(kSteps)];
    std::sort(studies.begin(), studies.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple(network.cited[b], data.studies[a].id) <
             std::tuple(network.cited[a], data.studies[b].id);
    });
    for (std::size_t row = 0; row < studies.size(); ++row)
      network.spots[studies[row]] = {x + 8, top + kRow * static_cast<double>(row)};
    network.rows = std::max(network.rows, studies.size());
    x += kColumn;
  }
  return network;
}

void draw_citation(Canvas& canvas, const Spot& from, const Spot& to) {
  // Within a column the line swings out, so that it is not hidden behind the names.
  const double middle = from.x == to.x ? from.x - kColumn / 4 : (from.x + to.x) / 2;
  canvas.path(fmt::format("M{} {}C{} {} {} {} {} {}", coordinate(from.x), coordinate(from.y),
                          coordinate(middle), coordinate(from.y), coordinate(middle),
                          coordinate(to.y), coordinate(to.x), coordinate(to.y)),
              "tie");
}

}  // namespace

Figure citation_figure(const std::string& id, const std::string& title, const ReviewData& data,
                       const LinkTo& link) {
  Network network = network_of(data);
  Canvas canvas;
  for (const StudyCitation& one : data.citations)
    draw_citation(canvas, network.spots[one.from], network.spots[one.to]);
  double x = kLeft;
  for (const auto& [year, studies] : network.columns) {
    canvas.text(x, kTop - 12, year == 0 ? "no year" : std::to_string(year), "small");
    for (const std::size_t study : studies) {
      const Spot& spot = network.spots[study];
      const std::size_t times = network.cited[study];
      const std::string name = name_of(data.studies[study]);
      canvas.begin_link(link({study}, name), fmt::format("{}, cited {} times here", name, times));
      canvas.circle(spot.x, spot.y, 4 + std::min<double>(6, static_cast<double>(times)), "bar",
                    name);
      // Under the circle, where no line passes; the year stands above the column.
      const std::string& authors = data.studies[study].authors;
      canvas.text(spot.x - 8, spot.y + 24,
                  shortened(authors.empty() ? name : authors, kColumn - 14, 12), "small");
      canvas.end_link();
    }
    x += kColumn;
  }
  std::string alt;
  for (const StudyCitation& one : data.citations)
    alt += fmt::format("{}{} cites {}", alt.empty() ? "" : "; ", name_of(data.studies[one.from]),
                       name_of(data.studies[one.to]));
  return {id,
          title,
          alt,
          static_cast<int>(x + 20),
          static_cast<int>(kTop + 50 + kRow * static_cast<double>(network.rows)),
          canvas.body(),
          fmt::format("{} citations between {} studies, the older to the left; {} neither cite nor "
                      "are cited by another. The larger the circle, the more often cited here.",
                      data.citations.size(), network.drawn.size(),
                      data.studies.size() - network.drawn.size())};
}

}  // namespace litmine
