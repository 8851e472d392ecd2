// May the team stop reading? What the records read last say about those that are not read.
#pragma once

#include <cstddef>
#include <vector>

namespace litmine {

/// An estimate of the recall reached, with its interval.
struct Stopping {
  std::size_t read = 0, found = 0, unread = 0;
  std::size_t missed = 0;          ///< relevant ones that are probably among the unread (median)
  std::size_t missed_at_most = 0;  ///< with the confidence asked for
  double recall = 1;               ///< found / (found + missed); 1 when nothing was found or missed
  double low = 0, high = 1;        ///< the interval of the recall
  std::size_t window = 0;          ///< how many of the records read last the bound stands on
};

/// The estimate after reading records in an order that puts the likely ones first.
///
/// `relevant` says of each record read, in the order of reading, whether it was relevant. The one
/// assumption: the records read last hold relevant ones at least as densely as those not yet read.
/// Then the last w records are at worst a random sample of themselves and the unread, and the
/// hypergeometric distribution bounds how many relevant ones there can be (the argument of
/// Callaghan and Mueller-Hansen, Systematic Reviews 9:273, 2020). All windows of half, a quarter,
/// an eighth
/// ... of the records read (at least 25) are tried, each at its share of the error, and the least
/// bound is taken. Nothing is assumed that could bound the missed from below, so `high` is 1.
Stopping stopping_estimate(const std::vector<bool>& relevant, std::size_t unread,
                           double confidence = 0.95);

/// P(X <= seen) where X of `drawn` out of `all` are among the `marked`: the hypergeometric
/// distribution. Exact to about 1e-10.
double hypergeometric_at_most(std::size_t seen, std::size_t all, std::size_t marked,
                              std::size_t drawn);

}  // namespace litmine
