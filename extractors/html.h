// Web pages of articles: publishers' full text, saved pages, chapters of an EPUB.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/extractor.h"
#include "extractors/full_text.h"
#include "extractors/manuscript.h"
#include "extractors/markup_blocks.h"

namespace litmine {

const Extractor& html_extractor();  ///< "html"

/// A page with navigation, forms and the like taken out.
struct WebPage {
  Biblio about;                       ///< from the page's own metadata (citation_*, dc.*, ...)
  std::string title;                  ///< of the window: <title>
  std::string abstract;               ///< from the metadata
  std::vector<std::string> keywords;  ///< from the metadata
  std::vector<MarkupBlock> blocks;
  std::vector<std::string> furniture;  ///< what was taken out: "navigation: Home | Journals"
};
/// `text` is UTF-8. Any markup gives a page, as in a browser.
WebPage read_page(std::string_view text);

/// Reads a page into a document of `file`; `extractor` is what it is called. `bytes` as they stand
/// in the file, in whatever encoding.
void read_web_page(std::string_view bytes, std::string_view extractor, const FullText& file);

/// MarkupBlock::kind of a paragraph that is printed bold, all of it.
inline constexpr std::string_view kBold = "bold";

/// Blocks as lines; each is a paragraph or a heading.
void add_lines(const std::vector<MarkupBlock>& blocks, Manuscript& manuscript);

}  // namespace litmine
