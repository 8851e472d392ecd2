// A search has three steps: every shard looks the words up, the words are counted against the
// limit, and every shard finds its documents for the nodes that are asked of documents (words,
// phrases, ...). What is asked of studies (AND, OR, NOT, years) is made of these sets at the end.
#include "indexer/search.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "indexer/each_shard.h"
#include "indexer/leaf.h"
#include "indexer/nodes.h"
#include "indexer/proximity.h"
#include "indexer/schema.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// A query in one shard.
class ShardSearch {
 public:
  ShardSearch(const Query& query, const Store& store, std::size_t shard, const StudyTable& table)
      : store_(store),
        shard_(shard),
        table_(table),
        leaves_(store, shard),
        nodes_(nodes_of(query, leaves_)) {}

  const Nodes& nodes() const { return nodes_; }
  void read_documents() { leaves_.read_documents(); }
  /// Adds the studies that meet a node in this shard.
  void add_word(std::size_t number, DocSet& studies) const;
  void add_checked(std::size_t number, Parts parts, DocSet& studies);
  void add_with_passage(Parts parts, DocSet& studies);

 private:
  void add_studies(const DocSet& documents, DocSet& studies) const {
    documents.each([&](std::uint32_t place) {
      const std::uint32_t study = table_.study_of(store_.number_at(shard_, place));
      if (study != StudyTable::kNone) studies.add(study);
    });
  }

  const Store& store_;
  std::size_t shard_;
  const StudyTable& table_;
  Leaves leaves_;
  Nodes nodes_;
};

void ShardSearch::add_word(std::size_t number, DocSet& studies) const {
  DocSet documents(store_.places(shard_));
  for (const PartTerms& group : nodes_[number].leaf->expanded.terms)
    documents |= nodes_[number].leaf->with(group.part);
  add_studies(documents, studies);
}

void ShardSearch::add_checked(std::size_t number, Parts parts, DocSet& studies) {
  Proximity proximity(nodes_, leaves_, store_, shard_, table_);
  DocSet documents(store_.places(shard_));
  parts.each([&](Part part) { documents |= proximity.documents(number, part); });
  add_studies(documents, studies);
}

void ShardSearch::add_with_passage(Parts parts, DocSet& studies) {
  DocSet documents(store_.places(shard_));
  parts.each([&](Part part) { documents |= leaves_.with_passages(part); });
  add_studies(documents, studies);
}

class Run {
 public:
  Run(const Query& query, const Store& store, const StudyTable& table, const SearchOptions& options)
      : query_(query), store_(store), table_(table), options_(options) {}

  Found run();

 private:
  void look_up();
  void check_limits() const;
  void find_in(ShardSearch& shard);
  void combine(std::size_t number);
  DocSet in_years(std::size_t number);
  void expand(std::size_t number);
  const Nodes& nodes() const { return shards_.front()->nodes(); }
  bool in_threads() const { return store_.numbers() >= options_.threads_from; }

  const Query& query_;
  const Store& store_;
  const StudyTable& table_;
  const SearchOptions& options_;
  std::vector<std::unique_ptr<ShardSearch>> shards_;
  std::mutex merging_;
  std::vector<DocSet> with_field_;  // by number; of no size but for limits
  Found found_;
};

Found Run::run() {
  look_up();
  check_limits();
  found_.studies.assign(nodes().size(), DocSet(table_.size()));
  found_.without_field.assign(nodes().size(), 0);
  with_field_.resize(nodes().size());
  each_shard(store_, in_threads(), [&](std::size_t shard) { find_in(*shards_[shard]); });
  for (std::size_t number = nodes().size(); number-- > 0;)  // operands come before their parent
    combine(number);
  if (options_.expansions)
    for (std::size_t number = 0; number < nodes().size(); ++number)
      if (nodes()[number].clause->kind == Kind::word) expand(number);
  return std::move(found_);
}

void Run::look_up() {
  shards_.resize(store_.shards());
  each_shard(store_, in_threads(), [&](std::size_t shard) {
    shards_[shard] = std::make_unique<ShardSearch>(query_, store_, shard, table_);
  });
}

void Run::check_limits() const {
  for (std::size_t number = 0; number < nodes().size(); ++number) {
    if (nodes()[number].clause->kind != Kind::word) continue;
    std::vector<const std::vector<std::string>*> lists;
    for (const auto& shard : shards_) lists.push_back(&shard->nodes()[number].leaf->expanded.words);
    check_limit(*nodes()[number].clause, nodes()[number].parts, lists, options_.expansion_limit,
                query_.source);
  }
}

/// Merging is an OR of sets, so it does not matter which shard comes first.
void Run::find_in(ShardSearch& shard) {
  shard.read_documents();
  for (std::size_t number = 0; number < nodes().size(); ++number) {
    const Node& node = shard.nodes()[number];
    DocSet studies(table_.size());
    bool limit = false;
    switch (node.clause->kind) {
      case Kind::word:
        shard.add_word(number, studies);
        break;
      case Kind::phrase:
      case Kind::near:
      case Kind::exact:
      case Kind::heading:
      case Kind::frequent:
        shard.add_checked(number, node.parts, studies);
        break;
      case Kind::all_of:
      case Kind::except:
        if (!node.in_entry) continue;
        shard.add_checked(number, kAll, studies);
        break;
      case Kind::years:
        if (!node.in_entry) continue;
        shard.add_with_passage(kAll, studies);
        break;
      case Kind::within:
        limit = is_limit(*node.clause);
        if (!limit) continue;
        shard.add_with_passage(node.clause->parts, studies);
        break;
      case Kind::nothing:
      case Kind::any_of:
      case Kind::same_entry:
        continue;
    }
    std::lock_guard lock(merging_);
    DocSet& all = limit ? with_field_[number] : found_.studies[number];
    if (all.size() == 0) all = DocSet(table_.size());
    all |= studies;
  }
}

void Run::combine(std::size_t number) {
  const Node& node = nodes()[number];
  std::vector<DocSet>& of = found_.studies;
  switch (node.clause->kind) {
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::near:
    case Kind::exact:
    case Kind::heading:
    case Kind::frequent:
      break;
    case Kind::any_of:
      each_operand(nodes(), number, [&](std::size_t operand) { of[number] |= of[operand]; });
      break;
    case Kind::all_of:
    case Kind::except:
      if (node.in_entry) break;
      of[number] = of[number + 1];
      each_operand(nodes(), number, [&](std::size_t operand) {
        if (operand == number + 1) return;
        if (node.clause->kind == Kind::all_of)
          of[number] &= of[operand];
        else
          of[number] -= of[operand];
      });
      break;
    case Kind::within:
      of[number] = of[number + 1];
      if (is_limit(*node.clause))
        found_.without_field[number] = table_.size() - with_field_[number].count();
      break;
    case Kind::same_entry:
      of[number] = of[number + 1];
      break;
    case Kind::years:
      if (node.in_entry)
        of[number] &= in_years(number);
      else
        of[number] = in_years(number);
      break;
  }
}

DocSet Run::in_years(std::size_t number) {
  DocSet studies(table_.size());
  for (std::uint32_t study = 0; study < table_.size(); ++study) {
    bool known = false;
    for (const Report& report : table_.reports(study)) {
      known |= report.year.has_value();
      if (is_in_years(*nodes()[number].clause, report)) studies.add(study);
    }
    if (!known) found_.without_field[number] += 1;
  }
  return studies;
}

void Run::expand(std::size_t number) {
  Expansion expansion;
  expansion.clause = number;
  std::map<std::string, std::vector<std::uint32_t>> studies;
  for (std::size_t shard = 0; shard < shards_.size(); ++shard)
    for (const PartTerms& group : shards_[shard]->nodes()[number].leaf->expanded.terms)
      for (const std::string& term : group.terms) {
        DocSet documents(store_.places(shard));
        store_.add_documents(shard, term, documents);
        auto& list = studies[whole_word(store_, shard, term.substr(1))];
        documents.each([&](std::uint32_t place) {
          std::uint32_t study = table_.study_of(store_.number_at(shard, place));
          if (study != StudyTable::kNone) list.push_back(study);
        });
      }
  for (auto& [word, list] : studies) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    if (!list.empty()) expansion.words.emplace_back(word, list.size());
  }
  found_.expansions.push_back(std::move(expansion));
}

}  // namespace

bool is_limit(const Clause& clause) {
  constexpr Parts kSaidOrNot{Part::language, Part::doctype};
  if (clause.kind == Kind::within)
    return !clause.parts.empty() && (clause.parts - kSaidOrNot).empty();
  return clause.kind == Kind::years;
}

DocSet studies_of(const DocSet& documents, const StudyTable& table) {
  DocSet studies(table.size());
  documents.each([&](std::uint32_t document) {
    std::uint32_t study = table.study_of(document);
    if (study != StudyTable::kNone) studies.add(study);
  });
  return studies;
}

Found run_query(const Query& query, const Store& store, const StudyTable& table,
                const SearchOptions& options) {
  return Run(query, store, table, options).run();
}

}  // namespace litmine
