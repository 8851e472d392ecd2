#include "cli/progress.h"

#include <fmt/format.h>

#include <cmath>

#include "text/normalize.h"

namespace litmine {
namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenDrawings = 100ms;  // on a terminal
constexpr auto kBetweenLines = 10s;       // elsewhere

std::string time_to_go(double seconds) {
  const long whole = std::lround(seconds);
  if (whole >= 3600) return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} s", whole);
}

}  // namespace

Progress::Progress(std::ostream& out, bool terminal, std::string what, std::size_t total,
                   bool quiet)
    : out_(out),
      terminal_(terminal),
      quiet_(quiet),
      what_(std::move(what)),
      total_(total),
      started_(Clock::now()),
      drawn_(started_) {}

Progress::~Progress() { clear(); }

void Progress::step(const std::string& name) {
  ++done_;
  if (quiet_) return;
  auto now = Clock::now();
  if (now - drawn_ <
      (terminal_ ? Clock::duration(kBetweenDrawings) : Clock::duration(kBetweenLines)))
    return;
  drawn_ = now;
  draw(name);
}

void Progress::draw(const std::string& name) {
  double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
  std::string line = fmt::format("{}/{} {}, {:.1f} a second", done_, total_, what_, rate);
  if (done_ < total_ && rate > 0)
    line += fmt::format(", {} to go", time_to_go(static_cast<double>(total_ - done_) / rate));
  if (!terminal_) {
    out_ << line << '\n' << std::flush;
    return;
  }
  constexpr std::size_t kRoom = 78;
  if (cells(line) + cells(name) + 2 <= kRoom) line += "  " + name;
  std::size_t width = cells(line);
  out_ << '\r' << line << std::string(drawn_width_ > width ? drawn_width_ - width : 0, ' ')
       << std::flush;
  drawn_width_ = width;
}

void Progress::clear() {
  if (!terminal_ || drawn_width_ == 0) return;
  out_ << '\r' << std::string(drawn_width_, ' ') << '\r' << std::flush;
  drawn_width_ = 0;
}

}  // namespace litmine
