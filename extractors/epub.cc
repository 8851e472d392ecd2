// EPUB: web pages in the order of a spine, which a package file names.
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

constexpr std::size_t kMostPages = 5'000;
constexpr std::size_t kMostText = kLargestMarkup;
constexpr std::string_view kContents = "/";  // in place of a page: the table of contents

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// "Text/../chapter%201.xhtml#top" below a folder, as the archive names it.
std::string resolved(const std::string& folder, std::string_view href) {
  std::string path = folder;
  href = href.substr(0, href.find('#'));
  for (std::size_t i = 0; i < href.size(); ++i) {
    const bool escape = href[i] == '%' && i + 2 < href.size();
    unsigned value = 0;
    if (escape && std::sscanf(std::string(href.substr(i + 1, 2)).c_str(), "%2x", &value) == 1) {
      path += static_cast<char>(value);
      i += 2;
    } else {
      path += href[i];
    }
  }
  std::vector<std::string> parts;
  for (std::string_view part : split_at(path, "/")) {
    if (part == ".") continue;
    if (part == ".." && !parts.empty())
      parts.pop_back();
    else if (part != "..")
      parts.emplace_back(part);
  }
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "/") + part;
  return out;
}

Biblio facts_of(const pugi::xml_node& metadata) {
  Record record;
  for (const pugi::xml_node& child : metadata.children()) {
    const std::string_view name = local_name(child);
    const std::string value = on_one_line(child.child_value());
    if (name == "title") put(record, Meaning::title, name, value);
    if (name == "creator") put(record, Meaning::author, name, value);
    if (name == "publisher") put(record, Meaning::publisher, name, value);
    if (name == "date" && !record.about.year) put(record, Meaning::year, name, value);
    if (name == "language") put(record, Meaning::language, name, value);
    const std::string lower = lower_ascii(value);
    if (name == "identifier" && lower.find("10.") != lower.npos && lower.find("doi") != lower.npos)
      put(record, Meaning::doi, name, value);
    if (name == "identifier" && lower.find("isbn") != lower.npos)
      put(record, Meaning::isbn, name, value.substr(lower.rfind("isbn") + 4));
  }
  record.about.extra.clear();
  if (!record.about.isbn.empty()) record.about.type = "book";
  return record.about;
}

struct Package {
  Biblio about;
  std::vector<std::string> pages;  ///< in the order of the spine; empty names what is not a page
};

Package package_of(const ZipFile& zip) {
  Package package;
  XmlFile container(zip.text("META-INF/container.xml"));
  std::string path;
  for (const pugi::xml_node& root : all_named(container.tree(), "rootfile"))
    if (path.empty()) path = resolved("", root.attribute("full-path").value());
  XmlFile xml(zip.text(path));
  const pugi::xml_node root = child_named(xml.tree(), "package");
  package.about = facts_of(child_named(root, "metadata"));
  std::map<std::string, std::string> items;
  for (const pugi::xml_node& item : children_named(child_named(root, "manifest"), "item")) {
    const std::string_view kind = item.attribute("media-type").value();
    const bool nav = std::string_view(item.attribute("properties").value()).find("nav") !=
                     std::string_view::npos;
    std::string& page = items[item.attribute("id").value()];
    if (nav)
      page = kContents;
    else if (kind.find("html") != kind.npos)
      page = resolved(folder_of(path), item.attribute("href").value());
  }
  for (const pugi::xml_node& item : children_named(child_named(root, "spine"), "itemref"))
    if (const std::string& page = items[item.attribute("idref").value()]; page != kContents)
      package.pages.push_back(page);
  return package;
}

}  // namespace

void read_epub(const ZipFile& zip, const FullText& file) {
  const Package package = package_of(zip);
  if (std::all_of(package.pages.begin(), package.pages.end(),
                  [](const std::string& page) { return page.empty(); }))
    return file.refuse("damaged", "is an EPUB whose list of pages cannot be read",
                       "fetch the file again");
  const std::string locks = zip.text("META-INF/encryption.xml");
  Manuscript manuscript;
  manuscript.extractor = "epub";
  std::size_t size = 0, missing = 0, locked = 0;
  std::string doubt;
  for (std::size_t i = 0; i < package.pages.size() && i < kMostPages && size < kMostText; ++i) {
    if (!package.pages[i].empty() && locks.find("\"" + package.pages[i] + "\"") != locks.npos) {
      ++locked;
      continue;
    }
    const std::string bytes = zip.text(package.pages[i]);
    if (bytes.empty()) {
      ++missing;
      continue;
    }
    size += bytes.size();
    std::string page_doubt;
    WebPage page = read_page(decoded_markup(bytes, &page_doubt));
    if (doubt.empty()) doubt = page_doubt;
    add_lines(page.blocks, manuscript);
  }
  if (locked > 0)
    return file.refuse("password", "is protected against reading (DRM)",
                       "get a copy without protection");
  manuscript.meta_title = package.about.title;
  Document document = to_document(manuscript);
  put_facts(document.about, package.about);
  if (!file.take(std::move(document))) return;
  if (!doubt.empty()) file.doubt("encoding", doubt);
  if (missing > 0)
    file.doubt("damaged-pages",
               std::to_string(missing) + " of " + std::to_string(package.pages.size()) +
                   " parts could not be read",
               "fetch the file again");
  if (size >= kMostText || package.pages.size() > kMostPages)
    file.doubt("too-large", "holds more than 64 MiB of text; the rest is left out",
               "split it into chapters");
}

}  // namespace litmine
