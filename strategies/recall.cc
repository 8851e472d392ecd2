#include "strategies/recall.h"

#include <algorithm>

namespace litmine {
namespace {

/// Every part that some term of the query is searched in.
Parts searched_parts(const Layout& layout) {
  Parts parts;
  for (std::size_t term : search_terms(layout, 0))
    if (layout[term].clause->kind != Clause::Kind::years) parts = parts | layout[term].parts;
  return parts;
}

Parts parts_without_text(Parts searched, const StudyText& text) {
  Parts there;
  for (const auto& [word, seen] : text.words()) there = there | seen.parts;
  return (searched & kFront) - there;
}

}  // namespace

std::string_view name_of(KnownResult::Fate fate) {
  switch (fate) {
    case KnownResult::Fate::found:
      return "found";
    case KnownResult::Fate::missed:
      return "missed";
    case KnownResult::Fate::not_in_index:
      return "not_in_index";
    case KnownResult::Fate::same_study:
      return "same_study";
  }
  return "";
}

Result<Recall> recall_of(const Query& query, const std::vector<KnownItem>& known,
                         const Index& index) {
  SearchOptions options;
  options.remarks = false;
  options.ids_by_clause = false;
  Result<Hits> hits = index.search(query, options);
  if (!hits) return tl::unexpected(hits.error());
  const Layout layout = layout_of(query);
  Recall recall;
  recall.hits = hits->studies.size();
  recall.total = hits->studies_total;
  for (JoinedItem& joined : joined_to_studies(known, index)) {
    KnownResult result;
    result.joined = std::move(joined);
    if (!result.joined.study) {
      ++recall.not_in_index;
    } else if (result.joined.same_as) {
      result.fate = KnownResult::Fate::same_study;
      ++recall.same_study;
    } else if (std::binary_search(hits->studies.begin(), hits->studies.end(),
                                  *result.joined.study)) {
      result.fate = KnownResult::Fate::found;
      ++recall.found;
    } else {
      result.fate = KnownResult::Fate::missed;
      ++recall.missed;
      Result<StudyText> text = StudyText::of(index, *result.joined.study);
      if (!text) return tl::unexpected(text.error());
      result.losses = losses_of(layout, verdict_on(query, layout, text->cut()), *text);
      result.without = parts_without_text(searched_parts(layout), *text);
    }
    recall.items.push_back(std::move(result));
  }
  recall.share = share(recall.found, recall.found + recall.missed);
  return recall;
}

}  // namespace litmine
