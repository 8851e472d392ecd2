// The nearest text to a clause that a study does not meet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "queries/query.h"
#include "strategies/layout.h"
#include "strategies/loosen.h"
#include "strategies/study_text.h"

namespace litmine {

struct NearText {
  std::size_t term = 0;  ///< number of the term that came nearest
  Loosened form;         ///< in which form, and where
};

/// For the terms at and below a node, the nearest text of each, the nearest of all first; at most
/// `limit`. Text in the parts that are searched is nearer than text elsewhere, that in the
/// reference list the farthest.
std::vector<NearText> nearest_texts(const Layout& layout, std::size_t number, const StudyText& text,
                                    std::size_t limit = 3);

/// "stands in theory, page 3, which is not searched", "stands as 'digital platforms'": how the text
/// differs from the term, for people.
std::string how_it_differs(const NearText& near, Parts searched);

}  // namespace litmine
