// An Aho-Corasick automaton over the literals of all patterns, with a full transition table over
// the few byte classes that literals use. (RE2's FilteredRE2 was tried first: it compiles every
// pattern a second time, which took most of the time to load a codebook, and knows nothing of word
// boundaries, so that "US" was a candidate in every "business".)
#include "taggers/candidates.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <queue>
#include <string>
#include <tuple>

namespace litmine {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

unsigned char lower(unsigned char byte) {
  if (byte >= 0x80) return 0x80;
  return byte >= 'A' && byte <= 'Z' ? static_cast<unsigned char>(byte + 32) : byte;
}

// Bytes outside ASCII may be punctuation: they end a word here, which can only add candidates.
bool in_word(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (lower(byte) >= 'a' && lower(byte) <= 'z') || byte == '_';
}

}  // namespace

struct Candidates::Machine {
  struct Output {
    std::uint32_t length = 0;
    bool starts_word = false, ends_word = false;
    std::vector<int> patterns;
  };

  std::array<std::uint8_t, 256> classes{};
  std::size_t width = 1;
  std::vector<std::uint32_t> next;           // state × class → state
  std::vector<std::vector<Output>> outputs;  // by state: the literals that end here
  std::vector<std::uint32_t> shorter;        // state → next shorter state with outputs, or 0
  explicit Machine(const std::vector<std::vector<Literal>>& patterns) {
    std::map<std::tuple<std::string, bool, bool>, std::vector<int>> literals;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      for (const Literal& literal : patterns[i])
        literals[{literal.text, literal.starts_word, literal.ends_word}].push_back(
            static_cast<int>(i));
    }
    for (const auto& [key, numbers] : literals)
      for (unsigned char byte : std::get<0>(key))
        if (classes[byte] == 0) classes[byte] = static_cast<std::uint8_t>(width++);
    for (unsigned byte = 0; byte < classes.size(); ++byte)
      classes[byte] = classes[lower(static_cast<unsigned char>(byte))];
    add_state();
    for (const auto& [key, numbers] : literals) add(key, numbers);
    link();
  }

  std::uint32_t add_state() {
    next.resize(next.size() + width, kNone);
    outputs.emplace_back();
    return static_cast<std::uint32_t>(outputs.size() - 1);
  }

  void add(const std::tuple<std::string, bool, bool>& key, const std::vector<int>& patterns) {
    const auto& [text, starts_word, ends_word] = key;
    std::uint32_t state = 0;
    for (unsigned char byte : text) {
      std::size_t edge = state * width + classes[byte];
      if (next[edge] == kNone) {
        std::uint32_t fresh = add_state();
        next[edge] = fresh;
      }
      state = next[edge];
    }
    outputs[state].push_back(
        {static_cast<std::uint32_t>(text.size()), starts_word, ends_word, patterns});
  }

  void link() {
    std::vector<std::uint32_t> fail(outputs.size(), 0);
    shorter.assign(outputs.size(), 0);
    std::queue<std::uint32_t> todo;
    for (std::size_t c = 0; c < width; ++c) {
      if (next[c] == kNone) {
        next[c] = 0;
      } else {
        todo.push(next[c]);
      }
    }
    while (!todo.empty()) {
      std::uint32_t state = todo.front();
      todo.pop();
      shorter[state] = outputs[fail[state]].empty() ? shorter[fail[state]] : fail[state];
      for (std::size_t c = 0; c < width; ++c) {
        std::uint32_t& to = next[state * width + c];
        std::uint32_t back = next[fail[state] * width + c];
        if (to == kNone) {
          to = back;
        } else {
          fail[to] = back;
          todo.push(to);
        }
      }
    }
  }

  void walk(std::string_view text, Present& present, std::vector<int>& found) const {
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      state = next[state * width + classes[static_cast<unsigned char>(text[i])]];
      for (std::uint32_t s = outputs[state].empty() ? shorter[state] : state; s != 0;
           s = shorter[s])
        for (const Output& output : outputs[s]) take(output, text, i + 1, present, found);
    }
  }

  static void take(const Output& output, std::string_view text, std::size_t end, Present& present,
                   std::vector<int>& found) {
    std::size_t begin = end - output.length;
    if (output.starts_word && begin > 0 && in_word(static_cast<unsigned char>(text[begin - 1])))
      return;
    if (output.ends_word && end < text.size() && in_word(static_cast<unsigned char>(text[end])))
      return;
    for (int pattern : output.patterns)
      if (present.add(static_cast<std::size_t>(pattern))) found.push_back(pattern);
  }
};

Candidates::Candidates() = default;
Candidates::Candidates(const std::vector<std::vector<Literal>>& patterns)
    : size_(patterns.size()), machine_(std::make_unique<const Machine>(patterns)) {}
Candidates::~Candidates() = default;
Candidates::Candidates(Candidates&&) noexcept = default;
Candidates& Candidates::operator=(Candidates&&) noexcept = default;

void Candidates::find(std::string_view text, Present& present, std::vector<int>& found) const {
  found.clear();
  present.clear(size_);
  if (machine_) machine_->walk(text, present, found);
}

}  // namespace litmine
