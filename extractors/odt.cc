// OpenDocument text, as LibreOffice writes it: running text with marks in it, much like a web page.
#include <map>
#include <pugixml.hpp>

#include "extractors/html.h"
#include "extractors/office.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "extractors/xml_article.h"

namespace litmine {
namespace {

constexpr int kDeepestStyle = 20;  // styles that are based on each other

std::string_view attribute(const pugi::xml_node& element, const char* name) {
  return element.attribute(name).value();
}

struct Style {
  std::string parent;
  bool bold = false, raised = false;
};
using Styles = std::map<std::string, Style>;

void add_styles(Styles& styles, const pugi::xml_node& root) {
  for (const pugi::xml_node& style : all_named(root, "style")) {
    const pugi::xml_node look = child_named(style, "text-properties");
    Style known;
    known.parent = attribute(style, "style:parent-style-name");
    known.bold = attribute(look, "fo:font-weight") == "bold";
    known.raised = attribute(look, "style:text-position").starts_with("super");
    styles[std::string(attribute(style, "style:name"))] = std::move(known);
  }
}

template <class Fits>
bool any_style(const Styles& styles, std::string name, Fits fits) {
  for (int steps = 0; steps < kDeepestStyle && !name.empty(); ++steps) {
    const auto found = styles.find(name);
    const Style nothing;
    const Style& style = found == styles.end() ? nothing : found->second;
    if (fits(name, style)) return true;
    name = style.parent;
  }
  return false;
}

struct NameRole {
  std::string_view name;
  Role role;
};
constexpr NameRole kRoles[] = {
    {"s", Role::blank},
    {"tab", Role::blank},
    {"line-break", Role::blank},
    {"list", Role::block},
    {"list-item", Role::block},
    {"list-header", Role::block},
    {"table-row", Role::row},
    {"table-cell", Role::cell},
    {"note", Role::note},
    {"text-box", Role::note},
    {"note-citation", Role::left_out},
    {"tracked-changes", Role::left_out},
    {"annotation", Role::left_out},
    {"sequence-decls", Role::left_out},
    {"variable-decls", Role::left_out},
    {"table-of-content", Role::left_out},
    {"forms", Role::left_out},
    {"title", Role::left_out},
    {"desc", Role::left_out},
    {"object", Role::left_out},
    {"object-ole", Role::left_out},
    {"covered-table-cell", Role::left_out},
};

ElementRole role_in(const Styles& styles, const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  const std::string style(attribute(element, "text:style-name"));
  if (name == "h") {
    const std::string_view level = attribute(element, "text:outline-level");
    const int depth = level.size() == 1 && level[0] >= '1' && level[0] <= '9' ? level[0] - '0' : 1;
    return {Role::heading, depth + 1};
  }
  if (name == "p") {
    if (any_style(styles, style, [](const std::string& id, const Style&) { return id == "Title"; }))
      return {Role::heading, 1};
    const bool bold =
        any_style(styles, style, [](const std::string&, const Style& one) { return one.bold; });
    return {Role::block, 0, bold ? std::string(kBold) : std::string()};
  }
  if (name == "span" &&
      any_style(styles, style, [](const std::string&, const Style& one) { return one.raised; }))
    return {Role::raised};
  for (const NameRole& known : kRoles)
    if (known.name == name) return {known.role};
  return {};
}

void put_properties(const ZipFile& zip, Manuscript& manuscript) {
  XmlFile xml(zip.text("meta.xml"));
  const pugi::xml_node meta = child_named(xml.tree(), "document-meta/meta");
  manuscript.meta_title = on_one_line(child_named(meta, "title").child_value());
  manuscript.meta_author = on_one_line(child_named(meta, "initial-creator").child_value());
}

}  // namespace

void read_odt(const ZipFile& zip, const FullText& file) {
  const ZipEntry* entry = zip.entry("content.xml");
  std::string error = "it is missing";
  const std::optional<std::string> bytes =
      entry ? zip.read(*entry, error, kLargestMarkup) : std::nullopt;
  if (!bytes)
    return file.refuse("damaged", "is an OpenDocument file whose text cannot be read: " + error,
                       "open it and save it again");
  XmlFile xml(*bytes), sheet(part_of_office(zip, "styles.xml", file));
  Styles styles;
  add_styles(styles, sheet.tree());
  add_styles(styles, xml.tree());
  const pugi::xml_node text = child_named(xml.tree(), "document-content/body/text");
  const RoleOf role_of = [&](const pugi::xml_node& element) { return role_in(styles, element); };
  Manuscript manuscript;
  manuscript.extractor = "odt";
  add_lines(blocks_of(text, role_of), manuscript);
  for (const char* name : {"header", "footer"})
    for (const pugi::xml_node& furniture : all_named(sheet.tree(), name))
      if (std::string line = line_of(furniture, role_of); !line.empty())
        manuscript.furniture.push_back(std::string(name) + ": " + line);
  put_properties(zip, manuscript);
  if (!file.take(to_document(manuscript))) return;
  xml.tell_doubts(file);
  if (child_named(text, "tracked-changes"))
    file.doubt("tracked-changes", "holds tracked changes; read as if they were accepted",
               "accept or reject them and save the file");
}

}  // namespace litmine
