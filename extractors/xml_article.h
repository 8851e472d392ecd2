// What the readers of JATS and TEI share: opening the file, and references given in fields.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/full_text.h"
#include "extractors/markup_blocks.h"

namespace pugi {
class xml_document;
}

namespace litmine {

/// A parsed file. What is damaged is read up to the damage.
class XmlFile {
 public:
  /// In `data` (Word) blanks between elements say nothing, in running text they do.
  enum class Content : std::uint8_t { text, data };
  explicit XmlFile(std::string_view bytes, Content content = Content::text);
  ~XmlFile();
  XmlFile(XmlFile&&) noexcept;

  pugi::xml_document& tree() { return *tree_; }
  bool complete() const { return damage_.empty(); }
  /// Says what is doubtful about encoding and markup, with the line.
  void tell_doubts(const FullText& file) const;

 private:
  std::unique_ptr<pugi::xml_document> tree_;
  std::string damage_, encoding_doubt_;
  std::uint32_t damaged_line_ = 0;
};

/// Does `head` begin as XML and hold one of the signs?
bool is_xml_with(std::string_view head, const std::vector<std::string_view>& signs);

/// Labels ("2.1", "Figure 3") go into the words that they stand before: the title, the caption, the
/// paragraph.
void labels_into_titles(const pugi::xml_node& root);

/// "Smith J , 2010 ." → "Smith J, 2010."
std::string tidy(std::string_view text);

}  // namespace litmine
