// The parts of `litmine screen`: one function an action, one table of actions in screen.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/cli.h"

namespace litmine {

/// The options of all actions; which of them an action takes stands in the table.
struct ScreenOptions {
  std::string action = "decide";
  std::vector<std::string> files;  ///< what follows the action
  std::string format = "text", label_column;
  std::size_t runs = 15, retrain_every = 0;
  std::uint64_t seed = 1;
  bool curve = false;
  // What is empty, or 0, stands in the protocol, or is as the manual says.
  std::string review, folder, stage = "title-abstract", reviewer, third, index, program = "csv",
                              verdict, codebook, order = "list", keys = "litmine", search;
  std::vector<std::string> reviewers;
  std::size_t votes = 0;
  bool force = false, by_criterion = false, again = false, conflicts = false, suggestions = false,
       facets = false;
};

/// How much reading the ranking would have saved on a table of records with known decisions.
int screen_simulate(const ScreenOptions& options, Terminal& terminal);

/// Records one by one, each decided with one key.
int screen_decide(const ScreenOptions& options, Terminal& terminal);
/// What the criteria of the protocol suggest for each record.
int screen_suggest(const ScreenOptions& options, Terminal& terminal);

/// How many a reviewer has decided; after the stage is opened, of all, with the outcomes.
int screen_status(const ScreenOptions& options, Terminal& terminal);
/// Agreement of an opened stage.
int screen_agreement(const ScreenOptions& options, Terminal& terminal);
/// Records on which the votes of an opened stage disagree.
int screen_conflicts(const ScreenOptions& options, Terminal& terminal);
/// Opens a stage: from then on all see all votes.
int screen_open(const ScreenOptions& options, Terminal& terminal);
/// Takes the lines of other copies of the decisions.
int screen_merge(const ScreenOptions& options, Terminal& terminal);
/// Decisions from and to other screening programs.
int screen_import(const ScreenOptions& options, Terminal& terminal);
int screen_export(const ScreenOptions& options, Terminal& terminal);

}  // namespace litmine
