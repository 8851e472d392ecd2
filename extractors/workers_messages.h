// What parent and worker say to each other over a socket. A worker may have been overwritten by the
// file it reads, so every byte from it is checked.
//
//   parent → worker   length (4 bytes, host order), path
//   worker → parent   length (4 bytes), kind (1 byte), body
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/problem.h"

namespace litmine {

enum class MessageKind : std::uint8_t {
  document = 'D',  ///< body: packed(document)
  problem = 'P',   ///< body: packed_problem
  done = 'E',      ///< the file is finished, the worker waits for the next; no body
  leaving = 'L',   ///< the file is finished and the worker goes, to give its memory back; no body
};

struct Message {
  MessageKind kind = MessageKind::done;
  std::string_view body;  ///< into the buffer it was read from
};

inline constexpr std::uint32_t kLongestMessage = 1U << 30;  ///< bytes; a longer one is a lie

std::string packed_problem(const Problem& problem);
std::optional<Problem> unpacked_problem(std::string_view bytes);

/// Sends all of it, waiting where it must. False if the other side is gone.
bool send_all(int socket, std::string_view bytes);
/// Receives exactly `size` bytes, waiting. False if the other side is gone.
bool receive_all(int socket, char* into, std::size_t size);

/// Sends one message of a worker.
bool send_message(int socket, MessageKind kind, std::string_view body);

/// Bytes from a worker, as they come, cut into messages.
class MessageReader {
 public:
  enum class State { open, closed, malformed };

  /// Reads what is there without waiting.
  State read_from(int socket);
  /// The next whole message, if there is one; its body is good until the next call of either.
  /// `malformed` is set if what stands there cannot be a message.
  std::optional<Message> next(bool& malformed);

 private:
  std::string buffer_;
  std::size_t used_ = 0;  // bytes at the beginning that were given out
};

}  // namespace litmine
