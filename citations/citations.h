// What one document cites: its reference list read into entries, and its in-text mentions linked to
// them. Nothing is dropped: every mention found is linked, doubtful or unlinked, and says why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "citations/model.h"
#include "corpus/document.h"
#include "corpus/reference.h"

namespace litmine {

/// One entry of a reference list.
struct Entry {
  Span where;             ///< in the document's text
  Reference reference;    ///< its places are in the text of `where`
  int number = 0;         ///< as printed in front ("[12]"), else its place in the list from 1
  bool repeated = false;  ///< authors printed as a dash: taken from the entry before
};

/// One cited key in the running text: "Lee et al. (2022, 2023)" is two, "[3, 5-7]" four.
struct Mention {
  enum class Link : std::uint8_t {
    linked,    ///< one entry, and names and year agree
    doubtful,  ///< linked, but something differs or two entries fit: `why` says what
    unlinked,  ///< no entry
  };
  Link link = Link::unlinked;
  Span where;  ///< names and year, or the number, in the document's text
  Part part = Part::other;
  std::uint32_t page = 0;            ///< from 1; 0 when there are no pages
  std::string names, year;           ///< as printed; year is "" for a number
  int number = 0;                    ///< of a numeric style; 0 otherwise
  bool narrative = false;            ///< "Lee (2022) finds", not "(Lee, 2022)"
  std::vector<std::size_t> entries;  ///< in the list; more than one only when doubtful
  std::string why;                   ///< of a doubtful or unlinked one, in words
};

/// How a document's text points to its list.
enum class CitingStyle : std::uint8_t {
  none,
  author_year,
  brackets,
  superscripts,
  rounds,
  author_page,  ///< "(Reuber and Fischer 660)", as the MLA asks for
};
std::string_view citing_style_name(CitingStyle style);
std::string_view link_name(Mention::Link link);

struct Citations {
  CitingStyle style = CitingStyle::none;
  std::vector<Entry> entries;
  std::vector<Mention> mentions;  ///< in the order of the text
  /// Mentions of each entry: places in `mentions`.
  std::vector<std::vector<std::size_t>> mentions_of;

  std::size_t count(Mention::Link link) const;
  std::size_t never_mentioned() const;  ///< entries without a mention
};

/// The entries of a document's list. Thread-safe.
std::vector<Entry> read_entries(const Document& document, const ReferenceModel& model);

/// Entries and mentions. Thread-safe.
Citations read_citations(const Document& document, const ReferenceModel& model);

/// The mentions in `text` of a list that was read from elsewhere (a manuscript's); `part_at` and
/// pages come from `document`.
void find_mentions(const Document& document, Citations& citations);

}  // namespace litmine
