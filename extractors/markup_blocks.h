// A tree of markup as paragraphs and headings. HTML, JATS, TEI and ODT differ in the names of their
// elements; what an element does to the text around it is one of a few roles.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pugi {
class xml_node;
}

namespace litmine {

enum class Role : std::uint8_t {
  inline_text,  ///< goes on in the words around it
  block,        ///< a paragraph, or something that ends one
  heading,
  section,  ///< headings inside are one level deeper
  row,      ///< of a table: one paragraph, " | " between its cells
  cell,
  note,    ///< a paragraph of its own behind the one that it stands in
  blank,   ///< a line break, a tab: words on both sides stay apart
  raised,  ///< digits stay raised, so that "firms" with note 2 is not the word "firms2"
  left_out,
};

struct ElementRole {
  Role role = Role::inline_text;
  int level = 0;          ///< of a heading; 0: as deep as its section
  std::string kind = {};  ///< what the file says of a heading's section ("methods") or a block
};

struct MarkupBlock {
  int level = 0;     ///< of a heading, from 1; 0 for running text
  std::string text;  ///< normalized, on one line
  std::string kind = {};
  bool note = false;
};

/// What an element does to the text. Not asked for what stands inside of one that is left out.
using RoleOf = std::function<ElementRole(const pugi::xml_node& element)>;

/// All below `root`, in the order of the tree. Trees of any depth are walked without recursion.
std::vector<MarkupBlock> blocks_of(const pugi::xml_node& root, const RoleOf& role_of);

/// All text below an element on one line, with the same roles; headings, rows and notes included.
std::string line_of(const pugi::xml_node& root, const RoleOf& role_of);

/// Takes an element out of its tree, with all that is in it. Nothing is destroyed before the tree
/// is: pugixml destroys what is removed by recursion, and a file may be nested deeper than the
/// stack.
void take_out(pugi::xml_node element);

/// "text:p" is "p".
std::string_view local_name(const pugi::xml_node& element);

/// The first child, or descendant by a path such as "front/article-meta", whatever the prefixes.
pugi::xml_node child_named(const pugi::xml_node& element, std::string_view path);
std::vector<pugi::xml_node> children_named(const pugi::xml_node& element, std::string_view name);
/// All elements below for which `fits` is true, in order.
std::vector<pugi::xml_node> elements_where(const pugi::xml_node& element,
                                           const std::function<bool(const pugi::xml_node&)>& fits);
/// All elements of that name below, in order; those inside of one another included.
std::vector<pugi::xml_node> all_named(const pugi::xml_node& element, std::string_view name);
/// The same without those inside of one another.
std::vector<pugi::xml_node> outermost_named(const pugi::xml_node& element, std::string_view name);

}  // namespace litmine
