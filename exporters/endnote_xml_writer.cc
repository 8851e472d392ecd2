// EndNote XML: one <record> at a time, so that memory does not grow with the library.
#include <pugixml.hpp>

#include "exporters/record_parts.h"

namespace litmine {
namespace {

struct RefType {
  std::string_view csl;
  const char* name;
  int number;  ///< EndNote's own
};
constexpr RefType kTypes[] = {
    {"article-journal", "Journal Article", 17},
    {"book", "Book", 6},
    {"chapter", "Book Section", 5},
    {"paper-conference", "Conference Paper", 47},
    {"thesis", "Thesis", 32},
    {"report", "Report", 27},
    {"webpage", "Web Page", 12},
    {"dataset", "Dataset", 59},
    {"article-magazine", "Magazine Article", 19},
    {"article-newspaper", "Newspaper Article", 23},
    {"patent", "Patent", 25},
    {"software", "Computer Program", 9},
    {"manuscript", "Unpublished Work", 34},
    {"map", "Map", 20},
    {"standard", "Standard", 58},
    {"pamphlet", "Pamphlet", 24},
};
constexpr RefType kGeneric = {"", "Generic", 13};

const RefType& ref_type_of(std::string_view csl) {
  for (const RefType& type : kTypes)
    if (type.csl == csl) return type;
  return kGeneric;
}

/// EndNote wraps every text in a style.
void add(pugi::xml_node parent, const char* name, const std::string& text) {
  if (text.empty()) return;
  pugi::xml_node style = parent.append_child(name).append_child("style");
  style.append_attribute("face") = "normal";
  style.append_attribute("font") = "default";
  style.append_attribute("size") = "100%";
  style.text().set(text.c_str());
}

std::string lines_of(const std::vector<std::string>& list) { return joined(views_of(list), "\n"); }

void add_names(pugi::xml_node parent, const char* group, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  pugi::xml_node node = parent.append_child(group);
  for (const Author& author : authors) add(node, "author", printed_name(author));
}

class EndNoteXmlWriter final : public RecordWriter {
 public:
  explicit EndNoteXmlWriter(std::ostream& out) : out_(out) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xml><records>\n";
  }

  void record(const Document& document) override {
    const Biblio& about = document.about;
    std::vector<Member> unsaid{Member::pmid, Member::index_term, Member::reference};
    pugi::xml_document xml;
    pugi::xml_node record = xml.append_child("record");
    add_type(record, about, unsaid);
    pugi::xml_node people = record.append_child("contributors");
    add_names(people, "authors", about.authors);
    add_names(people, "secondary-authors", about.editors);
    add(record, "auth-address", lines_of(about.affiliations));
    pugi::xml_node titles = record.append_child("titles");
    add(titles, "title", about.title);
    add(titles, "secondary-title", about.source);
    pugi::xml_node periodical = record.append_child("periodical");
    add(periodical, "full-title", about.source);
    add(periodical, "abbr-1", about.short_source);
    add(record, "pages", about.pages);
    add(record, "volume", about.volume);
    add(record, "number", about.issue);
    add_keywords(record, document, unsaid);
    pugi::xml_node dates = record.append_child("dates");
    if (about.year) add(dates, "year", std::to_string(*about.year));
    if (!about.date.empty()) add(dates.append_child("pub-dates"), "date", about.date);
    add(record, "pub-location", about.place);
    add(record, "publisher", about.publisher);
    bool both = !about.issn.empty() && !about.isbn.empty();
    add(record, "isbn", about.issn + (both ? "\n" : "") + about.isbn);
    add(record, "accession-num", about.accession);
    add(record, "label", about.key);
    add(record, "abstract", abstract_of(document));
    add_urls(record, about);
    add(record, "electronic-resource-num", about.doi);
    add(record, "custom2", about.pmcid);
    add(record, "remote-database-name", about.database);
    add(record, "language", about.language);
    add(record, "work-type", about.genre);
    add(record, "research-notes", lines_of(notes_of(document, unsaid)));
    xml.save(out_, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    out_ << '\n';
  }

  void end() override {
    out_ << "</records></xml>\n";
    out_.flush();
  }

 private:
  static void add_type(pugi::xml_node record, const Biblio& about, std::vector<Member>& unsaid) {
    const RefType& type = ref_type_of(about.type);
    pugi::xml_node node = record.append_child("ref-type");
    node.append_attribute("name") = type.name;
    node.text().set(type.number);
    if (&type == &kGeneric) unsaid.push_back(Member::type);
  }

  static void add_keywords(pugi::xml_node record, const Document& document,
                           std::vector<Member>& unsaid) {
    std::vector<std::string_view> words = keywords_of(document);
    if (any_holds(words, ';')) return unsaid.push_back(Member::keyword);
    if (words.empty()) return;
    pugi::xml_node node = record.append_child("keywords");
    for (std::string_view word : words) add(node, "keyword", std::string(word));
  }

  static void add_urls(pugi::xml_node record, const Biblio& about) {
    if (about.url.empty() && about.files.empty()) return;
    pugi::xml_node urls = record.append_child("urls");
    if (!about.url.empty()) add(urls.append_child("related-urls"), "url", about.url);
    if (about.files.empty()) return;
    pugi::xml_node files = urls.append_child("pdf-urls");
    for (const std::string& file : about.files) add(files, "url", file);
  }

  std::ostream& out_;
};

}  // namespace

std::unique_ptr<RecordWriter> endnote_xml_writer(std::ostream& out) {
  return std::make_unique<EndNoteXmlWriter>(out);
}

}  // namespace litmine
