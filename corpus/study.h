// A study and its reports, in PRISMA's words: the record of an article and its PDF are two reports
// of one study. Nothing is deleted by joining; the group can be taken apart again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/identity.h"
#include "corpus/title_form.h"

namespace litmine {

struct DuplicateDecision;

/// One study: `reports` lists its documents, full texts first, then by id; `id` is that of the
/// first.
struct Study {
  DocId id;
  std::vector<DocId> reports;
  std::string reason;  ///< why they were joined: "same title, same authors, same year, same DOI",
                       ///< "decided" by a person; empty for one
  friend bool operator==(const Study&, const Study&) = default;
};

/// Joins the reports that are of the same publication (corpus/duplicates.h). Result sorted by study
/// id; does not depend on the order of the input.
std::vector<Study> group_into_studies(const std::vector<Identity>& reports);
/// Likewise; what people decided (corpus/duplicate_decisions.h) goes before any likeness. Decisions
/// on records that are not here are passed over.
std::vector<Study> group_into_studies(const std::vector<Identity>& reports,
                                      const std::vector<DuplicateDecision>& decisions);

/// A short readable id: for a file its name ("Smith 2020.pdf" → "smith-2020"), for a record family,
/// year and first words of the title. `taken(id)` says whether it is in use; then "-2", "-3", ...
/// follow.
DocId new_id(const Document& document, const std::function<bool(const DocId&)>& taken);

}  // namespace litmine
