// The arithmetic of a linear-chain conditional random field: the best path through a row of tokens,
// and how probable each label and each step is. Lafferty, McCallum and Pereira 2001; the scaling is
// Rabiner's 1989. Knows nothing of references.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace litmine {

/// Scores in logarithms. `emission` is tokens × labels, `step` labels × labels (from, to).
struct Chain {
  std::size_t labels = 0;
  std::vector<float> emission, step, first, last;
  std::size_t tokens() const { return labels == 0 ? 0 : emission.size() / labels; }
};

/// The most probable labels. Ties go to the lower label.
std::vector<std::uint8_t> best_path(const Chain& chain);

/// Probabilities of the labels at each token (tokens × labels), and of each step summed over the
/// chain (labels × labels; only if `steps`).
struct Marginals {
  std::vector<float> label, step;
};
Marginals marginals(const Chain& chain, bool steps = false);

}  // namespace litmine
