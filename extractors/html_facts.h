// The metadata of a web page: what publishers tell search engines about an article.
#pragma once

#include "extractors/html.h"

namespace litmine {

/// citation_* (Highwire, Google Scholar), DC.*, prism.*, eprints.*, bepress_*, Open Graph, JSON-LD:
/// facts, abstract, keywords and the window's title of the page `html`.
void read_facts_of_page(const pugi::xml_node& html, WebPage& page);

}  // namespace litmine
