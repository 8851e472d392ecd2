#include "citations/lattice.h"

#include <algorithm>
#include <cmath>

namespace litmine {

std::vector<std::uint8_t> best_path(const Chain& chain) {
  const std::size_t n = chain.tokens(), labels = chain.labels;
  if (n == 0) return {};
  std::vector<float> score(chain.first.begin(), chain.first.end()), next(labels);
  std::vector<std::uint8_t> from(n * labels, 0);
  for (std::size_t y = 0; y < labels; ++y) score[y] += chain.emission[y];
  for (std::size_t i = 1; i < n; ++i) {
    for (std::size_t y = 0; y < labels; ++y) {
      std::size_t best = 0;
      float most = score[0] + chain.step[y];
      for (std::size_t x = 1; x < labels; ++x) {
        const float value = score[x] + chain.step[x * labels + y];
        if (value > most) {
          most = value;
          best = x;
        }
      }
      next[y] = most + chain.emission[i * labels + y];
      from[i * labels + y] = static_cast<std::uint8_t>(best);
    }
    score.swap(next);
  }
  for (std::size_t y = 0; y < labels; ++y) score[y] += chain.last[y];
  std::vector<std::uint8_t> path(n);
  path[n - 1] =
      static_cast<std::uint8_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (std::size_t i = n - 1; i > 0; --i) path[i - 1] = from[i * labels + path[i]];
  return path;
}

Marginals marginals(const Chain& chain, bool steps) {
  const std::size_t n = chain.tokens(), labels = chain.labels;
  Marginals out;
  if (steps) out.step.assign(labels * labels, 0);
  if (n == 0) return out;
  // Scores become factors once; each token's are scaled by its greatest, so nothing overflows.
  std::vector<float> factor(n * labels), step(labels * labels), forward(n * labels);
  std::vector<float> backward(n * labels, 1.0f), scale(n);
  for (std::size_t i = 0; i < labels * labels; ++i) step[i] = std::exp(chain.step[i]);
  for (std::size_t i = 0; i < n; ++i) {
    const float* emission = &chain.emission[i * labels];
    const float most = *std::max_element(emission, emission + labels);
    for (std::size_t y = 0; y < labels; ++y) factor[i * labels + y] = std::exp(emission[y] - most);
  }
  auto normalize = [&](float* row) {
    float sum = 0;
    for (std::size_t y = 0; y < labels; ++y) sum += row[y];
    if (!(sum > 0)) sum = 1;
    for (std::size_t y = 0; y < labels; ++y) row[y] /= sum;
    return sum;
  };
  for (std::size_t y = 0; y < labels; ++y) forward[y] = factor[y] * std::exp(chain.first[y]);
  scale[0] = normalize(forward.data());
  for (std::size_t i = 1; i < n; ++i) {
    float* row = &forward[i * labels];
    std::fill(row, row + labels, 0.0f);
    for (std::size_t x = 0; x < labels; ++x) {
      const float before = forward[(i - 1) * labels + x];
      for (std::size_t y = 0; y < labels; ++y) row[y] += before * step[x * labels + y];
    }
    for (std::size_t y = 0; y < labels; ++y) row[y] *= factor[i * labels + y];
    scale[i] = normalize(row);
  }
  for (std::size_t y = 0; y < labels; ++y) backward[(n - 1) * labels + y] = std::exp(chain.last[y]);
  normalize(&backward[(n - 1) * labels]);
  std::vector<float> ahead(labels);
  for (std::size_t i = n - 1; i > 0; --i) {
    for (std::size_t y = 0; y < labels; ++y)
      ahead[y] = backward[i * labels + y] * factor[i * labels + y];
    if (steps) {
      float sum = 0;
      for (std::size_t x = 0; x < labels; ++x)
        for (std::size_t y = 0; y < labels; ++y)
          sum += forward[(i - 1) * labels + x] * step[x * labels + y] * ahead[y];
      if (sum > 0)
        for (std::size_t x = 0; x < labels; ++x)
          for (std::size_t y = 0; y < labels; ++y)
            out.step[x * labels + y] +=
                forward[(i - 1) * labels + x] * step[x * labels + y] * ahead[y] / sum;
    }
    float* row = &backward[(i - 1) * labels];
    for (std::size_t x = 0; x < labels; ++x) {
      float sum = 0;
      for (std::size_t y = 0; y < labels; ++y) sum += step[x * labels + y] * ahead[y];
      row[x] = sum;
    }
    normalize(row);
  }
  out.label.resize(n * labels);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t y = 0; y < labels; ++y)
      out.label[i * labels + y] = forward[i * labels + y] * backward[i * labels + y];
    normalize(&out.label[i * labels]);
  }
  return out;
}

}  // namespace litmine
