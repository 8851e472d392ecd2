// Web pages saved as one file (.mht, .mhtml): a message in MIME (RFC 2557) whose first part of HTML
// is the page. Pictures and style sheets in it are left alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/extractor.h"

namespace litmine {

const Extractor& web_archive_extractor();  ///< "mht"

/// The page in such a file, decoded to the bytes that were saved; none if there is none.
std::optional<std::string> page_in_archive(std::string_view message);

}  // namespace litmine
