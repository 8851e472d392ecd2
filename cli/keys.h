// One key at a time, for walks through a list on a terminal; the same keys from a pipe.
#pragma once

#include <istream>
#include <memory>
#include <optional>
#include <string>

namespace litmine {

/// Reads keys. On a terminal the Enter key is not needed; from a pipe line ends are passed over.
/// While an InterruptGuard lives, Ctrl-C ends the input. The terminal is as it was whenever no key
/// is being read.
class Keys {
 public:
  explicit Keys(std::istream& in);
  ~Keys();
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;

  /// The character typed, whole in UTF-8, or "up", "down", "left", "right", "escape", "enter".
  /// Nothing at the end of the input, at Ctrl-D and at Ctrl-C.
  std::optional<std::string> key();
  /// A line of text. Nothing at the end of the input and at Ctrl-C.
  std::optional<std::string> line();

 private:
  struct Before;
  std::optional<std::string> raw_key();
  void cooked() const;

  std::istream& in_;
  std::unique_ptr<Before> before_;  ///< how the terminal was; empty when the input is none
};

}  // namespace litmine
