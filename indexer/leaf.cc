#include "indexer/leaf.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/schema.h"

namespace litmine {

std::vector<WordAt> positions_of(const Leaf& leaf, Part part, const DocSet& among,
                                 const Store& store) {
  std::vector<WordAt> places;
  const std::size_t count = among.count();
  for (const PartTerms& group : leaf.expanded.terms)
    if (group.part == part)
      for (const std::string& term : group.terms)
        store.add_positions(group.shard, term, among, count, places);
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

std::shared_ptr<const Leaf> Leaves::looked_up(Expanded expanded) const {
  auto leaf = std::make_shared<Leaf>();
  for (const PartTerms& group : expanded.terms) {
    auto part = static_cast<std::size_t>(group.part);
    if (!leaf->has_[part]) leaf->documents[part] = DocSet(store_.numbers());
    leaf->has_[part] = true;
    for (const std::string& term : group.terms)
      store_.add_documents(group.shard, term, leaf->documents[part]);
  }
  leaf->expanded = std::move(expanded);
  return leaf;
}

std::shared_ptr<const Leaf> Leaves::of(const Clause& word, Parts parts) {
  const Variants& variants = word.variants;
  std::string key =
      fmt::format("{:x} {}{}{}{} {}", parts.bits(), int{variants.plurals}, int{variants.spelling},
                  int{variants.lemmas}, int{variants.greek}, word.pattern.regex());
  auto& leaf = known_[key];
  if (!leaf) leaf = looked_up(expanded(word, parts, store_, limit_, source_));
  return leaf;
}

std::shared_ptr<const Leaf> Leaves::of(const std::string& text, Parts parts) {
  Clause word;
  word.kind = Clause::Kind::word;
  word.pattern = Pattern(text);
  return of(word, parts);
}

std::shared_ptr<const Leaf> Leaves::passage_starts(Part part) {
  auto& leaf = known_[std::string("starts ") + schema::letter_of(part)];
  if (leaf) return leaf;
  Expanded starts;
  const std::string term{schema::kPassageStarts, schema::letter_of(part)};
  for (std::size_t shard = 0; shard < store_.shards(); ++shard)
    if (store_.frequency(shard, term) > 0) starts.terms.push_back({shard, part, {term}});
  return leaf = looked_up(std::move(starts));
}

}  // namespace litmine
