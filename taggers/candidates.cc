// RE2's FilteredRE2 reduces each pattern to an and/or of literal strings that every match must
// hold ("atoms"). An Aho-Corasick automaton finds all atoms of a sentence in one walk; the few
// patterns whose condition is met are then tried for real. (RE2::Set over the same patterns gives
// the same answer but runs out of its memory budget with the gaps that our patterns have.)
//
// Atoms are lower case. All bytes outside ASCII count as one letter: "É" and "é" then look alike,
// which can only add candidates.
#include "taggers/candidates.h"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <array>
#include <queue>
#include <string>
#include <utility>

namespace litmine {
namespace {

constexpr int kShortestAtom = 2;  // "UK", "US"
constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Aho-Corasick with a full transition table over the few byte classes that atoms use.
class Automaton {
 public:
  explicit Automaton(const std::vector<std::string>& atoms) {
    classes_.fill(0);
    for (const std::string& atom : atoms)
      for (unsigned char byte : atom)
        if (std::uint8_t& c = classes_[folded_byte(byte)]; c == 0)
          c = static_cast<std::uint8_t>(++class_count_);
    width_ = class_count_ + 1;
    for (unsigned byte = 0; byte < 256; ++byte)
      classes_[byte] = classes_[folded_byte(static_cast<unsigned char>(byte))];
    add_state();
    for (std::size_t i = 0; i < atoms.size(); ++i) add(atoms[i], static_cast<int>(i));
    link();
  }

  // Appends the atoms found, each as often as it occurs.
  void walk(std::string_view text, std::vector<int>& found) const {
    std::uint32_t state = 0;
    for (unsigned char byte : text) {
      state = next_[state * width_ + classes_[byte]];
      for (std::uint32_t s = outputs_[state] >= 0 ? state : shorter_[state]; s != 0;
           s = shorter_[s])
        found.push_back(outputs_[s]);
    }
  }

 private:
  static unsigned char folded_byte(unsigned char byte) {
    if (byte >= 0x80) return 0x80;
    return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
  }

  std::uint32_t add_state() {
    next_.resize(next_.size() + width_, kNone);
    outputs_.push_back(-1);
    return static_cast<std::uint32_t>(outputs_.size() - 1);
  }

  void add(const std::string& atom, int number) {
    std::uint32_t state = 0;
    for (unsigned char byte : atom) {
      std::size_t edge = state * width_ + classes_[byte];
      if (next_[edge] == kNone) {
        std::uint32_t fresh = add_state();
        next_[edge] = fresh;
      }
      state = next_[edge];
    }
    // Two atoms may become one when bytes outside ASCII look alike; keep them all.
    if (outputs_[state] < 0) {
      outputs_[state] = number;
    } else {
      twins_.emplace_back(outputs_[state], number);
    }
  }

  void link() {
    std::vector<std::uint32_t> fail(outputs_.size(), 0);
    shorter_.assign(outputs_.size(), 0);
    std::queue<std::uint32_t> todo;
    for (std::size_t c = 0; c < width_; ++c) {
      std::uint32_t& to = next_[c];
      if (to == kNone) {
        to = 0;
      } else if (to != 0) {
        todo.push(to);
      }
    }
    while (!todo.empty()) {
      std::uint32_t state = todo.front();
      todo.pop();
      shorter_[state] = outputs_[fail[state]] >= 0 ? fail[state] : shorter_[fail[state]];
      for (std::size_t c = 0; c < width_; ++c) {
        std::uint32_t& to = next_[state * width_ + c];
        std::uint32_t back = next_[fail[state] * width_ + c];
        if (to == kNone) {
          to = back;
        } else {
          fail[to] = back;
          todo.push(to);
        }
      }
    }
  }

 public:
  // Atoms that cannot be told apart from another one: (the one reported, the other).
  std::vector<std::pair<int, int>> twins_;

 private:
  std::array<std::uint8_t, 256> classes_{};
  std::size_t class_count_ = 0, width_ = 1;
  std::vector<std::uint32_t> next_;     // state × class → state
  std::vector<int> outputs_;            // state → atom that ends here, or -1
  std::vector<std::uint32_t> shorter_;  // state → next shorter state with an output, or 0
};

}  // namespace

struct Candidates::Machine {
  re2::FilteredRE2 filter{kShortestAtom};
  std::unique_ptr<const Automaton> atoms;
};

Candidates::Candidates() = default;
Candidates::~Candidates() = default;
Candidates::Candidates(Candidates&&) noexcept = default;
Candidates& Candidates::operator=(Candidates&&) noexcept = default;

Result<Candidates> Candidates::of(const std::vector<const Expression*>& expressions) {
  auto machine = std::make_unique<Machine>();
  for (const Expression* expression : expressions) {
    re2::RE2::Options options;
    options.set_case_sensitive(expression->case_sensitive());
    options.set_log_errors(false);
    int number = 0;
    if (machine->filter.Add(expression->body(), options, &number) != re2::RE2::NoError)
      return failure(Error::Kind::usage, "pattern cannot be compiled: " + expression->body());
  }
  std::vector<std::string> atoms;
  if (!expressions.empty()) machine->filter.Compile(&atoms);
  machine->atoms = std::make_unique<const Automaton>(atoms);
  Candidates candidates;
  candidates.machine_ = std::move(machine);
  return candidates;
}

void Candidates::find(std::string_view text, std::vector<int>& found) const {
  found.clear();
  if (!machine_ || machine_->filter.NumRegexps() == 0) return;
  thread_local std::vector<int> atoms;
  atoms.clear();
  machine_->atoms->walk(text, atoms);
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  std::size_t reported = atoms.size();
  for (auto [one, other] : machine_->atoms->twins_)
    if (std::binary_search(atoms.begin(), atoms.begin() + static_cast<std::ptrdiff_t>(reported),
                           one))
      atoms.push_back(other);
  machine_->filter.AllPotentials(atoms, &found);
  std::sort(found.begin(), found.end());
}

}  // namespace litmine
