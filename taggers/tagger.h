// A Document to its suggested codes, each with the sentences that speak for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/code.h"
#include "corpus/document.h"
#include "taggers/codebook.h"

namespace litmine {

/// What kind of article it is: the gate before everything else. Only empirical articles get codes
/// for method, theory and the like; the others get their kind, with the sentence that says so.
struct ArticleKind {
  std::string kind;  ///< "empirical", "review", "conceptual", "editorial", or "record" (no full
                     ///< text to tell from)
  Code code;         ///< facet "document", with evidence; evidence may be empty for "empirical" and
                     ///< "record"
};

/// What a facet found, so that an empty cell has a reason.
struct FacetResult {
  std::string facet;
  std::vector<Code> codes;    ///< best first; every band, the caller decides which to show
  Parts zones_read;           ///< zones with weight in this facet that the document has
  std::string empty_because;  ///< "nothing found in title, abstract", "gated: a review"; empty when
                              ///< there are codes at medium or above
  std::vector<Evidence>
      also_seen;  ///< seen under codes that were not suggested, with the reason; at most ten
};

struct Tagging {
  ArticleKind kind;
  std::vector<FacetResult> facets;  ///< in the codebook's order
};

/// Thread-safe.
Tagging tag(const Document& document, const Codebook& codebook);

}  // namespace litmine
