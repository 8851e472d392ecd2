// What holds for every Document, however broken the file it came from.
#pragma once

#include "bench/fuzz/check.h"
#include "corpus/document.h"

namespace litmine::fuzz {

inline bool inside(Span span, const Document& document) {
  return span.begin <= span.end && span.end <= document.text.size();
}

inline void check_document(const Document& document) {
  std::uint32_t last = 0;
  for (const Section& section : document.sections) {
    CHECK_THAT(inside(section.heading, document) && inside(section.body, document));
    for (const Span span : {section.heading, section.body}) {
      if (span.empty()) continue;
      CHECK_THAT(span.begin >= last);
      last = span.end;
    }
  }
  for (const Span span : document.keywords) CHECK_THAT(inside(span, document));
  for (const Span span : document.references) CHECK_THAT(inside(span, document));
  std::uint32_t page = 0;
  for (const std::uint32_t start : document.pages) {
    CHECK_THAT(start >= page && start <= document.text.size());
    page = start;
  }
  for (const Passage& passage : passages(document))
    if (passage.in_text) CHECK_THAT(passage.at + passage.text.size() <= document.text.size());
  const auto again = unpacked(packed(document));
  CHECK_THAT(again.has_value() && *again == document);
}

}  // namespace litmine::fuzz
