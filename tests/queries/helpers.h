// What the tests of this room share: small documents, and lists of cases in files.
#pragma once

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "queries/dialect.h"
#include "queries/evaluate.h"
#include "queries/query.h"
#include "text/normalize.h"

namespace litmine::testing_queries {

/// A document whose sections hold the given texts.
inline Document document_of(const std::vector<std::pair<Part, std::string>>& sections) {
  Document document;
  for (const auto& [part, words] : sections) {
    if (!document.text.empty()) document.text += "\n\n";
    auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += normalized(words);
    Section section;
    section.part = part;
    section.heading = {begin, begin};
    section.body = {begin, static_cast<std::uint32_t>(document.text.size())};
    document.sections.push_back(section);
  }
  return document;
}
inline Document document_of(std::string_view abstract) {
  return document_of({{Part::abstract, std::string(abstract)}});
}

inline Parsed read(std::string_view dialect, std::string_view query) {
  return parse_query(query, *dialect_named(dialect));
}

inline bool finds(std::string_view dialect, std::string_view query, const Document& document) {
  return matches(read(dialect, query).query, CutStudy(document));
}

inline const Diagnostic* remark_of(const Parsed& parsed, std::string_view code) {
  for (const Diagnostic& note : parsed.notes)
    if (note.code == code) return &note;
  return nullptr;
}

/// Of the suite, unless LITMINE_RANDOM_SEED asks for other strings.
inline unsigned random_seed(unsigned of_suite) {
  const char* asked = std::getenv("LITMINE_RANDOM_SEED");
  return asked ? static_cast<unsigned>(std::strtoul(asked, nullptr, 10)) : of_suite;
}

/// Lines of `file` that hold something, cut at " | " and trimmed; "#" begins a comment line.
struct CaseLine {
  int line = 0;
  std::vector<std::string> cells;
};
inline std::vector<CaseLine> read_cases(const std::string& file) {
  std::vector<CaseLine> cases;
  std::ifstream in(std::string(LITMINE_SOURCE_DIR) + "/tests/queries/" + file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    CaseLine found{number, {}};
    for (std::size_t at = 0; at <= line.size();) {
      std::size_t bar = std::min(line.find(" | ", at), line.size());
      std::string cell = line.substr(at, bar - at);
      std::size_t first = cell.find_first_not_of(' '), last = cell.find_last_not_of(' ');
      found.cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
      at = bar + 3;
    }
    cases.push_back(std::move(found));
  }
  return cases;
}

}  // namespace litmine::testing_queries
