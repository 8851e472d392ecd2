// One record made of several of the same publication. No field is dropped: what is not taken is
// kept beside, with the record that says it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace litmine {

/// A value that another record of the group has for a field.
struct OtherValue {
  std::string field;  ///< "title", "year", "doi", "extra.Notes", ...
  std::string value;
  std::size_t record = 0;  ///< which of the records that were merged, from 0
  friend bool operator==(const OtherValue&, const OtherValue&) = default;
};

struct MergedRecord {
  Biblio about;
  std::string abstract;
  std::vector<std::string> keywords;    ///< of all, each once, in their order
  std::vector<std::string> references;  ///< of the record that lists the most
  std::size_t lead = 0;                 ///< the record that leads, from 0
  std::vector<OtherValue> others;       ///< values not taken, each once; by field, then record
};

/// One record leads: the one that says most about where the work appeared (source, volume, issue,
/// pages, year, DOI, PMID), the first of several. Its values are taken, so that year, volume and
/// pages belong together, and the next that has a value fills what it leaves open. But of titles,
/// abstracts and publishers the longest is taken (one in capitals only when it is much longer), of
/// authors and editors the list with the most and longest names, and the accession number always
/// with its database. Keywords, index terms, document types, affiliations, files, decisions and
/// extra facts are joined. Values that differ only in case, signs or spaces from the one taken are
/// still kept in `others`. `records` must not be empty.
MergedRecord merged(const std::vector<const Document*>& records);

/// All fields of a record with their values, in a fixed order, empty ones left out; lists are one
/// value an entry. What `merged` promises not to drop.
std::vector<std::pair<std::string, std::string>> all_fields(const Document& record);

}  // namespace litmine
