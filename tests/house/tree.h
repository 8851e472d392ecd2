// The files of the project as the house tests see them: what git tracks, without asking git.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace litmine::house {

inline const std::filesystem::path kRoot = LITMINE_SOURCE_DIR;

inline std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return std::move(all).str();
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Made by a build or a run, so not ours: what .gitignore names, and git's own folder.
inline bool is_made(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  const bool at_root = path.parent_path() == kRoot;
  const bool sample_results = path == kRoot / "corpus/sample/results";
  return name == ".git" || name == ".litmine" || sample_results ||
         (at_root && (name == "build" || name.starts_with("build-") || name == "results"));
}

/// All files under `folder` whose name `wanted` accepts, relative to the root, sorted.
template <class Wanted>
std::vector<std::filesystem::path> files_under(const std::filesystem::path& folder, Wanted wanted) {
  std::vector<std::filesystem::path> found;
  auto walk = std::filesystem::recursive_directory_iterator(folder);
  for (auto entry = begin(walk); entry != end(walk); ++entry) {
    if (is_made(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file() && wanted(entry->path()))
      found.push_back(entry->path().lexically_relative(kRoot));
  }
  std::sort(found.begin(), found.end());
  return found;
}

inline bool is_source(const std::filesystem::path& file) {
  return file.extension() == ".h" || file.extension() == ".cc";
}

}  // namespace litmine::house
