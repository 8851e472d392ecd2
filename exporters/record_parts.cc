#include "exporters/record_parts.h"

#include <algorithm>

#include "corpus/decision.h"

namespace litmine {
namespace {

constexpr std::string_view kOwn = "litmine.";

struct MemberName {
  Member member;
  std::string_view name;
};
/// The names that extractors/records knows.
constexpr MemberName kNames[] = {
    {Member::type, "type"},
    {Member::genre, "genre"},
    {Member::date, "date"},
    {Member::accession, "accession"},
    {Member::database, "database"},
    {Member::key, "key"},
    {Member::pmid, "pmid"},
    {Member::pmcid, "pmcid"},
    {Member::url, "url"},
    {Member::keyword, "keyword"},
    {Member::index_term, "index-term"},
    {Member::affiliation, "affiliation"},
    {Member::reference, "reference"},
    {Member::file, "file"},
};

std::vector<std::string_view> one(const std::string& value) {
  return value.empty() ? std::vector<std::string_view>() : std::vector<std::string_view>{value};
}

std::vector<std::string_view> values_of(const Document& document, Member member) {
  const Biblio& about = document.about;
  switch (member) {
    case Member::type:
      return one(about.type);
    case Member::genre:
      return one(about.genre);
    case Member::date:
      return one(about.date);
    case Member::accession:
      return one(about.accession);
    case Member::database:
      return one(about.database);
    case Member::key:
      return one(about.key);
    case Member::pmid:
      return one(about.pmid);
    case Member::pmcid:
      return one(about.pmcid);
    case Member::url:
      return one(about.url);
    case Member::keyword:
      return keywords_of(document);
    case Member::index_term:
      return views_of(about.index_terms);
    case Member::affiliation:
      return views_of(about.affiliations);
    case Member::reference:
      return references_of(document);
    case Member::file:
      return views_of(about.files);
  }
  return {};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::vector<std::string_view> cut(const Document& document, const std::vector<Span>& spans) {
  std::vector<std::string_view> out;
  out.reserve(spans.size());
  for (Span span : spans) out.push_back(span.in(document.text));
  return out;
}

}  // namespace

std::vector<std::string> notes_of(const Document& document, const std::vector<Member>& unsaid) {
  std::vector<std::string> notes;
  for (const MemberName& known : kNames) {
    if (std::find(unsaid.begin(), unsaid.end(), known.member) == unsaid.end()) continue;
    for (std::string_view value : values_of(document, known.member))
      notes.push_back(std::string(kOwn).append(known.name).append(": ").append(value));
  }
  for (const EarlierDecision& decision : document.about.decisions)
    notes.push_back(note_of(decision));
  for (const Fact& fact : document.about.extra)
    notes.push_back(std::string(kOwn)
                        .append("extra.")
                        .append(replaced(fact.name, ": ", ":"))
                        .append(": ")
                        .append(fact.value));
  return notes;
}

std::string printed_name(const Author& author) {
  std::string family = replaced(author.family, ";", ",");
  if (author.given.empty() && author.suffix.empty()) {
    if (family.find(',') != family.npos) return family + ",,";
    return family.find(' ') != family.npos ? family + "," : family;
  }
  std::string name =
      replaced(family, ",", "") + ", " + replaced(replaced(author.given, ",", ""), ";", "");
  if (!author.suffix.empty()) name += ", " + replaced(author.suffix, ";", "");
  return name;
}

std::vector<std::string_view> keywords_of(const Document& document) {
  return cut(document, document.keywords);
}

std::vector<std::string_view> references_of(const Document& document) {
  return cut(document, document.references);
}

std::string abstract_of(const Document& document) { return document.part_text(Part::abstract); }

bool any_holds(const std::vector<std::string_view>& list, char sign) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view item) { return item.find(sign) != item.npos; });
}

std::vector<std::string_view> views_of(const std::vector<std::string>& list) {
  return {list.begin(), list.end()};
}

std::string joined(const std::vector<std::string_view>& list, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < list.size(); ++i) out.append(i > 0 ? between : "").append(list[i]);
  return out;
}

bool is_plain_date(const Biblio& about) {
  const std::string& date = about.date;
  bool sized = date.size() == 7 || date.size() == 10;
  if (!sized || !about.year || std::to_string(*about.year) != date.substr(0, 4)) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    bool digit = date[i] >= '0' && date[i] <= '9';
    if (i == 4 || i == 7 ? date[i] != '-' : !digit) return false;
  }
  return true;
}

}  // namespace litmine
