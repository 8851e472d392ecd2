#include "citations/csl.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace litmine {
namespace {

using Json = nlohmann::ordered_json;

Json name_of(const Name& name) {
  if (name.corporate) return {{"literal", name.family}};
  Json json = {{"family", name.family}};
  if (!name.given.empty()) json["given"] = name.given;
  if (!name.suffix.empty()) json["suffix"] = name.suffix;
  return json;
}

void add_names(Json& json, const char* key, const std::vector<Name>& names) {
  if (names.empty()) return;
  json[key] = Json::array();
  for (const Name& name : names) json[key].push_back(name_of(name));
}

void add(Json& json, const char* key, const std::string& value) {
  if (!value.empty()) json[key] = value;
}

/// Three decimals are enough, and print the same everywhere.
double rounded(double value) { return std::round(value * 1000) / 1000; }

}  // namespace

std::string csl_json(const Reference& reference, std::string_view id) {
  Json json;
  if (!id.empty()) json["id"] = std::string(id);
  json["type"] = reference.type.empty() ? "document" : reference.type;
  add_names(json, "author", reference.authors);
  add_names(json, "editor", reference.editors);
  if (reference.year)
    json["issued"] = {{"date-parts", {{*reference.year}}}};
  else if (!reference.status.empty())
    json["issued"] = {{"literal", reference.status}};
  add(json, "year-suffix", reference.year_letter);
  add(json, "status", reference.status);
  add(json, "title", reference.title);
  add(json, "container-title", reference.container);
  add(json, "collection-title", reference.series);
  add(json, "volume", reference.volume);
  add(json, "issue", reference.issue);
  add(json, "page", reference.pages);
  add(json, "publisher", reference.publisher);
  add(json, "publisher-place", reference.place);
  add(json, "edition", reference.edition);
  add(json, "genre", reference.genre);
  add(json, "note", reference.note);
  add(json, "DOI", reference.doi);
  add(json, "URL", reference.url);
  if (!reference.accessed.empty()) json["accessed"] = {{"raw", reference.accessed}};
  add(json, "language", reference.language);
  add(json, "citation-number", reference.label);
  Json custom;
  custom["confidence"] = rounded(reference.confidence);
  if (reference.et_al) custom["et_al"] = true;
  custom["fields"] = Json::array();
  for (const RefPlace& place : reference.places)
    custom["fields"].push_back({{"field", std::string(ref_field_name(place.field))},
                                {"begin", place.where.begin},
                                {"end", place.where.end},
                                {"confidence", rounded(place.confidence)}});
  json["custom"] = std::move(custom);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace litmine
