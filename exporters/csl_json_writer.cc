// CSL-JSON: one array, one object a line.
#include <nlohmann/json.hpp>

#include "exporters/record_parts.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

void set(Json& item, const char* key, const std::string& value) {
  if (!value.empty()) item[key] = value;
}

Json name_of(const Author& author) {
  if (author.given.empty() && author.suffix.empty()) return {{"literal", author.family}};
  Json name = Json::object();
  set(name, "family", author.family);
  set(name, "given", author.given);
  set(name, "suffix", author.suffix);
  return name;
}

void set_names(Json& item, const char* key, const std::vector<Author>& authors) {
  if (authors.empty()) return;
  Json names = Json::array();
  for (const Author& author : authors) names.push_back(name_of(author));
  item[key] = std::move(names);
}

/// "2020-05-01" as numbers; a date in other words beside the year.
void set_issued(Json& item, const Biblio& about) {
  if (!about.year && about.date.empty()) return;
  Json parts = Json::array();
  if (about.year) parts.push_back(*about.year);
  bool plain = is_plain_date(about);
  if (plain) parts.push_back(std::stoi(about.date.substr(5, 2)));
  if (plain && about.date.size() == 10) parts.push_back(std::stoi(about.date.substr(8, 2)));
  Json issued = Json::object();
  if (!parts.empty()) issued["date-parts"] = Json::array({std::move(parts)});
  if (!plain) set(issued, "literal", about.date);
  item["issued"] = std::move(issued);
}

class CslJsonWriter final : public RecordWriter {
 public:
  explicit CslJsonWriter(std::ostream& out) : out_(out) { out_ << '['; }

  void record(const Document& document) override {
    const Biblio& about = document.about;
    std::vector<Member> unsaid{Member::accession, Member::index_term, Member::affiliation,
                               Member::reference, Member::file};
    Json item = Json::object();
    ++count_;
    item["id"] = about.key.empty() ? "litmine:" + std::to_string(count_) : about.key;
    item["type"] = about.type.empty() ? "document" : about.type;
    set(item, "title", about.title);
    set_names(item, "author", about.authors);
    set_names(item, "editor", about.editors);
    set_issued(item, about);
    set(item, "container-title", about.source);
    set(item, "container-title-short", about.short_source);
    set(item, "volume", about.volume);
    set(item, "issue", about.issue);
    set(item, "page", about.pages);
    set(item, "publisher", about.publisher);
    set(item, "publisher-place", about.place);
    set(item, "DOI", about.doi);
    set(item, "URL", about.url);
    set(item, "ISSN", about.issn);
    set(item, "ISBN", about.isbn);
    set(item, "PMID", about.pmid);
    set(item, "PMCID", about.pmcid);
    set(item, "language", about.language);
    set(item, "genre", about.genre);
    set(item, "source", about.database);
    set(item, "abstract", abstract_of(document));
    set_keywords(item, document, unsaid);
    std::vector<std::string> notes = notes_of(document, unsaid);
    if (!notes.empty()) item["custom"]["litmine"] = notes;
    out_ << (count_ > 1 ? ",\n" : "\n")
         << item.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  void end() override {
    out_ << (count_ > 0 ? "\n]\n" : "]\n");
    out_.flush();
  }

 private:
  static void set_keywords(Json& item, const Document& document, std::vector<Member>& unsaid) {
    std::vector<std::string_view> words = keywords_of(document);
    if (any_holds(words, ';')) return unsaid.push_back(Member::keyword);
    std::string value = joined(words, "; ");
    if (words.size() == 1 && any_holds(words, ',')) value += ';';
    set(item, "keyword", value);
  }

  std::ostream& out_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<RecordWriter> csl_json_writer(std::ostream& out) {
  return std::make_unique<CslJsonWriter>(out);
}

}  // namespace litmine
