// The parts of `litmine screen`: one function an action, one table of actions in screen.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/cli.h"

namespace litmine {

/// The options of all actions; which of them an action takes stands in the table.
struct ScreenOptions {
  std::string action;
  std::vector<std::string> files;  ///< what follows the action
  std::string format = "text", label_column;
  std::size_t runs = 15, retrain_every = 0;
  std::uint64_t seed = 1;
  bool curve = false;
};

/// How much reading the ranking would have saved on a table of records with known decisions.
int screen_simulate(const ScreenOptions& options, Terminal& terminal);

}  // namespace litmine
