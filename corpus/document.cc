// What a document is asked: where a byte stands, and which runs of words a phrase may not leave.
#include "corpus/document.h"

#include <algorithm>

namespace litmine {
namespace {

/// Heading and body.
Span whole_of(const Section& section) {
  if (section.heading.empty()) return section.body;
  if (section.body.empty()) return section.heading;
  return {std::min(section.heading.begin, section.body.begin),
          std::max(section.heading.end, section.body.end)};
}

/// Adds a stretch of the text, unless there is nothing but separators in it.
void add_text(const Document& document, Part part, Span where, std::vector<Passage>& found) {
  const std::string_view text = where.in(document.text);
  if (text.find_first_not_of(" \t\n\f,;.:") == std::string_view::npos) return;
  found.push_back({part, text, where.begin, true});
}

/// What of a section's body is not covered by its entries stays searchable: a heading line of the
/// list, an entry that was not recognised.
void add_entries(const Document& document, const Section& section, const std::vector<Span>& entries,
                 std::vector<Passage>& found) {
  std::uint32_t at = section.body.begin;
  for (Span entry : entries) {
    if (!section.body.contains(entry) || entry.begin < at) continue;
    add_text(document, section.part, {at, entry.begin}, found);
    add_text(document, section.part, entry, found);
    at = entry.end;
  }
  add_text(document, section.part, {at, section.body.end}, found);
}

void add_section(const Document& document, const Section& section, std::vector<Passage>& found) {
  add_text(document, section.part, section.heading, found);
  if (section.part == Part::keywords && !document.keywords.empty())
    add_entries(document, section, document.keywords, found);
  else if (section.part == Part::references && !document.references.empty())
    add_entries(document, section, document.references, found);
  else
    add_text(document, section.part, section.body, found);
}

void add_facts(const Document& document, std::vector<Passage>& found) {
  const auto add = [&](Part part, const std::string& fact) {
    if (!fact.empty()) found.push_back({part, fact, 0, false});
  };
  const Biblio& about = document.about;
  if (!document.has(Part::title)) add(Part::title, about.title);
  for (const Author& author : about.authors) {
    add(Part::authors, author.family);
    add(Part::authors, author.given);
  }
  for (const std::string& affiliation : about.affiliations) add(Part::affiliations, affiliation);
  add(Part::source, about.source);
  if (about.short_source != about.source) add(Part::source, about.short_source);
  for (const std::string* fact :
       {&about.doi, &about.issn, &about.isbn, &about.pmid, &about.pmcid, &about.accession})
    add(Part::identifiers, *fact);
  add(Part::language, about.language);
  if (about.document_types.empty()) add(Part::doctype, about.type);
  for (const std::string& type : about.document_types) add(Part::doctype, type);
  for (const std::string& term : about.index_terms) add(Part::index_terms, term);
}

}  // namespace

Part Document::part_at(std::uint32_t byte) const {
  // Sections stand in the order of the text: the last one that begins at or before the byte.
  auto behind =
      std::upper_bound(sections.begin(), sections.end(), byte,
                       [](std::uint32_t b, const Section& s) { return b < whole_of(s).begin; });
  if (behind == sections.begin()) return Part::other;
  const Section& section = *--behind;
  const bool inside = section.heading.contains(byte) || section.body.contains(byte);
  return inside ? section.part : Part::other;
}

std::uint32_t Document::page_at(std::uint32_t byte) const {
  const auto behind = std::upper_bound(pages.begin(), pages.end(), byte);
  if (pages.empty()) return 0;
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(behind - pages.begin()));
}

std::string Document::part_text(Part part) const {
  std::string joined;
  for (const Section& section : sections) {
    if (section.part != part || section.body.empty()) continue;
    if (!joined.empty()) joined += "\n\n";
    joined += section.body.in(text);
  }
  return joined;
}

bool Document::has(Part part) const {
  return std::any_of(sections.begin(), sections.end(),
                     [&](const Section& section) { return section.part == part; });
}

std::vector<Passage> passages(const Document& document) {
  std::vector<Passage> found;
  std::uint32_t at = 0;  // behind the last section: text outside of all of them is `other`
  for (const Section& section : document.sections) {
    const Span whole = whole_of(section);
    if (at < whole.begin) add_text(document, Part::other, {at, whole.begin}, found);
    add_section(document, section, found);
    at = std::max(at, whole.end);
  }
  add_text(document, Part::other, {at, static_cast<std::uint32_t>(document.text.size())}, found);
  add_facts(document, found);
  return found;
}

}  // namespace litmine
