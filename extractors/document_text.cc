#include "extractors/document_text.h"

namespace litmine {
namespace {

/// An empty span at the end of the text.
Span nothing_in(const Document& document) {
  const auto end = static_cast<std::uint32_t>(document.text.size());
  return {end, end};
}

}  // namespace

Span append_text(Document& document, std::string_view text) {
  if (!document.text.empty()) document.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(document.text.size());
  document.text += text;
  return {begin, static_cast<std::uint32_t>(document.text.size())};
}

void add_section(Document& document, Part part, std::string_view text) {
  if (text.empty()) return;
  Section section;
  section.part = part;
  section.body = append_text(document, text);
  section.heading = {section.body.begin, section.body.begin};
  document.sections.push_back(section);
}

void add_section(Document& document, Part part, std::string_view heading,
                 const std::vector<std::string>& paragraphs) {
  std::string body;
  for (const std::string& paragraph : paragraphs)
    if (!paragraph.empty()) body.append(body.empty() ? "" : "\n\n").append(paragraph);
  if (heading.empty()) return add_section(document, part, body);
  Section section;
  section.part = part;
  section.heading = append_text(document, heading);
  section.body = body.empty() ? nothing_in(document) : append_text(document, body);
  document.sections.push_back(section);
}

void add_entries(Document& document, Part part, std::string_view heading,
                 const std::vector<std::string>& entries, std::string_view between,
                 std::vector<Span>& spans) {
  if (entries.empty()) return;
  std::string joined;
  for (const std::string& entry : entries)
    joined.append(joined.empty() ? std::string_view() : between).append(entry);
  add_section(document, part, heading, {joined});
  std::uint32_t at = document.sections.back().body.begin;
  for (const std::string& entry : entries) {
    const auto end = at + static_cast<std::uint32_t>(entry.size());
    spans.push_back({at, end});
    at = end + static_cast<std::uint32_t>(between.size());
  }
}

}  // namespace litmine
