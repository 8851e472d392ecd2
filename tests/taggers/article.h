// Small articles for the taggers' tests: plain text with headings, cut into sections.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "corpus/document.h"

namespace litmine {

struct Piece {
  Part part;
  std::string_view heading, body;
};

/// A full text of these sections, in this order.
inline Document article(std::initializer_list<Piece> pieces) {
  Document document;
  auto put = [&](std::string_view text) {
    Span where{static_cast<std::uint32_t>(document.text.size()),
               static_cast<std::uint32_t>(document.text.size() + text.size())};
    document.text += text;
    document.text += "\n\n";
    return where;
  };
  for (const Piece& piece : pieces) {
    Span heading = piece.heading.empty() ? Span{} : put(piece.heading);
    document.sections.push_back({piece.part, heading, put(piece.body)});
  }
  return document;
}

/// A record: title, abstract and keywords only.
inline Document record(std::string_view title, std::string_view abstract = {},
                       std::string_view keywords = {}) {
  Document document = article({{Part::title, "", title}});
  if (!abstract.empty())
    document = article({{Part::title, "", title}, {Part::abstract, "", abstract}});
  if (!keywords.empty())
    document = article(
        {{Part::title, "", title}, {Part::abstract, "", abstract}, {Part::keywords, "", keywords}});
  document.kind = Document::Kind::record;
  return document;
}

}  // namespace litmine
