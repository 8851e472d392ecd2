#include "queries/intervals.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace litmine {
namespace {

void tidy(Intervals& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// How many of these sorted positions are below `end`.
std::uint32_t below(const std::vector<std::uint32_t>& positions, std::uint32_t end) {
  return static_cast<std::uint32_t>(std::lower_bound(positions.begin(), positions.end(), end) -
                                    positions.begin());
}

/// Adds the hull of each pair where one of `left` ends before one of `right` begins, near enough.
void add_pairs(const Intervals& left, const Intervals& right, std::uint32_t between,
               const std::vector<std::uint32_t>& uncounted, Intervals& hulls) {
  for (Interval one : left) {
    const std::uint64_t reach = std::uint64_t{one.last} + 1 + between;
    const std::uint32_t before = below(uncounted, one.last + 1);
    auto other = std::upper_bound(right.begin(), right.end(), one.last,
                                  [](std::uint32_t last, Interval i) { return last < i.first; });
    for (; other != right.end(); ++other) {
      std::uint32_t free = uncounted.empty() ? 0 : below(uncounted, other->first) - before;
      if (other->first - free > reach) break;
      hulls.push_back({one.first, other->last});
    }
  }
}

/// Gives places (single words) to operands, each operand one and each place to one, so that as many
/// operands as possible have one and, of the ways to do that, the most places that count are taken.
/// Sets of places that can be given away together are the independent sets of a transversal
/// matroid: a place that cannot be added can take the place of any that it could be given away
/// instead of.
class Giving {
 public:
  struct Place {
    std::uint32_t position = 0;
    bool counts = true;
    std::vector<std::uint32_t> operands;  // that could have it
  };

  explicit Giving(std::size_t operands) : owner_(operands, kNone), given_by_(operands, kNone) {}

  /// The first place; it stays given for good.
  void begin(const Place* place) {
    std::fill(owner_.begin(), owner_.end(), kNone);
    places_.assign(1, place);
    owner_[place->operands.front()] = 0;
    given_ = 1;
    counting_ = place->counts;
  }

  /// Offers a further place. True if all operands can have one with this place among those given;
  /// `counting` is then the largest number of places that count in such a giving.
  bool offer(const Place* place, std::uint32_t& counting) {
    places_.push_back(place);
    const auto number = static_cast<std::uint32_t>(places_.size() - 1);
    reached_.clear();
    std::fill(given_by_.begin(), given_by_.end(), kNone);
    // From the place to operands that could have it, on to the places that they hold now.
    std::vector<std::uint32_t> waiting{number};
    for (std::size_t i = 0; i < waiting.size(); ++i)
      for (std::uint32_t operand : places_[waiting[i]]->operands) {
        if (given_by_[operand] != kNone) continue;
        given_by_[operand] = waiting[i];
        if (owner_[operand] == kNone) {
          hand_on(operand, number);
          given_ += 1;
          counting_ += place->counts;
          counting = counting_;
          return given_ == owner_.size();
        }
        reached_.push_back(operand);
        waiting.push_back(owner_[operand]);
      }
    // One of those reached would have to go, but not the first; one that does not count if
    // possible.
    std::uint32_t gone = kNone;
    for (std::uint32_t operand : reached_)
      if (owner_[operand] != 0 && (gone == kNone || !places_[owner_[operand]]->counts)) {
        gone = operand;
        if (!places_[owner_[gone]]->counts) break;
      }
    bool possible = gone != kNone && given_ == owner_.size();
    if (gone == kNone) return false;
    const bool gone_counts = places_[owner_[gone]]->counts;
    counting = counting_ + place->counts - gone_counts;
    if (place->counts && !gone_counts) {
      hand_on(gone, number);
      counting_ += 1;
    }
    return possible;
  }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffu;

  /// Along the way from the place `number` to `operand`, everybody takes what the one before held.
  void hand_on(std::uint32_t operand, std::uint32_t number) {
    while (true) {
      const std::uint32_t place = given_by_[operand];
      std::uint32_t previous = kNone;
      for (std::uint32_t other = 0; other < owner_.size() && place != number; ++other)
        if (owner_[other] == place) previous = other;
      owner_[operand] = place;
      if (place == number) return;
      operand = previous;
    }
  }

  std::vector<const Place*> places_;
  std::vector<std::uint32_t> owner_;     // by operand: the number of the place it has
  std::vector<std::uint32_t> given_by_;  // by operand: the place from which it was reached
  std::vector<std::uint32_t> reached_;
  std::size_t given_ = 0;
  std::uint32_t counting_ = 0;
};

std::vector<Giving::Place> places_of(const std::vector<Intervals>& operands,
                                     const std::vector<std::uint32_t>& uncounted) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
  for (std::uint32_t operand = 0; operand < operands.size(); ++operand)
    for (Interval word : operands[operand]) all.emplace_back(word.first, operand);
  std::sort(all.begin(), all.end());
  std::vector<Giving::Place> places;
  for (auto [position, operand] : all) {
    if (places.empty() || places.back().position != position)
      places.push_back(
          {position, !std::binary_search(uncounted.begin(), uncounted.end(), position), {}});
    places.back().operands.push_back(operand);
  }
  return places;
}

}  // namespace

Intervals intervals_at(const std::vector<std::uint32_t>& positions) {
  Intervals list;
  list.reserve(positions.size());
  for (std::uint32_t position : positions) list.push_back({position, position});
  tidy(list);
  return list;
}

Intervals united(const Intervals& a, const Intervals& b) {
  Intervals both;
  both.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

Intervals near(const Intervals& a, const Intervals& b, std::uint32_t between, bool ordered,
               const std::vector<std::uint32_t>& uncounted) {
  Intervals hulls;
  add_pairs(a, b, between, uncounted, hulls);
  if (!ordered) add_pairs(b, a, between, uncounted, hulls);
  tidy(hulls);
  return hulls;
}

Intervals followed(const Intervals& a, const Intervals& b, std::uint32_t skipped) {
  Intervals hulls;
  for (Interval one : a) {
    const std::uint64_t next = std::uint64_t{one.last} + 1 + skipped;
    auto other = std::lower_bound(b.begin(), b.end(), next,
                                  [](Interval i, std::uint64_t at) { return i.first < at; });
    for (; other != b.end() && other->first == next; ++other)
      hulls.push_back({one.first, other->last});
  }
  tidy(hulls);
  return hulls;
}

Intervals near_together(const std::vector<Intervals>& operands, std::uint32_t between,
                        const std::vector<std::uint32_t>& uncounted) {
  Intervals hulls;
  for (const Intervals& operand : operands)
    if (operand.empty()) return hulls;
  const std::vector<Giving::Place> places = places_of(operands, uncounted);
  const std::uint64_t most = std::uint64_t{between} + operands.size();
  Giving giving(operands.size());
  for (std::size_t first = 0; first < places.size(); ++first) {
    giving.begin(&places[first]);
    const std::uint32_t before = below(uncounted, places[first].position);
    for (std::size_t last = first + 1; last < places.size(); ++last) {
      const std::uint32_t words = places[last].position - places[first].position + 1;
      const std::uint32_t free = below(uncounted, places[last].position + 1) - before;
      if (words - free > most) break;
      std::uint32_t counting = 0;
      if (giving.offer(&places[last], counting) && words - free - counting <= between)
        hulls.push_back({places[first].position, places[last].position});
    }
  }
  tidy(hulls);
  return hulls;
}

Intervals shortest(const Intervals& all) {
  Intervals kept;
  std::uint32_t least_last = 0;
  for (auto it = all.rbegin(); it != all.rend(); ++it) {  // begins descend, so later ones are inner
    bool same_begin_is_shorter = std::next(it) != all.rend() && std::next(it)->first == it->first;
    if (same_begin_is_shorter) continue;
    if (kept.empty() || it->last < least_last) {
      kept.push_back(*it);
      least_last = it->last;
    }
  }
  std::reverse(kept.begin(), kept.end());
  return kept;
}

}  // namespace litmine
