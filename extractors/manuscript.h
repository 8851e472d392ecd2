// Between the page and the Document: lines in reading order, with what their look tells. The PDF
// layout and the plain-text reader make Manuscripts; structure.h makes Documents of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/problem.h"

namespace litmine {

/// One printed line, in reading order. The text is raw: not yet normalized, hyphens at the end as
/// printed.
struct Line {
  std::string text;        ///< UTF-8
  std::uint32_t page = 0;  ///< from 1; 0 when there are no pages
  float size = 0;          ///< font size in points of most of its letters; 0 when not known
  bool bold = false, italic = false;
  std::uint16_t face = 0;  ///< typeface of nearly all its letters; 0 when mixed or not known
  float left = 0, right = 0, top = 0,
        bottom = 0;         ///< points from the page's left and top; 0 when not known
  std::uint16_t block = 0;  ///< lines of one paragraph or block share a number within the page
  bool paragraph = false;   ///< begins a new paragraph (indent, gap, or new block)
  bool footnote =
      false;  ///< belongs to a footnote or table/figure note: kept, after the body of its page
  std::uint8_t heading = 0;  ///< level of a heading marked as such in the file ("##" is 2); else 0
};

/// A file as lines, furniture (running heads, page numbers, stamps) already taken out.
struct Manuscript {
  std::vector<Line> lines;
  std::uint32_t page_count = 0;
  std::vector<std::string> furniture;      ///< what was taken out: "page 3: Journal of X 12 (2020)"
  std::vector<Line> first_page_furniture;  ///< head and foot of page 1, for journal, year and DOI
  std::vector<std::string> headings;       ///< from the PDF outline, when it has one
  std::string meta_title, meta_author, meta_subject,
      meta_keywords;            ///< the file's own metadata, untrusted
  float body_size = 0;          ///< font size of most letters; 0 when not known
  std::uint16_t body_face = 0;  ///< typeface of most letters; 0 when no face has a clear majority
  std::string extractor;        ///< "pdf", "text"
};

/// Finds title, abstract, keywords, DOI, year, sections, references and back matter, joins lines to
/// paragraphs (line-end hyphens joined, or kept where the hyphen belongs), normalizes, and makes
/// the one text with its spans. Paragraphs are separated by an empty line, form no line breaks
/// inside; pages start at a byte.
Document to_document(const Manuscript& manuscript);

}  // namespace litmine
