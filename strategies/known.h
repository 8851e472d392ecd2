// Items that a search must find, joined to the studies of the index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "indexer/index.h"
#include "text/result.h"

namespace litmine {

/// One item of a list that somebody made: a DOI, a title with year and author, or all of them.
struct KnownItem {
  Biblio about;
  std::uint32_t line = 0;  ///< in the list's file, from 1
};

/// "Smith 2020: A title", or the DOI if there is no title.
std::string name_of(const KnownItem& item);

struct JoinedItem {
  KnownItem item;
  std::optional<DocId> study;          ///< none: it is not in the index
  std::string reason;                  ///< "same title, same year"
  std::optional<std::size_t> same_as;  ///< an item before it that is the same study, by number
};

/// By the rules that join reports to studies (corpus/duplicates.h). In the order of `items`.
std::vector<JoinedItem> joined_to_studies(const std::vector<KnownItem>& items, const Index& index);

}  // namespace litmine
