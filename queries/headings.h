// Subject headings as databases write them: `Social Media+/PX`, `exp *Neoplasms/dt,th`.
#pragma once

#include <string>
#include <string_view>

#include "queries/query.h"

namespace litmine {

/// What is written beside the text of a heading.
enum class HeadingSigns {
  slash,  ///< Neoplasms/drug therapy: one subheading                           (PubMed)
  plus,   ///< Neoplasms+/DT/TH: with the narrower headings                     (EBSCOhost)
  none,   ///< Neoplasms: all else is written outside                           (Embase, Cochrane)
  codes,  ///< exp *Neoplasms/dt, th                                        (Ovid)
  own,    ///< exp *Neoplasms/dt,th: these too; `\` before a sign that is none  (litmine)
};

/// The heading that stands in `typed`. Subheadings are in lower case, in the order typed. Its place
/// is for the caller to set; the text is empty if there is none.
Clause read_heading(std::string_view typed, HeadingSigns signs);

/// The text between the quotes or braces, to be read again by read_heading. In another database's
/// signs what they cannot say is left out: only `own` writes everything.
std::string write_heading(const Clause& heading, HeadingSigns signs);

}  // namespace litmine
