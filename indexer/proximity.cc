#include "indexer/proximity.h"

#include <xapian.h>

#include <algorithm>

#include "indexer/schema.h"
#include "queries/exact.h"
#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

bool is_positional(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::exact || kind == Kind::near;
}

/// Must passages be told apart to answer this?
bool needs_passages(const Nodes& nodes, std::size_t number) {
  if (!is_positional(nodes[number].clause->kind)) return true;  // AND, NOT within one entry
  for (std::size_t at = number; at < nodes[number].end; ++at) {
    const Clause& clause = *nodes[at].clause;
    if (clause.kind == Kind::exact) return true;  // to find its passage in the text
    if (clause.kind == Kind::near && clause.between + 1 >= schema::kPassageGap) return true;
  }
  return false;
}

/// The words of a passage that a literal string covers, counted in the passage.
Intervals words_covered(const Passage& passage, const std::string& literal) {
  Intervals covered;
  std::vector<Span> found = find_exact(passage.text, literal);
  if (found.empty()) return covered;
  std::vector<Span> words;
  cut_words(passage.text, [&](const Word& word) {
    if (word.form == Word::Form::folded) words.push_back(word.where);
  });
  for (Span place : found) {
    auto first =
        std::find_if(words.begin(), words.end(), [&](Span word) { return word.overlaps(place); });
    if (first == words.end()) continue;  // punctuation only
    auto after = std::find_if(first, words.end(), [&](Span word) { return !word.overlaps(place); });
    covered.push_back({static_cast<std::uint32_t>(first - words.begin()),
                       static_cast<std::uint32_t>(after - words.begin() - 1)});
  }
  return covered;
}

}  // namespace

void Proximity::Positions::move_to(std::uint32_t document) {
  while (begin < all.size() && all[begin].document < document) ++begin;
  end = begin;
  while (end < all.size() && all[end].document == document) ++end;
}

DocSet Proximity::documents(std::size_t number, Part part) {
  DocSet found(store_.numbers());
  DocSet among = candidates(number, part);
  if (among.empty()) return found;
  part_ = part;
  by_passage_ = needs_passages(nodes_, number);
  words_.clear();
  gather(number, part, among);
  among.each([&](std::uint32_t document) {
    if (table_.study_of(document) == StudyTable::kNone) return;
    move_to(document);
    if (holds_here(number)) found.add(document);
  });
  return found;
}

/// Documents that may meet the node: never too few.
DocSet Proximity::candidates(std::size_t number, Part part) {
  const Node& node = nodes_[number];
  DocSet documents(store_.numbers());
  bool first = true;
  auto narrow = [&](const DocSet& others) {
    first ? documents |= others : documents &= others;
    first = false;
  };
  auto with = [&](const Leaf& leaf) {
    return leaf.in(part) ? leaf.with(part) : DocSet(store_.numbers());
  };
  switch (node.clause->kind) {
    case Kind::nothing:
      break;
    case Kind::word:
      return with(*node.leaf);
    case Kind::exact:
      for (const auto& leaf : node.literal_words) narrow(with(*leaf));
      break;
    case Kind::any_of:
      each_operand(nodes_, number,
                   [&](std::size_t operand) { documents |= candidates(operand, part); });
      break;
    case Kind::phrase:
    case Kind::near:
    case Kind::all_of:
      each_operand(nodes_, number, [&](std::size_t operand) { narrow(candidates(operand, part)); });
      break;
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
      return candidates(number + 1, part);
    case Kind::years:
      return with(*leaves_.passage_starts(part));
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  return documents;
}

void Proximity::gather(std::size_t number, Part part, const DocSet& among) {
  for (std::size_t at = number; at < nodes_[number].end; ++at) {
    const Leaf* leaf = nodes_[at].leaf.get();
    if (leaf == nullptr || !leaf->in(part)) continue;
    words_[at].all = positions_of(*leaf, part, among, store_);
  }
  starts_ = {};
  if (by_passage_) starts_.all = positions_of(*leaves_.passage_starts(part), part, among, store_);
}

void Proximity::move_to(std::uint32_t document) {
  document_ = document;
  for (auto& [number, positions] : words_) positions.move_to(document);
  starts_.move_to(document);
  literals_.clear();
  text_.reset();
}

bool Proximity::holds_here(std::size_t number) {
  if (!by_passage_) return holds(number, {});
  for (std::size_t i = starts_.begin; i < starts_.end; ++i) {
    Stretch passage{starts_.all[i].position};
    if (i + 1 < starts_.end) passage.last = starts_.all[i + 1].position - 1;
    if (holds(number, passage)) return true;
  }
  return false;
}

bool Proximity::holds(std::size_t number, Stretch where) {
  const Clause& clause = *nodes_[number].clause;
  if (is_positional(clause.kind)) return !intervals(number, where).empty();
  bool any = false, all = true, first = false, others = false;
  each_operand(nodes_, number, [&](std::size_t operand) {
    bool yes = holds(operand, where);
    any |= yes;
    all &= yes;
    (operand == number + 1 ? first : others) |= yes;
  });
  switch (clause.kind) {
    case Kind::any_of:
    case Kind::within:
    case Kind::same_entry:
      return any;
    case Kind::all_of:
      return all;
    case Kind::except:
      return first && !others;
    case Kind::years: {
      auto reports = table_.reports(table_.study_of(document_));
      return std::any_of(reports.begin(), reports.end(),
                         [&](const Report& report) { return is_in_years(clause, report); });
    }
    case Kind::nothing:
    case Kind::word:
    case Kind::phrase:
    case Kind::exact:
    case Kind::near:
    case Kind::heading:
    case Kind::frequent:
      break;
  }
  return false;
}

Intervals Proximity::intervals(std::size_t number, Stretch where) {
  const Clause& clause = *nodes_[number].clause;
  Intervals list;
  bool first = true;
  switch (clause.kind) {
    case Kind::word: {
      auto known = words_.find(number);
      if (known == words_.end()) return list;
      const Positions& positions = known->second;
      for (std::size_t i = positions.begin; i < positions.end; ++i) {
        std::uint32_t at = positions.all[i].position;
        if (where.first <= at && at <= where.last) list.push_back({at, at});
      }
      return list;
    }
    case Kind::exact:
      return literal_intervals(number, where);
    case Kind::any_of:
      each_operand(nodes_, number,
                   [&](std::size_t operand) { list = united(list, intervals(operand, where)); });
      return list;
    case Kind::phrase:
    case Kind::near:
      each_operand(nodes_, number, [&](std::size_t operand) {
        bool phrase = clause.kind == Kind::phrase;
        if (first)
          list = intervals(operand, where);
        else if (!list.empty())
          list = near(list, intervals(operand, where), phrase ? 0 : clause.between,
                      phrase || clause.ordered);
        first = false;
      });
      return list;
    case Kind::nothing:
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
    case Kind::years:
    case Kind::heading:
    case Kind::frequent:
      break;  // never below a phrase or proximity
  }
  return list;
}

/// The passages of the text and the starts in the index are one and the same row.
Intervals Proximity::literal_intervals(std::size_t number, Stretch where) {
  auto [known, is_new] = literals_.try_emplace(number);
  Intervals& all = known->second;
  if (is_new && nodes_[number].parts.contains(part_)) {
    if (!text_) text_ = unpacked(store_.data(document_));
    if (!text_) throw Xapian::DatabaseCorruptError("a stored document is damaged");
    std::size_t start = starts_.begin;
    for (const Passage& passage : passages(*text_)) {
      if (passage.part != part_) continue;
      if (start == starts_.end)
        throw Xapian::DatabaseCorruptError("a stored document and its positions differ");
      std::uint32_t base = starts_.all[start++].position;
      for (Interval words : words_covered(passage, nodes_[number].clause->literal))
        all.push_back({base + words.first, base + words.last});
    }
  }
  Intervals here;
  for (Interval each : all)
    if (where.first <= each.first && each.last <= where.last) here.push_back(each);
  return here;
}

}  // namespace litmine
