// What a file is, when it is none of what litmine reads: so that it can be named truly.
#pragma once

#include <filesystem>
#include <string_view>

namespace litmine {

/// A kind of file that is not an article's text.
struct ForeignFormat {
  std::string_view name;  ///< "a ZIP archive", "LaTeX"; empty when nothing is recognised
  std::string_view hint;  ///< what to do with it
};

/// By the first bytes, then by the shape of the text, then by the file's ending. Empty if it may be
/// running text.
ForeignFormat foreign_format(std::string_view head, const std::filesystem::path& path);

/// Do these bytes decode to text: letters, digits and signs, hardly any control characters?
bool is_readable_text(std::string_view head);

}  // namespace litmine
