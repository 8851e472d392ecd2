// Hits to suggestions: scores, bands, evidence, and what happens between the codes of a facet.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/code.h"
#include "taggers/hits.h"
#include "taggers/tagger.h"

namespace litmine {

/// What one facet suggests. `before` are the facets already done (interplay may ask for them);
/// `empirical` is false for documents that are only tagged by their record.
FacetResult suggest(const Facet& facet, const std::vector<Hit>& hits, const Reading& reading,
                    const Zones& zones, const std::vector<FacetResult>& before, bool empirical);

/// The codes of a facet with score, band and evidence, best first, before any interplay.
std::vector<Code> score(const Facet& facet, const std::vector<Hit>& hits, const Reading& reading,
                        const Zones& zones);

/// Zones that the document has and the facet looks at.
Parts zones_read(const Facet& facet, const Reading& reading);

/// A hit as evidence; `weight` is what it adds to the score.
Evidence evidence_of(const Facet& facet, const Hit& hit, const Reading& reading, double weight);

}  // namespace litmine
