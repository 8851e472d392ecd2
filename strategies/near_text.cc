#include "strategies/near_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace litmine {
namespace {

using How = Loosened::How;

/// How far a form is from the term: only the order of these numbers means anything.
std::uint32_t distance(const Loosened& form, Parts searched) {
  std::uint32_t where = 45;  // references, facts
  if (searched.contains(form.place.part))
    where = 0;
  else if (kBody.contains(form.place.part) || kFront.contains(form.place.part))
    where = 15;
  switch (form.how) {
    case How::as_it_is:
      return where;
    case How::other_form:
      return where + 10;
    case How::farther_apart:
      return where + 20 + std::min(form.between, 15u) + (form.ordered ? 0 : 1);
    case How::begins_alike:
      return where + 38;
    case How::spelled_alike:
      return where + 38 + 4 * form.edits;
  }
  return where;
}

std::string words_apart(std::uint32_t between) {
  return between == 1 ? "1 word" : fmt::format("{} words", between);
}

}  // namespace

std::vector<NearText> nearest_texts(const Layout& layout, std::size_t number, const StudyText& text,
                                    std::size_t limit) {
  std::vector<std::tuple<std::uint32_t, std::size_t, NearText>> all;
  for (std::size_t term : search_terms(layout, number)) {
    const Parts searched = layout[term].parts;
    const NearText* best = nullptr;
    std::vector<NearText> forms;
    for (Loosened& form : loosened(*layout[term].clause, {searched, true}, text))
      forms.push_back({term, std::move(form)});
    for (const NearText& near : forms)
      if (best == nullptr || distance(near.form, searched) < distance(best->form, searched))
        best = &near;
    if (best != nullptr) all.emplace_back(distance(best->form, searched), term, *best);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return std::pair(std::get<0>(a), std::get<1>(a)) < std::pair(std::get<0>(b), std::get<1>(b));
  });
  if (all.size() > limit) all.resize(limit);
  std::vector<NearText> nearest;
  for (auto& entry : all) nearest.push_back(std::move(std::get<2>(entry)));
  return nearest;
}

std::string how_it_differs(const NearText& near, Parts searched) {
  const Loosened& form = near.form;
  const std::string match = '\'' + form.place.match + '\'';
  std::string how;
  switch (form.how) {
    case How::as_it_is:
      how = "stands as " + match;
      break;
    case How::other_form:
      how = "in another form: " + match;
      break;
    case How::farther_apart:
      how = form.between == 0
                ? "in another order: " + match
                : fmt::format("with {} between: {}", words_apart(form.between), match);
      break;
    case How::begins_alike:
      how = "a word that begins alike: " + match;
      break;
    case How::spelled_alike:
      how =
          fmt::format("{} {} away: {}", form.edits, form.edits == 1 ? "letter" : "letters", match);
      break;
  }
  if (!searched.contains(form.place.part))
    how += fmt::format(", in {}, which is not searched", part_name(form.place.part));
  return how;
}

}  // namespace litmine
