// How far the work is: drawn over itself with rate and time to go on a terminal, a plain line now
// and then elsewhere.
#pragma once

#include <chrono>
#include <cstddef>
#include <ostream>
#include <string>

namespace litmine {

class Progress {
 public:
  /// `what` in the plural: "files". `quiet`: only keeps count.
  Progress(std::ostream& out, bool terminal, std::string what, std::size_t total, bool quiet);
  ~Progress();
  /// One more is done; `name` is what it was.
  void step(const std::string& name);
  /// Takes the drawn line away, so that other words can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(const std::string& name);

  std::ostream& out_;
  bool terminal_, quiet_;
  std::string what_;
  std::size_t total_, done_ = 0;
  Clock::time_point started_, drawn_;
  std::size_t drawn_width_ = 0;
};

}  // namespace litmine
