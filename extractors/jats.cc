// JATS says what everything is; the work is in its many habits. Order of trust for the kind of a
// section: its sec-type, then the words of its heading. References come as printed text with tags
// in it, or as tags alone; these are printed here.
#include "extractors/jats.h"

#include <algorithm>
#include <pugixml.hpp>

#include "corpus/publication_type.h"
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

/// What is not here goes on in the words around it.
constexpr NameRole kRoles[] = {
    {"p", Role::block},
    {"sec", Role::section},
    {"app", Role::section},
    {"list", Role::block},
    {"list-item", Role::block},
    {"def-list", Role::block},
    {"def-item", Role::block},
    {"def", Role::blank},
    {"disp-quote", Role::block},
    {"disp-formula", Role::block},
    {"disp-formula-group", Role::block},
    {"fig", Role::block},
    {"fig-group", Role::block},
    {"table-wrap", Role::block},
    {"table-wrap-foot", Role::block},
    {"caption", Role::block},
    {"boxed-text", Role::block},
    {"statement", Role::block},
    {"verse-group", Role::block},
    {"verse-line", Role::block},
    {"preformat", Role::block},
    {"code", Role::block},
    {"speech", Role::block},
    {"speaker", Role::block},
    {"attrib", Role::block},
    {"supplementary-material", Role::block},
    {"title", Role::block},
    {"subtitle", Role::block},
    {"fn-group", Role::block},
    {"ack", Role::block},
    {"glossary", Role::block},
    {"corresp", Role::block},
    {"tr", Role::row},
    {"td", Role::cell},
    {"th", Role::cell},
    {"sup", Role::raised},
    {"break", Role::blank},
    {"label", Role::blank},
    {"hr", Role::blank},
    {"object-id", Role::left_out},
    {"permissions", Role::left_out},
    {"alt-text", Role::left_out},
    {"long-desc", Role::left_out},
    {"sec-meta", Role::left_out},
    {"institution-id", Role::left_out},
    {"annotation", Role::left_out},
    {"annotation-xml", Role::left_out},
    {"graphic", Role::left_out},
    {"inline-graphic", Role::left_out},
};

/// The journals' words for what a section is (sec-type); "materials|methods" is cut at "|".
struct Kind {
  std::string_view word;
  Part part;
};
constexpr Kind kKinds[] = {
    {"intro", Part::introduction},
    {"introduction", Part::introduction},
    {"background", Part::introduction},
    {"methods", Part::method},
    {"materials", Part::method},
    {"method", Part::method},
    {"subjects", Part::method},
    {"results", Part::results},
    {"findings", Part::results},
    {"discussion", Part::discussion},
    {"conclusion", Part::discussion},
    {"conclusions", Part::discussion},
    {"limitations", Part::limitations},
    {"data-availability", Part::back_matter},
    {"coi-statement", Part::back_matter},
    {"conflict", Part::back_matter},
    {"supplementary-material", Part::back_matter},
    {"author-contributions", Part::back_matter},
    {"contributions", Part::back_matter},
    {"funding-information", Part::back_matter},
    {"ethics-statement", Part::back_matter},
    {"acknowledgments", Part::back_matter},
};

std::optional<Part> part_of_kind(std::string_view kind) {
  const std::string words = lower_ascii(kind);
  for (std::string_view word : split_at(words, "| "))
    for (const Kind& known : kKinds)
      if (known.word == word) return known.part;
  return std::nullopt;
}

/// article-type, where the article's own heading names no kind of document.
struct Genre {
  std::string_view type, genre;
};
constexpr Genre kGenres[] = {
    {"research-article", "Article"},
    {"review-article", "Review"},
    {"editorial", "Editorial"},
    {"letter", "Letter"},
    {"reply", "Letter"},
    {"book-review", "Book Review"},
    {"correction", "Erratum"},
    {"retraction", "Retraction"},
    {"brief-report", "Article"},
    {"case-report", "Case Report"},
    {"data-paper", "Data Paper"},
    {"systematic-review", "Review"},
    {"article-commentary", "Note"},
    {"meeting-report", "Conference Paper"},
};

ElementRole role_of(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  const std::string_view above = local_name(element.parent());
  if (name == "title" && (above == "sec" || above == "app"))
    return {Role::heading, 0, element.parent().attribute("sec-type").value()};
  if (name == "tex-math" && above == "alternatives") return {Role::left_out};
  if (name == "fn" && (above == "p" || above == "title")) return {Role::note};
  if (name == "fn") return {Role::block};
  for (const NameRole& known : kRoles)
    if (known.name == name) return {known.role};
  return {};
}

/// Inside a reference: fields that follow each other without a sign between them stay apart.
ElementRole role_in_reference(const pugi::xml_node& element) {
  const std::string_view name = local_name(element);
  if (name == "sup") return {};
  const bool behind_element = element.previous_sibling().type() == pugi::node_element;
  constexpr std::string_view kTight[] = {"italic", "bold",      "sub",
                                         "sc",     "underline", "styled-content"};
  const bool tight = std::find(std::begin(kTight), std::end(kTight), name) != std::end(kTight);
  if (name == "annotation" || name == "tex-math") return {Role::left_out};
  return {behind_element && !tight ? Role::blank : Role::inline_text};
}

std::string text_of(const pugi::xml_node& element) { return line_of(element, role_of); }

std::string text_at(const pugi::xml_node& element, std::string_view path) {
  const pugi::xml_node found = child_named(element, path);
  return found ? text_of(found) : std::string();
}

std::string_view attribute(const pugi::xml_node& element, const char* name) {
  return element.attribute(name).value();
}

// --- facts ----------------------------------------------------------------------------------

void put_text(Record& record, Meaning field, const pugi::xml_node& element, std::string_view path) {
  if (const pugi::xml_node found = child_named(element, path))
    put(record, field, local_name(found), text_of(found));
}

void put_journal(Record& record, const pugi::xml_node& journal) {
  put_text(record, Meaning::source, journal, "journal-title-group/journal-title");
  put_text(record, Meaning::source, journal, "journal-title");
  put_text(record, Meaning::short_source, journal, "journal-title-group/abbrev-journal-title");
  for (const pugi::xml_node& id : children_named(journal, "journal-id"))
    if (attribute(id, "journal-id-type") == "iso-abbrev" && record.about.short_source.empty())
      put(record, Meaning::short_source, "journal-id", text_of(id));
  for (const pugi::xml_node& issn : children_named(journal, "issn"))
    put(record, Meaning::issn, "issn", text_of(issn));
  put_text(record, Meaning::publisher, journal, "publisher/publisher-name");
  put_text(record, Meaning::place, journal, "publisher/publisher-loc");
}

void put_ids(Record& record, const pugi::xml_node& meta) {
  for (const pugi::xml_node& id : children_named(meta, "article-id")) {
    const std::string_view type = attribute(id, "pub-id-type");
    std::string value = text_of(id);
    if (type == "doi") put(record, Meaning::doi, type, value);
    if (type == "pmid") put(record, Meaning::pmid, type, value);
    if (type == "pmc" || type == "pmcid")
      put(record, Meaning::pmcid, type, value.starts_with("PMC") ? value : "PMC" + value);
  }
}

/// Smith; John A.; Jr. A group that signs as one has only a family name.
Author author_of_name(const pugi::xml_node& name) {
  Author author{text_at(name, "surname"), text_at(name, "given-names"), text_at(name, "suffix")};
  return author.family.empty() ? author_of(line_of(name, role_in_reference)) : author;
}

pugi::xml_node name_in(const pugi::xml_node& contrib) {
  for (std::string_view path :
       {"name", "string-name", "name-alternatives/name", "name-alternatives/string-name"})
    if (const pugi::xml_node found = child_named(contrib, path)) return found;
  return {};
}

/// The names in a collab; not the members that it may list.
std::string group_name(const pugi::xml_node& collab) {
  const pugi::xml_node institution = child_named(collab, "institution");
  if (institution) return text_of(institution);
  std::string name;
  for (const pugi::xml_node& child : collab.children())
    if (local_name(child) != "contrib-group")
      name += child.type() == pugi::node_element ? text_of(child) : child.value();
  return on_one_line(name);
}

void put_people(Record& record, const pugi::xml_node& meta) {
  for (const pugi::xml_node& group : children_named(meta, "contrib-group"))
    for (const pugi::xml_node& contrib : children_named(group, "contrib")) {
      const std::string_view type = attribute(contrib, "contrib-type");
      const bool editor = type.find("editor") != type.npos;
      if (!editor && !type.empty() && type != "author" && type != "collab") continue;
      Author author;
      if (const pugi::xml_node name = name_in(contrib))
        author = author_of_name(name);
      else if (const pugi::xml_node collab = child_named(contrib, "collab"))
        author = {group_name(collab), ""};
      if (!author.family.empty())
        (editor ? record.about.editors : record.about.authors).push_back(std::move(author));
    }
}

/// Without the label; parts without a sign between them get a comma.
std::string affiliation_of(const pugi::xml_node& aff) {
  const bool printed = std::any_of(aff.begin(), aff.end(), [](const pugi::xml_node& child) {
    return child.type() == pugi::node_pcdata && !trimmed(child.value()).empty();
  });
  std::string text;
  for (const pugi::xml_node& child : aff.children()) {
    const std::string_view name = local_name(child);
    if (name == "label" || name == "institution-id") continue;
    if (name == "sup" && text.empty()) continue;
    std::string piece = child.type() == pugi::node_element ? text_of(child) : child.value();
    if (!printed && !text.empty() && !trimmed(piece).empty()) text += ", ";
    text += piece;
  }
  return on_one_line(text);
}

void put_affiliations(Record& record, const pugi::xml_node& meta) {
  for (const pugi::xml_node& aff : all_named(meta, "aff"))
    put(record, Meaning::affiliation, "aff", affiliation_of(aff));
}

std::string date_of(const pugi::xml_node& element) {
  std::string date = text_at(element, "year");
  const std::string month = text_at(element, "month"), day = text_at(element, "day");
  const auto two = [](const std::string& number) {
    return count_digits(number) == number.size() && !number.empty() && number.size() <= 2
               ? (number.size() == 1 ? "0" + number : number)
               : std::string();
  };
  if (date.empty()) return {};
  if (!two(month).empty()) date += "-" + two(month);
  if (!two(month).empty() && !two(day).empty()) date += "-" + two(day);
  return date;
}

struct Published {
  int rank = 0;
  std::string date;
};

/// The year of the issue before the year in which the article went online.
void put_date(Record& record, const pugi::xml_node& meta) {
  Published best;
  for (const pugi::xml_node& date : children_named(meta, "pub-date")) {
    std::string_view type = attribute(date, "pub-type");
    if (type.empty()) type = attribute(date, "date-type");
    const std::string_view format = attribute(date, "publication-format");
    const int rank = type == "ppub" || type == "collection" || format == "print" ? 4
                     : type == "pub" || type == "epub-ppub"                      ? 3
                     : type == "epub"                                            ? 2
                                                                                 : 1;
    std::string printed = date_of(date);
    if (!printed.empty() && rank > best.rank) best = {rank, std::move(printed)};
  }
  put(record, Meaning::year, "pub-date", best.date);
}

void put_pages(Record& record, const pugi::xml_node& meta) {
  std::string pages = text_at(meta, "page-range");
  const std::string first = text_at(meta, "fpage"), last = text_at(meta, "lpage");
  if (pages.empty()) pages = last.empty() || last == first ? first : first + "-" + last;
  if (pages.empty()) pages = text_at(meta, "elocation-id");
  put(record, Meaning::pages, "pages", pages);
}

void put_genre(Record& record, const pugi::xml_node& article, const pugi::xml_node& meta) {
  for (const pugi::xml_node& subject :
       all_named(child_named(meta, "article-categories"), "subject")) {
    const std::string word = text_of(subject);
    if (is_known_genre(word))
      put(record, Meaning::genre, "subject", word);
    else
      put(record, Meaning::extra, "subject", word);
  }
  if (record.about.genre.empty())
    for (const Genre& known : kGenres)
      if (attribute(article, "article-type") == known.type)
        put(record, Meaning::genre, "article-type", known.genre);
  record.about.document_types = document_types_of(record.about.genre);
  record.about.type = "article-journal";
}

std::string title_of(const pugi::xml_node& meta) {
  const pugi::xml_node group = child_named(meta, "title-group");
  std::string title = text_at(group, "article-title");
  const std::string subtitle = text_at(group, "subtitle");
  if (!title.empty() && !subtitle.empty())
    title += (title.ends_with(':') || title.ends_with('?') ? " " : ": ") + subtitle;
  return title;
}

void put_keywords(Record& record, const pugi::xml_node& meta) {
  for (const pugi::xml_node& group : children_named(meta, "kwd-group")) {
    const std::string_view type = attribute(group, "kwd-group-type");
    const bool own = type.empty() || type.find("author") != type.npos || type == "kwd";
    for (const pugi::xml_node& word : all_named(group, "kwd"))
      put(record, own ? Meaning::keyword : Meaning::index_term, "kwd", text_of(word));
    for (const pugi::xml_node& word : all_named(group, "compound-kwd-part"))
      put(record, own ? Meaning::keyword : Meaning::index_term, "kwd", text_of(word));
  }
}

Record facts_of(const pugi::xml_node& article) {
  Record record;
  const pugi::xml_node front = child_named(article, "front");
  const pugi::xml_node meta = child_named(front, "article-meta");
  put(record, Meaning::title, "article-title", title_of(meta));
  put_journal(record, child_named(front, "journal-meta"));
  put_ids(record, meta);
  put_people(record, meta);
  put_affiliations(record, meta);
  put_date(record, meta);
  put_text(record, Meaning::volume, meta, "volume");
  put_text(record, Meaning::issue, meta, "issue");
  put_pages(record, meta);
  put_keywords(record, meta);
  put_genre(record, article, meta);
  record.about.language = article.attribute("xml:lang").value();
  return record;
}

// --- references -----------------------------------------------------------------------------

/// "10.1000/x" in a reference is told to be a DOI, and a bare number a PMID.
void name_identifiers(const pugi::xml_node& list) {
  for (pugi::xml_node id : all_named(list, "pub-id")) {
    const std::string_view type = attribute(id, "pub-id-type");
    const std::string value = on_one_line(id.text().get());
    const std::string before = lower_ascii(id.previous_sibling().value());
    if (type == "doi" && !contains_no_case(value, "doi") && before.find("doi") == before.npos)
      id.text().set(("doi:" + value).c_str());
    if (type == "pmid" && before.find("pmid") == before.npos)
      id.text().set(("PMID: " + value).c_str());
    if (type == "pmcid" && before.find("pmc") == before.npos)
      id.text().set(("PMCID: " + value).c_str());
  }
}

std::vector<std::string> people_of(const pugi::xml_node& citation, std::string_view type) {
  std::vector<std::string> people;
  const auto add_all = [&](const pugi::xml_node& group) {
    for (const pugi::xml_node& child : group.children()) {
      const std::string_view name = local_name(child);
      if (name == "name" || name == "string-name")
        people.push_back(
            child_named(child, "surname")
                ? printed_author(text_at(child, "surname"), text_at(child, "given-names"))
                : line_of(child, role_in_reference));
      if (name == "collab") people.push_back(text_of(child));
      if (name == "etal") people.emplace_back("et al.");
    }
  };
  for (const pugi::xml_node& group : children_named(citation, "person-group")) {
    const std::string_view given = attribute(group, "person-group-type");
    if (given == type || (given.empty() && type == "author")) add_all(group);
  }
  if (people.empty() && type == "author") add_all(citation);
  return people;
}

constexpr std::string_view kFieldsOfReference[] = {
    "person-group", "name",           "string-name",   "collab",       "etal",
    "year",         "article-title",  "chapter-title", "source",       "volume",
    "issue",        "fpage",          "lpage",         "elocation-id", "page-range",
    "pub-id",       "publisher-name", "publisher-loc", "ext-link",     "uri",
    "trans-title",  "data-title",     "part-title",    "label"};

/// Everything else in a reference: edition, comment, series, date of access.
std::string rest_of(const pugi::xml_node& citation) {
  std::string rest;
  for (const pugi::xml_node& child : citation.children()) {
    const std::string_view name = local_name(child);
    const bool known = std::find(std::begin(kFieldsOfReference), std::end(kFieldsOfReference),
                                 name) != std::end(kFieldsOfReference);
    if (known || child.type() != pugi::node_element) continue;
    const std::string text = line_of(child, role_in_reference);
    if (!text.empty()) rest.append(rest.empty() ? "" : " ").append(text);
  }
  return rest;
}

std::string printed(const pugi::xml_node& citation) {
  const auto text = [&](std::string_view name) {
    const pugi::xml_node found = child_named(citation, name);
    return found ? line_of(found, role_in_reference) : std::string();
  };
  ReferenceFields fields;
  fields.authors = people_of(citation, "author");
  fields.editors = people_of(citation, "editor");
  fields.year = text("year");
  for (std::string_view name : {"article-title", "chapter-title", "data-title", "part-title"})
    if (fields.title.empty()) fields.title = text(name);
  fields.source = text("source");
  if (fields.title.empty()) std::swap(fields.title, fields.source);
  fields.volume = text("volume");
  fields.issue = text("issue");
  const std::string first = text("fpage"), last = text("lpage");
  fields.pages = last.empty() ? first : first + "-" + last;
  for (std::string_view name : {"page-range", "elocation-id"})
    if (fields.pages.empty()) fields.pages = text(name);
  const std::string place = text("publisher-loc"), house = text("publisher-name");
  fields.publisher = place.empty() || house.empty() ? place + house : place + ": " + house;
  fields.rest = rest_of(citation);
  for (const pugi::xml_node& id : children_named(citation, "pub-id"))
    fields.rest.append(fields.rest.empty() ? "" : " ").append(on_one_line(id.text().get()));
  for (std::string_view name : {"ext-link", "uri"})
    if (fields.url.empty()) fields.url = text(name);
  return printed_reference(fields);
}

bool is_printed(const pugi::xml_node& citation) {
  return std::any_of(citation.begin(), citation.end(), [](const pugi::xml_node& child) {
    return (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) &&
           !trimmed(child.value()).empty();
  });
}

std::string reference_of(const pugi::xml_node& ref) {
  std::string entry;
  std::string label = text_at(ref, "label");
  for (const pugi::xml_node& child : ref.children()) {
    pugi::xml_node citation = child;
    if (local_name(citation) == "citation-alternatives") {
      citation = child_named(child, "mixed-citation");
      if (!citation) citation = child_named(child, "element-citation");
    }
    const std::string_view name = local_name(citation);
    const bool cites = name == "mixed-citation" || name == "element-citation" ||
                       name == "citation" || name == "nlm-citation" || name == "note" ||
                       name == "product";
    if (!cites) continue;
    const std::string text = is_printed(citation) || name == "note"
                                 ? line_of(citation, role_in_reference)
                                 : printed(citation);
    if (!text.empty()) entry.append(entry.empty() ? "" : " ").append(text);
  }
  if (!label.empty() && !entry.empty()) {
    const bool closed = label.ends_with('.') || label.ends_with(']') || label.ends_with(')');
    entry = label + (closed ? " " : ". ") + entry;
  }
  return tidy(entry);
}

void put_references(MarkedArticle& article, const pugi::xml_node& back) {
  for (const pugi::xml_node& list : all_named(back, "ref-list")) {
    if (article.references_heading.empty()) article.references_heading = text_at(list, "title");
    name_identifiers(list);
    for (const pugi::xml_node& ref : children_named(list, "ref"))
      if (std::string entry = reference_of(ref); !entry.empty())
        article.references.push_back(std::move(entry));
  }
}

// --- text -----------------------------------------------------------------------------------

/// Paragraphs of an element under its own title; sections inside of it follow as their own.
void put_part(std::vector<MarkedSection>& into, const pugi::xml_node& element,
              std::optional<Part> part) {
  std::vector<MarkedSection> sections = sections_of(blocks_of(element, role_of), part_of_kind);
  const std::string title = text_at(element, "title");
  if (!sections.empty() && sections.front().heading.empty() && !title.empty()) {
    MarkedSection& first = sections.front();
    if (!first.paragraphs.empty() && first.paragraphs.front() == title)
      first.paragraphs.erase(first.paragraphs.begin());
    first.heading = title;
  }
  for (MarkedSection& section : sections) {
    if (part) section.part = part;
    into.push_back(std::move(section));
  }
}

void put_abstracts(MarkedArticle& article, const pugi::xml_node& meta) {
  std::vector<MarkedSection> others;
  for (const pugi::xml_node& child : meta.children()) {
    const std::string_view name = local_name(child);
    if (name != "abstract" && name != "trans-abstract") continue;
    // "graphical", "teaser", "author-highlights": beside the abstract
    const bool beside = !attribute(child, "abstract-type").empty() &&
                        attribute(child, "abstract-type") != "normal" &&
                        attribute(child, "abstract-type") != "abstract";
    put_part(beside ? others : article.abstracts, child, Part::abstract);
  }
  if (article.abstracts.empty()) return article.abstracts.swap(others);
  for (MarkedSection& section : others) {
    section.part = Part::back_matter;
    article.back.push_back(std::move(section));
  }
}

void put_floats(MarkedArticle& article, const pugi::xml_node& floats) {
  if (!floats) return;
  MarkedSection section;
  section.part = Part::other;
  for (const MarkupBlock& block : blocks_of(floats, role_of))
    section.paragraphs.push_back(block.text);
  if (!section.paragraphs.empty()) article.body.push_back(std::move(section));
}

void put_back(MarkedArticle& article, const pugi::xml_node& meta, const pugi::xml_node& back) {
  if (const pugi::xml_node notes = child_named(meta, "author-notes"))
    put_part(article.back, notes, Part::affiliations);
  for (const pugi::xml_node& child : back.children()) {
    const std::string_view name = local_name(child);
    if (name == "ref-list" || child.type() != pugi::node_element) continue;
    if (name == "app-group") {
      for (const pugi::xml_node& app : child.children()) put_part(article.back, app, std::nullopt);
      continue;
    }
    const bool section = name == "sec" || name == "app";
    put_part(article.back, child, section ? std::nullopt : std::optional(Part::back_matter));
  }
}

/// Letters of reviewers and answers to them: part of the file, and not of the article.
void put_letters(MarkedArticle& article, const pugi::xml_node& root) {
  for (const pugi::xml_node& child : root.children()) {
    if (local_name(child) != "sub-article" && local_name(child) != "response") continue;
    const pugi::xml_node stub = child_named(child, "front-stub");
    MarkedSection letter;
    letter.part = Part::back_matter;
    letter.heading = text_at(stub, "title-group/article-title");
    for (const MarkupBlock& block : blocks_of(child_named(child, "body"), role_of))
      letter.paragraphs.push_back(block.text);
    article.back.push_back(std::move(letter));
  }
}

/// Lists of references also stand within sections of the back matter; they are read as such.
void take_out_reference_lists(const pugi::xml_node& back) {
  for (const pugi::xml_node& list : outermost_named(back, "ref-list")) take_out(list);
}

Document document_of(const pugi::xml_node& root) {
  labels_into_titles(root);
  const pugi::xml_node meta = child_named(root, "front/article-meta");
  const pugi::xml_node back = child_named(root, "back");
  Record record = facts_of(root);
  MarkedArticle article;
  article.about = std::move(record.about);
  article.keywords = std::move(record.keywords);
  put_abstracts(article, meta);
  article.body = sections_of(blocks_of(child_named(root, "body"), role_of), part_of_kind);
  put_floats(article, child_named(root, "floats-group"));
  put_references(article, back);
  take_out_reference_lists(back);
  put_back(article, meta, back);
  put_letters(article, root);
  return marked_document(std::move(article), "jats");
}

class JatsExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "jats"; }

  bool accepts(std::string_view head, const std::filesystem::path&) const override {
    return is_xml_with(head, {"//NLM//DTD", "<article-meta", "<journal-meta", "JATS-",
                              "<pmc-articleset", "article-type=\"", "<front><journal"}) &&
           head.find("<PubmedArticle") == head.npos;
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    const FullText file(path, intake, name());
    const std::optional<std::string> bytes = file.bytes();
    if (!bytes) return;
    XmlFile xml(*bytes);
    const std::vector<pugi::xml_node> articles = outermost_named(xml.tree(), "article");
    if (articles.empty())
      return file.refuse("damaged", "looks like JATS XML, but holds no article",
                         "fetch the file again");
    std::uint32_t number = 0;
    for (const pugi::xml_node& article : articles) {
      Document document = document_of(article);
      if (articles.size() > 1) document.record = ++number;
      file.take(std::move(document));
    }
    xml.tell_doubts(file);
  }
};

}  // namespace

const Extractor& jats_extractor() {
  static const JatsExtractor extractor;
  return extractor;
}

}  // namespace litmine
