// What is printed on a page and is not the article: running heads, page numbers, download notices,
// stamps in the margin, line numbers.
#pragma once

#include <string>
#include <vector>

#include "extractors/layout.h"

namespace litmine {

/// Takes the furniture out of `pages`. Gives back what was taken, in the order of the pages, as
/// "page 3: Journal of X 12 (2020)". What stood on the first page goes to `first_page` as lines as
/// well: it often tells journal, year and DOI.
std::vector<std::string> take_furniture(std::vector<PrintedPage>& pages,
                                        std::vector<Line>& first_page);

}  // namespace litmine
