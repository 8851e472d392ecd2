// A suggested code and the sentence that speaks for it. Never one without the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// How sure a suggestion is. Low ones are shown only when asked for.
enum class Band : std::uint8_t { low, medium, high };
std::string_view band_name(Band band);

/// One place that speaks for a code, or that was seen and not counted.
struct Evidence {
  Span where;     ///< the matched words, bytes in Document::text
  Span sentence;  ///< the sentence or sentences around them
  Part part = Part::other;
  std::string rule;         ///< id of the rule in the codebook: "method.survey.questionnaire"
  double weight = 0;        ///< what it added to the score; 0 when not counted
  bool anchored = false;    ///< the words stand in a pattern of use ("drawing on ...")
  std::string not_counted;  ///< why it adds nothing: "reference list", "citation of others' work";
                            ///< empty if it counts
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A suggestion for one facet of one document.
struct Code {
  std::string facet;   ///< "method"
  std::string code;    ///< "survey"
  std::string label;   ///< "Survey"
  std::string role;    ///< for countries: "home", "destination", "data"; else empty
  std::string value;   ///< in facets of values what the text says, "535 SMEs", and the label, too
  std::string parent;  ///< label of the code above it; may be empty
  double score = 0;
  Band band = Band::low;
  std::vector<Evidence> evidence;   ///< at least one that counts, best first, at most three
  std::vector<Evidence> also_seen;  ///< not counted, each with its reason, at most ten
  friend bool operator==(const Code&, const Code&) = default;
};

}  // namespace litmine
