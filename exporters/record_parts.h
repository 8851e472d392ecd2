// What the writers of all record formats share: names as they are printed, and the notes for what a
// format has no place for.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "exporters/record_writer.h"

namespace litmine {

/// The members of a record that not every format has a place for.
enum class Member : std::uint8_t {
  type,
  genre,
  date,
  accession,
  database,
  key,
  pmid,
  pmcid,
  url,
  keyword,
  index_term,
  affiliation,
  reference,
  file,
};

/// "litmine.<member>: value" for each member in `unsaid`, then the reviewers' decisions, then
/// "litmine.extra.<name>: value" for each extra fact. extractors/records reads them.
std::vector<std::string> notes_of(const Document& document, const std::vector<Member>& unsaid);

/// "Family, Given, Suffix". A name without a given one gets a comma behind it where a reader could
/// take its last word for the family name ("World Bank,"), and two where it holds a comma itself.
std::string printed_name(const Author& author);

/// The words of each keyword or reference.
std::vector<std::string_view> keywords_of(const Document& document);
std::vector<std::string_view> references_of(const Document& document);
/// The abstract; empty lines stay between its paragraphs.
std::string abstract_of(const Document& document);

/// Does one of them hold `sign`? Such a list cannot be written in one field.
bool any_holds(const std::vector<std::string_view>& list, char sign);
std::vector<std::string_view> views_of(const std::vector<std::string>& list);
std::string joined(const std::vector<std::string_view>& list, std::string_view between);

/// Is the date a day or month of the year ("2020-05-01"), as every format can say it?
bool is_plain_date(const Biblio& about);

/// A type in a format's own word, or empty.
struct TypeWord {
  std::string_view csl, word;
};
template <std::size_t N>
std::string_view word_for(const TypeWord (&words)[N], std::string_view csl) {
  for (const TypeWord& known : words)
    if (known.csl == csl) return known.word;
  return {};
}

std::unique_ptr<RecordWriter> ris_writer(std::ostream& out);
std::unique_ptr<RecordWriter> bibtex_writer(std::ostream& out);
std::unique_ptr<RecordWriter> csl_json_writer(std::ostream& out);
std::unique_ptr<RecordWriter> nbib_writer(std::ostream& out);
std::unique_ptr<RecordWriter> endnote_xml_writer(std::ostream& out);
std::unique_ptr<RecordWriter> csv_record_writer(std::ostream& out);

}  // namespace litmine
