#include "extractors/html_facts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "corpus/publication_type.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"

namespace litmine {
namespace {

/// Names of <meta>, in lower case. What stands first wins where only one value can be.
constexpr FieldName kNames[] = {
    {"citation_title", Meaning::title},
    {"bepress_citation_title", Meaning::title},
    {"eprints.title", Meaning::title},
    {"dc.title", Meaning::title},
    {"dcterms.title", Meaning::title},
    {"prism.title", Meaning::title},
    {"og:title", Meaning::title},
    {"citation_author", Meaning::author},
    {"bepress_citation_author", Meaning::author},
    {"citation_authors", Meaning::author},
    {"eprints.creators_name", Meaning::author},
    {"dc.creator", Meaning::author},
    {"dcterms.creator", Meaning::author},
    {"dc.contributor.author", Meaning::author},
    {"citation_editor", Meaning::editor},
    {"citation_journal_title", Meaning::source},
    {"citation_conference_title", Meaning::source},
    {"citation_inbook_title", Meaning::source},
    {"bepress_citation_journal_title", Meaning::source},
    {"prism.publicationname", Meaning::source},
    {"eprints.publication", Meaning::source},
    {"dc.source", Meaning::source},
    {"citation_journal_abbrev", Meaning::short_source},
    {"citation_publication_date", Meaning::year},
    {"citation_cover_date", Meaning::year},
    {"citation_date", Meaning::year},
    {"citation_year", Meaning::year},
    {"bepress_citation_date", Meaning::year},
    {"prism.publicationdate", Meaning::year},
    {"dc.date", Meaning::year},
    {"dcterms.issued", Meaning::year},
    {"dc.date.issued", Meaning::year},
    {"eprints.date", Meaning::year},
    {"citation_online_date", Meaning::year},
    {"citation_volume", Meaning::volume},
    {"bepress_citation_volume", Meaning::volume},
    {"prism.volume", Meaning::volume},
    {"eprints.volume", Meaning::volume},
    {"citation_issue", Meaning::issue},
    {"bepress_citation_issue", Meaning::issue},
    {"prism.number", Meaning::issue},
    {"eprints.number", Meaning::issue},
    {"citation_firstpage", Meaning::first_page},
    {"bepress_citation_firstpage", Meaning::first_page},
    {"prism.startingpage", Meaning::first_page},
    {"citation_lastpage", Meaning::last_page},
    {"prism.endingpage", Meaning::last_page},
    {"citation_doi", Meaning::doi},
    {"bepress_citation_doi", Meaning::doi},
    {"prism.doi", Meaning::doi},
    {"dc.identifier.doi", Meaning::doi},
    {"dc.identifier", Meaning::doi},
    {"dcterms.identifier", Meaning::doi},
    {"citation_pmid", Meaning::pmid},
    {"citation_issn", Meaning::issn},
    {"prism.issn", Meaning::issn},
    {"citation_isbn", Meaning::isbn},
    {"citation_publisher", Meaning::publisher},
    {"citation_dissertation_institution", Meaning::publisher},
    {"dc.publisher", Meaning::publisher},
    {"citation_language", Meaning::language},
    {"dc.language", Meaning::language},
    {"citation_keywords", Meaning::comma_words},
    {"citation_keyword", Meaning::comma_words},
    {"dc.subject", Meaning::comma_words},
    {"keywords", Meaning::comma_words},
    {"citation_article_type", Meaning::maybe_genre},
    {"dc.type", Meaning::maybe_genre},
    {"prism.section", Meaning::maybe_genre},
    {"citation_abstract", Meaning::abstract},
    {"eprints.abstract", Meaning::abstract},
    {"dcterms.abstract", Meaning::abstract},
    {"dc.description", Meaning::abstract},
    {"citation_public_url", Meaning::url},
    {"citation_fulltext_html_url", Meaning::url},
    {"citation_abstract_html_url", Meaning::url},
};

/// Facts of which one writer gives several and another's list would double them.
bool is_list(Meaning field) {
  return field == Meaning::author || field == Meaning::editor || field == Meaning::comma_words;
}

/// A search engine reads the page of a shop by the same names.
bool is_scholarly(const std::vector<RecordField>& fields) {
  return std::any_of(fields.begin(), fields.end(), [](const RecordField& field) {
    return field.name.starts_with("citation_") || field.name.starts_with("bepress_") ||
           field.name.starts_with("eprints.") || field.name.starts_with("dc") ||
           field.name.starts_with("prism.");
  });
}

std::vector<RecordField> metadata_of(const pugi::xml_node& html) {
  std::vector<RecordField> fields;
  for (const pugi::xml_node& meta : all_named(html, "meta")) {
    std::string name = lower_ascii(meta.attribute("name").value());
    if (name.empty()) name = lower_ascii(meta.attribute("property").value());
    const std::string value = on_one_line(meta.attribute("content").value());
    if (!name.empty() && !value.empty()) fields.push_back({name, value, 0});
  }
  return fields;
}

/// Of the writers of a list (citation_author, dc.creator) only the first in the table is taken.
void put_fields(Record& record, const std::vector<RecordField>& fields) {
  std::vector<std::pair<Meaning, std::string_view>> writers;
  for (const FieldName& known : kNames) {
    const bool there = std::any_of(fields.begin(), fields.end(), [&](const RecordField& field) {
      return field.name == known.name;
    });
    const bool first = std::none_of(writers.begin(), writers.end(), [&](const auto& writer) {
      return writer.first == known.field;
    });
    if (there && (first || !is_list(known.field))) writers.emplace_back(known.field, known.name);
  }
  for (const auto& [field, name] : writers)
    for (const RecordField& given : fields)
      if (given.name == name) put(record, field, name, given.value);
}

using Json = nlohmann::json;

/// The first object in a JSON-LD that describes an article.
const Json* article_in(const Json& data) {
  const Json* lists[] = {&data,
                         data.is_object() && data.contains("@graph") ? &data["@graph"] : &data};
  for (const Json* list : lists) {
    const auto fits = [](const Json& object) {
      if (!object.is_object() || !object.contains("@type")) return false;
      const std::string type = object["@type"].dump();
      return type.find("ScholarlyArticle") != type.npos || type.find("\"Article\"") != type.npos;
    };
    if (fits(*list)) return list;
    if (!list->is_array()) continue;
    for (const Json& object : *list)
      if (fits(object)) return &object;
  }
  return nullptr;
}

std::string text_at(const Json& object, const char* key) {
  if (!object.is_object() || !object.contains(key)) return {};
  const Json& value = object[key];
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return text_at(value, "name");
  if (value.is_array() && !value.empty() && value[0].is_string())
    return value[0].get<std::string>();
  return {};
}

/// JSON-LD, where <meta> says nothing.
void put_linked_data(Record& record, const pugi::xml_node& html) {
  constexpr std::size_t kLargest = std::size_t{1024} * 1024;
  for (const pugi::xml_node& script : all_named(html, "script")) {
    const std::string_view text = script.child_value();
    if (script.attribute("type").value() != std::string_view("application/ld+json")) continue;
    if (text.size() > kLargest) continue;
    std::size_t deepest = 0, depth = 0;
    for (char c : text) {
      depth += c == '{' || c == '[' ? 1 : 0;
      depth -= (c == '}' || c == ']') && depth > 0 ? 1 : 0;
      deepest = std::max(deepest, depth);
    }
    if (deepest > 64) continue;
    const Json data = Json::parse(text, nullptr, false);
    const Json* article = data.is_discarded() ? nullptr : article_in(data);
    if (!article) continue;
    if (record.about.title.empty())
      put(record, Meaning::title, "headline", text_at(*article, "headline"));
    if (record.about.title.empty()) put(record, Meaning::title, "name", text_at(*article, "name"));
    if (!record.about.year) put(record, Meaning::year, "date", text_at(*article, "datePublished"));
    if (record.about.source.empty())
      put(record, Meaning::source, "isPartOf", text_at(*article, "isPartOf"));
    if (record.about.authors.empty() && article->contains("author")) {
      const Json& authors = (*article)["author"];
      for (const Json& author : authors.is_array() ? authors : Json::array({authors}))
        put(record, Meaning::author, "author",
            author.is_string() ? author.get<std::string>() : text_at(author, "name"));
    }
    if (record.about.doi.empty())
      for (const char* key : {"identifier", "@id", "sameAs", "url"})
        if (const std::string value = text_at(*article, key);
            record.about.doi.empty() && value.find("10.") != value.npos)
          put(record, Meaning::doi, "doi", value);
  }
}

}  // namespace

void read_facts_of_page(const pugi::xml_node& html, WebPage& page) {
  Record record;
  std::vector<RecordField> fields = metadata_of(html);
  // A DOI, or an address or number that the record is better without.
  std::erase_if(fields, [](const RecordField& field) {
    return field.name.ends_with("identifier") && field.value.find("10.") == field.value.npos;
  });
  if (is_scholarly(fields)) put_fields(record, fields);
  put_linked_data(record, html);
  page.title = on_one_line(child_named(html, "head/title").child_value());
  page.abstract = record.abstract;
  page.keywords = record.keywords;
  page.about = std::move(record.about);
  page.about.extra.clear();
  if (!record.first_page.empty())
    page.about.pages = record.last_page.empty() || record.last_page == record.first_page
                           ? record.first_page
                           : record.first_page + "-" + record.last_page;
  page.about.document_types = document_types_of(page.about.genre);
  if (page.about.language.empty()) page.about.language = html.attribute("lang").value();
  const bool in_journal = std::any_of(fields.begin(), fields.end(), [](const RecordField& field) {
    return field.name == "citation_journal_title" || field.name == "prism.publicationname";
  });
  if (page.about.type.empty() && in_journal) page.about.type = "article-journal";
}

}  // namespace litmine
