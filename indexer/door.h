// The door of the room: whatever is thrown inside leaves it as an Error.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "text/result.h"

namespace litmine {

/// Thrown inside the room only, where an Error has to cross several calls.
struct Failure {
  Error error;
};

/// Inside a catch block: what was caught, in words for the user of the index in `folder`.
Error error_at_the_door(const std::filesystem::path& folder);

/// Inside a catch block: has a writer replaced what was being read (open again and retry)?
bool was_overtaken();

/// Runs `work`, which gives a Result, and turns what it throws into an Error.
template <class Work>
auto at_the_door(const std::filesystem::path& folder, Work&& work)
    -> decltype(std::forward<Work>(work)()) {
  try {
    return std::forward<Work>(work)();
  } catch (...) {
    return tl::unexpected<Error>(error_at_the_door(folder));
  }
}

}  // namespace litmine
