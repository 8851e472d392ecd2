// REFI-QDA, the exchange format of qualitative-analysis packages (version 1.0 of 18 March 2019): a
// codebook (.qdc) and a project with coded passages (.qdpx). What a newcomer would get wrong:
// positions are counted in characters (Unicode code points) of the source's plain text, not in
// bytes, and the end is the first character after the passage.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/result.h"
#include "text/span.h"

namespace litmine {

struct QdaCode {
  std::string guid;  ///< 8-4-4-4-12 hexadecimal; made from the path of names when empty
  std::string name, description;
  std::string color;  ///< "#RRGGBB"; may be empty
  bool codable = true;
  std::vector<QdaCode> children;
  friend bool operator==(const QdaCode&, const QdaCode&) = default;
};

/// A coded passage: bytes of the source's text, and the path of the code in the codebook
/// ("Method", "Survey").
struct QdaCoding {
  Span where;
  std::vector<std::string> code;
  std::string coder;  ///< name of a user; empty: litmine itself
};

struct QdaVariable {
  std::string name, value;  ///< a text variable of the source
};

struct QdaSource {
  std::string name;
  std::string text;  ///< UTF-8, lines end in LF
  std::vector<QdaCoding> codings;
  std::vector<QdaVariable> variables;
};

struct QdaProject {
  std::string name;
  std::string time;  ///< "2024-08-21T09:30:00Z"
  std::vector<QdaCode> codes;
  std::vector<QdaSource> sources;
};

/// A GUID that follows from `name`: the same name, the same GUID.
std::string guid_of(std::string_view name);

/// A .qdc file: the codes with their GUIDs.
std::string qdc_text(std::vector<QdaCode> codes);
/// Reads one, with or without braces around GUIDs. Errors: no well-formed XML, not that root.
Result<std::vector<QdaCode>> read_qdc(std::string_view xml);

/// The project.qde of a project, and the files beside it ("sources/<guid>.txt" → text).
struct QdaFiles {
  std::string project;
  std::vector<std::pair<std::string, std::string>> sources;
};
/// Codings whose code is not among the project's codes are left out.
QdaFiles qdpx_files(const QdaProject& project);
/// Writes them as one ZIP: same project, same bytes. Errors: cannot be written.
Result<void> write_qdpx(const QdaProject& project, const std::filesystem::path& file);
/// The files of a .qdpx, by name. Errors: no ZIP, or larger than `limit` bytes unpacked.
Result<std::vector<std::pair<std::string, std::string>>> read_zip(const std::filesystem::path& file,
                                                                  std::uint64_t limit = 1ULL << 30);

}  // namespace litmine
