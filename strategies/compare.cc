#include "strategies/compare.h"

#include <algorithm>
#include <iterator>

#include "queries/normal_form.h"
#include "strategies/build.h"

namespace litmine {

Result<Comparison> comparison_of(const Query& first, const Query& second, const Index& index) {
  SearchOptions options;
  options.ids_by_clause = false;
  Result<Hits> one = index.search(first, options);
  if (!one) return tl::unexpected(one.error());
  Result<Hits> other = index.search(second, options);
  if (!other) return tl::unexpected(other.error());

  Comparison comparison;
  comparison.first = one->studies.size();
  comparison.second = other->studies.size();
  comparison.total = one->studies_total;
  const std::vector<DocId>&a = one->studies, &b = other->studies;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(comparison.both));
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                      std::back_inserter(comparison.only_first));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(),
                      std::back_inserter(comparison.only_second));
  comparison.either =
      comparison.both.size() + comparison.only_first.size() + comparison.only_second.size();
  comparison.same_tree = normal_form(make_within(first.in, first.root))
                             .same_as(normal_form(make_within(second.in, second.root)));
  comparison.first_notes = std::move(one->notes);
  comparison.second_notes = std::move(other->notes);
  return comparison;
}

}  // namespace litmine
