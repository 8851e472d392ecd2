#include "cli/keys.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "cli/interrupt.h"

namespace litmine {
namespace {

constexpr char kEscape = 0x1B, kEndOfInput = 4;

/// Bytes that follow the first one of a character in UTF-8.
int bytes_after(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
}

/// What a terminal sends behind Escape for the arrows.
struct Arrow {
  char last;
  const char* name;
};
constexpr Arrow kArrows[] = {{'A', "up"}, {'B', "down"}, {'C', "right"}, {'D', "left"}};

/// One byte of the terminal; nothing when none comes, within a tenth of a second if `soon`.
std::optional<char> byte_of_terminal(termios now, bool soon) {
  now.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  now.c_cc[VMIN] = soon ? 0 : 1;
  now.c_cc[VTIME] = soon ? 1 : 0;
  tcsetattr(STDIN_FILENO, TCSANOW, &now);
  char c = 0;
  return read(STDIN_FILENO, &c, 1) == 1 ? std::optional(c) : std::nullopt;
}

}  // namespace

struct Keys::Before {
  termios terminal{};
};

Keys::Keys(std::istream& in) : in_(in) {
  if (&in != &std::cin || isatty(STDIN_FILENO) == 0) return;
  before_ = std::make_unique<Before>();
  if (tcgetattr(STDIN_FILENO, &before_->terminal) != 0) before_.reset();
}

Keys::~Keys() { cooked(); }

std::optional<std::string> Keys::key() {
  if (InterruptGuard::requested()) return std::nullopt;
  if (before_) {
    auto pressed = raw_key();
    cooked();
    return pressed;
  }
  for (int c = in_.get(); c != std::istream::traits_type::eof(); c = in_.get()) {
    if (c == '\n' || c == '\r') continue;
    std::string typed(1, static_cast<char>(c));
    for (int more = bytes_after(typed[0]);
         more > 0 && in_.peek() != std::istream::traits_type::eof(); --more)
      typed += static_cast<char>(in_.get());
    if (in_.peek() == '\n') in_.get();
    return typed;
  }
  return std::nullopt;
}

std::optional<std::string> Keys::line() {
  std::string text;
  if (!std::getline(in_, text) || InterruptGuard::requested()) return std::nullopt;
  if (!text.empty() && text.back() == '\r') text.pop_back();
  return text;
}

std::optional<std::string> Keys::raw_key() {
  const auto first = byte_of_terminal(before_->terminal, false);
  if (!first || *first == kEndOfInput) return std::nullopt;
  if (*first == '\n' || *first == '\r') return "enter";
  std::string typed(1, *first);
  if (*first != kEscape) {
    for (int more = bytes_after(*first); more > 0; --more)
      if (const auto next = byte_of_terminal(before_->terminal, true)) typed += *next;
    return typed;
  }
  const auto second = byte_of_terminal(before_->terminal, true);
  if (!second || (*second != '[' && *second != 'O')) return "escape";
  const auto third = byte_of_terminal(before_->terminal, true);
  for (const Arrow& arrow : kArrows)
    if (third && *third == arrow.last) return arrow.name;
  // Another key: the rest of what it sends is no key of its own.
  while (byte_of_terminal(before_->terminal, true)) {
  }
  return "escape";
}

void Keys::cooked() const {
  if (before_) tcsetattr(STDIN_FILENO, TCSANOW, &before_->terminal);
}

}  // namespace litmine
