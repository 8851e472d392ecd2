// Every coefficient is a function of sums over units, so a jackknife (leave one unit out) is cheap:
// take the unit's share off the sums. The sums:
//   alpha  coincidences: each unit adds 1/(m-1) for every ordered pair of its m values
//   ac1    each unit adds its share of agreeing pairs, and its share of each category
//   kappa  for every pair of coders a table of their values
#include "corpus/agreement.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace litmine {
namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % of the normal distribution lie below

using Values = std::vector<int>;  // category by coder; -1: missing

struct Sums {
  double n = 0;                 // pairable values
  double agreeing = 0;          // coincidences on the diagonal
  std::vector<double> values;   // pairable values by category
  double pairs = 0, units = 0;  // sum of shares of agreeing pairs, over so many units
  std::vector<double> prevalence;
  double valued = 0;  // units with a value at all
  /// By pair of coders: units both valued, agreements, and how often each used each category.
  struct Table {
    double both = 0, same = 0;
    std::vector<double> first, second;
  };
  std::vector<Table> tables;

  Sums(std::size_t categories, std::size_t coders)
      : values(categories), prevalence(categories), tables(coders * (coders - 1) / 2) {
    for (Table& table : tables) {
      table.first.resize(categories);
      table.second.resize(categories);
    }
  }

  void add(const Values& unit, double sign) {
    std::vector<double> counts(values.size());
    double m = 0;
    for (int value : unit) {
      if (value < 0) continue;
      ++counts[static_cast<std::size_t>(value)];
      ++m;
    }
    if (m == 0) return;
    valued += sign;
    for (std::size_t c = 0; c < counts.size(); ++c) prevalence[c] += sign * counts[c] / m;
    if (m < 2) return;
    double same = 0;
    for (std::size_t c = 0; c < counts.size(); ++c) {
      same += counts[c] * (counts[c] - 1);
      values[c] += sign * counts[c];
    }
    n += sign * m;
    agreeing += sign * same / (m - 1);
    pairs += sign * same / (m * (m - 1));
    units += sign;
    std::size_t at = 0;
    for (std::size_t a = 0; a < unit.size(); ++a)
      for (std::size_t b = a + 1; b < unit.size(); ++b, ++at) {
        if (unit[a] < 0 || unit[b] < 0) continue;
        Table& table = tables[at];
        table.both += sign;
        if (unit[a] == unit[b]) table.same += sign;
        table.first[static_cast<std::size_t>(unit[a])] += sign;
        table.second[static_cast<std::size_t>(unit[b])] += sign;
      }
  }
};

using Value = std::optional<double>;

// (observed - chance) / (1 - chance), unless chance alone agrees always.
Value beyond_chance(double observed, double chance) {
  if (1 - chance < 1e-12) return std::nullopt;
  return (observed - chance) / (1 - chance);
}

Value observed_of(const Sums& sums, std::size_t) {
  if (sums.units < 0.5) return std::nullopt;
  return sums.pairs / sums.units;
}

Value alpha_of(const Sums& sums, std::size_t) {
  if (sums.n < 1.5) return std::nullopt;
  double expected = 0;
  for (double count : sums.values) expected += count * (count - 1);
  return beyond_chance(sums.agreeing / sums.n, expected / (sums.n * (sums.n - 1)));
}

Value ac1_of(const Sums& sums, std::size_t categories) {
  if (sums.units < 0.5 || categories < 2) return std::nullopt;
  double chance = 0;
  for (double part : sums.prevalence) {
    double share = part / sums.valued;
    chance += share * (1 - share);
  }
  return beyond_chance(sums.pairs / sums.units, chance / (static_cast<double>(categories) - 1));
}

Value kappa_of(const Sums& sums, std::size_t) {
  double sum = 0;
  int pairs = 0;
  for (const Sums::Table& table : sums.tables) {
    if (table.both < 0.5) continue;
    double chance = 0;
    for (std::size_t c = 0; c < table.first.size(); ++c)
      chance += table.first[c] * table.second[c] / (table.both * table.both);
    Value kappa = beyond_chance(table.same / table.both, chance);
    if (!kappa) continue;
    sum += *kappa;
    ++pairs;
  }
  if (pairs == 0) return std::nullopt;
  return sum / pairs;
}

Coefficient coefficient(Value (*of)(const Sums&, std::size_t), Sums sums,
                        const std::vector<Values>& units, std::size_t categories) {
  Coefficient result{of(sums, categories), {}, {}};
  if (!result.value) return result;
  double count = 0, mean = 0, squares = 0;  // Welford
  for (const Values& unit : units) {
    if (std::count_if(unit.begin(), unit.end(), [](int v) { return v >= 0; }) < 2) continue;
    sums.add(unit, -1);
    Value without = of(sums, categories);
    sums.add(unit, 1);
    if (!without) continue;
    ++count;
    double step = *without - mean;
    mean += step / count;
    squares += step * (*without - mean);
  }
  if (count < 2) return result;
  double error = std::sqrt(std::max(0.0, squares) * (count - 1) / count);
  result.low = *result.value - kZ * error;
  result.high = std::min(1.0, *result.value + kZ * error);
  return result;
}

}  // namespace

Share share(std::size_t of, std::size_t all) {
  Share result{of, all};
  if (all == 0) return result;
  auto n = static_cast<double>(all);
  double p = static_cast<double>(of) / n;
  double middle = (p + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
  double half = kZ / (1 + kZ * kZ / n) * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  result.value = p;
  result.low = of == 0 ? 0 : std::max(0.0, middle - half);
  result.high = of == all ? 1 : std::min(1.0, middle + half);
  return result;
}

Retrieval retrieval(std::size_t found, std::size_t wrong, std::size_t missed) {
  Retrieval result{found,
                   wrong,
                   missed,
                   share(found, found + wrong),
                   share(found, found + missed),
                   share(found, found + wrong + missed)};
  auto f1 = [](double j) { return 2 * j / (1 + j); };
  result.f1.value = f1(result.f1.value);
  result.f1.low = f1(result.f1.low);
  result.f1.high = f1(result.f1.high);
  return result;
}

Agreement agreement(const std::vector<Valued>& valued, std::size_t categories) {
  Agreement result;
  std::map<std::string, int> numbers;
  for (const Valued& unit : valued) {
    result.coders = std::max(result.coders, unit.size());
    for (const auto& value : unit)
      if (value) numbers.emplace(*value, 0);
  }
  int next = 0;
  for (auto& [value, number] : numbers) number = next++;
  result.categories = std::max(categories, numbers.size());

  std::vector<Values> units;
  units.reserve(valued.size());
  for (const Valued& unit : valued) {
    Values values(result.coders, -1);
    std::size_t given = 0;
    for (std::size_t i = 0; i < unit.size(); ++i)
      if (unit[i]) {
        values[i] = numbers.at(*unit[i]);
        ++given;
      }
    ++(given >= 2 ? result.units : result.unpaired);
    units.push_back(std::move(values));
  }
  if (result.coders < 2) return result;

  Sums sums(numbers.size(), result.coders);
  for (const Values& unit : units) sums.add(unit, 1);
  result.observed = coefficient(observed_of, sums, units, result.categories);
  result.kappa = coefficient(kappa_of, sums, units, result.categories);
  result.alpha = coefficient(alpha_of, sums, units, result.categories);
  result.ac1 = coefficient(ac1_of, sums, units, result.categories);
  return result;
}

}  // namespace litmine
