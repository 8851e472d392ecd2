// Publishers build an entry of many blocks (label, citation, a row of links) and hang links to
// search engines on it, whose words would otherwise be read as part of the reference.
#include "extractors/html_references.h"

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/part.h"
#include "extractors/headings.h"
#include "extractors/markup_blocks.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

/// What lists of references are called in class, id and role.
constexpr std::string_view kNamesOfLists[] = {"references", "bibliography",   "ref-list",
                                              "reflist",    "reference-list", "citation-list"};

/// What links beside an entry say that lead to other places; without brackets, in lower case.
constexpr std::string_view kLinksBeside[] = {"google scholar",
                                             "crossref",
                                             "cross ref",
                                             "pubmed",
                                             "pubmed central",
                                             "pmc free article",
                                             "web of science",
                                             "web of science ®",
                                             "scopus",
                                             "medline",
                                             "isi",
                                             "view article",
                                             "view in article",
                                             "view record in scopus",
                                             "article",
                                             "full text",
                                             "full text via crossref",
                                             "free full text",
                                             "ads",
                                             "cas",
                                             "mathscinet",
                                             "math",
                                             "find it",
                                             "go to reference",
                                             "download citation",
                                             "semantic scholar",
                                             "open url",
                                             "openurl",
                                             "doi",
                                             "pdf",
                                             "view",
                                             "back to citation",
                                             "⟶",
                                             "↩",
                                             "^"};

bool is_heading(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_list(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  return name == "ol" || name == "ul";
}

std::string words_of(const pugi::xml_node& element) {
  return line_of(element, [](const pugi::xml_node&) { return ElementRole{Role::blank}; });
}

bool is_called_references(const pugi::xml_node& element) {
  std::string names;
  for (const char* name : {"class", "id", "role", "epub:type"})
    names.append(lower_ascii(element.attribute(name).value())).append(" ");
  return std::any_of(std::begin(kNamesOfLists), std::end(kNamesOfLists),
                     [&](std::string_view name) { return names.find(name) != names.npos; });
}

/// By its own names, or those of the blocks right around it.
bool is_marked(pugi::xml_node list) {
  constexpr int kAround = 3;
  for (int steps = 0; steps < kAround && list; ++steps, list = list.parent()) {
    const std::string_view name = list.name();
    if (name == "body" || name == "main" || name == "article") return false;
    if (is_called_references(list)) return true;
  }
  return false;
}

/// "10.1000/x" of "https://doi.org/10.1000/x"; empty if the address is none of a DOI.
std::string_view doi_of(std::string_view address) {
  const std::size_t at = address.find("doi.org/10.");
  return at == address.npos ? std::string_view() : address.substr(at + 8);
}

/// "[<a>CrossRef</a>]": the brackets belong to the link.
void take_out_brackets(pugi::xml_node link) {
  pugi::xml_node before = link.previous_sibling(), behind = link.next_sibling();
  const std::string left = before.value(), right = behind.value();
  const std::size_t open = left.find_last_not_of(" \n\t"), close = right.find_first_not_of(" \n\t");
  if (open == left.npos || close == right.npos || left[open] != '[' || right[close] != ']') return;
  before.set_value(left.substr(0, open).c_str());
  behind.set_value((" " + right.substr(close + 1)).c_str());
}

void clean_links(const pugi::xml_node& entry) {
  bool printed_doi = words_of(entry).find("10.") != std::string::npos;
  for (pugi::xml_node link : all_named(entry, "a")) {
    std::string says = lower_ascii(words_of(link));
    while (!says.empty() && (says.front() == '[' || says.front() == '(')) says.erase(0, 1);
    while (!says.empty() && (says.back() == ']' || says.back() == ')')) says.pop_back();
    if (std::find(std::begin(kLinksBeside), std::end(kLinksBeside), trimmed(says)) ==
        std::end(kLinksBeside))
      continue;
    take_out_brackets(link);
    const std::string doi(doi_of(link.attribute("href").value()));
    pugi::xml_node parent = link.parent();
    if (!doi.empty() && !std::exchange(printed_doi, true))
      parent.insert_child_before(pugi::node_pcdata, link).set_value((" doi:" + doi + " ").c_str());
    take_out(link);
  }
}

}  // namespace

void mark_reference_lists(const pugi::xml_node& root) {
  bool under_heading = false;
  for (pugi::xml_node element : elements_where(
           root, [](const pugi::xml_node& one) { return is_heading(one) || is_list(one); })) {
    if (is_heading(element)) {
      under_heading = part_of_heading(words_of(element)) == Part::references;
      continue;
    }
    if (!under_heading && !is_marked(element)) continue;
    for (pugi::xml_node entry : children_named(element, "li")) {
      entry.append_attribute(kReferenceEntry) = "1";
      clean_links(entry);
    }
    if (under_heading) continue;
    pugi::xml_node heading = element.parent().insert_child_before("h2", element);
    heading.append_child(pugi::node_pcdata).set_value("References");
    under_heading = true;
  }
}

}  // namespace litmine
