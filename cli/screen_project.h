// What the actions of `screen` share: the records to be screened and the decisions on them.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "cli/tables.h"
#include "screening/decisions.h"
#include "screening/exchange.h"
#include "text/result.h"

namespace litmine {

/// The decisions of a folder, with who asks. The panel is --reviewers and --third.
struct ScreeningProject {
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
