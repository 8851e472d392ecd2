// A document as the taggers read it: its sentences with the zone that each counts in, over the text
// with plain punctuation, and the way back to the text as printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "taggers/rules.h"
#include "text/normalize.h"
#include "text/span.h"

namespace litmine {

/// One sentence, keyword, heading or reference. Spans of the taggers' inside are in plain().
struct Sentence {
  Span where;
  Part zone = Part::other;
  bool introduction_end = false;  ///< in the last paragraphs of the introduction
};

class Reading {
 public:
  Reading(const Document& document, const Zones& zones);

  std::string_view plain() const { return plain_.text; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  /// Zones that the document has something in.
  Parts zones() const { return zones_; }
  /// No zone is known from a heading: zones were guessed from the position in the text.
  bool by_position() const { return by_position_; }
  /// Headings of a zone, or the first sentence when it has none; where "nothing" was found.
  std::vector<Sentence> openings(Part zone) const;
  /// The running text without references and what surrounds it.
  std::string body() const;
  /// A span of plain() as a span of Document::text.
  Span in_document(Span plain) const;

 private:
  Span in_plain(Span document) const;
  void read_section(const Section& section, bool last_introduction);
  void read_body(Span plain, Part zone);
  void add(Span sentence, Part zone);
  void read_keywords(const Section& section);
  void read_references(const Section& section);
  void read_by_position(Span plain);
  std::uint32_t end_of_introduction(Span plain) const;

  const Document& document_;
  const Zones& settings_;
  Plain plain_;
  std::vector<Sentence> sentences_;
  std::vector<Sentence> headings_;
  Parts zones_;
  bool by_position_ = false;
};

}  // namespace litmine
