// How far coders agree, and how sure a share is. What a newcomer would get wrong: a value that a
// coder did not give is missing, not a category; and raw agreement says little where one category
// is most of the data, so the coefficients that allow for chance stand beside it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace litmine {

/// A share with its 95 % interval.
struct Share {
  std::size_t of = 0, all = 0;
  double value = 0;          ///< of / all; 0 when all is 0
  double low = 0, high = 1;  ///< 0 and 1 when all is 0
};

/// Wilson's score interval (E. B. Wilson, JASA 22, 1927), without continuity correction: never
/// leaves 0..1, and has a width when all or none were right.
Share share(std::size_t of, std::size_t all);

/// True positives, false positives and false negatives as precision, recall and F1.
struct Retrieval {
  std::size_t found = 0, wrong = 0, missed = 0;
  Share precision, recall;
  /// 2·found / (2·found + wrong + missed). Its interval is that of found / (found + wrong + missed)
  /// after Wilson: F1 = 2J / (1 + J) rises with that share J, so the ends carry over.
  Share f1;
};
Retrieval retrieval(std::size_t found, std::size_t wrong, std::size_t missed);

/// A coefficient with its 95 % interval. Nothing when it is not defined (no unit with two values;
/// only one category was used, so that chance alone would agree always).
struct Coefficient {
  std::optional<double> value;
  std::optional<double> low, high;  ///< ± 1.96 jackknife standard errors over the units, at most 1
};

/// One unit (an article, or an article and a code) as each coder valued it, by the order of the
/// coders; nothing where a coder did not value it.
using Valued = std::vector<std::optional<std::string>>;

struct Agreement {
  std::size_t coders = 0;
  std::size_t units = 0;     ///< with at least two values
  std::size_t unpaired = 0;  ///< with fewer: they say nothing about agreement
  std::size_t categories = 0;
  Coefficient observed;  ///< share of agreeing pairs of values, a mean over units
  /// Cohen's kappa (Educ. Psychol. Meas. 20, 1960) over the units that both coders valued; for more
  /// coders the mean over all pairs of coders (Light 1971).
  Coefficient kappa;
  /// Krippendorff's alpha for nominal data (Krippendorff, "Computing Krippendorff's
  /// Alpha-Reliability", 2011).
  Coefficient alpha;
  /// Gwet's AC1 (Br. J. Math. Stat. Psychol. 61, 2008; with missing data as in his Handbook of
  /// Inter-Rater Reliability, 4th ed. 2014). Holds where one category is most of the data.
  Coefficient ac1;
};

/// Agreement over `units`. `categories`: how many there are to choose from, where the scheme has
/// more than were used; AC1 depends on it. Units of different lengths are read as if the short ones
/// ended in missing values. Deterministic; time grows with units × coders².
Agreement agreement(const std::vector<Valued>& units, std::size_t categories = 0);

}  // namespace litmine
