#include "strategies/explained_study.h"

#include <utility>

#include "strategies/build.h"

namespace litmine {
namespace {

std::vector<Place> places_in(const Layout& layout, std::size_t number, const StudyText& text) {
  std::vector<Place> places;
  for (std::size_t term : search_terms(layout, number))
    if (std::optional<Place> place = text.first_place(*layout[term].clause, layout[term].parts)) {
      place->clause = term;
      places.push_back(std::move(*place));
    }
  return places;
}

}  // namespace

std::vector<Loss> losses_of(const Layout& layout, const Verdict& verdict, const StudyText& text) {
  std::vector<Loss> losses;
  for (const LostBy& by : verdict.lost_by) {
    Loss loss;
    loss.by = by;
    if (by.excludes)
      loss.places = places_in(layout, by.clause, text);
    else
      loss.nearest = nearest_texts(layout, by.clause, text);
    for (std::size_t at = by.clause; at < layout[by.clause].end; ++at)
      if (layout[at].clause->kind == Clause::Kind::years && loss.years.empty())
        for (const Document& report : text.reports()) loss.years.push_back(report.about.year);
    losses.push_back(std::move(loss));
  }
  return losses;
}

Result<ExplainedStudy> explained_study(const Query& query, const Index& index, const DocId& study,
                                       std::size_t limit) {
  Result<StudyText> text = StudyText::of(index, study);
  if (!text) return tl::unexpected(text.error());
  const Layout layout = layout_of(query);
  ExplainedStudy explained;
  explained.study = text->study();
  if (const std::optional<Study> whole = index.study(explained.study)) {
    Result<Biblio> about = index.about(*whole);
    if (!about) return tl::unexpected(about.error());
    explained.about = std::move(*about);
  }
  explained.verdict = verdict_on(query, layout, text->cut());
  explained.losses = losses_of(layout, explained.verdict, *text);
  Result<std::vector<Place>> places = index.places(query, explained.study, limit);
  if (!places) return tl::unexpected(places.error());
  explained.places = std::move(*places);
  return explained;
}

}  // namespace litmine
