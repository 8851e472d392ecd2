// tag --review: suggestions one by one, each decided with one key.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/coding.h"
#include "text/result.h"

namespace litmine {

struct ReviewOptions {
  std::filesystem::path decisions;  ///< the folder
  std::string coder;
  Band least = Band::medium;
  bool again = false;  ///< also what this coder has decided
};

/// Walks through the suggestions of `coded` that the coder has not decided (or whose sentences have
/// changed since) and writes every decision at once. Keys come from `terminal.in`, one a decision;
/// on a terminal without the Enter key. Gives back the number of decisions. Errors: a decision that
/// cannot be written.
Result<std::size_t> review_codes(const std::vector<CodedStudy>& coded, const Codebook& codebook,
                                 const ReviewOptions& options, Terminal& terminal);

}  // namespace litmine
