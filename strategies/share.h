// A share of a few cases, with how sure it is.
#pragma once

#include <cstddef>

namespace litmine {

/// `part` of `whole` cases, and the interval that holds the true share with 95 % confidence; all
/// three are from 0 to 1. Of no cases nothing is known: the interval is 0 to 1.
struct Share {
  double value = 0, low = 0, high = 1;
};

/// Wilson's score interval without correction for continuity (E. B. Wilson, "Probable inference,
/// the law of succession, and statistical inference", Journal of the American Statistical
/// Association 22, 1927, 209-212), with z = 1.959964. Unlike the textbook's interval it stays
/// within 0 and 1 and is right for few cases and for shares near 0 or 1.
Share share_of(std::size_t part, std::size_t whole);

}  // namespace litmine
