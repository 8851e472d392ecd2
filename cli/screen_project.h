// What the actions of `screen` share: the records to be screened and the decisions on them.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "cli/tables.h"
#include "corpus/protocol.h"
#include "screening/decisions.h"
#include "screening/exchange.h"
#include "taggers/codebook.h"
#include "text/result.h"

namespace litmine {

/// The protocol of --review, else that of review.toml here, else one that says nothing. Error: one
/// that cannot be read.
Result<Protocol> protocol_of_screening(const ScreenOptions& options);
/// The stage asked for. Error: no stage is called that.
Result<Stage> stage_of(const ScreenOptions& options);
/// The codebook, where a criterion asks for codes.
Result<std::optional<Codebook>> codebook_of_criteria(const ScreenOptions& options,
                                                     const Protocol& protocol);
/// --folder, else as the protocol says.
std::filesystem::path decisions_folder(const ScreenOptions& options, const Protocol& protocol);
/// --index, else the one here, else that of the protocol's results.
std::filesystem::path index_of_screening(const ScreenOptions& options, const Protocol& protocol);

/// The decisions of a folder, with who asks. The panel is --reviewers and --third, else the
/// protocol's.
struct ScreeningProject {
  Protocol protocol;
  std::filesystem::path folder;
  Histories histories;
  Stage stage = Stage::title_abstract;
  Panel panel;
};
/// Reads the folder of decisions; says on `err` which lines were none. Error: an unknown stage.
Result<ScreeningProject> open_project(const ScreenOptions& options, Terminal& terminal);

/// The name of who screens: --reviewer, else LITMINE_REVIEWER. Error: neither.
Result<std::string> reviewer_of(const ScreenOptions& options);

/// The records of an index as other programs know them, by id.
Result<std::vector<ExchangeRecord>> records_of(const Index& index, bool with_abstracts);

}  // namespace litmine
