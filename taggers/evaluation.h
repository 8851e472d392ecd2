// Suggested codes beside a gold coding. What a newcomer would get wrong: a study without a gold
// code in a facet is a row, too (nothing should be suggested there), but a study that is not in the
// index is none.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/agreement.h"
#include "corpus/code.h"

namespace litmine {

/// Codes by study and facet; a study and facet that were looked at and have no code have an empty
/// set.
using Coding = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

/// One suggestion of the medium band or above.
struct SuggestedCode {
  std::string study, facet, code;
  Band band = Band::low;
};

/// What two codings of a study disagree on.
struct Confusion {
  std::string study, facet;
  std::vector<std::string> wrong;   ///< suggested, not in the gold coding
  std::vector<std::string> missed;  ///< in the gold coding, not suggested
  std::vector<std::string> right;
};

/// One facet against the gold coding.
struct FacetScore {
  std::string facet;
  std::size_t rows = 0;                      ///< studies
  Retrieval all;                             ///< micro: over all codes of all studies
  std::map<std::string, Retrieval> by_code;  ///< of the codes that either side has
  Share exact;                               ///< rows on which both sides are the same
  Share false_alarms;                        ///< of the rows that gold leaves empty, those coded
  std::map<Band, Share> by_band;             ///< of the suggestions of a band, those in gold
  std::vector<Confusion> confusions;         ///< by study
};

/// Codes that say "nothing": a gold row with only these is empty.
bool says_nothing(std::string_view code);

/// As codes are compared: case aside, "1,585 SMEs" as "1585 sme".
std::string comparable(std::string_view code);

/// The facet's scores over the studies that `gold` has in it. `suggested` may hold more.
FacetScore score_facet(const std::string& facet, const Coding& gold,
                       const std::vector<SuggestedCode>& suggested);

/// Agreement in one facet between coders, by name. A coder who has nothing for a study did not code
/// it. Where every coder gives one code a study at most, a unit is a study and the value its code;
/// else a unit is a study and a code (of those anyone used), and the value whether the coder gave
/// it.
struct CoderAgreement {
  std::string facet;
  std::vector<std::string> coders;
  bool by_code = false;  ///< a unit is a study and a code
  Agreement agreement;
};
CoderAgreement coder_agreement(const std::string& facet,
                               const std::map<std::string, Coding>& coders);

}  // namespace litmine
