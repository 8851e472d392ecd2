// A file (or a part of one) that could not be read, or was read with a doubt. Never dropped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace litmine {

struct Problem {
  enum class Level : std::uint8_t {
    doubtful,  ///< read, but something about it is in doubt; the document is in the corpus
    not_read,  ///< nothing of the file or record is in the corpus
  };
  Level level = Level::not_read;
  std::string file;        ///< path, as reached from where litmine was run
  std::uint32_t line = 0;  ///< line from 1 in a file of records; 0 otherwise
  std::uint32_t page = 0;  ///< page from 1; 0 otherwise
  std::string code;    ///< stable name: "password", "damaged", "no-text", "timeout", "memory", ...
  std::string reason;  ///< true and in plain words: "needs a password"
  std::string hint;    ///< what to do; may be empty

  friend bool operator==(const Problem&, const Problem&) = default;
};

std::string_view level_name(Problem::Level level);  ///< "doubtful", "not read"

}  // namespace litmine
