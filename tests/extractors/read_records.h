// Reads bytes as a file of records.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "extractors/extractor.h"

namespace litmine {

struct ReadRecords {
  std::vector<Document> documents;
  std::vector<Problem> problems;

  /// "code:line code:line", the sums at the end left out.
  std::string codes() const {
    std::string out;
    for (const Problem& problem : problems) {
      if (problem.code == "sum") continue;
      out += (out.empty() ? "" : " ") + problem.code + ":" + std::to_string(problem.line);
    }
    return out;
  }
};

inline ReadRecords read_records_file(const std::filesystem::path& path) {
  ReadRecords outcome;
  extract_file(path, {[&](Document&& d) { outcome.documents.push_back(std::move(d)); },
                      [&](Problem&& p) { outcome.problems.push_back(std::move(p)); }});
  return outcome;
}

inline ReadRecords read_records(const std::string& bytes, const std::string& name = "records.txt") {
  namespace fs = std::filesystem;
  fs::path folder = fs::temp_directory_path() / ("litmine-records-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / name, std::ios::binary) << bytes;
  ReadRecords outcome = read_records_file(folder / name);
  fs::remove_all(folder);
  return outcome;
}

}  // namespace litmine
