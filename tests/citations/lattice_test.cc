// The best path and the probabilities, against adding up every path there is.
#include "citations/lattice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace litmine {
namespace {

Chain random_chain(std::mt19937& random, std::size_t tokens, std::size_t labels) {
  auto scores = [&](std::size_t n) {
    std::vector<float> out(n);
    for (float& score : out) score = static_cast<float>(random() % 2000) / 500 - 2;
    return out;
  };
  Chain chain;
  chain.labels = labels;
  chain.emission = scores(tokens * labels);
  chain.step = scores(labels * labels);
  chain.first = scores(labels);
  chain.last = scores(labels);
  return chain;
}

double score_of(const Chain& chain, const std::vector<std::uint8_t>& path) {
  double score = chain.first[path.front()] + chain.last[path.back()];
  for (std::size_t i = 0; i < path.size(); ++i) {
    score += chain.emission[i * chain.labels + path[i]];
    if (i > 0) score += chain.step[path[i - 1] * chain.labels + path[i]];
  }
  return score;
}

TEST(Lattice, AgreesWithAllPaths) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const std::size_t n = 1 + random() % 5, labels = 3;
    const Chain chain = random_chain(random, n, labels);
    std::size_t paths = 1;
    for (std::size_t i = 0; i < n; ++i) paths *= labels;
    double total = 0, most = -1e9;
    std::vector<double> at(n * labels, 0), step(labels * labels, 0);
    std::vector<std::uint8_t> best;
    for (std::size_t number = 0; number < paths; ++number) {
      std::vector<std::uint8_t> path(n);
      for (std::size_t i = 0, rest = number; i < n; ++i, rest /= labels)
        path[i] = static_cast<std::uint8_t>(rest % labels);
      const double score = score_of(chain, path), weight = std::exp(score);
      total += weight;
      if (score > most) {
        most = score;
        best = path;
      }
      for (std::size_t i = 0; i < n; ++i) {
        at[i * labels + path[i]] += weight;
        if (i > 0) step[path[i - 1] * labels + path[i]] += weight;
      }
    }
    EXPECT_EQ(best_path(chain), best);
    const Marginals read = marginals(chain, true);
    for (std::size_t i = 0; i < n * labels; ++i) EXPECT_NEAR(read.label[i], at[i] / total, 1e-4);
    for (std::size_t i = 0; i < labels * labels; ++i)
      EXPECT_NEAR(read.step[i], step[i] / total, 1e-4);
  }
}

TEST(Lattice, StandsGreatScoresAndNoTokens) {
  Chain chain;
  chain.labels = 2;
  chain.step = {0, 0, 0, 0};
  chain.first = chain.last = {0, 0};
  EXPECT_TRUE(best_path(chain).empty());
  EXPECT_TRUE(marginals(chain).label.empty());
  chain.emission = {900, -900, -900, 900};
  const Marginals read = marginals(chain);
  EXPECT_FLOAT_EQ(read.label[0], 1);
  EXPECT_FLOAT_EQ(read.label[3], 1);
}

}  // namespace
}  // namespace litmine
