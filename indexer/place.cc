#include "indexer/place.h"

#include "text/one_line.h"
#include "text/sentences.h"

namespace litmine {
namespace {

/// The facts of one part, for a hit that stands in no text.
std::string facts_of(const Document& document, Part part) {
  std::string facts;
  for (const Passage& passage : passages(document))
    if (passage.part == part && !passage.in_text)
      facts += (facts.empty() ? "" : "; ") + std::string(passage.text);
  return one_line(facts);
}

}  // namespace

Place place_of(const Match& match, const Document& report) {
  Place place;
  place.clause = match.clause;
  place.report = report.id;
  place.part = match.part;
  place.where = match.where;
  if (match.where.empty()) {
    place.quote = place.match = facts_of(report, match.part);
    return place;
  }
  place.page = report.page_at(match.where.begin);
  place.sentence = sentences_around(report.text, match.where);
  place.quote = one_line(place.sentence.in(report.text));
  place.match = one_line(match.where.in(report.text));
  return place;
}

}  // namespace litmine
