// Which lines are headings, and which part of an article each opens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/part.h"
#include "extractors/manuscript.h"

namespace litmine {

/// The number before a heading: "2.1", "IV.", "A.", "#".
struct Numbering {
  std::size_t bytes = 0;  ///< what to cut to get at the words; 0 when there is none
  int depth = 0;          ///< "2" is 1, "2.1" is 2; 0 when there is none
  int first = 0;          ///< "2.1" is 2, "IV" is 4, "B" is 2
};
Numbering numbering_of(std::string_view heading);

/// The part that the words of a heading name, whatever their case, numbering and marks
/// ("4. RESULTS AND DISCUSSION" is results); none if they name no part.
std::optional<Part> part_of_heading(std::string_view heading);

/// Is the part named only by the last words ("Ranking and selection methods")? Then a subheading
/// may well mean something else.
bool names_weakly(std::string_view heading);

/// A heading printed in one line with the text it opens: "Abstract: We ...", "Keywords: a; b",
/// "Funding: This work ...". Bytes up to the text, 0 if there is none.
std::size_t run_in_heading(std::string_view line, Part* part);

/// Labels of a structured abstract ("Purpose", "Design/methodology/approach", "Findings").
bool is_abstract_label(std::string_view heading);

/// "Table 2", "Figure 1. ...", "Source: ...": printed by itself like a heading, but none.
bool is_caption(std::string_view line);

struct Heading {
  std::size_t begin = 0, end = 0;  ///< lines
  std::optional<Part> names;       ///< what its words name
  int level = 0;                   ///< 1 is a main section; 0 when nothing tells
  int number = 0;                  ///< of its main section ("2.1" has 2); 0 when not numbered
  bool sink = false;               ///< an appendix or the like: no body part comes after it
  bool weak = false;               ///< see names_weakly
};

/// The headings among `lines`, in order. Where `manuscript` knows fonts they speak first, then
/// numbering, capitals and the words themselves.
std::vector<Heading> find_headings(const std::vector<Line>& lines, const Manuscript& manuscript);

/// The part of each heading's section: what it names (a subheading only where that is usual, so
/// "Analysis" under a method stays with it), else what its parent is. An unknown main
/// heading is `other`; an unknown subheading, or one whose level nothing tells, is what stands
/// before it (after an introduction: `other`, for theory often follows there without saying so).
std::vector<Part> parts_of(std::span<const Heading> headings);

}  // namespace litmine
