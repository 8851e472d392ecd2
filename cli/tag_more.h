// What else `tag` does with suggestions: compares two codebooks, turns decisions into examples,
// lists what was decided.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/coding.h"
#include "cli/coding_decisions.h"
#include "text/result.h"

namespace litmine {

/// Rows of the suggestions that `after` gains and loses against `before`, and of those whose band
/// changed: change, study, facet, code, label, role, before, after, sentence. Both hold the same
/// studies in the same order. Gives back the number of rows.
std::size_t write_differences(Sink& sink, const std::vector<CodedStudy>& before,
                              const std::vector<CodedStudy>& after, Band least);
const std::vector<Column>& difference_columns();

/// Adds the sentences of accepted and rejected suggestions to `codebook`/examples.toml, as `yes`
/// and `no` of their rules; sentences that stand there already are left out. Gives back how many
/// were added. Errors: cannot be written.
Result<std::size_t> write_examples(const std::vector<CodedStudy>& coded,
                                   const DecidedCodes& decided,
                                   const std::filesystem::path& codebook);

/// The codes that each coder decided on, as a gold table: key, facet, code, role, coder. What a
/// coder accepted, put in a replacement or added; a facet in which everything was rejected has a
/// row with an empty code.
void write_decided(Sink& sink, const DecidedCodes& decided);
const std::vector<Column>& decided_columns();

}  // namespace litmine
