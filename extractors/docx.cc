// Word: paragraphs with styles. What is a heading is said by a style's outline level, which it may
// take from the style that it is based on. Left out: what tracked changes deleted, comments, field
// codes (reference managers keep whole records there), hidden text.
#include <algorithm>
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

std::string_view value_of(const pugi::xml_node& element) {
  for (const pugi::xml_attribute& attribute : element.attributes())
    if (std::string_view(attribute.name()).ends_with("val")) return attribute.value();
  return {};
}

std::string_view attribute(const pugi::xml_node& element, std::string_view name) {
  for (const pugi::xml_attribute& attribute : element.attributes()) {
    const std::string_view full = attribute.name();
    const std::size_t colon = full.find(':');
    if ((colon == full.npos ? full : full.substr(colon + 1)) == name) return attribute.value();
  }
  return {};
}

/// Is a switch such as <w:b/> on? It may say val="0".
bool is_on(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node found = child_named(properties, name);
  const std::string_view value = value_of(found);
  return found && value != "0" && value != "false" && value != "none";
}

struct Style {
  std::string name, based_on;
  int outline = -1;  ///< 0 is the highest; -1: not said
  bool bold = false;
};

class Styles {
 public:
  explicit Styles(const pugi::xml_node& root) {
    for (const pugi::xml_node& style : all_named(root, "style")) {
      Style known;
      known.name = lower_ascii(value_of(child_named(style, "name")));
      known.based_on = value_of(child_named(style, "basedOn"));
      if (const pugi::xml_node level = child_named(style, "pPr/outlineLvl"))
        known.outline = level_of(value_of(level));
      known.bold = is_on(child_named(style, "rPr"), "b");
      styles_.emplace(attribute(style, "styleId"), std::move(known));
    }
  }

  /// Level of the heading that a paragraph in this style is; 0 if it is none. The title is 1,
  /// "heading 1" is 2.
  int heading_of(std::string_view id) const {
    const Style* style = find(id);
    for (int steps = 0; style && steps < kDeepestStyle; ++steps) {
      if (style->name == "title") return 1;
      if (style->outline >= 0 && style->outline < 9) return style->outline + 2;
      if (style->name.starts_with("heading ") && style->name.size() == 9)
        return std::clamp(style->name[8] - '0', 1, 5) + 1;
      style = find(style->based_on);
    }
    return 0;
  }
  bool is_bold(std::string_view id) const {
    const Style* style = find(id);
    for (int steps = 0; style && steps < kDeepestStyle; ++steps) {
      if (style->bold) return true;
      style = find(style->based_on);
    }
    return false;
  }

  static int level_of(std::string_view number) {
    return number.size() == 1 && number[0] >= '0' && number[0] <= '9' ? number[0] - '0' : -1;
  }

 private:
  const Style* find(std::string_view id) const {
    const auto found = styles_.find(std::string(id));
    return found == styles_.end() ? nullptr : &found->second;
  }
  std::map<std::string, Style> styles_;
};

struct NameRole {
  std::string_view name;
  Role role;
};
constexpr NameRole kRoles[] = {
    {"tr", Role::row},
    {"tc", Role::cell},
    {"tab", Role::blank},
    {"br", Role::blank},
    {"cr", Role::blank},
    {"ptab", Role::blank},
    {"txbxContent", Role::note},
    {"litmineNote", Role::note},
    {"tbl", Role::block},
    {"del", Role::left_out},
    {"moveFrom", Role::left_out},
    {"delText", Role::left_out},
    {"instrText", Role::left_out},
    {"delInstrText", Role::left_out},
    {"pPr", Role::left_out},
    {"rPr", Role::left_out},
    {"sectPr", Role::left_out},
    {"tblPr", Role::left_out},
    {"sdtPr", Role::left_out},
    {"annotationRef", Role::left_out},
    {"docPr", Role::left_out},
    {"posOffset", Role::left_out},
    {"align", Role::left_out},
};

/// All of its runs with words are bold.
bool has_bold_runs(const pugi::xml_node& paragraph) {
  bool any = false;
  for (const pugi::xml_node& run : children_named(paragraph, "r")) {
    if (trimmed(child_named(run, "t").child_value()).empty()) continue;
    if (!is_on(child_named(run, "rPr"), "b")) return false;
    any = true;
  }
  return any;
}

ElementRole role_in(const Styles& styles, const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (name == "p") {
    const pugi::xml_node properties = child_named(element, "pPr");
    const std::string_view style = value_of(child_named(properties, "pStyle"));
    const int own = Styles::level_of(value_of(child_named(properties, "outlineLvl")));
    const int level = own >= 0 && own < 9 ? own + 2 : styles.heading_of(style);
    if (level > 0) return {Role::heading, level};
    const bool bold = styles.is_bold(style) || has_bold_runs(element);
    return {Role::block, 0, bold ? std::string(kBold) : std::string()};
  }
  if (name == "r") {
    const pugi::xml_node look = child_named(element, "rPr");
    if (is_on(look, "vanish") || is_on(look, "webHidden")) return {Role::left_out};
    if (value_of(child_named(look, "vertAlign")) == "superscript") return {Role::raised};
  }
  if (name == "Fallback" && child_named(element.parent(), "Choice")) return {Role::left_out};
  for (const NameRole& known : kRoles)
    if (known.name == name) return {known.role};
  return {};
}

void put_sign(const pugi::xml_node& root, std::string_view name, const char* sign) {
  for (pugi::xml_node element : all_named(root, name))
    if (!element.first_child()) element.append_child(pugi::node_pcdata).set_value(sign);
}

/// Footnotes and endnotes stand in files of their own; each goes to where it is called.
void put_notes(const pugi::xml_node& root, const std::string& bytes, std::string_view note,
               std::string_view reference) {
  if (bytes.empty()) return;
  XmlFile notes(bytes, XmlFile::Content::data);
  std::map<std::string, pugi::xml_node> by_id;
  for (const pugi::xml_node& found : all_named(notes.tree(), note))
    by_id.emplace(attribute(found, "id"), found);
  for (pugi::xml_node call : all_named(root, reference)) {
    const auto found = by_id.find(std::string(attribute(call, "id")));
    if (found == by_id.end()) continue;
    pugi::xml_node here = call.append_child("litmineNote");
    for (const pugi::xml_node& child : found->second.children()) here.append_copy(child);
    by_id.erase(found);  // what is called twice stands once
  }
}

/// Running heads, page by page the same.
void put_furniture(const ZipFile& zip, const FullText& file, const RoleOf& role_of,
                   Manuscript& manuscript) {
  for (const ZipEntry& entry : zip.entries()) {
    const bool head = entry.name.starts_with("word/header");
    if (!head && !entry.name.starts_with("word/footer")) continue;
    XmlFile xml(part_of_office(zip, entry.name, file), XmlFile::Content::data);
    for (const MarkupBlock& block : blocks_of(xml.tree(), role_of))
      manuscript.furniture.push_back((head ? "head: " : "foot: ") + block.text);
  }
}

/// Mostly "word/document.xml"; what it is called is said by the relations of the package.
std::string main_part_of(const ZipFile& zip) {
  XmlFile relations(zip.text("_rels/.rels"));
  for (const pugi::xml_node& relation : all_named(relations.tree(), "Relationship")) {
    std::string_view target = attribute(relation, "Target");
    if (target.starts_with('/')) target.remove_prefix(1);
    if (attribute(relation, "Type").ends_with("/officeDocument") && zip.entry(target))
      return std::string(target);
  }
  return "word/document.xml";
}

void put_properties(const ZipFile& zip, Manuscript& manuscript) {
  XmlFile xml(zip.text("docProps/core.xml"));
  const pugi::xml_node core = child_named(xml.tree(), "coreProperties");
  manuscript.meta_title = on_one_line(child_named(core, "title").child_value());
  manuscript.meta_author = on_one_line(child_named(core, "creator").child_value());
  manuscript.meta_keywords = on_one_line(child_named(core, "keywords").child_value());
}

}  // namespace

void read_docx(const ZipFile& zip, const FullText& file) {
  const std::string main_part = main_part_of(zip);
  std::string error = "it is missing";
  const ZipEntry* entry = zip.entry(main_part);
  const std::optional<std::string> bytes =
      entry ? zip.read(*entry, error, kLargestMarkup) : std::nullopt;
  if (!bytes)
    return file.refuse("damaged", "is a Word file whose text cannot be read: " + error,
                       "open it in Word and save it again");
  XmlFile xml(*bytes, XmlFile::Content::data);
  XmlFile style_sheet(part_of_office(zip, "word/styles.xml", file), XmlFile::Content::data);
  const Styles styles(style_sheet.tree());
  const pugi::xml_node root = xml.tree();
  put_sign(root, "noBreakHyphen", "\xE2\x80\x91");
  put_notes(root, part_of_office(zip, "word/footnotes.xml", file), "footnote", "footnoteReference");
  put_notes(root, part_of_office(zip, "word/endnotes.xml", file), "endnote", "endnoteReference");
  const RoleOf role_of = [&](const pugi::xml_node& element) { return role_in(styles, element); };
  Manuscript manuscript;
  manuscript.extractor = "docx";
  add_lines(blocks_of(root, role_of), manuscript);
  put_furniture(zip, file, role_of, manuscript);
  put_properties(zip, manuscript);
  const bool changes = !all_named(root, "del").empty() || !all_named(root, "moveFrom").empty();
  if (!file.take(to_document(manuscript))) return;
  xml.tell_doubts(file);
  if (changes)
    file.doubt("tracked-changes", "holds tracked changes; read as if they were accepted",
               "accept or reject them and save the file");
}

}  // namespace litmine
