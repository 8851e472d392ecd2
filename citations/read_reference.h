// A reference string into a Reference.
#pragma once

#include <string_view>

#include "citations/model.h"
#include "corpus/reference.h"

namespace litmine {

/// Reads one entry, in whatever style it is printed. `text` must be normalized(); spans of the
/// result are in it. Always gives a Reference; what was not recognised is empty, and `confidence`
/// says how sure the rest is. Thread-safe.
Reference read_reference(std::string_view text, const ReferenceModel& model);

}  // namespace litmine
