// A page is parsed as a browser would (Gumbo), brought into a tree, and what surrounds the article
// is taken out: navigation, forms, scripts, and lists that are nothing but links. Facts come from
// the metadata that publishers give to search engines; the structure from the headings, by the same
// steps as for plain text.
#include "extractors/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory_resource>
#include <pugixml.hpp>

#include "corpus/publication_type.h"
#include "extractors/full_text.h"
#include "extractors/headings.h"
#include "extractors/html_facts.h"
#include "extractors/html_references.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "text/normalize.h"

namespace litmine {
namespace {

// --- parsing --------------------------------------------------------------------------------

/// Gumbo frees a tree by recursion, and a page may be nested deeper than any stack: so all of its
/// memory is one arena, and nothing is freed by itself.
void* from_arena(void* arena, std::size_t size) {
  return static_cast<std::pmr::monotonic_buffer_resource*>(arena)->allocate(size);
}
void to_arena(void*, void*) {}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE)
    return &node.v.element.children;
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return nullptr;
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name = lower_ascii({piece.data, piece.length});
  return name.empty() ? "unknown" : name;
}

pugi::xml_node copy(const GumboNode& from, pugi::xml_node to) {
  switch (from.type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: {
      const GumboElement& element = from.v.element;
      pugi::xml_node made = to.append_child(name_of(element).c_str());
      for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        made.append_attribute(attribute->name) = attribute->value;
      }
      return made;
    }
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      to.append_child(pugi::node_pcdata).set_value(from.v.text.text);
      return {};
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_COMMENT:
      return {};
  }
  return {};
}

/// Gumbo's tree as ours; without recursion. What is nested deeper than any page's text stands side
/// by side there, so that looking into each element once more for every one around it stays cheap.
void copy_tree(const GumboNode& root, pugi::xml_node to) {
  constexpr std::size_t kDeepest = 300;
  struct Level {
    const GumboVector* children;
    unsigned next;
    pugi::xml_node to;
  };
  std::vector<Level> open;
  if (const GumboVector* children = children_of(root)) open.push_back({children, 0, to});
  while (!open.empty()) {
    Level& level = open.back();
    if (level.next >= level.children->length) {
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(level.children->data[level.next++]);
    const pugi::xml_node made = copy(child, level.to);
    const GumboVector* below = children_of(child);
    const pugi::xml_node inside = open.size() < kDeepest ? made : level.to;
    if (made && below) open.push_back({below, 0, inside});
  }
}

void parse(std::string_view text, pugi::xml_document& tree) {
  std::pmr::monotonic_buffer_resource arena(std::size_t{256} * 1024);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = from_arena;
  options.deallocator = to_arena;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, text.data(), text.size());
  if (output && output->document) copy_tree(*output->document, tree);
}

// --- what surrounds the article -------------------------------------------------------------

struct Surrounding {
  std::string_view element, what;
};
/// Elements that never hold an article's text.
constexpr Surrounding kNever[] = {
    {"script", ""},   {"style", ""},         {"noscript", ""}, {"template", ""},     {"iframe", ""},
    {"svg", ""},      {"object", ""},        {"select", ""},   {"input", ""},        {"button", ""},
    {"textarea", ""}, {"nav", "navigation"}, {"form", "form"}, {"dialog", "dialog"}, {"audio", ""},
    {"video", ""},    {"canvas", ""},        {"map", ""},      {"datalist", ""},
};
constexpr Surrounding kRoles[] = {
    {"navigation", "navigation"}, {"banner", "banner"},        {"search", "form"},
    {"contentinfo", "foot"},      {"complementary", "beside"}, {"dialog", "dialog"},
    {"alert", "dialog"},          {"menu", "navigation"},      {"menubar", "navigation"},
    {"toolbar", "navigation"},    {"alertdialog", "dialog"},
};
/// Words of class and id; only where most of the text is links, or there is hardly any.
constexpr std::string_view kWords[] = {
    "nav",        "menu",      "breadcrumb", "sidebar", "cookie",   "share",   "social", "advert",
    "related",    "recommend", "toc",        "footer",  "header",   "banner",  "popup",  "modal",
    "metrics",    "toolbar",   "promo",      "widget",  "download", "signin",  "login",  "skip",
    "pagination", "subscribe", "newsletter", "consent", "masthead", "comments"};

std::string_view attribute(const pugi::xml_node& element, const char* name) {
  return element.attribute(name).value();
}

std::string plain_text(const pugi::xml_node& element) {
  const auto inline_only = [](const pugi::xml_node&) { return ElementRole{Role::blank}; };
  return line_of(element, inline_only);
}

std::size_t text_size(const pugi::xml_node& element) { return plain_text(element).size(); }

std::size_t link_size(const pugi::xml_node& element) {
  std::size_t size = 0;
  for (const pugi::xml_node& link : outermost_named(element, "a")) size += text_size(link);
  return size;
}

/// "sidebar-left" has the word "sidebar"; "unrelated" has none.
bool has_word(std::string_view names, std::string_view word) {
  const std::string lower = lower_ascii(names);
  for (std::size_t at = lower.find(word); at != lower.npos; at = lower.find(word, at + 1)) {
    const bool begins = at == 0 || !((lower[at - 1] >= 'a' && lower[at - 1] <= 'z'));
    if (begins) return true;
  }
  return false;
}

bool is_hidden(const pugi::xml_node& element) {
  if (element.attribute("hidden")) return true;
  std::string style = lower_ascii(attribute(element, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != style.npos;
}

/// What an element is that does not belong to the article.
constexpr std::string_view kOfTheArticle = "article";
std::string_view surrounding(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  for (const Surrounding& known : kNever)
    if (known.element == name) return known.what;
  const std::string_view role = attribute(element, "role");
  for (const Surrounding& known : kRoles)
    if (known.element == role) return known.what;
  if (is_hidden(element)) return "hidden";
  const bool structural = name == "div" || name == "ul" || name == "ol" || name == "section" ||
                          name == "aside" || name == "header" || name == "footer" ||
                          name == "table" || name == "p" || name == "span";
  if (!structural) return kOfTheArticle;
  const std::string names =
      std::string(attribute(element, "class")) + " " + std::string(attribute(element, "id"));
  bool named = name == "aside" || name == "header" || name == "footer";
  for (std::string_view word : kWords) named = named || has_word(names, word);
  if (!named) return kOfTheArticle;
  const std::size_t size = text_size(element);
  // What a heading stands in is the head of the article, whatever it is called.
  const bool titled = !all_named(element, "h1").empty();
  const bool links = link_size(element) * 2 > size;
  return !titled && links && size < 5000 ? "links" : kOfTheArticle;
}

void take_out_surroundings(pugi::xml_node root, std::vector<std::string>& furniture) {
  constexpr std::size_t kLongest = 300;
  pugi::xml_node at = root.first_child();
  while (at) {
    const std::string_view what = at.type() == pugi::node_element ? surrounding(at) : kOfTheArticle;
    const bool goes = what != kOfTheArticle;
    pugi::xml_node next = goes ? pugi::xml_node() : at.first_child();
    pugi::xml_node climb = at;
    while (!next && climb && climb != root) {
      next = climb.next_sibling();
      if (!next) climb = climb.parent();
    }
    if (goes) {
      std::string text = what.empty() ? std::string() : plain_text(at);
      if (text.size() > kLongest) text = text.substr(0, text.rfind(' ', kLongest)) + " ...";
      if (!text.empty()) furniture.push_back(std::string(what) + ": " + normalized(text));
      take_out(at);
    }
    at = next;
  }
}

/// The element that holds the article: <article>, <main> and the like, if nearly all of the
/// paragraphs of the page stand in it.
pugi::xml_node article_in(const pugi::xml_node& body) {
  const auto prose = [](const pugi::xml_node& element) {
    std::size_t size = 0;
    for (const pugi::xml_node& paragraph : all_named(element, "p")) size += text_size(paragraph);
    return size;
  };
  const std::size_t all = prose(body);
  pugi::xml_node best = body;
  std::size_t least = text_size(body);
  const auto consider = [&](const pugi::xml_node& candidate) {
    const std::size_t size = text_size(candidate);
    const bool headed = all_named(body, "h1").empty() || !all_named(candidate, "h1").empty();
    if (all > 0 && headed && size < least && prose(candidate) * 10 >= all * 8) {
      best = candidate;
      least = size;
    }
  };
  std::size_t seen = 0;
  for (const char* name : {"main", "article"})
    for (const pugi::xml_node& candidate : outermost_named(body, name))
      if (++seen <= 50) consider(candidate);
  return best;
}

// --- text -----------------------------------------------------------------------------------

struct NameRole {
  std::string_view name;
  Role role;
};
constexpr NameRole kElements[] = {
    {"p", Role::block},
    {"div", Role::block},
    {"section", Role::block},
    {"article", Role::block},
    {"main", Role::block},
    {"header", Role::block},
    {"footer", Role::block},
    {"aside", Role::block},
    {"ul", Role::block},
    {"ol", Role::block},
    {"li", Role::block},
    {"dl", Role::block},
    {"dt", Role::block},
    {"dd", Role::block},
    {"blockquote", Role::block},
    {"pre", Role::block},
    {"figure", Role::block},
    {"figcaption", Role::block},
    {"table", Role::block},
    {"caption", Role::block},
    {"thead", Role::block},
    {"tbody", Role::block},
    {"tfoot", Role::block},
    {"address", Role::block},
    {"hr", Role::block},
    {"center", Role::block},
    {"details", Role::block},
    {"summary", Role::block},
    {"fieldset", Role::block},
    {"body", Role::block},
    {"br", Role::blank},
    {"sup", Role::raised},
    {"head", Role::left_out},
    {"annotation", Role::left_out},
    {"annotation-xml", Role::left_out},
    {"rt", Role::left_out},
    {"rp", Role::left_out},
    {"title", Role::left_out},
};

/// A table that arranges the page rather than data: its cells hold paragraphs or headings.
bool is_layout(const pugi::xml_node& cell) {
  constexpr std::string_view kLarge[] = {"h1", "h2", "h3", "h4", "table", "ul", "ol", "section"};
  std::size_t paragraphs = 0;
  for (const pugi::xml_node& child : cell.children()) {
    const std::string_view name = child.name();
    if (std::find(std::begin(kLarge), std::end(kLarge), name) != std::end(kLarge)) return true;
    if (name == "p" && ++paragraphs > 1) return true;
  }
  return false;
}

bool arranges(const pugi::xml_node& row) { return std::any_of(row.begin(), row.end(), is_layout); }

/// All of its words stand in one <b> or <strong>.
bool is_bold(const pugi::xml_node& paragraph) {
  bool bold = false;
  for (const pugi::xml_node& child : paragraph.children()) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata && trimmed(child.value()).empty()) continue;
    if (name != "b" && name != "strong") return false;
    bold = true;
  }
  return bold;
}

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
    return {Role::heading, name[1] - '0'};
  if (name == "tr") return {arranges(element) ? Role::block : Role::row};
  if (name == "td" || name == "th") return {arranges(element.parent()) ? Role::block : Role::cell};
  if (name == "p" && is_bold(element)) return {Role::block, 0, std::string(kBold)};
  if (element.attribute(kReferenceEntry)) return {Role::row};
  for (const NameRole& known : kElements)
    if (known.name == name) return {known.role};
  return {};
}

class HtmlExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "html"; }

  bool accepts(std::string_view head, const std::filesystem::path& path) const override {
    std::string text = lower_ascii(decoded(head.substr(0, head.size() / 2 * 2)));
    std::string_view begin = trimmed(std::string_view(text));
    if (begin.starts_with("\xEF\xBB\xBF")) begin = trimmed(begin.substr(3));
    if (!begin.starts_with('<')) return false;
    const std::string ending = lower_ascii(path.extension().string());
    const bool named = ending == ".html" || ending == ".htm" || ending == ".xhtml";
    if (begin.starts_with("<!doctype html")) return true;
    const std::size_t html = begin.find("<html");
    if (html != begin.npos && (named || html < 1500)) return true;
    return named || begin.starts_with("<head") || begin.starts_with("<body");
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override;
};

/// Where the abstract would stand: before the first heading of the body, else before the second
/// heading, for the first is the title.
std::size_t place_of_abstract(const std::vector<Line>& lines) {
  std::size_t second = lines.size(), seen = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].heading == 0) continue;
    const std::optional<Part> part = part_of_heading(lines[i].text);
    if (part && kBody.contains(*part)) return i;
    if (++seen == 2) second = i;
  }
  return second;
}

/// The metadata's abstract and keywords, where the page shows none. True if there was any to add.
bool add_from_metadata(const WebPage& page, const Document& shown, Manuscript& manuscript) {
  constexpr std::size_t kShortestAbstract = 20;  // words; less is a slogan
  std::vector<MarkupBlock> missing;
  if (!shown.has(Part::abstract) && count_words(page.abstract) >= kShortestAbstract) {
    missing.push_back({2, "Abstract", {}, false});
    missing.push_back({0, page.abstract, {}, false});
  }
  if (!shown.has(Part::keywords) && !page.keywords.empty()) {
    std::string words;
    for (const std::string& word : page.keywords) words += (words.empty() ? "" : "; ") + word;
    missing.push_back({2, "Keywords", {}, false});
    missing.push_back({0, std::move(words), {}, false});
  }
  Manuscript added;
  add_lines(missing, added);
  const auto at = static_cast<std::ptrdiff_t>(place_of_abstract(manuscript.lines));
  manuscript.lines.insert(manuscript.lines.begin() + at, added.lines.begin(), added.lines.end());
  return !missing.empty();
}

void HtmlExtractor::extract(const std::filesystem::path& path, const Intake& intake) const {
  const FullText file(path, intake, name());
  if (const std::optional<std::string> bytes = file.bytes()) read_web_page(*bytes, name(), file);
}

}  // namespace

const Extractor& html_extractor() {
  static const HtmlExtractor extractor;
  return extractor;
}

WebPage read_page(std::string_view text) {
  pugi::xml_document tree;
  parse(text, tree);
  WebPage page;
  const pugi::xml_node html = child_named(tree, "html");
  read_facts_of_page(html, page);
  pugi::xml_node body = child_named(html, "body");
  if (!body) body = html;
  take_out_surroundings(body, page.furniture);
  const pugi::xml_node article = article_in(body);
  mark_reference_lists(article);
  page.blocks = blocks_of(article, role_of);
  if (article != body) {
    // What stands beside the article is furniture too.
    take_out(article);
    for (const MarkupBlock& block : blocks_of(body, role_of))
      page.furniture.push_back("beside: " + block.text);
  }
  return page;
}

void read_web_page(std::string_view bytes, std::string_view extractor, const FullText& file) {
  std::string doubt;
  WebPage page = read_page(decoded_markup(bytes, &doubt));
  Manuscript manuscript;
  manuscript.extractor = extractor;
  manuscript.meta_title = page.about.title.empty() ? page.title : page.about.title;
  manuscript.furniture = page.furniture;
  add_lines(page.blocks, manuscript);
  Document document = to_document(manuscript);
  if (add_from_metadata(page, document, manuscript)) document = to_document(manuscript);
  put_facts(document.about, page.about);
  if (document.about.title.empty()) document.about.title = page.title;
  const std::size_t words = count_words(document.text);
  if (!file.take(std::move(document))) return;
  if (!doubt.empty()) file.doubt("encoding", doubt, "save it as UTF-8 if letters look wrong");
  if (words < 300)
    file.doubt(
        "little-text", "has only " + std::to_string(words) + " words",
        "it may be a page about the article, or one that asks to log in; save the full text");
}

void add_lines(const std::vector<MarkupBlock>& blocks, Manuscript& manuscript) {
  std::uint16_t number = manuscript.lines.empty() ? 0 : manuscript.lines.back().block;
  for (const MarkupBlock& block : blocks) {
    Line line;
    line.text = block.text;
    line.heading = static_cast<std::uint8_t>(block.level);
    line.bold = block.level == 0 && block.kind == kBold;
    line.paragraph = true;
    line.block = ++number;
    manuscript.lines.push_back(std::move(line));
  }
}

}  // namespace litmine
