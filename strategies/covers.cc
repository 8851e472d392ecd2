// Both patterns are automata of a few dozen states in a row. We walk through the narrow one and
// follow, for each way, all states of the wide one at once; the narrow one escapes if it can end
// where the wide one cannot. One sign stands for all letters that neither pattern names.
#include "strategies/covers.h"

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace litmine {
namespace {

constexpr std::size_t kMostSteps = 300;      // of one pattern
constexpr std::size_t kMostVisits = 20'000;  // pairs of a state and a set of states
constexpr char32_t kOther = 0;               // a letter that neither pattern names

/// One character of a pattern.
struct Step {
  enum class Kind { letter, any, maybe, run } kind = Kind::letter;
  char32_t letter = kOther;
  bool may_be_skipped() const { return kind == Kind::maybe || kind == Kind::run; }
  bool takes(char32_t c) const { return kind != Kind::letter || letter == c; }
};
using Steps = std::vector<Step>;

void add_letters(const std::string& letters, Steps& steps) {
  for (std::size_t at = 0; at < letters.size();) {
    auto lead = static_cast<unsigned char>(letters[at++]);
    char32_t letter = lead;
    while (at < letters.size() && (static_cast<unsigned char>(letters[at]) & 0xc0) == 0x80)
      letter = letter << 8 | static_cast<unsigned char>(letters[at++]);
    steps.push_back({Step::Kind::letter, letter});
  }
}

/// False if there are too many.
bool steps_of(const Pattern& pattern, Steps& steps) {
  for (const Pattern::Piece& piece : pattern.pieces()) {
    if (!piece.is_gap()) {
      add_letters(piece.letters, steps);
    } else {
      if (piece.min > kMostSteps) return false;
      steps.insert(steps.end(), piece.min, {Step::Kind::any});
      if (piece.max == Pattern::kAnyRun) {
        steps.push_back({Step::Kind::run});
      } else {
        if (piece.max - piece.min > static_cast<int>(kMostSteps)) return false;
        steps.insert(steps.end(), static_cast<std::size_t>(piece.max - piece.min),
                     {Step::Kind::maybe});
      }
    }
    if (steps.size() > kMostSteps) return false;
  }
  return true;
}

/// States of the wide pattern: before step i, or at the end.
using States = std::vector<bool>;

void skip_on(const Steps& steps, States& states) {
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (states[i] && steps[i].may_be_skipped()) states[i + 1] = true;
}

States after(const Steps& steps, const States& states, char32_t c) {
  States next(states.size(), false);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!states[i] || !steps[i].takes(c)) continue;
    next[steps[i].kind == Step::Kind::run ? i : i + 1] = true;
  }
  skip_on(steps, next);
  return next;
}

class Walk {
 public:
  Walk(const Steps& narrow, const Steps& wide) : narrow_(narrow), wide_(wide) {
    letters_.insert(kOther);
    for (const Steps* steps : {&narrow_, &wide_})
      for (const Step& step : *steps)
        if (step.kind == Step::Kind::letter) letters_.insert(step.letter);
  }

  bool escapes() {
    States first(wide_.size() + 1, false);
    first[0] = true;
    skip_on(wide_, first);
    visit(0, first);
    while (!waiting_.empty()) {
      auto [at, states] = std::move(waiting_.back());
      waiting_.pop_back();
      if (at == narrow_.size()) {
        if (!states.back()) return true;
        continue;
      }
      const Step& step = narrow_[at];
      if (step.may_be_skipped()) visit(at + 1, states);
      std::size_t next = step.kind == Step::Kind::run ? at : at + 1;
      for (char32_t letter : letters_)
        if (step.takes(letter)) visit(next, after(wide_, states, letter));
      if (seen_.size() > kMostVisits) return true;  // not proven
    }
    return false;
  }

 private:
  void visit(std::size_t at, States states) {
    if (seen_.insert({at, states}).second) waiting_.emplace_back(at, std::move(states));
  }

  const Steps &narrow_, &wide_;
  std::set<char32_t> letters_;
  std::set<std::pair<std::size_t, States>> seen_;
  std::vector<std::pair<std::size_t, States>> waiting_;
};

}  // namespace

bool covers(const Pattern& wide, const Pattern& narrow) {
  if (wide == narrow) return true;
  if (wide.is_literal()) return false;  // one word; equal ones are dealt with
  if (narrow.is_literal()) return wide.matches(narrow.literal_prefix());
  Steps narrow_steps, wide_steps;
  if (!steps_of(narrow, narrow_steps) || !steps_of(wide, wide_steps)) return false;
  return !Walk(narrow_steps, wide_steps).escapes();
}

}  // namespace litmine
