#include "screening/stopping.h"

#include <algorithm>
#include <cmath>

namespace litmine {
namespace {

constexpr std::size_t kLeastWindow = 25;

double log_choose(std::size_t n, std::size_t k) {
  return std::lgamma(static_cast<double>(n) + 1) - std::lgamma(static_cast<double>(k) + 1) -
         std::lgamma(static_cast<double>(n - k) + 1);
}

/// The greatest number of marked among `all` under which so few as `seen` of `drawn` are not less
/// likely than `error`. Fewer than `seen` there cannot be.
std::size_t most_marked(std::size_t seen, std::size_t all, std::size_t drawn, double error) {
  std::size_t low = seen, high = all - (drawn - seen);  // the unmarked drawn are not marked
  while (low < high) {
    const std::size_t middle = low + (high - low + 1) / 2;
    if (hypergeometric_at_most(seen, all, middle, drawn) > error)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

}  // namespace

double hypergeometric_at_most(std::size_t seen, std::size_t all, std::size_t marked,
                              std::size_t drawn) {
  const std::size_t least = drawn + marked > all ? drawn + marked - all : 0;
  const std::size_t most = std::min(drawn, marked);
  if (seen < least) return 0;
  if (seen >= most) return 1;
  const double whole = log_choose(all, drawn);
  // Downward from `seen`: below the mode the terms only get smaller, and soon add nothing.
  const std::size_t mode = (drawn + 1) * (marked + 1) / (all + 2);
  double sum = 0;
  for (std::size_t x = seen;; --x) {
    const double term =
        std::exp(log_choose(marked, x) + log_choose(all - marked, drawn - x) - whole);
    sum += term;
    if (x == least || (x <= mode && term < sum * 1e-17)) break;
  }
  return std::min(sum, 1.0);
}

Stopping stopping_estimate(const std::vector<bool>& relevant, std::size_t unread,
                           double confidence) {
  Stopping result;
  result.read = relevant.size();
  result.unread = unread;
  result.found = static_cast<std::size_t>(std::count(relevant.begin(), relevant.end(), true));
  result.missed = result.missed_at_most = unread;

  std::vector<std::size_t> windows;
  for (std::size_t window = relevant.size() / 2; window >= kLeastWindow; window /= 2)
    windows.push_back(window);
  if (windows.empty() && !relevant.empty()) windows.push_back(relevant.size());
  for (std::size_t window : windows) {
    const auto seen = static_cast<std::size_t>(
        std::count(relevant.end() - static_cast<std::ptrdiff_t>(window), relevant.end(), true));
    const double error = (1 - confidence) / static_cast<double>(windows.size());
    const std::size_t bound = most_marked(seen, window + unread, window, error) - seen;
    if (result.window != 0 && bound >= result.missed_at_most) continue;
    result.missed_at_most = bound;
    result.missed = std::min(bound, most_marked(seen, window + unread, window, 0.5) - seen);
    result.window = window;
  }
  const auto share = [&](std::size_t missed) {
    return result.found + missed == 0
               ? 1.0
               : static_cast<double>(result.found) / static_cast<double>(result.found + missed);
  };
  result.recall = share(result.missed);
  result.low = share(result.missed_at_most);
  return result;
}

}  // namespace litmine
