// The entries of a BibTeX file: braces, quotes, @string and # done, LaTeX not yet.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/records.h"

namespace litmine {

struct BibtexEntry {
  std::string type;                 ///< lower case: "article"
  std::string key;                  ///< may be empty
  std::vector<RecordField> fields;  ///< names in lower case; values as written, without the outer
                                    ///< braces or quotes
  std::uint32_t line = 0;
};

/// Something odd in the file, with its line.
using BibtexRemark =
    std::function<void(const std::string& code, std::uint32_t line, const std::string& what)>;

/// All entries of a file's text, in order; linear in time. What stands outside entries is comment,
/// as it is for BibTeX.
std::vector<BibtexEntry> parse_bibtex(std::string_view text, const BibtexRemark& remark);

/// A list of names cut at "and", outside of braces, as written.
std::vector<std::string_view> bibtex_names(std::string_view value);
/// One of them: "von Last, Jr, First", "First von Last", "{Whole Name}", "family=..., given=...".
Author bibtex_author(std::string_view name);

}  // namespace litmine
