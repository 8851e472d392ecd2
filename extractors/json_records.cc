// Objects are taken one by one as the parser closes them and then forgotten, so memory is that of
// the largest record. The one thing to know: which objects are records is told by where they stand
// (the array at the top, or the one under "items", "results", ...), not by what they hold.
#include "extractors/json_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "extractors/record_lines.h"
#include "extractors/records.h"
#include "extractors/structure_strings.h"
#include "extractors/tagged.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDeepest = 64;  // levels of a record; no format of records has ten
constexpr std::uintmax_t kLargestToDecode = std::uintmax_t{256} * 1024 * 1024;

/// Under these keys an answer of a service holds its records.
constexpr std::string_view kLists[] = {"items", "results", "records"};

/// Plain strings and numbers. What stands first wins where only one value can be.
constexpr FieldName kKeys[] = {
    {"title", Meaning::title},
    {"display_name", Meaning::title},
    {"abstract", Meaning::abstract},
    {"keyword", Meaning::comma_words},
    {"keywords", Meaning::comma_words},
    {"container-title", Meaning::source},
    {"source-title", Meaning::source},
    {"journal", Meaning::source},
    {"venue", Meaning::source},
    {"booktitle", Meaning::source},
    {"container-title-short", Meaning::short_source},
    {"journalAbbreviation", Meaning::short_source},
    {"short-container-title", Meaning::short_source},
    {"year", Meaning::year},
    {"publication_year", Meaning::year},
    {"publication_date", Meaning::date},
    {"date", Meaning::date},
    {"volume", Meaning::volume},
    {"issue", Meaning::issue},
    {"journal-issue", Meaning::extra},
    {"page", Meaning::pages},
    {"pages", Meaning::pages},
    {"startpage", Meaning::first_page},
    {"endpage", Meaning::last_page},
    {"number", Meaning::article_number},
    {"article-number", Meaning::article_number},
    {"publisher", Meaning::publisher},
    {"publisher-place", Meaning::place},
    {"publisher-location", Meaning::place},
    {"DOI", Meaning::doi},
    {"doi", Meaning::doi},
    {"URL", Meaning::url},
    {"url", Meaning::url},
    {"urls", Meaning::url},
    {"article_url", Meaning::url},
    {"ISSN", Meaning::issn},
    {"issn", Meaning::issn},
    {"ISBN", Meaning::isbn},
    {"isbn", Meaning::serial},
    {"PMID", Meaning::pmid},
    {"pmid", Meaning::pmid},
    {"PMCID", Meaning::pmcid},
    {"pmcid", Meaning::pmcid},
    {"language", Meaning::language},
    {"type", Meaning::type},
    {"genre", Meaning::genre},
    {"source", Meaning::database},
    {"id", Meaning::key},
    {"citation-key", Meaning::key},
    {"uid", Meaning::key},
    {"recNumber", Meaning::key},
    {"address", Meaning::affiliation},
    {"note", Meaning::note},
    {"notes", Meaning::note},
};

const FieldName* known_key(std::string_view key) {
  for (const FieldName& known : kKeys)
    if (known.name == key) return &known;
  return nullptr;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null() || (value.is_structured() && value.empty())) return {};
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string member(const Json& object, const char* key) {
  auto found = object.find(key);
  return found == object.end() ? std::string() : text_of(*found);
}

std::string line_of(const Json& object, const char* key) {
  return on_one_line(member(object, key));
}

std::string joined(const std::string& before, const std::string& after) {
  if (before.empty() || after.empty()) return before + after;
  return before + (before.ends_with('-') || before.ends_with('\'') ? "" : " ") + after;
}

/// {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}, {"literal": "WHO"}.
Author csl_author(const Json& name) {
  Author author;
  author.family = joined(line_of(name, "non-dropping-particle"), line_of(name, "family"));
  author.given = joined(line_of(name, "given"), line_of(name, "dropping-particle"));
  author.suffix = line_of(name, "suffix");
  for (const char* whole : {"literal", "name"})
    if (author.family.empty()) author.family = line_of(name, whole);
  if (author.family.empty()) std::swap(author.family, author.given);
  return author;
}

bool is_list_of_objects(const Json& value) {
  return value.is_array() && !value.empty() && value.front().is_object();
}

void put_authors(Record& record, std::vector<Author>& list, const Json& value,
                 std::string_view key) {
  if (!value.is_array()) return put(record, Meaning::extra, key, text_of(value));
  for (const Json& name : value) {
    if (name.is_string()) {
      Author author = author_of(on_one_line(name.get<std::string>()));
      if (!author.family.empty()) list.push_back(std::move(author));
      continue;
    }
    if (!name.is_object()) continue;
    Author author = csl_author(name);
    if (!author.family.empty()) list.push_back(std::move(author));
    auto places = name.find("affiliation");
    if (places == name.end() || !places->is_array()) continue;
    for (const Json& place : *places)
      put(record, Meaning::affiliation, "affiliation",
          place.is_object() ? member(place, "name") : text_of(place));
  }
}

/// {"date-parts": [[2024, 8, 21]]}, {"raw": "..."}, {"literal": "..."}.
void put_issued(Record& record, const Json& value, std::string_view key) {
  if (!value.is_object()) return put(record, Meaning::date, key, text_of(value));
  std::string given;
  for (const char* name : {"literal", "raw"})
    if (given.empty()) given = member(value, name);
  std::string date;
  auto parts = value.find("date-parts");
  if (parts != value.end() && parts->is_array() && !parts->empty() && parts->front().is_array())
    for (const Json& part : parts->front()) {
      std::string number = text_of(part);
      if (number.empty()) break;
      if (date.empty() && number.size() < 4) number.insert(0, 4 - number.size(), '0');
      date += date.empty() ? number : "-" + number;
    }
  if (!given.empty() && !date.empty()) {
    put(record, Meaning::year, key, date.substr(0, 4));
    date = given;
  }
  put(record, Meaning::date, key, date.empty() ? given : date);
  std::string season = member(value, "season");
  if (!season.empty()) put(record, Meaning::extra, "season", season);
}

/// Crossref's and OpenAlex' ways to say when; the first of them is the year.
constexpr const char* kDates[] = {"issued", "published-print", "published", "published-online"};

/// OpenAlex keeps an abstract as {"word": [positions]}.
std::string from_positions(const Json& index) {
  std::vector<std::pair<std::uint64_t, std::string>> words;
  for (const auto& [word, places] : index.items()) {
    if (!places.is_array()) continue;
    for (const Json& place : places)
      if (place.is_number_unsigned()) words.emplace_back(place.get<std::uint64_t>(), word);
  }
  std::stable_sort(words.begin(), words.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string text;
  for (const auto& [place, word] : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

void put_openalex_authors(Record& record, const Json& list) {
  for (const Json& entry : list) {
    if (!entry.is_object()) continue;
    auto author = entry.find("author");
    if (author != entry.end() && author->is_object())
      record.about.authors.push_back(author_of(line_of(*author, "display_name")));
    auto places = entry.find("institutions");
    if (places == entry.end() || !places->is_array()) continue;
    for (const Json& place : *places)
      if (place.is_object())
        put(record, Meaning::affiliation, "affiliation", member(place, "display_name"));
  }
}

void put_openalex_source(Record& record, const Json& location) {
  put(record, Meaning::url, "landing_page_url", member(location, "landing_page_url"));
  put(record, Meaning::file, "pdf_url", member(location, "pdf_url"));
  auto source = location.find("source");
  if (source == location.end() || !source->is_object()) return;
  put(record, Meaning::source, "source", member(*source, "display_name"));
  put(record, Meaning::issn, "issn_l", member(*source, "issn_l"));
  put(record, Meaning::publisher, "host_organization_name",
      member(*source, "host_organization_name"));
}

void put_openalex_biblio(Record& record, const Json& biblio) {
  put(record, Meaning::volume, "volume", member(biblio, "volume"));
  put(record, Meaning::issue, "issue", member(biblio, "issue"));
  put(record, Meaning::first_page, "first_page", member(biblio, "first_page"));
  put(record, Meaning::last_page, "last_page", member(biblio, "last_page"));
}

/// One printed line of a Crossref reference: what it has, in the order of a reference.
std::string printed_reference(const Json& reference) {
  std::string whole = member(reference, "unstructured");
  for (const char* key : {"author", "year", "article-title", "volume-title", "series-title",
                          "journal-title", "volume", "issue", "first-page", "DOI"}) {
    std::string part = member(reference, key);
    bool said = part.empty() || whole.find(part) != std::string::npos;
    if (!said) whole += (whole.empty() ? "" : ", ") + part;
  }
  return whole.empty() ? text_of(reference) : whole;
}

void put_references(Record& record, const Json& value) {
  for (const Json& reference : value)
    put(record, Meaning::reference, "reference",
        reference.is_object() ? printed_reference(reference) : text_of(reference));
}

/// "custom" is CSL's place for what it has no word for. Under "litmine" stand litmine's own notes.
void put_custom(Record& record, const Json& custom) {
  for (const auto& [key, value] : custom.items()) {
    bool own = key == "litmine" && value.is_array();
    if (!own) {
      put(record, Meaning::extra, key, text_of(value));
      continue;
    }
    for (const Json& note : value) put(record, Meaning::note, "custom", text_of(note));
  }
}

void put_each(Record& record, Meaning field, std::string_view key, const Json& value) {
  if (!value.is_array()) return put(record, field, key, text_of(value));
  for (const Json& item : value)
    if (!item.is_structured()) put(record, field, key, text_of(item));
}

using Special = void (*)(Record& record, const Json& value, const std::string& key);

struct SpecialKey {
  std::string_view key;
  bool (*fits)(const Json& value);
  Special put;
};

bool is_object(const Json& value) { return value.is_object(); }
bool is_array(const Json& value) { return value.is_array(); }
bool any_value(const Json&) { return true; }

constexpr SpecialKey kSpecialKeys[] = {
    {"author", any_value,
     [](Record& record, const Json& value, const std::string& key) {
       put_authors(record, record.about.authors, value, key);
     }},
    {"authors", any_value,
     [](Record& record, const Json& value, const std::string& key) {
       put_authors(record, record.about.authors, value, key);
     }},
    {"editor", any_value,
     [](Record& record, const Json& value, const std::string& key) {
       put_authors(record, record.about.editors, value, key);
     }},
    {"authorships", is_list_of_objects,
     [](Record& record, const Json& value, const std::string&) {
       put_openalex_authors(record, value);
     }},
    {"primary_location", is_object,
     [](Record& record, const Json& value, const std::string&) {
       put_openalex_source(record, value);
     }},
    {"biblio", is_object,
     [](Record& record, const Json& value, const std::string&) {
       put_openalex_biblio(record, value);
     }},
    {"abstract_inverted_index", is_object,
     [](Record& record, const Json& value, const std::string& key) {
       put(record, Meaning::abstract, key, from_positions(value));
     }},
    {"ids", is_object,
     [](Record& record, const Json& value, const std::string&) {
       put(record, Meaning::accession, "openalex", member(value, "openalex"));
       put(record, Meaning::doi, "doi", member(value, "doi"));
       put(record, Meaning::pmid, "pmid", member(value, "pmid"));
       put(record, Meaning::pmcid, "pmcid", member(value, "pmcid"));
     }},
    {"keywords", is_list_of_objects,
     [](Record& record, const Json& value, const std::string&) {
       for (const Json& word : value)
         if (word.is_object())
           put(record, Meaning::index_term, "keywords", member(word, "display_name"));
     }},
    {"mesh", is_list_of_objects,
     [](Record& record, const Json& value, const std::string&) {
       for (const Json& term : value) {
         std::string name = member(term, "descriptor_name");
         std::string qualifier = member(term, "qualifier_name");
         if (member(term, "is_major_topic") == "true") name.insert(0, "*");
         put(record, Meaning::index_term, "mesh",
             qualifier.empty() ? name : fmt::format("{}/{}", name, qualifier));
       }
     }},
    {"subject", is_array,
     [](Record& record, const Json& value, const std::string& key) {
       put_each(record, Meaning::index_term, key, value);
     }},
    {"reference", is_array,
     [](Record& record, const Json& value, const std::string&) { put_references(record, value); }},
    {"keywords", is_array,
     [](Record& record, const Json& value, const std::string& key) {
       put_each(record, Meaning::keyword, key, value);
     }},
    {"custom", is_object,
     [](Record& record, const Json& value, const std::string&) { put_custom(record, value); }},
};

const SpecialKey* special_key(const std::string& key, const Json& value) {
  for (const SpecialKey& special : kSpecialKeys)
    if (special.key == key && special.fits(value)) return &special;
  return nullptr;
}

/// Crossref's own type of the item, and CSL's, differ ("journal-article" and "article-journal").
void put_kind(Record& record, const Json& object) {
  std::string type = on_one_line(member(object, "type"));
  bool csl =
      object.contains("issued") || object.contains("citation-key") || !object.contains("created");
  bool hyphens = type.find('-') != std::string::npos || type.find('_') != std::string::npos;
  static constexpr std::array<std::string_view, 31> kOneWord{
      "article",    "bill",        "book",       "broadcast", "chapter",  "classic",  "collection",
      "dataset",    "document",    "entry",      "event",     "figure",   "graphic",  "hearing",
      "interview",  "legislation", "manuscript", "map",       "pamphlet", "patent",   "performance",
      "periodical", "post",        "regulation", "report",    "review",   "software", "song",
      "speech",     "standard",    "thesis"};
  bool one_word = type == "treaty" || type == "webpage" ||
                  std::find(kOneWord.begin(), kOneWord.end(), type) != kOneWord.end();
  bool foreign = object.contains("authorships") || type == "journal-article" ||
                 type == "book-chapter" || type == "proceedings-article" || type == "peer-review";
  if (csl && !foreign && (hyphens || one_word))
    put(record, Meaning::csl_type, "type", type);
  else
    put(record, Meaning::type, "type", type);
}

/// The keys are Web of Science's tags, as bibliometrix writes them.
bool is_wos(const Json& object) {
  return object.contains("TI") && (object.contains("AU") || object.contains("SO"));
}

Record wos_object(const Json& object, std::uint32_t line) {
  std::vector<RecordField> cells;
  for (const auto& [key, value] : object.items()) cells.push_back({key, text_of(value), line});
  return wos_record_of_cells(cells, line);
}

Record json_record(const Json& object, std::uint32_t line) {
  if (is_wos(object)) return wos_object(object, line);
  Record record;
  record.line = line;
  put_kind(record, object);
  for (const char* key : kDates)
    if (object.contains(key)) put_issued(record, object[key], key);
  std::vector<RecordField> fields;
  for (const auto& [key, value] : object.items()) {
    bool done =
        key == "type" || std::find(std::begin(kDates), std::end(kDates), key) != std::end(kDates);
    if (done) continue;
    if (const SpecialKey* special = special_key(key, value)) {
      special->put(record, value, key);
      continue;
    }
    const FieldName* known = known_key(key);
    bool list = known && value.is_array() &&
                std::none_of(value.begin(), value.end(),
                             [](const Json& item) { return item.is_structured(); });
    if (!list) {
      fields.push_back({key, text_of(value), line});
      continue;
    }
    for (const Json& item : value) fields.push_back({key, text_of(item), line});
  }
  put_all(record, fields, kKeys);
  if (object.contains("authorships") && record.about.database.empty())
    record.about.database = "OpenAlex";
  return record;
}

/// Is it an object that describes a publication?
bool is_publication(const Json& object) {
  for (const char* key : {"title", "display_name", "DOI", "doi", "container-title", "author",
                          "authors", "issued", "citation-key", "abstract"})
    if (object.contains(key)) return true;
  return is_wos(object) || (object.contains("id") && object.contains("type"));
}

class Reading {
 public:
  Reading(const std::filesystem::path& path, const Intake& intake)
      : path_(path), records_(path, intake, "json") {}

  void run() {
    std::ifstream file(path_, std::ios::binary);
    if (!file) {
      return records_.odd("unreadable", 0, "cannot be opened", Problem::Level::not_read);
    }
    if (one_a_line()) {
      read_lines();
    } else {
      std::string error = parse(file);
      if (!error.empty()) parse_decoded(error);
    }
    if (stated_ > 0 && stated_ != records_.records())
      records_.expect(stated_, 0, "the answer says that the search found");
    records_.close("record");
  }

 private:
  /// The first line is a whole object.
  bool one_a_line() const {
    LineReader lines(path_);
    std::optional<FileLine> first = lines.next();
    while (first && trimmed(first->text).empty()) first = lines.next();
    if (!first || first->cut) return false;
    std::string_view text = trimmed(first->text);
    if (!text.starts_with('{') || !text.ends_with('}')) return false;
    std::optional<FileLine> second = lines.next();
    if (!second || !trimmed(second->text).starts_with('{')) return false;
    return Json::accept(text.begin(), text.end());
  }

  void read_lines() {
    LineReader lines(path_);
    while (std::optional<FileLine> line = lines.next()) {
      if (line->reencoded)
        records_.odd("encoding", line->number, "is not valid UTF-8; read as windows-1252");
      std::string_view text = trimmed(line->text);
      if (text.empty()) continue;
      Json object = Json::parse(text.begin(), text.end(), depth_guard(), false);
      if (object.is_object() && !line->cut)
        take(object, line->number);
      else
        records_.lost("damaged", line->number, "the line is no JSON object");
    }
  }

  static Json::parser_callback_t depth_guard() {
    return [](int depth, Json::parse_event_t, Json&) { return depth < static_cast<int>(kDeepest); };
  }

  /// Takes records as they are closed. Gives what stopped the reading, if anything did.
  std::string parse(std::istream& in) {
    try {
      Json rest = Json::parse(in, [this](int depth, Json::parse_event_t event, Json& value) {
        return on_event(depth, event, value);
      });
      // One object by itself is one record.
      if (rest.is_object() && records_.records() == 0 && lists_ == 0 && is_publication(rest))
        take(rest, 1);
      else if (rest.is_object() && rest.contains("message") && rest["message"].is_object() &&
               records_.records() == 0 && is_publication(rest["message"]))
        take(rest["message"], 1);
      return {};
    } catch (const Json::exception& failure) {
      return failure.what();
    }
  }

  bool on_event(int depth, Json::parse_event_t event, Json& value) {
    auto level = static_cast<std::size_t>(depth);
    if (level >= kDeepest) return false;
    using Event = Json::parse_event_t;
    if (event == Event::key) {
      keys_[level] = value.get<std::string>();
      if (level < kDeepest - 1) keys_[level + 1].clear();
      return true;
    }
    if (event == Event::array_start) {
      opened_array(level);
      return true;
    }
    if (event == Event::array_end && level == list_level_) list_level_ = kNone;
    if (event == Event::value && value.is_number_unsigned()) note_total(level, value);
    if (event != Event::object_end || list_level_ == kNone || level != list_level_ + 1) return true;
    take(value, 0);
    return false;  // forget it
  }

  /// The array at the top, or one under a key of kLists near the top.
  void opened_array(std::size_t level) {
    if (list_level_ != kNone || level > 2) return;
    bool named = level > 0 &&
                 std::find(std::begin(kLists), std::end(kLists), keys_[level]) != std::end(kLists);
    if (level > 0 && !named) return;
    list_level_ = level;
    ++lists_;
  }

  /// {"message": {"total-results": 308788}}, {"meta": {"count": 12}}.
  void note_total(std::size_t level, const Json& value) {
    bool crossref = keys_[level] == "total-results";
    bool openalex = level > 1 && keys_[level] == "count" && keys_[level - 1] == "meta";
    if (crossref || openalex) stated_ = value.get<std::uint64_t>();
  }

  /// A file in UTF-16 or windows-1252, or one that is broken: what was read before stays.
  void parse_decoded(const std::string& error) {
    std::error_code failed;
    std::uintmax_t size = std::filesystem::file_size(path_, failed);
    std::ifstream file(path_, std::ios::binary);
    std::stringstream bytes;
    if (records_.records() == 0 && !failed && size <= kLargestToDecode && bytes << file.rdbuf()) {
      std::string encoding;
      std::istringstream text(decoded(bytes.str(), &encoding));
      if (encoding != "UTF-8") {
        list_level_ = kNone;
        lists_ = 0;
        records_.odd("encoding", 0, "is not UTF-8; read as " + encoding);
        if (parse(text).empty()) return;
      }
    }
    std::string where = error.substr(0, error.find("; last read"));
    records_.lost("damaged", 0,
                  "is broken off or no JSON from here on (" + where.substr(0, 160) + ")");
  }

  void take(const Json& object, std::uint32_t line) {
    ++seen_;
    if (!object.is_object() || !is_publication(object)) {
      records_.lost("no-record", line,
                    "object " + std::to_string(seen_) + " of the list describes no publication");
      return;
    }
    records_.take(json_record(object, line));
  }

  static constexpr std::size_t kNone = ~std::size_t{0};

  const std::filesystem::path& path_;
  RecordIntake records_;
  std::array<std::string, kDeepest + 1> keys_;
  std::size_t list_level_ = kNone;  ///< depth of the array whose objects are the records
  std::size_t lists_ = 0;
  std::uint64_t seen_ = 0, stated_ = 0;
};

/// Words that stand in the head of every file of records.
constexpr std::string_view kSigns[] = {
    "\"TI\"",           "\"title\"",           "\"DOI\"",    "\"doi\"",          "\"author\"",
    "\"authors\"",      "\"container-title\"", "\"issued\"", "\"citation-key\"", "\"display_name\"",
    "\"message-type\"", "\"abstract\""};

bool is_tag(std::string_view letters) {
  bool digit = letters[1] >= '0' && letters[1] <= '9';
  return letters[0] >= 'A' && letters[0] <= 'Z' &&
         (digit || (letters[1] >= 'A' && letters[1] <= 'Z'));
}

class JsonExtractor final : public Extractor {
 public:
  std::string_view name() const override { return "json"; }

  bool accepts(std::string_view head, const std::filesystem::path&) const override {
    std::string text = decoded(head.substr(0, head.size() / 2 * 2));
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::string_view begin = trimmed(text);
    if (begin.empty() || (begin[0] != '[' && begin[0] != '{')) return false;
    std::string_view inner = trimmed(begin.substr(1));
    bool json = begin[0] == '{' ? inner.starts_with('"') : inner.starts_with('{');
    if (!json) return false;
    // {"AB": "...": tags of Web of Science, of which the first may be longer than `head`
    bool tagged = begin[0] == '{' && inner.size() > 4 && is_tag(inner.substr(1, 2)) &&
                  inner[3] == '"' && trimmed(inner.substr(4)).starts_with(':');
    if (tagged) return true;
    bool csl = begin.find("\"type\"") != begin.npos && begin.find("\"id\"") != begin.npos;
    return csl || std::any_of(std::begin(kSigns), std::end(kSigns), [&](std::string_view sign) {
             return begin.find(sign) != begin.npos;
           });
  }

  void extract(const std::filesystem::path& path, const Intake& intake) const override {
    Reading(path, intake).run();
  }
};

}  // namespace

const Extractor& json_extractor() {
  static const JsonExtractor extractor;
  return extractor;
}

}  // namespace litmine
