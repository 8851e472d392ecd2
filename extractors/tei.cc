// TEI as GROBID, publishers and editors of open archives write it. A section's heading is a <head>;
// its number may stand in an attribute. References are trees of fields (biblStruct) or printed text
// (bibl); trees are printed here, unless the printed text stands beside them.
#include "extractors/tei.h"

#include <algorithm>
#include <pugixml.hpp>

#include "corpus/publication_type.h"
#include "extractors/headings.h"
#include "extractors/marked_article.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "extractors/xml_article.h"

namespace litmine {
namespace {

struct NameRole {
  std::string_view name;
  Role role;
};
constexpr NameRole kRoles[] = {
    {"p", Role::block},       {"div", Role::section},    {"div1", Role::section},
    {"div2", Role::section},  {"div3", Role::section},   {"ab", Role::block},
    {"list", Role::block},    {"item", Role::block},     {"quote", Role::inline_text},
    {"lg", Role::block},      {"l", Role::block},        {"figure", Role::block},
    {"figDesc", Role::block}, {"formula", Role::blank},  {"row", Role::row},
    {"cell", Role::cell},     {"lb", Role::blank},       {"pb", Role::blank},
    {"label", Role::blank},   {"table", Role::block},    {"opener", Role::block},
    {"closer", Role::block},  {"listOrg", Role::block},  {"org", Role::block},
    {"orgName", Role::blank}, {"idno", Role::blank},     {"graphic", Role::left_out},
    {"fw", Role::left_out},   {"listBibl", Role::block}, {"bibl", Role::block},
};

/// The words of TEI's @type for divisions.
struct Kind {
  std::string_view word;
  Part part;
};
constexpr Kind kKinds[] = {
    {"introduction", Part::introduction},
    {"methods", Part::method},
    {"method", Part::method},
    {"results", Part::results},
    {"discussion", Part::discussion},
    {"conclusion", Part::discussion},
    {"acknowledgement", Part::back_matter},
    {"acknowledgements", Part::back_matter},
    {"funding", Part::back_matter},
    {"availability", Part::back_matter},
    {"conflict", Part::back_matter},
    {"contribution", Part::back_matter},
};

std::optional<Part> part_of_kind(std::string_view kind) {
  for (const Kind& known : kKinds)
    if (lower_ascii(kind) == known.word) return known.part;
  return std::nullopt;
}

bool is_division(const pugi::xml_node& element) {
  return local_name(element).substr(0, 3) == "div";
}

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (name == "head" && is_division(element.parent())) {
    // "2.1" is two deep, also where the divisions stand side by side.
    std::string number = element.attribute("n").value();
    if (number.empty()) number = element.child_value();
    const int depth = numbering_of(number + " Heading").depth;
    return {Role::heading, depth, element.parent().attribute("type").value()};
  }
  if (name == "head") return {Role::block};
  if (name == "note") {
    const std::string_view place = element.attribute("place").value();
    return {place == "foot" || place == "bottom" || place == "end" ? Role::note : Role::block};
  }
  if (name == "hi") {
    const std::string_view look = element.attribute("rend").value();
    return {look.find("sup") != look.npos ? Role::raised : Role::inline_text};
  }
  for (const NameRole& known : kRoles)
    if (known.name == name) return {known.role};
  return {};
}

std::string text_of(const pugi::xml_node& element) { return line_of(element, role_of); }

std::string text_at(const pugi::xml_node& element, std::string_view path) {
  const pugi::xml_node found = child_named(element, path);
  return found ? text_of(found) : std::string();
}

std::string_view attribute(const pugi::xml_node& element, const char* name) {
  return element.attribute(name).value();
}

/// <head n="2.1">Data</head> → "2.1 Data"
void numbers_into_heads(const pugi::xml_node& root) {
  for (pugi::xml_node head : all_named(root, "head")) {
    const std::string number(trimmed(attribute(head, "n")));
    if (number.empty() || text_of(head).starts_with(number)) continue;
    head.prepend_child(pugi::node_pcdata).set_value((number + " ").c_str());
  }
}

// --- facts ----------------------------------------------------------------------------------

Author author_of_person(const pugi::xml_node& author) {
  pugi::xml_node name = child_named(author, "persName");
  if (!name) name = author;
  Author person;
  for (const pugi::xml_node& child : name.children()) {
    const std::string_view what = local_name(child);
    if (what != "forename" && what != "surname" && what != "genName") continue;
    std::string& slot = what == "forename"  ? person.given
                        : what == "surname" ? person.family
                                            : person.suffix;
    slot.append(slot.empty() ? "" : " ").append(text_of(child));
  }
  if (person.family.empty() && person.given.empty()) {
    const pugi::xml_node group = child_named(author, "orgName");
    if (group) return {text_of(group), ""};
    for (const pugi::xml_node& child : author.children())
      if (child.type() == pugi::node_pcdata && !trimmed(child.value()).empty())
        return author_of(on_one_line(child.value()));
  }
  if (person.family.empty()) std::swap(person.family, person.given);
  return person;
}

std::string affiliation_of(const pugi::xml_node& affiliation) {
  const pugi::xml_node raw = child_named(affiliation, "note");
  if (raw && attribute(raw, "type") == "raw_affiliation") return text_of(raw);
  std::string text;
  const auto add = [&](const pugi::xml_node& piece) {
    const std::string words = text_of(piece);
    if (!words.empty()) text.append(text.empty() ? "" : ", ").append(words);
  };
  for (const pugi::xml_node& child : affiliation.children()) {
    if (child.type() == pugi::node_pcdata && !trimmed(child.value()).empty())
      text.append(text.empty() ? "" : ", ").append(on_one_line(child.value()));
    else if (local_name(child) == "address")
      for (const pugi::xml_node& line : child.children()) add(line);
    else if (child.type() == pugi::node_element)
      add(child);
  }
  return text;
}

std::string when(const pugi::xml_node& date) {
  const std::string_view day = attribute(date, "when");
  return day.empty() ? text_of(date) : std::string(day);
}

std::string range_of(const pugi::xml_node& scope) {
  const std::string_view from = attribute(scope, "from"), to = attribute(scope, "to");
  if (from.empty()) return text_of(scope);
  return to.empty() || from == to ? std::string(from) : std::string(from).append("-").append(to);
}

/// A title of a level: "a" of an article, "j" of a journal, "m" of a book.
std::string title_of(const pugi::xml_node& element, std::string_view levels) {
  std::string title;
  for (const pugi::xml_node& child : children_named(element, "title")) {
    const std::string_view level = attribute(child, "level"), type = attribute(child, "type");
    if (type == "abbrev" || type == "translated" || type == "short") continue;
    if (!level.empty() && levels.find(level) == levels.npos) continue;
    if (type == "sub" && !title.empty())
      title += ": " + text_of(child);
    else if (title.empty())
      title = text_of(child);
  }
  return title;
}

void put_identifiers(Record& record, const pugi::xml_node& element) {
  for (const pugi::xml_node& id : children_named(element, "idno")) {
    const std::string type = lower_ascii(attribute(id, "type"));
    const Meaning field = type == "doi"                       ? Meaning::doi
                          : type == "issn" || type == "eissn" ? Meaning::issn
                          : type == "isbn"                    ? Meaning::isbn
                          : type == "pmid"                    ? Meaning::pmid
                          : type == "pmcid" || type == "pmc"  ? Meaning::pmcid
                                                              : Meaning::left_out;
    put(record, field, type, text_of(id));
  }
}

void put_imprint(Record& record, const pugi::xml_node& imprint) {
  for (const pugi::xml_node& child : imprint.children()) {
    const std::string_view name = local_name(child), unit = attribute(child, "unit");
    if (name == "publisher") put(record, Meaning::publisher, name, text_of(child));
    if (name == "pubPlace") put(record, Meaning::place, name, text_of(child));
    if (name == "date") put(record, Meaning::year, name, when(child));
    if (lower_ascii(name) != "biblscope") continue;
    if (unit == "volume") put(record, Meaning::volume, unit, text_of(child));
    if (unit == "issue") put(record, Meaning::issue, unit, text_of(child));
    if (unit == "page" || unit == "pages") put(record, Meaning::pages, unit, range_of(child));
  }
}

Record facts_of(const pugi::xml_node& header) {
  Record record;
  const pugi::xml_node file = child_named(header, "fileDesc");
  const pugi::xml_node source = child_named(file, "sourceDesc/biblStruct");
  const pugi::xml_node analytic = child_named(source, "analytic"),
                       monogr = child_named(source, "monogr");
  std::string title = title_of(child_named(file, "titleStmt"), "a m");
  if (title.empty()) title = title_of(analytic, "a");
  if (title.empty()) title = title_of(monogr, "m");
  put(record, Meaning::title, "title", title);
  std::vector<pugi::xml_node> people = children_named(analytic, "author");
  if (people.empty()) people = children_named(child_named(file, "titleStmt"), "author");
  if (people.empty()) people = children_named(monogr, "author");
  for (const pugi::xml_node& person : people) {
    Author author = author_of_person(person);
    if (!author.family.empty()) record.about.authors.push_back(std::move(author));
    for (const pugi::xml_node& place : children_named(person, "affiliation"))
      put(record, Meaning::affiliation, "affiliation", affiliation_of(place));
  }
  std::vector<std::string>& places = record.about.affiliations;
  std::vector<std::string> once;
  for (std::string& place : places)
    if (std::find(once.begin(), once.end(), place) == once.end()) once.push_back(std::move(place));
  places = std::move(once);
  const bool in_journal = !title_of(monogr, "j").empty();
  put(record, Meaning::source, "title",
      in_journal ? title_of(monogr, "j") : title_of(monogr, "m s"));
  if (record.about.source == record.about.title) record.about.source.clear();
  put_identifiers(record, source);
  put_identifiers(record, analytic);
  put_identifiers(record, monogr);
  put_imprint(record, child_named(monogr, "imprint"));
  const pugi::xml_node publication = child_named(file, "publicationStmt");
  if (!record.about.year)
    for (const pugi::xml_node& date : children_named(publication, "date"))
      put(record, Meaning::year, "date", when(date));
  if (record.about.publisher.empty())
    put(record, Meaning::publisher, "publisher", text_at(publication, "publisher"));
  put_identifiers(record, publication);
  record.about.type = in_journal ? "article-journal" : "";
  record.about.language = header.attribute("xml:lang").value();
  return record;
}

void put_keywords(Record& record, const pugi::xml_node& profile) {
  for (const pugi::xml_node& list : children_named(child_named(profile, "textClass"), "keywords")) {
    std::vector<pugi::xml_node> words = all_named(list, "term");
    if (words.empty()) words = all_named(list, "item");
    for (const pugi::xml_node& word : words) put(record, Meaning::keyword, "term", text_of(word));
    if (words.empty()) put(record, Meaning::comma_words, "keywords", text_of(list));
  }
}

// --- references -----------------------------------------------------------------------------

void add_people(std::vector<std::string>& names, const pugi::xml_node& element,
                std::string_view role) {
  for (const pugi::xml_node& person : children_named(element, role)) {
    const Author author = author_of_person(person);
    if (!author.family.empty()) names.push_back(printed_author(author.family, author.given));
  }
}

std::string year_of(const pugi::xml_node& imprint) {
  const std::string date = when(child_named(imprint, "date"));
  return date.size() > 4 && count_digits(date.substr(0, 4)) == 4 && date[4] == '-'
             ? date.substr(0, 4)
             : date;
}

std::string printed(const pugi::xml_node& bibl) {
  for (const pugi::xml_node& note : children_named(bibl, "note"))
    if (attribute(note, "type") == "raw_reference") return text_of(note);
  const pugi::xml_node analytic = child_named(bibl, "analytic"),
                       monogr = child_named(bibl, "monogr");
  const pugi::xml_node imprint = child_named(monogr, "imprint");
  ReferenceFields fields;
  add_people(fields.authors, analytic, "author");
  if (fields.authors.empty()) add_people(fields.authors, monogr, "author");
  add_people(fields.editors, monogr, "editor");
  fields.year = year_of(imprint);
  fields.title = title_of(analytic, "a");
  fields.source = title_of(monogr, "j m s u");
  if (fields.title.empty()) fields.title = title_of(bibl, "a m");
  if (fields.title.empty()) std::swap(fields.title, fields.source);
  for (const pugi::xml_node& scope : imprint.children()) {
    if (lower_ascii(local_name(scope)) != "biblscope") continue;
    const std::string_view unit = attribute(scope, "unit");
    if (unit == "volume") fields.volume = text_of(scope);
    if (unit == "issue") fields.issue = text_of(scope);
    if (unit == "page" || unit == "pages") fields.pages = range_of(scope);
  }
  const std::string place = text_at(imprint, "pubPlace"), house = text_at(imprint, "publisher");
  fields.publisher = place.empty() || house.empty() ? place + house : place + ": " + house;
  for (const pugi::xml_node& part : {bibl, analytic, monogr})
    for (const pugi::xml_node& id : children_named(part, "idno"))
      if (lower_ascii(attribute(id, "type")) == "doi" && fields.doi.empty())
        fields.doi = text_of(id);
  for (const pugi::xml_node& part : {monogr, bibl})
    for (const pugi::xml_node& note : children_named(part, "note"))
      fields.rest.append(fields.rest.empty() ? "" : " ").append(text_of(note));
  for (const pugi::xml_node& part : {analytic, monogr, bibl})
    for (const char* name : {"ptr", "ref"})
      if (fields.url.empty()) fields.url = attribute(child_named(part, name), "target");
  return printed_reference(fields);
}

void put_references(MarkedArticle& article, const pugi::xml_node& text) {
  for (const pugi::xml_node& list : all_named(text, "listBibl")) {
    const pugi::xml_node head = child_named(list, "head");
    const pugi::xml_node above = child_named(list.parent(), "head");
    if (article.references_heading.empty())
      article.references_heading = head ? text_of(head) : above ? text_of(above) : "";
    for (const pugi::xml_node& entry : list.children()) {
      const std::string_view name = local_name(entry);
      std::string reference;
      if (name == "biblStruct") reference = printed(entry);
      if (name == "biblStruct" && reference.empty()) reference = text_of(entry);
      if (name == "bibl") reference = text_of(entry);
      if (!reference.empty()) article.references.push_back(tidy(reference));
    }
  }
}

/// What has been read as references is no text any more; nor is a division of nothing else.
void take_out_references(const pugi::xml_node& text) {
  for (const pugi::xml_node& list : outermost_named(text, "listBibl")) take_out(list);
  for (const pugi::xml_node& division : outermost_named(text, "div")) {
    bool alone = attribute(division, "type") == "references";
    for (const pugi::xml_node& child : division.children())
      alone = alone && (local_name(child) == "head" || child.type() != pugi::node_element);
    if (alone) take_out(division);
  }
}

// --- text -----------------------------------------------------------------------------------

/// Figures and tables that stand beside the divisions rather than in them.
void take_floats(std::vector<MarkedSection>& body, pugi::xml_node root) {
  MarkedSection floats;
  floats.part = Part::other;
  for (pugi::xml_node figure : children_named(root, "figure")) {
    pugi::xml_document apart;
    apart.append_copy(figure);
    for (const MarkupBlock& block : blocks_of(apart, role_of))
      floats.paragraphs.push_back(block.text);
    take_out(figure);
  }
  if (!floats.paragraphs.empty()) body.push_back(std::move(floats));
}

void put_back(MarkedArticle& article, const pugi::xml_node& back) {
  for (const pugi::xml_node& child : back.children()) {
    pugi::xml_document apart;
    apart.append_copy(child);
    const std::optional<Part> named = part_of_kind(attribute(child, "type"));
    for (MarkedSection& section : sections_of(blocks_of(apart, role_of), part_of_kind)) {
      if (named) section.part = named;
      article.back.push_back(std::move(section));
    }
  }
}

Document document_of(const pugi::xml_node& root) {
  const pugi::xml_node header = child_named(root, "teiHeader"), text = child_named(root, "text");
  const pugi::xml_node profile = child_named(header, "profileDesc");
  const pugi::xml_node front = child_named(text, "front"), body = child_named(text, "body");
  numbers_into_heads(text);
  Record record = facts_of(header);
  put_keywords(record, profile);
  MarkedArticle article;
  article.about = std::move(record.about);
  article.keywords = std::move(record.keywords);
  article.abstracts =
      sections_of(blocks_of(child_named(profile, "abstract"), role_of), part_of_kind);
  put_references(article, text);
  take_out_references(text);
  std::vector<MarkedSection> floats;
  take_floats(floats, body);
  article.body = sections_of(blocks_of(front, role_of), part_of_kind);
  for (MarkedSection& section : sections_of(blocks_of(body, role_of), part_of_kind))
    article.body.push_back(std::move(section));
  for (MarkedSection& section : floats) article.body.push_back(std::move(section));
  put_back(article, child_named(text, "back"));
  return marked_document(std::move(article), "tei");
}

class TeiExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "tei"; }

  bool accepts(std::string_view head, const std::filesystem::path&) const override {
    return is_xml_with(head, {"<TEI", "<tei:TEI", "<teiCorpus", "<teiHeader"});
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    const FullText file(path, intake, name());
    const std::optional<std::string> bytes = file.bytes();
    if (!bytes) return;
    XmlFile xml(*bytes);
    const std::vector<pugi::xml_node> texts = all_named(xml.tree(), "TEI");
    if (texts.empty())
      return file.refuse("damaged", "looks like TEI XML, but holds no text",
                         "fetch the file again");
    std::uint32_t number = 0;
    for (const pugi::xml_node& text : texts) {
      Document document = document_of(text);
      if (texts.size() > 1) document.record = ++number;
      file.take(std::move(document));
    }
    xml.tell_doubts(file);
  }
};

}  // namespace

const Extractor& tei_extractor() {
  static const TeiExtractor extractor;
  return extractor;
}

}  // namespace litmine
