// One cited work is one node, however it is printed: entries of all lists are matched to each other
// and to the studies of the corpus.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "citations/citations.h"
#include "corpus/study.h"

namespace litmine {

/// A study of the corpus with what it cites. The sentences stand beside the mentions, so that the
/// text need not be kept.
struct CitingStudy {
  DocId study;
  Biblio about;
  Citations citations;
  std::vector<std::string> printed;    ///< each entry as printed, on one line
  std::vector<std::string> sentences;  ///< around each mention
};

/// Where a work is cited: the entry of a citing study, as places in the list given.
struct CitedAt {
  std::size_t citing = 0, entry = 0;
  friend bool operator==(const CitedAt&, const CitedAt&) = default;
};

struct Work {
  std::string key;      ///< "reuber-2011-international": unique, stable for the same corpus
  Reference reference;  ///< of its entries the one most surely read
  DocId study;          ///< the study of the corpus that it is; empty when it is missing there
  std::vector<CitedAt> cited_at;  ///< in the order of the citing studies
  std::size_t mentions = 0;       ///< linked and doubtful ones, of all citing studies
  std::string joined_because;     ///< the reasons that joined its entries, e.g. "DOI; title"
};

/// All cited works, most citing studies first, then most mentions, then by key. Entries are the
/// same work when their DOIs are; else when first author, year (one apart is near enough) and title
/// agree (nine of ten words, or one title begins with the other), or, where a title is missing,
/// first author, year, volume and first page. Different DOIs keep works apart unless their titles
/// are the same. Does not depend on the order of entries within a study.
std::vector<Work> cited_works(const std::vector<CitingStudy>& citing,
                              const std::vector<Identity>& studies);

/// How alike two titles are, 0 to 1: common words of both (Dice), 1 when one begins with the other
/// and has four words or more.
double title_likeness(std::string_view a, std::string_view b);

}  // namespace litmine
