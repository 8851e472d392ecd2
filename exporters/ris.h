// Records as RIS, for reference managers and for litmine itself.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// What is written of one study.
struct RisStudy {
  Biblio about;
  std::string abstract;
  std::vector<std::string> keywords;  ///< the authors' own
  std::string id;                     ///< written as ID
};

/// One record from TY to ER and an empty line behind it. Line ends inside a value become spaces;
/// facts that are not known are left out. Lines end in LF.
void write_ris(std::ostream& out, const RisStudy& study);

}  // namespace litmine
