// Stretches of words in one passage, and what phrases and proximity make of them.
//
// Both engines use these functions, so they cannot disagree about a distance. All lists are sorted
// by first, then last word, and without doubles.
#pragma once

#include <cstdint>
#include <vector>

namespace litmine {

/// Words `first` to `last` of a passage, both included; counted from 0 in the passage.
struct Interval {
  std::uint32_t first = 0, last = 0;
  friend bool operator==(Interval, Interval) = default;
  friend auto operator<=>(Interval, Interval) = default;
};
using Intervals = std::vector<Interval>;

/// One interval a position. `positions` may be in any order and hold doubles.
Intervals intervals_at(const std::vector<std::uint32_t>& positions);

/// Everything in `a` or `b` (OR inside proximity).
Intervals united(const Intervals& a, const Intervals& b);

/// For every pair from `a` and `b` that do not overlap and have at most `between` words between
/// them, the stretch from the first word of the one to the last word of the other. `ordered`: the
/// one from `a` stands first. A phrase is `near(..., 0, true)` from word to word. Words at the
/// positions `uncounted` (sorted, without doubles) do not count as standing between.
///
/// All stretches are kept, not only the shortest: `(a NEAR/3 b) NEAR/1 c` in "a b x b y c" is met
/// by the second b only.
Intervals near(const Intervals& a, const Intervals& b, std::uint32_t between, bool ordered,
               const std::vector<std::uint32_t>& uncounted = {});

/// For every pair from `a` and `b` with exactly `skipped` words between them, `a` first.
Intervals followed(const Intervals& a, const Intervals& b, std::uint32_t skipped);

/// Every stretch that begins and ends with a word of an operand and holds a word of its own for
/// each operand, in any order, and at most `between` other words, those at `uncounted` aside.
/// Operands are lists of single words. Time: places x words within reach x operands.
Intervals near_together(const std::vector<Intervals>& operands, std::uint32_t between,
                        const std::vector<std::uint32_t>& uncounted = {});

/// Those that hold no other one: what to show to a person.
Intervals shortest(const Intervals& all);

}  // namespace litmine
