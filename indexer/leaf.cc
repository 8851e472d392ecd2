#include "indexer/leaf.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/schema.h"
#include "queries/stop_words.h"

namespace litmine {

std::vector<WordAt> positions_of(const Leaf& leaf, Part part, const DocSet& among,
                                 const Store& store, std::size_t shard) {
  std::vector<WordAt> places;
  const std::size_t count = among.count();
  for (const PartTerms& group : leaf.expanded.terms)
    if (group.part == part)
      for (const std::string& term : group.terms)
        store.add_positions(shard, term, among, count, places);
  if (!std::is_sorted(places.begin(), places.end())) std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

std::shared_ptr<Leaf> Leaves::looked_up(Expanded expanded) const {
  auto leaf = std::make_shared<Leaf>();
  for (const PartTerms& group : expanded.terms)
    leaf->has_[static_cast<std::size_t>(group.part)] = true;
  leaf->expanded = std::move(expanded);
  return leaf;
}

void Leaves::read_documents() {
  for (auto& [key, leaf] : known_)
    for (const PartTerms& group : leaf->expanded.terms) {
      DocSet& documents = leaf->documents[static_cast<std::size_t>(group.part)];
      if (documents.size() == 0) documents = DocSet(store_.places(shard_));
      for (const std::string& term : group.terms) store_.add_documents(shard_, term, documents);
    }
}

std::shared_ptr<const Leaf> Leaves::of(const Clause& word, Parts parts) {
  const Variants& variants = word.variants;
  std::string key =
      fmt::format("{:x} {}{}{}{} {}", parts.bits(), int{variants.plurals}, int{variants.spelling},
                  int{variants.lemmas}, int{variants.greek}, word.pattern.regex());
  auto& leaf = known_[key];
  if (!leaf) leaf = looked_up(expanded(word, parts, store_, shard_));
  return leaf;
}

std::shared_ptr<const Leaf> Leaves::of(const std::string& text, Parts parts) {
  Clause word;
  word.kind = Clause::Kind::word;
  word.pattern = Pattern(text);
  return of(word, parts);
}

std::shared_ptr<const Leaf> Leaves::passage_starts(Part part) {
  auto& leaf = starts_[part];
  if (leaf) return leaf;
  Expanded starts;
  const std::string term{schema::kPassageStarts, schema::letter_of(part)};
  if (store_.frequency(shard_, term) > 0) starts.terms.push_back({part, {term}});
  return leaf = looked_up(std::move(starts));
}

const DocSet& Leaves::with_passages(Part part) {
  auto [known, is_new] = with_passages_.try_emplace(part, store_.places(shard_));
  if (is_new)
    store_.add_documents(shard_, {schema::kPassageStarts, schema::letter_of(part)}, known->second);
  return known->second;
}

std::shared_ptr<const Leaf> Leaves::stop_words(Parts parts) {
  auto& leaf = stop_words_[parts.bits()];
  if (leaf) return leaf;
  Expanded words;
  parts.each([&](Part part) {
    PartTerms terms{part, {}};
    for (std::string_view word : litmine::stop_words())
      terms.terms.push_back(schema::letter_of(part) + std::string(word));
    words.terms.push_back(std::move(terms));
  });
  return leaf = looked_up(std::move(words));
}

}  // namespace litmine
