#include "cli/facets.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "cli/coding.h"
#include "cli/options.h"
#include "text/normalize.h"

namespace litmine {
namespace {

using Values = std::set<std::string>;

Values known(const std::string& value) { return value.empty() ? Values{} : Values{value}; }

struct RecordFacet {
  std::string_view name;
  Values (*values)(const Biblio& about);
};
constexpr RecordFacet kRecordFacets[] = {
    {"year",
     [](const Biblio& about) {
       return about.year ? Values{std::to_string(*about.year)} : Values{};
     }},
    {"language", [](const Biblio& about) { return known(about.language); }},
    {"type", [](const Biblio& about) { return known(about.type); }},
    {"source", [](const Biblio& about) { return known(about.source); }},
    {"author",
     [](const Biblio& about) {
       Values values;
       for (const Author& author : about.authors)
         values.insert(author.given.empty() ? author.family : author.family + ", " + author.given);
       return values;
     }},
};

/// The record's type has that name already.
constexpr std::string_view kStudyType = "study_type";
std::string shown_name(const std::string& facet) {
  return facet == "type" ? std::string(kStudyType) : facet;
}

std::vector<std::string> split(const std::string& names) {
  std::vector<std::string> list;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find(',', at), names.size());
    list.push_back(names.substr(at, end - at));
    at = end + 1;
  }
  return list;
}

class Tally {
 public:
  explicit Tally(std::string facet) : facet_(std::move(facet)) {}
  void add(const Values& values) {
    if (values.empty()) ++unknown_;
    for (const std::string& value : values) ++counts_[value];
  }
  void put(std::vector<FacetCount>& into) const {
    std::vector<FacetCount> rows;
    for (const auto& [value, studies] : counts_) rows.push_back({facet_, value, studies});
    if (facet_ != "year")
      std::stable_sort(rows.begin(), rows.end(), [](const FacetCount& a, const FacetCount& b) {
        return a.studies > b.studies;
      });
    if (unknown_ > 0) rows.push_back({facet_, "", unknown_});
    into.insert(into.end(), rows.begin(), rows.end());
  }

 private:
  std::string facet_;
  std::map<std::string, std::uint64_t> counts_;
  std::uint64_t unknown_ = 0;
};

Values codes_of(const CodedStudy& study, const std::string& facet) {
  Values values;
  for (const auto& [name, suggestions] : study.suggestions)
    if (shown_name(name) == facet)
      for (const Suggestion& suggestion : suggestions)
        if (suggestion.code.band >= Band::medium) values.insert(suggestion.code.code);
  return values;
}

}  // namespace

Result<std::vector<FacetCount>> facets_of(const FacetQuestion& question,
                                          const std::vector<DocId>& studies,
                                          const std::map<DocId, StudyFacts>& facts) {
  std::vector<FacetCount> rows;
  std::optional<std::vector<CodedStudy>> coded;
  for (const std::string& name : split(question.names)) {
    Tally tally(name);
    const auto record = std::find_if(std::begin(kRecordFacets), std::end(kRecordFacets),
                                     [&](const RecordFacet& one) { return one.name == name; });
    if (record != std::end(kRecordFacets)) {
      for (const DocId& study : studies)
        if (auto fact = facts.find(study); fact != facts.end())
          tally.add(record->values(fact->second.about));
      tally.put(rows);
      continue;
    }
    auto folder = codebook_folder(question.codebook);
    if (!folder) return tl::unexpected(folder.error());
    auto codebook = Codebook::load(*folder);
    if (!codebook) return tl::unexpected(codebook.error());
    std::vector<std::string> names;
    for (const RecordFacet& one : kRecordFacets) names.emplace_back(one.name);
    for (const std::string& facet : codebook->facets()) names.push_back(shown_name(facet));
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      const std::string near = nearest(name, names);
      return failure(Error::Kind::usage, fmt::format("no facet is called '{}'", name),
                     near.empty() ? fmt::format("facets: {}", fmt::join(names, ", "))
                                  : fmt::format("did you mean '{}'?", near));
    }
    if (!coded) {
      auto made = code_studies(question.index, *codebook, studies, 0);
      if (!made) return tl::unexpected(made.error());
      coded = std::move(*made);
    }
    for (const CodedStudy& study : *coded) tally.add(codes_of(study, name));
    tally.put(rows);
  }
  return rows;
}

}  // namespace litmine
