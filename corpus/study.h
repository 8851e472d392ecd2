// A study and its reports, in PRISMA's words: the record of an article and its PDF are two reports
// of one study. Nothing is deleted by joining; the group can be taken apart again.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// What is compared to tell whether two reports are of the same study.
struct Identity {
  DocId id;
  Document::Kind kind = Document::Kind::full_text;
  std::string doi, title, first_author;  ///< as in Biblio; first_author is a family name
  std::optional<int> year;
};
Identity identity_of(const Document& document);

/// One study: `reports` lists its documents, full texts first, then by id; `id` is that of the
/// first.
struct Study {
  DocId id;
  std::vector<DocId> reports;
  std::string reason;  ///< why they were joined: "same DOI 10.1/x", "same title, year and first
                       ///< author"; empty for one
  friend bool operator==(const Study&, const Study&) = default;
};

/// Joins reports by DOI (unless the titles are plainly different), else by title, year (one apart
/// is near enough, a missing one does not speak against) and first author. Result sorted by study
/// id; does not depend on the order of the input.
std::vector<Study> group_into_studies(const std::vector<Identity>& reports);

/// Letters and digits only, folded and unaccented, single spaces: for comparing titles.
std::string title_key(std::string_view title);

/// A short readable id: for a file its name ("Smith 2020.pdf" → "smith-2020"), for a record family,
/// year and first words of the title. `taken(id)` says whether it is in use; then "-2", "-3", ...
/// follow.
DocId new_id(const Document& document, const std::function<bool(const DocId&)>& taken);

}  // namespace litmine
