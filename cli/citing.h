// The citation commands, and what they share.
#pragma once

#include <filesystem>
#include <string>

#include "citations/model.h"
#include "cli/command.h"

namespace litmine {

Action declare_parse_refs(CLI::App& app);
Action declare_cite(CLI::App& app);

/// The model that reads references: as given, else LITMINE_CITATIONS, else the one beside the
/// program (build tree or installed). Error: it is not there, or not a model.
Result<ReferenceModel> reference_model(const std::string& given);

}  // namespace litmine
