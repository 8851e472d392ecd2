#include "indexer/search.h"

#include <algorithm>
#include <map>

#include "indexer/leaf.h"
#include "indexer/nodes.h"
#include "indexer/proximity.h"
#include "indexer/schema.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

class Run {
 public:
  Run(const Query& query, const Store& store, const StudyTable& table, const SearchOptions& options)
      : store_(store),
        table_(table),
        leaves_(store, options.expansion_limit, query.source),
        nodes_(nodes_of(query, leaves_)) {
    found_.studies.assign(nodes_.size(), DocSet(table.size()));
    found_.without_field.assign(nodes_.size(), 0);
  }

  Found run(bool with_expansions) {
    for (std::size_t number = nodes_.size(); number-- > 0;)  // operands come before their parent
      found_.studies[number] = studies_with(number);
    if (with_expansions)
      for (std::size_t number = 0; number < nodes_.size(); ++number)
        if (nodes_[number].clause->kind == Kind::word) expand(number);
    return std::move(found_);
  }

 private:
  DocSet studies_with(std::size_t number);
  DocSet with_word(const Leaf& leaf) const;
  DocSet in_years(std::size_t number);
  DocSet with_any_passage();
  DocSet checked(std::size_t number, Parts parts);
  void expand(std::size_t number);

  const Store& store_;
  const StudyTable& table_;
  Leaves leaves_;
  Nodes nodes_;
  Found found_;
};

DocSet Run::studies_with(std::size_t number) {
  const Node& node = nodes_[number];
  const std::vector<DocSet>& of = found_.studies;
  DocSet studies(table_.size());
  switch (node.clause->kind) {
    case Kind::nothing:
      return studies;
    case Kind::word:
      return with_word(*node.leaf);
    case Kind::phrase:
    case Kind::near:
    case Kind::exact:
      return checked(number, node.parts);
    case Kind::any_of:
      each_operand(nodes_, number, [&](std::size_t operand) { studies |= of[operand]; });
      return studies;
    case Kind::all_of:
    case Kind::except:
      if (node.in_entry) return checked(number, kAll);
      studies = of[number + 1];
      each_operand(nodes_, number, [&](std::size_t operand) {
        if (operand == number + 1) return;
        if (node.clause->kind == Kind::all_of)
          studies &= of[operand];
        else
          studies -= of[operand];
      });
      return studies;
    case Kind::within:
    case Kind::same_entry:
      return of[number + 1];
    case Kind::years:
      return in_years(number);
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  return studies;
}

DocSet Run::with_word(const Leaf& leaf) const {
  DocSet studies(table_.size());
  kAll.each([&](Part part) {
    if (leaf.in(part)) studies |= studies_of(leaf.with(part), table_);
  });
  return studies;
}

DocSet Run::in_years(std::size_t number) {
  const Node& node = nodes_[number];
  DocSet studies(table_.size());
  for (std::uint32_t study = 0; study < table_.size(); ++study) {
    bool known = false;
    for (const Report& report : table_.reports(study)) {
      known |= report.year.has_value();
      if (is_in_years(*node.clause, report)) studies.add(study);
    }
    if (!known) found_.without_field[number] += 1;
  }
  if (node.in_entry) studies &= with_any_passage();
  return studies;
}

DocSet Run::with_any_passage() {
  DocSet studies(table_.size());
  kAll.each([&](Part part) { studies |= with_word(*leaves_.passage_starts(part)); });
  return studies;
}

DocSet Run::checked(std::size_t number, Parts parts) {
  Proximity proximity(nodes_, leaves_, store_, table_);
  DocSet studies(table_.size());
  parts.each([&](Part part) { studies |= studies_of(proximity.documents(number, part), table_); });
  return studies;
}

void Run::expand(std::size_t number) {
  Expansion expansion;
  expansion.clause = number;
  std::map<std::string, std::vector<std::uint32_t>> studies;
  for (const PartTerms& group : nodes_[number].leaf->expanded.terms)
    for (const std::string& term : group.terms) {
      DocSet documents(store_.numbers());
      store_.add_documents(group.shard, term, documents);
      auto& list = studies[whole_word(store_, group.shard, term.substr(1))];
      documents.each([&](std::uint32_t document) {
        std::uint32_t study = table_.study_of(document);
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
  return Run(query, store, table, options).run(options.expansions);
}

}  // namespace litmine
