// Reviews match every theory and every country there is, so they are told apart first. The kinds
// are scored like any facet; a review, a conceptual paper or an editorial has to beat the
// evidence for data of its own. An empirical paper may well review the literature in a section.
#include "taggers/gate.h"

#include <algorithm>
#include <string_view>

#include "taggers/suggest.h"

namespace litmine {
namespace {

constexpr std::string_view kEmpirical = "empirical";

const Code* named(const std::vector<Code>& codes, std::string_view name) {
  for (const Code& code : codes)
    if (code.code == name) return &code;
  return nullptr;
}

ArticleKind of(std::string_view kind, const Code* code, const Facet& gate) {
  ArticleKind result;
  result.kind = kind;
  if (code != nullptr) {
    result.code = *code;
    return result;
  }
  result.code.facet = gate.name;
  result.code.code = kind;
  for (const CodeDefinition& known : gate.codes)
    if (known.code == kind) result.code.label = known.label;
  return result;
}

// Five countries or theories in a text without data of its own: it reviews.
const Code* too_many(const Codebook::Compiled& codebook, const std::vector<std::vector<Hit>>& hits,
                     const Reading& reading, std::vector<Code>& codes) {
  const Zones& zones = codebook.zones;
  for (std::size_t i = 0; i < codebook.facets.size(); ++i) {
    const Facet& facet = codebook.facets[i];
    if (std::find(zones.gate_facets.begin(), zones.gate_facets.end(), facet.name) ==
        zones.gate_facets.end())
      continue;
    codes = score(facet, hits[i], reading, zones);
    std::erase_if(codes, [](const Code& code) { return code.band < Band::medium; });
    if (codes.size() >= zones.gate_codes) return codes.data();
  }
  return nullptr;
}

}  // namespace

ArticleKind article_kind(const Document& document, const Codebook::Compiled& codebook,
                         const std::vector<std::vector<Hit>>& hits, const Reading& reading) {
  const Facet& gate = codebook.facets[codebook.gate];
  const Zones& zones = codebook.zones;
  std::vector<Code> kinds = score(gate, hits[codebook.gate], reading, zones);
  const Code* empirical = named(kinds, kEmpirical);
  double own_data = empirical == nullptr ? 0 : empirical->score;
  const Code* best = nullptr;
  for (const Code& kind : kinds)
    if (&kind != empirical && (best == nullptr || kind.score > best->score)) best = &kind;
  bool record = document.kind == Document::Kind::record;
  double needed = record ? zones.gate_record : zones.gate_score;
  if (best != nullptr && best->band >= Band::medium && best->score >= needed &&
      best->score > own_data)
    return of(best->code, best, gate);
  if (record) return of("record", nullptr, gate);
  if (own_data < zones.gate_no_data) {
    if (best != nullptr) return of(best->code, best, gate);
    std::vector<Code> many;
    if (const Code* first = too_many(codebook, hits, reading, many)) {
      ArticleKind kind = of("review", nullptr, gate);
      kind.code.score = first->score;
      kind.code.evidence = first->evidence;
      return kind;
    }
  }
  return of(kEmpirical, empirical, gate);
}

}  // namespace litmine
