// Words that several commands print.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace litmine {

/// "1 record", "2 records".
inline std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + ' ' + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace litmine
