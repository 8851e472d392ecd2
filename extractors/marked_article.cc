#include "extractors/marked_article.h"

#include <algorithm>

#include "extractors/document_text.h"
#include "extractors/headings.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

Heading heading_of(const MarkedSection& section) {
  Heading heading;
  heading.names = section.part ? section.part : part_of_heading(section.heading);
  heading.weak = !section.part && names_weakly(section.heading);
  heading.level = section.level;
  heading.number = numbering_of(section.heading).first;
  return heading;
}

/// The part of each section; what stands before the first heading introduces.
std::vector<Part> parts_of_sections(const std::vector<MarkedSection>& sections) {
  std::vector<Heading> headings;
  for (const MarkedSection& section : sections) {
    headings.push_back(heading_of(section));
    if (section.heading.empty() && !section.part && headings.size() == 1)
      headings.back().names = Part::introduction;
  }
  return parts_of(headings);
}

void add_back(Document& document, const std::vector<MarkedSection>& back) {
  for (const MarkedSection& section : back) {
    const std::optional<Part> named =
        section.part ? section.part : part_of_heading(section.heading);
    // An appendix may say "Methods" and still stands behind the article.
    const bool around = named && !kBody.contains(*named) && *named != Part::title;
    add_section(document, around ? *named : Part::back_matter, section.heading, section.paragraphs);
  }
}

void append(std::string& out, std::string_view before, std::string_view value,
            std::string_view after) {
  if (value.empty()) return;
  if (!out.empty() && !before.empty()) out += before;
  out += value;
  if (!after.empty() && !out.ends_with(after) && !(after == "." && ends_sentence(value)))
    out += after;
}

/// "JA": two letters of names, and no short name.
bool are_initials(std::string_view word) {
  return word.size() <= 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.append(i == 0 ? "" : i + 1 == names.size() ? " & " : ", ").append(names[i]);
  return out;
}

}  // namespace

std::vector<MarkedSection> sections_of(const std::vector<MarkupBlock>& blocks,
                                       std::optional<Part> (*part_of_kind)(std::string_view)) {
  std::vector<MarkedSection> sections;
  for (const MarkupBlock& block : blocks) {
    if (block.level > 0) {
      MarkedSection section;
      section.level = block.level;
      section.heading = block.text;
      if (!block.kind.empty()) section.part = part_of_kind(block.kind);
      sections.push_back(std::move(section));
      continue;
    }
    if (sections.empty()) sections.emplace_back();
    sections.back().paragraphs.push_back(block.text);
  }
  return sections;
}

Document marked_document(MarkedArticle article, std::string_view extractor) {
  Document document;
  document.kind = Document::Kind::full_text;
  document.extractor = extractor;
  document.about = std::move(article.about);
  add_section(document, Part::title, document.about.title);
  for (const MarkedSection& section : article.abstracts)
    add_section(document, Part::abstract, section.heading, section.paragraphs);
  add_entries(document, Part::keywords, "", article.keywords, "; ", document.keywords);
  const std::vector<Part> parts = parts_of_sections(article.body);
  for (std::size_t i = 0; i < article.body.size(); ++i)
    add_section(document, parts[i], article.body[i].heading, article.body[i].paragraphs);
  add_entries(document, Part::references, article.references_heading, article.references, "\n\n",
              document.references);
  add_back(document, article.back);
  return document;
}

std::string printed_reference(const ReferenceFields& fields) {
  std::string out;
  append(out, "", fields.label, fields.label.empty() || fields.label.ends_with(']') ? "" : ".");
  const std::vector<std::string>& names = fields.authors.empty() ? fields.editors : fields.authors;
  append(out, " ", listed(names), "");
  if (fields.authors.empty() && !fields.editors.empty())
    out += fields.editors.size() == 1 ? " (Ed.)" : " (Eds.)";
  if (!fields.year.empty()) append(out, " ", "(" + fields.year + ")", ".");
  append(out, " ", fields.title, ".");
  if (!fields.authors.empty() && !fields.editors.empty())
    append(out, " ",
           "In " + listed(fields.editors) + (fields.editors.size() == 1 ? " (Ed.)" : " (Eds.)"),
           ",");
  append(out, " ", fields.source, "");
  append(out, fields.source.empty() ? " " : ", ", fields.volume, "");
  if (!fields.issue.empty()) append(out, "", "(" + fields.issue + ")", "");
  append(out, ", ", fields.pages, "");
  if (!out.empty() && !out.ends_with('.') && !fields.source.empty()) out += '.';
  append(out, " ", fields.publisher, ".");
  append(out, " ", fields.rest, "");
  if (!fields.doi.empty()) append(out, " ", "doi:" + fields.doi, "");
  append(out, " ", fields.url, "");
  return out;
}

std::string printed_author(std::string_view family, std::string_view given) {
  const std::string name = on_one_line(family);
  std::string initials;
  const auto add = [&](std::string_view letter) {
    initials.append(initials.empty() ? "" : " ").append(letter).append(".");
  };
  for (std::string_view word : split_at(given, " .\t\n")) {
    if (are_initials(word))
      for (std::size_t i = 0; i < word.size(); ++i) add(word.substr(i, 1));
    else
      add(word.substr(0, code_point_at(word, 0).bytes));
  }
  return initials.empty() ? name : name + ", " + initials;
}

}  // namespace litmine
