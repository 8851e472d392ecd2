#include "indexer/proximity.h"

#include <xapian.h>

#include <algorithm>

#include "indexer/schema.h"
#include "queries/exact.h"
#include "queries/heading_match.h"
#include "text/words.h"

namespace litmine {
namespace {

using Kind = Clause::Kind;

bool is_positional(Kind kind) {
  return kind == Kind::word || kind == Kind::phrase || kind == Kind::exact || kind == Kind::near ||
         kind == Kind::heading;
}

/// Must passages be told apart to answer this?
bool needs_passages(const Nodes& nodes, std::size_t number) {
  const Node& node = nodes[number];
  const Kind kind = node.clause->kind;
  if (kind == Kind::frequent && node.in_entry) return true;         // counted in one entry
  if (!is_positional(kind) && kind != Kind::frequent) return true;  // AND, NOT within one entry
  for (std::size_t at = number; at < node.end; ++at) {
    const Clause& clause = *nodes[at].clause;
    // To find its passage in the text:
    if (clause.kind == Kind::exact || clause.kind == Kind::heading) return true;
    if (clause.kind == Kind::near && clause.between + 1 >= schema::kPassageGap) return true;
    if (clause.skip + 1 >= schema::kPassageGap) return true;
  }
  return false;
}

/// The words of a passage that a literal string or a heading covers, counted in the passage.
Intervals words_covered(const Passage& passage, const Clause& clause) {
  Intervals covered;
  std::vector<Span> found;
  if (clause.kind == Kind::exact)
    found = find_exact(passage.text, clause.literal);
  else if (is_heading(passage.text, clause))
    found.push_back({0, static_cast<std::uint32_t>(passage.text.size())});
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

Intervals Proximity::Positions::in(Stretch where) const {
  Intervals list;
  for (std::size_t i = begin; i < end; ++i)
    if (std::uint32_t at = all[i].position; where.first <= at && at <= where.last)
      list.push_back({at, at});
  return list;
}

DocSet Proximity::documents(std::size_t number, Part part) {
  DocSet found(store_.places(shard_));
  DocSet among = candidates(number, part);
  if (among.empty()) return found;
  part_ = part;
  by_passage_ = needs_passages(nodes_, number);
  gather(number, part, among);
  among.each([&](std::uint32_t document) {
    if (table_.study_of(store_.number_at(shard_, document)) == StudyTable::kNone) return;
    move_to(document);
    if (holds_here(number)) found.add(document);
  });
  return found;
}

/// Documents that may meet the node: never too few.
DocSet Proximity::candidates(std::size_t number, Part part) {
  const Node& node = nodes_[number];
  DocSet documents(store_.places(shard_));
  bool first = true;
  auto narrow = [&](const DocSet& others) {
    first ? documents |= others : documents &= others;
    first = false;
  };
  auto with = [&](const Leaf& leaf) {
    return leaf.in(part) ? leaf.with(part) : DocSet(store_.places(shard_));
  };
  switch (node.clause->kind) {
    case Kind::nothing:
      break;
    case Kind::word:
      return with(*node.leaf);
    case Kind::exact:
    case Kind::heading:
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
    case Kind::frequent:
      return candidates(number + 1, part);
    case Kind::years:
      return leaves_.with_passages(part);
  }
  return documents;
}

void Proximity::gather(std::size_t number, Part part, const DocSet& among) {
  first_ = number;
  words_.assign(nodes_[number].end - number, {});
  stop_words_.assign(words_.size(), {});
  for (std::size_t at = number; at < nodes_[number].end; ++at) {
    const Node& node = nodes_[at];
    if (node.leaf && node.leaf->in(part))
      words_[at - first_].all = positions_of(*node.leaf, part, among, store_, shard_);
    if (node.stop_words && node.stop_words->in(part))
      stop_words_[at - first_].all = positions_of(*node.stop_words, part, among, store_, shard_);
  }
  starts_ = {};
  if (by_passage_)
    starts_.all = positions_of(*leaves_.passage_starts(part), part, among, store_, shard_);
}

void Proximity::move_to(std::uint32_t document) {
  document_ = document;
  for (Positions& positions : words_) positions.move_to(document);
  for (Positions& positions : stop_words_) positions.move_to(document);
  starts_.move_to(document);
  literals_.clear();
  text_.reset();
}

/// Visits the passages of the part, or the whole part once; until `visit` gives true.
template <class Visit>
void Proximity::each_stretch(Visit visit) const {
  if (!by_passage_) {
    visit(Stretch{});
    return;
  }
  for (std::size_t i = starts_.begin; i < starts_.end; ++i) {
    Stretch passage{starts_.all[i].position};
    if (i + 1 < starts_.end) passage.last = starts_.all[i + 1].position - 1;
    if (visit(passage)) return;
  }
}

bool Proximity::holds_here(std::size_t number) {
  const Node& node = nodes_[number];
  bool met = false;
  if (node.clause->kind == Kind::frequent && !node.in_entry) {  // counted over the whole part
    std::size_t places = 0;
    each_stretch([&](Stretch where) {
      places += shortest(intervals(number + 1, where)).size();
      return false;
    });
    return places >= std::max(1u, node.clause->least);
  }
  each_stretch([&](Stretch where) { return met = holds(number, where); });
  return met;
}

bool Proximity::holds(std::size_t number, Stretch where) {
  const Clause& clause = *nodes_[number].clause;
  if (is_positional(clause.kind)) return !intervals(number, where).empty();
  if (clause.kind == Kind::frequent)
    return shortest(intervals(number + 1, where)).size() >= std::max(1u, clause.least);
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
      auto reports = table_.reports(table_.study_of(store_.number_at(shard_, document_)));
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
  switch (clause.kind) {
    case Kind::word:
      return words_[number - first_].in(where);
    case Kind::exact:
    case Kind::heading:
      return literal_intervals(number, where);
    case Kind::any_of:
      each_operand(nodes_, number,
                   [&](std::size_t operand) { list = united(list, intervals(operand, where)); });
      return list;
    case Kind::phrase:
      list = intervals(number + 1, where);
      each_operand(nodes_, number, [&](std::size_t operand) {
        if (operand != number + 1 && !list.empty())
          list = followed(list, intervals(operand, where), nodes_[operand].clause->skip);
      });
      return list;
    case Kind::near:
      return near_intervals(number, where);
    case Kind::nothing:
    case Kind::all_of:
    case Kind::except:
    case Kind::within:
    case Kind::same_entry:
    case Kind::years:
    case Kind::frequent:
      break;  // never below a phrase or proximity
  }
  return list;
}

Intervals Proximity::near_intervals(std::size_t number, Stretch where) {
  const Clause& near_clause = *nodes_[number].clause;
  std::vector<std::uint32_t> uncounted;
  if (near_clause.skips_stop_words)
    for (Interval word : stop_words_[number - first_].in(where)) uncounted.push_back(word.first);
  if (near_clause.together) {
    std::vector<Intervals> operands;
    each_operand(nodes_, number,
                 [&](std::size_t operand) { operands.push_back(intervals(operand, where)); });
    return near_together(operands, near_clause.between, uncounted);
  }
  Intervals list = intervals(number + 1, where);
  each_operand(nodes_, number, [&](std::size_t operand) {
    if (operand != number + 1 && !list.empty())
      list = near(list, intervals(operand, where), near_clause.between, near_clause.ordered,
                  uncounted);
  });
  return list;
}

/// The passages of the text and the starts in the index are one and the same row.
Intervals Proximity::literal_intervals(std::size_t number, Stretch where) {
  auto [known, is_new] = literals_.try_emplace(number);
  Intervals& all = known->second;
  if (is_new && nodes_[number].parts.contains(part_)) {
    if (!text_) text_ = unpacked(store_.data(shard_, document_));
    if (!text_) throw Xapian::DatabaseCorruptError("a stored document is damaged");
    std::size_t start = starts_.begin;
    for (const Passage& passage : passages(*text_)) {
      if (passage.part != part_) continue;
      if (start == starts_.end)
        throw Xapian::DatabaseCorruptError("a stored document and its positions differ");
      std::uint32_t base = starts_.all[start++].position;
      for (Interval words : words_covered(passage, *nodes_[number].clause))
        all.push_back({base + words.first, base + words.last});
    }
  }
  Intervals here;
  for (Interval each : all)
    if (where.first <= each.first && each.last <= where.last) here.push_back(each);
  return here;
}

}  // namespace litmine
