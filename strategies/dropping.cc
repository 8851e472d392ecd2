#include "strategies/dropping.h"

#include "strategies/layout.h"

namespace litmine {

Result<std::vector<Dropped>> dropping_each(const Query& query, const Index& index) {
  const Layout layout = layout_of(query);
  std::vector<Dropped> dropped;
  std::vector<Query> forms;
  for (std::size_t number = 0; number < layout.size();) {
    const bool term = is_search_term(*layout[number].clause);
    // What is alone in a field goes with the field.
    const bool alone = operands_of(layout, layout[number].parent).size() == 1;
    if (number != 0 && !alone) {
      if (std::optional<Clause> left = changed(query.root, {{number, std::nullopt}})) {
        Query form = query;
        form.root = std::move(*left);
        forms.push_back(std::move(form));
        dropped.push_back({number, {}});
      }
    }
    number = term ? layout[number].end : number + 1;
  }
  Result<std::vector<Counted>> counts = counted(query, forms, index);
  if (!counts) return tl::unexpected(counts.error());
  for (std::size_t i = 0; i < dropped.size(); ++i) dropped[i].counted = (*counts)[i];
  return dropped;
}

}  // namespace litmine
