// What the readers of all formats of records share. A format is a table of its names (tags,
// columns, keys, elements) against Fields; putting a value into a field is the same everywhere.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/extractor.h"

namespace litmine {

/// What a name in some format means.
enum class Meaning : std::uint8_t {
  extra,     ///< has no place of its own; kept under its name
  left_out,  ///< says nothing about the publication: a second form of what another name tells
  title,
  abstract,
  keyword,      ///< one author keyword
  keywords,     ///< several, between ";"
  comma_words,  ///< several, between ";" or, where there is none, ","
  index_term,
  index_terms,     ///< several, between ";"
  author,          ///< "Family, Given", "Family G.", "Given Family"; several between ";"
  literal_author,  ///< a corporate name, taken whole
  editor,
  affiliation,
  affiliations,  ///< several, between ";"
  source,
  other_source,  ///< the source, or its short form when there is one already
  short_source,
  year,
  date,
  volume,
  issue,
  pages,
  first_page,
  last_page,
  article_number,  ///< the pages, when there are none
  publisher,
  place,
  doi,
  url,
  issn,
  isbn,
  serial,  ///< an ISSN or an ISBN
  pmid,
  pmcid,
  accession,
  language,
  type,         ///< the format's own word for the type of publication
  csl_type,     ///< CSL's word
  genre,        ///< the database's word for the kind of document
  maybe_genre,  ///< the same, if it is one that is known; else kept under its name
  database,
  reference,   ///< one entry of the reference list
  references,  ///< several, between ";" as Scopus writes them
  file,
  note,  ///< may hold decisions and facts that litmine wrote
  key,
  decision,  ///< a reviewer's yes or no: 1, 0, "included", ...
};

/// A name of a format and what it means. In a table, what stands first wins where only one value
/// can be.
struct FieldName {
  std::string_view name;
  Meaning field;
};

/// A name and its value as they stand in the file; lines that go on with the value are joined by
/// LF.
struct RecordField {
  std::string name;
  std::string value;
  std::uint32_t line = 0;
};

/// What is doubtful about a record as a whole.
struct RecordDoubt {
  std::string code, reason;
  std::uint32_t line = 0;
};

/// A record on its way to become a Document.
struct Record {
  std::uint32_t line = 0;  ///< where it begins in the file
  Biblio about;
  std::string abstract;
  std::vector<std::string> keywords, references;
  std::string first_page, last_page, article_number;
  std::vector<RecordDoubt> doubts;
};

/// Puts one value where it belongs. What is there already stays, and the second value is kept under
/// its name. `value` may be any bytes.
void put(Record& record, Meaning field, std::string_view name, std::string_view value,
         std::uint32_t line = 0);

/// Puts all fields, those that stand first in the table first; names that are not in it are kept as
/// extra facts. The time is that of sorting.
void put_all(Record& record, const std::vector<RecordField>& fields,
             std::span<const FieldName> table);

/// Title, abstract, keywords and references as text, the rest as facts. Doubts are added to
/// `doubts`: no title, a year that is none.
Document record_document(Record record, std::string_view extractor,
                         std::vector<RecordDoubt>& doubts);

/// Any name that is printed: "Smith, John A., Jr.", "Smith J.A.", "John Smith", "World Bank,"; two
/// commas at the end say that all of it is one name: "Council on Care, Surgery,,".
Author author_of(std::string_view printed);

/// On one line, normalized.
std::string on_one_line(std::string_view value);
/// Running text: single line ends are blanks, empty lines stay paragraph breaks.
std::string running_text(std::string_view value);
/// Without the tags that databases leave in titles and abstracts (<i>, <sub>, <jats:p>, ...), and
/// with entities (&amp;) as characters. Signs that are no markup stay.
std::string without_markup(std::string_view text);

/// Counts the records of one file, hands them over, and reports what is odd: the first twenty of a
/// kind one by one, the rest as a number.
class RecordIntake {
 public:
  RecordIntake(const std::filesystem::path& path, const Intake& intake, std::string_view extractor)
      : path_(path), intake_(intake), extractor_(extractor) {}

  /// Makes a Document of it, or a Problem when there is nothing in it.
  void take(Record&& record);
  void odd(const std::string& code, std::uint32_t line, const std::string& reason,
           Problem::Level level = Problem::Level::doubtful, const std::string& hint = {});
  /// A record that could not be read.
  void lost(const std::string& code, std::uint32_t line, const std::string& reason);
  /// How many records the file itself says it has.
  void expect(std::uint64_t records, std::uint32_t line, const std::string& where);
  /// After the last record: the sums. `name` is what the records are called: "RIS record".
  void close(std::string_view name);
  std::uint32_t records() const { return records_; }

 private:
  struct Kind {
    std::uint64_t count = 0;
    Problem::Level level = Problem::Level::doubtful;
  };
  void report(const std::string& code, std::uint32_t line, const std::string& reason,
              Problem::Level level, const std::string& hint = {});

  const std::filesystem::path& path_;
  const Intake& intake_;
  std::string_view extractor_;
  std::map<std::string, Kind> kinds_;
  std::string first_;  ///< the first that was odd, with its line
  std::uint32_t records_ = 0;
  std::uint64_t lost_ = 0, empty_ = 0;
};

}  // namespace litmine
