#include "indexer/nodes.h"

#include <utility>

#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

/// The words of a literal string, each in the form that a document is sure to have too.
std::vector<std::string> words_of(const std::string& literal) {
  std::vector<std::string> words;
  cut_words(literal, [&](const Word& word) {
    if (word.form == Word::Form::folded) words.push_back(word.text);
    if (word.form == Word::Form::unaccented) words.back() = word.text;
  });
  return words;
}

void add(const Clause& clause, Node node, Leaves& leaves, Nodes& nodes) {
  node.clause = &clause;
  if (clause.kind == Kind::within) node.parts = clause.parts;
  std::size_t number = nodes.size();
  nodes.push_back(node);
  if (clause.kind == Kind::word) nodes[number].leaf = leaves.of(clause, node.parts);
  if (clause.kind == Kind::near && clause.skips_stop_words)
    nodes[number].stop_words = leaves.stop_words(node.parts);
  if (clause.kind == Kind::exact || clause.kind == Kind::heading)
    for (const std::string& word : words_of(clause.literal))
      nodes[number].literal_words.push_back(leaves.of(word, node.parts));

  node.in_entry |= clause.kind == Kind::same_entry;
  for (const Clause& operand : clause.operands) add(operand, node, leaves, nodes);
  nodes[number].end = nodes.size();
}

}  // namespace

Nodes nodes_of(const Query& query, Leaves& leaves) {
  Nodes nodes;
  Node root;
  root.parts = query.in;
  add(query.root, root, leaves, nodes);
  return nodes;
}

}  // namespace litmine
