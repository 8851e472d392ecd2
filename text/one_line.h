// Text of several lines as one.
#pragma once

#include <string>
#include <string_view>

namespace litmine {

/// `text` with every run of blanks and line ends as one blank, and none at its ends. Bytes; what is
/// not ASCII stays as it is.
std::string one_line(std::string_view text);

}  // namespace litmine
