#include "reports/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "reports/countries.h"
#include "text/normalize.h"

namespace litmine {
namespace {

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

/// The groups of a study, each once.
std::set<std::string> groups_of(const ReviewedStudy& study, const std::string& facet) {
  if (facet == "year") return {study.year ? std::to_string(*study.year) : std::string(kNoValue)};
  std::set<std::string> groups;
  if (const auto found = study.facets.find(facet); found != study.facets.end())
    for (const CodedValue& value : found->second) groups.insert(value.group);
  return groups;
}

int place_of(const std::string& group) { return group == kNoValue ? 2 : group == kSeveral ? 1 : 0; }

bool has_facet(const ReviewData& data, const std::string& facet) {
  return facet == "year" ||
         std::find(data.facets.begin(), data.facets.end(), facet) != data.facets.end();
}

template <class Test>
StudySet where(const ReviewData& data, Test test) {
  StudySet found;
  for (std::size_t i = 0; i < data.studies.size(); ++i)
    if (test(data.studies[i])) found.push_back(i);
  return found;
}

std::optional<int> number(std::string_view text) {
  if (text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != text.npos)
    return std::nullopt;
  return std::stoi(std::string(text));
}

Result<StudySet> in_years(const ReviewData& data, const std::string& value) {
  const std::size_t dots = value.find("..");
  const auto from = number(value.substr(0, dots)),
             to = dots == value.npos ? from : number(value.substr(dots + 2));
  if (!from || !to)
    return failure(Error::Kind::usage, fmt::format("'{}' is no year", value),
                   "write year=2023 or year=2016..2019");
  return where(data, [&](const ReviewedStudy& study) {
    return study.year && *study.year >= *from && *study.year <= *to;
  });
}

Result<StudySet> with_value(const ReviewData& data, const std::string& facet,
                            const std::string& value) {
  const std::string wanted = folded(value);
  if (wanted == "none" || wanted == kNoValue)
    return where(data, [&](const ReviewedStudy& study) {
      return groups_of(study, facet) == std::set<std::string>{kNoValue};
    });
  std::set<std::string> names;
  for (const ReviewedStudy& study : data.studies)
    if (const auto values = study.facets.find(facet); values != study.facets.end())
      for (const CodedValue& one : values->second) {
        names.insert(one.group);
        names.insert(one.label);
      }
  std::string group = value;
  if (holds_countries(facet))
    if (const CountryFacts* country = country_named(value)) group = country->name();
  const auto same = [&](const std::string& name) { return folded(name) == folded(group); };
  if (std::none_of(names.begin(), names.end(), same)) {
    const std::string near = nearest(value, names);
    return failure(Error::Kind::usage, fmt::format("no study has {} '{}'", facet, value),
                   near.empty() ? "the tables list the values that there are"
                                : fmt::format("did you mean '{}'?", near));
  }
  return where(data, [&](const ReviewedStudy& study) {
    const auto& values = study.facets.at(facet);
    return std::any_of(values.begin(), values.end(),
                       [&](const CodedValue& one) { return same(one.group) || same(one.label); });
  });
}

Result<StudySet> in_region(const ReviewData& data, const std::string& facet,
                           const std::string& name) {
  std::vector<std::string> names;
  for (const Region region :
       {Region::africa, Region::americas, Region::asia, Region::europe, Region::oceania}) {
    const std::string known(region_name(region));
    names.push_back(known.substr(known.starts_with("the ") ? 4 : 0));
    if (folded(names.back()) != folded(name) && folded(known) != folded(name)) continue;
    return where(data, [&](const ReviewedStudy& study) {
      for (const std::string& group : groups_of(study, facet))
        if (const CountryFacts* country = country_named(group))
          if (country->region == region) return true;
      return false;
    });
  }
  const std::string near = nearest(name, names);
  return failure(Error::Kind::usage, fmt::format("no region is called '{}'", name),
                 near.empty() ? fmt::format("regions: {}", fmt::join(names, ", "))
                              : fmt::format("did you mean '{}'?", near));
}

StudySet with_more_than_one(const ReviewData& data, const std::string& facet) {
  return where(data, [&](const ReviewedStudy& study) {
    const auto groups = groups_of(study, facet);
    return groups.size() > 1 || groups.contains(kSeveral);
  });
}

Result<StudySet> meet(const ReviewData& data, const std::string& term) {
  if (term == "*") return where(data, [](const ReviewedStudy&) { return true; });
  const std::size_t at = term.find_first_of("=@#");
  if (at == term.npos)
    return failure(Error::Kind::usage, fmt::format("'{}' is no condition", term),
                   "write facet=value, year=2016..2019, country@Asia, country#>1 or *");
  const std::string facet = trimmed(std::string_view(term).substr(0, at)),
                    value = trimmed(std::string_view(term).substr(at + 1));
  if (!has_facet(data, facet)) {
    const std::string near = nearest(facet, data.facets);
    return failure(Error::Kind::usage, fmt::format("there is no facet '{}'", facet),
                   near.empty() ? fmt::format("facets: year, {}", fmt::join(data.facets, ", "))
                                : fmt::format("did you mean '{}'?", near));
  }
  if (term[at] == '@') return in_region(data, facet, value);
  if (term[at] == '#') {
    if (value == ">1") return with_more_than_one(data, facet);
    return failure(Error::Kind::usage, fmt::format("'{}' is no condition", term),
                   fmt::format("write {}#>1", facet));
  }
  if (facet == "year") return in_years(data, value);
  return with_value(data, facet, value);
}

}  // namespace

std::vector<Count> tally(const ReviewData& data, const std::string& facet) {
  std::map<std::string, StudySet> found;
  for (std::size_t i = 0; i < data.studies.size(); ++i)
    for (const std::string& group : groups_of(data.studies[i], facet)) found[group].push_back(i);
  if (facet == "year") {
    std::vector<int> years;
    for (const auto& [group, studies] : found)
      if (const auto year = number(group)) years.push_back(*year);
    if (!years.empty() && years.back() - years.front() <= 200)
      for (int year = years.front(); year <= years.back(); ++year)
        found.try_emplace(std::to_string(year));
  }
  std::vector<Count> counts;
  counts.reserve(found.size());
  for (auto& [group, studies] : found) counts.push_back({group, std::move(studies)});
  std::stable_sort(counts.begin(), counts.end(), [&](const Count& a, const Count& b) {
    if (place_of(a.group) != place_of(b.group)) return place_of(a.group) < place_of(b.group);
    return facet != "year" && a.studies.size() > b.studies.size();
  });
  return counts;
}

Cross cross(const ReviewData& data, const std::string& rows, const std::string& columns) {
  Cross made{rows, columns, tally(data, rows), tally(data, columns), {}};
  for (const Count& row : made.rows) {
    auto& line = made.cells.emplace_back();
    for (const Count& column : made.columns) {
      StudySet both;
      std::set_intersection(row.studies.begin(), row.studies.end(), column.studies.begin(),
                            column.studies.end(), std::back_inserter(both));
      line.push_back(std::move(both));
    }
  }
  return made;
}

std::vector<ValuePair> pairs(const ReviewData& data, const std::string& facet) {
  std::map<std::pair<std::string, std::string>, StudySet> found;
  for (std::size_t i = 0; i < data.studies.size(); ++i) {
    const auto groups = groups_of(data.studies[i], facet);
    for (auto a = groups.begin(); a != groups.end(); ++a)
      for (auto b = std::next(a); b != groups.end(); ++b) found[{*a, *b}].push_back(i);
  }
  std::vector<ValuePair> made;
  made.reserve(found.size());
  for (auto& [names, studies] : found) made.push_back({names.first, names.second, studies});
  std::stable_sort(made.begin(), made.end(), [](const ValuePair& a, const ValuePair& b) {
    return a.studies.size() > b.studies.size();
  });
  return made;
}

Result<StudySet> studies_where(const ReviewData& data, std::string_view condition) {
  std::optional<StudySet> all;
  while (true) {
    const std::size_t end = std::min(condition.find('&'), condition.size());
    auto found = meet(data, trimmed(condition.substr(0, end)));
    if (!found) return found;
    if (all) {
      StudySet both;
      std::set_intersection(all->begin(), all->end(), found->begin(), found->end(),
                            std::back_inserter(both));
      all = std::move(both);
    } else {
      all = std::move(*found);
    }
    if (end == condition.size()) return std::move(*all);
    condition.remove_prefix(end + 1);
  }
}

}  // namespace litmine
