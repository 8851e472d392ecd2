// What kind of article it is, before anything else is suggested.
#pragma once

#include <vector>

#include "taggers/hits.h"
#include "taggers/tagger.h"

namespace litmine {

/// `hits` are those of every facet, in the codebook's order.
ArticleKind article_kind(const Document& document, const Codebook::Compiled& codebook,
                         const std::vector<std::vector<Hit>>& hits, const Reading& reading);

}  // namespace litmine
