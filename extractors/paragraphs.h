// Lines to paragraphs: what happens between the end of one line and the begin of the next.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/manuscript.h"

namespace litmine {

/// The words that a document uses inside its lines, with their numbers: the best witness for
/// whether a hyphen at a line's end belongs to the word. ASCII case aside.
class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(std::span<const Line> lines);
  /// How often a word ("crossborder") or a compound ("cross-border") stands inside a line.
  std::uint32_t count(std::string_view lower_case_word) const;

 private:
  std::unordered_map<std::string, std::uint32_t> counts_;
};

/// How two lines of one paragraph meet: `cut` bytes go from the end of the first, `glue` stands
/// between.
struct LineJoint {
  std::size_t cut = 0;
  std::string_view glue = " ";
};
LineJoint joint(std::string_view before, std::string_view after, const Vocabulary& words);

/// One paragraph as running text, and where in it each page begins that begins in it.
struct Paragraph {
  struct PageStart {
    std::uint32_t page = 0;
    std::uint32_t byte = 0;  ///< in `text`
  };
  std::string text;  ///< normalized; without line breaks
  std::vector<PageStart> page_starts;
};
/// Joins lines; `page` is the page that the text before them stands on.
Paragraph join_lines(std::span<const Line> lines, std::uint32_t page, const Vocabulary& words);

/// Does the line `after` go on with the paragraph that `before` is the end of, although a column,
/// a page, or a running head left out stands between them?
bool goes_on(std::string_view before, std::string_view after);

}  // namespace litmine
