// What a reader sees as one character, and how wide a terminal draws it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litmine {

/// A grapheme cluster: a letter with its marks, an emoji with its parts, CR LF, ...
struct Cluster {
  std::uint32_t begin = 0, end = 0;  ///< bytes in the text
  std::uint8_t cells = 1;  ///< of a terminal: 2 for East Asian wide and emoji, 0 for controls
};

/// All clusters of `text`, in order, without gaps. Thread-safe. Bytes that are not UTF-8 count as
/// characters of one cell.
std::vector<Cluster> clusters(std::string_view text);

/// As much of `text` as fits `width` cells; whole when it fits, else with "…" as its last cell.
std::string fitted(std::string_view text, std::size_t width);

}  // namespace litmine
