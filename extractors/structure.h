// From lines to a Document, in steps that each mark the lines they are sure of. The steps stand in
// structure.cc in their order; what they share is here.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/part.h"
#include "extractors/headings.h"
#include "extractors/manuscript.h"

namespace litmine {

/// What is known about one line.
struct Mark {
  Part part = Part::other;
  bool section = false;    ///< a section begins here
  bool heading = false;    ///< belongs to the heading of its section
  bool paragraph = false;  ///< a paragraph begins here
  bool entry = false;      ///< an entry of the reference list begins here
};

/// A manuscript on its way: `lines` are clean (normalized, single blanks, headings that run into
/// their text cut off, notes moved to where they are read) and `marks` has one for each.
struct Draft {
  const Manuscript* manuscript = nullptr;
  std::vector<Line> lines;
  std::vector<Mark> marks;
  std::vector<Heading> headings;
  std::size_t body = 0;  ///< first line behind the front matter
  Biblio about;
};

}  // namespace litmine
