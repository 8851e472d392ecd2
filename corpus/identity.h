// What is compared to tell whether two reports are of the same publication.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace litmine {

struct Identity {
  DocId id;
  Document::Kind kind = Document::Kind::full_text;
  std::string doi, title;  ///< as in Biblio
  std::string authors;     ///< "Family, Given; Family, Given"; at most kMostAuthors; editors stand
                           ///< for authors when there are none
  std::optional<int> year;
  std::string source = {}, volume = {}, issue = {}, pages = {}, pmid = {}, type = {};  ///< likewise
  /// Of a file of full text its path; of a record its links to files, one a line. The ends of them.
  std::string files = {};
  friend bool operator==(const Identity&, const Identity&) = default;
};
inline constexpr std::size_t kMostAuthors = 30;

Identity identity_of(const Document& document);
/// The family name that comes first among the authors, or empty; a view into `identity`.
std::string_view first_family(const Identity& identity);

/// Whom a work is known by: its authors, or its editors when it has none.
const std::vector<Author>& known_by(const Biblio& about);

}  // namespace litmine
