#include "extractors/workers_messages.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace litmine {
namespace {

constexpr std::size_t kReadAtOnce = 1U << 18;  // bytes

void put(std::string& out, std::uint32_t number) {
  std::array<char, sizeof number> bytes{};
  std::memcpy(bytes.data(), &number, sizeof number);
  out.append(bytes.data(), bytes.size());
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

/// Takes fields off the front; `good` turns false at the first that is not there.
struct Fields {
  std::string_view left;
  bool good = true;

  std::uint32_t number() {
    std::uint32_t value = 0;
    if (left.size() < sizeof value) {
      good = false;
      return 0;
    }
    std::memcpy(&value, left.data(), sizeof value);
    left.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    std::uint32_t size = number();
    if (!good || left.size() < size) {
      good = false;
      return {};
    }
    std::string value(left.substr(0, size));
    left.remove_prefix(size);
    return value;
  }
};

}  // namespace

std::string packed_problem(const Problem& problem) {
  std::string out;
  put(out, static_cast<std::uint32_t>(problem.level));
  put(out, problem.line);
  put(out, problem.page);
  for (const std::string* text : {&problem.file, &problem.code, &problem.reason, &problem.hint})
    put(out, *text);
  return out;
}

std::optional<Problem> unpacked_problem(std::string_view bytes) {
  Fields fields{bytes};
  std::uint32_t level = fields.number();
  if (level > static_cast<std::uint32_t>(Problem::Level::not_read)) return std::nullopt;
  Problem problem;
  problem.level = static_cast<Problem::Level>(level);
  problem.line = fields.number();
  problem.page = fields.number();
  for (std::string* text : {&problem.file, &problem.code, &problem.reason, &problem.hint})
    *text = fields.text();
  if (!fields.good || !fields.left.empty()) return std::nullopt;
  return problem;
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* into, std::size_t size) {
  while (size > 0) {
    ssize_t got = recv(socket, into, size, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool send_message(int socket, MessageKind kind, std::string_view body) {
  std::string head;
  put(head, static_cast<std::uint32_t>(body.size()));
  head += static_cast<char>(kind);
  return send_all(socket, head) && send_all(socket, body);
}

MessageReader::State MessageReader::read_from(int socket) {
  buffer_.erase(0, used_);
  used_ = 0;
  std::size_t before = buffer_.size();
  buffer_.resize(before + kReadAtOnce);
  ssize_t got = 0;
  do got = recv(socket, buffer_.data() + before, kReadAtOnce, MSG_DONTWAIT);
  while (got < 0 && errno == EINTR);
  bool waiting = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  buffer_.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
  return got > 0 || waiting ? State::open : State::closed;
}

std::optional<Message> MessageReader::next(bool& malformed) {
  constexpr std::size_t kHead = sizeof(std::uint32_t) + 1;
  std::string_view left = std::string_view(buffer_).substr(used_);
  if (left.size() < kHead) return std::nullopt;
  std::uint32_t size = 0;
  std::memcpy(&size, left.data(), sizeof size);
  auto kind = static_cast<MessageKind>(left[sizeof size]);
  bool known = kind == MessageKind::document || kind == MessageKind::problem ||
               kind == MessageKind::done || kind == MessageKind::leaving;
  bool bare = kind == MessageKind::done || kind == MessageKind::leaving;
  if (!known || size > kLongestMessage || (bare && size != 0)) {
    malformed = true;
    return std::nullopt;
  }
  if (left.size() - kHead < size) return std::nullopt;
  used_ += kHead + size;
  return Message{kind, left.substr(kHead, size)};
}

}  // namespace litmine
