// A string of one database written for another: from the tree, never from the characters.
#pragma once

#include <string>

#include "queries/dialect.h"

namespace litmine {

struct Translation {
  std::string text;  ///< fully bracketed, in the other database's writing
  Diagnostics lost;  ///< what it cannot say, with the place in the original
  Query query;       ///< `text` as the other database reads it
  bool same =
      false;  ///< read again it is the same tree (normal_form), so it finds the same studies
};

/// Writes a query for another database and reads the result again. If that is another tree without
/// anything noted as lost, `lost` says so (`lost-meaning`): a difference never goes unsaid.
/// `reading`: the other database's rules; fields that it searches by default are its own.
Translation translate(const Query& query, const Dialect& into, const ReadingOptions& reading = {});

}  // namespace litmine
