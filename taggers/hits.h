// Every place where a rule's words stand, judged: counted or not and why, anchored or not, in which
// role. Scores come later (suggest.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "taggers/reading.h"
#include "taggers/rules.h"

namespace litmine {

struct Hit {
  std::size_t rule = 0;  ///< into Facet::rules
  std::size_t code = 0;  ///< into Facet::codes; for a group one of the codes it stands for
  Span where, sentence;  ///< in Reading::plain()
  Part zone = Part::other;
  bool introduction_end = false;
  bool anchored = false;
  std::string_view role;    ///< into the codebook
  std::string value;        ///< of a facet of values: "535 SMEs"
  std::string not_counted;  ///< the reason; empty when it counts
  bool counts() const { return not_counted.empty(); }
};

/// The hits of every facet, in the order of the text.
std::vector<std::vector<Hit>> find_hits(const Reading& reading, const Codebook::Compiled& codebook);

/// The weight of a hit's place; 0 where the facet does not look.
double weight_at(const Facet& facet, Part zone, bool introduction_end);

/// The sentence around a hit, cut to a readable length when the text has no sentence ends.
Span readable(std::string_view text, Span sentence, Span hit);

}  // namespace litmine
