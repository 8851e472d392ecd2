// The world map. The one thing to know: a ring that crosses the antimeridian jumps there from one
// edge of the world to the other. It is drawn in one piece, at the edge where most of it is.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numbers>

#include "reports/countries.h"
#include "reports/figures.h"
#include "reports/world_outlines.h"

namespace litmine {
namespace {

constexpr double kWidth = 900, kScale = kWidth / 2 / 2.7066, kMiddle = 224;
constexpr double kSmall = 150;  // hundredths of a square degree; below, a circle stands for it

double x_of(const Projected& place) { return kWidth / 2 + place.x * kScale; }
double y_of(const Projected& place) { return kMiddle - place.y * kScale; }

/// The numbers in a text, in order; whatever else stands there ends it.
std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  const char* at = text.data();
  const char* end = at + text.size();
  while (at < end) {
    while (at < end && *at == ' ') ++at;
    int number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) break;
    numbers.push_back(number);
    at = next;
  }
  return numbers;
}

struct Outline {
  std::string code;
  double longitude = 0, latitude = 0, area = 0;
  std::string path;
};

/// The points of a ring, tenths of a degree, from its first point and the steps behind it; without
/// jumps from 180 to -180 degrees.
std::vector<std::pair<int, int>> in_one_piece(const std::vector<int>& steps) {
  constexpr int kRound = 3600;
  std::vector<std::pair<int, int>> ring;
  int longitude = 0, latitude = 0;
  long long sum = 0;
  for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
    int step = steps[i];
    if (i > 0 && step > kRound / 2) step -= kRound;
    if (i > 0 && step < -kRound / 2) step += kRound;
    longitude += step;
    latitude += steps[i + 1];
    sum += longitude;
    ring.emplace_back(longitude, latitude);
  }
  if (ring.empty()) return ring;
  const long long mean = sum / static_cast<long long>(ring.size());
  const int shift = mean > kRound / 2 ? -kRound : mean < -kRound / 2 ? kRound : 0;
  for (auto& point : ring) point.first += shift;
  return ring;
}

Outline decoded(std::string_view text) {
  Outline outline;
  outline.code = text.substr(0, text.find(' '));
  text.remove_prefix(text.find(' ') + 1);
  const auto facts = numbers_in(text.substr(0, text.find(';')));
  outline.longitude = facts.at(0) / 10.0;
  outline.latitude = facts.at(1) / 10.0;
  outline.area = facts.at(2);
  while (text.find(';') != text.npos) {
    text.remove_prefix(text.find(';') + 1);
    const auto ring = in_one_piece(numbers_in(text.substr(0, text.find(';'))));
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Projected place = equal_earth(ring[i].first / 10.0, ring[i].second / 10.0);
      outline.path += fmt::format("{}{} {}", i == 0 ? "M" : "L", coordinate(x_of(place)),
                                  coordinate(y_of(place)));
    }
    outline.path += 'Z';
  }
  return outline;
}

const std::vector<Outline>& outlines() {
  static const std::vector<Outline> kOutlines = [] {
    std::vector<Outline> all;
    for (std::string_view text : world_outlines()) all.push_back(decoded(text));
    return all;
  }();
  return kOutlines;
}

/// Ends of the shades: at most five, the last the greatest number.
std::vector<std::size_t> steps_to(std::size_t most) {
  std::vector<std::size_t> steps;
  for (double share : {.04, .16, .36, .64, 1.0}) {
    const auto step = static_cast<std::size_t>(std::ceil(share * static_cast<double>(most)));
    if (steps.empty() || step > steps.back()) steps.push_back(step);
  }
  return steps;
}

std::string shade(std::size_t n, const std::vector<std::size_t>& steps) {
  std::size_t step = 0;
  while (step + 1 < steps.size() && n > steps[step]) ++step;
  return fmt::format("m{}", 5 - (steps.size() - 1 - step));
}

void draw_legend(Canvas& canvas, const std::vector<std::size_t>& steps) {
  double x = 20;
  std::size_t from = 1;
  for (const std::size_t step : steps) {
    canvas.rect(x, 436, 16, 12, shade(step, steps));
    const std::string label =
        from == step ? std::to_string(step) : fmt::format("{}\xe2\x80\x93{}", from, step);
    canvas.text(x + 22, 446, label, "small");
    x += 40 + text_width(label, 11);
    from = step + 1;
  }
  canvas.text(x + 6, 446, "studies", "small");
}

}  // namespace

Projected equal_earth(double longitude, double latitude) {
  constexpr double kA1 = 1.340264, kA2 = -0.081106, kA3 = 0.000893, kA4 = 0.003796;
  const double lambda = longitude * std::numbers::pi / 180, phi = latitude * std::numbers::pi / 180;
  const double theta = std::asin(std::sqrt(3.0) / 2 * std::sin(phi));
  const double t2 = theta * theta, t6 = t2 * t2 * t2;
  const double slope = kA1 + 3 * kA2 * t2 + t6 * (7 * kA3 + 9 * kA4 * t2);
  return {2 * std::sqrt(3.0) * lambda * std::cos(theta) / (3 * slope),
          theta * (kA1 + kA2 * t2 + t6 * (kA3 + kA4 * t2))};
}

Figure map_figure(const std::string& id, const std::string& title, const std::vector<Count>& counts,
                  const LinkTo& link) {
  std::map<std::string, const Count*> by_code;
  std::string others, alt;
  std::size_t most = 1;
  for (const Count& count : counts) {
    alt += fmt::format("{}{}: {}", alt.empty() ? "" : "; ", count.group, count.studies.size());
    if (const CountryFacts* country = country_named(count.group)) {
      by_code[std::string(country->code)] = &count;
      most = std::max(most, count.studies.size());
    } else {
      others +=
          fmt::format("{}{} ({})", others.empty() ? "" : ", ", count.group, count.studies.size());
    }
  }
  const auto steps = steps_to(most);
  Canvas canvas;
  std::vector<std::pair<const Outline*, const Count*>> small;
  for (const Outline& outline : outlines()) {
    const auto found = by_code.find(outline.code);
    if (found == by_code.end()) {
      if (!outline.path.empty()) canvas.path(outline.path, "land");
      continue;
    }
    const Count& count = *found->second;
    if (outline.area < kSmall) {
      small.emplace_back(&outline, &count);
      if (!outline.path.empty()) canvas.path(outline.path, "land");
      continue;
    }
    const std::string what = fmt::format("{}: {} {}", count.group, count.studies.size(),
                                         count.studies.size() == 1 ? "study" : "studies");
    canvas.begin_link(link(count.studies, fmt::format("{}: {}", title, count.group)), what);
    canvas.path(outline.path, shade(count.studies.size(), steps), what);
    canvas.end_link();
    by_code.erase(found);
  }
  for (const auto& [outline, count] : small) {
    const Projected place = equal_earth(outline->longitude, outline->latitude);
    const std::string what = fmt::format("{}: {} {}", count->group, count->studies.size(),
                                         count->studies.size() == 1 ? "study" : "studies");
    canvas.begin_link(link(count->studies, fmt::format("{}: {}", title, count->group)), what);
    canvas.circle(x_of(place), y_of(place), 5, shade(count->studies.size(), steps), what);
    canvas.end_link();
    by_code.erase(outline->code);
  }
  for (const auto& [code, count] : by_code)  // a country that the outlines do not have
    others +=
        fmt::format("{}{} ({})", others.empty() ? "" : ", ", count->group, count->studies.size());
  draw_legend(canvas, steps);
  return {id,
          title,
          alt,
          static_cast<int>(kWidth),
          458,
          canvas.body(),
          others.empty() ? "" : "Not on the map: " + others + "."};
}

}  // namespace litmine
