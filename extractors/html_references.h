// Lists of references in web pages.
#pragma once

namespace pugi {
class xml_node;
}

namespace litmine {

/// Attribute of a list's entry that is a reference: it is one paragraph, whatever it is built of.
inline constexpr const char* kReferenceEntry = "litmine-reference";

/// Finds the lists of references below `root`, by the heading before them or by what they are
/// called; gives each entry the attribute, and a list without a heading one that says what it is.
/// Links to search engines beside an entry are taken out; the DOI that is only in the address of
/// such a link is put into its place.
void mark_reference_lists(const pugi::xml_node& root);

}  // namespace litmine
