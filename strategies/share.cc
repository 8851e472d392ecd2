#include "strategies/share.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace litmine {

Share share_of(std::size_t part, std::size_t whole) {
  assert(part <= whole);
  if (whole == 0) return {};
  constexpr double z = 1.959964;  // leaves 2.5 % of a normal distribution above it
  const double n = static_cast<double>(whole), p = static_cast<double>(part) / n;
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  Share share{p, (middle - half) / scale, (middle + half) / scale};
  // At both ends the formula gives the end itself, but for rounding.
  share.low = part == 0 ? 0 : std::max(0.0, share.low);
  share.high = part == whole ? 1 : std::min(1.0, share.high);
  return share;
}

}  // namespace litmine
