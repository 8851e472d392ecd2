// One cited work as a reference list prints it, read into fields. Every field can show its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace litmine {

/// A person or a body that made a work, as printed: "Rialp-Criado", "A.", "Jr.".
struct Name {
  std::string family, given, suffix;
  bool corporate = false;  ///< a body; its whole name is `family`
  Span where;              ///< in the text of the entry
  friend bool operator==(const Name&, const Name&) = default;
};

/// What a stretch of an entry says. `other` is punctuation and words like "In", "pp.", "(Eds.)".
enum class RefField : std::uint8_t {
  other,
  author,
  year,
  title,
  journal,
  book,  ///< a book, proceedings or site that contains the work
  volume,
  issue,
  pages,
  publisher,
  place,
  editor,
  edition,
  doi,
  url,
  accessed,
  genre,   ///< "Doctoral dissertation", "Working paper"
  series,  ///< "Lecture Notes in Computer Science"
  note,
  label,  ///< the number in front: "[12]"
};
inline constexpr int kRefFields = static_cast<int>(RefField::label) + 1;
/// "author", "year", ..., for files and messages.
std::string_view ref_field_name(RefField field);
std::optional<RefField> ref_field_named(std::string_view name);

/// A stretch of the entry's text that a field was read from, and how sure that is (0 to 1).
struct RefPlace {
  RefField field = RefField::other;
  Span where;
  double confidence = 0;
  friend bool operator==(const RefPlace&, const RefPlace&) = default;
};

/// A reference, in fields. Empty means: not printed, or not recognised.
struct Reference {
  std::string type;  ///< CSL's names: article-journal, chapter, book, thesis, report, webpage, ...
  std::vector<Name> authors, editors;
  bool et_al = false;  ///< the list of authors was cut short by "et al."
  std::optional<int> year;
  std::string year_letter;  ///< "a" of 2011a
  std::string status;       ///< "in press", "forthcoming", "n.d.", ...; empty for a year
  std::string title;
  std::string container;  ///< the journal, book or proceedings
  std::string series, volume, issue, pages, publisher, place, edition, genre, note;
  std::string doi;        ///< lower case, without "https://doi.org/"
  std::string url;        ///< without the blanks of line breaks
  std::string accessed;   ///< as printed
  std::string language;   ///< ISO 639-1 of the title, guessed from its words; empty when not sure
  std::string label;      ///< "12" of "[12]"
  double confidence = 0;  ///< that the fields are right, 0 to 1; the least sure field decides
  std::vector<RefPlace> places;  ///< in the order of the text
  friend bool operator==(const Reference&, const Reference&) = default;
};

}  // namespace litmine
