// What a run was made from and what it made: `manifest.json` in the results folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/review.h"
#include "text/result.h"

namespace litmine {

/// Names with the hash of their content; equal manifests mean equal inputs and results.
struct Manifest {
  std::string version;                        ///< of litmine
  std::string review;                         ///< the protocol, as reached from the results folder
  std::string protocol;                       ///< hash
  std::string codebook;                       ///< hash
  std::string decisions;                      ///< hash of the lines, in their order; empty: none
  std::map<std::string, std::string> inputs;  ///< by file
  std::map<std::string, std::string> searches;  ///< by name: dialect and string
  std::map<std::string, std::string> outputs;   ///< by file
};

/// Reads `manifest.json` of a results folder. Error: none there, or damaged.
Result<Manifest> read_manifest(const std::filesystem::path& results);

/// Hashes `outputs` in `results` and writes the manifest beside them.
Result<void> write_manifest(const ReviewRun& run, const std::vector<FileStamp>& inputs,
                            const std::filesystem::path& review,
                            const std::vector<std::string>& outputs,
                            const std::filesystem::path& results);

/// FNV-1a, 64 bit, hexadecimal: tells changes, not forgeries.
std::string hash_of(std::string_view bytes);

}  // namespace litmine
