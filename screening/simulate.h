// How much reading the ranking would have saved on a review whose decisions are known.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "screening/features.h"
#include "screening/ranker.h"
#include "text/result.h"

namespace litmine {

/// One simulated screening: two records to begin with, then always the one ranked first, the model
/// trained anew after each decision.
struct Simulation {
  std::vector<std::size_t>
      order;                   ///< records in the order of reading, without the two to begin with
  std::vector<bool> relevant;  ///< what each turned out to be
  /// Share of the records that need not be read when 95 % of the relevant ones are found, less .05.
  double wss95 = 0;
  double rrf10 = 0;  ///< share of the relevant ones found after reading 10 %
  double atd = 0;    ///< mean share of the records read until a relevant one turns up
};

struct SimulationOptions {
  std::uint64_t seed = 1;  ///< decides which relevant and irrelevant record it begins with
  /// Decisions between two trainings; 0: one, and from 100 decisions on 2 % of those made, which
  /// takes a tenth of the time and changes the measures by less than two runs differ.
  std::size_t retrain_every = 0;
};

/// All records must be labelled. The two records to begin with count in no measure. Error: fewer
/// than two relevant or one irrelevant record, a record without a label.
Result<Simulation> simulate(const TextFeatures& features, std::span<const Label> labels,
                            const SimulationOptions& options = {});

/// Share of the relevant ones found after each percent read: 101 numbers, the first 0.
std::vector<double> recall_curve(const Simulation& simulation);

/// The three measures of an order of reading (they are set on `simulation`).
void measure(Simulation& simulation);

/// A number below `limit` that only depends on `state`, which moves on (SplitMix64): the same on
/// every machine, unlike the standard library's distributions.
std::uint64_t random_below(std::uint64_t& state, std::uint64_t limit);

}  // namespace litmine
