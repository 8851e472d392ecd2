// Bytes in an encoding that is known by name: web pages and XML say theirs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace litmine {

/// `bytes` in the encoding `charset` ("gb2312", "ISO-8859-2") as UTF-8; what cannot be read becomes
/// U+FFFD. Empty if no encoding has that name. As in browsers, "iso-8859-1" and "us-ascii" are read
/// as windows-1252. From any thread.
std::optional<std::string> decoded_as(std::string_view bytes, std::string_view charset);

/// The encoding that the begin of a page or of an XML file declares (`charset=`, `encoding=`), as
/// written there; empty if none.
std::string declared_charset(std::string_view head);

}  // namespace litmine
