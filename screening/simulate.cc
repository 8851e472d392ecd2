#include "screening/simulate.h"

#include <algorithm>
#include <cmath>

namespace litmine {
namespace {

std::size_t pick(std::span<const Label> labels, Label wanted, std::uint64_t& random) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (labels[i] == wanted) all.push_back(i);
  return all[random_below(random, all.size())];
}

}  // namespace

std::uint64_t random_below(std::uint64_t& state, std::uint64_t limit) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return (z ^ (z >> 31)) % limit;
}

Result<Simulation> simulate(const TextFeatures& features, std::span<const Label> labels,
                            const SimulationOptions& options) {
  const auto relevant = std::count(labels.begin(), labels.end(), Label::relevant);
  const auto irrelevant = std::count(labels.begin(), labels.end(), Label::irrelevant);
  if (static_cast<std::size_t>(relevant + irrelevant) != labels.size())
    return failure(Error::Kind::usage, "some records have no decision",
                   "a simulation needs a decision on every record");
  if (relevant < 2 || irrelevant < 1)
    return failure(Error::Kind::usage,
                   "a simulation needs two included records and an excluded one at least");
  Simulation simulation;
  std::vector<Label> known(labels.size(), Label::unknown);
  std::uint64_t random = options.seed;
  for (Label label : {Label::relevant, Label::irrelevant})
    known[pick(labels, label, random)] = label;

  Ranker ranker(features);
  while (simulation.order.size() + 2 < labels.size()) {
    if (auto trained = ranker.train(known); !trained) return tl::unexpected(trained.error());
    std::vector<std::size_t> next = in_order(ranker, known);
    const std::size_t every = options.retrain_every != 0
                                  ? options.retrain_every
                                  : std::max<std::size_t>(1, simulation.order.size() / 50);
    if (next.size() > every) next.resize(every);
    for (std::size_t record : next) {
      known[record] = labels[record];
      simulation.order.push_back(record);
      simulation.relevant.push_back(labels[record] == Label::relevant);
    }
    // What follows the last relevant one changes no measure.
    if (static_cast<std::ptrdiff_t>(std::count(known.begin(), known.end(), Label::relevant)) ==
        relevant) {
      for (std::size_t record : in_order(ranker, known)) {
        simulation.order.push_back(record);
        simulation.relevant.push_back(false);
      }
      break;
    }
  }
  measure(simulation);
  return simulation;
}

void measure(Simulation& simulation) {
  const auto records = static_cast<double>(simulation.relevant.size());
  const auto all =
      static_cast<double>(std::count(simulation.relevant.begin(), simulation.relevant.end(), true));
  if (all == 0) return;
  const double wanted = std::ceil(0.95 * all - 1e-9);
  const auto tenth = static_cast<std::size_t>(std::floor(records / 10));
  double found = 0, reads = 0, read_at_95 = 0, found_at_10 = 0;
  for (std::size_t i = 0; i < simulation.relevant.size(); ++i) {
    if (!simulation.relevant[i]) continue;
    const auto read = static_cast<double>(i + 1);
    reads += read;
    if (++found == wanted) read_at_95 = read;
    if (i < tenth) found_at_10 = found;
  }
  simulation.wss95 = 1 - read_at_95 / records - 0.05;
  simulation.rrf10 = found_at_10 / all;
  simulation.atd = reads / all / records;
}

std::vector<double> recall_curve(const Simulation& simulation) {
  const std::size_t records = simulation.relevant.size();
  const auto all =
      static_cast<double>(std::count(simulation.relevant.begin(), simulation.relevant.end(), true));
  std::vector<double> curve;
  double found = 0;
  std::size_t read = 0;
  for (std::size_t percent = 0; percent <= 100; ++percent) {
    for (; read < records * percent / 100; ++read) found += simulation.relevant[read] ? 1 : 0;
    curve.push_back(all == 0 ? 0 : found / all);
  }
  return curve;
}

}  // namespace litmine
