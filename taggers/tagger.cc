#include "taggers/tagger.h"

#include <fmt/format.h>

#include "taggers/gate.h"
#include "taggers/hits.h"
#include "taggers/reading.h"
#include "taggers/rules.h"
#include "taggers/suggest.h"

namespace litmine {
namespace {

std::string_view with_article(std::string_view kind) {
  if (kind == "review") return "a literature review";
  if (kind == "conceptual") return "a conceptual paper";
  if (kind == "editorial") return "an editorial";
  if (kind == "resource") return "teaching material or software";
  return kind;
}

FacetResult gated(const Facet& facet, const Reading& reading, std::string_view kind) {
  FacetResult result;
  result.facet = facet.name;
  result.zones_read = zones_read(facet, reading);
  result.empty_because = fmt::format("gated: {}", with_article(kind));
  return result;
}

}  // namespace

Tagging tag(const Document& document, const Codebook& codebook) {
  const Codebook::Compiled& compiled = codebook.compiled();
  Reading reading(document, compiled.zones);
  std::vector<std::vector<Hit>> hits = find_hits(reading, compiled);
  Tagging tagging;
  tagging.kind = article_kind(document, compiled, hits, reading);
  bool empirical = tagging.kind.kind == "empirical";
  bool open = empirical || tagging.kind.kind == "record";
  for (std::size_t i = 0; i < compiled.facets.size(); ++i) {
    const Facet& facet = compiled.facets[i];
    if (i == compiled.gate) continue;
    tagging.facets.push_back(open || !facet.gated ? suggest(facet, hits[i], reading, compiled.zones,
                                                            tagging.facets, empirical)
                                                  : gated(facet, reading, tagging.kind.kind));
  }
  return tagging;
}

}  // namespace litmine
