#include "corpus/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "corpus/decision.h"

namespace litmine {
namespace {

std::string written(const std::vector<Author>& authors) {
  std::string out;
  for (const Author& author : authors) {
    if (!out.empty()) out += "; ";
    out += author.family;
    if (!author.given.empty()) out += ", " + author.given;
    if (!author.suffix.empty()) out += ", " + author.suffix;
  }
  return out;
}

enum class Take { lead, longest, with_database };

/// A field with one value, and which of several is taken.
struct MergeField {
  const char* name;
  std::string Biblio::*member;
  Take take = Take::lead;
};
constexpr MergeField kFields[] = {
    {"type", &Biblio::type},
    {"genre", &Biblio::genre},
    {"title", &Biblio::title, Take::longest},
    {"date", &Biblio::date},
    {"source", &Biblio::source},
    {"short_source", &Biblio::short_source},
    {"volume", &Biblio::volume},
    {"issue", &Biblio::issue},
    {"pages", &Biblio::pages},
    {"publisher", &Biblio::publisher, Take::longest},
    {"place", &Biblio::place},
    {"doi", &Biblio::doi},
    {"url", &Biblio::url},
    {"issn", &Biblio::issn},
    {"isbn", &Biblio::isbn},
    {"pmid", &Biblio::pmid},
    {"pmcid", &Biblio::pmcid},
    {"language", &Biblio::language},
    {"database", &Biblio::database, Take::with_database},
    {"accession", &Biblio::accession, Take::with_database},
    {"key", &Biblio::key},
};

struct NameField {
  const char* name;
  std::vector<Author> Biblio::*member;
};
constexpr NameField kNames[] = {{"authors", &Biblio::authors}, {"editors", &Biblio::editors}};

/// Lists of which every entry is kept.
struct ListField {
  const char* name;
  std::vector<std::string> Biblio::*member;
};
constexpr ListField kLists[] = {
    {"index_term", &Biblio::index_terms},
    {"document_type", &Biblio::document_types},
    {"affiliation", &Biblio::affiliations},
    {"file", &Biblio::files},
};

std::vector<std::string> cut(const Document& record, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  out.reserve(spans.size());
  for (Span span : spans) out.emplace_back(span.in(record.text));
  return out;
}

/// How much a record says about where the work appeared.
int tells_place(const Biblio& about) {
  int told = about.year ? 1 : 0;
  for (const std::string* field :
       {&about.source, &about.volume, &about.issue, &about.pages, &about.doi, &about.pmid})
    told += field->empty() ? 0 : 1;
  return told;
}

/// Adds what is not there yet.
template <typename T>
void add_new(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}
void add_all(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& value : more)
    if (!value.empty()) add_new(list, value);
}

void take_lead(Biblio& kept, const Biblio& about) {
  for (const MergeField& field : kFields)
    if (field.take == Take::lead && (kept.*field.member).empty() && field.member != &Biblio::date)
      kept.*field.member = about.*field.member;
  if (!kept.year) kept.year = about.year;
  // A date is one of the year that was taken.
  if (kept.date.empty() && about.year == kept.year) kept.date = about.date;
}

/// "HOW SMALL FIRMS SELL": nobody knows any more which words were names.
bool is_in_capitals(std::string_view text) {
  return text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != text.npos &&
         text.find_first_of("abcdefghijklmnopqrstuvwxyz") == text.npos;
}

/// The longer; but one in capitals only when it is longer by a quarter.
bool tells_more(std::string_view other, std::string_view kept) {
  const std::size_t penalty = is_in_capitals(other) && !is_in_capitals(kept) ? 4 : 5;
  const std::size_t bonus = is_in_capitals(kept) && !is_in_capitals(other) ? 4 : 5;
  return other.size() * penalty > kept.size() * bonus;
}

void take_fullest(Biblio& kept, const Biblio& about) {
  for (const MergeField& field : kFields)
    if (field.take == Take::longest && tells_more(about.*field.member, kept.*field.member))
      kept.*field.member = about.*field.member;
  for (const NameField& names : kNames) {
    const auto fullness = [&](const Biblio& of) {
      return std::make_pair((of.*names.member).size(), written(of.*names.member).size());
    };
    if (fullness(about) > fullness(kept)) kept.*names.member = about.*names.member;
  }
  // A number says nothing without its database; a database with a number says more than one
  // without.
  const auto tells = [](const Biblio& of) {
    return std::make_tuple(!of.accession.empty(), !of.database.empty());
  };
  if (tells(about) > tells(kept)) {
    kept.database = about.database;
    kept.accession = about.accession;
  }
}

void join_lists(Biblio& kept, const Biblio& about) {
  for (const ListField& list : kLists) add_all(kept.*list.member, about.*list.member);
  for (const EarlierDecision& decision : about.decisions) add_new(kept.decisions, decision);
  for (const Fact& fact : about.extra) add_new(kept.extra, fact);
}

using Values = std::vector<std::pair<std::string, std::string>>;

void add_values(Values& values, const Biblio& about) {
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) values.emplace_back(name, std::move(value));
  };
  for (const MergeField& field : kFields) {
    add(field.name, about.*field.member);
    if (field.member != &Biblio::title) continue;
    for (const NameField& names : kNames) add(names.name, written(about.*names.member));
    add("year", about.year ? std::to_string(*about.year) : "");
  }
  for (const ListField& list : kLists)
    for (const std::string& value : about.*list.member) add(list.name, value);
  for (const EarlierDecision& decision : about.decisions) add("decision", note_of(decision));
  for (const Fact& fact : about.extra) values.emplace_back("extra." + fact.name, fact.value);
}

}  // namespace

Values all_fields(const Document& record) {
  Values values;
  add_values(values, record.about);
  if (std::string abstract = record.part_text(Part::abstract); !abstract.empty())
    values.emplace_back("abstract", std::move(abstract));
  for (std::string& keyword : cut(record, record.keywords))
    if (!keyword.empty()) values.emplace_back("keyword", std::move(keyword));
  for (std::string& reference : cut(record, record.references))
    if (!reference.empty()) values.emplace_back("reference", std::move(reference));
  return values;
}

MergedRecord merged(const std::vector<const Document*>& records) {
  MergedRecord merged;
  for (std::size_t i = 0; i < records.size(); ++i)
    if (tells_place(records[i]->about) > tells_place(records[merged.lead]->about)) merged.lead = i;
  take_lead(merged.about, records[merged.lead]->about);
  for (const Document* record : records) {
    take_lead(merged.about, record->about);
    take_fullest(merged.about, record->about);
    join_lists(merged.about, record->about);
    if (std::string abstract = record->part_text(Part::abstract);
        abstract.size() > merged.abstract.size())
      merged.abstract = std::move(abstract);
    add_all(merged.keywords, cut(*record, record->keywords));
    if (record->references.size() > merged.references.size())
      merged.references = cut(*record, record->references);
  }

  // What was taken; the rest goes beside.
  Values taken;
  add_values(taken, merged.about);
  std::set<std::pair<std::string, std::string>> kept(taken.begin(), taken.end());
  kept.emplace("abstract", merged.abstract);
  for (const std::string& keyword : merged.keywords) kept.emplace("keyword", keyword);
  for (const std::string& reference : merged.references) kept.emplace("reference", reference);
  for (std::size_t i = 0; i < records.size(); ++i)
    for (auto& [field, value] : all_fields(*records[i]))
      if (kept.emplace(field, value).second) merged.others.push_back({field, value, i});
  std::stable_sort(merged.others.begin(), merged.others.end(),
                   [](const OtherValue& a, const OtherValue& b) { return a.field < b.field; });
  return merged;
}

}  // namespace litmine
