// An article whose file says itself what is what (JATS, TEI): its facts, its sections, its
// references. Nothing has to be found out from the look of lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/markup_blocks.h"

namespace litmine {

struct MarkedSection {
  int level = 1;             ///< 1 is a main section
  std::optional<Part> part;  ///< what the file says; else the words of the heading tell
  std::string heading;       ///< may be empty
  std::vector<std::string> paragraphs;
};

struct MarkedArticle {
  Biblio about;
  std::vector<MarkedSection> abstracts;  ///< the abstract, its parts, its translations
  std::vector<std::string> keywords;
  std::vector<MarkedSection> body;
  std::string references_heading;
  std::vector<std::string> references;  ///< as printed
  std::vector<MarkedSection> back;      ///< acknowledgements, notes, appendices
};

/// Blocks cut at their headings. `part_of_kind` says what the file's own word for a section means.
std::vector<MarkedSection> sections_of(const std::vector<MarkupBlock>& blocks,
                                       std::optional<Part> (*part_of_kind)(std::string_view));

Document marked_document(MarkedArticle article, std::string_view extractor);

/// A reference that is given in fields, as it would be printed: "Smith, J. & Li, W. (2010). Title.
/// Journal 3(2): 1-9. Publisher. doi:10.1000/x".
struct ReferenceFields {
  std::string label;  ///< "12"
  std::vector<std::string> authors, editors;
  std::string year, title, source, volume, issue, pages, publisher, doi, url, rest;
};
std::string printed_reference(const ReferenceFields& fields);

/// "Ana" and "Díaz Ruiz" → "Díaz Ruiz, A."
std::string printed_author(std::string_view family, std::string_view given);

}  // namespace litmine
